"""What stands around a sentence, as the model weighs it: its neighbours, its block, its place, who is spoken of.

Names are stable: a trained model holds one weight for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import exp, fsum, log
from typing import NamedTuple

from toneguard.document import Sentence
from toneguard.languages import LANGUAGES
from toneguard.late import late
from toneguard.match import any_of
from toneguard.model.score import Margins
from toneguard.persons import reader_words, sender_words

# Below and above these a post or sentence is short or long, and no more so: the corpus has few to learn from.
_SHORT_POST, _LONG_POST = 8, 40  # sentences
_LONG_SENTENCE = 200  # characters
_REACH = 100  # sentences of a block on either side: no paragraph has more, and what is no paragraph costs linear time
_FIGURE = late(rb"\d")
_COMPANY = tuple(
    tuple(
        f"{name}{whose}" for name in ("before", "behind", "found in post", "found before", "found behind", "found here")
    )
    for whose in ("", " of other family")
)
SILENT: Margins = (-9.0, -9.0)  # of a sentence that is not judged


class Seen(NamedTuple):
    """A sentence with its margins, the place of its block, and the families that templates found in it."""

    sentence: Sentence
    block_index: int
    margins: Margins
    found: frozenset[str]


def chance(margin: float) -> float:
    """Return the probability of some log odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, margin))))


class Surroundings:
    """The sentences of a post in order, and what they have in common."""

    def __init__(self, seen: Sequence[Seen], families: tuple[str, str]) -> None:
        self.seen = seen
        self.families = families

    @cached_property
    def _found(self) -> tuple[int, ...]:
        """In how many sentences templates found each family."""
        found = [item.found for item in self.seen if item.found]
        return tuple(sum(name in names for names in found) for name in self.families)

    @cached_property
    def _blocks(self) -> Mapping[int, Sequence[int]]:
        """The numbers of the sentences of each block."""
        blocks: dict[int, list[int]] = {}
        for number, item in enumerate(self.seen):
            blocks.setdefault(item.block_index, []).append(number)
        return blocks

    def features(self, number: int, family: int) -> Iterator[tuple[str, float]]:
        """Yield the features of a sentence for a family, by its number among the sentences; zeros are left out."""
        item, other = self.seen[number], 1 - family
        margin, sidelong = item.margins[family], item.margins[other]
        yield "own", margin
        yield "own high", max(0.0, margin)
        yield "other family", max(-3.0, min(3.0, sidelong))
        for names, of in zip(_COMPANY, (family, other), strict=True):
            yield names[0], self._near(number - 1, of)
            yield names[1], self._near(number + 1, of)
            if self._found[of]:
                yield names[2], self._density(number, of)
                yield names[3], self._found_at(number - 1, of)
                yield names[4], self._found_at(number + 1, of)
                yield names[5], self._found_at(number, of)
        yield "block", self._block(number, family)
        yield from self._place(number)
        yield from _speech(item.sentence)

    def _near(self, number: int, family: int) -> float:
        return self._chance(number, family) if 0 <= number < len(self.seen) else 0.0

    def _chance(self, number: int, family: int) -> float:
        return chance(self.seen[number].margins[family]) ** 2  # doubts count little

    def _found_at(self, number: int, family: int) -> float:
        return float(0 <= number < len(self.seen) and self.families[family] in self.seen[number].found)

    def _density(self, number: int, family: int) -> float:
        return (self._found[family] - self._found_at(number, family)) / (len(self.seen) + 3)

    def _block(self, number: int, family: int) -> float:
        numbers = self._blocks[self.seen[number].block_index]
        place = number - numbers[0]
        near = numbers[max(0, place - _REACH) : place + _REACH + 1]
        rest = [self._chance(at, family) for at in near if at != number]
        return fsum(rest) / len(rest) if rest else 0.0

    def _place(self, number: int) -> Iterator[tuple[str, float]]:
        item = self.seen[number]
        block, count = item.sentence.block, len(self.seen)
        yield f"kind {block.kind}", 1.0
        if block.quoted:
            yield "quoted", 1.0
        if len(self._blocks[item.block_index]) == 1 and count >= _SHORT_POST:
            yield "alone in block", 1.0
        if count >= _SHORT_POST:
            yield "first", float(number == 0)
            yield "last", float(number == count - 1)
        yield "length of post", log(min(max(count, _SHORT_POST), _LONG_POST))


def _speech(sentence: Sentence) -> Iterator[tuple[str, float]]:
    """Yield who is spoken of, and what shows a fact or a voice."""
    shadow = sentence.shadow
    language = LANGUAGES[sentence.block.language]
    sender, reader = any(sender_words(sentence)), any(reader_words(sentence))
    yield "sender", float(sender)
    yield "reader", float(reader)
    yield "both", float(sender and reader)
    yield "figure", float(bool(_FIGURE.search(shadow)))
    yield "exclamation", float(b"!" in shadow)
    yield "question", float(b"?" in shadow)
    yield "quotation", float(b'"' in shadow)
    yield "code or address", float(b"^" in shadow)
    yield "negation", float(bool(any_of(language.negations).search(shadow)))
    yield "length", log(1 + min(len(shadow), _LONG_SENTENCE) / 20)
