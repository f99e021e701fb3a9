"""Linting that remembers: a post that was linted before under the same rules and settings is not linted again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
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


@dataclass
class Remembered:
    """Lints a post, or finds what was said of it before; `prose` is empty in what was found."""

    results: Results
    _rooms: dict[int, tuple[Registry, str]] = field(default_factory=dict)

    def __call__(self, source: Source, registry: Registry) -> Report:
        """Return the report on one post under the configuration of its registry."""
        key = self._key(source, registry)
        known = self.results.get(key, source) if key else None
        if known is not None:
            return known
        report = lint(source, registry, registry.config)
        if key and not registry.problems:  # what is wrong with a pack has to be said every time
            self.results.put(key, report)
        return report

    def _key(self, source: Source, registry: Registry) -> bytes:
        """Return what names everything that a report depends on; empty where that is not known."""
        if id(registry) not in self._rooms:
            self._rooms[id(registry)] = (registry, _room_of(registry))
        _, room = self._rooms[id(registry)]
        if not room or source.path in ("", "-"):  # a draft that was pasted is nobody's business but the writer's
            return b""
        settings = repr(registry.config.for_path(source.path))
        return hashlib.blake2b(
            "\0".join((room, settings, source.path, source.text)).encode("utf-8", "surrogatepass"), digest_size=16
        ).digest()


def _room_of(registry: Registry) -> str:
    """Return what tells the rules of a registry from others; empty for guests, whose code has no known version."""
    config = registry.config
    if config.plugins or config.ask_rewriter or config.pipelines:
        return ""
    folders = [config.root / folder for folder in config.packs]
    tuning = stamp(config.root / config.tuning) if config.tuning else None
    newsroom = registry.newsroom
    return digest(
        [_built_in(), [_stamps(folder) for folder in folders], tuning, newsroom and newsroom.index.generation]
    )


@cache
def _built_in() -> tuple[tuple[str, int, int], ...]:
    """Return the stamps of toneguard's own code and packs."""
    return (*_stamps(Path(__file__).parent), *_stamps(packs.builtin_folder()))


def _stamps(folder: Path) -> tuple[tuple[str, int, int], ...]:
    return tuple(sorted(_below(folder)))


def _below(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield the stamps of the files below a folder, compiled ones left out."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _below(Path(entry.path))
            else:
                state = entry.stat()
                yield entry.path, state.st_mtime_ns, state.st_size
