"""From the corpus to the model of each language: fit, hold back, calibrate, write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from toneguard.config import Config
from toneguard.model.features import BUCKETS
from toneguard.model.net import Net
from toneguard.model.weights import FAMILIES, Head, Model
from toneguard.registry import Registry
from training.corpus import LANGUAGES, fingerprint, read_posts
from training.fit import Vector, Words, fit_net, fit_words, folds_of, held_back_margins, log_odds, surroundings, targets
from training.samples import Classes, Sample, samples_of

_BYTE = 127
_SURE = 0.92  # precision of a finding that only the model makes, on held-back posts
_SURE_IN_LIFE = 0.80  # the same on posts that offend seldom, as published ones do
_FLOOR = 0.90  # on posts unlike the corpus the model is surer than it may be: no finding has a lower probability
_SELDOM = 0.10  # share of offending sentences in such a post, at most
_MAYBE = 0.60  # precision of what is advice and no finding
_VETOED = 0.005  # share of the right hits of templates that a veto may cost
_ASKED = 0.02  # share of the right findings that the gate may cost


# Found to help in cross-validation and to hurt on posts of another make: their share of bad posts is not the corpus's.
_LEFT_OUT: dict[str, tuple[str, ...]] = {"self-centred": ("found in post",)}


@dataclass(frozen=True)
class Judged:
    """The sentences of a language that stand in posts, each judged by a model that has not seen its post."""

    samples: Sequence[Sample]
    margins: NDArray[np.float64]
    odds: Mapping[str, Vector]


@dataclass(frozen=True)
class Corpus:
    """All languages: samples, and the log odds of their words held back."""

    samples: Mapping[str, list[Sample]]
    classes: Mapping[str, Classes]


def read_corpus() -> Corpus:
    """Read and lint the corpus of every language. Raises CorpusError."""
    registry = Registry(Config())
    classes = {language: Classes(registry.pack.lexicons[language]) for language in LANGUAGES}
    return Corpus({language: samples_of(read_posts(language)) for language in LANGUAGES}, classes)


def judge_held_back(corpus: Corpus) -> dict[str, Judged]:
    """Judge every sentence of a post by models that have not seen the post, both steps of them."""
    samples: dict[str, list[Sample]] = {}
    margins: dict[str, NDArray[np.float64]] = {}
    for language in LANGUAGES:
        found = held_back_margins(corpus.samples[language], corpus.classes[language])
        inside = [at for at, sample in enumerate(corpus.samples[language]) if sample.in_post]
        samples[language] = [corpus.samples[language][at] for at in inside]
        margins[language] = found[inside]
    everything = [sample for language in LANGUAGES for sample in samples[language]]
    odds: dict[str, Vector] = {}
    for family in FAMILIES:
        rows = _rows(samples, margins, family)
        odds[family] = np.zeros(len(rows))
        wanted = targets(everything, family)
        for outside, inside in folds_of(everything):
            net = fit_net([rows[at] for at in outside], wanted[outside])
            odds[family][inside] = log_odds(net, [rows[at] for at in inside])
    return {language: _part(language, samples, margins, odds) for language in LANGUAGES}


def _rows(
    samples: Mapping[str, list[Sample]], margins: Mapping[str, NDArray[np.float64]], family: str
) -> list[dict[str, float]]:
    index, left_out = FAMILIES.index(family), _LEFT_OUT.get(family, ())
    rows = (row for language in LANGUAGES for row in surroundings(samples[language], margins[language], index))
    return [{name: value for name, value in row.items() if not name.startswith(left_out)} for row in rows]


def _part(
    language: str,
    samples: Mapping[str, list[Sample]],
    margins: Mapping[str, NDArray[np.float64]],
    odds: Mapping[str, Vector],
) -> Judged:
    start = sum(len(samples[before]) for before in LANGUAGES[: LANGUAGES.index(language)])
    end = start + len(samples[language])
    return Judged(samples[language], margins[language], {family: odds[family][start:end] for family in FAMILIES})


def build(corpus: Corpus, judged: Mapping[str, Judged]) -> dict[str, Model]:
    """Fit the models on the whole corpus, with thresholds from the held-back judgements."""
    nets = {}
    samples = {language: list(judged[language].samples) for language in LANGUAGES}
    margins = {language: judged[language].margins for language in LANGUAGES}
    everything = [sample for language in LANGUAGES for sample in samples[language]]
    for family in FAMILIES:
        nets[family] = fit_net(_rows(samples, margins, family), targets(everything, family))
    models = {}
    for language in LANGUAGES:
        fitted = fit_words(corpus.samples[language], corpus.classes[language])
        models[language] = _model(language, fitted, nets, judged[language])
    return models


def _model(language: str, fitted: Words, nets: Mapping[str, Net], judged: Judged) -> Model:
    heads, weights = {}, np.zeros((BUCKETS, len(FAMILIES)), dtype=np.int8)
    for index, family in enumerate(FAMILIES):
        scale = float(np.abs(fitted.weights[:, index]).max()) / _BYTE
        weights[:, index] = np.rint(fitted.weights[:, index] / scale).astype(np.int8)
        heads[family] = _head(judged, family, nets[family], scale, fitted.biases[index])
    return Model(language, fingerprint(language), heads, memoryview(weights.tobytes()).cast("b"))


def _head(judged: Judged, family: str, net: Net, scale: float, bias: float) -> Head:
    wanted = targets(judged.samples, family)
    found = np.array([family in sample.found for sample in judged.samples])
    chances = 1 / (1 + np.exp(-judged.odds[family]))
    margins = judged.margins[:, FAMILIES.index(family)]
    own, right = chances[~found], wanted[~found]
    seldom = _seldom(judged.samples)[~found]
    sure = max(_FLOOR, threshold(own, right, _SURE), threshold(own[seldom], right[seldom], _SURE_IN_LIFE))
    rest = own < sure
    maybe = threshold(own[rest], right[rest], _MAYBE)
    likely = wanted & ~found & (chances >= sure)
    return Head(
        scale=scale,
        bias=bias,
        gate=round(float(np.quantile(margins[likely], _ASKED)), 3),
        sure=sure,
        maybe=min(maybe, sure),
        veto=round(float(np.quantile(chances[wanted & found], _VETOED)), 4),
        net=net,
    )


def _seldom(samples: Sequence[Sample]) -> NDArray[np.bool_]:
    """Tell for each sample whether its post offends seldom."""
    counts, offending = Counter(sample.post for sample in samples), Counter(s.post for s in samples if s.labels)
    return np.array([offending[sample.post] <= _SELDOM * counts[sample.post] for sample in samples])


def threshold(chances: Vector, wanted: NDArray[np.bool_], precision: float) -> float:
    """Return the lowest probability from which on a share of `precision` is right, or 1 when there is none."""
    order = np.argsort(-chances, kind="stable")
    right = np.cumsum(wanted[order])
    good = np.flatnonzero(right >= precision * np.arange(1, len(order) + 1))
    return round(float(chances[order[good[-1]]]), 4) if len(good) else 1.0
