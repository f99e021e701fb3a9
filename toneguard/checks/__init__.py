"""Rules that a template cannot say, one file each, exposing `RULE`."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from toneguard.rule import Rule


def builtin_checks() -> Iterator[Rule]:
    """Yield the `RULE` of every module of this room, by name; a module without one is an error."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        yield import_module(f"{__name__}.{module.name}").RULE
