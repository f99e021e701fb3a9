"""The facts of a sentence, which no rewrite may lose or invent."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from toneguard.document import STAND_IN
from toneguard.languages import LANGUAGES
from toneguard.languages.grammar import Grammar
from toneguard.late import late

_UNIT = (
    r"(?:%|kr\b|sek\b|dkk\b|nok\b|eur\b|usd\b|gbp\b|kg\b|mg\b|g\b|km\b|cm\b|mm\b|m\b|dl\b|cl\b|ml\b|l\b|kwh?\b|[gmt]b\b|pct\b"
    r"|procent\b|per ?cent\b|[ap]m\b|st\b|nd\b|rd\b|th\b|[$£€]|:-|,-)"
)
_NUMBER = late(rf"\d+(?:[.,: \u00a0\u202f]\d+)*(?:[ \u00a0\u202f]?{_UNIT})?|[$£€]\s?\d[\d.,]*\d|[$£€]\s?\d", re.I)
_WORD = late(r"[^\W_][\w’'&-]*")
_QUOTED = late(r"[“”\"»«„]([^“”\"»«„]{1,300})[“”\"»«„]")
_OPENS = late(r"\A\W*")
_MEMORY = 1 << 9  # sentences: a rewrite asks the same of one again and again


@lru_cache(maxsize=_MEMORY)
def facts(text: str, language: str, grammar: Grammar) -> Counter[str]:
    """Return the facts of a sentence in folded form: numbers without spaces, words in lower case.

    The counts are shared by all who ask: nobody may change them.
    """
    return Counter(_folded(fact) for fact in shown(text, language, grammar))


@lru_cache(maxsize=_MEMORY)
def shown(text: str, language: str, grammar: Grammar) -> tuple[str, ...]:
    """Return the facts of a sentence as it writes them.

    They are numbers with their units or in words, names, days, months, quotations, and stand-ins for code and images.
    Names are words with a capital that do not open the sentence, and words that no sentence would write with theirs.
    """
    found = _NUMBER.findall(text) + _QUOTED.findall(text) + [STAND_IN] * text.count(STAND_IN)
    first = _OPENS.match(text)
    start = first.end() if first else 0
    days = _days(language, grammar)
    for match in _WORD.finditer(text):
        word = match[0]
        small = word.lower()
        if small in days or (
            not word.islower()  # no name either
            and _is_name(word, opens=match.start() == start, language=language)
            and small not in grammar.empty
        ):
            found.append(word)
    return tuple(found)


@lru_cache
def _days(language: str, grammar: Grammar) -> frozenset[str]:
    return LANGUAGES[language].months | grammar.weekdays | grammar.terms


def _folded(fact: str) -> str:
    if fact[0].isdigit() or fact[0] in "$£€":
        return re.sub(r"\s", "", fact)
    return fact if fact == STAND_IN else " ".join(words_of(fact))


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def _is_name(word: str, *, opens: bool, language: str) -> bool:
    if language == "en" and word[0] == "I" and word[1:2] in ("", "'", "’"):
        return False
    if any(letter.isupper() for letter in word[1:]) and not word.isupper():
        return True  # iPhone, McKay
    if (
        not word[0].isupper()
        or word.lower() in LANGUAGES[language].function_words
        or (language == "en" and word == "I")
    ):
        return False
    return not opens and not (word.isupper() and len(word) > 4)  # longer words in capitals shout
