"""The short way in: the plain `check` of a hook is answered without loading Typer, everything else goes on to it."""

from __future__ import annotations

from collections.abc import Sequence

from toneguard.cli.check import Options
from toneguard.records import replace

_FLAGS = {
    "--force-exclude": {"force_exclude": True},
    "--isolated": {"isolated": True},
    "--exit-zero": {"exit_zero": True},
    "--advice": {"advice": True},
    "--no-advice": {"advice": False},
    "--no-cache": {"no_cache": True},
    "--model": {"model": True},
    "--no-model": {"model": False},
    "--fix": {"fix": True},
    "--unsafe": {"unsafe": True},
    "--diff": {"diff": True},
    "--dry-run": {"dry_run": True},
    "--staged": {"staged": True},
    "--no-baseline": {"no_baseline": True},
}
_VALUES = {
    "--format": "format",
    "--color": "color",
    "--lang": "lang",
    "--profile": "profile",
    "--preset": "preset",
    "--fail-on": "fail_on",
    "--since": "since",
}


def plain(arguments: Sequence[str]) -> Options | None:
    """Return the options of a plain `check`, or None for anything that Typer should read."""
    if not arguments or arguments[0] != "check":
        return None
    options, paths = Options(), list[str]()
    rest = iter(arguments[1:])
    for argument in rest:
        if argument in _FLAGS:
            options = replace(options, **_FLAGS[argument])  # type: ignore[arg-type]
        elif argument in _VALUES:
            value = next(rest, "-")
            if value.startswith("-"):
                return None
            options = replace(options, **{_VALUES[argument]: value})  # type: ignore[arg-type]
        elif argument.startswith("-") and argument != "-":
            return None
        else:
            paths.append(argument)
    return replace(options, paths=tuple(paths))
