"""`toneguard config`: show and describe the configuration."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from toneguard import config as configuration
from toneguard import provenance
from toneguard.cli.check import CLEAN, FAILED, Options, changed
from toneguard.cli.terminal import show_errors, write
from toneguard.config import Config, ConfigError
from toneguard.formats import format_for
from toneguard.nearest import missing
from toneguard.packs import PackError
from toneguard.provenance import Setting
from toneguard.registry import Registry
from toneguard.run import Settings
from toneguard.schema import config_schema
from toneguard.source import Source, SourceError

_FORMATS = ("text", "json")
_WIDEST = 60  # columns of a setting before its place goes on a line of its own


def show(path: Path, options: Options) -> int:
    """Print the settings of a path, each with where it comes from, and return the exit code."""
    folder = path if path.is_dir() else path.parent
    try:
        if options.format not in _FORMATS:
            raise ConfigError(f"--format: {missing('format', options.format, _FORMATS)}")
        if options.config and not options.config.is_file():
            raise ConfigError(f"{options.config}: does not exist; name a configuration file")
        registry = Settings(options.config, options.isolated, lambda config: changed(config, options)).registry(folder)
        origin = registry.config.origin
        loaded = configuration.load(origin) if origin else Config(root=registry.config.root)
        found = provenance.settings(loaded, registry.config, str(path))
        if path.is_file():
            _add_front_matter(found, path, registry)
    except (ConfigError, PackError, SourceError) as error:
        show_errors((str(error),))
        return FAILED
    render = _as_json if options.format == "json" else _as_text
    write(render(found, path, origin))
    return CLEAN


def _add_front_matter(found: dict[str, Setting], path: Path, registry: Registry) -> None:
    source = Source.read(path)
    document = format_for(source, registry.formats).parse(source)
    lines = {}
    for key in document.meta:
        named = re.search(rf"(?m)[\"']?\b{re.escape(key.rpartition('.')[2])}\b[\"']?[ \t]*[:=]", source.text)
        lines[key] = source.position(named.start())[0] if named else 0
    provenance.from_post(found, document.meta, path, lines)


def _as_text(found: dict[str, Setting], path: Path, origin: Path | None) -> str:
    where = provenance.relative(origin, Path()) if origin else "no configuration file: what is not said is the default"
    rows = [(f"{key} = {_toml(setting.value)}", _places(setting)) for key, setting in found.items()]
    width = min(max((len(text) for text, _ in rows if len(text) <= _WIDEST), default=0), _WIDEST)
    lines = [f"# What holds for {path}; from {where}" if origin else f"# What holds for {path}; {where}"]
    for text, places in rows:
        if len(text) > _WIDEST:
            lines += [f"# {places}", text]
        else:
            lines.append(f"{text:<{width}}  # {places}")
    return "\n".join(lines) + "\n"


def _places(setting: Setting) -> str:
    return "; ".join(origin.said(Path()) for origin in setting.origins)


def _as_json(found: dict[str, Setting], path: Path, origin: Path | None) -> str:
    data: dict[str, Any] = {
        "version": 1,
        "for": path.as_posix(),
        "configuration": str(provenance.relative(origin, Path())) if origin else None,
        "settings": {
            key: {"value": setting.value, "origins": [origin.as_data(Path()) for origin in setting.origins]}
            for key, setting in found.items()
        },
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, dict):
        inner = ", ".join(f"{_toml(str(key))} = {_toml(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    return json.dumps(value, ensure_ascii=False)


def schema() -> int:
    """Print the JSON schema of the configuration file."""
    write(json.dumps(config_schema(), indent=2, ensure_ascii=False) + "\n")
    return CLEAN
