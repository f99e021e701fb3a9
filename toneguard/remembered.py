"""Linting that remembers: a post that was linted before under the same rules and settings is not linted again."""

from __future__ import annotations

import os
import sys
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from toneguard.blake import blake2b
from toneguard.cache import builtin_folder, code_stamps, digest, stamp, stamps
from toneguard.finding import Report
from toneguard.records import dataclass, field
from toneguard.results import Results
from toneguard.source import Source

if TYPE_CHECKING:
    from toneguard.config import Config
    from toneguard.registry import Registry

# Installed libraries whose version has a say in what is found.
_LIBRARIES = ("google_re2-", "langdetect-", "pathspec-", "pyromark-", "pyyaml-", "sentencex-")


@dataclass
class Remembered:
    """Lints a post, or finds what was said of it before; `prose` is empty in what was found.

    With `last`, only what was said last of each path is kept: fixes make texts on the way that nobody sees again.
    """

    results: Results
    last: bool = False
    _ready: dict[str, tuple[Source, Report]] = field(default_factory=dict)
    _pending: dict[str, tuple[bytes, Report]] = field(default_factory=dict)
    _words: dict[int, tuple[Config, str]] = field(default_factory=dict)

    def __call__(self, source: Source, registry: Registry) -> Report:
        """Return the report on one post under the configuration of its registry."""
        prepared, report = self._ready.pop(source.path, (None, None))
        if prepared is source and report is not None:
            return report
        known = self.find(source, registry)
        if known is not None:
            self._pending.pop(source.path, None)
            return known
        from toneguard.lint import lint  # nothing of it is loaded for posts that are all known

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

    def learn(self, source: Source, registry: Registry, data: bytes) -> None:
        """Take and keep a report that another process made, as `results.written` has it. Raises as `reread` does."""
        report = self.results.reread(data, source)
        if key := self._key(source, registry):
            self.results.put_written(key, data)
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
        room = _room_of(registry)
        if not room:
            return b""
        config = registry.config
        parts = (room, self._told(config, source.path), source.path, config.relative(source.path), source.text)
        return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def _told(self, config: Config, path: str) -> str:
        """Return the settings of a post in words; most posts have those of their configuration."""
        settings = config.for_path(path)
        if settings is not config:
            return repr(settings)
        if id(config) not in self._words:
            self._words[id(config)] = config, repr(config)
        return self._words[id(config)][1]


def checked(registry: Registry) -> None:
    """Check a registry's configuration, unless it has been found sound before. Raises ConfigError and PackError."""
    room = _room_of(registry) if registry.cache.folder else ""
    config = registry.config
    name, key = f"checked-{digest([config.origin or config.root])}", digest([room, repr(config)])
    if room and registry.cache.load(name, key):
        return
    registry.check()
    if room and not registry.problems:
        registry.cache.store(name, key, True)


@lru_cache(maxsize=16)
def _room_of(registry: Registry) -> str:
    """Return what tells the rules of a registry from others; empty for guests, whose code has no known version."""
    config = registry.config
    if config.plugins or config.ask_rewriter or config.pipelines:
        return ""
    folders = [config.root / folder for folder in config.packs]
    tuning = stamp(config.root / config.tuning) if config.tuning else None
    newsroom = registry.newsroom
    releases = newsroom and (str(newsroom.index.path), newsroom.index.generation)
    found = [stamps(folder) for folder in (builtin_folder(), *folders)]
    return digest([_house(), found, tuning, releases])


@cache
def _house() -> tuple[object, ...]:
    """Return what tells this Python, its libraries and toneguard's own code from other versions."""
    return (sys.version, sys.byteorder, _libraries(), code_stamps())


def _libraries() -> tuple[str, ...]:
    """Return the installed libraries with their versions, from their folders: asking the packages costs 20 ms."""
    found = find_spec("re2")
    if found is None or found.origin is None:
        return ()
    installed = Path(found.origin).parent
    installed = installed.parent if installed.name == "re2" else installed
    names = os.listdir(installed)  # noqa: PTH208 - names are all that is needed
    return tuple(sorted(name for name in names if name.lower().startswith(_LIBRARIES) and name.endswith(".dist-info")))
