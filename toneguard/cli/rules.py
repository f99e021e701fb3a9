"""`toneguard rules`: the table of rules, the examples as tests, the pack format."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import shorten

from toneguard import packs
from toneguard.cli.check import CLEAN, FAILED, FOUND
from toneguard.cli.terminal import show_errors, write
from toneguard.config import Config, ConfigError
from toneguard.examples import failures, rewrite_failures
from toneguard.guards import GUARDS
from toneguard.packreading import read_rule
from toneguard.packs import Pack, PackError, merged
from toneguard.registry import Registry
from toneguard.run import Settings
from toneguard.schema import rewriting_schema, rule_schema


def table(config: Path | None, *, isolated: bool) -> int:
    """Print a line for every rule and return the exit code."""
    try:
        infos = Settings(config, isolated).registry(Path()).infos
    except (ConfigError, PackError) as error:
        show_errors((str(error),))
        return FAILED
    width = max(map(len, infos))
    for info in infos.values():
        languages = " ".join(info.languages)
        mark = " (preview)" if info.status == "preview" else ""
        summary = shorten(info.summary, max(30, 100 - width))
        write(f"{info.name:<{width}}  {info.severity:<10}  {languages:<8}  {summary}{mark}\n")
    return CLEAN


def test(paths: tuple[Path, ...]) -> int:
    """Run the examples of the rules in files or folders, or of all built-in rules, and return the exit code."""
    try:
        registry = Registry(Config())
        chosen, tested = {*registry.infos, *registry.evidence}, registry.pack
        if paths:
            tested = _read(paths, registry)
            registry.add(tested)
            chosen = {rule.info.name for rule in tested.rules}
        for language in registry.languages:
            registry.scanner(language)
            registry.rooms.read(language)
    except PackError as error:
        show_errors((str(error),))
        return FAILED
    if registry.problems:
        show_errors(registry.problems)
        return FAILED
    known = {**registry.infos, **registry.evidence}
    infos = [known[name] for name in sorted(chosen)]
    found = [failure for info in infos for failure in failures(registry, info)]
    for failure in found:
        write(f"{failure}\n")
    wrong = list(rewrite_failures(registry, tested))
    for line in wrong:
        write(f"{line}\n")
    total = sum(len(info.examples) for info in infos)
    write(f"{len(infos)} rules, {total} examples, {len(found) + len(wrong)} failures\n")
    return FOUND if found or wrong else CLEAN


def _read(paths: tuple[Path, ...], registry: Registry) -> Pack:
    """Read rule files and folders as one pack. Raises PackError."""
    found = [packs.load(path, registry.languages) for path in paths if path.is_dir()]
    files = [read_rule(path, tuple(registry.languages)) for path in paths if not path.is_dir()]
    whole = merged((*found, Pack(tuple(files))))
    if not whole.rules and not whole.problems and not whole.tables:
        raise PackError(f"{', '.join(map(str, paths))}: holds no rule; expected <family>/<rule>.toml files")
    return whole


def profiles(config: Path | None, *, isolated: bool) -> int:
    """Print every profile and preset with what it changes, and return the exit code."""
    try:
        found = Settings(config, isolated).registry(Path()).pack.profiles
    except (ConfigError, PackError) as error:
        show_errors((str(error),))
        return FAILED
    for kind, entries in found.items():
        for name, profile in entries.items():
            write(f"{kind} {name}: {profile.about}\n")
            for rule, level in profile.severity.items():
                write(f"  {rule:<40} {level}\n")
            for rule, factor in profile.dose.items():
                write(f"  {rule:<40} dose × {factor:g}\n")
    return CLEAN


def schema(*, rewriting: bool) -> int:
    """Print the JSON schema of a rule file, or of a file of rewrites."""
    chosen = rewriting_schema() if rewriting else rule_schema()
    write(json.dumps(chosen, indent=2, ensure_ascii=False) + "\n")
    return CLEAN


def guards() -> int:
    """Print every guard with what it means."""
    for name, guard in GUARDS.items():
        first = (guard.__doc__ or "").strip().splitlines()[0]
        write(f"{name:<22} {first}\n")
    return CLEAN
