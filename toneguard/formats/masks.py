"""Template syntax inside Markdown that is no prose: Hugo, Jekyll and Liquid tags, MDX, admonition markers.

Masks hide it from the parser without moving anything: each character is replaced by one of the same UTF-8 length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from toneguard.document import Directive
from toneguard.source import Span

_FILLERS = {1: "\x1a", 2: "\x80", 3: "\ufffc", 4: "\U000f0000"}
# Every alternative stops at the first character that cannot belong to it, so that hostile text costs linear time.
_TAG = re.compile(
    r"\{\{[^{}\n]*(?:\n[^{}\n]+)*\n?\}\}"  # {{< hugo >}}, {{% hugo %}}, {{ liquid }}
    r"|\{%[^%]*%\}"  # {% liquid %}
    r"|\{:[^{}\n]*\}"  # {: .kramdown }
    r"|^::[A-Z][A-Z0-9_:]*::$"  # private tokens alone on a line
    r"|^(?:!!!|\?\?\?\+?)[ \t]+[\w-]+"  # !!! note
    r"|^:::+[ \t]*[\w-]*(?:\{[^{}\n]*\})?"  # :::note
    r"|\[\[_?(?:toc|TOC)_?\]\]",
    re.M,
)
_NAME = re.compile(r"\{[{%][<%]?-?\s*(/|end)?\s*(\w+)")
# Paired tags whose content is not prose either.
_OPAQUE = frozenset({"highlight", "code", "mermaid", "raw", "math", "katex", "comment", "gist", "chart", "svg"})
_MDX = re.compile(
    r"\{/\*(?P<comment>[^*]*(?:\*(?!/)[^*]*)*)\*/\}"
    r"|^(?:import|export)[ \t][^\n]*(?:\n(?![ \t]*$)[^\n]+)*"
    r"|\{[^{}\n]*(?:\{[^{}\n]*\}[^{}\n]*)*\}",
    re.M,
)


def find(text: str, *, start: int, mdx: bool) -> list[Span]:
    """Return the ranges of template syntax from an offset on, ascending and apart."""
    found = list(_tags(text, start))
    if mdx:
        found += [Span(*match.span()) for match in _MDX.finditer(text, start)]
    return _apart(found)


def mdx_directives(text: str, start: int) -> Iterator[Directive]:
    """Yield the comments `{/* … */}` of an MDX file."""
    for match in _MDX.finditer(text, start):
        if match["comment"] is not None:
            yield Directive(Span(*match.span()), match["comment"])


def _tags(text: str, start: int) -> Iterator[Span]:
    """Yield tags, and from an opaque opening tag to its closing one as a whole."""
    matches = list(_TAG.finditer(text, start))
    closings: dict[str, list[int]] = defaultdict(list)
    for index, match in enumerate(matches):
        name = _NAME.match(match.group())
        if name and name[1]:
            closings[name[2]].append(index)
    index = 0
    while index < len(matches):
        match, last = matches[index], index
        name = _NAME.match(match.group())
        if name and not name[1] and name[2] in _OPAQUE:
            ends = closings[name[2]]
            place = bisect_left(ends, index)
            last = ends[place] if place < len(ends) else index
        yield Span(match.start(), matches[last].end())
        index = last + 1


def _apart(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def hide(text: str, spans: list[Span]) -> str:
    """Return the text with every masked character replaced by a filler of the same UTF-8 length."""
    parts: list[str] = []
    position = 0
    for span in spans:
        parts.append(text[position : span.start])
        hidden = text[span.start : span.end]
        if hidden.isascii():
            parts.append(_FILLERS[1] * len(hidden))
        else:
            parts.append("".join(_FILLERS[len(letter.encode("utf-8", "surrogatepass"))] for letter in hidden))
        position = span.end
    parts.append(text[position:])
    return "".join(parts)
