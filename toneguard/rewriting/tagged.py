"""What a trained pipeline adds: praise before a noun goes, because parts of speech say that it is only an attribute."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from toneguard.languages import LANGUAGES
from toneguard.late import late
from toneguard.records import dataclass
from toneguard.rewriting.templates import tidy

_LINKS = frozenset({",", "and", "och", "og", "&", "-", "–"})
_ARTICLE = late(r"\b(an?) (?=(\w))", re.I)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: half-open offsets and its universal part of speech."""

    text: str
    start: int
    end: int
    part: str


Tagger = Callable[[str], Sequence[Word]]


def trimmed(
    text: str, words: Sequence[Word], marked: Sequence[tuple[int, int]], kept: Collection[str], language: str
) -> str | None:
    """Return a sentence without the attributes that stand before nouns in the `marked` ranges.

    A run of attributes goes whole or not at all: one that is in `kept`, has a digit, or stands outside of the marks
    keeps its run. None where nothing goes.
    """
    gone = [run for run in _runs(words) if _may_go(run, words, marked, kept, language)]
    if not gone:
        return None
    parts, done = [], 0
    for run in gone:
        following = words[words.index(run[-1]) + 1]
        parts += [text[done : run[0].start]]
        done = following.start
    rest = "".join((*parts, text[done:]))
    return tidy(_ARTICLE.sub(_sounding, rest) if language == "en" else rest)


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the attributes before each noun, with adverbs before them and what joins them."""
    run: list[Word] = []
    for word, following in pairwise(words):
        joins = word.text.lower() in _LINKS and bool(run)
        if word.part in ("ADJ", "ADV") or joins:
            run.append(word)
        else:
            run = []
        if run and following.part in ("NOUN", "PROPN"):
            yield run
            run = []


def _may_go(
    run: Sequence[Word],
    words: Sequence[Word],
    marked: Sequence[tuple[int, int]],
    kept: Collection[str],
    language: str,
) -> bool:
    attributes = [word for word in run if word.part == "ADJ"]
    before = words[words.index(run[0]) - 1] if run[0] is not words[0] else None
    if not attributes or run[-1].part != "ADJ" or before is None or before.part in ("ADV", "ADJ", "AUX", "VERB"):
        return False
    # Without its adjective "den fantastiska appen" would lose the article, "den fantastiske app" get an ending.
    if before.text.lower() in LANGUAGES[language].definites:
        return False
    if any(word.text.lower() in kept or any(letter.isdigit() for letter in word.text) for word in run):
        return False
    return all(any(start <= word.start and word.end <= end for start, end in marked) for word in attributes)


def _sounding(article: re.Match[str]) -> str:
    """Choose between `a` and `an` by the letter that follows; other first letters sound as they are written."""
    vowel = article[2].lower() in "aeio"
    new = "an" if vowel else "a"
    return f"{new.capitalize() if article[1][0].isupper() else new} "
