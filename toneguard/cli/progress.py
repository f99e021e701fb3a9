"""How a run of many posts goes on: with workers where they pay, and a bar for those who wait at a terminal."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from toneguard.run import Course, Sources

if TYPE_CHECKING:
    from toneguard.cli.check import Options
    from toneguard.remembered import Remembered
    from toneguard.settings import Settings

_FEW = 5  # posts
_PATIENCE = 1.0  # seconds before there is a bar
_PAUSE = 0.1  # seconds between two pictures of it


@contextmanager
def course(options: Options, remembered: Remembered, settings: Settings) -> Iterator[Course]:
    """Give the way through the posts that the options ask for; the bar is gone behind it, whatever happens."""
    bar = Bar()
    ahead = None
    if not (options.fixes or options.statistics or options.jobs == 1):  # both need what workers do not send
        ahead = partial(_ahead, remembered, settings, options.jobs)
    light = not (options.fixes or options.statistics or any(target.whole for target in options.targets))
    try:
        yield Course(ahead, bar.seen if wanted() else None, light)
    finally:
        bar.close()


def _ahead(remembered: Remembered, settings: Settings, jobs: int, sources: Sources) -> Sources:
    """Let workers read ahead, if there are posts enough to ask whether that pays; few posts load nothing for it."""
    few = list(islice(sources, _FEW))
    if len(few) < _FEW:
        yield from few
        return
    from toneguard.workers import Ahead

    yield from Ahead(remembered, settings, jobs)(chain(few, sources))


def wanted() -> bool:
    """Tell whether somebody would see a bar: standard error is a terminal that can move its cursor."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


class Bar:
    """Posts done of all, on standard error. It draws itself when it is told, with no thread that a fork would copy."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._drawn = self._begun
        self._progress: Any = None

    def seen(self, done: int, total: int) -> None:
        """Show how many posts are done, once the run has taken a while."""
        now = time.monotonic()
        if done >= total or now - self._begun < _PATIENCE or (self._progress and now - self._drawn < _PAUSE):
            return
        self._drawn = now
        if self._progress is None:
            self._progress = _progress()
            self._progress.add_task("Linting", total=total)
            self._progress.start()
        self._progress.update(self._progress.task_ids[0], completed=done, total=total)
        self._progress.refresh()

    def close(self) -> None:
        """Take the bar away."""
        if self._progress is not None:
            self._progress.stop()
            self._progress = None


def _progress() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("posts"))
    console = Console(stderr=True)
    return Progress(
        *columns, console=console, auto_refresh=False, transient=True, redirect_stdout=False, redirect_stderr=False
    )
