"""JSON schemas of the pack format and of the configuration, generated from the definitions that check them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toneguard import configkeys, packformat
from toneguard.finding import Severity
from toneguard.guards import GUARDS
from toneguard.languages import LANGUAGES
from toneguard.packformat import Key

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_STRING: dict[str, Any] = {"type": "string"}
_STRINGS: dict[str, Any] = {"type": "array", "items": {"type": "string", "minLength": 1}}


def rule_schema() -> dict[str, Any]:
    """Return the schema of a rule file."""
    section = _table(packformat.LANGUAGE_KEYS) | {"required": ["message", "example"]}
    properties = _table(packformat.RULE_KEYS)["properties"] | {code: {"$ref": "#/$defs/language"} for code in LANGUAGES}
    return {
        "$schema": _DRAFT,
        "title": "A rule of toneguard",
        **_table(packformat.RULE_KEYS),
        "properties": properties,
        "$defs": {"language": section},
    }


def rewriting_schema() -> dict[str, Any]:
    """Return the schema of a file of rewrites."""
    table = _table(packformat.REWRITING_KEYS)
    rewrite = _table(packformat.TEMPLATE_KEYS) | {"required": ["to"]}
    rewrite["properties"]["example"] = {"type": "array", "items": _table(packformat.BEFORE_KEYS)}
    table["properties"]["rewrite"] = {"type": "array", "items": rewrite}
    return {"$schema": _DRAFT, "title": "Rewrites of toneguard", **table}


def _table(keys: Mapping[str, Key]) -> dict[str, Any]:
    required = [name for name, key in keys.items() if key.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _value(key) | {"description": key.about} for name, key in keys.items()},
        **({"required": required} if required else {}),
    }


def _value(key: Key) -> dict[str, Any]:
    if key.choices and key.type == "string":
        return _STRING | {"enum": [str(choice) for choice in key.choices]}
    if key.choices:
        return {"type": "array", "items": {"enum": list(key.choices)}}
    nested = {
        "patterns": packformat.PATTERN_KEYS,
        "rewrites": packformat.REWRITE_KEYS,
        "examples": packformat.EXAMPLE_KEYS,
    }
    if key.type in nested:
        table = _table(nested[key.type])
        items = {"anyOf": [_STRING | {"minLength": 1}, table]} if key.type == "patterns" else table
        return {"type": "array", "items": items}
    return {
        "string": _STRING,
        "strings": _STRINGS,
        "guards": {"type": "array", "items": {"enum": list(GUARDS)}},
        "integer": {"type": "integer", "minimum": 0},
        "number": {"type": "number", "minimum": 0},
        "tables": {"type": "array", "items": {"type": "object"}},
        "texts": {"type": "object", "additionalProperties": _STRING},
        "boolean": {"type": "boolean"},
        "tokens": {"type": "array", "items": {"type": "array", "minItems": 1, "items": {"type": "object"}}},
    }[key.type]


def config_schema() -> dict[str, Any]:
    """Return the schema of `toneguard.toml`."""
    severity = {"enum": [str(level) for level in Severity]}
    special: dict[str, dict[str, Any]] = {
        "severity": {"type": "object", "additionalProperties": severity},
        "languages": {"type": "object", "additionalProperties": _STRING},
        "pipelines": {"type": "object", "additionalProperties": _STRING},
        "advice": {"type": "boolean"},
        "fail_on": {"enum": ["error", "warning"]},
        "lang": _STRING,
        "messages": _STRING,
        "profile": _STRING,
        "preset": _STRING,
        "model": {"type": "boolean"},
        "site_brand": {"type": "boolean"},
        "tuning": _STRING,
        "baseline": _STRING,
        "publisher": {"enum": list(configkeys.PUBLISHERS)},
        "site_wide": _STRING,
        "engine": {"enum": list(configkeys.ENGINES)},
        "base_url": _STRING,
        "rewriter.model": _STRING,
        "api_key_env": _STRING,
        "overrides": {"type": "array", "items": {}},
    }

    def properties(keys: Mapping[str, Any], table: str = "") -> dict[str, Any]:
        full = {name: f"{table}.{name}" if f"{table}.{name}" in configkeys.ABOUT else name for name in keys}
        return {
            name: special.get(full[name], _STRINGS) | {"description": configkeys.ABOUT[full[name]]} for name in keys
        }

    override = {
        "type": "object",
        "additionalProperties": False,
        "required": ["paths"],
        "properties": properties(configkeys.OVERRIDE_KEYS),
    }
    for name, keys in configkeys.TABLES.items():
        special[name] = {"type": "object", "additionalProperties": False, "properties": properties(keys, name)}
    special["overrides"] = {"type": "array", "items": override}
    return {
        "$schema": _DRAFT,
        "title": "Configuration of toneguard",
        "type": "object",
        "additionalProperties": False,
        "properties": properties(configkeys.KEYS),
    }
