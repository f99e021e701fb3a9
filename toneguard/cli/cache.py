"""`toneguard cache`: where it lies, and a way to empty it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toneguard.cache import Cache
from toneguard.cli.check import CLEAN, FAILED
from toneguard.cli.terminal import show_errors, write
from toneguard.nearest import missing
from toneguard.results import FILE_NAME

# A newsroom's index stays: it also holds what `newsroom add` was told, which no file of the repository knows.
_MINE = ("*.json", "*.compiled", f"{FILE_NAME}*", ".*.tmp")


def cache(what: str) -> int:
    """Do what is asked and return the exit code."""
    if what not in _ACTIONS:
        show_errors((missing("cache action", what, _ACTIONS),))
        return FAILED
    _ACTIONS[what]()
    return CLEAN


def _path() -> None:
    """Print the cache's folder, or a line that there is none."""
    folder = Cache.of_user().folder
    write(f"{folder}\n" if folder else "There is no home folder, so nothing is cached.\n")


def _clear() -> None:
    """Delete packs, templates and results that were worked out before; they come back when they are needed."""
    folder = Cache.of_user().folder
    sizes = [_dropped(file) for file in _files(folder)] if folder else []
    write(f"{len(sizes)} files deleted, {sum(sizes) / 1e6:.1f} MB.\n")


_ACTIONS = {"path": _path, "clear": _clear}


def _files(folder: Path) -> Iterator[Path]:
    for pattern in _MINE:
        yield from sorted(folder.glob(pattern))


def _dropped(file: Path) -> int:
    """Delete a file and return its size in bytes; one that another process has just deleted counts nothing."""
    try:
        size = file.stat().st_size
        file.unlink()
    except OSError:
        return 0
    return size
