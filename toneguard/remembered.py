"""Linting that remembers: a post that was linted before under the same rules and settings is not linted again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toneguard.cache import builtin_folder, code_stamps, digest, stamp, stamps
from toneguard.finding import Report
from toneguard.results import Results
from toneguard.source import Source

if TYPE_CHECKING:
    from toneguard.registry import Registry


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
        from toneguard.lint import lint  # nothing of it is loaded for posts that are all known

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


def checked(registry: Registry) -> None:
    """Check a registry's configuration, unless it has been found sound before. Raises ConfigError and PackError."""
    room = _room_of(registry) if registry.cache.folder else ""
    config = registry.config
    name, key = f"checked-{digest([config.origin or config.root])}", digest([room, repr(config)])
    if room and registry.cache.get(name, key):
        return
    registry.check()
    if room and not registry.problems:
        registry.cache.put(name, key, True)


def _room_of(registry: Registry) -> str:
    """Return what tells the rules of a registry from others; empty for guests, whose code has no known version."""
    config = registry.config
    if config.plugins or config.ask_rewriter or config.pipelines:
        return ""
    folders = [config.root / folder for folder in config.packs]
    tuning = stamp(config.root / config.tuning) if config.tuning else None
    newsroom = registry.newsroom
    found = [stamps(folder) for folder in (builtin_folder(), *folders)]
    return digest([code_stamps(), found, tuning, newsroom and newsroom.index.generation])
