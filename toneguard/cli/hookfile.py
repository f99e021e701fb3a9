"""The entry in `.pre-commit-config.yaml`: put at the end of `repos`, with every other byte as it was, or not at all."""

from __future__ import annotations

import re
from typing import Any

from toneguard.late import late
from toneguard.version import VERSION

FILE_NAME = ".pre-commit-config.yaml"
ADDRESS = "https://github.com/toneguard/toneguard"
_ENTRY = """\
- repo: {address}
  rev: v{version}
  hooks:
    - id: toneguard
"""
_REPOS = late(r"(?m)^repos:[ \t]*(?:#.*)?\r?$")
_ITEM = late(r"([ \t]*)-[ \t]")


def snippet(indent: str = "  ") -> str:
    """Return the entry as it stands below `repos:`."""
    entry = _ENTRY.format(address=ADDRESS, version=VERSION)
    return "".join(f"{indent}{line}\n" for line in entry.splitlines())


def new_file() -> str:
    """Return a whole file with the entry."""
    return f"repos:\n{snippet()}"


def has_entry(text: str) -> bool:
    """Tell whether a file names toneguard's hook already, in its repository or as a local one."""
    return re.search(r"(?m)^[^#\n]*(?:id|repo):.*\btoneguard\b", text) is not None


def with_entry(text: str) -> str | None:
    """Return a file with the entry at the end of its list of repositories, or None where that is not certain.

    What was added is read again: it must be the same file with one more repository.
    """
    import yaml

    try:
        before = yaml.safe_load(text)
        found = _REPOS.search(text)
        if not found or not isinstance(before, dict) or not isinstance(before.get("repos"), list):
            return None
        changed = _inserted(text, found.end())
        after = yaml.safe_load(changed) if changed is not None else None
    except (yaml.YAMLError, RecursionError):
        return None
    entry: Any = yaml.safe_load(snippet(""))[0]
    return changed if after == {**before, "repos": [*before["repos"], entry]} else None


def _inserted(text: str, start: int) -> str | None:
    """Return a text with the entry behind the last line of the list that begins at an offset."""
    end, indent, position = 0, None, text.find("\n", start) + 1
    if not position:
        return None
    for line in text[position:].splitlines(keepends=True):
        item = _ITEM.match(line)
        if line.strip() and not line.lstrip().startswith("#"):
            if indent is None:
                if not item:
                    return None
                indent = item[1]
            elif not line[0].isspace() and not (item and item[1] == indent):
                break  # the next key
            end = position + len(line)
        position += len(line)
    if indent is None:
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    gap = "" if text[:end].endswith("\n") else newline
    return text[:end] + gap + snippet(indent).replace("\n", newline) + text[end:]
