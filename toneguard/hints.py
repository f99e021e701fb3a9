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
    return _of_sequence(tree, bool(tree.state.flags & re.IGNORECASE))


def starts(pattern: str) -> bool:
    """Tell whether a regex matches at the start of a text only."""
    from re import _parser  # type: ignore[attr-defined]

    tree = _parser.parse(pattern)
    return bool(tree) and str(tree[0][1]) == "AT_BEGINNING" and not tree.state.flags & re.MULTILINE


def _of_sequence(items: Iterable[tuple[Any, Any]], small: bool) -> Hints:
    """Return the pieces of the part that tells most: whose shortest piece is longest, of those the fewest.

    `small` says that case does not count: then no letter tells anything.
    """
    found: list[Hints] = []
    run = ""
    for kind, value in items:
        if str(kind) == "LITERAL" and not (small and chr(value).isalpha()):
            run += chr(value)
            continue
        found += [(run,), _of_part(str(kind), value, small)]
        run = ""
    told = [pieces for pieces in (*found, (run,)) if pieces and all(map(_tells, pieces))]
    told = [pieces for pieces in told if len(pieces) <= _MOST]
    return max(told, key=lambda pieces: (min(map(len, pieces)), -len(pieces)), default=())


def _of_part(kind: str, value: Any, small: bool) -> Hints:
    if kind == "SUBPATTERN":
        _, added, dropped, inner = value
        return _of_sequence(inner, (small or bool(added & re.IGNORECASE)) and not dropped & re.IGNORECASE)
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, inner = value
        return _of_sequence(inner, small) if least else ()
    if kind == "ATOMIC_GROUP":
        return _of_sequence(value, small)
    if kind == "IN" and all(str(one) == "LITERAL" for one, _ in value):
        return () if small else tuple(chr(number) for _, number in value)
    if kind == "BRANCH":
        choices = [_of_sequence(choice, small) for choice in value[1]]
        return tuple(dict.fromkeys(piece for choice in choices for piece in choice)) if all(choices) else ()
    return ()


def _tells(piece: str) -> bool:
    """Tell whether few texts have a piece: one letter or digit, or a common mark, says nothing."""
    return len(piece) > 1 or bool(piece and not piece.isalnum() and piece not in _COMMON)
