"""Rules that a template cannot say, one file each, exposing `RULE`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module

from toneguard.rule import Rule


def builtin_checks() -> Iterator[Rule]:
    """Yield the `RULE` of every module of this room, by name; a module without one is an error."""
    files = os.listdir(__path__[0])  # noqa: PTH208 - names are all that is needed, and `pkgutil` loads `inspect`
    for name in sorted(name.removesuffix(".py") for name in files if name.endswith(".py") and name[0] != "_"):
        yield import_module(f"{__name__}.{name}").RULE
