"""The labelled corpus: one sentence a line, in the order of its post, with what an editor says of it.

A line of `corpus/<language>.jsonl` is `{"post", "block", "kind", "text", "labels", "near_miss", "trade", "voice",
"genre", "profile"}`. The sentences before and behind are the lines before and behind of the same post; those of one
`block` make a paragraph. A sentence without a post (`""`) stands alone. `labels` holds the families it offends;
`near_miss` marks a clean sentence that a hasty reader would take for one that offends.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from toneguard.document import Block, Document, Kind, Piece
from toneguard.source import Source, Span

FOLDER = Path(__file__).parent / "corpus"
LANGUAGES = ("en", "sv", "da")
KINDS: dict[str, Kind] = {
    "paragraph": "paragraph",
    "quote": "paragraph",
    "button": "paragraph",
    "heading": "heading",
    "item": "item",
    "cell": "cell",
}


class CorpusError(Exception):
    """A corpus that cannot be used; the message names file and line."""


@dataclass(frozen=True)
class Line:
    """One labelled sentence."""

    post: str
    block: int
    kind: str
    text: str
    labels: tuple[str, ...]
    near_miss: bool
    trade: str
    voice: str
    genre: str
    profile: str


@dataclass(frozen=True)
class Post:
    """The lines of one post as a document, with the half-open source range and labels of every line."""

    name: str
    lines: tuple[Line, ...]
    document: Document
    places: tuple[tuple[int, int], ...]

    def lines_of(self, start: int, end: int) -> list[Line]:
        """Return the lines that share half of themselves, or of the range, with a half-open source range."""
        return [
            line
            for line, (left, right) in zip(self.lines, self.places, strict=True)
            if 2 * (min(right, end) - max(left, start)) >= min(right - left, end - start)
        ]


def path_of(language: str) -> Path:
    """Return the file of a language's corpus."""
    return FOLDER / f"{language}.jsonl"


def fingerprint(language: str) -> str:
    """Return the hash of a language's corpus (16 hex digits)."""
    return hashlib.blake2b(path_of(language).read_bytes(), digest_size=8).hexdigest()


def read_lines(path: Path) -> list[Line]:
    """Read a corpus file. Raises CorpusError."""
    lines = []
    for number, text in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            values = json.loads(text)
            line = Line(**{**values, "labels": tuple(values["labels"])})
        except (ValueError, TypeError, KeyError) as error:
            raise CorpusError(f"{path}:{number}: {error}") from error
        if line.kind not in KINDS or not line.text.strip():
            raise CorpusError(f"{path}:{number}: unknown kind {line.kind!r} or empty text")
        lines.append(line)
    return lines


def read_posts(language: str) -> list[Post]:
    """Read a language's corpus as posts; a sentence that stands alone is a post of its own. Raises CorpusError."""
    posts: list[Post] = []
    for name, group in groupby(read_lines(path_of(language)), key=lambda line: line.post):
        found = list(group)
        parts: Iterator[Sequence[Line]] = iter([found]) if name else ([line] for line in found)
        posts += [_post(name or f"{language}-{len(posts)}", part, language) for part in parts]
    return posts


def _post(name: str, lines: Sequence[Line], language: str) -> Post:
    blocks, places, text = [], [], ""
    for _, group in groupby(lines, key=lambda line: line.block):
        start, of_block = len(text), list(group)
        for line in of_block:
            places.append((len(text), len(text) + len(line.text)))
            text += line.text + " "
        text = text[:-1]
        body, first = text[start:], of_block[0]
        piece = Piece(0, body, Span(start, len(text)), verbatim=True)
        kind, quoted = KINDS[first.kind], first.kind == "quote"
        level = 2 if kind == "heading" else 0
        blocks.append(Block(kind, body, (piece,), level=level, quoted=quoted, language=language))
        text += "\n\n"
    document = Document(Source(text, f"{name}.md"), tuple(blocks), language=language)
    return Post(name, tuple(lines), document, tuple(places))
