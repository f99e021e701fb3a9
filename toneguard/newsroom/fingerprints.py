"""Fingerprints of a text: hashes of runs of words, thinned by winnowing so that a long shared run shares some.

Case, punctuation and accents do not count. Winnowing after Schleimer, Wilkerson and Aiken, “Winnowing: local
algorithms for document fingerprinting” (2003): of every `WINDOW` neighbouring hashes the least is kept, so whatever two
texts share in `RUN + WINDOW - 1` words or more, they share a fingerprint of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from toneguard.late import late
from toneguard.shadow import shadow

RUN = 4  # words; fewer in a row are anybody's
WINDOW = 12  # hashes
_WORD = late(rb"[a-zA-Z0-9]+(?:['.,:][a-zA-Z0-9]+)*")


def words(text: str) -> list[bytes]:
    """Return the folded words of a text in order."""
    return _WORD.findall(shadow(text))


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return the half-open offsets in a text of what `words` returns."""
    return [found.span() for found in _WORD.finditer(shadow(text))]


def hashes(folded: Sequence[bytes]) -> list[int]:
    """Return the hash, 32 bits, of every run of `RUN` words, one for each word that such a run begins with."""
    return list(map(crc32, map(b" ".join, zip(*(folded[start:] for start in range(RUN)), strict=False))))


def winnowed(hashed: Sequence[int]) -> set[int]:
    """Return the fingerprints among the hashes of a text: the least of each window, found without looking twice."""
    if len(hashed) <= WINDOW:
        return {min(hashed)} if hashed else set()
    least = min(hashed[:WINDOW])
    place = hashed.index(least)
    kept = {least}
    for end in range(WINDOW, len(hashed)):
        if hashed[end] <= least:
            least, place = hashed[end], end
        elif end - place >= WINDOW:
            window = hashed[end - WINDOW + 1 : end + 1]
            least = min(window)
            place = end - WINDOW + 1 + window.index(least)
        else:
            continue
        kept.add(least)
    return kept
