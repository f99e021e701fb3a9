"""How strongly the words of a sentence speak for each family, and which of them weigh most."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from toneguard.model import features
from toneguard.model.features import PIECE_WEIGHT, of_pair, of_pairs, of_sentence, pairs, parts_of
from toneguard.model.forms import Word
from toneguard.model.known import Known
from toneguard.model.weights import FAMILIES, Model

Margins = tuple[float, float]  # one for each family of FAMILIES: log odds from the words alone
_WHOLE = 7  # features of a sentence as a whole
_PARTS = 4  # of 1 in what is packed: a piece of a word weighs a half, its square is a quarter
_BITS = 48  # of a packed number: a text of a million million words does not fill them
_MASK, _HALF = (1 << _BITS) - 1, 1 << (_BITS - 1)


def packed(first: float, second: float, square: float) -> int:
    """Return three numbers in one whole number: the sum of such numbers is the sums of the three, packed.

    They are whole, halves or quarters, so nothing is ever rounded and the order of a sum is no matter.
    """
    return int(first * _PARTS) + (int(second * _PARTS) << _BITS) + (int(square * _PARTS) << 2 * _BITS)


def unpacked(total: int) -> tuple[float, float, float]:
    """Return the three numbers in a packed one."""
    first = ((total + _HALF) & _MASK) - _HALF
    total = (total - first) >> _BITS
    second = ((total + _HALF) & _MASK) - _HALF
    return first / _PARTS, second / _PARTS, ((total - second) >> _BITS) / _PARTS


class Scorer:
    """A model at work. What a word weighs, by itself and at either end of a sentence, is worked out once."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.gates = tuple(model.heads[family].gate for family in FAMILIES)
        self._scales = tuple(model.heads[family].scale for family in FAMILIES)
        self._biases = tuple(model.heads[family].bias for family in FAMILIES)
        self._first, self._second = model.weights[0::2].__getitem__, model.weights[1::2].__getitem__
        self._words = Known(self._word)
        self._firsts = Known[bytes, int](lambda form: self._packed(features.of_first(form)))
        self._seconds = Known[bytes, int](lambda form: self._packed(features.of_second(form)))
        self._lasts = Known[bytes, int](lambda form: self._packed(features.of_last(form)))
        self._frames = Known[tuple[str, int, bool], int](self._frame)

    def margins(self, forms: Sequence[bytes], kind: str) -> Margins:
        """Return the log odds of each family for the words of a sentence in a block of some kind."""
        opening, next_to_it, last = features.ends_of(forms)
        whole = self._firsts[opening] + self._seconds[next_to_it] + self._lasts[last]
        whole += self._frames[features.frame_of(forms, kind)]
        first, second, square = unpacked(sum(map(self._words.__getitem__, forms), whole))
        buckets = [*of_pairs(forms), features.of_opening(opening, next_to_it)]
        length = sqrt(square + len(forms) + 1 + _WHOLE)
        (scale, other_scale), (bias, other_bias) = self._scales, self._biases
        return (
            (first + sum(map(self._first, buckets))) * scale / length + bias,
            (second + sum(map(self._second, buckets))) * other_scale / length + other_bias,
        )

    def _packed(self, *buckets: int) -> int:
        """Return what some features of value 1 weigh; the lengths of those of a whole sentence are counted apart."""
        return packed(sum(map(self._first, buckets)), sum(map(self._second, buckets)), 0)

    def _frame(self, frame: tuple[str, int, bool]) -> int:
        kind, words, figures = frame
        return self._packed(*features.of_frame(kind, words, figures=figures))

    def _word(self, form: bytes) -> int:
        """Return what a word weighs for each family, unscaled, and the square of its length."""
        wholes, pieces = parts_of(form)
        return packed(
            sum(map(self._first, wholes)) + PIECE_WEIGHT * sum(map(self._first, pieces)),
            sum(map(self._second, wholes)) + PIECE_WEIGHT * sum(map(self._second, pieces)),
            len(wholes) + PIECE_WEIGHT * PIECE_WEIGHT * len(pieces),
        )

    def shares(self, words: Sequence[Word], kind: str, family: int) -> list[float]:
        """Return what each word adds to the margin of a family; a pair's weight is shared by its two words."""
        forms = [word.form for word in words]
        weights, scale = self.model.weights, self._scales[family]
        known = [unpacked(self._words[form]) for form in forms]
        found = [one[family] for one in known]
        for at, (left, right) in enumerate(pairs(forms)):
            half = weights[2 * of_pair(left, right) + family] / 2
            for index in (at - 1, at):
                if 0 <= index < len(found):
                    found[index] += half
        length = sqrt(sum(square for _, _, square in known) + len(forms) + 1 + len(of_sentence(forms, kind)))
        return [share * scale / length for share in found]
