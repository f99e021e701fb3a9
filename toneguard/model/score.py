"""How strongly the words of a sentence speak for each family, and which of them weigh most."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from toneguard.model.features import Word, of_pair, of_pairs, of_sentence, of_word, pairs
from toneguard.model.weights import FAMILIES, Model

Margins = tuple[float, float]  # one for each family of FAMILIES: log odds from the words alone
_MEMORY = 1 << 15


class Scorer:
    """A model at work. What a word weighs by itself is worked out once and remembered."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._firsts, self._seconds = model.weights[0::2], model.weights[1::2]
        self._known: dict[bytes, tuple[float, float, float]] = {}
        self._scales = tuple(model.heads[family].scale for family in FAMILIES)
        self._biases = tuple(model.heads[family].bias for family in FAMILIES)

    def margins(self, forms: Sequence[bytes], kind: str) -> Margins:
        """Return the log odds of each family for the words of a sentence in a block of some kind."""
        known = self._known
        first = second = square = 0.0
        for one, two, norm in [known.get(form) or self._word(form) for form in forms]:
            first += one
            second += two
            square += norm
        buckets = (*of_pairs(forms), *of_sentence(forms, kind))
        length = sqrt(square + len(buckets))
        first += sum(map(self._firsts.__getitem__, buckets))
        second += sum(map(self._seconds.__getitem__, buckets))
        return (
            first * self._scales[0] / length + self._biases[0],
            second * self._scales[1] / length + self._biases[1],
        )

    def _word(self, form: bytes) -> tuple[float, float, float]:
        """Return what a word weighs for each family, unscaled, and the square of its length."""
        weights = self.model.weights
        first = second = square = 0.0
        for bucket, value in of_word(form):
            first += value * weights[2 * bucket]
            second += value * weights[2 * bucket + 1]
            square += value * value
        found = first, second, square
        if len(self._known) >= _MEMORY:
            self._known.clear()
        self._known[form] = found
        return found

    def shares(self, words: Sequence[Word], kind: str, family: int) -> list[float]:
        """Return what each word adds to the margin of a family; a pair's weight is shared by its two words."""
        forms = [word.form for word in words]
        weights, scale = self.model.weights, self._scales[family]
        found = [(self._known.get(form) or self._word(form))[family] for form in forms]
        square = sum((self._known.get(form) or self._word(form))[2] for form in forms)
        for at, (left, right) in enumerate(pairs(forms)):
            half = weights[2 * of_pair(left, right) + family] / 2
            for index in (at - 1, at):
                if 0 <= index < len(found):
                    found[index] += half
        length = sqrt(square + len(forms) + 1 + len(of_sentence(forms, kind)))
        return [share * scale / length for share in found]
