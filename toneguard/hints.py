"""What a text must hold before a regex is worth compiling: pieces of which one stands in all that it matches.

They are looked for in `seen(text)`, where pieces whose case does not count stand in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import Any

import re2

Hints = tuple[str, ...]

_MOST = 80  # pieces
_WORD = 4  # letters
_PAYS = 20_000  # characters in which pieces are looked for one by one before an automaton for all of them is built
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzåäöæø")  # letters of which we know all that Python takes for them
_ODD = {"İ": "i", "ı": "i", "ſ": "s"}  # letters that it takes for these when case does not count
_COMMON = frozenset(" .,-'’\n")  # marks that most texts have
_FREQUENT = _COMMON | frozenset(':;()"/')  # marks that many have


def hints(pattern: str) -> Hints:
    """Return pieces of which every match of a regex holds at least one; nothing where that is not known."""
    from re import _parser  # type: ignore[attr-defined]

    try:
        tree = _parser.parse(pattern)
    except (re.error, RecursionError, OverflowError):
        return ()
    return _of_sequence(tree, bool(tree.state.flags & re.IGNORECASE))


def seen(text: str) -> str:
    """Return a text in which the hints of a regex stand if the regex matches there."""
    small = text
    for letter, plain in () if text.isascii() else _ODD.items():
        if letter in small:
            small = small.replace(letter, plain)
    return f"{text}\n{small.lower()}"


class Pieces:
    """Which of many pieces a text holds. All are looked for in one go once that pays: a short run never comes to it."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._pieces = tuple(dict.fromkeys(pieces))
        self._read = 0

    def within(self, texts: Sequence[str]) -> list[Collection[str]]:
        """Return the pieces that each text holds."""
        self._read += sum(map(len, texts))
        if self._read >= _PAYS:
            return [self._all(text) for text in texts]
        whole = "\n".join(texts)
        there = [piece for piece in self._pieces if piece in whole]
        return [[piece for piece in there if piece in text] for text in texts]

    def _all(self, text: str) -> list[str]:
        return [self._pieces[number] for number in self._set.Match(_encoded(text)) or ()]

    @cached_property
    def _set(self) -> Any:
        made = re2.Set.SearchSet(_bytewise())
        for piece in self._pieces:
            made.Add(re.escape(_encoded(piece)))
        made.Compile()
        return made


def _bytewise() -> re2.Options:
    chosen = re2.Options()
    chosen.encoding = re2.Options.Encoding.LATIN1
    return chosen


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def starts(pattern: str) -> bool:
    """Tell whether a regex matches at the start of a text only."""
    from re import _parser  # type: ignore[attr-defined]

    tree = _parser.parse(pattern)
    where = str(tree[0][1]) if tree else ""
    return where == "AT_BEGINNING_STRING" or (where == "AT_BEGINNING" and not tree.state.flags & re.MULTILINE)


def _of_sequence(items: Iterable[tuple[Any, Any]], small: bool) -> Hints:
    """Return the pieces of the part that tells most: whose shortest piece is longest, of those the fewest.

    `small` says that case does not count: then the pieces are in small letters, and few letters tell anything.
    """
    found: list[Hints] = []
    run = ""
    for kind, value in items:
        letter = _letter(value, small) if str(kind) == "LITERAL" else ""
        if letter:
            run += letter
            continue
        found += [(run,), _of_part(str(kind), value, small) if str(kind) != "LITERAL" else ()]
        run = ""
    told = [pieces for pieces in (*found, (run,)) if pieces and all(map(_tells, pieces))]
    told = [pieces for pieces in told if len(pieces) <= _MOST]
    return max(told, key=lambda pieces: (min(map(_worth, pieces)), -len(pieces)), default=())


def _letter(code: int, small: bool) -> str:
    """Return a character as it stands in pieces, nothing for a letter that tells nothing."""
    letter = chr(code)
    if not small or not (letter.isalpha() or letter.lower() != letter.upper()):
        return letter
    return lower if (lower := letter.lower()) in _PLAIN else ""


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
        letters = tuple(_letter(number, small) for _, number in value)
        return letters if all(letters) else ()
    if kind == "BRANCH":
        choices = [_of_sequence(choice, small) for choice in value[1]]
        return tuple(dict.fromkeys(piece for choice in choices for piece in choice)) if all(choices) else ()
    return ()


def _worth(piece: str) -> int:
    """Return how much a piece tells: as much as it has letters, or as a word for a mark that few texts have."""
    rare = any(not letter.isalnum() and letter not in _FREQUENT for letter in piece)
    return max(len(piece), _WORD) if rare else len(piece)


def _tells(piece: str) -> bool:
    """Tell whether few texts have a piece: one letter or digit, or a common mark, says nothing."""
    return len(piece) > 1 or bool(piece and not piece.isalnum() and piece not in _COMMON)
