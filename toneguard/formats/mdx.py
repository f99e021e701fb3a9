"""What MDX adds to Markdown: imports and exports, expressions in braces, components."""

from __future__ import annotations

import re
from bisect import bisect_left

from toneguard.document import Tag
from toneguard.late import late
from toneguard.source import Span, inside

_TOKEN = late(r"`[^`\n]*+`|[{}]|\n[ \t]*+\r?(?=\n)")
_MODULE = late(
    r"^(?:import[ \t]+(?=['\"{*]|\w++(?:[ \t]*+,|[ \t]+from\b))"
    r"|export[ \t]+(?=[{*]|(?:default|const|let|var|function|async|class)\b))",
    re.M,
)
_CHUNK = late(r"[^\n]*+(?:\n(?![ \t\r]*+$)[^\n]++)*+(?:\n[ \t\r]*+(?=\n|\Z))*+", re.M)
_LONGEST_MODULE = 60  # chunks between blank lines
_TAG = late(r"</?(?P<name>[A-Za-z][\w.:-]*+)?(?P<rest>[\s/](?:=[ ]?+\"[^\"\n]*+\"|=[ ]?+'[^'\n]*+'|[^<>])*+)?>")
_INDENTED = late(r"(?:\A|\n)[ ]*+\n(?P<indent>[ ]{4,}|\t[ \t]*)(?=\S)")


def find(text: str, start: int, fences: list[Span]) -> tuple[list[Span], list[tuple[Span, str]]]:
    """Return the modules and expressions of a text, and the comments among the expressions with their words."""
    modules = _modules(text, start, fences)
    taken = sorted([*fences, *modules])
    comments: list[tuple[Span, str]] = []
    expressions = [span for span in _braces(text, start, fences) if not inside(taken, span.start)]
    for span in expressions:
        words = text[span.start + 1 : span.end - 1].strip()
        if words.startswith("/*") and words.endswith("*/"):
            comments.append((span, words[2:-2]))
    return [*modules, *expressions], comments


def _modules(text: str, start: int, fences: list[Span]) -> list[Span]:
    """Return imports and exports: up to a blank line at which their brackets are closed."""
    found: list[Span] = []
    patient = True
    for match in _MODULE.finditer(text, start):
        if inside(fences, match.start()) or (found and match.start() < found[-1].end):
            continue
        first = end = _chunk_end(text, match.start())
        balance = _balance(text, match.start(), end)
        for _ in range(_LONGEST_MODULE if patient else 0):
            if balance <= 0 or end >= len(text):
                break
            position, end = end, _chunk_end(text, end + 1)
            balance += _balance(text, position, end)
        if balance > 0:  # never closed: it ends at the first blank line, and no other is given so much time
            patient, end = False, first
        found.append(Span(match.start(), end))
    return found


def _chunk_end(text: str, start: int) -> int:
    match = _CHUNK.match(text, start)
    return match.end() if match else len(text)


def _balance(text: str, start: int, end: int) -> int:
    return sum(text.count(mark, start, end) for mark in "{[(") - sum(text.count(mark, start, end) for mark in "}])")


def _braces(text: str, start: int, fences: list[Span]) -> list[Span]:
    """Return the outermost pairs of braces; a pair never spans a blank line."""
    opened: list[int] = []
    found: list[Span] = []
    for token in _TOKEN.finditer(text, start):
        mark = token.group()
        if mark[0] == "\n":
            opened.clear()
        elif mark == "{":
            opened.append(token.start())
        elif mark == "}" and opened:
            span = Span(opened.pop(), token.end())
            del found[bisect_left(found, span) :]  # pairs inside this one
            if not inside(fences, span.start):
                found.append(span)
    return found


def tags(hidden: str, start: int, fences: list[Span]) -> list[Tag]:
    """Return the tags of components, fragments and those whose attributes are expressions."""
    found = []
    for match in _TAG.finditer(hidden, start):
        name, rest = match["name"] or "", match["rest"] or ""
        component = not name or name[0].isupper() or "." in name
        spread = re.search(r"\s\x1a", rest)
        if (component or spread) and not inside(fences, match.start()) and (name or not rest):
            found.append(Tag(Span(*match.span()), name))
    return found


def outdented(hidden: str, text: str) -> str:
    """Return the text with the indentation behind a hidden line filled: MDX knows no indented code."""

    def fill(match: re.Match[str]) -> str:
        above = text[match.start() : match.start("indent")]
        if not above.strip():
            return match.group()
        kept = match.group()[: match.start("indent") - match.start()]
        return kept + "\u200b" * len(match["indent"])

    return _INDENTED.sub(fill, hidden)
