"""Lexicons: word classes of one language with all their forms, which templates name as `<class>`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from toneguard.nearest import nearest
from toneguard.packformat import PackError


def read_lexicon(path: Path, raw: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Read `class = ["form", …]`; an entry `<other>` takes in the forms of another class of the file."""
    for name, forms in raw.items():
        if not isinstance(forms, list) or not forms or not all(isinstance(form, str) and form for form in forms):
            raise PackError(f"{path}: class {name!r}: expected a list of words, not {forms!r}")
    return {name: tuple(dict.fromkeys(_expanded(name, raw, path, ()))) for name in raw}


def _expanded(name: str, raw: Mapping[str, list[str]], path: Path, outer: tuple[str, ...]) -> list[str]:
    if name in outer:
        raise PackError(f"{path}: class {name!r}: takes itself in by way of {' → '.join(outer)}")
    forms: list[str] = []
    for form in raw[name]:
        inner = form[1:-1]
        if not (form.startswith("<") and form.endswith(">")):
            forms.append(form)
        elif inner in raw:
            forms.extend(_expanded(inner, raw, path, (*outer, name)))
        else:
            raise PackError(f"{path}: class {name!r}: unknown class {form}{nearest(inner, raw)}")
    return forms
