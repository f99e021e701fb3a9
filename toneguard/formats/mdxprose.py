"""Prose in the attributes of MDX components: `<FAQItem a="…">`, where the configuration says which hold it.

Texts only: `a="…"`, `a='…'`, and the same or a template without `${` in braces; no other expression.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from fnmatch import fnmatchcase
from html import unescape
from typing import NamedTuple

from toneguard.blocks import BlockBuilder
from toneguard.document import Block
from toneguard.formats.scalars import add_scalar
from toneguard.late import late
from toneguard.source import Span, inside

_BRACES = r"\{(?:[^{}]|\{[^{}]*+\})*+\}"
_COMPONENT = late(
    rf"<(?P<name>[A-Z][\w.-]*+|[a-z]\w*+\.[\w.]++)(?=[\s/])(?P<rest>(?:[^<>\"'{{}}]|\"[^\"]*+\"|'[^']*+'|{_BRACES})*+)/?>"
)
_ATTRIBUTE = late(
    r"(?<![\w:-])(?P<name>[A-Za-z][\w:-]*+)\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'"
    r"|\{\s*+(?:\"(?P<string>(?:[^\"\\]|\\.)*+)\"|'(?P<other>(?:[^'\\]|\\.)*+)'|`(?P<template>(?:[^`\\$]|\\.|\$(?!\{))*+)`)"
    rf"\s*+\}}|{_BRACES})",
    re.S,
)
_CODE = late(r"(?<!`)(`{1,3})(?!`)[^`\n]++(?<!`)\1(?!`)")
_REFERENCE = late(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});|[^\S\r\n]*+[\r\n]\s*+")


class _Value(NamedTuple):
    span: Span
    escaped: bool  # as in JavaScript, not as in HTML


def blocks(text: str, start: int, prose: Sequence[str], silent: Sequence[Span]) -> list[Block]:
    """Return the attributes of a text, from an offset on, that `prose` names as `Component.attribute`.

    `silent` are ascending ranges whose components say nothing: fenced code, comments.
    """
    code = [Span(*match.span()) for match in _CODE.finditer(text, start)]
    found = []
    for component in _COMPONENT.finditer(text, start):
        if inside(silent, component.start()) or inside(code, component.start()):
            continue
        for attribute in _ATTRIBUTE.finditer(text, *component.span("rest")):
            name = f"{component['name']}.{attribute['name']}"
            value = _value(attribute)
            if value and any(fnmatchcase(name, wanted) for wanted in prose):
                block = _block(text, value)
                found += [block] if block else []
    return found


def unread(found: Sequence[Block], read: Sequence[Block]) -> list[Block]:
    """Return the blocks that share no character with those read before, whose parser took the tag for words."""
    taken = sorted(piece.span for block in read for piece in block.pieces if piece.verbatim)
    kept = []
    for block in found:
        place = bisect_left(taken, block.span.end, key=lambda span: span.start) - 1
        if place < 0 or taken[place].end <= block.span.start:
            kept.append(block)
    return kept


def _value(attribute: re.Match[str]) -> _Value | None:
    group = attribute.lastgroup or ""
    if group == "name":  # an expression
        return None
    return _Value(Span(*attribute.span(group)), group in ("string", "other", "template"))


def _block(text: str, value: _Value) -> Block | None:
    builder = BlockBuilder(text)
    if value.escaped:
        add_scalar(builder, value.span, "double")
        return builder.build("alt")
    position = value.span.start
    for reference in _REFERENCE.finditer(text, *(value.span.start, value.span.end)):
        meaning = unescape(reference.group())
        builder.verbatim(position, reference.start())
        if reference.group().isspace():
            builder.line_break(Span(*reference.span()), hard=False)
        elif meaning != reference.group() and meaning.strip("\u00ad\u200b\u200c\u200d\u2060\ufeff"):
            builder.stand_in(meaning, Span(*reference.span()))
        elif meaning == reference.group():
            builder.verbatim(*reference.span())
        position = reference.end()
    builder.verbatim(position, value.span.end)
    return builder.build("alt")
