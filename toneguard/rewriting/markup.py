"""A sentence with its links, emphasis and code held as single words: a rewrite moves them whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from toneguard.document import STAND_IN, Document, Sentence

_BLANK = re.compile(r"[\s\u2028]+")
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*\*|\*\*|\*|___|__|_)(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)[^`\n]+(?<!`)\1(?!`)")
_LONGEST = 600
_WORD = re.compile(r"Qz[a-z]\b")  # no language has it; a capital makes it a name, which no rewrite may lose


@dataclass(frozen=True)
class Held:
    """The text of a sentence in which each piece of markup is one word; `pieces` give its source and its plain text."""

    text: str
    pieces: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def has_link(self) -> bool:
        """Whether a link or code is among the pieces."""
        return any("](" in source or "`" in source or "](" in plain for source, plain in self.pieces.values())

    def source(self, text: str) -> str:
        """Return a text with the source of each piece put back."""
        return _restored(text, self.pieces, 0)

    def plain(self, text: str) -> str:
        """Return a text with the plain text of each piece put back."""
        return _restored(text, self.pieces, 1)


def held(document: Document, sentence: Sentence) -> Held | None:
    """Return a sentence with its markup held, or None where the markup cannot be told from the words.

    A sentence that stands in a link is held by nothing: links are not touched. Nor is one of more than 600 characters:
    whoever writes that has to think again, and no pattern should be asked. Nor is one whose markup fits its words.
    """
    if sentence.block.kind in document.rigid:
        return None
    span = sentence.span
    if span.end - span.start > _LONGEST:
        return None
    if any(link.span.overlaps(span) and not span.contains(link.span) for link in document.links):
        return None
    pieces: dict[str, tuple[str, str]] = {}
    text = document.source.slice(span)
    inside = [link for link in document.links if span.contains(link.span)]
    for link in sorted(inside, key=lambda link: link.span, reverse=True):
        start, end = link.span.start - span.start, link.span.end - span.start
        text = text[:start] + _hold(pieces, text[start:end], link.text) + text[end:]
    text = _CODE.sub(lambda found: _hold(pieces, found.group(), STAND_IN), text)
    text = _EMPHASIS.sub(
        lambda found: _hold(pieces, _restored(found.group(), pieces, 0), _restored(found[2], pieces, 1)), text
    )
    if len(pieces) > 26 or (not pieces and _WORD.search(text)):
        return None
    known = Held(_BLANK.sub(" ", text), pieces)
    return known if known.plain(known.text) == _BLANK.sub(" ", sentence.text) else None


def _hold(pieces: dict[str, tuple[str, str]], source: str, plain: str) -> str:
    word = f"Qz{chr(ord('a') + len(pieces) % 26)}"
    pieces[word] = (source, _BLANK.sub(" ", plain))
    return word


def _restored(text: str, pieces: Mapping[str, tuple[str, str]], which: int) -> str:
    return _WORD.sub(lambda found: pieces[found.group()][which] if found.group() in pieces else found.group(), text)
