"""`toneguard train`: learns from a team's accepted and rejected findings what its sentence model should say."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from toneguard.cli.check import CLEAN, FAILED
from toneguard.cli.terminal import show_errors, write
from toneguard.config import ConfigError
from toneguard.document import Document
from toneguard.finding import Finding
from toneguard.formats import format_for
from toneguard.languages import detect
from toneguard.lint import lint, rule_findings
from toneguard.model import Judge, tuning
from toneguard.model.context import chance
from toneguard.model.forms import forms_of
from toneguard.model.tuning import Lesson
from toneguard.model.weights import FAMILIES
from toneguard.packs import PackError
from toneguard.records import dataclass
from toneguard.registry import Registry
from toneguard.run import Settings, collect
from toneguard.source import Source, SourceError, Span

Key = tuple[str, str]  # language and family
_LEAST = 5  # labels of a language and family from which something is learned
_FOLDS = 5


@dataclass(frozen=True)
class Label:
    """A sentence that a team accepted or rejected as a finding of a family, and where the label stands."""

    text: str
    family: str
    accepted: bool
    language: str
    place: str


def train(files: Sequence[Path], posts: Sequence[str], to: Path, config: Path | None) -> int:
    """Learn from label files and from findings that posts silence with a reason; write the tuning. Return the code."""
    settings = Settings(config)
    try:
        registry = settings.registry(Path())
        lessons = _lessons(files, posts, settings, registry)
        known = {key: found for key, found in lessons.items() if len(found) >= _LEAST}
        if not known:
            count = sum(map(len, lessons.values()))
            raise ConfigError(f"{count} labels: at least {_LEAST} of one language and family are needed to learn from")
        text = tuning.to_text({key: tuning.learn(found) for key, found in known.items()}, sum(map(len, known.values())))
        partial = to.with_name(f".{to.name}.tmp")
        partial.write_text(text, "utf-8")
        partial.replace(to)
    except (ConfigError, PackError, SourceError) as error:
        show_errors((str(error),))
        return FAILED
    except OSError as error:
        show_errors((f"{to}: cannot be written: {error.strerror or error}",))
        return FAILED
    write(_summary(lessons, known, to))
    return CLEAN


def _lessons(
    files: Sequence[Path], posts: Sequence[str], settings: Settings, registry: Registry
) -> dict[Key, list[Lesson]]:
    found: dict[Key, list[Lesson]] = defaultdict(list)
    judge = Judge()  # as it was before any tuning
    for label in (label for path in files for label in read_labels(path)):
        document = _document(Source(label.text, "-"), registry, label.language)
        taught = list(_taught(document, rule_findings(document, registry, registry.config), None, label, judge))
        if not taught:
            raise ConfigError(f"{label.place}: 'text' is in no language with a model; add \"language\": en, sv or da")
        for key, lesson in taught:
            found[key].append(lesson)
    errors: list[str] = []
    for path in collect(posts, settings, errors) if posts else ():
        source, rooms = Source.read(path), settings.registry(path.parent)
        for key, lesson in _silenced(source, rooms, judge):
            found[key].append(lesson)
    if errors:
        raise ConfigError(errors[0])
    return found


def read_labels(path: Path) -> Iterator[Label]:
    """Yield the labels of a file. Raises ConfigError naming file and line."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _label(line, f"{path}:{number}")


def _label(line: str, place: str) -> Label:
    try:
        raw: Any = json.loads(line)
    except ValueError as error:
        raise ConfigError(f"{place}: is no JSON object: {error}") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("text"), str) or not raw["text"].strip():
        raise ConfigError(f"{place}: expected an object with 'text', 'family' (or 'rule') and 'accepted'")
    family = str(raw.get("family") or raw.get("rule", "")).partition("/")[0]
    if family not in FAMILIES:
        raise ConfigError(f"{place}: 'family': expected {' or '.join(FAMILIES)}, not {family!r}")
    if not isinstance(raw.get("accepted"), bool):
        raise ConfigError(f"{place}: 'accepted': expected true or false, not {raw.get('accepted')!r}")
    return Label(raw["text"], family, raw["accepted"], str(raw.get("language", "")), place)


def _document(source: Source, registry: Registry, language: str) -> Document:
    return detect.assign(format_for(source, registry.formats).parse(source), lang=language, hint="")


def _taught(
    document: Document, findings: Sequence[Finding], place: Span | None, label: Label, judge: Judge
) -> Iterator[tuple[Key, Lesson]]:
    """Yield the lessons of a label: the sentences of a place, or of the whole document."""
    for opinion in judge.opinions(document, findings, all_of=True):
        sentence = opinion.sentence
        if opinion.family == label.family and (place is None or sentence.span.overlaps(place)):
            forms = tuple(forms_of(sentence))
            yield (sentence.block.language, label.family), Lesson(forms, opinion.odds, label.accepted)


def _silenced(source: Source, registry: Registry, judge: Judge) -> Iterator[tuple[Key, Lesson]]:
    """Yield a rejection for every sentence and family that a directive silences with a reason."""
    report = lint(source, registry, registry.config)
    findings = (*report.findings, *report.suppressed)
    document = _document(source, registry, "")
    known: set[tuple[str, Span]] = set()
    for silenced in report.suppressed:
        place = silenced.family, silenced.sentence
        if silenced.reason and silenced.scope == "span" and silenced.family in FAMILIES and place not in known:
            known.add(place)
            label = Label(silenced.text, silenced.family, False, silenced.language, source.path)
            yield from _taught(document, findings, silenced.sentence, label, judge)


def _summary(lessons: dict[Key, list[Lesson]], known: dict[Key, list[Lesson]], to: Path) -> str:
    lines = []
    for key, found in sorted(lessons.items()):
        name = " ".join(key)
        if key not in known:
            lines.append(f"{name}: {len(found)} labels are too few to learn from")
            continue
        before = sum((lesson.odds > 0) == lesson.accepted for lesson in found)
        after = f"{_right(found)} after, each held back from the tuning that judged it"
        lines.append(f"{name}: {len(found)} labels; {before} right before, {after}")
    return "\n".join([*lines, f'wrote {to}; name it in toneguard.toml: tuning = "{to.name}"', ""])


def _right(lessons: Sequence[Lesson]) -> int:
    """Count the lessons that a tuning learned from the others gets right, in folds."""
    count = 0
    for fold in range(_FOLDS):
        tuned = tuning.learn([lesson for at, lesson in enumerate(lessons) if at % _FOLDS != fold])
        held = [lesson for at, lesson in enumerate(lessons) if at % _FOLDS == fold]
        count += sum((chance(item.odds + tuned.change(item.forms)) > 1 / 2) == item.accepted for item in held)
    return count
