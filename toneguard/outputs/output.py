"""What an output is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toneguard.finding import Report


@dataclass(frozen=True)
class Style:
    """How a report may look: the tool's version, colour, and the width of lines in columns."""

    version: str = ""
    color: bool = False
    width: int = 80
    hidden: int = 0


@dataclass(frozen=True)
class Output:
    """A name, and a pure function from the reports and error lines of a run to characters."""

    name: str
    render: Callable[[Sequence[Report], Sequence[str], Style], str]
