"""The figures of the models on posts that they had not seen when they judged them, as Markdown."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from toneguard.model.context import chance
from toneguard.model.weights import FAMILIES, Model
from training.build import Judged
from training.corpus import LANGUAGES, path_of, read_lines

SECOND = Path(__file__).parent / "second"
_MOST = 12  # trades and kinds shown by language


@dataclass(frozen=True)
class Verdict:
    """A sentence and family: whether it offends, whether a template found it, and whether it is reported in the end."""

    trade: str
    genre: str
    wanted: bool
    found: bool
    reported: bool


def verdicts(judged: Judged, model: Model, family: str) -> Iterator[Verdict]:
    """Yield what is reported of every sentence in a post, by templates and model together."""
    head = model.heads[family]
    for sample, odds in zip(judged.samples, judged.odds[family], strict=True):
        probability, found = chance(float(odds)), family in sample.found
        reported = probability >= (head.veto if found else head.sure)
        yield Verdict(sample.trade, sample.genre, family in sample.labels, found, reported)


def figures(judged: Mapping[str, Judged], models: Mapping[str, Model]) -> str:
    """Return all tables."""
    parts = ["# Figures of the sentence models\n", _HOW]
    parts += ["## The corpus\n", _table(_CORPUS, (_corpus_row(language) for language in LANGUAGES))]
    parts += ["## Templates, and templates with the model\n", _table(_TOGETHER, _together(judged, models))]
    parts += ["## A second reader\n", _SECOND, _table(_AGREED, (row for code in LANGUAGES for row in _agreed(code)))]
    for name, key in (("trade", "trade"), ("kind of post", "genre")):
        parts += [f"## By {name}\n", _FEW.format(most=_MOST, name=name)]
        parts.append(_table(("language", name, *_BY), _by(key, judged, models)))
    return "\n".join(parts)


_HOW = (
    "Written by `make train`. Each post was judged by models that had not seen it (five folds of whole posts), at the "
    "thresholds that the package uses. Precision, recall and F1 are of sentences.\n"
)
_SECOND = (
    "A random tenth of the corpus was labelled again by a reader who saw neither labels nor rules, only the sentence, "
    "its neighbours and the guidelines. Both readers were trained on the same guidelines; expect less agreement in an "
    "office.\n"
)
_FEW = "The {most} with most sentences of each language, both families together.\n"
_CORPUS = ("language", "sentences", "posts", "near misses", "self-centred", "pushy", "trades", "kinds")
_TOGETHER = ("language", "family", "offending", "templates P / R / F1", "with the model P / R / F1", "model alone P")
_AGREED = ("language", "family", "sentences", "agreement", "kappa")
_BY = ("sentences", "offending", "precision", "recall")


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join([*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows)]) + "\n"


def _corpus_row(language: str) -> tuple[object, ...]:
    lines = read_lines(path_of(language))
    labels = Counter(label for line in lines for label in line.labels)
    posts = len({line.post for line in lines if line.post})
    near = f"{sum(line.near_miss for line in lines) / len(lines):.0%}"
    kinds = len({line.genre for line in lines}), len({line.trade for line in lines})
    return language, len(lines), posts, near, labels["self-centred"], labels["pushy"], kinds[1], kinds[0]


def _together(judged: Mapping[str, Judged], models: Mapping[str, Model]) -> Iterator[tuple[object, ...]]:
    for language in LANGUAGES:
        for family in FAMILIES:
            found = list(verdicts(judged[language], models[language], family))
            alone = [verdict.wanted for verdict in found if verdict.reported and not verdict.found]
            wanted = [verdict.wanted for verdict in found]
            yield (
                language,
                family,
                sum(wanted),
                _score(wanted, [verdict.found for verdict in found]),
                _score(wanted, [verdict.reported for verdict in found]),
                f"{sum(alone) / max(1, len(alone)):.2f} ({len(alone)})",
            )


def _score(wanted: Sequence[bool], found: Sequence[bool]) -> str:
    right = sum(a and b for a, b in zip(wanted, found, strict=True))
    precision, recall = right / max(1, sum(found)), right / max(1, sum(wanted))
    return f"{precision:.2f} / {recall:.2f} / {2 * precision * recall / max(1e-9, precision + recall):.2f}"


def _agreed(language: str) -> Iterator[tuple[object, ...]]:
    """Yield agreement and Cohen's kappa (Educational and Psychological Measurement 20, 1960) by family."""
    first = {line.text: line.labels for line in read_lines(path_of(language))}
    lines = (SECOND / f"{language}.jsonl").read_text("utf-8").splitlines()
    second = {entry["text"]: entry["labels"] for entry in map(json.loads, lines) if entry["text"] in first}
    for family in FAMILIES:
        one = np.array([family in first[text] for text in second])
        two = np.array([family in labels for labels in second.values()])
        agreed = float((one == two).mean())
        by_chance = float(one.mean() * two.mean() + (1 - one.mean()) * (1 - two.mean()))
        yield language, family, len(one), f"{agreed:.3f}", f"{(agreed - by_chance) / (1 - by_chance):.2f}"


def _by(key: str, judged: Mapping[str, Judged], models: Mapping[str, Model]) -> Iterator[tuple[object, ...]]:
    for language in LANGUAGES:
        groups: dict[str, list[Verdict]] = defaultdict(list)
        for family in FAMILIES:
            for verdict in verdicts(judged[language], models[language], family):
                groups[getattr(verdict, key)].append(verdict)
        ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))[:_MOST]
        for name, found in ranked:
            right = sum(verdict.wanted and verdict.reported for verdict in found)
            reported, wanted = sum(v.reported for v in found), sum(v.wanted for v in found)
            precision, recall = (f"{right / count:.2f}" if count else "-" for count in (reported, wanted))
            yield language, name, len(found) // len(FAMILIES), wanted, precision, recall
