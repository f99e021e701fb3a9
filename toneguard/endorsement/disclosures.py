"""Finds the words in a post that disclose something: labels that stand for themselves, and sentences that say it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

from toneguard.document import LINE_BREAK, Block, Document, Piece, Sentence
from toneguard.endorsement.labels import Label, Labels
from toneguard.late import late
from toneguard.places import misses, places
from toneguard.records import dataclass
from toneguard.rule import RuleSettings
from toneguard.slots import read_slots
from toneguard.source import Source, Span

_LINES = late(f"[^\n{LINE_BREAK}]+")
_OPENING = late(r"[(\[{|]\s*(?=\w)|(?://|–|—)\s+(?=\w)")
_MARKS = late(r"[^\w#@]*")
_HASHTAG = late(r"#(?=\w)")
_TRAILING = late(rb"[^\w]+\Z")
_TITLES = ("title", "heading")  # "Cooperation with Acme" is news there
_MOST = 500  # places in one block
_QUOTES = ('"', "”", "“", "»")


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Words found that disclose something: their range in the source, what they are, whom they name."""

    span: Span
    text: str
    label: Label
    advertiser: str = ""
    hashtag: bool = False


def find(document: Document, labels: Labels, settings: RuleSettings) -> Iterator[Disclosure]:
    """Yield the labels and sentences that disclose something, in the order of the blocks; alt text does not count.

    Of those that overlap the longest is taken: "may contain ads" holds "contain ads".
    """
    for block, sentences in zip(document.blocks, document.sentences, strict=True):
        if block.kind in ("alt", "meta") or not (picked := labels.picked(block, document.language)):
            continue
        taken: list[Disclosure] = []
        found = [*_standing(block, sentences, picked, settings), *_said(sentences, picked, settings)]
        for item in sorted(found, key=lambda item: (item.span.start - item.span.end, item.span)):
            if not any(item.span.overlaps(other.span) for other in taken):
                taken.append(item)
        yield from sorted(taken, key=lambda item: item.span)


def find_in(text: str, language: str, labels: Labels, settings: RuleSettings) -> Iterator[Disclosure]:
    """Yield the disclosures in a text of its own, with ranges in that text."""
    piece = Piece(0, text, Span(0, len(text)), verbatim=True)
    block = Block("paragraph", text, (piece,), language=language)
    return find(Document(Source(text, ""), (block,), language=language), labels, settings)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a label may begin and how far it may reach, as offsets in the block's text, and what stands there.

    `whole` says that nothing else may stand in its reach: a sentence that only begins with such words is no label.
    """

    start: int
    end: int
    hashtag: bool = False
    whole: bool = False


def _standing(
    block: Block, sentences: Iterable[Sentence], picked: list[Label], settings: RuleSettings
) -> Iterator[Disclosure]:
    """Yield the labels that stand for themselves: the longest at each place."""
    aside = block.quoted or block.kind in _TITLES
    for place in islice(_places(block, sentences), _MOST):
        best: Disclosure | None = None
        for label in picked:
            if label.sentence or (aside and not label.adequate):
                continue
            if (found := _label_at(block, place, label, settings)) is None:
                continue
            if best is None or len(found.text) > len(best.text):
                best = found
        if best:
            yield best


def _places(block: Block, sentences: Iterable[Sentence]) -> Iterator[_Place]:
    """Yield where a label may stand: at the start of a line, as a sentence, behind a bracket or dash, as a hashtag."""
    text = block.text
    ends = [line.end() for line in _LINES.finditer(text)]

    def reach(start: int) -> int:
        return ends[min(bisect_right(ends, start), len(ends) - 1)]

    first = {0, *(found.end() for found in re.finditer(LINE_BREAK, text))}
    tags = {found.end() for found in _HASHTAG.finditer(text)}
    seen = set(tags)
    for start in sorted(first):
        begin = _behind_marks(text, start)
        if begin not in seen:
            yield _Place(begin, reach(begin))
            seen.add(begin)
    for sentence in sentences:
        begin = _behind_marks(text, sentence.start)
        if begin not in seen:
            yield _Place(begin, sentence.end, whole=True)
            seen.add(begin)
    for opening in _OPENING.finditer(text):
        if opening.end() not in seen:
            yield _Place(opening.end(), reach(opening.end()))
    yield from (_Place(tag, reach(tag), hashtag=True) for tag in sorted(tags))


def _behind_marks(text: str, start: int) -> int:
    found = _MARKS.match(text, start)
    return found.end() if found else start


def _label_at(block: Block, place: _Place, label: Label, settings: RuleSettings) -> Disclosure | None:
    """Return the label at a place of a block, if it is there with its slots and what must follow."""
    assert label.phrase is not None
    start, shadow = place.start, block.shadow[place.start : place.end]
    found = (label.tag if place.hashtag else label.alone if place.whole else label.regex).match(shadow)
    if found is None or (place.hashtag and shadow[found.end() : found.end() + 1].isalnum()):
        return None
    if not place.hashtag and block.text[max(0, start - 1) : start] in _QUOTES:
        return None
    slots = read_slots(label.phrase, found, block.text[start : place.end], settings, block.language)
    if slots is None:
        return None
    end = start + len(_TRAILING.sub(b"", shadow[: found.end()]))
    left = start - 1 if place.hashtag else start
    advertiser = slots.get("advertiser", "")
    return Disclosure(block.to_source(left, end), block.text[left:end], label, advertiser, place.hashtag)


def _said(sentences: Iterable[Sentence], picked: list[Label], settings: RuleSettings) -> Iterator[Disclosure]:
    """Yield the sentences that disclose something in running text; what stands in quotation marks is not said."""
    for label in picked:
        for sentence in sentences if label.sentence and label.phrase else ():
            assert label.phrase is not None
            if misses(label.regex, sentence.shadow):
                continue
            found = next(places(label.phrase, label.regex, sentence, settings), None)
            if found is None:
                continue
            start, end, slots = found
            left = sentence.start + start
            if not any(first <= left < last for first, last in sentence.block.quotations):
                text = sentence.text[start:end]
                yield Disclosure(sentence.to_source(start, end), text, label, slots.get("advertiser", ""))
