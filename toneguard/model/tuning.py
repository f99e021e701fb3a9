"""What a team taught the model: a shift and the weights of some words, by language and family. Data, never code.

A tuning is learned from labels, a JSON object a line: `{"text": "…", "family": "pushy", "accepted": false}`, with
`language` where the text leaves it open. It is kept in the team's repository and named in the configuration.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import Any

from toneguard.model.context import chance
from toneguard.model.weights import FAMILIES, ModelError
from toneguard.records import dataclass, field

VERSION = 1
_ROUNDS = 200
_STEP = 0.1
_HOLD = 0.02  # penalty on what is learned: few labels move little
_LIMIT = 3.0  # of a shift or a word, in log odds
_TWICE = 2  # sentences that must have a word before it is learned


@dataclass(frozen=True)
class Tuned:
    """What was learned of one family in one language, in log odds: a shift, and weights by the form of a word."""

    shift: float = 0.0
    words: Mapping[str, float] = field(default_factory=dict)

    def change(self, forms: Iterable[bytes]) -> float:
        """Return what is added to the log odds of a sentence of these words."""
        return self.shift + sum(self.words.get(form.decode("ascii"), 0.0) for form in set(forms))


@dataclass(frozen=True)
class Lesson:
    """A labelled sentence: its words' forms, the log odds the model gives it, and whether the finding was accepted."""

    forms: tuple[bytes, ...]
    odds: float
    accepted: bool


Tuning = Mapping[tuple[str, str], Tuned]  # by language and family


def learn(lessons: Sequence[Lesson]) -> Tuned:
    """Return the shift and word weights that fit the lessons, held back by a penalty; the same lessons, the same."""
    counts = Counter(form for lesson in lessons for form in set(lesson.forms) if form.isalpha())
    known = sorted(form for form, count in counts.items() if count >= _TWICE)
    weights = dict.fromkeys(known, 0.0)
    shift = 0.0
    for _ in range(_ROUNDS):
        slope, slopes = _HOLD * shift, {form: _HOLD * weight for form, weight in weights.items()}
        for lesson in lessons:
            mine = [form for form in dict.fromkeys(lesson.forms) if form in weights]
            part = 1 / sqrt(len(mine) or 1)
            odds = lesson.odds + shift + sum(weights[form] for form in mine)
            error = (chance(odds) - lesson.accepted) / len(lessons)
            slope += error
            for form in mine:
                slopes[form] += error * part
        shift = _bounded(shift - _STEP * 10 * slope)
        weights = {form: _bounded(weight - _STEP * 10 * slopes[form]) for form, weight in weights.items()}
    return Tuned(round(shift, 3), {form.decode("ascii"): round(w, 3) for form, w in weights.items() if round(w, 3)})


def _bounded(value: float) -> float:
    return max(-_LIMIT, min(_LIMIT, value))


def to_text(tuning: Tuning, labels: int) -> str:
    """Return a tuning as its file holds it: JSON, sorted, a word a line, so that a diff can be read."""
    table: dict[str, Any] = {}
    for (language, family), tuned in tuning.items():
        table.setdefault(language, {})[family] = {"shift": tuned.shift, "words": dict(tuned.words)}
    data = {"version": VERSION, "labels": labels, "languages": table}
    return json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def load(path: Path) -> Tuning:
    """Read a tuning. Raises ModelError naming the file and what to do."""
    again = "write it again with `toneguard train`"
    try:
        data = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ModelError(f"{path}: cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        raise ModelError(f"{path}: is no JSON ({error}); {again}") from error
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("languages"), dict):
        raise ModelError(f"{path}: is no tuning of version {VERSION}; {again}")
    try:
        return {
            (language, family): _tuned(values)
            for language, families in data["languages"].items()
            for family, values in families.items()
            if family in FAMILIES
        }
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ModelError(f"{path}: expected 'shift' and 'words' by language and family; {again}") from error


def _tuned(values: Mapping[str, Any]) -> Tuned:
    words = {str(word): _bounded(float(weight)) for word, weight in values["words"].items()}
    return Tuned(_bounded(float(values["shift"])), words)
