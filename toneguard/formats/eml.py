"""E-mail drafts: the subject, and of each body the one form that readers see, HTML before plain text.

The standard library reads the headers. Quoted-printable leads back to the source character by character; base64 does
not, and such a body is not read. What is quoted from another mail, and a signature, are no words of this one.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator
from email import message_from_string
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from itertools import zip_longest
from types import MappingProxyType
from typing import NamedTuple, get_args

from toneguard.blocks import BlockBuilder
from toneguard.document import Block, Document, Kind, Piece
from toneguard.formats import html, plain
from toneguard.formats.format import Format
from toneguard.late import late
from toneguard.records import dataclass, replace
from toneguard.source import Source, Span

UNREAD = "the body is base64, in which no place can be pointed at; save the draft as quoted-printable or as plain text"
_HEADERS = late(
    r"(?:From [^\r\n]*+(?:\r\n|\r|\n))?"
    r"(?:[!-9;-~]++:[^\r\n]*+(?:\r\n|\r|\n|\Z)(?:[ \t][^\r\n]*+(?:\r\n|\r|\n|\Z))*+)++"
)
_SUBJECT = late(r"^Subject:[ \t]*+([^\r\n]*+(?:(?:\r\n|\r|\n)[ \t][^\r\n]*+)*+)", re.M | re.I)
_BLANK_LINE = late(r"[ \t]*+(?:\r\n|\r|\n)")
_CODED = late(r"(?:=[0-9A-Fa-f]{2}|=[ \t]*+(?:\r\n|\r|\n))++|(?<![ \t])[ \t]++(?=[\r\n]|\Z)")
_OCTET = late(r"=([0-9A-Fa-f]{2})")
_QUOTED = late(r"^(?:[^\r\n]*:[ \t]*+\r?\n(?:[ \t]*+\r?\n)?)?(?:>[^\r\n]*+(?:\r?\n|\Z))++", re.M)
_SIGNATURE = late(r"^-- ?\r?$", re.M)
_INK = late(r"[^\r\n]")
_DEEPEST = 10  # parts within parts
_PLAIN_ENCODINGS = ("", "7bit", "8bit", "binary", "quoted-printable")


@dataclass(frozen=True, slots=True)
class _Part:
    """A body that can be read: its range in the source, its kind, and how its characters are written."""

    span: Span
    html: bool
    quoted_printable: bool
    charset: str


class _Run(NamedTuple):
    """Decoded characters that stand in the source as they are, or one that is written otherwise."""

    start: int
    text: str
    span: Span
    verbatim: bool


def parse(source: Source) -> Document:
    """Take a mail apart."""
    whole = Span(source.body_start, len(source.text))
    message, body = _entity(source.text, whole)
    parts, unread = _parts(source.text, message, body, 0)
    found = [_read(source.text, part) for part in parts]
    subject = _subject(source.text, Span(whole.start, body.start))
    known = {"title": subject.text if subject else "", "date": str(message.get("Date", ""))}
    return Document(
        source=source,
        blocks=(*([subject] if subject else []), *(block for document in found for block in document.blocks)),
        links=tuple(link for document in found for link in document.links),
        directives=tuple(directive for document in found for directive in document.directives),
        meta=MappingProxyType({key: value for key, value in known.items() if value}),
        lang=str(message.get("Content-Language", "")) or next((each.lang for each in found if each.lang), ""),
        rigid=frozenset(get_args(Kind)),
        unread=UNREAD if unread else "",
    )


def _entity(text: str, span: Span) -> tuple[Message, Span]:
    """Return the headers of a mail or a part, and the range of its body."""
    headers = _HEADERS.match(text, span.start, span.end)
    if not headers:
        blank = _BLANK_LINE.match(text, span.start, span.end)
        return Message(), Span(blank.end() if blank else span.start, span.end)
    blank = _BLANK_LINE.match(text, headers.end(), span.end)
    body = Span(blank.end() if blank else headers.end(), span.end)
    return message_from_string(re.sub(r"\r\n?", "\n", headers.group())), body


def _parts(text: str, message: Message, body: Span, depth: int) -> tuple[list[_Part], bool]:
    """Return the bodies to read, and whether one cannot be."""
    kind = message.get_content_type()
    if message.get_content_disposition() == "attachment" or depth > _DEEPEST:
        return [], False
    if kind.startswith("multipart/"):
        inner = [_parts(text, *_entity(text, span), depth + 1) for span in _inner(text, message, body)]
        if kind == "multipart/alternative":
            return _chosen(inner)
        return [part for parts, _ in inner for part in parts], any(unread for _, unread in inner)
    if kind not in ("text/plain", "text/html"):
        return [], False
    encoding = str(message.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding not in _PLAIN_ENCODINGS:
        return [], True
    charset = message.get_content_charset() or "utf-8"
    return [_Part(body, kind == "text/html", encoding == "quoted-printable", charset)], False


def _chosen(forms: list[tuple[list[_Part], bool]]) -> tuple[list[_Part], bool]:
    """Return one of the forms in which a mail says the same: the last with HTML, else the last that can be read."""
    with_html = [parts for parts, _ in forms if any(part.html for part in parts)]
    readable = with_html or [parts for parts, _ in forms if parts]
    return (readable[-1], False) if readable else ([], any(unread for _, unread in forms))


def _inner(text: str, message: Message, body: Span) -> Iterator[Span]:
    """Yield the ranges between the boundaries of a body of several parts."""
    boundary = message.get_boundary()
    if not boundary:
        return
    line = re.compile(rf"^--{re.escape(boundary)}(?P<last>--)?[ \t]*+(?:\r\n|\n|\Z)", re.M)
    marks = list(line.finditer(text, body.start, body.end))
    for mark, following in zip_longest(marks, marks[1:]):
        if mark["last"]:
            return
        yield Span(mark.end(), following.start() if following else body.end)


def _subject(text: str, headers: Span) -> Block | None:
    found = _SUBJECT.search(text, headers.start, headers.end)
    if not found:
        return None
    builder = BlockBuilder(text)
    place, raw = Span(*found.span(1)), found[1]
    try:
        shown = str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, ValueError):
        shown = raw
    if "=?" in raw and shown != raw:
        builder.stand_in(" ".join(shown.split()), place)
    else:
        builder.lines(place.start, place.end)
    return builder.build("title", key="title")


def _read(text: str, part: _Part) -> Document:
    """Read a body with its own format, and lead everything back to the source."""
    runs = _decoded(text, part) if part.quoted_printable else []
    if not part.quoted_printable and part.span.end > part.span.start:
        runs = [_Run(0, text[part.span.start : part.span.end], part.span, verbatim=True)]
    way = _Way(runs)
    body = "".join(run.text for run in runs)
    document = html.parse(Source(body)) if part.html else plain.parse(Source(_own_words(body)))
    return replace(
        document,
        blocks=tuple(replace(block, pieces=tuple(way.pieces(block))) for block in document.blocks),
        links=tuple(replace(link, span=way.span(link.span)) for link in document.links),
        directives=tuple(replace(directive, span=way.span(directive.span)) for directive in document.directives),
    )


def _own_words(body: str) -> str:
    """Return a plain body with what is quoted in it, and its signature, made blank."""
    body = _QUOTED.sub(lambda found: _INK.sub(" ", found.group()), body)
    signature = _SIGNATURE.search(body)
    return body[: signature.start()] if signature else body


def _decoded(text: str, part: _Part) -> list[_Run]:
    """Return the runs of a quoted-printable body; a line end that is none is in no run."""
    runs: list[_Run] = []
    length, position = 0, part.span.start
    for coded in _CODED.finditer(text, part.span.start, part.span.end):
        pieces = [(text[position : coded.start()], Span(position, coded.start()), True)]
        pieces += [(shown, span, False) for shown, span in _characters(text, coded, part.charset)]
        for shown, span, verbatim in pieces:
            if shown:
                runs.append(_Run(length, shown, span, verbatim))
                length += len(shown)
        position = coded.end()
    if position < part.span.end:
        rest = Span(position, part.span.end)
        runs.append(_Run(length, text[rest.start : rest.end], rest, verbatim=True))
    return runs


def _characters(text: str, coded: re.Match[str], charset: str) -> Iterator[tuple[str, Span]]:
    """Yield the characters that octets mean, each with the range of those that it is made of."""
    try:
        decoder = codecs.getincrementaldecoder(charset)("replace")
    except LookupError:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
    start = end = -1
    for octet in _OCTET.finditer(text, *coded.span()):
        start, end = octet.start() if start < 0 else start, octet.end()
        shown = decoder.decode(bytes.fromhex(octet[1]))
        if shown:
            yield (shown if len(shown) == 1 else "\ufffd"), Span(start, end)
            start = -1
    if start >= 0 and decoder.decode(b"", final=True):
        yield "\ufffd", Span(start, end)


class _Way:
    """The way from a decoded body back to the source."""

    def __init__(self, runs: list[_Run]) -> None:
        self._runs = runs
        self._starts = [run.start for run in runs]

    def span(self, span: Span) -> Span:
        """Return where a non-empty range of the body stands."""
        first = self._runs[bisect_right(self._starts, span.start) - 1]
        last = self._runs[bisect_right(self._starts, span.end - 1) - 1]
        left = first.span.start + (span.start - first.start if first.verbatim else 0)
        right = last.span.start + span.end - last.start if last.verbatim else last.span.end
        return Span(left, right)

    def pieces(self, block: Block) -> Iterator[Piece]:
        """Yield a block's pieces, cut where the source writes their characters otherwise."""
        for piece in block.pieces:
            if not piece.verbatim:
                yield piece._replace(span=self.span(piece.span))
                continue
            index, at = bisect_right(self._starts, piece.span.start) - 1, piece.span.start
            while at < piece.span.end:
                run = self._runs[index]
                stop = min(piece.span.end, run.start + len(run.text))
                offset = at - piece.span.start
                place = self.span(Span(at, stop))
                yield Piece(piece.start + offset, piece.text[offset : stop - piece.span.start], place, run.verbatim)
                at, index = stop, index + 1


FORMAT = Format("eml", frozenset({".eml"}), parse)
