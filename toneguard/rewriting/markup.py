"""A sentence with its links, emphasis and code held as single words: a rewrite moves them whole or not at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import accumulate

from toneguard.document import STAND_IN, Document, Link, Sentence
from toneguard.late import late
from toneguard.records import dataclass, field
from toneguard.source import Span

_BLANK = late(r"[\s\u2028]+")
_EMPHASIS = late(r"(?<![\w*])(\*\*\*|\*\*|\*|___|__|_)(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])")
_CODE = late(r"(?<!`)(`{1,2})(?!`)[^`\n]+(?<!`)\1(?!`)")
_LONGEST = 600
_WORD = late(r"Qz[a-z]\b")  # no language has it; a capital makes it a name, which no rewrite may lose


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
    near = _links_at(document, span)
    if not all(span.contains(link.span) for link in near):
        return None
    pieces: dict[str, tuple[str, str]] = {}
    text = document.source.slice(span)
    for link in sorted(near, key=lambda link: link.span, reverse=True):
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


def _links_at(document: Document, span: Span) -> list[Link]:
    """Return the links that overlap a range or stand in it, in their order."""

    def ordered() -> tuple[list[Link], list[int], list[int]]:
        links = sorted(document.links, key=lambda link: link.span)
        return links, [link.span.start for link in links], list(accumulate((link.span.end for link in links), max))

    links, starts, ends = document.once("links in order", ordered)
    some = links[bisect_left(ends, span.start) : bisect_right(starts, span.end)]
    return [link for link in some if link.span.overlaps(span) or span.contains(link.span)]


def _hold(pieces: dict[str, tuple[str, str]], source: str, plain: str) -> str:
    word = f"Qz{chr(ord('a') + len(pieces) % 26)}"
    pieces[word] = (source, _BLANK.sub(" ", plain))
    return word


def _restored(text: str, pieces: Mapping[str, tuple[str, str]], which: int) -> str:
    return _WORD.sub(lambda found: pieces[found.group()][which] if found.group() in pieces else found.group(), text)
