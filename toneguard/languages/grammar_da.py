"""The grammar of Danish for rewriting."""

from __future__ import annotations

from toneguard.languages.grammar import Grammar
from toneguard.languages.language import words


def orphan(sentence: str) -> str | None:
    """Return the sentence behind one that is cut, or None where it leans on what is gone."""
    return sentence


GRAMMAR = Grammar(
    transforms={},
    orphan=orphan,
    weekdays=words("mandag tirsdag onsdag torsdag fredag lørdag søndag"),
)
