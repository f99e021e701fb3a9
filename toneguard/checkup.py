"""Whether all that a configuration names is there: rules, profiles, presets, markets, languages, folders of packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toneguard import endorsement, press
from toneguard.config import Config, ConfigError, Override, line_of
from toneguard.errors import PackError
from toneguard.languages.detect import OTHER
from toneguard.nearest import missing
from toneguard.records import replace

if TYPE_CHECKING:
    from toneguard.registry import Registry

_VERDICTS = endorsement.RULES | {press.RULE, press.REPOSTED}


def check(registry: Registry) -> None:
    """Raise ConfigError or PackError for whatever the configuration names that is not there."""
    origins: dict[str, str] = {}
    infos = tuple(registry.all_infos())
    for info in infos:
        if info.name in origins:
            raise PackError(f"rule {info.name}: is defined in {origins[info.name]} and in {info.origin}")
        origins[info.name] = info.origin
    for info in infos:
        for name in info.worse_with:
            if name not in origins:
                raise PackError(f"{info.origin}: rule {info.name}: 'worse_with': unknown rule {name!r}")
    for rule in registry.pack.rules:
        if rule.kind == "verdict" and rule.info.name not in _VERDICTS:
            where = f"{rule.info.origin}: rule {rule.info.name}"
            raise PackError(f"{where}: 'kind': 'verdict' is for {', '.join(sorted(_VERDICTS))}")
    _check_profiles(registry)
    config = registry.config
    if config.packs or registry.plugins:  # the built-in tables are read when a post needs them
        _ = (registry.networks, registry.labels, [registry.rooms.read(language) for language in registry.languages])
    _ = config.model and registry.judge
    _ = registry.author
    for settings in (config, *(_as_config(config, override) for override in config.overrides)):
        _check_names(registry, settings)


def _check_names(registry: Registry, settings: Config) -> None:
    """Raise ConfigError for a rule, profile, market or language that some settings name and that is not there."""
    registry.selected(settings)
    registry.grading(settings)
    for selector in settings.severity:
        list(registry.expand(selector, settings, previews=True))
    for market in settings.markets:
        if market not in registry.labels.markets:
            raise ConfigError(f"{line_of(settings, market)}: {missing('market', market, registry.labels.markets)}")
    for code in (settings.lang, settings.messages, *settings.languages.values(), *settings.pipelines):
        if code and code not in registry.languages and code != OTHER:
            raise ConfigError(f"{line_of(settings, code)}: {missing('language', code, registry.languages)}")


def _check_profiles(registry: Registry) -> None:
    """Raise PackError for a rule or family that a profile or preset names and that is not there."""
    known = {*registry.infos, *(info.family for info in registry.infos.values()), *registry.aliases}
    for kind, entries in registry.pack.profiles.items():
        for name, profile in entries.items():
            for rule in (*profile.severity, *profile.dose):
                if rule not in known:
                    raise PackError(f"{kind} {name}: {missing('rule', rule, known)}")


def _as_config(config: Config, override: Override) -> Config:
    """Return the settings of an override alone, for checking its names."""
    return replace(
        config,
        select=override.select if override.select is not None else config.select,
        ignore=override.ignore,
        severity=override.severity,
        lang=override.lang or "",
        profile=override.profile or "",
        markets=override.markets or (),
    )
