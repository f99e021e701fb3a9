"""What a markup format is."""

from __future__ import annotations

from collections.abc import Callable

from toneguard.document import Document
from toneguard.records import dataclass
from toneguard.source import Source


@dataclass(frozen=True)
class Format:
    """A name, the endings it reads (with their dot, lower case), and how it takes a source apart.

    `parse` never raises for any text; what is wrong with a post goes into `Document.problems`. Posts of a format that
    is not `walked` are read when they are named or included, not when a folder is.
    """

    name: str
    suffixes: frozenset[str]
    parse: Callable[[Source], Document]
    walked: bool = True
