"""reStructuredText, as docutils and Sphinx read it, line by line: every character has its place in the source.

Unknown directives and whatever is ambiguous are left out: code in a report is worse than a sentence that is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from toneguard.blocks import bare_links
from toneguard.document import Document
from toneguard.formats import frontmatter, rstinline, rstmarkup, rsttable
from toneguard.formats.flow import Line, end_of_indented, lines
from toneguard.formats.format import Format
from toneguard.formats.frontmatter import LANGUAGE_KEYS
from toneguard.formats.rstwriting import At, Writing, aligned, dashes
from toneguard.source import Source, Span

_DEEPEST = 40  # blocks within blocks


def parse(source: Source) -> Document:
    """Take a reStructuredText post apart."""
    matter = frontmatter.read(source)
    if matter.problems or not matter.meta:  # a transition or an overline
        matter = frontmatter.FrontMatter(source.body_start)
    reader = _Reader(source.text, dict(matter.meta))
    reader.body(lines(source.text, matter.end), 0, 0)
    page = reader.page
    page.flush(len(source.text))
    return Document(
        source=source,
        blocks=(*matter.blocks, *sorted(page.blocks, key=lambda block: block.span)),
        links=(*page.links, *bare_links(source.text, page.builder.addresses, page.links)),
        directives=tuple(page.directives),
        meta=MappingProxyType(reader.meta),
        lang=next((reader.meta[key] for key in LANGUAGE_KEYS if reader.meta.get(key)), ""),
        rigid=frozenset({"heading", "cell"}),  # an underline and a table fit their words
    )


class _Reader(Writing):
    """Reads blocks into a page."""

    def body(self, rows: list[Line], base: int, depth: int) -> None:
        """Read the blocks of some lines whose text begins at a column."""
        index = 0
        while index < len(rows):
            index = index + 1 if rows[index].blank else self._block(At(rows, index, base, depth))

    def _block(self, at: At) -> int:
        """Read one block and return the index of the line behind it."""
        if at.depth >= _DEEPEST:
            return self._paragraph(at, any_indent=True)
        if at.row.indent > at.base:
            return self._quote(at)
        for attempt in _ATTEMPTS:
            if end := attempt(self, at):
                return end
        return self._paragraph(at)

    def _within(self, element: str, rows: list[Line], depth: int) -> None:
        """Read the blocks inside an element."""
        base = min((row.indent for row in rows if not row.blank), default=0)
        self.enter(element, rows)
        self.body(rows, base, depth + 1)
        self.page.leave(rows[-1].end if rows else len(self.text))

    def _quote(self, at: At) -> int:
        end = end_of_indented(at.rows, at.index, at.base)
        rows = at.rows[at.index : end]
        self._within("blockquote", rows, at.depth)
        return end

    def _bullet(self, at: At) -> int:
        mark = rstmarkup.BULLET.match(self.text, at.row.start, at.row.end)
        return self._item(at, len(mark.group())) if mark else 0

    def _enumerated(self, at: At) -> int:
        mark = rstmarkup.ENUMERATOR.match(self.text, at.row.start, at.row.end)
        following = at.next()
        if not mark or not (
            following.blank
            or following.indent >= at.row.indent + len(mark.group())
            or rstmarkup.ENUMERATOR.match(self.text, following.start, following.end)
        ):
            return 0
        return self._item(at, len(mark.group()))

    def _item(self, at: At, width: int) -> int:
        end = at.indented
        self._within("li", aligned(at.row.after(width), at.rows[at.index + 1 : end], known=True), at.depth)
        return end

    def _heading(self, at: At) -> int:
        """Read a title with a line under it, or one above and one under it; a line alone is a transition."""
        mark = rstmarkup.ADORNMENT.fullmatch(self.text, at.row.start, at.row.end)
        title, under = (at.next(), at.next(2)) if mark else (at.row, at.next())
        if mark and (title.blank or self.slice(under) != self.slice(at.row)):
            return at.index + 1 if len(mark.group()) >= 4 and at.next().blank else 0
        line = self.slice(under)
        if not rstmarkup.ADORNMENT.fullmatch(line) or under.indent != (at.row if mark else title).indent:
            return 0
        if len(line) < min(4, title.end - title.start):
            return 0
        style = (line[0], bool(mark))
        if style not in self.styles:
            self.styles.append(style)
        top = self.at_top
        self.prose(f"h{min(6, self.styles.index(style) + 1)}", [title])
        self.at_top = top
        return at.index + (3 if mark else 2)

    def _explicit(self, at: At) -> int:
        """Read what begins with two dots: a footnote, a directive, a comment, or what holds no prose."""
        mark = rstmarkup.EXPLICIT.match(self.text, at.row.start, at.row.end)
        if not mark:
            return 0
        end = at.indented
        first, rest = at.row.after(len(mark.group())), at.rows[at.index + 1 : end]
        if first.blank and (not rest or rest[0].blank):
            return at.index + 1  # an empty comment ends what stands before it
        if note := rstmarkup.NOTE.match(self.text, first.start, first.end):
            self._within("div", aligned(first.after(len(note.group())), rest), at.depth)
        elif rstmarkup.NO_PROSE.match(self.text, first.start, first.end):
            pass
        elif name := rstmarkup.DIRECTIVE.match(self.text, first.start, first.end):
            self._directive(name[1].lower(), first.after(len(name.group())), rest, at.depth)
        else:
            self.comment(Span(at.row.start, at.rows[end - 1].end), first.start)
        return end

    def _directive(self, name: str, first: Line, rest: list[Line], depth: int) -> None:
        kind = rstmarkup.DIRECTIVES.get(name, "")
        rest = self._options(name, rest)
        if name == "meta":
            self._fields(At(rest, 0, 0, depth), post=True)
        if kind in ("line", "titled") and not first.blank:
            self.prose("caption", [first])
        if kind == "run-on":
            self._within("div", aligned(first, rest), depth)
        elif kind in ("body", "titled", "quote", "figure"):
            self._within({"quote": "blockquote", "figure": "figcaption"}.get(kind, "div"), rest, depth)

    def _options(self, name: str, rest: list[Line]) -> list[Line]:
        """Read the options below a directive's name and return the lines behind them; some options are prose."""
        index = 0
        while index < len(rest) and not rest[index].blank:
            option = rstmarkup.OPTION.match(self.text, rest[index].start, rest[index].end)
            if not option or name == "meta":
                break
            end = end_of_indented(rest, index + 1, rest[index].indent)
            end = next((place for place in range(index + 1, end) if rest[place].blank), end)
            value = [rest[index].after(len(option.group())), *rest[index + 1 : end]]
            self._option(name, option[1].lower(), value)
            index = end
        return rest[index:]

    def _option(self, name: str, key: str, value: list[Line]) -> None:
        if key == "alt" and name in ("image", "figure", "thumbnail"):
            self.alt(value)
        elif key == "caption":
            self.prose("caption", value)
        elif name in ("post", "update") and key in ("title", *LANGUAGE_KEYS):
            self.keep(key, value)

    def _field(self, at: At) -> int:
        """Read fields: at the top they are about the post, elsewhere their bodies are prose."""
        if not rstmarkup.FIELD.match(self.text, at.row.start, at.row.end):
            return 0
        return self._fields(at, post=self.at_top)

    def _fields(self, at: At, *, post: bool) -> int:
        rows, index = at.rows, at.index
        while index < len(rows):
            field = rstmarkup.FIELD.match(self.text, rows[index].start, rows[index].end)
            if not field and not rows[index].blank:
                break
            end = index + 1
            if field:
                end = end_of_indented(rows, index + 1, rows[index].indent)
                first, rest = rows[index].after(len(field.group())), rows[index + 1 : end]
                if post:
                    self.keep(field[1], [first, *rest])
                else:
                    self._within("dd", aligned(first, rest), at.depth)
            index = end
        return index

    def _option_list(self, at: At) -> int:
        mark = rstmarkup.OPTION_LIST.match(self.text, at.row.start, at.row.end)
        if not mark or (len(mark.group()) == at.row.end - at.row.start and at.next().indent <= at.base):
            return 0
        return self._item(at, len(mark.group()))

    def _line_block(self, at: At) -> int:
        """Read lines that begin with a bar: the writer wants them kept apart."""
        index, before = at.index, None
        if not rstmarkup.BAR.match(self.text, at.row.start, at.row.end):
            return 0
        self.enter("p", [at.row])
        while index < len(at.rows) and (mark := rstmarkup.BAR.match(self.text, *at.rows[index][:2])):
            row = at.rows[index].after(len(mark.group()))
            index += 1
            if row.blank:
                continue
            if before:
                self.page.builder.line_break(Span(before.end, row.start), hard=True)
            rstinline.read(self.page, [row], self.targets)
            before = row
        self.page.leave(at.rows[index - 1].end)
        return index

    def _table(self, at: At) -> int:
        row = at.row
        grid = rsttable.GRID.fullmatch(self.text, row.start, row.end)
        if not grid and not rsttable.SIMPLE.fullmatch(self.text, row.start, row.end):
            return 0
        end, closed = rsttable.end_of(self.text, at.rows, at.index, patient=bool(grid) or self.patient)
        self.patient = self.patient and closed
        for cell in rsttable.cells(self.text, at.rows[at.index : end]) if closed else ():
            self.prose("td", cell)
        return end

    def _skipped(self, at: At) -> int:
        """Pass over doctests and anonymous targets."""
        if rstmarkup.ANONYMOUS.match(self.text, at.row.start, at.row.end):
            return at.index + 1
        if not self.text.startswith(">>> ", at.row.start, at.row.end):
            return 0
        return next((i for i in range(at.index, len(at.rows)) if at.rows[i].blank), len(at.rows))

    def _definition(self, at: At) -> int:
        """Read a term and the deeper lines right below it."""
        if at.next().blank or at.next().indent <= at.base:
            return 0
        end = at.indented
        if self.slice(at.row).endswith("::"):
            self.prose("p", [Line(at.row.start, at.row.end - 2, at.row.indent)])
            return end
        self.prose("dt", [at.row])
        self._within("dd", at.rows[at.index + 1 : end], at.depth)
        return end

    def _paragraph(self, at: At, *, any_indent: bool = False) -> int:
        end = at.index + 1
        while end < len(at.rows) and not at.rows[end].blank and (any_indent or at.rows[end].indent <= at.base):
            end += 1
        rows = at.rows[at.index : end]
        last = rows[-1]
        code = self.text.endswith("::", last.start, last.end)
        if code:
            rows[-1] = Line(last.start, last.end - (2 if self.text[last.end - 3 : last.end - 2].isspace() else 1))
        rows[0] = rows[0].after(dashes(self.text, rows[0]) if self.page.top.name == "blockquote" else 0)
        self.prose("p", rows)
        return self._literal(at, end) if code else end

    def _literal(self, at: At, end: int) -> int:
        """Return the index behind the code that a paragraph announces: deeper lines, or lines with a mark each."""
        start = end
        while start < len(at.rows) and at.rows[start].blank:
            start += 1
        if start == len(at.rows) or at.rows[start].indent > at.base:
            return end_of_indented(at.rows, end, at.base)
        mark = self.text[at.rows[start].start]
        if mark.isalnum() or ord(mark) > 127:
            return end
        while start < len(at.rows) and not at.rows[start].blank and self.text[at.rows[start].start] == mark:
            start += 1
        return start


_ATTEMPTS: tuple[Callable[[_Reader, At], int], ...] = (
    _Reader._explicit,
    _Reader._table,
    _Reader._heading,
    _Reader._bullet,
    _Reader._enumerated,
    _Reader._field,
    _Reader._option_list,
    _Reader._line_block,
    _Reader._skipped,
    _Reader._definition,
)

FORMAT = Format("rst", frozenset({".rst"}), parse)
