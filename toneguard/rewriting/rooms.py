"""The rooms of rewriting, one a language, opened when a finding first asks for a way out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from toneguard import carried, model
from toneguard.cache import Cache
from toneguard.doors import Doors
from toneguard.finding import Severity
from toneguard.languages.grammar import Grammar
from toneguard.packs import Pack, Rewrite
from toneguard.phrasebook import PhraseBook
from toneguard.records import dataclass, field
from toneguard.rewriting.engine import grammar_of
from toneguard.rewriting.room import Room
from toneguard.rewriting.templates import Row, Templates, read, read_skeletons, rows
from toneguard.rewriting.verify import Judge, Verifier
from toneguard.rule import RuleInfo
from toneguard.tokens import trained

if TYPE_CHECKING:  # few runs have them
    from toneguard.rewriting.author import Author
    from toneguard.rewriting.tagged import Tagger, Word


@dataclass
class Rooms:
    """Reads the rewrites of a pack, language by language.

    `author` is the language model, where one may be asked; `pipelines` are the trained ones by language.
    What is wrong in the files goes to `problems`.
    """

    pack: Pack
    cache: Cache
    infos: Mapping[str, RuleInfo]
    pipelines: Mapping[str, str]
    author: Author | None
    problems: list[str] = field(default_factory=list)
    _read: dict[str, tuple[Templates, Mapping[str, str]]] = field(default_factory=dict)

    def room(self, language: str, judge: Judge) -> Room | None:
        """Return what rewriting works with in a language; None where it has no grammar."""
        grammar = grammar_of(language)
        if grammar is None:
            return None
        templates, skeletons = self.read(language)
        advice = frozenset(name for name, info in self.infos.items() if info.severity is Severity.SUGGESTION)
        verifier = Verifier(judge, grammar, advice, frozenset(info.name for info in model.RULES))
        tagger = self._tagger(language)
        return Room(language, templates, skeletons, grammar, verifier, self.infos, self.author, tagger)

    def _tagger(self, language: str) -> Tagger | None:
        """Return what tells the parts of speech, where a trained pipeline does; it is loaded when first asked."""
        name = self.pipelines.get(language)
        if not name:
            return None
        from toneguard.rewriting.tagged import Word

        def tagged(text: str) -> list[Word]:
            words = trained(name)(text)
            return [Word(word.text, word.idx, word.idx + len(word.text), word.pos_) for word in words]

        return tagged

    def read(self, language: str) -> tuple[Templates, Mapping[str, str]]:
        """Return the templates and skeletons of a language, read once; what is wrong goes to `problems`."""
        grammar = grammar_of(language)
        if language not in self._read and grammar:
            tables = self.pack.tables.get(f"rewriting/{language}", ())
            written = rows(self._of_rules(language), tables)
            self._read[language] = (self._templates(language, written, grammar), read_skeletons(tables, self.problems))
        return self._read.get(language, (Templates(), {}))

    def _templates(self, language: str, written: Sequence[Row], grammar: Grammar) -> Templates:
        """Return templates; those of packs that were right once are not looked at again."""
        pack, name = self.pack, f"templates-{language}"
        book = PhraseBook(language, pack.lexicons.get(language, {}), self.cache, "rewriting", pack.key)
        known = carried.load(self.cache, name, pack.key) if pack.key else None
        if known is not None:
            return Templates(written, book, Doors.of_state(known))
        problems: list[str] = []
        templates, doors = read(written, book, grammar, problems)
        if pack.key and not problems:
            carried.store(self.cache, name, pack.key, doors.state)
        self.problems += problems
        return templates

    def _of_rules(self, language: str) -> Iterator[tuple[str, Rewrite]]:
        """Yield the rewrites that rules bring themselves, each with its rule."""
        for rule in self.pack.rules:
            if language in rule.sections:
                yield from ((rule.info.name, rewrite) for rewrite in rule.sections[language].rewrites)
