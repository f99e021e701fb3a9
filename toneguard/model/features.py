"""What the sentence model sees of a sentence: the forms of its words, hashed with their pieces and neighbours.

Training and inference read this file and `toneguard.model.forms`, so a model fits no other version of them than the one
it was trained with: change `VERSION` with anything in them that moves a feature.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from zlib import crc32

from toneguard.model.forms import FIGURES, SHOUT, SHOUTED
from toneguard.model.known import Known

VERSION = 1
BUCKETS = 1 << 20

PIECE_WEIGHT = 0.5  # of a piece of a word beside the word itself
_PIECES = (3, 4, 5)
_START, _END = b"<", b">"
_STARTS, _ENDS = (_START,), (_END,)
_LAST = BUCKETS - 1
_LONGEST = 7  # steps of four words by which lengths are told apart
_PIECE = crc32(b"c")

Buckets = Sequence[int]


def parts_of(form: bytes) -> tuple[Buckets, Buckets]:
    """Return the buckets of a word by itself, each of value 1, and of the pieces of its letters, worth less."""
    if form.startswith(SHOUTED):
        wholes, pieces = parts_of(form[len(SHOUTED) :])
        return (_bucket(SHOUTED), *wholes), pieces
    if len(form) <= SHOUT or not form.isalpha():
        return (_bucket(b"u" + form),), ()
    framed = _START + form + _END
    return (_bucket(b"u" + form),), [
        crc32(framed[at : at + size], _PIECE) & _LAST for size in _PIECES for at in range(len(framed) - size + 1)
    ]


def of_word(form: bytes) -> tuple[tuple[int, float], ...]:
    """Return the features of a word by itself, as buckets and values: the word and the pieces of its letters."""
    wholes, pieces = parts_of(form)
    return *((bucket, 1.0) for bucket in wholes), *((bucket, PIECE_WEIGHT) for bucket in pieces)


def of_pair(left: bytes, right: bytes) -> int:
    """Return the bucket of two words in a row; its value is 1."""
    return _bucket(b"b" + left + b" " + right)


def of_pairs(forms: Sequence[bytes]) -> Iterable[int]:
    """Return what `of_pair` does for each of the `pairs`, with no Python for a pair whose left word is known."""
    opened = map(_LEFT.__getitem__, chain(_STARTS, forms))
    return map(_LAST.__and__, map(crc32, chain(forms, _ENDS), opened))


def ends_of(forms: Sequence[bytes]) -> tuple[bytes, bytes, bytes]:
    """Return the first, second and last word of a sentence; the end mark stands for what a short one lacks."""
    if len(forms) > 1:
        return forms[0], forms[1], forms[-1]
    word = forms[0] if forms else _END
    return word, _END, word


def of_opening(first: bytes, second: bytes) -> int:
    """Return the bucket of the two words that open a sentence."""
    return _bucket(b"12" + first + b" " + second)


def of_first(form: bytes) -> int:
    """Return the bucket of the first word of a sentence."""
    return _bucket(b"1" + form)


def of_second(form: bytes) -> int:
    """Return the bucket of the second word of a sentence."""
    return _bucket(b"2" + form)


def of_last(form: bytes) -> int:
    """Return the bucket of the last word of a sentence."""
    return _bucket(b"z" + form)


def of_frame(kind: str, words: int, *, figures: bool) -> tuple[int, int, int]:
    """Return the buckets of a block's kind, of a number of words, and of whether there are figures among them."""
    return _bucket(b"n%d" % words), _bucket(b"k" + kind.encode()), _bucket(b"d" if figures else b"D")


def frame_of(forms: Sequence[bytes], kind: str) -> tuple[str, int, bool]:
    """Return what a sentence's frame is told by: its block, its length in few steps, whether it has figures."""
    return kind, min(len(forms) // 4, _LONGEST), not FIGURES.isdisjoint(forms)


def of_sentence(forms: Sequence[bytes], kind: str) -> tuple[int, ...]:
    """Return the buckets of a sentence as a whole, each of value 1: its ends, length, figures and block."""
    first, second, last = ends_of(forms)
    kind, words, figures = frame_of(forms, kind)
    frame = of_frame(kind, words, figures=figures)
    return of_first(first), of_second(second), of_opening(first, second), of_last(last), *frame


def pairs(forms: Sequence[bytes]) -> Iterable[tuple[bytes, bytes]]:
    """Return the words in twos, with the marks of start and end."""
    return pairwise((_START, *forms, _END))


def all_features(forms: Sequence[bytes], kind: str) -> Iterator[tuple[int, float]]:
    """Yield every feature of a sentence as bucket and value; a bucket may come more than once."""
    for form in forms:
        yield from of_word(form)
    for left, right in pairs(forms):
        yield of_pair(left, right), 1.0
    for bucket in of_sentence(forms, kind):
        yield bucket, 1.0


def _bucket(name: bytes) -> int:
    return crc32(name) & _LAST


_LEFT = Known[bytes, int](lambda form: crc32(b"b" + form + b" "))  # what goes into the checksum before the right word
