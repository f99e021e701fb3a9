"""The words that a text must have before a template is worth a try.

A gate is open to a text that has a word of each of its sets; a template has one gate or several, and is tried on a text
to which one of them is open. Words are those of the shadow, and some marks count as words; `stem*` stands for all that
begin so, `*ending` for all that end so, `*0*` for all with a digit and `*0a*` for those that have letters too. A key
behind `^` is one that the first word must have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from math import prod

from toneguard.commonness import share
from toneguard.late import late

Keys = frozenset[bytes]
Gate = tuple[Keys, ...]
Gates = tuple[Gate, ...]

OPEN: Gates = ((),)  # nothing is known: open to every text
START = b"^"
_MOST = 48  # gates of a template
_SETS = 5  # of a gate
_WORTH = 4  # so many times less than a single gate several must let in
_ENOUGH = 1e-7  # the share of sentences that a gate is guessed open to, at which it needs no further set
_COMMON = (0.1, 0.03, 0.01, 0.003, 0.0)  # the shares from which a set may go where gates are too many
_LONGEST = 24  # letters of a stem or ending that are looked at
_RUN = late(rb"[\w*]+")
_WORD = late(rb"\w+")
_MARKS = b"!$%+,-:?~"  # the marks that count as words
_MARK = [bytes((code,)) for code in range(256)]
_OTHERS = bytes(set(range(256)) - set(_MARKS))
_DIGIT = late(rb"\d")
_LETTER = late(rb"[^\W\d]")
_FIGURE, _UNIT = b"*0*", b"*0a*"
_CURRENCIES = b"kroner kronor kr sek dkk euro euros dollar dollars pound pounds usd eur gbp"
_SLOTS = {  # by slot, the keys of which all that it matches has one: of each set, and of its first word
    "number": ((Keys((_FIGURE,)),), Keys((_FIGURE,))),
    "percent": ((Keys((_FIGURE,)), Keys((_UNIT, *b"% percent* cent* procent* pct*".split()))), Keys((_FIGURE,))),
    "money": (
        (Keys((_FIGURE,)), Keys((_UNIT, *b"$ ~ -".split(), *_CURRENCIES.split()))),
        Keys((_FIGURE, *b"kr sek dkk usd eur gbp".split())),
    ),
    "I": ((Keys((b"i",)),), Keys((b"i",))),
}


def words_of(text: bytes) -> list[bytes]:
    """Return the words of a shadow, its first word once more as such, and its marks."""
    found = _WORD.findall(text)
    if found:
        found.append(START + found[0])
    if marks := text.translate(None, _OTHERS):
        found.extend(map(_MARK.__getitem__, set(marks)))
    return found


def unplaced(gates: Gates) -> Gates:
    """Return gates that ask for the same words wherever they stand."""
    return tuple(tuple(Keys(key.removeprefix(START) for key in keys) for keys in gate) for gate in gates)


def of_slot(name: str) -> Gates:
    """Return the gates of what a slot matches."""
    return (_needed(_SLOTS[name][0]),) if name in _SLOTS else OPEN


def first_of_slot(name: str) -> Keys | None:
    """Return keys of which the first word of what a slot matches has one, or None where that may be any word."""
    return _SLOTS[name][1] if name in _SLOTS else None


def of_literal(plain: bytes) -> Gates:
    """Return the gate of a literal of a template with its stars: all its words, whole ones or their stems and endings.

    >>> of_literal(b"co-fund*")
    ((frozenset({b'co'}), frozenset({b'fund*'})),)
    """
    keys = [key for run in _RUN.findall(plain) if (key := _key(run)) != b"*"]
    return (_needed(frozenset({key}) for key in (*keys, *map(_MARK.__getitem__, plain.translate(None, _OTHERS)))),)


def first_of(plain: bytes) -> Keys | None:
    """Return the key that the first word of a literal has, or None where that says nothing."""
    runs = _RUN.findall(plain)
    return frozenset({key}) if runs and (key := _key(runs[0])) != b"*" else None


def at_start(keys: Keys | None) -> Gates:
    """Return the gate of a text whose first word has one of some keys; None is any word."""
    return OPEN if keys is None else ((frozenset(START + key for key in keys),),)


def _key(run: bytes) -> bytes:
    """Return what every word has that a run of letters and stars may be: itself, or its stem or ending if longer."""
    stem, *others = run.split(b"*")
    if not others:
        return run
    ending = others[-1]
    return stem[:_LONGEST] + b"*" if len(stem) >= len(ending) else b"*" + ending[-_LONGEST:]


def keys_of(word: bytes) -> Iterator[bytes]:
    """Yield every key that a word has in gates, itself first."""
    yield word
    for size in range(1, min(len(word), _LONGEST) + 1):
        yield word[:size] + b"*"
        yield b"*" + word[-size:]
    if _DIGIT.search(word):
        yield _FIGURE
        if _LETTER.search(word):
            yield _UNIT


def either(choices: Sequence[Gates]) -> Gates:
    """Return the gates of alternatives."""
    return _few(gate for choice in choices for gate in choice)


def together(parts: Iterable[Gates]) -> Gates:
    """Return the gates of a sequence: each of a part's with each of the others', the rarest part first."""
    ranked = sorted((part for part in parts if () not in part), key=lambda part: share(_widest(part)))
    return reduce(_both, ranked, OPEN)


def of_template(parts: Sequence[Gates]) -> Gates:
    """Return the gates of a whole template: a single one of what all its parts need, or several if they tell more."""
    single = _needed(keys for part in parts for keys in _wanted(part))
    several = together(parts)
    return several if sum(map(_guess, several)) * _WORTH < _guess(single) else (single,)


def _guess(gate: Gate) -> float:
    """Return a guess at the share of sentences that a gate is open to."""
    return prod(map(share, gate))


def _wanted(gates: Gates) -> Iterator[Keys]:
    """Yield sets of each of which every text has a word to which one of the gates is open."""
    if () not in gates:
        for place in range(max(map(len, gates))):
            yield Keys().union(*(gate[min(place, len(gate) - 1)] for gate in gates))


def _both(gates: Gates, part: Gates) -> Gates:
    """Return the gates of two parts; one whose gates would make too many counts with its widest set only."""
    if gates is OPEN:
        return part
    chosen = part if len(gates) * len(part) <= _MOST else ((_widest(part),),)
    return _few(_needed((*gate, *more)) for gate in gates for more in chosen)


def _widest(gates: Gates) -> Keys:
    """Return a set of which every text has a word to which one of the gates is open."""
    return next(_wanted(gates))


def _needed(sets: Iterable[Keys]) -> Gate:
    """Return the gate of some sets, the rarest first: no more than are worth a look, none that another implies."""
    found: list[Keys] = []
    guess = 1.0
    for keys in sorted(dict.fromkeys(sets), key=lambda keys: (share(keys), len(keys), sorted(keys))):
        if guess <= _ENOUGH or len(found) == _SETS:
            break
        if not any(keys >= other for other in found):
            found.append(keys)
            guess *= share(keys)
    return tuple(found)


def _few(gates: Iterable[Gate]) -> Gates:
    """Return gates that are open wherever these are; too many lose the sets that tell least until few are left."""
    found = dict.fromkeys(gates)
    if () in found:
        return OPEN
    if len(found) == 1:
        return tuple(found)
    alone = Keys().union(*(gate[0] for gate in found if len(gate) == 1))
    few = _united(gate for gate in found if len(gate) == 1 or not any(keys <= alone for keys in gate))
    for common in _COMMON:
        if len(few) <= _MOST:
            break
        few = _united(dict.fromkeys(tuple(keys for keys in gate if share(keys) < common) or gate[:1] for gate in few))
    return few


def _united(gates: Iterable[Gate]) -> tuple[Gate, ...]:
    """Unite gates that differ in one set: `(a, b)` or `(a, c)` is `(a, b or c)`."""
    found = tuple(gates)
    for place in range(max(map(len, found), default=0)):
        groups: dict[frozenset[Keys], list[Gate]] = {}
        for gate in found:
            if place < len(gate):
                groups.setdefault(frozenset((*gate[:place], *gate[place + 1 :])), []).append(gate)
        short = (gate for gate in found if place >= len(gate))
        found = (*short, *(_union(rest, several, place) for rest, several in groups.items()))
    return found


def _union(rest: Iterable[Keys], gates: Sequence[Gate], place: int) -> Gate:
    """Return the gate of those that have the rest in common, and each its own set at a place."""
    return gates[0] if len(gates) == 1 else _needed((*rest, Keys().union(*(gate[place] for gate in gates))))
