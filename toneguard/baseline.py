"""What was there before: findings by post, rule and sentence, counted in a file, so that a run reports the new."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from toneguard.config import Config, ConfigError
from toneguard.finding import Finding, Report, fingerprint
from toneguard.records import dataclass, field, replace
from toneguard.source import Source
from toneguard.version import VERSION

FILE_NAME = ".toneguard-baseline.json"
_FORMAT = 1
_EXCERPT = 80  # characters
_WHOLE = "(the whole post)"
_REPAIR = "repair it (is a merge unfinished?), or delete it and run `toneguard baseline`"

Key = tuple[str, str]  # rule and fingerprint


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A finding of a post, and how often it is there. `text` is for people."""

    rule: str
    fingerprint: str
    count: int
    text: str = ""

    @property
    def key(self) -> Key:
        """What tells it from other findings of the post."""
        return self.rule, self.fingerprint


@dataclass(frozen=True)
class Baseline:
    """The entries of each post, which is named relative to the folder of the file, with forward slashes."""

    path: Path
    posts: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def name(self, post: str | Path) -> str:
        """Return what a post is called here."""
        try:
            return Path(os.path.relpath(Path(post).resolve(), self.path.parent.resolve())).as_posix()
        except ValueError:  # on another drive
            return Path(post).resolve().as_posix()

    def post(self, name: str) -> Path:
        """Return the path of a post."""
        return self.path.parent / name

    def counts(self, name: str) -> Counter[Key]:
        """Return how often each finding of a post is known."""
        return Counter({entry.key: entry.count for entry in self.posts.get(name, ())})

    @property
    def lost(self) -> frozenset[str]:
        """The posts that are no longer there."""
        return frozenset(name for name in self.posts if not self.post(name).is_file())

    def text(self) -> str:
        """Return the file: sorted, an entry a line, so that its changes can be read and merged."""
        import json

        head = f'{{\n "version": {_FORMAT},\n "tool": {json.dumps(f"toneguard {VERSION}")},\n "posts": {{'
        posts = [
            f"\n  {_json(name)}: [\n   " + ",\n   ".join(map(_line, sorted(entries))) + "\n  ]"
            for name, entries in sorted(self.posts.items())
            if entries
        ]
        return head + ",".join(posts) + ("\n }\n}\n" if posts else "}\n}\n")


def _line(entry: Entry) -> str:
    return _json({"rule": entry.rule, "fingerprint": entry.fingerprint, "count": entry.count, "text": entry.text})


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


def load(path: Path) -> Baseline:
    """Read a baseline. Raises ConfigError, which names the line where it is known."""
    import json

    try:
        data = json.loads(path.read_text("utf-8"), object_pairs_hook=_once)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from error
    except json.JSONDecodeError as error:
        raise ConfigError(f"{path}:{error.lineno}: is no valid JSON: {error.msg}; {_REPAIR}") from error
    except ValueError as error:
        raise ConfigError(f"{path}: {error}; {_REPAIR}") from error
    if not isinstance(data, dict) or not isinstance(data.get("posts"), dict) or "version" not in data:
        raise ConfigError(f"{path}: is no baseline of toneguard; it is left as it is")
    if data["version"] != _FORMAT:
        raise ConfigError(f"{path}: is of version {data['version']!r}, and this toneguard reads {_FORMAT}; update it")
    return Baseline(path, {name: tuple(_entries(raw, f"{path}: {name}")) for name, raw in data["posts"].items()})


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise ValueError(f"{twice!r} stands there twice")
    return found


def _entries(raw: Any, where: str) -> Iterator[Entry]:
    for item in raw if isinstance(raw, list) else [raw]:
        try:
            entry = Entry(item["rule"], item["fingerprint"], item["count"], item.get("text", ""))
        except (TypeError, KeyError, AttributeError) as error:
            raise ConfigError(f"{where}: an entry needs 'rule', 'fingerprint' and 'count'; {_REPAIR}") from error
        right = isinstance(entry.rule, str) and isinstance(entry.fingerprint, str) and isinstance(entry.text, str)
        if not right or type(entry.count) is not int or entry.count < 1:
            raise ConfigError(f"{where}: an entry of {entry.rule!r} is damaged; {_REPAIR}")
        yield entry


def entries(findings: Iterable[Finding], source: Source) -> tuple[Entry, ...]:
    """Return what a baseline says of the findings of a post."""
    from textwrap import shorten

    counts: Counter[Key] = Counter()
    texts: dict[Key, str] = {}
    for finding in findings:
        key = finding.rule, fingerprint(finding, source)
        counts[key] += 1
        words = _WHOLE if finding.scope == "document" else source.slice(finding.sentence)
        texts.setdefault(key, shorten(words, _EXCERPT, placeholder=" …"))
    return tuple(sorted(Entry(*key, count, texts[key]) for key, count in counts.items()))


def split(
    findings: Iterable[Finding], source: Source, counts: Counter[Key], about: Callable[[Finding], bool]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], Counter[Key]]:
    """Return the findings that are new, those that are known, and what is known but not found.

    Of more findings than are counted the last are new, and before them those that the run is `about`.
    """
    left = counts.copy()
    listed = list(findings)
    known: set[int] = set()
    for index in sorted(range(len(listed)), key=lambda index: about(listed[index])):
        key = listed[index].rule, fingerprint(listed[index], source)
        if left[key] > 0:
            left[key] -= 1
            known.add(index)
    new = tuple(finding for index, finding in enumerate(listed) if index not in known)
    return new, tuple(listed[index] for index in sorted(known)), +left


@dataclass(frozen=True)
class Difference:
    """What an update adds to a baseline and takes out of it, by post, and posts that took all they had elsewhere."""

    added: Mapping[str, tuple[Entry, ...]]
    removed: Mapping[str, tuple[Entry, ...]]
    moved: Mapping[str, str]
    kept: int

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.moved)


def updated(
    old: Baseline, found: Mapping[str, tuple[Entry, ...]], covered: Callable[[str], bool], *, prune: bool = False
) -> Baseline:
    """Return a baseline with what was found; posts that were neither read nor `covered` by the run stay as they were.

    With `prune` nothing is added: what is known and found again stays.
    """
    lost = old.lost
    posts: dict[str, tuple[Entry, ...]] = {}
    for name in old.posts.keys() | found.keys():
        if name in found:
            posts[name] = _common(found[name], old.counts(name)) if prune else found[name]
        elif name not in lost and not covered(name):
            posts[name] = old.posts[name]
    return Baseline(old.path, {name: posts[name] for name in sorted(posts) if posts[name]})


def _common(found: tuple[Entry, ...], counts: Counter[Key]) -> tuple[Entry, ...]:
    kept = (replace(entry, count=min(entry.count, counts[entry.key])) for entry in found)
    return tuple(entry for entry in kept if entry.count)


def difference(old: Baseline, new: Baseline) -> Difference:
    """Return what is in one baseline and not in the other, with counts."""
    names = sorted(old.posts.keys() | new.posts.keys())
    added = {name: more for name in names if (more := _beyond(new.posts.get(name, ()), old.counts(name)))}
    removed = {name: more for name in names if (more := _beyond(old.posts.get(name, ()), new.counts(name)))}
    kept = sum((old.counts(name) & new.counts(name)).total() for name in names)
    moved = _moved(old, new, [name for name in removed if name not in new.posts])
    for name, to in moved.items():
        del added[to], removed[name]
    return Difference(added, removed, moved, kept)


def _moved(old: Baseline, new: Baseline, gone: Iterable[str]) -> dict[str, str]:
    """Pair posts that are gone with new ones that have the same findings: those with the likest paths first."""
    came: dict[frozenset[tuple[Key, int]], list[str]] = {}
    for name in sorted(new.posts.keys() - old.posts.keys()):
        came.setdefault(frozenset(new.counts(name).items()), []).append(name)
    pairs = [(name, to) for name in gone for to in came.get(frozenset(old.counts(name).items()), ())]
    moved: dict[str, str] = {}
    for name, to in sorted(pairs, key=lambda pair: -len({*pair[0].split("/")} & {*pair[1].split("/")})):
        if name not in moved and to not in moved.values():
            moved[name] = to
    return moved


def _beyond(entries: tuple[Entry, ...], counts: Counter[Key]) -> tuple[Entry, ...]:
    more = (replace(entry, count=entry.count - counts[entry.key]) for entry in entries)
    return tuple(entry for entry in more if entry.count > 0)


@dataclass
class Baselines:
    """Finds and reads the baseline of each post, and remembers what of it was not found again.

    It is the file that is `named`, or else that of the configuration, or one beside that; without a configuration the
    nearest at or above the post. With `own` False only a named one counts.
    """

    named: Path | None = None
    own: bool = True
    _read: dict[Path, Baseline | None] = field(default_factory=dict)
    _files: dict[tuple[Path | None, Path], Path] = field(default_factory=dict)
    _left: dict[tuple[Path, str], Counter[Key]] = field(default_factory=dict)

    def file(self, config: Config, folder: Path) -> Path:
        """Return where the baseline of posts in a folder is or would be."""
        place = config.origin, folder
        if place not in self._files:
            self._files[place] = self._found(config, folder)
        return self._files[place]

    def _found(self, config: Config, folder: Path) -> Path:
        if self.named:
            return self.named
        if config.baseline or config.origin:
            path = config.root / (config.baseline or FILE_NAME)
        else:
            above = (parent / FILE_NAME for parent in (folder.resolve(), *folder.resolve().parents))
            path = next((path for path in above if path.is_file()), Path(FILE_NAME))
        here = Path.cwd()
        return path.relative_to(here) if path.is_relative_to(here) else path

    def of(self, config: Config, folder: Path) -> Baseline | None:
        """Return the baseline of posts in a folder, if there is one. Raises ConfigError."""
        if not (self.named or self.own):
            return None
        path = self.file(config, folder)
        if path not in self._read:
            if not path.is_file() and (self.named or config.baseline):
                raise ConfigError(f"{path}: does not exist; write it with `toneguard baseline`")
            self._read[path] = load(path) if path.is_file() else None
        return self._read[path]

    def split(
        self, report: Report, config: Config, about: Callable[[Finding], bool]
    ) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """Return the findings of a post that are new, and those that are known. Raises ConfigError."""
        baseline = self.of(config, report.source.folder)
        if baseline is None:
            return report.findings, report.known
        name = baseline.name(report.source.path)
        new, known, left = split(report.findings, report.source, baseline.counts(name), about)
        self._left[baseline.path, name] = left
        return new, known

    def notes(self) -> tuple[str, ...]:
        """Say what of the baselines is gone: findings of posts that were read, and posts that are no more."""
        lines = []
        for path, baseline in self._read.items():
            if baseline is None:
                continue
            gone = sum(left.total() for (where, _), left in self._left.items() if where == path)
            gone += sum(baseline.counts(name).total() for name in baseline.lost)
            if gone:
                some = "1 finding is" if gone == 1 else f"{gone} findings are"
                lines.append(f"{path}: {some} gone from the posts; run `toneguard baseline --prune`")
        return tuple(lines)
