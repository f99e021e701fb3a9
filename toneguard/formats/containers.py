"""Markers of admonitions, tabs and callouts in Markdown dialects, rewritten in place as what the parser knows.

`!!! note "Title"` becomes a list item with a heading, so that its indented body is prose and not code;
`:::tip Title` and `> [!tip] Title` become a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toneguard.late import late
from toneguard.records import dataclass
from toneguard.source import Span, inside

_INDENTED = late(
    r"^[ \t>]*+(?P<marker>(?:!!!|\?\?\?)\+?[ \t]+[a-z][\w-]*+(?:[ \t]++(?:inline|end))*+|===[+!]{0,2})"
    r"(?:[ \t]*+(?P<open>\")(?P<title>[^\"\n]*+)(?P<close>\"))?[ \t\r]*+\n"
    r"(?=(?:[ \t>]*+\r?\n)*+[ \t>]*?(?:[ ]{4}|\t))",
    re.M,
)
_COLONS = late(
    r"^[ \t>]*+(?P<marker>:::++(?:[ \t]*+[A-Za-z][\w.-]*+)?(?:\{[^{}\n]*+\}|[ \t]++\{[^{}\n]*+\})?)"
    r"(?P<open>\[)?(?P<title>[^\r\n\]]*+)(?P<close>\])?",
    re.M,
)
_CALLOUT = late(r"^[ \t>]*(?P<quote>>)[ \t]?(?P<marker>\[!\w++\][+-]?)(?P<title>[^\r\n]*+)", re.M)


@dataclass(frozen=True, slots=True)
class Marker:
    """What to fill in the source, and the offsets where the parser will see a container that is an admonition."""

    edits: tuple[tuple[Span, str], ...]
    begins: tuple[int, ...] = ()


def find(text: str, start: int, fences: list[Span]) -> Iterator[Marker]:
    """Yield the markers of a text from an offset on."""
    for match in _outside(_INDENTED, ("!!!", "???", "==="), text, start, fences):
        if match["title"] is not None or match["marker"][0] != "=":
            yield _indented(match)
    for match in _outside(_COLONS, (":::",), text, start, fences):
        yield _heading(match)
    for match in _outside(_CALLOUT, ("[!",), text, start, fences):
        yield _heading(match, match.start("quote"))


def _outside(
    pattern: re.Pattern[str], signs: tuple[str, ...], text: str, start: int, fences: list[Span]
) -> Iterator[re.Match[str]]:
    """Yield the matches outside code of a pattern that needs one of some signs, which few posts have at all."""
    if any(sign in text for sign in signs):
        yield from (match for match in pattern.finditer(text, start) if not inside(fences, match.start()))


def _indented(match: re.Match[str]) -> Marker:
    left = match.start("marker")
    right = match.end("open") if match["open"] else match.end("marker")
    filler = "-  # " if match["marker"].startswith("=") else "-   # "
    edits = [(Span(left, right), filler)]
    if match["close"]:
        edits.append((Span(*match.span("close")), " "))
    return Marker(tuple(edits), (left, left + filler.index("#")))


def _heading(match: re.Match[str], quote: int = -1) -> Marker:
    groups = match.groupdict()
    left = match.start("marker")
    right = match.end("open") if groups.get("open") else match.end("marker")
    filler = "# " if (match["title"] or "").strip() else "\x1a"
    edits = [(Span(left, right), filler)]
    if groups.get("close"):
        edits.append((Span(*match.span("close")), " "))
    return Marker(tuple(edits), (left, quote) if quote >= 0 else (left,))
