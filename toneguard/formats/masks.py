"""Template syntax that is no prose: Hugo, Jekyll and Liquid tags, MDX, attribute lists, markers of admonitions.

It is hidden from the parser without moving anything: every character is replaced by one other. A line of nothing
but tags becomes blank, so that it ends a paragraph, as it does for the template engine.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from toneguard.blocks import Mask
from toneguard.document import STAND_IN, Tag
from toneguard.formats import containers, mdx
from toneguard.late import late
from toneguard.records import dataclass
from toneguard.source import Span, inside

_FILLER = "\x1a"  # a letter to the parsers
_VALUE = "\x1b"  # the same for `{{ a value }}`, which may stand alone on a line of running text
# Every alternative stops at the first character that cannot belong to it, so that hostile text costs linear time.
# All begin with one of two characters, so that the search skips the rest.
_TAG = late(
    r"\{(?:"
    r"\{[<%][^{}\n]*+(?:\n[^{}\n]++)*+\n?\}\}"  # {{< hugo >}}, {{% hugo %}}
    r"|(?P<value>\{[^{}\n]*+(?:\n[^{}\n]++)*+\n?\}\})"  # {{ liquid }}
    r"|%(?:[^%{]|%(?!\})|\{(?!%))*+%\}"  # {% liquid %}
    r"|(?P<attributes>(?::[^{}\n]*|[.#][A-Za-z][^{}\n]*)\})"  # {: .kramdown }, {#id}
    r")|\[(?i:TOC|\[_?TOC_?\])\]"  # [TOC], [[_TOC_]]
)
_NAME = late(r"\{[{%][<%]?-?\s*(/|end)?\s*(\w[\w./-]*)")
# Paired tags whose content is not prose either.
_OPAQUE = frozenset({"highlight", "code", "mermaid", "raw", "math", "katex", "comment", "gist", "chart", "svg"})
_MARK = late("`{3}|~{3}")
_FENCE = late(r"^[ \t>]*+(?:[-*+][ \t]++|\d{1,9}[.)][ \t]++)?(`{3,}+[^`\n]*|~{3,}+.*)$", re.M)
_BLANK = late(rf"^([ \t>]*+){_FILLER}[{_FILLER} \t]*+$", re.M)
_UNENCODABLE = late("[\ud800-\udfff]")


@dataclass(frozen=True)
class Hidden:
    """A text of the same length as the source, what was hidden in it, comments, where admonitions begin, tags, code."""

    text: str
    masks: tuple[Mask, ...]
    comments: tuple[tuple[Span, str], ...] = ()
    admonitions: frozenset[int] = frozenset()
    tags: tuple[Tag, ...] = ()
    fences: tuple[Span, ...] = ()


def hide(text: str, *, start: int, markdown: bool = True, jsx: bool = False) -> Hidden:
    """Hide the template syntax of a text from an offset on."""
    fences = _fences(text, start) if markdown else []
    tags = "{" in text or "[" in text
    matches = [match for match in _TAG.finditer(text, start) if not inside(fences, match.start())] if tags else []
    edits = list(_hidden_tags(text, matches))
    named = list(_named_tags(text, matches))
    comments: list[tuple[Span, str]] = []
    admonitions: set[int] = set()
    if jsx:
        expressions, comments = mdx.find(text, start, fences)
        edits += [(span, _FILLER, STAND_IN) for span in expressions]
    if markdown:
        for marker in containers.find(text, start, fences):
            admonitions.update(marker.begins)
            edits += [(span, filler, "") for span, filler in marker.edits]
    edits = _apart(edits)
    hidden = _encodable(_filled(text, edits))
    if jsx:
        components = mdx.tags(hidden, start, fences)
        named += components
        edits = _apart([*edits, *((tag.span, _FILLER, STAND_IN) for tag in components)])
        hidden = _encodable(_filled(text, edits))
    if markdown and _FILLER in hidden:
        hidden = _BLANK.sub(lambda line: line[1] + " " * (len(line.group()) - len(line[1])), hidden)
    if jsx:
        hidden = mdx.outdented(hidden, text)
    return Hidden(
        hidden,
        tuple(Mask(span, shown) for span, _, shown in edits),
        tuple(comments),
        frozenset(admonitions),
        tuple(sorted(named, key=lambda tag: tag.span)),
        tuple(fences),
    )


_Edit = tuple[Span, str, str]  # a range, what fills it for the parser, what stands for it in prose


def _named_tags(text: str, matches: list[re.Match[str]]) -> Iterable[Tag]:
    """Yield the opening tags that have a name and stand in no inline code."""
    for match in matches:
        name = _NAME.match(match.group())
        if name and not name[1] and text[match.start() - 1 : match.start()] != "`":
            yield Tag(Span(match.start(), match.end()), name[2])


def _hidden_tags(text: str, matches: list[re.Match[str]]) -> Iterable[_Edit]:
    """Yield tags, and from an opaque opening tag to its closing one as a whole."""
    names = [_NAME.match(match.group()) for match in matches]
    closings: dict[str, list[int]] = defaultdict(list)
    for index, name in enumerate(names):
        if name and name[1]:
            closings[name[2]].append(index)
    index = 0
    while index < len(matches):
        match, name, last = matches[index], names[index], index
        if name and not name[1] and name[2] in _OPAQUE and text[match.start() - 1 : match.start()] != "`":
            ends = closings[name[2]]
            place = bisect_left(ends, index)
            last = ends[place] if place < len(ends) else index
        filler = _VALUE if match["value"] else _FILLER
        yield Span(match.start(), matches[last].end()), filler, "" if match["attributes"] else STAND_IN
        index = last + 1


def _fences(text: str, start: int) -> list[Span]:
    """Return the fenced code blocks; a fence that is never closed is left to the parser."""
    found: list[Span] = []
    opening: re.Match[str] | None = None
    for line in _fence_lines(text, start):
        mark = line[1].strip()
        if opening is None:
            opening = line
        elif mark[0] == opening[1][0] and not mark.strip(mark[0]) and len(mark) >= _width(opening[1]):
            found.append(Span(opening.start(), line.end()))
            opening = None
    return found


def _fence_lines(text: str, start: int) -> Iterator[re.Match[str]]:
    """Yield the lines that could open or close fenced code; only those with three marks in a row are looked at."""
    if "```" not in text and "~~~" not in text:
        return
    end = start
    for mark in _MARK.finditer(text, start):
        if mark.start() >= end:
            left = text.rfind("\n", 0, mark.start()) + 1
            end = text.find("\n", mark.start())
            end = end if end >= 0 else len(text)
            line = _FENCE.match(text, left) if left >= start else None
            if line:
                yield line


def _encodable(text: str) -> str:
    """Return the text with what has no form in UTF-8, half of a pair, replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _UNENCODABLE.sub("\ufffd", text)
    return text


def _width(mark: str) -> int:
    return len(mark) - len(mark.lstrip(mark[0]))


def _apart(edits: list[_Edit]) -> list[_Edit]:
    """Return the edits in order; of two that overlap the first grows over the second."""
    joined: list[_Edit] = []
    for span, filler, shown in sorted(edits):
        if joined and span.start < joined[-1][0].end:
            whole = Span(joined[-1][0].start, max(joined[-1][0].end, span.end))
            joined[-1] = (whole, joined[-1][1][:1], joined[-1][2])
        else:
            joined.append((span, filler, shown))
    return joined


def _filled(text: str, edits: list[_Edit]) -> str:
    """Return the text with every edited range filled; a filler's last character is repeated."""
    if not edits:
        return text
    parts: list[str] = []
    position = 0
    for span, filler, _ in edits:
        parts.append(text[position : span.start])
        parts.append(filler[: span.end - span.start].ljust(span.end - span.start, filler[-1]))
        position = span.end
    parts.append(text[position:])
    return "".join(parts)
