"""What the reader of reStructuredText stands on: where it is, and how prose and fields get into a page."""

from __future__ import annotations

import re

from toneguard.document import Kind
from toneguard.formats import rstinline, rstmarkup
from toneguard.formats.flow import Flow, Line, end_of_indented
from toneguard.formats.frontmatter import PROSE
from toneguard.formats.page import Page
from toneguard.records import dataclass
from toneguard.source import Span


@dataclass(frozen=True, slots=True)
class At:
    """Where the reader stands: some lines, an index in them, the column of their text, and how deep that is."""

    rows: list[Line]
    index: int
    base: int
    depth: int

    @property
    def row(self) -> Line:
        return self.rows[self.index]

    def next(self, count: int = 1) -> Line:
        """Return a line further on, a blank one behind the last."""
        place = self.index + count
        return self.rows[place] if place < len(self.rows) else Line(0, 0)

    @property
    def indented(self) -> int:
        """Index behind the deeper lines that follow."""
        return end_of_indented(self.rows, self.index + 1, self.base)


class Writing:
    """A page being filled; `meta` is what fields and comments at the top say of the post."""

    def __init__(self, text: str, meta: dict[str, str]) -> None:
        self.text = text
        self.meta = meta
        self.page = Page(text, ())
        self.targets = rstmarkup.targets(text)
        self.styles: list[tuple[str, bool]] = []  # adornments of headings, the highest first
        self.at_top = True
        self.patient = True  # simple tables may still be closed

    def slice(self, row: Line) -> str:
        return self.text[row.start : row.end]

    def enter(self, element: str, rows: list[Line]) -> None:
        self.at_top = False
        self.page.enter(element, rows[0].start if rows else len(self.text))

    def prose(self, element: str, rows: list[Line]) -> None:
        """Add one block of prose."""
        rows = [row for row in rows if not row.blank]
        if rows:
            self.enter(element, rows)
            rstinline.read(self.page, rows, self.targets)
            self.page.leave(rows[-1].end)

    def comment(self, span: Span, start: int) -> None:
        """Keep a comment for toneguard; a field of the post's in a comment is how Nikola writes them."""
        words = self.text[start : span.end]
        self.page.comment(words, span)
        field = rstmarkup.COMMENT_FIELD.match(words)
        if field and self.at_top:
            self.keep(field[1], [Line(start + field.end(), span.end)])

    def alt(self, value: list[Line]) -> None:
        flow = Flow(self.text, value)
        if flow.rows:
            flow.verbatim(self.page, 0, len(flow.text))
            block = self.page.builder.build("alt", quoted=self.page.top.quoted)
            self.page.blocks += [block] if block else []

    def keep(self, name: str, value: list[Line]) -> None:
        """Keep a field of the post's; its title and description are prose."""
        flow = Flow(self.text, value)
        name = name.partition(" ")[0].strip().lower()
        if not flow.rows:
            return
        self.meta.setdefault(name, " ".join(flow.text.split()))
        kind: Kind | None = PROSE.get(name)
        if name in ("abstract", "dedication"):
            kind, name = "paragraph", ""
        if kind:
            self.page.flush(flow.rows[0].start)
            rstinline.read(self.page, flow.rows, self.targets)
            block = self.page.builder.build(kind, key=name)
            self.page.blocks += [block] if block else []


def aligned(first: Line, rest: list[Line], *, known: bool = False) -> list[Line]:
    """Return the text behind a mark and the lines below it, as if it stood right above them.

    Where the column of that text is `known` to be theirs too, deeper lines stay deeper.
    """
    if first.blank:
        return rest
    columns = [row.indent for row in rest if not row.blank]
    base = min([*columns, *([first.indent] if known else [])], default=first.indent)
    return [first._replace(indent=base), *rest]


def dashes(text: str, row: Line) -> int:
    """Return how many characters announce whose words a quotation is."""
    found = re.compile(r"(?:---?(?!-)|—) *(?=\S)").match(text, row.start, row.end)
    return len(found.group()) if found else 0
