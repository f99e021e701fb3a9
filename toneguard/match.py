"""A match under judgement, as guards see it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property

from toneguard.document import Block, Document, Sentence
from toneguard.languages import LANGUAGES, Language
from toneguard.records import dataclass
from toneguard.shadow import shadow


@dataclass(frozen=True)
class Match:
    """A match under judgement: half-open offsets in the sentence's own text, and where the sentence stands.

    `pattern` is the template that matched, if one did; `brands` are the configured names of the sender.
    """

    document: Document
    sentence: Sentence
    start: int
    end: int
    block_index: int
    pattern: str = ""
    brands: tuple[str, ...] = ()

    @property
    def block(self) -> Block:
        """The block of the sentence."""
        return self.sentence.block

    @cached_property
    def language(self) -> Language:
        """The language of the block."""
        return LANGUAGES[self.block.language]

    @property
    def before(self) -> bytes:
        """Shadow of the sentence before the match."""
        return self.sentence.shadow[: self.start]

    @property
    def after(self) -> bytes:
        """Shadow of the sentence behind the match."""
        return self.sentence.shadow[self.end :]

    @property
    def around(self) -> tuple[Sentence, ...]:
        """The sentence, and those before and behind it in its block."""
        index = self.sentence.index
        return self.document.sentences[self.block_index][max(0, index - 1) : index + 2]

    def nearby(self, name: str, words: re.Pattern[bytes]) -> frozenset[bytes]:
        """Return the different words of a list, named for memory's sake, in the block and its two neighbours."""
        first, last = max(0, self.block_index - 1), min(len(self.document.blocks), self.block_index + 2)
        return frozenset[bytes]().union(*(self._words_of(index, name, words) for index in range(first, last)))

    def _words_of(self, index: int, name: str, words: re.Pattern[bytes]) -> frozenset[bytes]:
        block = self.document.blocks[index]
        found = self.document.once((name, self.language.code, index), lambda: frozenset(words.findall(block.shadow)))
        return frozenset(found)

    @cached_property
    def quotation(self) -> tuple[int, int] | None:
        """The quotation in double quotes that holds the match, as offsets in the block, or None.

        It may run over several sentences.
        """
        left = self.sentence.start + self.start
        quotations = self.block.quotations
        index = bisect_left(quotations, (left, 0)) - 1
        return quotations[index] if index >= 0 and left < quotations[index][1] else None


@cache
def selling_words(language: Language) -> re.Pattern[bytes]:
    """Return a regex on shadows that finds what only a selling sentence has: its words, a price, a percentage."""
    if not language.selling:
        return re.compile(rb"(?!)")
    words = b"|".join(re.escape(shadow(entry)).replace(rb"\*", rb"\w*") for entry in language.selling)
    return re.compile(rb"(?<!\w)(?:%s)(?!\w)|\d ?(?:%%|kr\b|:-|,-)|[$]\d" % words)


@cache
def any_of(entries: frozenset[str]) -> re.Pattern[bytes]:
    """Return a regex on shadows that finds any entry as whole words; without entries it finds nothing."""
    ordered = sorted(entries, key=len, reverse=True)
    if not ordered:
        return re.compile(rb"(?!)")
    return re.compile(rb"(?<![\w'])(?:" + b"|".join(re.escape(shadow(entry)) for entry in ordered) + rb")(?![\w'])")
