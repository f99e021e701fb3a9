"""Packages that bring rules, packs, languages, formats or outputs of their own through an entry point."""

from __future__ import annotations

from toneguard.config import Config, ConfigError, line_of
from toneguard.formats import Format
from toneguard.languages import Language
from toneguard.nearest import missing
from toneguard.outputs.output import Output
from toneguard.records import dataclass
from toneguard.rule import Rule

ENTRY_POINTS = "toneguard"


@dataclass(frozen=True)
class Plugin:
    """What an entry point may offer. `packs` are folders; a format, language or output replaces none by its name."""

    rules: tuple[Rule, ...] = ()
    packs: tuple[str, ...] = ()
    languages: tuple[Language, ...] = ()
    formats: tuple[Format, ...] = ()
    outputs: tuple[Output, ...] = ()


def load(name: str, config: Config) -> Plugin:
    """Load one entry point. Raises ConfigError when it is not installed or is not a Plugin."""
    from importlib.metadata import entry_points

    found = {point.name: point for point in entry_points(group=ENTRY_POINTS)}
    if name not in found:
        raise ConfigError(f"{line_of(config, name)}: {missing('plugin', name, found, 'install it')}")
    try:
        plugin = found[name].load()
    except Exception as error:  # a guest's import may raise anything; the run must say which guest
        raise ConfigError(f"{line_of(config, name)}: plugin {name!r} cannot be loaded: {error}") from error
    if not isinstance(plugin, Plugin):
        raise ConfigError(f"{line_of(config, name)}: plugin {name!r}: expected a toneguard.Plugin, not {plugin!r}")
    return plugin
