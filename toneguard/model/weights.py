"""A trained model as it lies in a file: one line of JSON, then the weights, one signed byte each.

The header names the version of the features, the language, the hash of the training data and, by family, the scale of
the weights, the bias, the weights of the context and the two thresholds. Byte `family + bucket * families` weighs a
bucket for a family. Nothing in the file is executed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from toneguard.model.features import BUCKETS, VERSION
from toneguard.model.net import Net
from toneguard.packformat import PackError
from toneguard.records import dataclass

FAMILIES = ("self-centred", "pushy")
_FOLDER = Path(__file__).parent / "data"


class ModelError(PackError):
    """A model that cannot be used; the message names the file and what is wrong."""


@dataclass(frozen=True)
class Head:
    """What is a family's own in a model.

    `scale` makes a byte a weight, in log odds; `net` judges the features of `toneguard.model.context`, and is asked
    when the log odds of the words reach `gate`. From the probability `sure` on a sentence is a finding, from `maybe`
    on it is advice; below `veto` a template's doubtful hit is wrong.
    """

    scale: float
    bias: float
    gate: float
    sure: float
    maybe: float
    veto: float
    net: Net


@dataclass(frozen=True)
class Model:
    """The trained weights of one language. `weights` holds a signed byte per bucket and family."""

    language: str
    corpus: str
    heads: Mapping[str, Head]
    weights: memoryview

    def to_bytes(self) -> bytes:
        """Return the model as its file holds it."""
        header = {
            "features": VERSION,
            "language": self.language,
            "corpus": self.corpus,
            "heads": {family: {**vars(head), "net": vars(head.net)} for family, head in self.heads.items()},
        }
        return json.dumps(header, sort_keys=True).encode() + b"\n" + self.weights.tobytes()


def read(data: bytes, origin: str) -> Model:
    """Read a model. Raises ModelError when it is cut short, of another version or not a model at all."""
    head = data[: data.find(b"\n") + 1]
    body = memoryview(data)[len(head) :]
    try:
        header = json.loads(head)
        heads = {family: _head(header["heads"][family]) for family in FAMILIES}
        version, language, corpus = header["features"], str(header["language"]), str(header["corpus"])
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{origin}: is no model: {error}") from error
    if version != VERSION or len(body) != BUCKETS * len(FAMILIES):
        raise ModelError(f"{origin}: was trained for another version of toneguard; train it again")
    return Model(language, corpus, heads, body.cast("b"))


def _head(values: dict[str, Any]) -> Head:
    return Head(**{**values, "net": Net(**values["net"])})


@cache
def built_in(language: str) -> Model | None:
    """Return the model that the package carries for a language, or None."""
    path = _FOLDER / f"{language}.model"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    return read(data, str(path))
