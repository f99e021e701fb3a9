"""The words that a text must have before a template is worth a try.

A gate is open to a text that has a word of each of its sets; a template has one gate or several, and is tried on a text
to which one of them is open. Words are those of the shadow.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

Gate = tuple[frozenset[bytes], ...]
Gates = tuple[Gate, ...]

OPEN: Gates = ((),)  # nothing is known: open to every text
_MOST = 24  # gates of a template
_LARGE = 60  # words of a set that is worth a look beside the first
_SETS = 4  # of a gate


def of_word(word: bytes) -> Gates:
    """Return the gate of a single word."""
    return ((frozenset({word}),),)


def either(choices: Sequence[Gates]) -> Gates:
    """Return the gates of alternatives; single words share a gate, and too many gates become the widest one."""
    gates = dict.fromkeys(gate for choice in choices for gate in choice)
    if () in gates:
        return OPEN
    words = frozenset[bytes]().union(*(gate[0] for gate in gates if len(gate) == 1))
    found = (*(((words,),) if words else ()), *(gate for gate in gates if len(gate) > 1))
    return found if len(found) <= _MOST else ((_widest(found),),)


def together(parts: Sequence[Gates]) -> Gates:
    """Return the gates of a sequence: those of the part that tells most, each with what the other parts need."""
    several = sorted((part for part in parts if len(part) > 1), key=lambda part: _cost(_widest(part)))
    needed = [keys for part in parts if len(part) == 1 for keys in part[0]]
    needed += [_widest(part) for part in several[1:]]
    chosen = several[0] if several else OPEN
    return tuple(dict.fromkeys(_trimmed((*gate, *needed)) for gate in chosen))


def is_open(gates: Gates, words: Collection[bytes]) -> bool:
    """Tell whether one of the gates is open to a text with these words."""
    return any(not any(keys.isdisjoint(words) for keys in gate) for gate in gates)


def _widest(gates: Gates) -> frozenset[bytes]:
    """Return a set of which every text has a word to which one of the gates is open."""
    return frozenset[bytes]().union(*(gate[0] for gate in gates))


def _trimmed(gate: Gate) -> Gate:
    """Return the sets of a gate, the one that fewest texts have a word of first, and no more than are worth a look."""
    ranked = sorted(dict.fromkeys(gate), key=lambda keys: (_cost(keys), sorted(keys)))
    return (*ranked[:1], *(keys for keys in ranked[1:_SETS] if len(keys) <= _LARGE))


def _cost(keys: frozenset[bytes]) -> int:
    """Return how many texts are likely to have one of the words: short ones are common in every language."""
    return sum(8 if len(word) <= 3 else 3 if len(word) == 4 else 1 for word in keys)
