"""Plain text as Markdown that shows it unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$])")
_BLANK = re.compile(r"\s+")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")
_TICKS = re.compile(r"`+")


def escaped(text: str) -> str:
    """Return a text on one line in which no character means markup, in a table cell neither."""
    line = _SPECIAL.sub(r"\\\1", _BLANK.sub(" ", text).replace("&", "&amp;"))
    return _LINE_START.sub(lambda start: f"{start[1]}{start[2][:-1]}\\{start[2][-1]}", line)


def prose(text: str) -> str:
    """Return a text escaped, but for what stands between backticks: keys and commands in the code's own words."""
    return "`".join(part if number % 2 else escaped(part) for number, part in enumerate(text.split("`")))


def code(text: str) -> str:
    """Return a text as a code span, for a cell of a table too."""
    ticks = "`" * (1 + max((len(run) for run in _TICKS.findall(text)), default=0))
    return f"{ticks}{text}{ticks}".replace("|", "\\|")


def fenced(text: str, language: str = "") -> str:
    """Return a text as a block of code."""
    fence = "`" * max(3, 1 + max((len(run) for run in _TICKS.findall(text)), default=0))
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of cells that are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def page(*parts: str) -> str:
    """Return the parts that are not empty as a file, a blank line between them."""
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"
