"""What a text must hold before a regex is worth compiling: pieces of which one stands in all that it matches."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

Hints = tuple[str, ...]

_MOST = 80  # pieces
_COMMON = frozenset(" .,-'’\n")  # marks that most texts have


def hints(pattern: str) -> Hints:
    """Return pieces of which every match of a regex holds at least one; nothing where that is not known."""
    from re import _parser  # type: ignore[attr-defined]

    try:
        tree = _parser.parse(pattern)
    except (re.error, RecursionError, OverflowError):
        return ()
    return () if tree.state.flags & re.IGNORECASE else _of_sequence(tree)


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> Hints:
    """Return the pieces of the part that tells most: whose shortest piece is longest, of those the fewest."""
    found: list[Hints] = []
    run = ""
    for kind, value in items:
        if str(kind) == "LITERAL":
            run += chr(value)
            continue
        found += [(run,), _of_part(str(kind), value)]
        run = ""
    told = [pieces for pieces in (*found, (run,)) if pieces and all(map(_tells, pieces))]
    told = [pieces for pieces in told if len(pieces) <= _MOST]
    return max(told, key=lambda pieces: (min(map(len, pieces)), -len(pieces)), default=())


def _of_part(kind: str, value: Any) -> Hints:
    if kind == "SUBPATTERN":
        _, added, _, inner = value
        return () if added & re.IGNORECASE else _of_sequence(inner)
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, inner = value
        return _of_sequence(inner) if least else ()
    if kind == "ATOMIC_GROUP":
        return _of_sequence(value)
    if kind == "BRANCH":
        choices = [_of_sequence(choice) for choice in value[1]]
        return tuple(dict.fromkeys(piece for choice in choices for piece in choice)) if all(choices) else ()
    return ()


def _tells(piece: str) -> bool:
    """Tell whether few texts have a piece: one letter or digit, or a common mark, says nothing."""
    return len(piece) > 1 or bool(piece and not piece.isalnum() and piece not in _COMMON)
