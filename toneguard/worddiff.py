"""What changed between two texts, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from toneguard.late import late
from toneguard.records import dataclass

_TOKEN = late(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Part:
    """A run of text that both have, or that only one of them has."""

    text: str
    kind: Literal["same", "old", "new"]


def word_diff(old: str, new: str) -> list[Part]:
    """Return the parts in order. Without the `new` ones they are the old text, without the `old` ones the new text."""
    parts: list[Part] = []
    olds, news = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for tag, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        left, right = "".join(olds[a:b]), "".join(news[c:d])
        parts += [Part(left, "same")] if tag == "equal" else _words(left, right)
    return [part for part in parts if part.text]


def _words(old: str, new: str) -> Iterator[Part]:
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    for tag, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Part("".join(olds[a:b]), "same")
        else:
            yield Part("".join(olds[a:b]), "old")
            yield Part("".join(news[c:d]), "new")
