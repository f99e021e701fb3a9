"""A post as passages of HTML in which findings are marked, however they overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from toneguard.finding import Severity
from toneguard.late import late
from toneguard.outputs.output import visible
from toneguard.records import dataclass, replace
from toneguard.source import Source, Span

_GAP = late(r"(?>\r\n|\r|\n)[ \t]*(?>\r\n|\r|\n)\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A range to mark; with a number it leads to the note `id`, without one it only shows."""

    span: Span
    severity: Severity
    number: int
    id: str


def passages(source: Source, marks: Sequence[Mark]) -> Iterator[tuple[str, list[int]]]:
    """Yield the post, passage by passage, as HTML whose characters are the post's, and the numbers that begin there."""
    whole = [replace(mark, span=_whole(mark.span, source.text)) for mark in marks]
    for passage in _passages(source):
        here = [mark for mark in whole if mark.span.overlaps(passage)]
        begins = [mark.number for mark in here if mark.number and mark.span.start >= passage.start]
        yield "".join(_pieces(source, passage, here)), begins


def _whole(span: Span, text: str) -> Span:
    """Return a range that cuts no line end in two."""
    start, end = (text[at - 1 : at + 1] == "\r\n" if at else False for at in (span.start, span.end))
    return Span(span.start - start, span.end + end)


def _passages(source: Source) -> Iterator[Span]:
    """Yield the ranges of the post between empty lines; each takes the empty lines after it along."""
    start = source.body_start
    for gap in _GAP.finditer(source.text, start):
        yield Span(start, gap.end())
        start = gap.end()
    if start < len(source.text):
        yield Span(start, len(source.text))


def _pieces(source: Source, passage: Span, marks: Sequence[Mark]) -> Iterator[str]:
    """Yield the passage cut wherever a mark begins or ends; a piece looks like the gravest mark over it."""
    cuts = {passage.start, passage.end}
    for mark in marks:
        cuts.update(cut for cut in (mark.span.start, mark.span.end) if passage.start < cut < passage.end)
    for start, end in pairwise(sorted(cuts)):
        over = [mark for mark in marks if mark.span.start < end and start < mark.span.end]
        text = escape(visible(source.text[start:end]))
        yield _marked(text, over) if over else text
        yield from (_number(mark) for mark in over if mark.number and mark.span.end == end)


def _marked(text: str, over: Sequence[Mark]) -> str:
    numbered = [mark.severity for mark in over if mark.number]
    kind = f' class="{min(numbered, key=lambda severity: severity.rank)}"' if numbered else ""
    return f"<mark{kind}>{text}</mark>"


def _number(mark: Mark) -> str:
    """Return the link to a note; its number is no character of the text, so a copied passage is the post's own."""
    said = f"{mark.severity} {mark.number}"
    return f'<a class="n" id="{mark.id}t" href="#{mark.id}" data-n="{mark.number}" aria-label="{said}"></a>'
