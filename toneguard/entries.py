"""The patterns of a language's rules, each made when a text first lets it in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, overload

import re2

from toneguard.hints import Hints
from toneguard.packs import PackRule, Pattern, Section
from toneguard.phrasebook import PhraseBook
from toneguard.phrases import Phrase, options


@dataclass(frozen=True)
class Entry:
    """A pattern of a rule with its compiled phrase."""

    rule: PackRule
    pattern: Pattern
    phrase: Phrase
    rank: int

    @cached_property
    def regex(self) -> Any:
        """The phrase as RE2 has it."""
        return re2.compile(self.phrase.regex, options())


@dataclass(frozen=True)
class Expected:
    """A regex of a rule, compiled when a text has one of its hints."""

    rule: PackRule
    section: Section
    text: str
    hints: Hints

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regex as Python has it."""
        return re.compile(self.text)

    def in_text(self, text: str) -> bool:
        """Tell whether a text has a match."""
        if self.hints and not any(hint in text for hint in self.hints):
            return False
        return self.regex.search(text) is not None


def patterns_of(section: Section) -> tuple[Pattern, ...]:
    """Return the patterns of a section, or what stands in their place before its `tokens`."""
    if section.patterns or not section.tokens:
        return section.patterns
    return tuple(Pattern(text) for text in section.near)


class Entries(Sequence[Entry]):
    """Entries by number; `places` are the place of the rule in `rules` and the rank of the pattern in the rule."""

    def __init__(self, rules: Sequence[PackRule], language: str, book: PhraseBook) -> None:
        self.places: list[tuple[int, int]] = []
        self._rules = tuple(rules)
        self._language = language
        self._book = book
        self._made: dict[int, Entry] = {}

    @overload
    def __getitem__(self, number: int) -> Entry: ...
    @overload
    def __getitem__(self, number: slice) -> list[Entry]: ...
    def __getitem__(self, number: int | slice) -> Entry | list[Entry]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if number not in self._made:
            place, rank = self.places[number]
            rule = self._rules[place]
            pattern = patterns_of(rule.sections[self._language])[rank]
            self._made[number] = Entry(rule, pattern, self._book[pattern.match], rank)
        return self._made[number]

    def __len__(self) -> int:
        return len(self.places)

    def rule(self, number: int) -> str:
        """Return the name of an entry's rule."""
        return self._rules[self.places[number][0]].info.name
