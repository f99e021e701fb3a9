"""The YAML that front matter mostly is, read without a YAML parser, which takes longer to load than a post to lint.

Lines of `key: value`, the value a word or more, a quotation without escapes, or a list of these. Whatever goes beyond
that is not read here at all.
"""

from __future__ import annotations

from typing import NamedTuple

from toneguard.formats.scalars import Style
from toneguard.late import late
from toneguard.source import Span

_QUOTED = r"\"[^\"\\]*+\"|'[^']*+'"
_SCALAR = rf"(?P<value>[^\W_](?:[^:#]|:(?=[^ ]))*+|{_QUOTED})"
_FIELD = late(rf"(?P<key>[A-Za-z_][A-Za-z0-9_-]{{0,60}}):(?: +(?:{_SCALAR}|\[(?P<row>[^\[\]{{}}#]*+)\]))?")
_ITEM = late(rf"(?P<mark> *-) +{_SCALAR}")
_LISTED = late(rf"[^\W_][^:?]*+|{_QUOTED}")
_STYLES: dict[str, Style] = {"'": "single", '"': "double"}


class Field(NamedTuple):
    """A field of front matter: a string and where it stands, quotes included, or a list."""

    key: str
    values: list[str]
    place: Span | None = None
    style: Style = "plain"
    mark: str = ""  # what begins the items of a list below the key

    @property
    def value(self) -> str:
        """The string, or those of the list joined by commas."""
        return ",".join(self.values)


def fields(text: str, span: Span) -> list[Field] | None:
    """Return the fields of a range of a text, or None where it holds anything but simple ones."""
    lines = text[span.start : span.end].replace("\r\n", " \n").split("\n")
    if not "".join(lines).isprintable():  # a tab, say, or what YAML forbids
        return None
    found: list[Field] = []
    position = span.start
    for line in lines if lines[-1] else lines[:-1]:
        words = line.rstrip(" ")
        new = _field(words, position)
        if new is None and found:
            new = _longer(found.pop(), words)
        if new is None:
            return None
        found.append(new)
        position += len(line) + 1
    return found


def _field(line: str, position: int) -> Field | None:
    match = _FIELD.fullmatch(line)
    if match is None:
        return None
    key, value, row = match.group("key", "value", "row")
    if value is not None:
        start = position + match.start("value")
        return Field(key, [_meaning(value)], Span(start, start + len(value)), _STYLES.get(value[0], "plain"))
    if row is None:
        return Field(key, [])
    parts = [part.strip(" ") for part in row.split(",")] if row.strip(" ") else []
    return Field(key, [*map(_meaning, parts)], mark="[") if all(map(_LISTED.fullmatch, parts)) else None


def _longer(field: Field, line: str) -> Field | None:
    """Return a field with one more item; those of a list all begin in the same column."""
    match = _ITEM.fullmatch(line)
    if match is None or field.place or field.mark not in ("", match["mark"]):
        return None
    field.values.append(_meaning(match["value"]))
    return field._replace(mark=match["mark"])


def _meaning(scalar: str) -> str:
    return scalar[1:-1] if scalar[0] in _STYLES else scalar
