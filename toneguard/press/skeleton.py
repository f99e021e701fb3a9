"""What to write instead of a release: a skeleton with gaps for the writer, and every fact that the text itself has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

import re2

from toneguard.document import Document
from toneguard.finding import Edit, Fix, Safety
from toneguard.languages import LANGUAGES
from toneguard.late import late
from toneguard.phrases import SLOTS, options
from toneguard.scan import Hit
from toneguard.source import Span

_YEAR = r"(?:19|20)\d\d"
_CITY = late(r"\A\W*([^\d,(–—]{2,60}?)(?=[,(–—]| \d)")
_PERSON = late(r"[^\W\d_A-ZÅÄÖÆØ] ([^\W\d_a-zåäöæø][\w’'-]+(?: [^\W\d_a-zåäöæø][\w’'-]+){1,2}),")
_MAGNITUDE = late(
    r"\s?(?:million|billion|thousand|trillion|mil(?:jon|jard|lion)\w*|mio\b|mia\b|bn\b|mn?\b|tusen|tusind)"
)
_SLOT = late(r"\{(\w+)\}")
_NOTHING: Mapping[str, str] = MappingProxyType({})
_FEW = 3  # facts of a kind


def skeleton(
    document: Document, hits: Mapping[str, Sequence[Hit]], template: str, known: Mapping[str, str] = _NOTHING
) -> Fix:
    """Return the skeleton, never to be applied. A line is left out where the text has nothing to fill it with.

    What is `known` of the release itself wins over what the text says.
    """
    facts = {
        "what": _what(document, hits),
        "when": ", ".join(_some(_dates(document))),
        "where": _where(hits),
        "price": ", ".join(_some(_prices(document))),
        "who": ", ".join(_some(_who(hits))),
        "link": next((link.target for link in document.links if "://" in link.target), ""),
    }
    facts |= {name: fact for name, fact in known.items() if fact}
    lines = []
    for line in template.strip().splitlines():
        slot = _SLOT.search(line)
        if slot is None or facts.get(slot[1]):
            lines.append(_SLOT.sub(lambda found: facts[found[1]], line))
    start = document.source.body_start
    return Fix(lines[0], (Edit(Span(start, start), "\n".join(lines)),), Safety.SHOW)


def _what(document: Document, hits: Mapping[str, Sequence[Hit]]) -> str:
    """Return the title, or the sentence in which the news is told."""
    title = next((block.text for block in document.blocks if block.kind == "title"), "")
    told = next((hit.match.sentence.text for hit in hits.get("news-voice", ())), "")
    return " ".join((title or told).split())


def _where(hits: Mapping[str, Sequence[Hit]]) -> str:
    for hit in hits.get("dateline", ()):
        if city := _CITY.match(hit.match.sentence.text[hit.match.start : hit.match.end]):
            return city[1].strip()
    return ""


def _who(hits: Mapping[str, Sequence[Hit]]) -> Iterator[str]:
    """Yield the people who are quoted with their titles."""
    for hit in hits.get("executive-quote", ()):
        if named := _PERSON.search(hit.match.sentence.text, hit.match.start, hit.match.end):
            yield named[1]


def _dates(document: Document) -> Iterator[str]:
    for block in document.blocks:
        yield from (found.group() for found in _date(block.language).finditer(block.text))


@cache
def _date(language: str) -> re.Pattern[str]:
    """Return what a date looks like in a language: with the month in words, in either order, or ISO 8601."""
    names = sorted(LANGUAGES[language].months, key=len, reverse=True) if language in LANGUAGES else ["-"]
    months = f"(?i:{'|'.join(names)})"
    day = r"\d{1,2}(?:\.|st|nd|rd|th)?"
    return re.compile(
        rf"\b{day} {months}\b(?: {_YEAR}\b)?|\b{months} \d{{1,2}}\b(?:, {_YEAR}\b)?|\b{_YEAR}-\d\d-\d\d\b"
    )


def _prices(document: Document) -> Iterator[str]:
    money = re2.compile(SLOTS["money"], options())
    for block in document.blocks:
        for found in money.finditer(block.shadow):
            if b"pound" in found.group():  # a calf has them too
                continue
            more = _MAGNITUDE.match(block.text, found.end())
            yield block.text[found.start() : more.end() if more else found.end()].strip()


def _some(facts: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(facts))[:_FEW]
