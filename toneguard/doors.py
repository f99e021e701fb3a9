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
from toneguard.gates import Gates, keys_of

_PART = 3  # bytes
_Places = list[tuple[int, int]]  # in gates, and their bits
_DIGITS = b"01" + bytes(254)
_MEMORY = 1 << 15  # words remembered that no gate asks for


class Doors:
    """The gates of numbered templates, in the order they were added; none is added once a text has come."""

    def __init__(self) -> None:
        self._numbers: list[int] = []  # of the template that each gate belongs to
        self._sizes: list[int] = []  # how many places each gate has
        self._places: list[_Places | bytes] = []  # of each set of keys: who wants it, as it is or in a parcel
        self._sets: dict[bytes, list[int]] = {}  # by key
        self._index: dict[frozenset[bytes], int] = {}
        self._masks: dict[bytes, int] = {}

    @property
    def state(self) -> tuple[Any, ...]:
        """Everything that was added, in plain values, as `of_state` takes it."""
        return self._numbers, self._sizes, [*map(_parcel, self._places)], self._sets

    @classmethod
    def of_state(cls, state: tuple[Any, ...]) -> Doors:
        """Return what a state says."""
        made = cls()
        made._numbers, made._sizes, made._places, made._sets = state
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
                places = self._places[self._index[keys]]
                assert isinstance(places, list)
                places.append((place, bit))

    @cached_property
    def _most(self) -> int:
        return max(self._sizes, default=0)

    @cached_property
    def _spare(self) -> int:
        """The bits of the gates, for each place in which they want nothing."""
        sizes = bytes(self._sizes)
        wanted = [bytes(size <= place for size in range(256)) for place in range(self._most)]
        return _mask(b"".join(sizes.translate(table) for table in wanted))

    def of(self, numbers: Iterable[int]) -> int:
        """Return the bits of the gates of some templates."""
        wanted = frozenset(numbers)
        return _mask(bytes(map(wanted.__contains__, self._numbers)))

    def open_to(self, words: Iterable[bytes], among: int) -> Sequence[int]:
        """Return in order the numbers of the templates that may match a text of these words, among some bits."""
        known = self._masks
        found = [mask if (mask := known.get(word)) is not None else self._met(word) for word in words]
        wanted = reduce(or_, found, self._spare)
        for _ in range(self._most):
            among &= wanted
            wanted >>= len(self._numbers)
        return sorted({self._numbers[bit] for bit in _bits(among)}) if among else ()

    @cached_property
    def _parts(self) -> frozenset[bytes]:
        """The first and last three bytes of the stems and endings asked for."""
        stems = (key[:_PART] for key in self._sets if key.endswith(b"*"))
        return frozenset(stems) | {key[-_PART:] for key in self._sets if key.startswith(b"*")}

    def _has_part(self, word: bytes) -> bool:
        """Tell quickly whether a word may have another key than itself; most words of a text have none."""
        parts = self._parts
        return (
            not word.isalpha()
            or word[:_PART] in parts
            or word[-_PART:] in parts
            or not parts.isdisjoint((word[:2] + b"*", b"*" + word[-2:], word[:1] + b"*", b"*" + word[-1:]))
        )

    def _met(self, word: bytes) -> int:
        count = len(self._numbers)
        found = [
            place * count + bit
            for key in (keys_of(word) if self._has_part(word) else (word,))
            for wanted in self._sets.get(key, ())
            for place, bit in _opened(self._places[wanted])
        ]
        mask = _set(found)
        if mask or len(self._masks) < _MEMORY:
            self._masks[word] = mask
        return mask


def _parcel(places: _Places | bytes) -> bytes:
    return places if isinstance(places, bytes) else marshal.dumps(places, MARSHAL)


def _opened(places: _Places | bytes) -> _Places:
    found: _Places = marshal.loads(places) if isinstance(places, bytes) else places
    return found


def _mask(flags: bytes) -> int:
    """Return the bits that are set, the first one lowest."""
    return int(flags.translate(_DIGITS)[::-1] or b"0", 2)


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
