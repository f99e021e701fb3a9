"""Splits blocks into sentences: `sentencex` cuts, and what a language's abbreviations cut wrongly is joined again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

import sentencex

from toneguard.document import LINE_BREAK, Block, Sentence
from toneguard.languages import LANGUAGES
from toneguard.late import late

_UNENCODABLE = late("[\ud800-\udfff]")
_OPENING = "\"'([{«»”“„‘’–—-"
_CLOSING = "\"'”’»)]"
_ENDED = (".", "…", *_CLOSING)
_END = late(r"(?<=[.!?…])[\"'”’»)\]]*+\s+")
# Where sentencex sees an abbreviation (Swedish `hon.`, Danish `med.`) or does not see an ellipsis.
_MISSED = late(r"(?:…|(?<![\w.])(?P<word>[^\W\d_]{2,40}+)\.)[\"'”’»)\]]*+\s+(?=[\"'“”„«»(\[–—-]*+\s?(?P<next>\w))")
# One line with at most one mark that ends a sentence, at its end: a single sentence, and about half of all blocks.
_SINGLE = late(r"[\w ,;:'’\"”“„«»()/%&+#@*=£€$–—\ufffc-]++[.!?]?")
_LONGEST = 20_000  # characters; what is longer is no paragraph, and sentencex is not linear for all of it


def split(block: Block) -> tuple[Sentence, ...]:
    """Return the sentences of a block; every character that is not white space belongs to exactly one."""
    text = block.text
    if _SINGLE.fullmatch(text):
        left, right = len(text) - len(text.lstrip()), len(text.rstrip())
        return (Sentence(block, left, right),) if left < right else ()
    language = LANGUAGES.get(block.language) or LANGUAGES["en"]
    found: list[Sentence] = []
    start = 0
    for part in _parts(text) if LINE_BREAK in text else (text,):
        segments = _recut(_segments(language.code, part), language.abbreviations)
        for left, right in _joined(segments, start, language.abbreviations):
            found.append(Sentence(block, left, right, len(found)))
        start += len(part)
    return tuple(found)


def _parts(text: str) -> Iterator[str]:
    """Cut at hard line breaks, unless the next line goes on in lower case; the parts tile the text."""
    start = 0
    position = text.find(LINE_BREAK)
    while position >= 0:
        if not _starts_low(text[position : position + 50]):
            yield text[start : position + 1]
            start = position + 1
        position = text.find(LINE_BREAK, position + 1)
    yield text[start:]


def _segments(code: str, text: str) -> list[str]:
    """Cut a text where sentences end; the segments tile the text."""
    if len(text) > _LONGEST:
        ends = [0, *(match.end() for match in _END.finditer(text)), len(text)]
        return [text[left:right] for left, right in pairwise(ends)]
    try:
        segments: list[str] = sentencex.segment(code, text)
    except UnicodeEncodeError:
        segments = sentencex.segment(code, _UNENCODABLE.sub("\ufffd", text))
    if sum(map(len, segments)) == len(text):
        return segments
    return [text]  # sentencex drops some runs of blank lines


def _recut(segments: list[str], abbreviations: frozenset[str]) -> Iterator[str]:
    """Cut segments at ends of sentences that sentencex missed; most have no dot before their last two characters."""
    for segment in segments:
        if segment.find(".", 0, -2) < 0 and segment.find("…", 0, -2) < 0:
            yield segment
        else:
            yield from _cut(segment, abbreviations)


def _cut(segment: str, abbreviations: frozenset[str]) -> Iterator[str]:
    """Cut a segment at the ends of sentences in it, but not within quotation marks or brackets."""
    start = 0
    for match in _MISSED.finditer(segment):
        word = match["word"] or "…"
        short = not word.islower() or f"{word}." in abbreviations
        if not match["next"].isupper() or (match["word"] and short) or _encloses(segment[start : match.end()]):
            continue
        yield segment[start : match.end()]
        start = match.end()
    yield segment[start:]


def _encloses(text: str) -> bool:
    """Tell whether a quotation or bracket is open at the end of a text."""
    quotes = text.count("”") + text.count("“") + text.count("„")
    return bool(text.count('"') % 2 or quotes % 2 or text.count("(") > text.count(")"))


def _joined(segments: Iterable[str], start: int, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield where sentences begin and end, without the white space around them, after joining what was cut wrongly."""
    endings = _endings(abbreviations)
    left, right, previous = -1, -1, ""
    for segment in segments:
        words = segment.rstrip()
        if left < 0 or not _belongs(previous, segment, abbreviations, endings):
            if left >= 0:
                yield left, right
            left = start + len(words) - len(words.lstrip()) if words else -1
        if words:
            right, previous = start + len(words), words
        start += len(segment)
    if left >= 0:
        yield left, right


def _belongs(words: str, segment: str, abbreviations: frozenset[str], endings: frozenset[str]) -> bool:
    """Tell whether a segment goes on with the words before: after an abbreviation, a list number, a quotation."""
    tail = words[-3:].lower()
    if tail not in endings and segment[:1].isupper() and tail.isascii() and len(tail) == 3 and not tail[1].isdigit():
        return False
    if words.endswith(_ENDED) and _starts_low(segment):
        return True
    if re.fullmatch(r"\W*\d{1,3}[.)]", words):
        return True
    last = words[-40:].rsplit(None, 1)[-1:]
    return bool(last) and last[0].lstrip(_OPENING).lower() in abbreviations


@lru_cache(maxsize=16)
def _endings(abbreviations: frozenset[str]) -> frozenset[str]:
    """Return all that the last three characters of a text in ASCII can be when it ends in an abbreviation."""
    before = [*_OPENING, *filter(str.isspace, map(chr, range(128)))]
    return frozenset(mark + short if len(short) < 3 else short[-3:] for short in abbreviations for mark in before)


def _starts_low(text: str) -> bool:
    words = text.lstrip().lstrip(_OPENING).lstrip()
    return words[:1].islower()
