"""Strings of YAML and TOML as pieces: quotes and escapes, with exact positions."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from toneguard.blocks import BlockBuilder
from toneguard.late import late
from toneguard.source import Span

Style = Literal["plain", "single", "double", "block", "literal"]

_ESCAPE = late(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\r\n|\r|\n)[ \t]*|(.))", re.S)
_FOLD = late(r"(?<![ \t])[ \t]*+[\r\n]\s*+")
_NAMED = {"n": "\n", "t": " ", "r": "\n", "_": "\u00a0", "N": "\n", "L": "\n", "P": "\n"}
_INVISIBLE = late("[\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffc]|https?://\\S+|www\\.\\S+|\\S+@\\S+")
_TOML = (
    r"^[ \t]*(?:%s|\"%s\"|'%s')[ \t]*=[ \t]*(?:\"\"\"(?P<long>.*?)\"\"\"|'''(?P<raw>.*?)'''"
    r"|\"(?P<double>(?:[^\"\\\r\n]|\\.)*)\"|'(?P<literal>[^'\r\n]*)')"
)


def toml_scalar(text: str, span: Span, key: str, value: str) -> tuple[Span, Style] | None:
    """Find where a key's string stands in TOML: the range between its quotes, and its style."""
    for match in re.compile(_TOML % (key, key, key), re.M | re.S).finditer(text, span.start, span.end):
        group = match.lastgroup or ""
        place = Span(*match.span(group))
        style: Style = "double" if group in ("long", "double") else "literal"
        builder = BlockBuilder(text)
        _between_quotes(builder, place, style)
        found = builder.build("meta")
        if found and same_words(found.text, value):
            return place, style
    return None


def add_scalar(builder: BlockBuilder, place: Span, style: Style) -> None:
    """Add a scalar; the range of a quoted one in YAML holds its quotes, that of a block its header."""
    raw = builder.text[place.start : place.end]
    if style == "block":
        header = re.match(r"[^\r\n]*", raw)
        builder.lines(place.start + (header.end() if header else 0), place.end)
    elif style == "plain":
        builder.lines(place.start, place.end)
    else:
        quoted = style in ("single", "double") and raw[:1] == raw[-1:] == {"single": "'", "double": '"'}[style]
        inner = Span(place.start + 1, place.end - 1) if quoted and len(raw) > 1 else place
        _between_quotes(builder, inner, style)


def _between_quotes(builder: BlockBuilder, place: Span, style: Style) -> None:
    special = {"single": re.compile("('')"), "double": _ESCAPE}.get(style)
    position = place.start
    for match in special.finditer(builder.text, place.start, place.end) if special else ():
        _folded(builder, position, match.start())
        builder.stand_in(_meaning(match), Span(*match.span()))
        position = match.end()
    _folded(builder, position, place.end)


def _folded(builder: BlockBuilder, start: int, end: int) -> None:
    if not any(mark in builder.text[start:end] for mark in "\r\n"):
        builder.verbatim(start, end)
        return
    for fold in _FOLD.finditer(builder.text, start, end):
        builder.verbatim(start, fold.start())
        builder.line_break(Span(*fold.span()), hard=False)
        start = fold.end()
    builder.verbatim(start, end)


def _meaning(match: re.Match[str]) -> str:
    if match.group() == "''":
        return "'"
    digits = match[1] or match[2] or match[3]
    if digits:
        code = int(digits, 16)
        return chr(code) if code < 0x110000 else "\ufffd"
    if match[4]:
        return ""  # an escaped line end joins the lines
    return _NAMED.get(match[5], match[5])


def same_words(left: str, right: str) -> bool:
    """Tell whether two readings of a string agree, but for white space, addresses and what nobody sees."""
    return _bare(left) == _bare(right)


def _bare(text: str) -> str:
    return "".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())
