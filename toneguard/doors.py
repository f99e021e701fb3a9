"""Which templates a text's words let in: the gates of many, asked all at once.

Every gate is a bit. A word has a mask for each place in a gate, with the bits of the gates that want it there; what is
open to a text is what its words' masks, or-ed place by place, have in common. A word's masks are built when a text
first has it: most words of the lists never come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from toneguard.gates import Gates, keys_of

_NONE = (0,)  # the masks of a word that no gate asks for
_MEMORY = 1 << 15  # words remembered that no gate asks for


class Doors:
    """The gates of numbered templates, in the order they were added; none is added once a text has come."""

    def __init__(self) -> None:
        self._numbers: list[int] = []  # of the template that each gate belongs to
        self._sizes: list[int] = []  # how many places each gate has
        self._places: dict[frozenset[bytes], list[tuple[int, int]]] = {}
        self._sets: defaultdict[bytes, list[frozenset[bytes]]] = defaultdict(list)  # by key
        self._masks: dict[bytes, tuple[int, ...]] = {}

    def add(self, number: int, gates: Gates) -> None:
        """Add a template by its number; it is let in where one of its gates is open."""
        for gate in gates:
            bit = len(self._numbers)
            self._numbers.append(number)
            self._sizes.append(len(gate))
            for place, keys in enumerate(gate):
                if keys in self._places:
                    self._places[keys].append((place, bit))
                    continue
                self._places[keys] = [(place, bit)]
                for key in keys:
                    self._sets[key].append(keys)

    @cached_property
    def _spare(self) -> tuple[int, ...]:
        """For each place the bits of the gates that want nothing there."""
        return tuple(_mask(size <= place for size in self._sizes) for place in range(max(self._sizes, default=0)))

    def of(self, numbers: Iterable[int]) -> int:
        """Return the bits of the gates of some templates."""
        wanted = frozenset(numbers)
        return _mask(number in wanted for number in self._numbers)

    def open_to(self, words: Iterable[bytes], among: int) -> Sequence[int]:
        """Return in order the numbers of the templates that may match a text of these words, among some bits."""
        masks = [found for word in words if len(found := self._masks.get(word) or self._met(word)) > 1]
        for place, spare in enumerate(self._spare):
            bits = spare
            for mask in masks:
                bits |= mask[place]
            among &= bits
            if not among:
                return ()
        return sorted({self._numbers[bit] for bit in _bits(among)})

    def _met(self, word: bytes) -> tuple[int, ...]:
        asked = [keys for key in keys_of(word) for keys in self._sets.get(key, ())]
        masks = [0] * len(self._spare)
        for keys in asked:
            for place, bit in self._places[keys]:
                masks[place] |= 1 << bit
        found = tuple(masks) if asked else _NONE
        if asked or len(self._masks) < _MEMORY:
            self._masks[word] = found
        return found


def _mask(flags: Iterable[bool]) -> int:
    """Return the bits that are set, the first one lowest."""
    return int("0" + "".join("1" if flag else "0" for flag in flags)[::-1], 2)


def _bits(mask: int) -> Iterable[int]:
    """Yield the places of the bits that are set, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
