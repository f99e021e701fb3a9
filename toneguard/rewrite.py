"""A finding and its sentence → a rewrite that a pack's templates state, shown only when it holds.

It holds when the sentence is plain source text without markup, every figure of it is kept, and the rule finds nothing
in the new sentence any more.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from toneguard.document import Sentence
from toneguard.finding import Edit, Fix
from toneguard.packs import Rewrite
from toneguard.source import Source

_SLOT = re.compile(r"\{(\w+)\}")
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_OPENING = re.compile(r"\A[^\w]*")

Slots = Callable[[Rewrite, Sentence], dict[str, str] | None]


def suggest(
    rewrites: tuple[Rewrite, ...], slots: Slots, still: Callable[[str], bool], sentence: Sentence, source: Source
) -> Fix | None:
    """Return the first rewrite that holds; `slots` reads a sentence by a template, `still` tells if a text is found."""
    if source.slice(sentence.span) != sentence.text:
        return None
    for rewrite in rewrites:
        filled = slots(rewrite, sentence)
        if filled is None:
            continue
        text = _capitalised(_SLOT.sub(lambda match, values=filled: values.get(match[1], ""), rewrite.target))  # type: ignore[misc]
        kept = sorted(_FIGURE.findall(text)) == sorted(_FIGURE.findall(sentence.text))
        if text.strip() and kept and not still(text):
            return Fix(rewrite.target, (Edit(sentence.span, text),), rewrite.safety)
    return None


def _capitalised(text: str) -> str:
    opening = _OPENING.match(text)
    first = opening.end() if opening else 0
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]
