"""The blocks, links and directives of a post while a parser walks through it; HTML and Markdown share it.

Open elements are frames on a stack. A frame holds all that its text inherits, so closing one needs no bookkeeping.
Markdown's own containers are frames too, and HTML inside them cannot close them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from operator import lt

from toneguard.blocks import BlockBuilder, Mask, speaks
from toneguard.document import STAND_IN, Block, Directive, Kind, Link
from toneguard.late import late
from toneguard.records import dataclass, field
from toneguard.source import Span

HEADINGS = {f"h{level}": level for level in range(1, 7)}


def names(text: str) -> frozenset[str]:
    """Read element names separated by white space."""
    return frozenset(text.split())


SKIPPED = names("script style template noscript pre svg math textarea select object iframe canvas noembed noframes xmp")
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(names("li dd dt"), "item"),
    **dict.fromkeys(names("td th"), "cell"),
    **dict.fromkeys(names("figcaption caption summary legend"), "caption"),
    "title": "title",
    **dict.fromkeys(HEADINGS, "heading"),
}
BLOCKS = names(
    "html head body p div section article aside main header footer nav address blockquote ul ol dl table thead tbody"
    " tfoot tr figure form fieldset hr details dialog center option pre"
) | frozenset(_KINDS)
# A new element closes an open one of these, if no list or table stands between.
_SIBLINGS: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    **dict.fromkeys(("dt", "dd"), frozenset({"dt", "dd"})),
    **dict.fromkeys(("td", "th"), frozenset({"td", "th"})),
    "tr": frozenset({"tr", "td", "th"}),
}
_SCOPES = frozenset({"ul", "ol", "dl", "table"})
_REACH = 100  # open elements that an end tag looks through, so that hostile nesting costs linear time
_DIRECTIVE = late(r"toneguard:\s*(.*)", re.S)


@dataclass(frozen=True, slots=True)
class Frame:
    """An open element and what its text inherits."""

    name: str = ""
    kind: Kind = "paragraph"
    level: int = 0
    quoted: bool = False
    lang: str = ""
    skipped: bool = False
    _inner: dict[tuple[str, str], Frame] = field(default_factory=dict, compare=False, repr=False)

    def inner(self, name: str, lang: str) -> Frame:
        """Return the frame of an element within this one; that of every paragraph of a post is the same."""
        found = self._inner.get((name, lang))
        if found is None:
            found = self._inner[name, lang] = self._opened(name, lang)
        return found

    def _opened(self, name: str, lang: str) -> Frame:
        inherited: Kind = "paragraph" if name == "p" and self.kind == "cell" else self.kind
        return Frame(
            name=name,
            kind=_KINDS.get(name, inherited),
            level=HEADINGS.get(name, 0 if name in _KINDS else self.level),
            quoted=self.quoted or name == "blockquote",
            lang=lang or self.lang,
            skipped=self.skipped or name in SKIPPED,
        )


@dataclass
class _OpenLink:
    start: int
    target: str
    rel: tuple[str, ...]
    length: int  # of the block's text before the link
    parts: list[str] = field(default_factory=list)


class Page:
    """Collects what a parser finds; every `at` is the source offset where the parser stands."""

    def __init__(self, text: str, masks: Sequence[Mask]) -> None:
        self.text = text
        self.masks = masks
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.directives: list[Directive] = []
        self.lang = ""
        self.builder = BlockBuilder(text, masks)
        self.frames = [Frame()]
        self._marks: list[int] = []
        self._outer: list[BlockBuilder] = []  # builders that wait while an image's alt text is read
        self._link: _OpenLink | None = None
        self._tongues = [(0, "")]  # where in the block's text which language begins
        self._code: tuple[str, int] | None = None  # the element, and where it begins

    @property
    def top(self) -> Frame:
        """The innermost open element."""
        return self.frames[-1]

    @property
    def silent(self) -> bool:
        """Tell whether what is read now is no prose."""
        return self.frames[-1].skipped or self._code is not None

    @property
    def in_alt(self) -> bool:
        """Tell whether an image's alt text is being read."""
        return bool(self._outer)

    @property
    def _floor(self) -> int:
        return self._marks[-1] + 1 if self._marks else 1

    def flush(self, at: int) -> None:
        """End the block that is being built."""
        if self._code:
            self.end_code(at)
        if self._link:
            self._link.parts.append(self.builder.text_from(self._link.length))
            self._link.length = 0
        frame = self.frames[-1]
        spoken = self._tongues[0][1] if len(self._tongues) == 1 else self._spoken()
        block = self.builder.build(frame.kind, level=frame.level, quoted=frame.quoted, lang=spoken)
        if block:
            self.blocks.append(block)

    def _spoken(self) -> str:
        """Return the language of the block: that of an inline element only if it holds all the words."""
        text = self.builder.text_from(0)
        ends = [*(start for start, _ in self._tongues[1:]), len(text)]
        found = {
            lang
            for (start, lang), end in zip(self._tongues, ends, strict=True)
            if any(map(str.isalnum, text[start:end]))
        }
        return found.pop() if len(found) == 1 else self._tongues[0][1]

    def open(self, name: str, at: int, lang: str = "") -> None:
        """Open an element; a block element ends the block before it and an open paragraph."""
        if name in BLOCKS and not self.frames[-1].skipped:
            self.flush(at)
            if self.frames[-1].name == "p" and len(self.frames) > self._floor:
                self.frames.pop()
            if name in _SIBLINGS:
                self._close_sibling(_SIBLINGS[name])
        self.frames.append(self.frames[-1].inner(name, lang))
        self._speak(name, lang)

    def _speak(self, name: str, lang: str) -> None:
        """Note which language the text has from here on."""
        if name in BLOCKS:
            self._tongues = [(0, self.top.lang)]
        elif lang:
            self._tongues.append((self.builder.length, self.top.lang))

    def _close_sibling(self, wanted: frozenset[str]) -> None:
        for depth in self._reach():
            if self.frames[depth].name in _SCOPES:
                return
            if self.frames[depth].name in wanted:
                del self.frames[depth:]
                return

    def _reach(self) -> range:
        last = len(self.frames) - 1
        return range(last, max(self._floor - 1, last - _REACH), -1)

    def close(self, name: str, at: int) -> None:
        """Close an element and all inside it; an end tag without an open element means nothing."""
        wanted = HEADINGS.keys() if name in HEADINGS else (name,)
        for depth in self._reach():
            frame = self.frames[depth]
            if frame.name in wanted:
                if name in BLOCKS and (not frame.skipped or name == "pre"):
                    self.flush(at)
                del self.frames[depth:]
                self._speak(name, frame.lang)
                return

    def enter(self, name: str, at: int) -> None:
        """Open a container that only `leave` can close."""
        self.open(name, at)
        self._marks.append(len(self.frames) - 1)

    def leave(self, at: int) -> None:
        """Close the container entered last, and all that was left open inside it."""
        self.flush(at)
        del self.frames[self._marks.pop() :]
        self._tongues = [(0, self.top.lang)]

    @property
    def at_rest(self) -> bool:
        """Tell whether nothing is begun here that a further element would end."""
        return not (self.builder.length or self._link or self._code or self._outer or self.frames[-1].skipped)

    def whole(self, name: str, start: int, end: int) -> None:
        """Add a container of nothing but some source characters: the same as to enter it, add them and leave it."""
        frame = self.frames[-1]
        fits = frame.name in _SCOPES if name in _SIBLINGS else frame.name != "p"  # it ends no element before it
        piece = self.builder.copy(start, end) if fits else None
        if piece is None:
            self.enter(name, start)
            self.builder.verbatim(start, end)
            self.leave(end)
            return
        self._tongues = [(0, frame.lang)]
        if speaks(piece.text):
            inner = frame.inner(name, "")
            self.blocks.append(Block(inner.kind, piece.text, (piece,), inner.level, inner.quoted, inner.lang))

    def end_skipped(self) -> None:
        """Close skipped elements that a fragment left open, so that they silence nothing behind it."""
        while self.top.skipped and len(self.frames) > self._floor:
            self.frames.pop()

    def begin_code(self, name: str, at: int) -> None:
        """Begin inline code: all up to its end is one stand-in."""
        self._code = self._code or (name, at)

    def end_code(self, at: int, name: str = "") -> None:
        """End the inline code that is open, if it is this element; without a name, whatever it is."""
        if self._code and name in ("", self._code[0]):
            self.builder.stand_in(STAND_IN, Span(self._code[1], at))
            self._code = None

    def begin_link(self, at: int, target: str, rel: tuple[str, ...] = ()) -> None:
        """Begin a link; links do not nest."""
        self.end_link(at)
        self._link = _OpenLink(at, target, rel, self.builder.length)

    def end_link(self, at: int) -> None:
        """End the link that is open, if any."""
        if self._link:
            words = "".join([*self._link.parts, self.builder.text_from(self._link.length)])
            self.links.append(
                Link(Span(self._link.start, at), self._link.target, " ".join(words.split()), self._link.rel)
            )
            self._link = None

    def begin_alt(self, image: Span, shown: str = STAND_IN) -> None:
        """Let an image stand in the prose as `shown`, and collect its alt text from here on."""
        self.builder.stand_in(shown, image)
        self._outer.append(self.builder)
        self.builder = BlockBuilder(self.text, self.masks)

    def end_alt(self) -> None:
        """End the alt text."""
        block = self.builder.build("alt", quoted=self.top.quoted, lang=self.top.lang)
        self.blocks += [block] if block else []
        self.builder = self._outer.pop()

    def comment(self, words: str, span: Span) -> None:
        """Keep a comment that is addressed to toneguard."""
        found = _DIRECTIVE.fullmatch(words.strip())
        self.directives += [Directive(span, found[1])] if found else []


def in_order(blocks: list[Block]) -> list[Block]:
    """Return blocks in the order of the source, which is mostly that in which they were found."""
    starts = [block.pieces[0].span.start for block in blocks]
    if all(map(lt, starts, islice(starts, 1, None))):
        return blocks
    return sorted(blocks, key=lambda block: block.span)
