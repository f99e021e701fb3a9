"""Packs in a form that loads fast: plain tuples, of which only what a run asks for is turned into objects.

What is said in one language, examples and tables lie in parcels of their own (bytes of `marshal`), opened when somebody
looks into them. Paths are relative to the pack's folder, so that a wheel can carry the form.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from toneguard.cache import MARSHAL
from toneguard.finding import Safety, Severity
from toneguard.packs import Pack, PackRule, Pattern, Rewrite, Section
from toneguard.profiles import Profile
from toneguard.rule import Example, RuleInfo

_Value = TypeVar("_Value")
_INFO = ("name", "summary", "why", "see", "status", "aliases", "ask_only", "worse_with", "law")
_EXAMPLE = ("language", "bad", "fixed", "good", "format", "brands", "markets", "publisher", "newsroom")
_PATTERN = ("match", "unless", "only", "scopes", "near", "around", "allow")
_NUMBERS = ("at_least", "per_100_words", "share", "min_words", "worse_at", "weight")
_PLAIN = ("kind", "links", "meta", "doubtful", "certain", *_NUMBERS)
_SECTION = ("regex", "near", "allow", "against", "unless", "only", "scopes", "skeleton")


class Parcels(Mapping[str, _Value]):
    """Values by name, each made when it is first asked for."""

    def __init__(self, makers: Mapping[str, Callable[[], _Value]]) -> None:
        self._makers = makers
        self._made: dict[str, _Value] = {}

    def __getitem__(self, name: str) -> _Value:
        if name not in self._made:
            self._made[name] = self._makers[name]()
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


class _Info(RuleInfo):
    """The identity of a rule whose examples are read when they are asked for."""

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """The examples, read from their parcel."""
        return tuple(Example(*values) for values in _opened(self.__dict__["_parcel"]))


class _Section(Section):
    """A section whose patterns are made when they are asked for."""

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """The patterns, from their values."""
        return tuple(Pattern(*values) for values in self.__dict__["_values"])


def stored(pack: Pack, folder: Path) -> tuple[Any, ...]:
    """Return a pack as what `marshal` can hold."""
    languages = dict.fromkeys(code for rule in pack.rules for code in rule.sections)
    sections = {code: _parcel([_put_section(rule.sections.get(code)) for rule in pack.rules]) for code in languages}
    return (
        [_put_rule(rule, folder) for rule in pack.rules],
        sections,
        {code: _parcel(dict(classes)) for code, classes in pack.lexicons.items()},
        {
            kind: [(one.name, one.about, _plain(one.severity), dict(one.dose)) for one in entries.values()]
            for kind, entries in pack.profiles.items()
        },
        {
            name: _parcel([(path.relative_to(folder).as_posix(), raw) for path, raw in rows])
            for name, rows in pack.tables.items()
        },
    )


def restored(values: tuple[Any, ...], folder: Path, key: str) -> Pack:
    """Return the pack of a folder that `stored` took apart. Raises TypeError, ValueError, KeyError or IndexError."""
    rules, sections, lexicons, graded, tables = values
    opened = {code: _Later(parcel) for code, parcel in sections.items()}
    return Pack(
        tuple(_rule(row, number, opened, folder) for number, row in enumerate(rules)),
        Parcels({code: _maker(parcel) for code, parcel in lexicons.items()}),
        profiles={
            kind: {name: Profile(name, about, severity, dose) for name, about, severity, dose in rows}
            for kind, rows in graded.items()
        },
        tables=Parcels({name: _table_maker(parcel, folder) for name, parcel in tables.items()}),
        key=key,
    )


class _Later:
    """The sections of all rules in one language."""

    def __init__(self, parcel: bytes) -> None:
        self._parcel = parcel

    @cached_property
    def rows(self) -> list[Any]:
        """Their values by the rule's place in the pack."""
        found: list[Any] = _opened(self._parcel)
        return found


def _rule(row: tuple[Any, ...], number: int, opened: Mapping[str, _Later], folder: Path) -> PackRule:
    plain, info, severity, origin, messages, asks, examples = row
    found = _Info.__new__(_Info)
    found.__dict__.update(zip(_INFO, info, strict=True))
    found.__dict__.update(severity=Severity(severity), origin=str(folder / origin), messages=messages, asks=asks)
    found.__dict__["_parcel"] = examples
    sections = Parcels({code: _section_maker(opened[code], number, code) for code in messages})
    return PackRule(found, sections=sections, **dict(zip(_PLAIN, plain, strict=True)))


def _put_rule(rule: PackRule, folder: Path) -> tuple[Any, ...]:
    info = rule.info
    return (
        tuple(getattr(rule, name) for name in _PLAIN),
        tuple(getattr(info, name) for name in _INFO),
        str(info.severity),
        Path(info.origin).relative_to(folder).as_posix(),
        dict(info.messages),
        dict(info.asks),
        _parcel([tuple(getattr(example, name) for name in _EXAMPLE) for example in info.examples]),
    )


def _put_section(section: Section | None) -> tuple[Any, ...] | None:
    if section is None:
        return None
    return (
        tuple(getattr(section, name) for name in _SECTION),
        tuple(tuple(dict(token) for token in pattern) for pattern in section.tokens),
        tuple((one.source, one.target, str(one.safety)) for one in section.rewrites),
        tuple(tuple(getattr(pattern, name) for name in _PATTERN) for pattern in section.patterns),
    )


def _section(row: tuple[Any, ...], code: str) -> Section:
    plain, tokens, rewrites, patterns = row
    section = _Section.__new__(_Section)
    section.__dict__.update(zip(_SECTION, plain, strict=True))
    section.__dict__.update(
        language=code,
        tokens=tokens,
        rewrites=tuple(Rewrite(source, target, Safety(safety)) for source, target, safety in rewrites),
        _values=patterns,
    )
    return section


def _section_maker(later: _Later, number: int, code: str) -> Callable[[], Section]:
    return lambda: _section(later.rows[number], code)


def _maker(parcel: bytes) -> Callable[[], Any]:
    return lambda: _opened(parcel)


def _table_maker(parcel: bytes, folder: Path) -> Callable[[], tuple[tuple[Path, Any], ...]]:
    return lambda: tuple((folder / path, raw) for path, raw in _opened(parcel))


def _plain(severities: Mapping[str, str]) -> dict[str, str]:
    return {name: str(level) for name, level in severities.items()}


def _parcel(value: Any) -> bytes:
    return marshal.dumps(value, MARSHAL)


def _opened(parcel: bytes) -> Any:
    return marshal.loads(parcel)
