"""Builds blocks piece by piece: what every format calls to put prose together.

Soft hyphens and zero-width characters become gaps, decomposed letters and bare addresses stand-ins, here and
only here, so that every format keeps the same promise.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter

from toneguard.document import LINE_BREAK, STAND_IN, Block, Kind, Link, Piece
from toneguard.late import late
from toneguard.records import dataclass, field
from toneguard.source import Span, inside

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_ADDRESS = (
    r"(?:\b(?i:https?://|www\.)[^\s<>\"')\]]*[^\s<>\"')\].,;:!?…*_]"
    r"|(?<![\w.+@-])[\w.+-]{1,64}+@\w[\w-]{0,62}(?:\.\w[\w-]{0,62}){1,8})"
)
_SPECIAL = late(
    f"(?P<gap>[{_INVISIBLE}]+)|(?P<address>{_ADDRESS})|(?P<decomposed>[^\\W\\d_][\u0300-\u036f]+)|(?P<line>\r\n|\r|\n)"
)
# What an address, a line end or a gap needs: a text without any of them is copied as it stands.
_NEEDLES = ("@", "://", "\n", "\r")
_ASCII = bytes(range(128))
_WEB = ("ww", "WW", "Ww", "wW")
_RARE = late(f"[{_INVISIBLE}\u0300-\u036f]")
_SPEAKS = late(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Mask:
    """A range of template syntax that a parser must not see; `shown` stands for it in prose, `""` for nothing."""

    span: Span
    shown: str = STAND_IN


@dataclass
class BlockBuilder:
    """Collects the pieces of one block; white space at its ends is left out.

    `text` is the whole source text that spans refer to; `masks` are ascending and apart. `addresses` are those that
    stand in prose without markup, of all blocks so far, also of those that hold nothing else.
    """

    text: str
    masks: Sequence[Mask] = ()
    addresses: list[Span] = field(default_factory=list)
    length: int = 0  # of the text built so far
    _pieces: list[Piece] = field(default_factory=list)
    _position: int = 0
    _emphasis: list[tuple[int, int]] = field(default_factory=list)
    _open: list[int] = field(default_factory=list)

    @property
    def after_space(self) -> bool:
        """Tell whether further white space would be seen by nobody."""
        return not self._pieces or self._pieces[-1].text[-1].isspace()

    def text_from(self, start: int) -> str:
        """Return the text built so far from an offset on."""
        first = max(0, bisect_right(self._pieces, start, key=attrgetter("start")) - 1)
        inside = start - self._pieces[first].start if self._pieces else 0
        return "".join(piece.text for piece in self._pieces[first:])[inside:]

    def verbatim(self, start: int, end: int) -> None:
        """Add source characters as they stand, except those that must be gaps or stand-ins."""
        if not self.masks:
            self._plain(start, end)
            return
        for index in range(self._mask_behind(start), len(self.masks)):
            mask = self.masks[index]
            if mask.span.start >= end:
                break
            self._plain(start, max(start, mask.span.start))
            self.stand_in(mask.shown, mask.span)
            start = min(end, max(start, mask.span.end))
        self._plain(start, end)

    def _mask_behind(self, start: int) -> int:
        return bisect_right(self.masks, start, key=lambda mask: mask.span.end)

    def _plain(self, start: int, end: int) -> None:
        find = self.text.find
        for needle in _special_in(self.text):
            if find(needle, start, end) >= 0:
                self._special(start, end)
                return
        self._copy(start, end)

    def copy(self, start: int, end: int) -> Piece | None:
        """Return a block's only piece where its text is just a range of the source; None for what needs more care."""
        text = self.text
        if not self._position <= start < end or text[start].isspace() or text[end - 1].isspace():
            return None
        if self.masks:
            mask = self._mask_behind(start)
            if mask < len(self.masks) and self.masks[mask].span.start < end:
                return None
        for needle in _special_in(text):
            if text.find(needle, start, end) >= 0:
                return None
        self._position = end
        return Piece(0, text[start:end], Span(start, end), verbatim=True)

    def _special(self, start: int, end: int) -> None:
        position = start
        for match in _SPECIAL.finditer(self.text, start, end):
            self._copy(position, match.start())
            position = match.end()
            span = Span(match.start(), match.end())
            if match.lastgroup == "address":
                self.addresses += [span] if span.start >= self._position else []
                self.stand_in(STAND_IN, span)
            elif match.lastgroup == "line":
                self.line_break(span, hard=False)
            elif match.lastgroup == "decomposed":
                self.stand_in(unicodedata.normalize("NFC", match.group()), span)
        self._copy(position, end)

    def lines(self, start: int, end: int) -> None:
        """Add the lines of a range without their indentation, joined by soft breaks."""
        content_end = start
        for line in re.compile(r"[^\r\n]+").finditer(self.text, start, end):
            words = line.group().strip()
            if words:
                left = line.start() + line.group().index(words)
                self.line_break(Span(content_end, left), hard=False)
                self.verbatim(left, left + len(words))
                content_end = left + len(words)

    def _copy(self, start: int, end: int) -> None:
        if start < self._position:
            return
        text = self.text[start:end]
        if not self._pieces and text[:1].isspace():
            text = text.lstrip()
            start = end - len(text)
        if text:
            self._add(Piece(self.length, text, Span(start, end), verbatim=True))

    def stand_in(self, text: str, span: Span) -> None:
        """Add text that stands for a whole source range; a range already covered is left out."""
        if not text or span.start < self._position or span.start >= span.end:
            return
        if self._pieces or not text.isspace():
            self._add(Piece(self.length, text, span, verbatim=False))

    def line_break(self, span: Span, *, hard: bool) -> None:
        """Add a soft or hard line break."""
        self.stand_in(LINE_BREAK if hard else "\n", span)

    def begin_emphasis(self) -> None:
        """Begin a stretch of emphasis."""
        self._open.append(self.length)

    def end_emphasis(self) -> None:
        """End the stretch of emphasis that was begun last in this block."""
        if self._open and self._open[-1] < self.length:
            self._emphasis.append((self._open[-1], self.length))
        self._open = self._open[:-1]

    def _add(self, piece: Piece) -> None:
        self._pieces.append(piece)
        self.length += len(piece.text)
        self._position = piece.span.end

    def build(self, kind: Kind, *, level: int = 0, quoted: bool = False, lang: str = "", key: str = "") -> Block | None:
        """Return the block and start anew, or None when the pieces hold no letter or digit."""
        if self._open or self._emphasis:
            emphasis, self._emphasis, self._open = tuple(sorted(self._emphasis)), [], []
        else:
            emphasis = ()
        if not self._pieces:
            return None
        pieces, self._pieces, self.length = self._pieces, [], 0
        while pieces and pieces[-1].text.isspace():
            pieces.pop()
        if pieces and pieces[-1].verbatim and pieces[-1].text[-1].isspace():
            last = pieces.pop()
            kept = last.text.rstrip()
            pieces.append(Piece(last.start, kept, Span(last.span.start, last.span.start + len(kept)), verbatim=True))
        text = pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])
        if not speaks(text):
            return None
        return Block(kind, text, tuple(pieces), level, quoted, lang, "", key, emphasis)


def speaks(text: str) -> bool:
    """Tell whether a text holds a letter or digit."""
    return _SPEAKS.search(text) is not None


@lru_cache(maxsize=1)
def _special_in(text: str) -> tuple[str, ...]:
    """Return the signs of something special that a whole text holds: few, to be sought in each of its blocks."""
    data = text.encode(errors="ignore")
    rare = () if text.isascii() else sorted(set(_RARE.findall(data.translate(None, _ASCII).decode())))
    web = _WEB if b"www." in data.lower() else ()
    return (*[needle for needle in (*_NEEDLES, *web) if needle in text], *rare)


def bare_links(text: str, addresses: Iterable[Span], known: Iterable[Link]) -> list[Link]:
    """Return the addresses that stand in prose without markup, other than those inside links already known."""
    taken = sorted(link.span for link in known)
    return [Link(span, text[span.start : span.end], "") for span in sorted(addresses) if not inside(taken, span.start)]
