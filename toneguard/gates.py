"""The words that a text must have before a template is worth a try.

A gate is open to a text that has a word of each of its sets; a template has one gate or several, and is tried on a text
to which one of them is open. Words are those of the shadow; `stem*` stands for all that begin so, `*ending` for all
that end so, and `*0*` for all with a digit.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

Gate = tuple[frozenset[bytes], ...]
Gates = tuple[Gate, ...]

OPEN: Gates = ((),)  # nothing is known: open to every text
_MOST = 24  # gates of a template
_LARGE = 60  # words of a set that is worth a look beside the first
_SETS = 4  # of a gate
_LONGEST = 24  # letters of a stem or ending that are looked at
_RUN = re.compile(rb"[\w*]+")
_DIGIT = re.compile(rb"\d")
_FIGURE = b"*0*"
FIGURE: Gates = ((frozenset({_FIGURE}),),)  # open to a text with a digit


def of_word(word: bytes) -> Gates:
    """Return the gate of a single word."""
    return ((frozenset({word}),),)


def of_literal(plain: bytes) -> Gates:
    """Return the gate of a literal of a template with its stars: its longest whole word, else stem or ending."""
    runs = _RUN.findall(plain)
    whole = [run for run in runs if b"*" not in run]
    keys = whole or [key for run in runs if (key := _key(run)) != b"*"]
    return of_word(max(keys, key=len)) if keys else OPEN


def _key(run: bytes) -> bytes:
    """Return what every word has that a run of letters and stars may be: its stem or ending, whichever is longer."""
    stem, *_, ending = run.split(b"*")
    return stem[:_LONGEST] + b"*" if len(stem) >= len(ending) else b"*" + ending[-_LONGEST:]


def keys_of(word: bytes) -> Iterator[bytes]:
    """Yield every key that a word has in gates, itself first."""
    yield word
    for size in range(1, min(len(word), _LONGEST) + 1):
        yield word[:size] + b"*"
        yield b"*" + word[-size:]
    if _DIGIT.search(word):
        yield _FIGURE


@lru_cache(maxsize=64)
def _keys_of_all(words: frozenset[bytes]) -> frozenset[bytes]:
    return frozenset(key for word in words for key in keys_of(word))


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
    known = _keys_of_all(frozenset(words))
    return any(not any(keys.isdisjoint(known) for keys in gate) for gate in gates)


def _widest(gates: Gates) -> frozenset[bytes]:
    """Return a set of which every text has a word to which one of the gates is open."""
    return frozenset[bytes]().union(*(gate[0] for gate in gates))


def _trimmed(gate: Gate) -> Gate:
    """Return the sets of a gate, the one that fewest texts have a word of first, and no more than are worth a look."""
    ranked = sorted(dict.fromkeys(gate), key=lambda keys: (_cost(keys), sorted(keys)))
    return (*ranked[:1], *(keys for keys in ranked[1:_SETS] if len(keys) <= _LARGE))


def _cost(keys: frozenset[bytes]) -> int:
    """Return how many texts are likely to have one of the words: short ones are common in every language."""
    return sum(8 if len(word.strip(b"*")) <= 3 else 3 if len(word) == 4 else 1 for word in keys)
