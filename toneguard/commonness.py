"""How common words are: a guess at the share of sentences that have one of some keys of a gate.

A bad guess makes a search slower and changes nothing that is found.
"""

from __future__ import annotations

from functools import cache

from toneguard.languages import LANGUAGES
from toneguard.shadow import shadow

_COMMON = (0.25, 0.05, 0.015)  # the bands of a language's `common` words
_FUNCTION = 0.004  # its other function words
_RARE = 0.0005  # a word of no list
_KINDS = {b"*0*": 0.2, b"*0a*": 0.02}  # words with a digit, and with letters too
_MARKS = {b",": 0.4, b"-": 0.2, b":": 0.1, b"!": 0.05, b"?": 0.05, b"~": 0.03, b"%": 0.02, b"$": 0.01, b"+": 0.01}
_STEMS = (0.1, 0.05, 0.02, 0.008, 0.004, 0.002)  # by letters; of one that no listed word begins or ends with
_FIRST = 5  # so much rarer a word is at the start of a sentence than anywhere


def share(keys: frozenset[bytes]) -> float:
    """Return the guess, from 0 to 1."""
    return min(1.0, sum(map(_share, keys)))


@cache
def _share(key: bytes) -> float:
    if key.startswith(b"^"):
        return _share(key[1:]) / _FIRST
    if key in _KINDS:
        return _KINDS[key]
    part = key.strip(b"*")
    if part == key:
        return _shares().get(key, _RARE)
    has = bytes.startswith if key.endswith(b"*") else bytes.endswith
    listed = sum(known for word, known in _shares().items() if has(word, part))
    return listed + (_STEMS[len(part)] if len(part) < len(_STEMS) else 2 * _RARE)


@cache
def _shares() -> dict[bytes, float]:
    """Return the share of every listed word, of whichever language has most of it."""
    found = dict(_MARKS)
    for language in LANGUAGES.values():
        lists = [*zip(_COMMON, map(str.split, language.common), strict=False), (_FUNCTION, language.function_words)]
        for known, words in lists:
            found |= {word: known for each in words if found.get(word := shadow(each), 0.0) < known}
    return found
