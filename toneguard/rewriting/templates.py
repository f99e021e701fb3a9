"""Rewrites as data: `rules/rewriting/<language>.toml`, templates of a sentence or of a part of it and what to write."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, overload

import re2

from toneguard.document import Sentence
from toneguard.doors import Doors
from toneguard.finding import Safety
from toneguard.gates import words_of
from toneguard.languages.grammar import Grammar
from toneguard.late import late
from toneguard.nearest import nearest
from toneguard.packformat import REWRITING_KEYS, TEMPLATE_KEYS, PackError, check
from toneguard.packs import Rewrite
from toneguard.phrasebook import PhraseBook
from toneguard.phrases import Phrase, PhraseError, options
from toneguard.places import misses, places
from toneguard.records import dataclass
from toneguard.rule import RuleSettings
from toneguard.shadow import shadow

Row = tuple[str, Mapping[str, Any]]  # what names a rewrite in messages, and the rewrite as it is written

_SLOT = late(r"\{(\w+)((?:\|\w+)*)\}")
_SPACES = late(r"[ \t\u2028]+")
_BEFORE_MARK = late(r" +([,.;:!?])")
_DOUBLED = late(r"([,;:])(?:\s*[,;:])+")


@dataclass(frozen=True)
class Template:
    """One rewrite: what it reads, what it writes, how safe it is and where it stands."""

    phrase: Phrase
    whole: bool
    target: str
    safety: Safety
    origin: str

    @cached_property
    def regex(self) -> Any:
        """The compiled regex over shadows."""
        return re2.compile(self.phrase.regex + (rb"\z" if self.whole else b""), options())


class Templates(Sequence[Template]):
    """The templates of a language in their order, and the doors to them: few fit the words of a sentence.

    A template is made of its row when a sentence first lets it in.
    """

    def __init__(self, rows: Sequence[Row] = (), book: PhraseBook | None = None, doors: Doors | None = None) -> None:
        self._rows = rows
        self._book = book
        self._doors = doors or Doors()
        self._made: dict[int, Template] = {}
        self._among: dict[frozenset[str], int] = {}

    @overload
    def __getitem__(self, number: int) -> Template: ...
    @overload
    def __getitem__(self, number: slice) -> list[Template]: ...
    def __getitem__(self, number: int | slice) -> Template | list[Template]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if number not in self._made:
            where, entry = self._rows[number]
            assert self._book is not None
            self._made[number] = _template(entry, where, self._book)
        return self._made[number]

    def __len__(self) -> int:
        return len(self._rows)

    def open_to(self, words: Collection[bytes], rules: frozenset[str]) -> list[Template]:
        """Return those that are tried in a sentence of these words with findings of these rules."""
        if (among := self._among.get(rules)) is None:
            mine = (number for number, (_, entry) in enumerate(self._rows) if _is_for(entry.get("rules", ()), rules))
            among = self._among[rules] = self._doors.of(mine)
        return [self[number] for number in self._doors.open_to(words, among)]


def _is_for(wanted: Sequence[str], rules: Iterable[str]) -> bool:
    """Tell whether what is tried in the sentences of some rules or families is tried in one with these findings."""
    return not wanted or any(rule in wanted or rule.partition("/")[0] in wanted for rule in rules)


@dataclass(frozen=True)
class Written:
    """What a template makes of a sentence's body, and the sender's names that went with it."""

    text: str
    safety: Safety
    brands: tuple[str, ...]


def rows(own: Iterable[tuple[str, Rewrite]], tables: Sequence[tuple[Path, Mapping[str, Any]]]) -> list[Row]:
    """Return the rewrites that rules bring and those of a language as they are written, with what names each."""
    found: list[Row] = [
        (f"rule {rule}", {"from": rewrite.source, "to": rewrite.target, "safety": rewrite.safety, "rules": [rule]})
        for rule, rewrite in own
    ]
    for path, raw in tables:
        found += [(f"{path}: rewrite {number}", entry) for number, entry in enumerate(raw.get("rewrite", ()), 1)]
    return found


def read(written_as: Iterable[Row], book: PhraseBook, grammar: Grammar, problems: list[str]) -> tuple[Templates, Doors]:
    """Return templates and the doors to them.

    What is wrong is left out and added to `problems`, naming file, number and key.
    """
    good: list[Row] = []
    doors = Doors()
    for where, entry in written_as:
        try:
            phrase = _checked(entry, where, book, grammar)
        except PackError as error:
            problems.append(str(error))
            continue
        doors.add(len(good), phrase.gates)
        good.append((where, entry))
    book.save()
    return Templates(good, book, doors), doors


def read_skeletons(tables: Sequence[tuple[Path, Mapping[str, Any]]], problems: list[str]) -> Mapping[str, str]:
    """Return the skeletons of a language by rule or family; a later table wins. What is wrong goes to `problems`."""
    found: dict[str, str] = {}
    for path, raw in tables:
        try:
            check(raw, REWRITING_KEYS, str(path))
        except PackError as error:
            problems.append(str(error))
            continue
        found |= {name: text.strip() for name, text in raw.get("skeleton", {}).items()}
    return found


def _checked(entry: Mapping[str, Any], where: str, book: PhraseBook, grammar: Grammar) -> Phrase:
    """Return what a rewrite reads. Raises PackError for whatever is wrong with it."""
    check(entry, TEMPLATE_KEYS, where)
    if ("from" in entry) == ("part" in entry) or "to" not in entry:
        raise PackError(f"{where}: expected 'to' and one of 'from' and 'part'")
    try:
        phrase = book[_source(entry)]
    except PhraseError as error:
        raise PackError(f"{where}: {error}") from error
    for slot, names in _SLOT.findall(entry["to"]):
        if slot not in phrase.slots:
            raise PackError(f"{where}: 'to': {{{slot}}} is no slot of the template")
        for name in filter(None, names.split("|")):
            if name not in grammar.transforms:
                raise PackError(f"{where}: 'to': unknown transformation {name!r}{nearest(name, grammar.transforms)}")
    return phrase


def _template(entry: Mapping[str, Any], where: str, book: PhraseBook) -> Template:
    return Template(book[_source(entry)], "from" in entry, entry["to"], Safety(entry.get("safety", "review")), where)


def _source(entry: Mapping[str, Any]) -> str:
    return f"^{entry['from']}" if "from" in entry else str(entry["part"])


def written(template: Template, sentence: Sentence, told: RuleSettings, grammar: Grammar) -> Iterator[Written]:
    """Yield what a template makes of a sentence without its end mark; a slot that no transformation takes ends it."""
    if misses(template.regex, sentence.shadow):
        return
    body = sentence.text
    for start, end, slots in places(template.phrase, template.regex, sentence, told):
        text = _filled(template.target, {name: _with_sign(body, slot) for name, slot in slots.items()}, grammar)
        if text is None:
            continue
        new = text if template.whole else f"{body[:start]}{text}{body[end:]}"
        brands = tuple(slots[name] for name in ("brand", "advertiser") if name in slots)
        yield Written(tidy(new), template.safety, brands)


def _with_sign(body: str, slot: str) -> str:
    """Return a slot with the currency's sign before it, which the shadow takes for white space."""
    if not slot[:1].isdigit() or any(sign in slot for sign in "£€"):
        return slot
    return next((f"{sign}{slot}" for sign in "£€" if f"{sign}{slot}" in body), slot)


def _filled(target: str, slots: Mapping[str, str], grammar: Grammar) -> str | None:
    parts, done = [], 0
    for found in _SLOT.finditer(target):
        value: str | None = slots.get(found[1], "")
        for name in filter(None, found[2].split("|")):
            value = grammar.transforms[name](value) if value else value
        if value is None:
            return None
        parts += [target[done : found.start()], value]
        done = found.end()
    return "".join((*parts, target[done:]))


def tidy(text: str) -> str:
    """Return a sentence with single spaces, no space before a mark, no mark twice, and a capital."""
    text = _BEFORE_MARK.sub(r"\1", _SPACES.sub(" ", text))
    text = _DOUBLED.sub(r"\1", text).strip(" ,;:–-")
    return text[:1].upper() + text[1:]


def key_words(text: str) -> frozenset[bytes]:
    """Return the words by which templates are picked."""
    return frozenset(words_of(shadow(text)))
