"""Where a suppression may stand in a post, and what it looks like there, in each markup that has comments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from toneguard.document import Document
from toneguard.finding import Edit
from toneguard.formats import Format, format_for, frontmatter, masks
from toneguard.late import late
from toneguard.records import dataclass, replace
from toneguard.source import Source, Span

_LINE_END = late(r"\r\n|\n|\r")
_CONTAINER = late(r"[ \t>]*")
_MARKERS = late(r"(?:[ \t>]|(?:[-*+:]|\d{1,9}[.)]|\[\^[^\]\n]+\]:)(?=[ \t]))*")
_TAGS = late(r"(?:<[^<>]+>\s*)+")
_DOCTYPE = late(r"\s*<!doctype[^>]*>[ \t]*(?:\r\n|\n|\r)?", re.I)
_OWN = late(r"<!--\s*toneguard:.*?-->", re.S)
_NAMES = "\0"  # stands for the rules until all are known


@dataclass(frozen=True, slots=True)
class Markup:
    """How a comment begins and ends, and whether it needs blank lines around it; `lined` ones take a whole line."""

    name: str
    opening: str
    closing: str = ""
    apart: bool = False
    lined: bool = False

    def comment(self, action: str, names: str = "", reason: str = "") -> str:
        """Return a comment addressed to toneguard."""
        words = " ".join(filter(None, ("toneguard:", action, names, reason and f"-- {reason}")))
        return f"{self.opening} {words} {self.closing}".rstrip()


_MARKDOWN = Markup("markdown", "<!--", "-->")
_MDX = Markup("mdx", "{/*", "*/}", apart=True)
HTML = Markup("html", "<!--", "-->")
_RST = Markup("rst", "..", apart=True, lined=True)
_BY_FORMAT = {"html": HTML, "rst": _RST, "adoc": Markup("adoc", "//", lined=True)}


@dataclass(frozen=True)
class Insertion:
    """What is put where; the rules that it names are filled in by `naming`. Equal places may share one comment."""

    action: str
    place: tuple[int, int]
    raw: tuple[Edit, ...]
    names: tuple[str, ...] = ()
    inline: bool = False

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits, with the rules named."""
        return tuple(replace(edit, text=edit.text.replace(_NAMES, ", ".join(self.names))) for edit in self.raw)

    def naming(self, names: tuple[str, ...]) -> Insertion:
        """Return the same insertion for other rules."""
        return replace(self, names=names)


def markup_of(source: Source, formats: tuple[Format, ...]) -> Markup | None:
    """Return how comments are written in a post, or None where they cannot be."""
    name = format_for(source, formats).name
    if name == "markdown":
        return _MDX if source.path.lower().endswith(".mdx") else _MARKDOWN
    return _BY_FORMAT.get(name)


def rendered(source: Source, markup: Markup | None) -> str:
    """Return a Markdown post as it is set, less comments to toneguard and white space; of other markup nothing."""
    if markup not in (_MARKDOWN, _MDX):
        return ""
    import pyromark

    start = frontmatter.read(source).end
    hidden = masks.hide(source.text, start=start, jsx=markup is _MDX).text[start:]
    return "".join(_OWN.sub("", pyromark.html(hidden, options=_options())).split())


def _options() -> Any:
    from toneguard.formats import markdown

    return markdown.OPTIONS


def in_front_matter(source: Source, document: Document, names: tuple[str, ...], reason: str) -> Iterator[Insertion]:
    """Yield an entry for the front matter, if there is one and it says nothing to toneguard yet."""
    matter = frontmatter.read(source)
    head = source.text[: matter.end]
    if not matter.meta or any(key.partition(".")[0] == "toneguard" for key in document.meta):
        return
    lines = [source.body_start, *(match.end() for match in _LINE_END.finditer(head))]
    closing = max(start for start in lines if start < matter.end)
    end = _line_end(source.text)
    rules, why = _NAMES, json.dumps(reason, ensure_ascii=False)
    if head[source.body_start :].startswith("+++"):
        quoted = ", ".join(json.dumps(name) for name in names)
        text = f"[toneguard]{end}ignore = [{quoted}]{end}reason = {why}{end}"
    else:
        text = f"toneguard: {{ignore: [{rules}], reason: {why}}}{end}"
    yield Insertion("front matter", (closing, closing), (_inserted(closing, text),), names)


def at_file(source: Source, markup: Markup, names: tuple[str, ...], reason: str) -> Iterator[Insertion]:
    """Yield a comment for the whole post, before its body."""
    start = frontmatter.read(source).end
    if markup is HTML and (doctype := _DOCTYPE.match(source.text, start)):
        start = doctype.end()
    end = _line_end(source.text)
    blank = end if markup.apart and not _LINE_END.match(source.text, start) else ""
    text = markup.comment("ignore-file", _NAMES, reason) + end + blank
    yield Insertion("ignore-file", (start, start), (_inserted(start, text),), names)


def before(source: Source, markup: Markup, span: Span, names: tuple[str, ...], reason: str) -> Iterator[Insertion]:
    """Yield comments for the block at a range: on a line of its own, behind a list marker, in the line itself."""
    comment = markup.comment("ignore", _NAMES, reason)
    line = _line_start(source, span.start)
    head, end = source.text[line : span.start], _line_end(source.text)
    container = _matched(_CONTAINER, head)
    markers = _matched(_MARKERS, head)
    blank = end if markup is _RST else ""  # what stands right below a comment belongs to it
    if (not markup.lined or markup is _RST) and markup is not HTML and len(markers) > len(container):
        place = line + len(markers)
        below = re.sub(r"[^>\t]", " ", markers)
        yield Insertion("ignore", (place, place), (_inserted(place, f"{comment}{end}{blank}{below}"),), names)
    elif markup is not HTML or not head.strip() or _TAGS.fullmatch(head.strip()):
        yield Insertion("ignore", (line, line), (_inserted(line, f"{container}{comment}{end}{blank}"),), names)
    if markup.lined:
        return
    if head.strip(" \t>"):
        blank = "" if markup is HTML else " "
        yield Insertion("ignore", (span.start,) * 2, (_inserted(span.start, comment + blank),), names, inline=True)
    tag = source.text.rfind("<", line, span.start)
    if tag >= 0:
        yield Insertion("ignore", (tag, tag), (_inserted(tag, comment),), names, inline=True)


def around(source: Source, markup: Markup, span: Span, names: tuple[str, ...], reason: str) -> Iterator[Insertion]:
    """Yield pairs of comments around a whole list, and around the lines of a range up to the next blank ones."""
    starts = [source.body_start, *(match.end() for match in _LINE_END.finditer(source.text))]
    lines = [source.text[start:stop] for start, stop in zip(starts, [*starts[1:], len(source.text)], strict=True)]
    least = sum(match.end() <= frontmatter.read(source).end for match in _LINE_END.finditer(source.text))
    first = sum(start <= span.start for start in starts) - 1
    last = sum(start < span.end for start in starts) - 1
    while first > least and _filled(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and _filled(lines[last + 1]):
        last += 1
    narrow = first, last
    wide = _whole_list(lines, narrow, least)
    for pair in dict.fromkeys((wide, narrow)):
        yield _around(starts, lines, pair, markup, names, reason)


def _whole_list(lines: list[str], pair: tuple[int, int], least: int) -> tuple[int, int]:
    """Return the first and last line of the list that some lines are part of; of other lines themselves."""
    first, last = pair
    if not any(_belongs(line) for line in lines[first : last + 1]):
        return pair
    filled = [index for index, line in enumerate(lines) if index >= least and _filled(line)]
    for above in reversed([index for index in filled if index < first]):
        if not _belongs(lines[first]) or not (above == first - 1 or _belongs(lines[above])):
            break
        first = above
    for below in [index for index in filled if index > last]:
        if not (below == last + 1 or _belongs(lines[below])):
            break
        last = below
    return first, last


def _around(
    starts: list[int], lines: list[str], pair: tuple[int, int], markup: Markup, names: tuple[str, ...], reason: str
) -> Insertion:
    first, last = pair
    container = _matched(_CONTAINER, lines[first])
    end = _line_end("".join(lines))
    blank = f"{container.rstrip()}{end}" if markup.apart else ""
    stop = starts[last] + len(lines[last])
    opening = f"{container}{markup.comment('ignore-start', _NAMES, reason)}{end}{blank}"
    closing = f"{blank}{container}{markup.comment('ignore-end')}{end}"
    if not _LINE_END.search(lines[last]):
        closing = end + closing.removesuffix(end)
    edits = _inserted(starts[first], opening), _inserted(stop, closing)
    return Insertion("ignore-start", (starts[first], stop), edits, names)


def _filled(line: str) -> bool:
    return bool(line.strip(" \t>\r\n"))


def _belongs(line: str) -> bool:
    """Tell whether a line goes on with a list that began before it."""
    return line.startswith((" ", "\t")) or len(_matched(_MARKERS, line)) > len(_matched(_CONTAINER, line))


def _matched(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(text)
    return found[0] if found else ""


def _inserted(at: int, text: str) -> Edit:
    return Edit(Span(at, at), text)


def _line_start(source: Source, offset: int) -> int:
    place = max(source.text.rfind("\n", 0, offset), source.text.rfind("\r", 0, offset)) + 1
    return max(place, source.body_start)


def _line_end(text: str) -> str:
    found = _LINE_END.search(text)
    return found[0] if found else "\n"
