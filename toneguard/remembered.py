"""Linting that remembers: a post that was linted before under the same rules and settings is not linted again."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from toneguard import packs
from toneguard.cache import digest, stamp
from toneguard.finding import Report
from toneguard.lint import lint
from toneguard.registry import Registry
from toneguard.results import Results
from toneguard.source import Source

# Installed libraries whose version has a say in what is found.
_LIBRARIES = ("google_re2-", "langdetect-", "pathspec-", "pyromark-", "pyyaml-", "sentencex-")


@dataclass
class Remembered:
    """Lints a post, or finds what was said of it before; `prose` is empty in what was found.

    With `last`, only what was said last of each path is kept: fixes make texts on the way that nobody sees again.
    """

    results: Results
    last: bool = False
    _rooms: dict[int, tuple[Registry, str]] = field(default_factory=dict)
    _ready: dict[str, tuple[Source, Report]] = field(default_factory=dict)
    _pending: dict[str, tuple[bytes, Report]] = field(default_factory=dict)

    def __call__(self, source: Source, registry: Registry) -> Report:
        """Return the report on one post under the configuration of its registry."""
        prepared, report = self._ready.pop(source.path, (None, None))
        if prepared is source and report is not None:
            return report
        known = self.find(source, registry)
        if known is not None:
            self._pending.pop(source.path, None)
            return known
        report = lint(source, registry, registry.config)
        if not registry.problems and (key := self._key(source, registry)):  # a broken pack is told of every time
            if self.last:
                self._pending[source.path] = (key, report)
            else:
                self.results.put(key, report)
        return report

    def find(self, source: Source, registry: Registry) -> Report | None:
        """Return what was said of a post before, or None."""
        key = self._key(source, registry)
        return self.results.get(key, source) if key else None

    def ready(self, source: Source, report: Report) -> None:
        """Take a report that the next question about the post is answered with."""
        self._ready[source.path] = (source, report)

    def learn(self, source: Source, registry: Registry, text: str) -> None:
        """Take and keep a report that another process made, as `results.written` has it. Raises as `reread` does."""
        report = self.results.reread(text, source)
        if key := self._key(source, registry):
            self.results.put_text(key, text)
        self.ready(source, report)

    def close(self) -> None:
        """Write what is to be kept."""
        for key, report in self._pending.values():
            self.results.put(key, report)
        self._pending.clear()
        self.results.close()

    def _key(self, source: Source, registry: Registry) -> bytes:
        """Return what names everything that a report depends on; empty where that is not known."""
        if self.results.path is None or source.path in ("", "-"):  # a pasted draft is nobody's business
            return b""
        if id(registry) not in self._rooms:
            self._rooms[id(registry)] = (registry, _room_of(registry))
        _, room = self._rooms[id(registry)]
        if not room:
            return b""
        config = registry.config
        parts = (room, repr(config.for_path(source.path)), source.path, config.relative(source.path), source.text)
        return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _room_of(registry: Registry) -> str:
    """Return what tells the rules of a registry from others; empty for guests, whose code has no known version."""
    config = registry.config
    if config.plugins or config.ask_rewriter or config.pipelines:
        return ""
    folders = [config.root / folder for folder in config.packs]
    tuning = stamp(config.root / config.tuning) if config.tuning else None
    newsroom = registry.newsroom
    releases = newsroom and (str(newsroom.index.path), newsroom.index.generation)
    return digest([_built_in(), [_stamps(folder) for folder in folders], tuning, releases])


@cache
def _built_in() -> tuple[object, ...]:
    """Return what tells this Python, its libraries, toneguard's own code and packs from other versions."""
    mine = (*_stamps(Path(__file__).parent), *_stamps(packs.builtin_folder()))
    return (sys.version, sys.byteorder, _libraries(), mine)


def _libraries() -> tuple[str, ...]:
    """Return the installed libraries with their versions, from their folders: asking the packages costs 20 ms."""
    import re2

    installed = Path(str(re2.__file__)).parent
    installed = installed.parent if installed.name == "re2" else installed
    names = os.listdir(installed)  # noqa: PTH208 - names are all that is needed
    return tuple(sorted(name for name in names if name.lower().startswith(_LIBRARIES) and name.endswith(".dist-info")))


def _stamps(folder: Path) -> tuple[tuple[str, int, int], ...]:
    return tuple(sorted(_below(folder)))


def _below(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield the stamps of the files below a folder, compiled ones left out; links may lead nowhere."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                yield stamp(Path(entry.path))
            elif entry.name != "__pycache__":
                yield from _below(Path(entry.path))
