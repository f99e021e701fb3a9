"""The reference of the rule format: its keys, guards and scopes, from the definitions that check them."""

from __future__ import annotations

from collections.abc import Mapping

from docs.generate.markdown import code, escaped, page, prose, table
from toneguard import packformat, profiles
from toneguard.guards import GUARDS
from toneguard.packformat import Key

_TYPES = {
    "string": "a text",
    "strings": "a list of texts",
    "guards": "a list of guards",
    "integer": "a whole number",
    "number": "a number",
    "patterns": "a list of templates or tables",
    "tokens": "lists of tables",
    "table": "a table",
    "tables": "tables",
    "texts": "a table of texts",
    "boolean": "`true` or `false`",
    "rewrites": "tables",
    "examples": "tables",
}
_TABLES: tuple[tuple[str, str, Mapping[str, Key]], ...] = (
    ("A rule", "At the top of `<family>/<rule>.toml`.", packformat.RULE_KEYS),
    ("A language", "In `[en]`, `[sv]` or `[da]`.", packformat.LANGUAGE_KEYS),
    ("A pattern", "Where `patterns` holds tables.", packformat.PATTERN_KEYS),
    ("An example", "In `[[en.example]]`.", packformat.EXAMPLE_KEYS),
    ("A file of rewrites", "In `rewriting/<language>.toml`.", packformat.REWRITING_KEYS),
    ("A rewrite", "In its `[[rewrite]]`.", packformat.TEMPLATE_KEYS),
    ("A profile or preset", "In `[profile.NAME]` or `[preset.NAME]` of `profiles.toml`.", profiles.KEYS),
)


def page_of_format() -> str:
    """Return the whole page."""
    parts = ["# The format of rules", "[Writing rules](writing-rules.md) says how to use it."]
    for title, where, keys in _TABLES:
        parts += [f"## {title}", where, _keys(keys)]
    rows = [(code(name), escaped((guard.__doc__ or "").strip().splitlines()[0])) for name, guard in GUARDS.items()]
    parts += [
        "## Guards",
        "`unless` names guards that must not hold, `only` guards that must.",
        table(("guard", "holds where"), rows),
    ]
    return page(*parts)


def _keys(keys: Mapping[str, Key]) -> str:
    rows = []
    for name, key in keys.items():
        choices = ": " + ", ".join(code(str(choice)) for choice in key.choices) if key.choices else ""
        needed = ", needed" if key.required else ""
        rows.append((code(name), f"{_TYPES[key.type]}{choices}{needed}", prose(key.about)))
    return table(("key", "holds", "means"), rows)
