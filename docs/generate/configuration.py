"""The reference of `toneguard.toml`, from its schema: every key with type, default, meaning and an example."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from docs.generate.examples import EXAMPLES
from docs.generate.markdown import code, fenced, page, prose
from toneguard.config import Config
from toneguard.rule import Disclosing
from toneguard.schema import config_schema

_HEAD = """\
The nearest `toneguard.toml` above a post counts, or `pyproject.toml` with a table `[tool.toneguard]`; nothing is
merged. Every key is optional, and a key that does not exist is an error that names the nearest one. The command line
comes before the file. Globs are those of `.gitignore`, relative to the file.

`toneguard init` writes a file that fits your blog, `toneguard config show --for FILE` says what holds for a post and
where it comes from, `toneguard config schema` is the JSON schema for your editor."""


def page_of_keys() -> str:
    """Return the whole page."""
    keys = config_schema()["properties"]
    simple = {name: spec for name, spec in keys.items() if not _table(spec)}
    parts = ["# Configuration", _HEAD, "## Keys"]
    for name, spec in simple.items():
        parts += _key(name, spec, _default(Config(), name), "###")
    for name, spec in keys.items():
        if _table(spec):
            parts += [f"## `{_heading(name, spec)}`", _about(spec), _example(name)]
            parts += _rows(name, _inner(spec))
    return page(*parts)


def _key(name: str, spec: Mapping[str, Any], default: str, level: str) -> Iterator[str]:
    yield f"{level} `{name}`"
    yield f"{_about(spec)}"
    yield f"{_type(spec)}; {default or 'not set'} when left out."
    yield _example(name)


def _rows(table: str, properties: Mapping[str, Any]) -> Iterator[str]:
    """Yield the keys of a table as a list."""
    lines = []
    for name, spec in properties.items():
        default = _default(Disclosing(), name) if table == "disclosure" else ""
        said = f"; {default} when left out" if default else ""
        lines.append(f"- {code(name)} ({_type(spec)[0].lower()}{_type(spec)[1:]}{said}): {_about(spec)}")
    yield "\n".join(lines)


def _example(name: str) -> str:
    """Return the example of a key, nothing where it still has none: a test asks for it."""
    return fenced(EXAMPLES[name], "toml") if name in EXAMPLES else ""


def _about(spec: Mapping[str, Any]) -> str:
    return prose(spec["description"])


def _table(spec: Mapping[str, Any]) -> bool:
    """Tell whether a key is a table with keys of its own, or a list of such tables."""
    return "properties" in spec or "properties" in spec.get("items", {})


def _inner(spec: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = spec.get("properties") or spec["items"]["properties"]
    return found


def _heading(name: str, spec: Mapping[str, Any]) -> str:
    return f"[{name}]" if "properties" in spec else f"[[{name}]]"


def _type(spec: Mapping[str, Any]) -> str:
    """Return the type of a value as a sentence begins with it."""
    if "enum" in spec:
        return "One of " + ", ".join(code(f'"{value}"') for value in spec["enum"])
    if spec["type"] == "array":
        return "A list of texts"
    if spec["type"] == "object":
        values = spec.get("additionalProperties", {})
        levels = ", ".join(code(f'"{value}"') for value in values.get("enum", ()))
        return f"A table of {levels or 'texts'}"
    return {"string": "A text", "boolean": "`true` or `false`", "integer": "A whole number", "number": "A number"}[
        spec["type"]
    ]


def _default(settings: object, name: str) -> str:
    """Return the default of a key as TOML, `""` where it has none of its own."""
    if name not in {field.name for field in fields(settings)}:  # type: ignore[arg-type]
        return ""
    value = getattr(settings, name)
    if isinstance(value, Mapping):
        return "empty" if not value else code(json.dumps(dict(value), ensure_ascii=False))
    if value in ("", ()):
        return "empty" if value == () else ""
    return code(json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False))
