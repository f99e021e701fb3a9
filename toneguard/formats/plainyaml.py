"""Front matter as most posts have it, lines of `key: value`: read at once, where YAML can mean nothing else by them.

Loading YAML takes longer than linting a short post. Whatever is more than such lines is left to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

# Letters, digits and marks that YAML reads as themselves on a line: no control characters, no line ends of its own.
_TEXT = " -~\u00a0-\u2027\u202a-\ud7ff\U00010000-\U0010ffff"
_KEY = r"(?P<key>[A-Za-z_][A-Za-z0-9_.-]{0,60})"
_DOUBLE = rf'"(?P<double>(?:(?!["\\])[{_TEXT}])*+)"'
_SINGLE = rf"'(?P<single>(?:(?!')[{_TEXT}])*+)'"
# A colon before a blank or the end would begin a mapping, a number sign behind a blank a comment.
_PLAIN = rf"(?P<plain>[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff](?:(?!:(?: |\r?$)| #| +\r?$)[{_TEXT}])*+)"


@dataclass(frozen=True)
class Scalar:
    """A string, half-open where it stands with its quotes, and its mark as YAML has it: a quote, or "" for none."""

    value: str
    start: int
    end: int
    style: str = ""
    id: str = "scalar"


@cache
def _line() -> re.Pattern[str]:
    return re.compile(rf"(?:{_KEY}: +(?:{_DOUBLE}|{_SINGLE}|{_PLAIN}) *)?(?:\r?\n|\Z)", re.M)


def entries(text: str) -> list[tuple[str, Any]] | None:
    """Return keys and scalars, or None for what is more than lines of `key: value`, each ended or the last one."""
    found: list[tuple[str, Any]] = []
    position = 0
    while position < len(text):
        line = _line().match(text, position)
        if line is None:
            return None
        position = line.end()
        for group, style, quotes in (("double", '"', 1), ("single", "'", 1), ("plain", "", 0)):
            if line[group] is not None:
                start, end = line.span(group)
                found.append((line["key"], Scalar(line[group], start - quotes, end + quotes, style)))
    return found
