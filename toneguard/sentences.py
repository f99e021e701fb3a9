"""Splits blocks into sentences: `sentencex` cuts, and what a language's abbreviations cut wrongly is joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import sentencex

from toneguard.document import LINE_BREAK, Block, Sentence
from toneguard.languages import LANGUAGES

_UNENCODABLE = re.compile("[\ud800-\udfff]")
_OPENING = "\"'([{«»”“„‘’–—-"
_CLOSING = "\"'”’»)]"
_END = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*+\s+")
# Where sentencex sees an abbreviation (Swedish `hon.`, Danish `med.`) or does not see an ellipsis.
_MISSED = re.compile(
    r"(?:…|(?<![\w.])(?P<word>[^\W\d_]{2,40}+)\.)[\"'”’»)\]]*+\s+(?=[\"'“”„«»(\[–—-]*+\s?(?P<next>\w))"
)
# One line with at most one mark that ends a sentence, at its end: a single sentence, and about half of all blocks.
_SINGLE = re.compile(r"[\w ,;:'’\"”“„«»()/%&+#@*=£€$–—\ufffc-]++[.!?]?")
_LONGEST = 20_000  # characters; what is longer is no paragraph, and sentencex is not linear for all of it


def split(block: Block) -> tuple[Sentence, ...]:
    """Return the sentences of a block; every character that is not white space belongs to exactly one."""
    if _SINGLE.fullmatch(block.text):
        left, right = len(block.text) - len(block.text.lstrip()), len(block.text.rstrip())
        return (Sentence(block, left, right),) if left < right else ()
    language = LANGUAGES.get(block.language) or LANGUAGES["en"]
    found: list[Sentence] = []
    start = 0
    for part in _parts(block.text):
        segments = [
            piece for segment in _segments(language.code, part) for piece in _recut(segment, language.abbreviations)
        ]
        for length in _joined(segments, language.abbreviations):
            text = block.text[start : start + length]
            left = start + len(text) - len(text.lstrip())
            right = start + len(text.rstrip())
            if left < right:
                found.append(Sentence(block, left, right, len(found)))
            start += length
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
    segments: list[str] = sentencex.segment(code, _UNENCODABLE.sub("\ufffd", text))
    if sum(map(len, segments)) == len(text):
        return segments
    return [text]  # sentencex drops some runs of blank lines


def _recut(segment: str, abbreviations: frozenset[str]) -> Iterator[str]:
    """Cut a segment at ends of sentences that sentencex missed, but not within quotation marks or brackets."""
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


def _joined(segments: list[str], abbreviations: frozenset[str]) -> list[int]:
    """Return the lengths of the sentences after joining what was cut wrongly."""
    lengths: list[int] = []
    previous = ""
    for segment in segments:
        if previous and _belongs(previous, segment, abbreviations):
            lengths[-1] += len(segment)
        else:
            lengths.append(len(segment))
        previous = segment if segment.strip() else previous
    return lengths


def _belongs(previous: str, segment: str, abbreviations: frozenset[str]) -> bool:
    """Tell whether a segment goes on with the sentence before: after an abbreviation, a list number, a quotation."""
    words = previous.rstrip()
    if words.endswith((".", "…", *_CLOSING)) and _starts_low(segment):
        return True
    if re.fullmatch(r"\W*\d{1,3}[.)]", words):
        return True
    last = words[-40:].rsplit(None, 1)[-1:]
    return bool(last) and last[0].lstrip(_OPENING).lower() in abbreviations


def _starts_low(text: str) -> bool:
    words = text.lstrip().lstrip(_OPENING).lstrip()
    return words[:1].islower()
