"""What was worked out before and need not be again: parsed packs, translated templates and their gates.

The cache lies in the user's own cache folder and not in the repository, so that a change under review cannot fill it.
"""

from __future__ import annotations

import marshal
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from toneguard.blake import blake2b
from toneguard.records import dataclass
from toneguard.version import VERSION

_LIFETIME = 30 * 24 * 3600  # seconds
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by toneguard; see https://bford.info/cachedir/\n"


_MARK = b"toneguard 1 "
MARSHAL = 4  # the version of the form that every supported Python reads
ENDING = ".compiled"
_MEMORY: dict[tuple[str, str], Any] = {}


@dataclass(frozen=True)
class Cache:
    """A folder of JSON files; without one (`folder` is None) what this process has worked out, and nothing on disk.

    An entry that cannot be read or written is as good as none; nothing is raised. What is put is not changed later.
    """

    folder: Path | None = None

    @classmethod
    def of_user(cls) -> Cache:
        """Return the cache in `$XDG_CACHE_HOME`, which counts only when it is absolute, or in `~/.cache`."""
        stated = os.environ.get("XDG_CACHE_HOME", "")
        try:
            base = Path(stated) if os.path.isabs(stated) else Path.home() / ".cache"  # noqa: PTH117
        except RuntimeError:  # no home folder
            return cls()
        return cls(base / "toneguard")

    def newsroom(self, root: Path) -> Path | None:
        """Return where the newsroom's index of a configuration file, or of a folder without one, lies."""
        return self.folder / f"newsroom-{digest([root.resolve()])}.sqlite" if self.folder else None

    def get(self, name: str, key: str) -> Any:
        """Return what was put under a name with the same key, or None."""
        if self.folder is None:
            return _MEMORY.get((name, key))
        import json

        try:
            entry = json.loads((self.folder / f"{name}.json").read_bytes())
            return entry["value"] if entry["key"] == key else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, name: str, key: str, value: Any) -> None:
        """Store a value under a name, replacing what was there; safe for several processes at once."""
        if self.folder is None:
            _MEMORY[name, key] = value
            return
        import json

        with suppress(ValueError, TypeError):
            self._write(f"{name}.json", json.dumps({"key": key, "value": value}).encode("utf-8"))

    def load(self, name: str, key: str) -> Any:
        """Return what was stored under a name with the same key, or None."""
        if self.folder is None:
            return _MEMORY.get((name, key))
        try:
            return opened((self.folder / f"{name}{ENDING}").read_bytes(), key)
        except OSError:
            return None

    def store(self, name: str, key: str, value: Any) -> None:
        """Store plain values in a form that loads fast, replacing what was there; safe for several processes."""
        if self.folder is None:
            _MEMORY[name, key] = value
            return
        with suppress(ValueError):
            self._write(f"{name}{ENDING}", sealed(value, key))

    def _write(self, name: str, data: bytes) -> None:
        """Replace a file of the folder at once and whole, or leave it as it is."""
        assert self.folder is not None
        partial = self.folder / f".{name}.{os.getpid()}.tmp"
        try:
            prepare(self.folder)
            partial.write_bytes(data)
            partial.replace(self.folder / name)
            self._drop_old()
        except OSError:
            with suppress(OSError):
                partial.unlink(missing_ok=True)

    def _drop_old(self) -> None:
        """Drop entries that nobody has written for a month, such as those of folders that are gone."""
        assert self.folder is not None
        for path in (*self.folder.glob("*.json"), *self.folder.glob(f"*{ENDING}")):
            if time.time() - path.stat().st_mtime > _LIFETIME:
                path.unlink(missing_ok=True)


def sealed(value: Any, key: str) -> bytes:
    """Return plain values as bytes, with their key and a checksum. Raises ValueError for what is not plain."""
    body = marshal.dumps(value, MARSHAL)
    return _MARK + key.encode() + b"\n" + crc32(body).to_bytes(4, "big") + body


def opened(data: bytes, key: str) -> Any:
    """Return what was sealed with a key, or None for another key, a damaged file or a foreign one."""
    head = _MARK + key.encode() + b"\n"
    body = memoryview(data)[len(head) + 4 :]
    if not data.startswith(head) or data[len(head) : len(head) + 4] != crc32(body).to_bytes(4, "big"):
        return None
    try:
        return marshal.loads(body)
    except (ValueError, EOFError, TypeError):
        return None


def prepare(folder: Path) -> None:
    """Make the cache's folder, with the tag that keeps backups away from it. Raises OSError."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # findings quote posts that are not published yet
        (folder / "CACHEDIR.TAG").write_text(_TAG)


def digest(parts: Iterable[object]) -> str:
    """Return a key for whatever the parts' `repr` tells apart, together with the version of toneguard."""
    text = "\0".join((VERSION, *map(repr, parts)))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def stamp(path: Path | str) -> tuple[str, int, int]:
    """Return what tells a version of a file from another: path, time of change in nanoseconds, size in bytes."""
    try:
        state = os.stat(path)  # noqa: PTH116 - a run asks this of all its code, and making a path costs more
    except OSError:
        return str(path), 0, 0
    return str(path), state.st_mtime_ns, state.st_size


def builtin_folder() -> Path:
    """Return the folder of the built-in packs: beside the package in a checkout, inside it in a wheel."""
    checkout = Path(__file__).resolve().parent.parent / "rules"
    inside = Path(__file__).resolve().parent / "_rules"
    return checkout if (checkout / "lexicon").is_dir() else inside


Stamps = tuple[tuple[str, int, int], ...]


@cache
def code_stamps() -> Stamps:
    """Return the stamps of toneguard's own code."""
    return stamps(Path(__file__).parent)


def stamps(folder: Path) -> Stamps:
    """Return the stamps of the files below a folder, those that Python compiled left out."""
    return tuple(sorted(_below(folder)))


def _below(folder: Path | str) -> Iterator[tuple[str, int, int]]:
    """Yield the stamps of the files below a folder; links may lead nowhere."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                yield stamp(entry.path)
            elif entry.name != "__pycache__":
                yield from _below(entry.path)
