"""What changed in a git repository: the posts, and the lines of each; what is staged is read from the index."""

from __future__ import annotations

import difflib
import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from toneguard.config import ConfigError
from toneguard.finding import Finding
from toneguard.git import GitError, Repository
from toneguard.late import late
from toneguard.records import dataclass, field
from toneguard.source import Source, SourceError

SINCE, STAGED = "--since", "--staged"
_HUNK = late(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_TORN = "has changes that are not staged, so it is not rewritten; stage them (git add) or stash them, then try again"
_ESCAPE = late(rb"\\([abtnvfr\"\\]|[0-7]{3})")
_ESCAPED = dict(zip(b"abtnvfr", b"\a\b\t\n\v\f\r", strict=True))


@dataclass(frozen=True)
class Lines:
    """Changed lines of a post: 1-based pairs of the first and the last, or the whole post.

    Where lines went and none came the pair is empty: the line behind the gap, then the one before it.
    """

    pairs: tuple[tuple[int, int], ...] = ()
    whole: bool = False

    def touch(self, first: int, last: int) -> bool:
        """Tell whether any of the lines, or a gap between two of them, is changed."""
        return self.whole or any(first <= end and last >= start for start, end in self.pairs)

    def moved(self, old: str, new: str) -> Lines:
        """Return the lines where they stand in a text that the old one was made into; what that changed joins them."""
        if self.whole or old == new:
            return self
        pairs: list[tuple[int, int]] = []
        matcher = difflib.SequenceMatcher(None, old.split("\n"), new.split("\n"), autojunk=False)
        for tag, start, end, to, until in matcher.get_opcodes():
            if tag != "equal":
                pairs.append((to + 1, until))
                continue
            shift = to - start
            kept = ((max(a, start + 1), min(b, end)) for a, b in self.pairs if a <= end and b >= start + 1)
            pairs += [(a + shift, b + shift) for a, b in kept]
        return Lines(tuple(pairs))


@dataclass(frozen=True)
class Changes:
    """The files of a repository that changed, by absolute path, and those that are gone.

    `objects` are the contents of the index, where it is what is looked at; `unstaged` are the files that differ
    from it. With `in_files` posts are read from disk, to be rewritten there, unless that is not what is staged.
    """

    repository: Repository
    option: str
    lines: Mapping[Path, Lines]
    gone: frozenset[Path] = frozenset()
    objects: Mapping[Path, str] = field(default_factory=dict)
    unstaged: frozenset[Path] = frozenset()
    in_files: bool = False

    def sources(self, paths: Collection[Path]) -> Iterator[Source | SourceError]:
        """Yield the posts at some paths, from the index where that is what is looked at."""
        keys = {path: self.key(path) for path in paths}
        names = [] if self.in_files else [self.objects[key] for key in keys.values() if key in self.objects]
        try:
            contents = self.repository.blobs(names)
        except GitError as error:
            raise ConfigError(f"{self.option}: {error}") from error
        for path, key in keys.items():
            try:
                if self.in_files and key in self.unstaged:
                    raise SourceError(f"{path}: {_TORN}")
                name = None if self.in_files else self.objects.get(key)
                yield Source.read(path) if name is None else Source.decode(contents[name], str(path))
            except SourceError as error:
                yield error

    def of(self, path: str) -> Lines:
        """Return the changed lines of a post."""
        return self.lines.get(self.key(Path(path)), Lines())

    def below(self, folder: Path) -> list[Path]:
        """Return the changed files below a folder, in order."""
        base = folder.resolve()
        return sorted(path for path in self.lines if base in path.parents)

    def lost(self, path: Path) -> bool:
        """Tell whether a path, or all that git knew below it, is gone."""
        return path in self.gone or any(path in gone.parents for gone in self.gone)

    def key(self, path: Path) -> Path:
        """Return a path as git knows it: its folders resolved, and a link at its end where that leads to a change."""
        found = path.parent.resolve() / path.name
        return found if found in self.lines or not path.is_symlink() else path.resolve()


def touched(finding: Finding, source: Source, lines: Lines) -> bool:
    """Tell whether a finding is about changed lines; a verdict on the post is about all of them."""
    if lines.whole or finding.scope == "document":
        return True
    start = min(finding.span.start, finding.sentence.start)
    end = max(finding.span.end, finding.sentence.end)
    # Lines as git counts them: a lone carriage return ends none.
    first = source.text.count("\n", 0, start) + 1
    return lines.touch(first, first + source.text.count("\n", start, max(start, end - 1)))


def since(revision: str, folder: Path) -> Changes:
    """Return what changed between a revision and the files as they are, new files that git does not track included.

    `REV` is that commit, `REV...` the merge base of it and HEAD. Raises ConfigError.
    """
    repository = Repository.of(folder, SINCE)
    commit = repository.commit(revision, SINCE)
    try:
        lines, gone, _ = _read(repository.difference(commit), repository.top)
        listed = repository.ask("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/")
    except GitError as error:
        raise ConfigError(f"{SINCE}: {error}") from error
    paths = (repository.top / os.fsdecode(name) for name in listed.split(b"\0") if name)
    new = {path: Lines(whole=True) for path in paths if not path.is_symlink()}
    return Changes(repository, SINCE, {**lines, **new}, gone - new.keys())


def staged(folder: Path) -> Changes:
    """Return what the index holds that HEAD does not, with the contents of the index. Raises ConfigError."""
    repository = Repository.of(folder, STAGED)
    try:
        lines, gone, objects = _read(repository.difference("--cached"), repository.top)
        loose = repository.ask("diff", "--name-only", "-z", "--no-ext-diff", "--no-relative", "--")
        unmerged = repository.ask("ls-files", "--unmerged", "--full-name", "-z", "--", ":/")
    except GitError as error:
        raise ConfigError(f"{STAGED}: {error}") from error
    if unmerged:
        name = os.fsdecode(unmerged.split(b"\0")[0].partition(b"\t")[2])
        raise ConfigError(f"{STAGED}: {name}: is not merged; resolve the conflict and stage it (git add)")
    apart = frozenset(repository.top / os.fsdecode(name) for name in loose.split(b"\0") if name)
    return Changes(repository, STAGED, lines, gone, objects, apart)


class _Record(NamedTuple):
    """A raw record: modes and objects before and after, what happened, and both names."""

    mode: bytes
    new_mode: bytes
    old: bytes
    new: bytes
    status: bytes
    before: bytes
    name: bytes

    @property
    def unshown(self) -> bool:
        """Tell whether the content changed in a way that no patch shows, as that of what git takes for binary."""
        return self.status == b"M" and self.old != self.new and self.mode == self.new_mode


_Read = tuple[dict[Path, Lines], frozenset[Path], dict[Path, str]]


def _read(difference: bytes, top: Path) -> _Read:
    """Return the changed lines of files, the files that are gone, and the objects that files are now."""
    records, _, patches = difference.partition(b"\0\0")
    hunks = _hunks(patches)
    lines: dict[Path, Lines] = {}
    gone: set[Path] = set()
    objects: dict[Path, str] = {}
    for record in _records(records.split(b"\0")):
        path = top / os.fsdecode(record.name)
        if record.status in b"DR":
            gone.add(top / os.fsdecode(record.before))
        if record.status == b"D" or not record.new_mode.startswith(b"100"):  # gone, a link or a submodule
            continue
        pairs = tuple(hunks.get(record.name, ()))
        whole = record.status in b"AT" or (not pairs and record.unshown)
        if whole or pairs:
            lines[path] = Lines(() if whole else pairs, whole)
        if record.new.strip(b"0"):
            objects[path] = record.new.decode()
    return lines, frozenset(gone - lines.keys()), objects


def _records(parts: Sequence[bytes]) -> Iterator[_Record]:
    rest = iter(parts)
    for head in rest:
        if not head.startswith(b":"):
            return
        mode, new_mode, old, new, status = head[1:].split(b" ")
        before = name = next(rest)
        if status[:1] in b"RC":
            name = next(rest)
        yield _Record(mode, new_mode, old, new, status[:1], before, name)


def _hunks(patches: bytes) -> Mapping[bytes, Sequence[tuple[int, int]]]:
    """Return the changed lines by name."""
    found: defaultdict[bytes, list[tuple[int, int]]] = defaultdict(list)
    name, left = b"", 0
    for line in patches.split(b"\n"):
        if left and line[:1] in b"+-":
            left -= 1
        elif line.startswith(b"+++ "):
            name = _unquoted(line[4:])
        elif hunk := _HUNK.match(line):
            start, count = int(hunk[2]), int(hunk[3] or 1)
            left = int(hunk[1] or 1) + count
            found[name].append((start, start + count - 1) if count else (start + 1, start))
    return found


def _unquoted(name: bytes) -> bytes:
    """Return a name as a patch has it, without its prefix and git's quotes."""
    plain = name.removesuffix(b"\t")
    if plain.startswith(b'"'):
        plain = _ESCAPE.sub(_meaning, plain[1:-1])
    return plain.removeprefix(b"b/")


def _meaning(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    if len(code) == 3:
        return bytes([int(code, 8)])
    return bytes([_ESCAPED.get(code[0], code[0])])
