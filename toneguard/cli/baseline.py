"""`toneguard baseline`: counts what posts have today, so that `check` reports what is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from toneguard.baseline import Baseline, Baselines, Difference, Entry, difference, entries, load, updated
from toneguard.cli.check import CLEAN, FAILED, FOUND
from toneguard.cli.terminal import replace_file, show_errors, write
from toneguard.config import ConfigError
from toneguard.finding import Report
from toneguard.outputs.output import printable
from toneguard.packs import PackError
from toneguard.records import dataclass, replace
from toneguard.run import Settings, run

_LINES = 40  # of one kind: a first baseline may count thousands

Found = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True)
class Order:
    """What is asked for: to write, to drop what is gone only, or to tell whether the file is up to date."""

    prune: bool = False
    check: bool = False
    named: Path | None = None


def baseline(paths: tuple[str, ...], order: Order, config: Path | None, *, isolated: bool) -> int:
    """Bring the baselines of posts up to date, say what changed, and return the exit code."""
    if order.named and order.named.is_dir():
        show_errors((f"--baseline: {order.named} is a folder; name a file",))
        return FAILED
    settings = Settings(config, isolated, lambda read: replace(read, ways_out=False))
    try:
        outcome = run(paths or (".",), settings)
        errors = outcome.errors
        if errors:
            show_errors((*errors, "no baseline was written: what cannot be read cannot be counted"))
            return FAILED
        covered = _covered(paths or (".",))
        found = _found(outcome.reports, settings, Baselines(order.named), paths)
        pairs = [(old, updated(old, posts, covered(old), prune=order.prune)) for old, posts in found]
        changed = [_done(old, new, order) for old, new in pairs]
    except (ConfigError, PackError) as error:
        show_errors((str(error),))
        return FAILED
    return FOUND if order.check and any(changed) else CLEAN


def _found(
    reports: Sequence[Report], settings: Settings, baselines: Baselines, paths: Sequence[str]
) -> list[tuple[Baseline, Found]]:
    """Return every baseline that the posts belong to, as it is on disk, with what was found in them."""
    posts: defaultdict[Path, list[Report]] = defaultdict(list)
    first = Path(paths[0]) if paths else Path()
    folder = first if first.is_dir() else first.parent
    posts[baselines.file(settings.registry(folder).config, folder)] = []  # also when no post is left
    for report in reports:
        folder = Path(report.source.path).parent
        posts[baselines.file(settings.registry(folder).config, folder)].append(report)
    found: list[tuple[Baseline, Found]] = []
    for path, group in posts.items():
        old = load(path) if path.is_file() else Baseline(path)
        found.append((old, {old.name(item.source.path): entries(item.findings, item.source) for item in group}))
    return found


def _covered(paths: Sequence[str]) -> Callable[[Baseline], Callable[[str], bool]]:
    """Tell of the posts of a baseline whether a run over the paths would have met them, were they posts still."""
    folders = [Path(path).resolve() for path in paths if Path(path).is_dir()]

    def of(baseline: Baseline) -> Callable[[str], bool]:
        return lambda name: any(folder in baseline.post(name).resolve().parents for folder in folders)

    return of


def _done(old: Baseline, new: Baseline, order: Order) -> bool:
    """Write a baseline where it changed, unless it is only checked, and say so. Tell whether it changed."""
    changes = difference(old, new)
    fresh = not old.path.is_file()
    write("".join(_listed(changes, fresh=fresh)))
    if not changes and not (fresh and not order.prune and not order.check):
        write(f"{old.path}: up to date, {_count(changes.kept)}.\n")
        return False
    if order.check:
        write(f"{old.path}: out of date: {_summary(changes)}. Run toneguard baseline.\n")
        return True
    try:
        replace_file(old.path, new.text())
    except OSError as error:
        raise ConfigError(f"{old.path}: cannot be written: {error.strerror or error}") from error
    write(f"Wrote {old.path}: {_summary(changes)}.\n")
    return True


def _summary(changes: Difference) -> str:
    added, removed = (
        sum(entry.count for more in kind.values() for entry in more) for kind in (changes.added, changes.removed)
    )
    moved = f", {len(changes.moved)} post{'' if len(changes.moved) == 1 else 's'} moved" if changes.moved else ""
    return f"{added} added, {removed} removed{moved}, {changes.kept} kept"


def _count(number: int) -> str:
    return f"{number} finding{'' if number == 1 else 's'}"


def _listed(changes: Difference, *, fresh: bool) -> Iterator[str]:
    """Yield what went and what came, by post; of a first baseline, how much each post has."""
    for old, new in changes.moved.items():
        yield f"{printable(old)} → {printable(new)}\n"
    if fresh:
        counts = [(sum(entry.count for entry in more), name) for name, more in changes.added.items()]
        yield from _capped([f"{count:>5}  {printable(name)}\n" for count, name in counts], "posts")
        return
    for mark, kind in (("-", changes.removed), ("+", changes.added)):
        lines = []
        for name, more in kind.items():
            for entry in more:
                times = f" ×{entry.count}" if entry.count > 1 else ""
                lines.append(f"{mark} {printable(name)}  {entry.rule}: {printable(entry.text)}{times}\n")
        yield from _capped(lines, "findings")


def _capped(lines: list[str], noun: str) -> Iterator[str]:
    yield from lines[:_LINES]
    if len(lines) > _LINES:
        yield f"  and {len(lines) - _LINES} {noun} more\n"
