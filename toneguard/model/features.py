"""What the sentence model sees of a sentence: its words in few forms, hashed with their pieces and neighbours.

Training and inference read this one file, so a model fits no other version of it than the one it was trained with:
change `VERSION` with anything here that moves a feature.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from toneguard.document import Sentence

VERSION = 1
BUCKETS = 1 << 20

_WORD = re.compile(rb"[a-zA-Z]+(?:'[a-zA-Z]+)*|\d+(?:[.,:]\d+)*|[!?]+|[^\w\s]")
_NAME, _SHOUTED, _EMOJI = b"^name", b"^caps", b"^emoji"
_OPENERS = frozenset((b".", b"!", b"?", b":", b'"', b"-", b"*", b"("))  # the word behind them has its capital from them
_SHOUT = 3  # letters from which a word in capitals is no abbreviation
_PIECE_WEIGHT = 0.5  # of a piece of a word beside the word itself
_PIECES = (3, 4, 5)
_START, _END = b"<", b">"
_FIGURES = frozenset((_DIGIT := b"0", _NUMBER := b"00", _LONG_NUMBER := b"0000"))
_LAST = BUCKETS - 1


@dataclass(frozen=True, slots=True)
class Word:
    """A word, figure or mark: the form that the model knows, and half-open offsets in the sentence's own text."""

    form: bytes
    start: int
    end: int


def words(sentence: Sentence) -> list[Word]:
    """Return the words of a sentence in order; names lose their letters, figures their digits."""
    places = (match.span() for match in _WORD.finditer(sentence.shadow))
    return [Word(form, *place) for form, place in zip(forms_of(sentence), places, strict=True)]


def forms_of(sentence: Sentence) -> list[bytes]:
    """Return the forms of the words of a sentence, in order."""
    text, found = sentence.text, []
    before = b"."
    for match in _WORD.finditer(sentence.shadow):
        raw, start = match[0], match.start()
        found.append(raw if text[start].islower() else _form(raw, text[start : match.end()], before))
        before = raw
    return found


def _form(raw: bytes, text: str, before: bytes) -> bytes:
    first = text[0]
    if first.isdecimal():
        return _DIGIT if len(raw) == 1 else _NUMBER if len(raw) <= _SHOUT else _LONG_NUMBER
    if first.isupper():
        if len(raw) >= _SHOUT and text.isupper():
            return _SHOUTED + raw
        return raw if before[-1:] in _OPENERS else _NAME
    if raw == b"~":
        return _EMOJI if ord(first) > 0x2000 else raw
    return raw[:2] if raw[0] in b"!?" else raw


def is_word(form: bytes) -> bool:
    """Tell whether a form is a word with its letters: no name, figure or mark."""
    return form[:1].isalpha() or form.startswith(_SHOUTED)


@lru_cache(maxsize=1 << 15)
def of_word(form: bytes) -> tuple[tuple[int, float], ...]:
    """Return the features of a word by itself, as buckets and values: the word and the pieces of its letters."""
    if form.startswith(_SHOUTED):
        return ((_bucket(_SHOUTED), 1.0), *of_word(form[len(_SHOUTED) :]))
    found = [(_bucket(b"u" + form), 1.0)]
    if len(form) > _SHOUT and form.isalpha():
        framed = _START + form + _END
        found += [
            (_bucket(b"c" + framed[at : at + size]), _PIECE_WEIGHT)
            for size in _PIECES
            for at in range(len(framed) - size + 1)
        ]
    return tuple(found)


def of_pair(left: bytes, right: bytes) -> int:
    """Return the bucket of two words in a row; its value is 1."""
    return _bucket(b"b" + left + b" " + right)


def of_pairs(forms: Sequence[bytes]) -> list[int]:
    """Return what `of_pair` does for each of the `pairs`; the checksum of a word at the left is remembered."""
    return [crc32(right, _opened(left)) & _LAST for left, right in pairs(forms)]


@lru_cache(maxsize=1 << 15)
def _opened(left: bytes) -> int:
    return crc32(b"b" + left + b" ")


def of_sentence(forms: Sequence[bytes], kind: str) -> tuple[int, ...]:
    """Return the buckets of a sentence as a whole, each of value 1: its ends, length, figures and block."""
    first, second, *_ = (*forms[:2], _END, _END)
    return (
        _bucket(b"1" + first),
        _bucket(b"2" + second),
        _bucket(b"12" + first + b" " + second),
        _bucket(b"z" + (forms[-1] if forms else _END)),
        _bucket(b"n%d" % min(len(forms) // 4, 7)),
        _bucket(b"k" + kind.encode()),
        _bucket(b"D" if _FIGURES.isdisjoint(forms) else b"d"),
    )


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
