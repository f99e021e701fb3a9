"""Where each setting of a post comes from: default, file and line, override, command line, site, path, front matter."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from toneguard.config import Config, Override, matches
from toneguard.configkeys import KEYS
from toneguard.formats.frontmatter import LANGUAGE_KEYS
from toneguard.languages.detect import path_hint
from toneguard.late import late
from toneguard.records import dataclass, replace

_HEADER = late(r"[ \t]*\[{1,2}(?P<name>[^\[\]\n]+)\]")
_ADDED = ("ignore", "severity", "brands")  # what an override adds to, instead of replacing it
_MATTER = {
    "profile": ("toneguard.profile",),
    "markets": ("toneguard.markets", "toneguard.market"),
    "publisher": ("toneguard.publisher",),
    "brands": ("brand", "brands", "company"),
    "lang": LANGUAGE_KEYS,
}


@dataclass(frozen=True)
class Origin:
    """One place that a value comes from, or a part of it where a value is a list.

    `kind` is `default`, `file`, `override`, `command line`, `site`, `path` or `front matter`.
    """

    kind: str
    file: Path | None = None
    line: int = 0
    override: int = 0  # counted from 1
    globs: tuple[str, ...] = ()

    def said(self, root: Path) -> str:
        """Return the place in words, with files as they are called from a folder."""
        if self.file is None:
            return self.kind
        place = f"{relative(self.file, root)}:{self.line}" if self.line else str(relative(self.file, root))
        if self.kind == "override":
            return f"override {self.override} for {', '.join(self.globs)} ({place})"
        if self.globs:
            return f"{', '.join(self.globs)} ({place})"
        return place if self.kind in ("file", "site") else f"{self.kind} ({place})"

    def as_data(self, root: Path) -> dict[str, Any]:
        """Return the place as data for JSON; what does not apply is left out."""
        file = str(relative(self.file, root)) if self.file else None
        found = {"file": file, "line": self.line, "override": self.override, "paths": list(self.globs)}
        return {"source": self.kind, **{key: value for key, value in found.items() if value}}


@dataclass(frozen=True)
class Setting:
    """A resolved value and where it comes from, the strongest place last."""

    value: Any
    origins: tuple[Origin, ...]


def settings(loaded: Config, changed: Config, path: str) -> dict[str, Setting]:
    """Return every setting of a path by its key.

    `loaded` is the configuration as the file has it, `changed` the same under the command line's options.
    """
    resolved = changed.for_path(path)
    lines = _Lines.of(loaded.origin)
    found = {}
    for key in KEYS:
        if key == "overrides":
            continue
        value = getattr(resolved, key)
        if key == "lang" and changed.forced_lang:
            value = changed.forced_lang
        found[key] = Setting(value, tuple(_origins(key, loaded, changed, path, lines)) or (Origin("default"),))
    if changed.site:
        site = Origin("site", changed.site.path, changed.site.line)
        brands = found["brands"]
        kept = tuple(origin for origin in brands.origins if origin.kind != "default")
        found["brands"] = Setting((*brands.value, changed.site.name), (*kept, site))
    if not found["lang"].value and (hint := path_hint(loaded.relative(path))):
        found["lang"] = Setting(hint, (Origin("path"),))
    return found


def _origins(key: str, loaded: Config, changed: Config, path: str, lines: _Lines) -> list[Origin]:
    """Return the places that decide a key: all that add to a list or table, else the last one."""
    relative = loaded.relative(path)
    found: list[Origin] = []
    if getattr(loaded, key) != _DEFAULTS[key] or lines.line(key):
        found.append(Origin("file", loaded.origin, lines.line(key)))
    if key == "lang" and not loaded.lang:
        for glob in loaded.languages:
            if matches(relative, (glob,)):
                found.append(Origin("file", loaded.origin, lines.quoted(glob), globs=(glob,)))
                break
    for number, override in enumerate(changed.overrides, 1):
        if matches(relative, override.paths) and _says(override, key):
            line = lines.line(key, number)
            found.append(Origin("override", loaded.origin, line, number, override.paths))
    forced = key == "lang" and bool(changed.forced_lang)
    if forced or getattr(changed, key) != getattr(loaded, key):
        found.append(Origin("command line"))
    return found if key in _ADDED else _strongest(found, forced=forced)


def _strongest(found: list[Origin], *, forced: bool) -> list[Origin]:
    """Return the place that decides a single value: an override beats the command line unless that drops it."""
    overrides = [origin for origin in found if origin.kind == "override"]
    if overrides and not forced:
        return overrides[-1:]
    return found[-1:]


def _says(override: Override, key: str) -> bool:
    if key not in _OVERRIDDEN:
        return False
    value = getattr(override, key)
    return bool(value) if key in _ADDED else value is not None


_DEFAULTS = {name: getattr(Config(root=Path()), name) for name in KEYS}
_OVERRIDDEN = {field.name for field in fields(Override)} - {"paths"}


@dataclass(frozen=True)
class _Lines:
    """The lines of a configuration file on which its keys stand."""

    text: str
    prefix: str  # of a table in pyproject.toml

    @classmethod
    def of(cls, file: Path | None) -> _Lines:
        if file is None:
            return cls("", "")
        return cls(file.read_text("utf-8"), "tool.toneguard" if file.name == "pyproject.toml" else "")

    def line(self, key: str, override: int = 0) -> int:
        """Return the 1-based line of a key or table, at the top or in an override counted from 1, or 0."""
        count, table = 0, "/" if self.prefix else ""
        entry = re.compile(rf"[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*[.=]")
        wanted, within = ("overrides", f"overrides.{key}") if override else ("", key)
        for number, line in enumerate(self.text.splitlines(), 1):
            header = _HEADER.match(line)
            if header:
                table = self._name(header["name"])
                count += table == "overrides"
            here = not override or count == override
            if here and (table == within if header else table == wanted and entry.match(line)):
                return number
        return self.line("overrides") if override else 0

    def _name(self, header: str) -> str:
        """Return a table's name without the prefix; one of another tool is none that a key has."""
        name = re.sub(r"[\s\"']", "", header)
        if not self.prefix:
            return name
        if name == self.prefix:
            return ""
        return name.removeprefix(f"{self.prefix}.") if name.startswith(f"{self.prefix}.") else f"/{name}"

    def quoted(self, value: str) -> int:
        """Return the 1-based line of the first quoted value, or 0."""
        found = re.search(rf"[\"']{re.escape(value)}[\"']", self.text)
        return self.text.count("\n", 0, found.start()) + 1 if found else 0


def from_post(found: dict[str, Setting], meta: Mapping[str, str], file: Path, line_of: Mapping[str, int]) -> None:
    """Put what a post's own front matter says over the settings of its path; `line_of` gives the lines of its keys."""
    for key, names in _MATTER.items():
        said = next((name for name in names if meta.get(name)), "")
        if not said:
            continue
        parts = tuple(part.strip() for part in meta[said].split(",") if part.strip())
        place = Origin("front matter", file, line_of.get(said, 0))
        before = found[key]
        if key == "brands":
            kept = tuple(origin for origin in before.origins if origin.kind != "default")
            found[key] = Setting((*before.value, *parts), (*kept, place))
        else:
            found[key] = replace(before, value=parts if key == "markets" else meta[said], origins=(place,))


def relative(path: Path, root: Path) -> Path:
    """Return a path as it is called from a folder."""
    try:
        return Path(os.path.relpath(path, root))
    except ValueError:  # another drive
        return path
