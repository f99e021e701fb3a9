"""Cuts HTML into tokens with exact offsets, in linear time for any text.

The standard library's parser counts lines instead of offsets and takes quadratic time for unclosed tags. What no
browser takes for markup (a lone `<`, an unknown entity, a tag that never ends) is text here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from toneguard.late import late

RAW = frozenset({"script", "style", "textarea", "iframe", "noembed", "noframes", "xmp"})
# Possessive, so that a tag that never ends is given up after one pass.
_ATTRIBUTES = r"(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+)*+"
_REST = (
    r"|<!--(?P<comment>-?(?=>)|.*?(?=--!?>|\Z))(?:--!?)?>?"
    r"|(?P<cdata><!\[CDATA\[.*?(?:\]\]>|\Z))"
    r"|(?P<declaration><[!?][^<>]*+>)"
    r"|(?P<reference>&(?:\#[0-9]{1,9}|\#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,31});?)"
)
_TOKEN = late(rf"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>{_ATTRIBUTES})>{_REST}|(?P<stray></?[a-zA-Z])", re.S)
_STRICT = late(rf"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/<>]*+)(?P<rest>[^<>]*+)>{_REST}|(?P<stray>(?!))", re.S)
_ATTRIBUTE = late(r"([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?+")


class Token(NamedTuple):
    """A stretch of the text: `kind` is text, reference, comment, start, end or other.

    `name` is an element's name in lower case; `inner` the range of the attributes, or of a comment's words.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    inner: tuple[int, int] = (0, 0)


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a text; they ascend and tile it, but for the content of scripts and the like."""
    pattern, position, search_from = _TOKEN, 0, 0
    while found := pattern.search(text, search_from):
        if found["stray"]:  # this tag runs to the end of the text: from here on a tag may not hold another `<`
            pattern, search_from = _STRICT, found.start()
            continue
        if found.start() > position:
            yield Token("text", position, found.start())
        token = _token(found)
        yield token
        position = search_from = token.end
        if token.kind == "start" and token.name in RAW:
            closing = re.compile(rf"</{token.name}(?=[\s/>])", re.I).search(text, position)
            position = search_from = closing.start() if closing else len(text)
    if position < len(text):
        yield Token("text", position, len(text))


def _token(found: re.Match[str]) -> Token:
    start, end = found.span()
    if found["name"]:
        return Token("end" if found["close"] else "start", start, end, found["name"].lower(), found.span("rest"))
    if found["comment"] is not None:
        return Token("comment", start, end, inner=found.span("comment"))
    return Token("reference" if found["reference"] else "other", start, end)


def attributes(text: str, token: Token) -> dict[str, tuple[str, tuple[int, int]]]:
    """Return a start tag's attributes in lower case: the value, entities made plain, and the range where it stands."""
    found: dict[str, tuple[str, tuple[int, int]]] = {}
    for match in _ATTRIBUTE.finditer(text, *token.inner):
        group = match.lastindex or 1
        place = match.span(group) if group > 1 else (match.end(), match.end())
        found.setdefault(match[1].lower(), (_plain(text[slice(*place)]), place))
    return found


def _plain(value: str) -> str:
    """Return an attribute's value with its entities made plain; `&copy=` in an address is none."""
    return re.sub(r"&(?:#[xX]?[0-9a-fA-F]{1,9}|[A-Za-z][A-Za-z0-9]{0,31});", lambda m: unescape(m.group()), value)
