"""Which templates a text's words let in: the gates of many, asked all at once.

Every gate is a bit, once for each place in a gate. A word's mask has the bits of the gates that want it there, place
behind place; open to a text is what its words' masks, or-ed together, have set in all places. A word's mask is built
when a text first has it: most words of the lists never come.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Sequence
from functools import cached_property, reduce
from operator import or_
from typing import Any

from toneguard.cache import MARSHAL
from toneguard.gates import START, Gates, Keys, keys_of

_PART = 3  # bytes
_MEMORY = 1 << 15  # words remembered
_Bits = list[int]
_DIGITS = bytes.maketrans(b"\0\1", b"01")


class Doors:
    """The gates of numbered templates, in the order they were added; none is added once a text has come."""

    def __init__(self) -> None:
        self._numbers: list[int] = []  # of the template that each gate belongs to
        self._sizes: list[int] = []  # how many places each gate has
        self._places: list[list[tuple[int, int]]] = []  # of each set of keys: the places that want it, and their bits
        self._sets: dict[bytes, list[int]] = {}  # by key
        self._index: dict[Keys, int] = {}

    @property
    def state(self) -> tuple[Any, ...]:
        """Everything that was added, in plain values, as `of_state` takes it."""
        return self._numbers, self._sizes, [*map(_parcel, self._wanted)], self._sets

    @classmethod
    def of_state(cls, state: tuple[Any, ...]) -> Doors:
        """Return what a state says."""
        made = cls()
        made._numbers, made._sizes, made._wanted, made._sets = state
        return made

    def add(self, number: int, gates: Gates) -> None:
        """Add a template by its number; it is let in where one of its gates is open."""
        for gate in gates:
            bit = len(self._numbers)
            self._numbers.append(number)
            self._sizes.append(len(gate))
            for place, keys in enumerate(gate):
                if keys not in self._index:
                    self._index[keys] = len(self._places)
                    for key in keys:
                        self._sets.setdefault(key, []).append(len(self._places))
                    self._places.append([])
                self._places[self._index[keys]].append((place, bit))

    @cached_property
    def _shifts(self) -> range:
        """How far the bits of each place but the first stand from those of the first."""
        count = len(self._numbers)
        return range(count, count * max(self._sizes, default=0), count or 1)

    @cached_property
    def _wanted(self) -> list[_Bits | bytes]:
        """Of each set of keys the bits that stand for it, in all places, as they are or in a parcel."""
        count = len(self._numbers)
        return [[place * count + bit for place, bit in places] for places in self._places]

    @cached_property
    def _masks(self) -> _Masks:
        return _Masks(self._sets, self._wanted)

    @cached_property
    def _spare(self) -> int:
        """The bits of the gates, for each place in which they want nothing."""
        most = max(self._sizes, default=0)
        sizes = bytes(self._sizes)
        wanted = [bytes(size <= place for size in range(256)) for place in range(most)]
        return _mask(b"".join(sizes.translate(table) for table in wanted))

    def of(self, numbers: Iterable[int]) -> int:
        """Return the bits of the gates of some templates."""
        wanted = frozenset(numbers)
        return _mask(bytes(map(wanted.__contains__, self._numbers)))

    def open_to(self, words: Iterable[bytes], among: int) -> Sequence[int]:
        """Return in order the numbers of the templates that may match a text of these words, among some bits."""
        wanted = reduce(or_, filter(None, map(self._masks.__getitem__, words)), self._spare)
        among &= wanted
        for shift in self._shifts:
            among &= wanted >> shift
        return sorted({self._numbers[bit] for bit in _bits(among)}) if among else ()


class _Masks(dict[bytes, int]):
    """The masks of words, built when first met, for as many words as are remembered."""

    def __init__(self, sets: dict[bytes, list[int]], wanted: list[_Bits | bytes]) -> None:
        super().__init__()
        self._sets = sets
        self._wanted = wanted
        keys = [key.removeprefix(START) for key in sets if b"*" in key]
        self._parts = frozenset([key[:_PART] if key.endswith(b"*") else key[-_PART:] for key in keys])

    def __missing__(self, word: bytes) -> int:
        start, plain = (START, word[1:]) if word.startswith(START) else (b"", word)
        keys = keys_of(plain) if self._has_part(plain) else (plain,)
        found = [number for key in keys for number in self._sets.get(start + key, ())]
        mask = _set([bit for number in found for bit in _opened(self._wanted[number])]) if found else 0
        if len(self) < _MEMORY:
            self[word] = mask
        return mask

    def _has_part(self, word: bytes) -> bool:
        """Tell quickly whether a word may have another key than itself; most words of a text have none."""
        parts = self._parts
        return (
            not word.isalpha()
            or word[:_PART] in parts
            or word[-_PART:] in parts
            or not parts.isdisjoint((word[:2] + b"*", b"*" + word[-2:], word[:1] + b"*", b"*" + word[-1:]))
        )


def _parcel(bits: _Bits | bytes) -> bytes:
    return bits if isinstance(bits, bytes) else marshal.dumps(bits, MARSHAL)


def _opened(bits: _Bits | bytes) -> _Bits:
    found: _Bits = marshal.loads(bits) if isinstance(bits, bytes) else bits
    return found


def _mask(flags: bytes) -> int:
    """Return the bits that are set, the first one lowest."""
    return int(b"0" + flags[::-1].translate(_DIGITS), 2)


def _set(bits: Sequence[int]) -> int:
    """Return a mask with some bits set."""
    found = bytearray((max(bits, default=-1) >> 3) + 1)
    for bit in bits:
        found[bit >> 3] |= 1 << (bit & 7)
    return int.from_bytes(found, "little")


def _bits(mask: int) -> Iterable[int]:
    """Yield the places of the bits that are set, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
