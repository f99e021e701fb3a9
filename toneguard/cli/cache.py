"""`toneguard cache`: where it lies, and a way to empty it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from toneguard.cache import Cache
from toneguard.cli.check import CLEAN, FAILED
from toneguard.cli.terminal import show_errors, write
from toneguard.nearest import missing
from toneguard.results import FILE_NAME

# A newsroom's index stays: it also holds what `newsroom add` was told, which no file of the repository knows.
_KINDS = {
    "results": (f"{FILE_NAME}*",),
    "packs and templates": ("*.json", "*.compiled", ".*.tmp"),
    "newsrooms (which `clear` keeps)": ("newsroom-*.sqlite*",),
}
_MINE = (*_KINDS["results"], *_KINDS["packs and templates"])


def cache(what: str) -> int:
    """Do what is asked and return the exit code."""
    if what not in _ACTIONS:
        show_errors((missing("cache action", what, _ACTIONS),))
        return FAILED
    _ACTIONS[what]()
    return CLEAN


def _path() -> None:
    """Print the cache's folder, and on standard error what lies in it; or a line that there is none."""
    folder = Cache.of_user().folder
    if folder is None:
        write("There is no home folder, so nothing is cached.\n")
        return
    write(f"{folder}\n")
    sizes = ", ".join(f"{name} {_megabytes(folder, patterns)}" for name, patterns in _KINDS.items())
    print(f"toneguard: {sizes}", file=sys.stderr)


def _clear() -> None:
    """Delete packs, templates and results that were worked out before; they come back when they are needed."""
    folder = Cache.of_user().folder
    sizes = [_dropped(file) for file in _files(folder, _MINE)] if folder else []
    write(f"{len(sizes)} file{'' if len(sizes) == 1 else 's'} deleted, {sum(sizes) / 1e6:.1f} MB.\n")


_ACTIONS = {"path": _path, "clear": _clear}


def _files(folder: Path, patterns: Sequence[str]) -> Iterator[Path]:
    for pattern in patterns:
        yield from sorted(folder.glob(pattern))


def _megabytes(folder: Path, patterns: Sequence[str]) -> str:
    whole = 0
    for file in _files(folder, patterns):
        with suppress(OSError):  # another process may have deleted it
            whole += file.stat().st_size
    return f"{whole / 1e6:.1f} MB"


def _dropped(file: Path) -> int:
    """Delete a file and return its size in bytes; one that another process has just deleted counts nothing."""
    try:
        size = file.stat().st_size
        file.unlink()
    except OSError:
        return 0
    return size
