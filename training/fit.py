"""Fits the two steps of a model: hashed words to log odds, then those and the surroundings to a probability."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from toneguard.model.context import SILENT, Seen, Surroundings
from toneguard.model.features import BUCKETS, of_word
from toneguard.model.forms import speaks
from toneguard.model.net import Net
from toneguard.model.score import Margins
from toneguard.model.weights import FAMILIES
from training.samples import CLASS_WEIGHT, FOLDS, Classes, Sample, matrix

Vector = NDArray[np.float64]
_STRICTNESS = 60.0  # inverse strength of the penalty on words (C of the logistic regression)
_UNITS, _PENALTY, _ROUNDS, _BATCH, _STEP = 12, 1.0, 50, 500, 0.003  # of the net and its fitting
_DIGITS = 4  # of a weight of the net, in the file
_SEEN = 2  # sentences that have a feature before it weighs anything
_SEED = 0


@dataclass(frozen=True)
class Words:
    """The first step of one language: a weight a bucket and family, and the biases."""

    weights: NDArray[np.float64]
    biases: tuple[float, float]


def targets(samples: Sequence[Sample], family: str) -> NDArray[np.bool_]:
    """Return for each sample whether it offends a family."""
    return np.array([family in sample.labels for sample in samples])


def _logistic(rows: sparse.csr_matrix, wanted: NDArray[np.bool_], strictness: float) -> LogisticRegression:
    model = LogisticRegression(C=strictness, solver="liblinear", random_state=_SEED, max_iter=400)
    return model.fit(rows, wanted)


def fit_words(samples: Sequence[Sample], classes: Classes) -> Words:
    """Fit the first step; what a class of the lexicon weighs is added to the weight of each of its words."""
    rows = matrix(samples, classes)
    known = np.flatnonzero(rows.getnnz(axis=0) >= _SEEN)
    found = [_logistic(rows[:, known], targets(samples, family), _STRICTNESS) for family in FAMILIES]
    weights = np.zeros((rows.shape[1], len(FAMILIES)))
    weights[known] = np.stack([model.coef_[0] for model in found], axis=1)
    words = weights[:BUCKETS].copy()
    for form, numbers in classes.of_form.items():
        words[of_word(form)[0][0]] += CLASS_WEIGHT * weights[[BUCKETS + number for number in numbers]].sum(axis=0)
    return Words(words, (float(found[0].intercept_[0]), float(found[1].intercept_[0])))


def margins(fitted: Words, samples: Sequence[Sample], classes: Classes) -> NDArray[np.float64]:
    """Return the log odds of samples, a row each."""
    rows = matrix(samples, classes)[:, :BUCKETS]
    return np.asarray(rows @ fitted.weights + np.array(fitted.biases), dtype=np.float64)


def held_back_margins(samples: Sequence[Sample], classes: Classes) -> NDArray[np.float64]:
    """Return for each sample the log odds of a model that has not seen its post."""
    found = np.zeros((len(samples), len(FAMILIES)))
    for outside, inside in folds_of(samples):
        fitted = fit_words([samples[at] for at in outside], classes)
        found[inside] = margins(fitted, [samples[at] for at in inside], classes)
    return found


def surroundings(samples: Sequence[Sample], found: NDArray[np.float64], family: int) -> list[dict[str, float]]:
    """Return the features of the second step for each sample, in order."""
    rows: list[dict[str, float]] = []
    for _, group in groupby(zip(samples, found, strict=True), key=lambda pair: pair[0].post):
        seen = [
            Seen(sample.sentence, sample.block_index, _pair(row) if speaks(sample.forms) else SILENT, sample.found)
            for sample, row in group
        ]
        post = Surroundings(seen, FAMILIES)
        rows += [dict(post.features(number, family)) for number in range(len(seen))]
    return rows


def _pair(row: Vector) -> Margins:
    return float(row[0]), float(row[1])


def fit_net(rows: Sequence[Mapping[str, float]], wanted: NDArray[np.bool_]) -> Net:
    """Fit the second step of a family; the scaling of the features is made part of the weights."""
    vectorizer, scaler = DictVectorizer(sparse=False), StandardScaler()
    table = scaler.fit_transform(vectorizer.fit_transform(rows))
    fitted = MLPClassifier(
        (_UNITS,),
        alpha=_PENALTY,
        max_iter=_ROUNDS,
        batch_size=min(_BATCH, len(wanted)),
        learning_rate_init=_STEP,
        random_state=_SEED,
    )
    with warnings.catch_warnings():  # that it could be fitted further is by choice
        warnings.simplefilter("ignore", ConvergenceWarning)
        fitted.fit(table, wanted)
    (first, second), (hidden, last) = fitted.coefs_, fitted.intercepts_
    scaled = first / scaler.scale_[:, None]
    shifted = hidden - scaler.mean_ @ scaled
    names = vectorizer.get_feature_names_out()
    return Net(
        inputs={name: _rounded(weights) for name, weights in zip(names, scaled, strict=True)},
        hidden=_rounded(shifted),
        outputs=_rounded(second[:, 0]),
        bias=round(float(last[0]), _DIGITS),
    )


def _rounded(values: Iterable[float]) -> list[float]:
    return [round(float(value), _DIGITS) for value in values]


def log_odds(net: Net, rows: Sequence[Mapping[str, float]]) -> Vector:
    """Return the log odds of the second step."""
    return np.array([net.log_odds(row.items()) for row in rows])


def folds_of(samples: Sequence[Sample]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield for each fold the numbers of the samples outside and inside."""
    for fold in range(FOLDS):
        outside = [at for at, sample in enumerate(samples) if sample.fold != fold]
        inside = [at for at, sample in enumerate(samples) if sample.fold == fold]
        if inside:
            yield outside, inside
