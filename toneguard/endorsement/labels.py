"""The words that tell a reader of a connection, and how far they do in each market.

The words are data: `rules/endorsement/labels.toml`. A *label* is a word or phrase that stands for itself, at the start
of a line or sentence, in brackets or as a hashtag; a *sentence* says it in running text; an *explanation* is evidence
that, said early enough, discloses itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

import re2

from toneguard.document import Block, Document
from toneguard.doors import Doors
from toneguard.endorsement.labelkeys import EXPLANATION, LABEL, MARKET
from toneguard.endorsement.links import as_rows
from toneguard.gates import unplaced, words_of
from toneguard.nearest import nearest
from toneguard.packformat import Key, PackError, check
from toneguard.phrasebook import PhraseBook
from toneguard.phrases import Phrase, PhraseError, options
from toneguard.places import misses
from toneguard.records import dataclass, field

_END = rb"[^\w]*\z"
# What may follow a label at the start of a line; behind words that do not do, a comma goes on with the sentence.
_BEHIND = rb"(?:%s|[\"')\]*_ ]*[:.!|/;(~\]%s]|[\"')\]*_ ]+- )"
_TOPICAL = 3  # sentences


class Tier(StrEnum):
    """How far a disclosure does in a market: only `adequate` does."""

    ADEQUATE = "adequate"
    FOREIGN = "other-language"
    WEAK = "weak"
    GENERAL = "general"


@dataclass(frozen=True)
class Market:
    """What readers of a market are told by, in each language: the word, and the signs for an advertiser and for links.

    `each_link` says that every link is labelled too, `names_advertiser` that the label says whose ad it is.
    """

    code: str
    names: Mapping[str, str]
    words: Mapping[str, str]
    signs: Mapping[str, str]
    links: Mapping[str, str]
    each_link: bool
    names_advertiser: bool


@dataclass(frozen=True)
class Label:
    """One row of words. `general` rows speak of the whole site; rows without evidence prove no connection.

    An explanation names in `explains` the class of evidence that it is, and says with `anywhere` whether it is still a
    disclosure when it comes late; its phrase, if any, must stand in the sentence too.
    """

    language: str
    phrase: Phrase | None
    sentence: bool = False
    adequate: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    general: bool = False
    evidence: bool = True
    explains: str = ""
    anywhere: bool = True

    @cached_property
    def regex(self) -> Any:
        """The compiled words; for a label with what must follow it."""
        assert self.phrase is not None
        behind = b"" if self.sentence else _BEHIND % (_END, b"," if self.adequate else b"")
        return re2.compile(b"(?:" + self.phrase.regex + b")" + behind, options())

    @cached_property
    def alone(self) -> Any:
        """The compiled words as the whole of a text."""
        assert self.phrase is not None
        return re2.compile(b"(?:" + self.phrase.regex + b")" + _END, options())

    @property
    def form(self) -> str:
        """What the words are: a label, a sentence, an explanation, or printed by the theme."""
        if not self.language:
            return "printed"
        return "explanation" if self.explains else "sentence" if self.sentence else "label"

    def reads(self, languages: Set[str]) -> bool:
        """Tell whether the words may stand in texts of some languages."""
        return self.language in languages or bool(self.adequate) or (self.sentence and self.language == "en")

    def search(self, text: bytes) -> bool:
        """Tell whether the words stand anywhere in a shadow."""
        return self._anywhere.search(text) is not None

    @cached_property
    def _anywhere(self) -> Any:
        assert self.phrase is not None
        return re2.compile(self.phrase.regex, options())

    @cached_property
    def tag(self) -> Any:
        """The compiled words as the whole of a hashtag, written together."""
        assert self.phrase is not None
        return re2.compile(self.phrase.regex.replace(rb"[ ~][~# ]*", rb"[ _]?") + rb"\b", options())

    def tier(self, market: str, language: str) -> Tier:
        """Return how far these words do for readers of a market in a text of a language.

        Words without a language are those that a theme prints: the house's own affair.
        """
        if not self.language:
            return Tier.ADEQUATE
        if self.general:
            return Tier.GENERAL
        if self.language != language:
            return Tier.FOREIGN
        return Tier.WEAK if market in self.weak or not self.adequate else Tier.ADEQUATE


@dataclass
class Labels:
    """All markets and all words, the topic words of posts about disclosure itself, and what messages say.

    `texts` are by name and language: `kind.link`, `gap`, …
    """

    markets: dict[str, Market] = field(default_factory=dict)
    texts: dict[str, Mapping[str, str]] = field(default_factory=dict)
    labels: list[Label] = field(default_factory=list)
    explanations: list[Label] = field(default_factory=list)
    topics: dict[str, list[Phrase]] = field(default_factory=dict)
    _known: dict[frozenset[str], tuple[int, Set[int]]] = field(default_factory=dict, repr=False)

    def picked(self, block: Block, language: str) -> list[Label]:
        """Return the labels that may stand in a block: of its language, adequate ones of others, English sentences."""
        readable, tags = self._readable({block.language, language})
        numbers = self._doors.open_to(words_of(block.shadow), readable)
        if "#" in block.text:  # the words of a hashtag may be written together
            numbers = sorted({*tags, *numbers})
        return [self.labels[number] for number in numbers]

    @cached_property
    def _doors(self) -> Doors:
        doors = Doors()
        for number, phrase in enumerate(label.phrase for label in self.labels):
            doors.add(number, unplaced(phrase.gates) if phrase else ())  # it may stand in any part of a block
        return doors

    def _readable(self, languages: Set[str]) -> tuple[int, Set[int]]:
        """Return which labels may stand in texts of some languages, and those of them that may be hashtags."""
        known = self._known.get(key := frozenset(languages))
        if known is None:
            mine = {number for number, label in enumerate(self.labels) if label.reads(languages)}
            tags = {number for number in mine if self.labels[number].phrase and not self.labels[number].sentence}
            known = self._known[key] = self._doors.of(mine), tags
        return known

    def is_topic(self, document: Document) -> bool:
        """Tell whether a post is about disclosure, advertising law or affiliate marketing itself.

        A heading that says so counts for two sentences.
        """
        weight = 0
        for block, sentences in zip(document.blocks, document.sentences, strict=True):
            topic = self._topics.get(block.language)
            if topic is None:
                continue
            counts = 2 if block.kind in ("title", "heading") else 1
            weight += counts * sum(not misses(topic, sentence.shadow) for sentence in sentences)
            if weight >= _TOPICAL:
                return True
        return False

    @cached_property
    def _topics(self) -> dict[str, Any]:
        """One regex for all topic words of a language."""
        return {
            code: re2.compile(b"|".join(b"(?:%b)" % phrase.regex for phrase in found), options())
            for code, found in self.topics.items()
            if found
        }


def read(tables: Iterable[tuple[Path, Mapping[str, Any]]], books: Mapping[str, PhraseBook]) -> Labels:
    """Read the rows of all packs with the phrase books of the languages. Raises PackError naming file, row and key."""
    labels = Labels()
    for path, raw in tables:
        for kind, rows in raw.items():
            if kind not in _READERS:
                raise PackError(f"{path}: unknown table {kind!r}{nearest(kind, _READERS)}")
            _READERS[kind](labels, rows, books, path)
    return labels


def _tables(rows: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(rows, dict):
        raise PackError(f"{where}: expected a table, not {rows!r}")
    return rows


def _read_markets(labels: Labels, rows: Any, _: Mapping[str, PhraseBook], path: Path) -> None:
    for code, row in _tables(rows, f"{path}: market").items():
        check(_tables(row, f"{path}: market {code}"), MARKET, f"{path}: market {code}")
        labels.markets[code] = Market(
            code,
            dict(row["name"]),
            dict(row["word"]),
            dict(row["sign"]),
            dict(row["links"]),
            bool(row.get("each_link", False)),
            bool(row.get("names_advertiser", False)),
        )


def _read_labels(labels: Labels, rows: Any, books: Mapping[str, PhraseBook], path: Path) -> None:
    for number, row in enumerate(as_rows(rows, f"{path}: label"), 1):
        where = f"{path}: label {number}"
        check(row, LABEL, where)
        for words in row["words"]:
            labels.labels.append(_label(row, _phrase(books, row["language"], words, where)))


def _read_explanations(labels: Labels, rows: Any, books: Mapping[str, PhraseBook], path: Path) -> None:
    for number, row in enumerate(as_rows(rows, f"{path}: explanation"), 1):
        where = f"{path}: explanation {number}"
        check(row, EXPLANATION, where)
        for words in row.get("words", [""]):
            phrase = _phrase(books, row.get("language", ""), words, where) if words else None
            labels.explanations.append(_label(row, phrase))


def _read_topics(labels: Labels, rows: Any, books: Mapping[str, PhraseBook], path: Path) -> None:
    check(_tables(rows, f"{path}: topic"), {code: Key("strings", "Templates.") for code in books}, f"{path}: topic")
    for language, words in rows.items():
        labels.topics[language] = [_phrase(books, language, text, f"{path}: topic {language}") for text in words]


def _read_texts(labels: Labels, rows: Any, _: Mapping[str, PhraseBook], path: Path) -> None:
    texts = _tables(rows, f"{path}: text")
    check(texts, {name: Key("texts", "A text by language.") for name in texts}, f"{path}: text")
    labels.texts.update(texts)


_READERS = {
    "market": _read_markets,
    "label": _read_labels,
    "explanation": _read_explanations,
    "topic": _read_topics,
    "text": _read_texts,
}


def _label(row: Mapping[str, Any], phrase: Phrase | None) -> Label:
    return Label(
        language=row.get("language", ""),
        phrase=phrase,
        sentence=row.get("form") == "sentence",
        adequate=frozenset(row.get("adequate", ())),
        weak=frozenset(row.get("weak", ())),
        general=bool(row.get("general", False)),
        evidence=bool(row.get("evidence", True)),
        explains=row.get("explains", ""),
        anywhere=bool(row.get("anywhere", True)),
    )


def _phrase(books: Mapping[str, PhraseBook], language: str, words: str, where: str) -> Phrase:
    if language not in books:
        raise PackError(f"{where}: unknown language {language!r}{nearest(language, books)}")
    try:
        return books[language][words]
    except PhraseError as error:
        raise PackError(f"{where}: {error}") from error
