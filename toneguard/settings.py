"""The configuration of each path, and the rules that go with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from toneguard import config as configuration
from toneguard.cache import Cache
from toneguard.config import Config
from toneguard.records import dataclass, field
from toneguard.registry import Registry


@dataclass
class Settings:
    """Finds the configuration of each path: the nearest file, or the one that was named, under the command line.

    `change` applies the command line's options to a configuration, `check` raises for one that names what is not there.
    """

    named: Path | None = None
    isolated: bool = False
    change: Callable[[Config], Config] = lambda config: config
    cache: Cache = field(default_factory=Cache)
    check: Callable[[Registry], None] = Registry.check
    _registries: dict[Path | None, Registry] = field(default_factory=dict)
    _origins: dict[Path, Path | None] = field(default_factory=dict)

    def registry(self, folder: Path) -> Registry:
        """Return the rooms for posts in a folder. Raises ConfigError and PackError."""
        origin = self._origin(folder)
        if origin not in self._registries:
            config = configuration.load(origin) if origin else Config()
            config = config if self.isolated else configuration.with_site(config)
            registry = Registry(self.change(config), self.cache)
            self.check(registry)
            self._registries[origin] = registry
        return self._registries[origin]

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the packs of the configurations met so far."""
        return tuple(dict.fromkeys(text for registry in self._registries.values() for text in registry.problems))

    @property
    def notes(self) -> tuple[str, ...]:
        """What should be said of the configurations met so far that is no reason to fail."""
        return tuple(dict.fromkeys(text for registry in self._registries.values() for text in registry.notes))

    def _origin(self, folder: Path) -> Path | None:
        if self.isolated or self.named:
            return self.named
        if folder not in self._origins:
            self._origins[folder] = configuration.find(folder)
        return self._origins[folder]
