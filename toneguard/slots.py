"""What the slots of a match hold, and whether they are written as they must be: capitals, which no shadow has."""

from __future__ import annotations

from typing import Any

from toneguard.languages import LANGUAGES
from toneguard.phrases import CHECKED_SLOTS, Phrase
from toneguard.rule import RuleSettings

_BRANDS = frozenset({"brand", "advertiser"})
_SMALL = frozenset({"&", "of", "the", "och", "og", "and", "i", "de"})


def read_slots(phrase: Phrase, found: Any, text: str, settings: RuleSettings, language: str) -> dict[str, str] | None:
    """Return what the slots of a match hold, or None when one of them is not written as it must be."""
    slots: dict[str, str] = {}
    for number, name in enumerate(phrase.slots, 1):
        start, end = found.span(number)
        if start < 0:
            continue
        if name in CHECKED_SLOTS and not _holds(name, text[start:end], settings.brands, language):
            return None
        slots.setdefault(name, text[start:end])
    return slots


def _holds(slot: str, text: str, brands: tuple[str, ...], language: str) -> bool:
    """Check on the text what its shadow cannot tell: capitals."""
    if slot == "I":
        return text == "I"
    if slot in ("code", "caps"):
        return text.isupper()
    if text.startswith("@") or (slot in _BRANDS and _is_brand(text, brands)):
        return True
    tokens = text.split()
    if slot == "advertiser" and len(tokens) > 1 and tokens[0] == "The":
        return tokens[1][0].isupper()
    if tokens[0] in _SMALL or (slot in _BRANDS and tokens[0].lower() in LANGUAGES[language].function_words):
        return False
    named = (token[0].isupper() or (token[0].isdigit() and not token.isdigit()) or token in _SMALL for token in tokens)
    return all(named)


def _is_brand(text: str, brands: tuple[str, ...]) -> bool:
    """Tell whether a text is a configured brand, in any case, with or without a genitive ending."""
    folded = text.casefold().replace("’", "'")
    return any(folded in (name, f"{name}s", f"{name}'s", f"{name}'") for name in map(str.casefold, brands))
