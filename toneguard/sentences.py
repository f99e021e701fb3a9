"""Splits blocks into sentences: `sentencex` cuts, and what a language's abbreviations cut wrongly is joined again."""

from __future__ import annotations

import re

import sentencex

from toneguard.document import LINE_BREAK, Block, Sentence
from toneguard.languages import LANGUAGES

_LAST_TOKEN = re.compile(r"[\"'(\[«»”“]*(\S+)\s*\Z")
_ORDINAL = re.compile(r"\d{1,4}\.\s*\Z")
_STARTS_LOW = re.compile(r"[\s]*[a-zåäöæøéü]")
_STARTS_DIGIT = re.compile(r"\s*\d")


def split(block: Block) -> tuple[Sentence, ...]:
    """Return the sentences of a block; every character that is not white space belongs to exactly one."""
    language = LANGUAGES.get(block.language) or LANGUAGES["en"]
    found: list[Sentence] = []
    start = 0
    for part in _parts(block.text):
        for length in _joined(sentencex.segment(language.code, part), language.abbreviations):
            end = start + length
            text = block.text[start:end]
            left = start + len(text) - len(text.lstrip())
            right = start + len(text.rstrip())
            if left < right:
                found.append(Sentence(block, left, right, len(found)))
            start = end
    return tuple(found)


def _parts(text: str) -> list[str]:
    """Cut at hard line breaks, unless the next line goes on in lower case; the parts tile the text."""
    if LINE_BREAK not in text:
        return [text]
    parts: list[str] = []
    for line in text.splitlines(keepends=True) if LINE_BREAK in text else [text]:
        if parts and (not parts[-1].endswith(LINE_BREAK) or _STARTS_LOW.match(line)):
            parts[-1] += line
        else:
            parts.append(line)
    return parts


def _joined(segments: list[str], abbreviations: frozenset[str]) -> list[int]:
    """Return the lengths of the sentences after joining what was cut behind an abbreviation or an ordinal."""
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
    if previous.endswith(("\n\n",)):
        return False
    if previous.rstrip().endswith((".", "…", "...")) and _STARTS_LOW.match(segment):
        return True
    last = _LAST_TOKEN.search(previous)
    if last and last.group(1).lower() in abbreviations:
        return True
    return bool(_ORDINAL.search(previous) and _STARTS_LOW.match(segment))
