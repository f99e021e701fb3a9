"""Profiles and presets: what weighs more or less on a kind of page, and in a stricter or gentler house.

They stand in `profiles.toml` at the top of a pack, as tables `[profile.NAME]` and `[preset.NAME]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from toneguard.finding import Severity
from toneguard.packformat import Key, PackError, check
from toneguard.records import dataclass, field

FILE_NAME = "profiles.toml"
OFF = "off"
KINDS = ("profile", "preset")
KEYS: dict[str, Key] = {
    "about": Key("string", "What it is for, in one sentence.", required=True),
    "severity": Key("table", "Severity by rule or family; `off` leaves a rule out."),
    "dose": Key("table", "Factor by rule on how much a density, share or stack takes to count; over 1 is milder."),
}


@dataclass(frozen=True)
class Profile:
    """Severities (or `off`) and doses by rule or family."""

    name: str = ""
    about: str = ""
    severity: Mapping[str, str] = field(default_factory=dict)
    dose: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Grading:
    """How the findings of one post are weighed: layers, the strongest first; the first that knows a rule decides."""

    layers: tuple[Profile, ...] = ()

    def severity(self, rule: str, own: Severity) -> Severity | None:
        """Return the severity of a rule whose own is given, or None when it is off."""
        family = rule.partition("/")[0]
        for layer in self.layers:
            said = layer.severity.get(rule) or layer.severity.get(family)
            if said:
                return None if said == OFF else Severity(said)
        return own

    @property
    def doses(self) -> dict[str, float]:
        """The factors of all layers by rule, multiplied."""
        found: dict[str, float] = {}
        for layer in self.layers:
            for rule, factor in layer.dose.items():
                found[rule] = found.get(rule, 1.0) * factor
        return found


def read(path: Path, raw: Mapping[str, Any]) -> dict[str, dict[str, Profile]]:
    """Return profiles and presets by kind and name. Raises PackError."""
    for kind, entries in raw.items():
        if kind not in KINDS or not isinstance(entries, dict):
            raise PackError(f"{path}: unknown key {kind!r}, expected tables [profile.NAME] or [preset.NAME]")
    return {kind: {name: _profile(path, kind, name, raw[kind][name]) for name in raw.get(kind, {})} for kind in KINDS}


def _profile(path: Path, kind: str, name: str, raw: Any) -> Profile:
    where = f"{path}: {kind} {name}"
    if not isinstance(raw, dict):
        raise PackError(f"{where}: expected a table, not {raw!r}")
    check(raw, KEYS, where)
    levels = (*Severity, OFF)
    for rule, level in raw.get("severity", {}).items():
        if level not in levels:
            raise PackError(f"{where}: 'severity': {rule}: expected {', '.join(levels)}, not {level!r}")
    for rule, factor in raw.get("dose", {}).items():
        if isinstance(factor, bool) or not isinstance(factor, int | float) or factor <= 0:
            raise PackError(f"{where}: 'dose': {rule}: expected a number above 0, not {factor!r}")
    return Profile(name, raw["about"], raw.get("severity", {}), raw.get("dose", {}))


def merged(found: Iterable[Mapping[str, Mapping[str, Profile]]]) -> dict[str, dict[str, Profile]]:
    """Return the profiles of several packs as one; a later one replaces those of the same name."""
    whole: dict[str, dict[str, Profile]] = {kind: {} for kind in KINDS}
    for profiles in found:
        for kind, entries in profiles.items():
            whole[kind].update(entries)
    return whole
