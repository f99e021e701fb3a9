"""The second step of the model: a feed-forward net of one small hidden layer over named features."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from operator import add, mul

from toneguard.records import dataclass


@dataclass(frozen=True)
class Net:
    """Weights of the hidden units by feature, their biases, and the weights and bias of the one output (log odds).

    A hidden unit passes on what is above 0. A feature that is not in `inputs` weighs nothing.
    """

    inputs: Mapping[str, Sequence[float]]
    hidden: Sequence[float]
    outputs: Sequence[float]
    bias: float

    def log_odds(self, features: Iterable[tuple[str, float]]) -> float:
        """Return the log odds for features by name; a name that comes twice counts twice."""
        units = list(self.hidden)
        for name, value in features:
            weights = self.inputs.get(name)
            if weights is None or not value:
                continue
            added = weights if value == 1.0 else map(mul, repeat(value), weights)
            units = list(map(add, units, added))
        return self.bias + sum(unit * weight for unit, weight in zip(units, self.outputs, strict=True) if unit > 0)
