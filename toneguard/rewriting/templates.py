"""Rewrites as data: `rules/rewriting/<language>.toml`, templates of a sentence or of a part of it and what to write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import re2

from toneguard.document import Block, Sentence
from toneguard.finding import Safety
from toneguard.gates import is_open
from toneguard.languages.grammar import Grammar
from toneguard.nearest import nearest
from toneguard.packformat import REWRITING_KEYS, TEMPLATE_KEYS, PackError, check
from toneguard.packs import Rewrite
from toneguard.phrasebook import PhraseBook
from toneguard.phrases import Phrase, PhraseError, options
from toneguard.places import places
from toneguard.rule import RuleSettings
from toneguard.shadow import shadow

_SLOT = re.compile(r"\{(\w+)((?:\|\w+)*)\}")
_WORD = re.compile(rb"\w+")
_SPACES = re.compile(r"[ \t\u2028]+")
_BEFORE_MARK = re.compile(r" +([,.;:!?])")
_DOUBLED = re.compile(r"([,;:])(?:\s*[,;:])+")


@dataclass(frozen=True)
class Template:
    """One rewrite: what it reads, what it writes, and in which rules' sentences it is tried (none: in all)."""

    phrase: Phrase
    whole: bool
    target: str
    safety: Safety
    rules: tuple[str, ...]
    origin: str

    @cached_property
    def regex(self) -> Any:
        """The compiled regex over shadows."""
        return re2.compile(self.phrase.regex + (rb"\z" if self.whole else b""), options())

    def may_read(self, words: frozenset[bytes]) -> bool:
        """Tell by the words of a sentence whether it is worth the try."""
        return is_open(self.phrase.gates, words)

    def for_rules(self, rules: Iterable[str]) -> bool:
        """Tell whether it is tried in a sentence with findings of these rules."""
        return not self.rules or any(rule in self.rules or rule.partition("/")[0] in self.rules for rule in rules)


@dataclass(frozen=True)
class Written:
    """What a template makes of a sentence's body, and the sender's names that went with it."""

    text: str
    safety: Safety
    brands: tuple[str, ...]


def read(
    own: Iterable[tuple[str, Rewrite]],
    tables: Sequence[tuple[Path, Mapping[str, Any]]],
    book: PhraseBook,
    grammar: Grammar,
    problems: list[str],
) -> tuple[Template, ...]:
    """Return the rewrites that rules bring and those of a language.

    What is wrong is left out and added to `problems`, naming file, number and key.
    """
    entries = [
        (f"rule {rule}", {"from": rewrite.source, "to": rewrite.target, "safety": rewrite.safety, "rules": [rule]})
        for rule, rewrite in own
    ]
    for path, raw in tables:
        entries += [(f"{path}: rewrite {number}", entry) for number, entry in enumerate(raw.get("rewrite", ()), 1)]
    found = []
    for where, entry in entries:
        try:
            found.append(_template(entry, where, book, grammar))
        except PackError as error:
            problems.append(str(error))
    book.save()
    return tuple(found)


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


def _template(entry: Mapping[str, Any], where: str, book: PhraseBook, grammar: Grammar) -> Template:
    check(entry, TEMPLATE_KEYS, where)
    if ("from" in entry) == ("part" in entry) or "to" not in entry:
        raise PackError(f"{where}: expected 'to' and one of 'from' and 'part'")
    whole = "from" in entry
    try:
        phrase = book[f"^{entry['from']}" if whole else entry["part"]]
    except PhraseError as error:
        raise PackError(f"{where}: {error}") from error
    for slot, names in _SLOT.findall(entry["to"]):
        if slot not in phrase.slots:
            raise PackError(f"{where}: 'to': {{{slot}}} is no slot of the template")
        for name in filter(None, names.split("|")):
            if name not in grammar.transforms:
                raise PackError(f"{where}: 'to': unknown transformation {name!r}{nearest(name, grammar.transforms)}")
    return Template(
        phrase, whole, entry["to"], Safety(entry.get("safety", "review")), tuple(entry.get("rules", ())), where
    )


def written(template: Template, body: str, block: Block, told: RuleSettings, grammar: Grammar) -> Iterator[Written]:
    """Yield what a template makes of a sentence without its end mark; a slot that no transformation takes ends it."""
    sentence = Sentence(_with_text(block, body), 0, len(body))
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


def _with_text(block: Block, text: str) -> Block:
    return replace(block, text=text, pieces=())


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
    return frozenset(_WORD.findall(shadow(text)))
