"""What stands around a sentence, as the model weighs it: its neighbours, its block, its place, who is spoken of.

Names are stable: a trained model holds one weight for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, fsum, log

from toneguard.document import Sentence
from toneguard.languages import LANGUAGES
from toneguard.match import any_of
from toneguard.model.features import is_word
from toneguard.model.score import Margins
from toneguard.persons import reader_words, sender_words

# Below and above these a post or sentence is short or long, and no more so: the corpus has few to learn from.
_SHORT_POST, _LONG_POST = 8, 40  # sentences
_LONG_SENTENCE = 200  # characters
_WORDS = 2
_FIGURE = re.compile(rb"\d")
SILENT: Margins = (-9.0, -9.0)  # of a sentence that is not judged


def speaks(forms: Sequence[bytes]) -> bool:
    """Tell whether a sentence has two words at least, hashtags aside; what has fewer is not judged."""
    count, before = 0, b""
    for form in forms:
        if before != b"#" and is_word(form):
            count += 1
            if count == _WORDS:
                return True
        before = form
    return False


@dataclass(frozen=True, slots=True)
class Seen:
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
        self._chances = [tuple(chance(margin) ** 2 for margin in item.margins) for item in seen]  # doubts count little
        self._found = tuple(sum(name in item.found for item in seen) for name in families)
        self._blocks: dict[int, list[int]] = {}
        for number, item in enumerate(seen):
            self._blocks.setdefault(item.block_index, []).append(number)

    def features(self, number: int, family: int) -> Iterator[tuple[str, float]]:
        """Yield the features of a sentence for a family, by its number among the sentences; zeros are left out."""
        item, other = self.seen[number], 1 - family
        margin, sidelong = item.margins[family], item.margins[other]
        yield "own", margin
        yield "own high", max(0.0, margin)
        yield "other family", max(-3.0, min(3.0, sidelong))
        for family_name, of in (("", family), (" of other family", other)):
            yield f"before{family_name}", self._near(number - 1, of)
            yield f"behind{family_name}", self._near(number + 1, of)
            yield f"found in post{family_name}", self._density(number, of)
            yield f"found before{family_name}", self._found_at(number - 1, of)
            yield f"found behind{family_name}", self._found_at(number + 1, of)
            yield f"found here{family_name}", self._found_at(number, of)
        yield "block", self._block(number, family)
        yield from self._place(number)
        yield from _speech(item.sentence)

    def _near(self, number: int, family: int) -> float:
        return self._chances[number][family] if 0 <= number < len(self.seen) else 0.0

    def _found_at(self, number: int, family: int) -> float:
        return float(0 <= number < len(self.seen) and self.families[family] in self.seen[number].found)

    def _density(self, number: int, family: int) -> float:
        return (self._found[family] - self._found_at(number, family)) / (len(self.seen) + 3)

    def _block(self, number: int, family: int) -> float:
        rest = [self._chances[at][family] for at in self._blocks[self.seen[number].block_index] if at != number]
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
