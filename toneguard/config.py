"""The configuration: find one file, check every key, freeze it.

The nearest `toneguard.toml`, or `pyproject.toml` with `[tool.toneguard]`, counts alone; nothing is merged.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toneguard.configkeys import KEYS, OVERRIDE_KEYS, TABLES
from toneguard.finding import Severity
from toneguard.nearest import nearest
from toneguard.records import dataclass, field, replace

if TYPE_CHECKING:
    from toneguard.sitename import SiteName

FILE_NAME = "toneguard.toml"
ALL = "all"


class ConfigError(Exception):
    """A configuration that cannot be used; the message names file, line, key and what was expected."""


@dataclass(frozen=True)
class Override:
    """Settings for some paths: globs relative to the configuration file; what is None stays as it was."""

    paths: tuple[str, ...]
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    brands: tuple[str, ...] = ()
    lang: str | None = None
    profile: str | None = None
    markets: tuple[str, ...] | None = None
    publisher: str | None = None


@dataclass(frozen=True)
class Config:
    """What a run was told. `root` is the folder that globs are relative to; `origin` the file, if any.

    `lang` is what a post is taken for where its words leave it open; `forced_lang` decides for every block.
    `disclosure`, `newsroom`, `rewriter` and `mdx` are the keys of those tables; `ask_rewriter` comes from the command
    line, as does `ways_out`: whether findings get fixes, which costs time where nobody sees them. `site` is the name
    that the site gives itself, which counts as a brand unless `site_brand` is false.
    """

    root: Path = field(default_factory=Path.cwd)
    origin: Path | None = None
    select: tuple[str, ...] = (ALL,)
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    brands: tuple[str, ...] = ()
    site_brand: bool = True
    site: SiteName | None = None
    languages: Mapping[str, str] = field(default_factory=dict)
    lang: str = ""
    forced_lang: str = ""
    messages: str = ""
    profile: str = ""
    preset: str = ""
    markets: tuple[str, ...] = ()
    publisher: str = ""
    disclosure: Mapping[str, Any] = field(default_factory=dict)
    newsroom: Mapping[str, Any] = field(default_factory=dict)
    rewriter: Mapping[str, Any] = field(default_factory=dict)
    mdx: Mapping[str, Any] = field(default_factory=dict)
    ask_rewriter: bool = False
    ways_out: bool = True
    advice: bool = False
    model: bool = True
    tuning: str = ""
    baseline: str = ""
    fail_on: Severity = Severity.WARNING
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    pipelines: Mapping[str, str] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()

    def for_path(self, path: str) -> Config:
        """Return the settings of one post: overrides that name its path applied in order, later ones winning."""
        settings = self
        if not (self.languages or self.overrides):
            return settings
        relative = self.relative(path)
        for glob, language in self.languages.items():
            if matches(relative, (glob,)):
                settings = replace(settings, lang=settings.lang or language)
        for override in self.overrides:
            if matches(relative, override.paths):
                settings = _overridden(settings, override)
        return settings

    def relative(self, path: str) -> str:
        """Return a path as globs see it: relative to the root where it lies below, with forward slashes."""
        folder, name = os.path.split(path)
        plain = name not in ("", ".", "..") and "\0" not in path and not os.path.islink(path)  # noqa: PTH114
        above = self._folders(folder) if plain else None
        if above is None:
            known = self._above(path)
            return Path(path).as_posix() if known is None else known
        return name if above == "." else f"{above}/{name}"

    def _folders(self, folder: str) -> str | None:
        """Return what `_above` says of a folder, asked once: many posts lie in one."""
        try:
            key = folder, os.getcwd()  # noqa: PTH109
        except OSError:
            return None
        if key not in self._known_folders:
            self._known_folders[key] = self._above(folder)
        return self._known_folders[key]

    @cached_property
    def _known_folders(self) -> dict[tuple[str, str], str | None]:
        return {}

    def _above(self, path: str) -> str | None:
        """Return a path as it lies below the root, or None elsewhere."""
        try:
            return Path(path).resolve().relative_to(self.root.resolve()).as_posix()
        except (ValueError, OSError):
            return None


def with_site(config: Config) -> Config:
    """Return a configuration with the name that its site gives itself, unless that is switched off."""
    if not config.site_brand:
        return config
    from toneguard import sitename

    return replace(config, site=sitename.find(config.root))


def _overridden(settings: Config, override: Override) -> Config:
    return replace(
        settings,
        select=settings.select if override.select is None else override.select,
        ignore=(*settings.ignore, *override.ignore),
        severity={**settings.severity, **override.severity},
        brands=(*settings.brands, *override.brands),
        lang=settings.lang if override.lang is None else override.lang,
        profile=settings.profile if override.profile is None else override.profile,
        markets=settings.markets if override.markets is None else override.markets,
        publisher=settings.publisher if override.publisher is None else override.publisher,
    )


def matches(path: str, globs: tuple[str, ...]) -> bool:
    """Tell whether a relative path matches one of the globs, in the notation of .gitignore."""
    return bool(_spec(globs).match_file(path))


@cache
def _spec(globs: tuple[str, ...]) -> Any:
    import pathspec

    return pathspec.GitIgnoreSpec.from_lines(globs)


def find(start: Path) -> Path | None:
    """Return the nearest configuration file at or above a folder."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
        project = folder / "pyproject.toml"
        if project.is_file() and b"[tool.toneguard" in project.read_bytes():
            return project
    return None


def load(path: Path) -> Config:
    """Read one configuration file. Raises ConfigError."""
    import tomllib

    try:
        text = path.read_text("utf-8")
        raw = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: is not valid TOML: {error}") from error
    if path.name == "pyproject.toml":
        raw = raw.get("tool", {}).get("toneguard", {})
    return _Reading(path, text).config(raw)


@dataclass(frozen=True)
class _Reading:
    """A configuration file while it is checked."""

    path: Path
    text: str

    def config(self, raw: Mapping[str, Any]) -> Config:
        self.check(raw, KEYS)
        values: dict[str, Any] = {key: _frozen(value) for key, value in raw.items() if key != "overrides"}
        if "severity" in raw:
            values["severity"] = {name: Severity(level) for name, level in raw["severity"].items()}
        if "fail_on" in raw:
            values["fail_on"] = Severity(raw["fail_on"])
        for name, keys in TABLES.items():
            self.check(raw.get(name, {}), keys)
            values[name] = {key: _frozen(value) for key, value in raw.get(name, {}).items()}
        values["overrides"] = tuple(self.override(entry) for entry in raw.get("overrides", ()))
        return Config(root=self.path.parent, origin=self.path, **values)

    def override(self, raw: Mapping[str, Any]) -> Override:
        self.check(raw, OVERRIDE_KEYS)
        if not raw.get("paths"):
            raise ConfigError(f"{self.path}:{self.line('overrides')}: an override needs 'paths'")
        values: dict[str, Any] = {key: _frozen(value) for key, value in raw.items()}
        if "severity" in raw:
            values["severity"] = {name: Severity(level) for name, level in raw["severity"].items()}
        return Override(**values)

    def check(self, raw: Mapping[str, Any], keys: Mapping[str, tuple[Any, str]]) -> None:
        for name, value in raw.items():
            where = f"{self.path}:{self.line(name)}"
            if name not in keys:
                raise ConfigError(f"{where}: unknown key {name!r}{nearest(name, keys)}")
            ok, expected = keys[name]
            if not ok(value):
                raise ConfigError(f"{where}: {name!r}: expected {expected}, not {value!r}")

    def line(self, name: str) -> int:
        """Return the 1-based line where a key or table of this name first stands, or 1."""
        pattern = rf"(?m)^[ \t]*(?:\[+[^\]\n]*\b)?[\"']?{re.escape(name)}[\"']?\s*(?:=|\]|\.)"
        found = re.search(pattern, self.text)
        return self.text.count("\n", 0, found.start()) + 1 if found else 1


def line_of(config: Config, value: str) -> str:
    """Return `file:line` of the first line of the configuration that names a value, or that the command line does."""
    if config.origin is None:
        return "the command line"
    text = config.origin.read_text("utf-8")
    name = re.escape(value)
    found = re.search(rf"[\"']{name}[\"']", text) or re.search(rf"(?m)^[^#\n]*?(?<![\w/-]){name}(?![\w/-])", text)
    return f"{config.origin}:{text.count(chr(10), 0, found.start()) + 1}" if found else "the command line"


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
