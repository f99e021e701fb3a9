"""Rule packs: TOML files → rules, and error messages that name file, rule, key and what was expected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from toneguard import profiles
from toneguard.cache import Cache, builtin_folder, digest
from toneguard.errors import PackError
from toneguard.finding import Safety
from toneguard.profiles import Profile
from toneguard.records import dataclass, field
from toneguard.rule import RuleInfo

_NO_CACHE = Cache()
TABLES = ("labels.toml", "networks.toml")  # data of the endorsement rules, read by toneguard.endorsement

__all__ = ["Pack", "PackError", "PackRule", "Pattern", "Rewrite", "Section", "builtin_folder", "load", "merged"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase template with the guards, scopes and further templates that hold for it (the rule's own included)."""

    match: str
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A sentence template and what to write instead of the sentence."""

    source: str
    target: str
    safety: Safety


@dataclass(frozen=True)
class Section:
    """What a rule says and looks for in one language."""

    language: str
    patterns: tuple[Pattern, ...] = ()
    regex: tuple[str, ...] = ()
    tokens: tuple[tuple[Mapping[str, Any], ...], ...] = ()
    near: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    skeleton: str = ""


@dataclass(frozen=True)
class PackRule:
    """A rule as its file states it; `scan.py` finds its matches."""

    info: RuleInfo
    kind: str
    sections: Mapping[str, Section]
    at_least: int = 0
    per_100_words: float = 0.0
    share: float = 0.0
    min_words: int = 0
    worse_at: float = 0.0
    links: tuple[str, ...] = ()
    meta: tuple[str, ...] = ()
    doubtful: bool = False
    certain: bool = False
    weight: float = 1.0


@dataclass(frozen=True)
class Pack:
    """All that a folder of rules holds: rules, lexicon classes by language, profiles, and what is wrong.

    `tables` are the parsed files of data by file name, each with its path. `key` tells the content of its files from
    any other, where that is known.
    """

    rules: tuple[PackRule, ...] = ()
    lexicons: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    profiles: Mapping[str, Mapping[str, Profile]] = field(default_factory=dict)
    tables: Mapping[str, tuple[tuple[Path, Mapping[str, Any]], ...]] = field(default_factory=dict)
    key: str = ""


def load(folder: Path, languages: Iterable[str], cache: Cache = _NO_CACHE) -> Pack:
    """Read every rule and lexicon below a folder; a file that is wrong becomes one of the pack's problems.

    A pack without problems is read once, and again when a file has changed. Raises PackError when there is no such
    folder.
    """
    from toneguard import carried, packstore

    known = tuple(languages)
    if not folder.is_dir():
        raise PackError(f"{folder}: is not a folder; name one that holds <family>/<rule>.toml files")
    key = carried.pack_key(folder, known)
    found = carried.load(cache, "packs", key)
    if found is None:
        from toneguard.packreading import read_folder

        pack = read_folder(folder, known)
        if pack.problems:
            return pack
        found = packstore.stored(pack, folder)
        carried.store(cache, "packs", key, found)
    return packstore.restored(found, folder, key)


def merged(found: Iterable[Pack]) -> Pack:
    """Return several packs as one; a later lexicon adds classes and replaces those of the same name."""
    rules: list[PackRule] = []
    lexicons: dict[str, dict[str, tuple[str, ...]]] = {}
    problems: list[str] = []
    packs_found = list(found)
    if len(packs_found) == 1:
        return packs_found[0]
    names = dict.fromkeys(name for pack in packs_found for name in pack.tables)
    tables = {name: tuple(row for pack in packs_found for row in pack.tables.get(name, ())) for name in names}
    for pack in packs_found:
        rules.extend(pack.rules)
        problems.extend(pack.problems)
        for language, classes in pack.lexicons.items():
            lexicons.setdefault(language, {}).update(classes)
    merged_profiles = profiles.merged(pack.profiles for pack in packs_found)
    known = [pack.key for pack in packs_found]
    places, contents = zip(*(key.split("-") for key in known), strict=True) if all(known) else ((), ())
    key = f"{digest(places)}-{digest(contents)}" if places else ""
    return Pack(tuple(rules), lexicons, tuple(problems), merged_profiles, tables, key)
