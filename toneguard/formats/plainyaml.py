"""Front matter as most posts have it, lines of `key: value`: read at once, where YAML can mean nothing else by them.

Loading YAML takes longer than linting a short post. Whatever is more than such lines is left to it.
"""

from __future__ import annotations

import re
from typing import Any

from toneguard.records import dataclass
from toneguard.regexes import compiled

# Which characters may stand on a line is asked of the whole text: classes of wide ones take long to compile.
_KEY = r"(?P<key>[A-Za-z_][A-Za-z0-9_.-]{0,60})"
_DOUBLE = r'"(?P<double>[^"\\\r\n]*+)"'
_SINGLE = r"'(?P<single>[^'\r\n]*+)'"
# A colon before a blank or the end would begin a mapping, a number sign behind a blank a comment.
_PLAIN = r"(?P<plain>[^\W_](?:(?!:(?: |\r?$)| #| +\r?$)[^\r\n])*+)"
_LINE = compiled(rf"(?:{_KEY}: +(?:{_DOUBLE}|{_SINGLE}|{_PLAIN}) *)?(?:\r?\n|\Z)", re.M)


@dataclass(frozen=True)
class Scalar:
    """A string, half-open where it stands with its quotes, and its mark as YAML has it: a quote, or "" for none."""

    value: str
    start: int
    end: int
    style: str = ""
    id: str = "scalar"


def entries(text: str) -> list[tuple[str, Any]] | None:
    """Return keys and scalars, or None for what is more than lines of `key: value`, each ended or the last one."""
    if not text.replace("\r\n", "").replace("\n", "").isprintable():  # also what YAML takes for the end of a line
        return None
    found: list[tuple[str, Any]] = []
    position = 0
    while position < len(text):
        line = _LINE.match(text, position)
        if line is None:
            return None
        position = line.end()
        for group, style, quotes in (("double", '"', 1), ("single", "'", 1), ("plain", "", 0)):
            if line[group] is not None:
                start, end = line.span(group)
                found.append((line["key"], Scalar(line[group], start - quotes, end + quotes, style)))
    return found
