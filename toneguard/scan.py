"""Finds where pack rules match.

A phrase is tried on a sentence only when the sentence's words let it in (`doors`); then its guards are asked. (One RE2
set of all phrases was tried: with two thousand of them its automaton takes 4 ms a block to build, the words 0.02 ms.)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import re2

from toneguard import carried
from toneguard.cache import Cache
from toneguard.document import Document, Sentence
from toneguard.doors import Doors
from toneguard.entries import Entries, Entry, Expected, Hinted, patterns_of
from toneguard.gates import words_of
from toneguard.guards import GUARDS
from toneguard.match import Match
from toneguard.packs import PackError, PackRule, Pattern, Section
from toneguard.phrasebook import PhraseBook
from toneguard.phrases import Lexicon, Phrase, PhraseError, options
from toneguard.places import hashtags, in_scope, misses, places
from toneguard.records import dataclass, field, replace
from toneguard.rule import RuleSettings
from toneguard.tokens import TokenMatcher

_NO_CACHE = Cache()


@dataclass(frozen=True)
class Hit:
    """A match that passed its guards: offsets in the sentence's own text, and its slots as texts."""

    rule: PackRule
    match: Match
    pattern: str
    rank: int
    slots: Mapping[str, str] = field(default_factory=dict)

    @property
    def order(self) -> tuple[int, int]:
        """Leftmost first, then the earlier pattern."""
        return self.match.start, self.rank


class Scanner:
    """All pack rules of one language, compiled; a rule that cannot be is left out and named in `problems`."""

    def __init__(
        self,
        rules: Iterable[PackRule],
        language: str,
        lexicon: Lexicon,
        pipeline: str = "",
        cache: Cache = _NO_CACHE,
        key: str = "",
    ) -> None:
        self.language = language
        self.lexicon = lexicon
        self.tokens = TokenMatcher(language, lexicon, pipeline)
        self._phrases = PhraseBook(language, lexicon, cache, key=key)
        self.rules = [rule for rule in rules if language in rule.sections]
        self._entries = Entries(self.rules, language, self._phrases)
        self._doors = Doors()
        self._among: dict[frozenset[str], int] = {}
        self.regexes: list[Expected] = []
        self._hinted: dict[frozenset[str], Hinted] = {}
        self._extras: dict[tuple[str, ...], list[Any]] = {}
        self.problems: list[str] = []
        name = f"scanner-{language}{pipeline and '-'}{pipeline}"
        known = carried.load(cache, name, key) if key else None
        if known is not None:
            self._entries.places, doors = known
            self._doors = Doors.of_state(doors)
            self.regexes = list(self._expected())
            return
        for place, rule in enumerate(tuple(self.rules)):
            try:
                self._add(place, rule, rule.sections[language])
            except PackError as error:
                self.problems.append(str(error))
                self.rules.remove(rule)
        self.regexes = list(self._expected())
        self._phrases.save()
        if key and not self.problems:
            carried.store(cache, name, key, (self._entries.places, self._doors.state))

    def _expected(self) -> Iterator[Expected]:
        """Yield the regexes of the rules."""
        for rule in self.rules:
            section = rule.sections[self.language]
            if section.regex and not (section.tokens and self.tokens.missing(section.tokens)):
                yield from (Expected(rule, section, text, *self._phrases.hints(text)) for text in section.regex)

    def _add(self, place: int, rule: PackRule, section: Section) -> None:
        if section.tokens and self.tokens.missing(section.tokens):
            return
        patterns = patterns_of(section)
        translated = [self.phrase(rule, pattern.match) for pattern in patterns]
        extras = (item for pattern in section.patterns for item in (*pattern.near, *pattern.around, *pattern.allow))
        for template in (*section.near, *section.allow, *section.against, *extras):
            self.phrase(rule, template)
        for rewrite in section.rewrites:
            self.phrase(rule, f"^{rewrite.source}")
        self._check_regexes(rule, section)
        for number, phrase in enumerate(translated, len(self._entries)):
            self._doors.add(number, phrase.gates)
        self._entries.places += [(place, rank) for rank in range(len(patterns))]

    def _check_regexes(self, rule: PackRule, section: Section) -> None:
        for text in section.regex:
            try:
                self._phrases.hints(text)
            except re.error as error:
                raise PackError(f"{self._where(rule)}: 'regex': {text!r}: {error}") from error

    @cached_property
    def not_run(self) -> tuple[str, ...]:
        """The rules that need what the pipeline does not give, each with the attribute that is missing."""
        found = ((rule, self.tokens.missing(rule.sections[self.language].tokens)) for rule in self.rules)
        return tuple(f"{rule.info.name} needs {need}" for rule, need in found if need)

    def phrase(self, rule: PackRule, template: str) -> Phrase:
        """Compile one template of a rule. Raises PackError."""
        try:
            return self._phrases[template]
        except PhraseError as error:
            raise PackError(f"{self._where(rule)}: {error}") from error

    def _where(self, rule: PackRule) -> str:
        return f"{rule.info.origin}: rule {rule.info.name}: [{self.language}]"

    def _compiled(self, rule: PackRule, templates: tuple[str, ...]) -> list[Any]:
        """Return the regexes of a rule's `near` or `allow`, compiled when a match first asks for them."""
        if templates not in self._extras:
            self._extras[templates] = [re2.compile(self.phrase(rule, text).regex, options()) for text in templates]
        return self._extras[templates]

    def hits(
        self, document: Document, settings: RuleSettings, names: frozenset[str], *, first: bool = False
    ) -> Iterator[Hit]:
        """Yield for each sentence and rule the best hit, in source order; only rules in `names`.

        With `first`, the hit that is found first will do: for those who ask only what rules find something.
        """
        mine = [(index, block) for index, block in enumerate(document.blocks) if block.language == self.language]
        among, let_in = self._bits(names), self._doors.open_to
        regexes = self._regexes_of(names).within([block.text for _, block in mine])
        for (index, block), tried in zip(mine, regexes, strict=True):
            shadow, tagged = block.shadow, "#" in block.text
            for sentence in document.sentences[index]:
                numbers = let_in(words_of(shadow[sentence.start : sentence.end]), among)
                if numbers or tried or tagged:
                    picked = [self._entries[number] for number in numbers]
                    yield from self._best(document, index, sentence, settings, names, picked, tried, first=first)

    def _regexes_of(self, names: frozenset[str]) -> Hinted:
        """Return the regexes of some rules."""
        if names not in self._hinted:
            self._hinted[names] = Hinted([each for each in self.regexes if each.rule.info.name in names])
        return self._hinted[names]

    def _best(
        self,
        document: Document,
        index: int,
        sentence: Sentence,
        settings: RuleSettings,
        names: frozenset[str],
        picked: list[Entry],
        regexes: list[Expected],
        *,
        first: bool,
    ) -> list[Hit]:
        """Return the best hit of each rule in a sentence."""
        best: dict[str, Hit] = {}
        tagged = self._in_hashtags(document, index, sentence, settings, names) if "#" in sentence.text else ()
        for hit in (*self._in_sentence(document, index, sentence, settings, picked, regexes, first=first), *tagged):
            name = hit.rule.info.name
            if name not in best or hit.order < best[name].order:
                best[name] = hit
        return sorted(best.values(), key=lambda hit: hit.order)

    def _in_hashtags(
        self, document: Document, index: int, sentence: Sentence, settings: RuleSettings, names: frozenset[str]
    ) -> Iterator[Hit]:
        """Yield the hits in the words of hashtags; the place is the whole tag."""
        for start, end, words in hashtags(sentence.text):
            block = replace(sentence.block, text=words, pieces=())
            said = Sentence(block, 0, len(words))
            for entry in self._picked(said.shadow, names):
                match = Match(document, sentence, start, end, index, entry.pattern.match, settings.brands)
                found = next(places(entry.phrase, entry.regex, said, settings), None)
                if found and self._counts(entry.rule, match, entry.pattern):
                    yield Hit(entry.rule, match, entry.pattern.match, entry.rank, found[2])

    def every_hit(self, document: Document, settings: RuleSettings, names: frozenset[str]) -> Iterator[Hit]:
        """Yield the hits of every pattern, also those that an earlier one of their rule covers: for tuning packs."""
        for index, block in enumerate(document.blocks):
            for sentence in document.sentences[index] if block.language == self.language else ():
                picked = self._picked(sentence.shadow, names)
                yield from self._in_sentence(document, index, sentence, settings, picked, self.regexes)

    def _picked(self, text: bytes, names: frozenset[str]) -> list[Entry]:
        """Return the entries that may match somewhere in a text: one of their gates is open to its words."""
        return [self._entries[number] for number in self._doors.open_to(words_of(text), self._bits(names))]

    def _bits(self, names: frozenset[str]) -> int:
        """Return the bits of the entries of some rules."""
        if (known := self._among.get(names)) is None:
            mine = (number for number in range(len(self._entries)) if self._entries.rule(number) in names)
            known = self._among[names] = self._doors.of(mine)
        return known

    def _in_sentence(
        self,
        document: Document,
        index: int,
        sentence: Sentence,
        settings: RuleSettings,
        picked: list[Entry],
        regexes: list[Expected],
        *,
        first: bool = False,
    ) -> Iterator[Hit]:
        done = ""  # patterns of a rule come one behind the other
        for entry in picked:
            if entry.rule.info.name == done or misses(entry.regex, sentence.shadow):
                continue
            for start, end, slots in self._places(entry, sentence, settings):
                match = Match(document, sentence, start, end, index, entry.pattern.match, settings.brands)
                if self._counts(entry.rule, match, entry.pattern):
                    yield Hit(entry.rule, match, entry.pattern.match, entry.rank, slots)
                    done = entry.rule.info.name if first else ""
                    break
        for rule, section, text, regex in ((one.rule, one.section, one.text, one.regex) for one in regexes):
            for found in regex.finditer(sentence.text):
                match = Match(document, sentence, found.start(), found.end(), index, brands=settings.brands)
                pattern = Pattern(text, section.unless, section.only, section.scopes)
                if found.group() and self._counts(rule, match, pattern):
                    yield Hit(rule, match, text, len(section.patterns))
                    break

    def _places(
        self, entry: Entry, sentence: Sentence, settings: RuleSettings
    ) -> Iterator[tuple[int, int, dict[str, str]]]:
        """Yield where an entry matches; an entry of a rule with `tokens` is a gate, and the tokens give the place."""
        found = places(entry.phrase, entry.regex, sentence, settings)
        if not entry.rule.sections[self.language].tokens:
            yield from found
        elif gate := next(found, None):
            yield from ((start, end, gate[2]) for start, end in self.tokens.places(entry.rule, sentence.text))

    def _counts(self, rule: PackRule, match: Match, pattern: Pattern) -> bool:
        """Tell whether scopes, guards and the rule's own `near` and `allow` let the match pass."""
        if pattern.scopes and not any(in_scope(match, scope) for scope in pattern.scopes):
            return False
        if any(GUARDS[name](match) for name in pattern.unless):
            return False
        if not all(GUARDS[name](match) for name in pattern.only):
            return False
        section, text = rule.sections[self.language], match.sentence.shadow
        for near in (section.near, pattern.near):
            if near and not self._any(rule, near, text):
                return False
        if pattern.around and not any(self._any(rule, pattern.around, each.shadow) for each in match.around):
            return False
        return not any(self._any(rule, allow, text) for allow in (section.allow, pattern.allow))

    def _any(self, rule: PackRule, templates: tuple[str, ...], text: bytes) -> bool:
        return any(regex.search(text) for regex in self._compiled(rule, templates))


def group_by_rule(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    """Sort hits by the name of their rule."""
    found: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        found[hit.rule.info.name].append(hit)
    return found
