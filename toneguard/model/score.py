"""How strongly the words of a sentence speak for each family, and which of them weigh most."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from toneguard.model.features import PIECE_WEIGHT, of_pair, of_pairs, of_sentence, pairs, parts_of
from toneguard.model.forms import Word
from toneguard.model.known import Known
from toneguard.model.weights import FAMILIES, Model

Margins = tuple[float, float]  # one for each family of FAMILIES: log odds from the words alone
_NO_WORD = (0.0, 0.0, 0.0)


class Scorer:
    """A model at work. What a word weighs by itself is worked out once and remembered.

    Every sum of weights is one of whole or half numbers: exact, in whatever order it is added up.
    """

    def __init__(self, model: Model) -> None:
        self.model = model
        self.gates = tuple(model.heads[family].gate for family in FAMILIES)
        self._first, self._second = model.weights[0::2].__getitem__, model.weights[1::2].__getitem__
        self._words = Known(self._word)
        self._scales = tuple(model.heads[family].scale for family in FAMILIES)
        self._biases = tuple(model.heads[family].bias for family in FAMILIES)

    def margins(self, forms: Sequence[bytes], kind: str) -> Margins:
        """Return the log odds of each family for the words of a sentence in a block of some kind."""
        buckets = (*of_pairs(forms), *of_sentence(forms, kind))
        rows = list(map(self._words.__getitem__, forms)) or [_NO_WORD]
        first, second, square = map(sum, zip(*rows, strict=True))
        length = sqrt(square + len(buckets))
        (scale, other_scale), (bias, other_bias) = self._scales, self._biases
        return (
            (first + sum(map(self._first, buckets))) * scale / length + bias,
            (second + sum(map(self._second, buckets))) * other_scale / length + other_bias,
        )

    def _word(self, form: bytes) -> tuple[float, float, float]:
        """Return what a word weighs for each family, unscaled, and the square of its length."""
        wholes, pieces = parts_of(form)
        return (
            sum(map(self._first, wholes)) + PIECE_WEIGHT * sum(map(self._first, pieces)),
            sum(map(self._second, wholes)) + PIECE_WEIGHT * sum(map(self._second, pieces)),
            len(wholes) + PIECE_WEIGHT * PIECE_WEIGHT * len(pieces),
        )

    def shares(self, words: Sequence[Word], kind: str, family: int) -> list[float]:
        """Return what each word adds to the margin of a family; a pair's weight is shared by its two words."""
        forms = [word.form for word in words]
        weights, scale = self.model.weights, self._scales[family]
        found = [self._words[form][family] for form in forms]
        square = sum(self._words[form][2] for form in forms)
        for at, (left, right) in enumerate(pairs(forms)):
            half = weights[2 * of_pair(left, right) + family] / 2
            for index in (at - 1, at):
                if 0 <= index < len(found):
                    found[index] += half
        length = sqrt(square + len(forms) + 1 + len(of_sentence(forms, kind)))
        return [share * scale / length for share in found]
