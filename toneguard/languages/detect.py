"""The language of every block: function words vote first, langdetect when the vote is open."""

from __future__ import annotations

import re
from dataclasses import replace

from toneguard.document import Block, Document
from toneguard.languages import LANGUAGES

OTHER = "other"
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def assign(document: Document, *, lang: str = "", hint: str = "") -> Document:
    """Give every block its language. `lang` decides for all; `hint` is what path or configuration say."""
    language = lang or normalised(document.lang) or hint or _main(document)
    blocks = tuple(replace(block, language=lang or of_block(block, language)) for block in document.blocks)
    return replace(document, blocks=blocks, language=language)


def normalised(tag: str) -> str:
    """Return the language of a tag such as `sv-SE` or `en_GB`: a known code, `other`, or `""` for none."""
    code = re.split(r"[-_.]", tag.strip().lower())[0]
    return code if code in LANGUAGES or not code else OTHER


def of_block(block: Block, language: str) -> str:
    """Return a block's language; the document's decides when the words do not."""
    if stated := normalised(block.lang):
        return stated
    votes = _votes(block.text)
    best = max(votes, key=lambda code: votes[code])
    if votes[best] >= 2 and votes[best] >= 2 * votes.get(language, 0):
        return best
    return language


def _main(document: Document) -> str:
    votes = _votes(" ".join(block.text for block in document.blocks))
    return max(votes, key=lambda code: votes[code])


def _votes(text: str) -> dict[str, int]:
    words = [word.lower() for word in _WORD.findall(text)]
    return {code: sum(word in language.function_words for word in words) for code, language in LANGUAGES.items()}


def path_hint(path: str) -> str:
    """Return the language that a path states, as in `/sv/post.md` or `post.da.md`, or `""`."""
    parts = re.split(r"[/\\.]", path.lower())
    return next((code for part in reversed(parts) if (code := part.split("-")[0]) in LANGUAGES), "")
