"""The patterns of a language's rules, each made when a text first lets it in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, overload

import re2

from toneguard.hints import Hints, Pieces, seen
from toneguard.packs import PackRule, Pattern, Section
from toneguard.phrasebook import PhraseBook
from toneguard.phrases import Phrase, options
from toneguard.records import dataclass


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
    """A regex of a rule, compiled when texts have one of its hints."""

    rule: PackRule
    section: Section
    text: str
    hints: Hints
    at_start: bool

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regex as Python has it."""
        return re.compile(self.text)

    @cached_property
    def find(self) -> Callable[[str], object]:
        """How the regex is looked for; one that matches at the start only need not be tried anywhere else."""
        return self.regex.match if self.at_start else self.regex.search


class Hinted:
    """Regexes, and which of them match in some texts: those are tried whose hints a text holds."""

    def __init__(self, regexes: Sequence[Expected]) -> None:
        self._regexes = tuple(regexes)
        self._free = [number for number, each in enumerate(regexes) if not each.hints]
        self._by_piece: dict[str, list[int]] = {}
        for number, each in enumerate(regexes):
            for piece in each.hints:
                self._by_piece.setdefault(piece, []).append(number)
        self._pieces = Pieces(self._by_piece)

    def within(self, texts: Sequence[str]) -> Iterator[list[Expected]]:
        """Yield for each text the regexes that match in it, in their order."""
        for text, pieces in zip(texts, self._pieces.within([seen(text) for text in texts]), strict=True):
            numbers = {number for piece in pieces for number in self._by_piece[piece]}
            tried = [self._regexes[number] for number in sorted(numbers.union(self._free))]
            yield [each for each in tried if each.find(text)]


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
