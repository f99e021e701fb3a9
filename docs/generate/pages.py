"""All generated pages by path, as text: what `make docs` writes and a test compares."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from docs.generate import configuration, picture, ruleformat, rules
from toneguard.registry import Registry

ROOT = Path(__file__).resolve().parent.parent.parent
_BEGIN = "<!-- rules: written by `make docs` -->"
_END = "<!-- rules: end -->"


def pages(registry: Registry) -> dict[Path, str]:
    """Return every generated file with the text that it should have."""
    found = {ROOT / path: text for path, text in rules.pages(registry, ROOT)}
    found[ROOT / "docs/configuration.md"] = configuration.page_of_keys()
    found[ROOT / "docs/rule-format.md"] = ruleformat.page_of_format()
    found[ROOT / "docs/example.svg"] = picture.svg(ROOT / "examples" / picture.POST, registry)
    readme = ROOT / "README.md"
    found[readme] = with_table(readme.read_text("utf-8"), rules.families(registry, "docs/rules/"))
    return found


def stale(found: Iterable[Path]) -> list[Path]:
    """Return pages of rules that no rule stands behind any more."""
    return sorted(set((ROOT / "docs" / "rules").rglob("*.md")) - set(found))


def with_table(readme: str, table: str) -> str:
    """Return the README with the table between its two comments replaced. Raises ValueError where they are not."""
    text, count = re.subn(
        f"(?s){re.escape(_BEGIN)}.*?{re.escape(_END)}", lambda _: f"{_BEGIN}\n{table}\n{_END}", readme
    )
    if count != 1:
        raise ValueError(f"README.md: expected {_BEGIN} and {_END} once, found {count}")
    return text
