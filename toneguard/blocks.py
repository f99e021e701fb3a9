"""Builds blocks piece by piece: what every format calls to put prose together.

Soft hyphens and zero-width characters become gaps, decomposed letters and bare addresses stand-ins, here and
only here, so that every format keeps the same promise.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from toneguard.document import LINE_BREAK, STAND_IN, Block, Kind, Piece
from toneguard.source import Span

_SPECIAL = re.compile(
    "(?P<gap>[\u00ad\u200b\u200c\u200d\u2060\ufeff]+)"
    r"|(?P<address>\b(?:https?://|www\.)[^\s<>\"')\]]+)"
    "|(?P<decomposed>[^\\W\\d_][\u0300-\u036f]+)"
    "|(?P<line>\r\n|\r|\n)"
)


@dataclass
class BlockBuilder:
    """Collects the pieces of one block.

    `text` is the whole source text that spans refer to; `masks` are ranges of template syntax, ascending and apart.
    """

    text: str
    masks: Sequence[Span] = ()
    _pieces: list[Piece] = field(default_factory=list)
    _length: int = 0
    _position: int = 0

    def __len__(self) -> int:
        return self._length

    def text_from(self, start: int) -> str:
        """Return the text built so far from an offset on."""
        first = max(0, bisect_right(self._pieces, start, key=attrgetter("start")) - 1)
        inside = start - self._pieces[first].start if self._pieces else 0
        return "".join(piece.text for piece in self._pieces[first:])[inside:]

    def verbatim(self, start: int, end: int) -> None:
        """Add source characters as they stand, except those that must be gaps or stand-ins."""
        first = bisect_right(self.masks, start, key=attrgetter("end"))
        for index in range(first, len(self.masks)):
            mask = self.masks[index]
            if mask.start >= end:
                break
            self._plain(start, max(start, mask.start))
            self.stand_in(STAND_IN, mask)
            start = min(end, max(start, mask.end))
        self._plain(start, end)

    def _plain(self, start: int, end: int) -> None:
        position = start
        for match in _SPECIAL.finditer(self.text, start, end):
            self._copy(position, match.start())
            position = match.end()
            span = Span(match.start(), match.end())
            if match.lastgroup == "address":
                self.stand_in(STAND_IN, span)
            elif match.lastgroup == "line":
                self.stand_in("\n", span)
            elif match.lastgroup == "decomposed":
                self.stand_in(unicodedata.normalize("NFC", match.group()), span)
        self._copy(position, end)

    def _copy(self, start: int, end: int) -> None:
        if start >= end or start < self._position:
            return
        self._add(Piece(self._length, self.text[start:end], Span(start, end), verbatim=True))

    def stand_in(self, text: str, span: Span) -> None:
        """Add text that stands for a whole source range; a range already covered is left out."""
        if not text or span.start < self._position or span.start >= span.end:
            return
        self._add(Piece(self._length, text, span, verbatim=False))

    def line_break(self, span: Span, *, hard: bool) -> None:
        """Add a soft or hard line break."""
        self.stand_in(LINE_BREAK if hard else "\n", span)

    def _add(self, piece: Piece) -> None:
        self._pieces.append(piece)
        self._length += len(piece.text)
        self._position = piece.span.end

    def build(self, kind: Kind, *, level: int = 0, quoted: bool = False, lang: str = "", key: str = "") -> Block | None:
        """Return the block and start anew, or None when the pieces hold no letter or digit."""
        pieces, self._pieces, self._length = tuple(self._pieces), [], 0
        text = "".join(piece.text for piece in pieces)
        if not any(character.isalnum() for character in text):
            return None
        return Block(kind, text, pieces, level=level, quoted=quoted, lang=lang, key=key)
