"""What a run of `check` is narrowed to: what changed in git, less what a baseline counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from toneguard.baseline import Baselines
from toneguard.config import ConfigError
from toneguard.finding import Report
from toneguard.narrowing import Narrowing
from toneguard.records import replace
from toneguard.run import Treat

if TYPE_CHECKING:
    from toneguard.cli.check import Options


def validate(options: Options) -> None:
    """Raise ConfigError for options on changes, baseline and suppressions that do not go together."""
    history = "--staged" if options.staged else "--since" if options.since is not None else ""
    wrong = {
        "--since and --staged: choose one": options.staged and options.since is not None,
        f"{history}: a draft on standard input has no history in git": bool(history) and "-" in options.paths,
        "--baseline and --no-baseline: choose one": options.baseline is not None and options.no_baseline,
        "--add-ignores and --fix: run one after the other": options.add_ignores and options.fix,
        "--reason: says why --add-ignores lets findings stand; it goes with that": bool(options.reason)
        and not options.add_ignores,
    }
    for message, holds in wrong.items():
        if holds:
            raise ConfigError(message)


def narrowing(options: Options, lint: Treat) -> Narrowing:
    """Return how the run lints a post and what of it is asked for. Raises ConfigError."""
    changes = None
    if options.staged or options.since is not None:
        from toneguard.changes import since, staged
        from toneguard.git import located

        folder = located(options.paths)
        changes = since(options.since, folder) if options.since is not None else staged(folder)
        if options.fixes:
            changes = replace(changes, in_files=True)
    if options.no_baseline:
        return Narrowing(changes, lint=lint)
    return Narrowing(changes, Baselines(options.baseline, own=not options.isolated), lint)


def notes(options: Options, narrowing: Narrowing, reports: Sequence[Report]) -> tuple[str, ...]:
    """Say that no post changed, and what of a baseline is gone unless rules were left out that would find it."""
    said: tuple[str, ...] = ()
    if narrowing.changes and not reports:
        said = ("no post is staged" if options.staged else f"no post changed since {options.since}",)
    chosen = (options.select, options.ignore, options.lang, options.profile, options.preset, options.markets)
    if narrowing.baselines is None or any(chosen) or options.model is not None or options.advice is not None:
        return said
    return (*said, *narrowing.baselines.notes())
