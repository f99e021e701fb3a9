"""What an output is, and how text of a post is made safe to print."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toneguard.finding import Report

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Style:
    """How a report may look; `width` in columns."""

    version: str = ""
    color: bool = False
    width: int = 80


@dataclass(frozen=True)
class Output:
    """A name, and a pure function from the reports and error lines of a run to characters."""

    name: str
    render: Callable[[Sequence[Report], Sequence[str], Style], str]


def printable(text: str) -> str:
    """Return a text on one line without characters that could steer a terminal."""
    return _CONTROL.sub("\ufffd", " ".join(text.split()))
