"""What a shell may complete: names of rules, languages, outputs … without loading a registry."""

from __future__ import annotations

from collections.abc import Callable

Complete = Callable[[str], list[str]]


def rules(incomplete: str) -> list[str]:
    """Return the names of rules and families; of a comma-separated list the last one is completed."""
    from toneguard.checks import builtin_checks
    from toneguard.model import RULES
    from toneguard.packs import builtin_folder
    from toneguard.registry import OWN_RULES

    folder = builtin_folder()
    families = {info.family for info in RULES} | {rule.info.family for rule in builtin_checks()}
    packs = {path.parent.name for path in folder.glob("*/*.toml")} - _NO_FAMILIES
    named = {
        f"{path.parent.name}/{path.stem}"
        for path in folder.glob("*/*.toml")
        if path.parent.name in packs and path.stem not in _NO_RULES
    }
    named |= {info.name for info in RULES} | {rule.info.name for rule in builtin_checks()} | set(OWN_RULES)
    done, comma, last = incomplete.rpartition(",")
    return [f"{done}{comma}{name}" for name in sorted({*named, *packs, *families}) if name.startswith(last)]


_NO_FAMILIES = {"lexicon", "rewriting"}
_NO_RULES = {"networks", "labels"}  # tables beside the rules of a family


def one_of(*names: str) -> Complete:
    """Return the completion of an option that takes one of some names."""

    def complete(incomplete: str) -> list[str]:
        return [name for name in names if name.startswith(incomplete)]

    return complete


def outputs(incomplete: str) -> list[str]:
    """Return the names of the built-in outputs."""
    from toneguard.outputs import OUTPUTS

    return [name for name in OUTPUTS if name.startswith(incomplete)]


def languages(incomplete: str) -> list[str]:
    """Return the codes of the built-in languages."""
    from toneguard.languages import LANGUAGES

    return [code for code in LANGUAGES if code.startswith(incomplete)]


def _profiles(kind: str) -> Complete:
    def complete(incomplete: str) -> list[str]:
        import tomllib

        from toneguard.packs import builtin_folder
        from toneguard.profiles import FILE_NAME

        names = tomllib.loads((builtin_folder() / FILE_NAME).read_text("utf-8")).get(kind, {})
        return [name for name in names if name.startswith(incomplete)]

    return complete


profiles, presets = _profiles("profile"), _profiles("preset")
markets = one_of("us", "uk", "ie", "eu", "se", "dk", "no", "fi", "strict")
severities = one_of("error", "warning", "never")
colors = one_of("auto", "always", "never")
