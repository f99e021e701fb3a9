"""Word order of Swedish for rewriting: subordinate and main clauses, what can stand alone, what may go."""

from __future__ import annotations

import re

from toneguard.languages.forms_sv import (
    ADVERBS,
    ASKING,
    FINITE,
    IDLE,
    IMPERATIVE,
    LEANING,
    NUMERALS,
    OBJECTS,
    PREPOSITIONS,
    PRESENT,
    PRIDE,
    PRONOUNS,
    SPOKEN,
    SUBJUNCTIONS,
    SUPINES,
    TERMS,
    clauses_in,
    is_finite,
    own,
    plain,
)
from toneguard.languages.grammar import Transform
from toneguard.languages.language import words
from toneguard.late import late

_LATER = late(
    r"\b(?:i (?:dag|morgon|kväll|höst|vår|vinter|sommar|helgen|år)|idag|imorgon|ikväll|nu|snart|nästa|till hösten"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag\w*|januari|februari|mars|april|maj|ju[nl]i|augusti|\w+ember|oktober"
    r"|under|vid|den \d)\b"
)
_LONGEST = "|".join(sorted(ADVERBS, key=len, reverse=True))
_ADVERBS = late(rf"(?P<subject>.*?)(?P<adverbs>(?: (?:{_LONGEST}))+)")
DEFINITE = late(r"\w{2,}(?:en|et|na|an|on)\Z|\w{3,}(?:ln|rn)\Z")


def main(clause: str) -> str | None:
    """Turn a subordinate clause into a main one: `vi nu har öppnat` → `vi har nu öppnat`."""
    text = clause.split()
    for index, word in enumerate(text[:12]):
        bare = plain(word)
        if index and is_finite(text, index):
            return own(_with_order(text, index, "") or "–")
        if index and bare in SUPINES and _could_own(text, index):
            return own(_with_order(text, index, "har") or "–")
        if bare in SUBJUNCTIONS or (index and word.endswith((",", ":", "–", "-"))):
            return None
    return None


def _could_own(text: list[str], index: int) -> bool:
    """Tell whether a supine stands behind a subject: `vi fått`, `butiken nu öppnat`, and not `ett köpt hus`."""
    last = ["", *_split_adverbs(" ".join(text[:index]))[0].split()][-1]
    return plain(last) in PRONOUNS or bool(DEFINITE.match(plain(last))) or last[:1].isupper()


def _split_adverbs(text: str) -> tuple[str, str]:
    found = _ADVERBS.fullmatch(text)
    return (found["subject"], found["adverbs"].strip()) if found else (text, "")


def _with_order(text: list[str], index: int, finite: str) -> str | None:
    """Put the adverbs of a subordinate clause behind its finite verb, and behind a light object."""
    subject, adverbs = _split_adverbs(" ".join(text[:index]))
    first = plain(text[0])
    if not subject or plain(subject.split()[-1]) in PREPOSITIONS or subject.endswith(("vis", "ligen", "mera", "tvis")):
        return None
    verb, rest = (finite, text[index:]) if finite else (text[index], text[index + 1 :])
    if first in PREPOSITIONS | words("nu idag redan äntligen"):
        return " ".join(text) if rest and plain(rest[0]) in PRONOUNS and not adverbs else None
    light = [rest.pop(0)] if rest and rest[0] in OBJECTS and not finite else []
    kept = " ".join(word for word in adverbs.replace("helt enkelt", "").split() if word not in IDLE)
    if kept.startswith("från och med") and len(subject.split()) == 1:
        return " ".join((kept, verb, subject, *light, *rest))
    return " ".join(filter(None, (subject, verb, *light, kept, *rest)))


def behind(subject: str) -> Transform:
    """Return `main` for a clause whose subject stands in the template: `nu har öppet` → `vi har nu öppet`."""
    return lambda rest: main(f"{subject} {rest}")


def noun(phrase: str) -> str | None:
    """Let a noun phrase pass that can stand behind `nu finns`: `en ny app som räknar åt dig`."""
    text = phrase.split()
    head = re.split(r",? (?:som|där|med|för|till|från|i|på) ", phrase)[0].split()
    if _LATER.search(phrase) or not own(phrase) or len(head) > 8 or re.search(r"[,–:;] ", phrase):
        return None
    if any(is_finite(head, index) for index in range(1, len(head))) or " att " in phrase:
        return None
    first = text[0].lower()
    barred = PREPOSITIONS | PRONOUNS | OBJECTS | SUBJUNCTIONS | words("alla samma upp fram ut in") | PRESENT.keys()
    return None if first in barred - words("den det de") else phrase


def uninvert(clause: str) -> str | None:
    """Put the subject first again: `öppnar vi klockan nio` → `vi öppnar klockan nio`."""
    text = clause.split()
    if len(text) < 2 or plain(text[0]) not in FINITE:
        return None
    count = 1
    if text[1].lower() in words("vår vårt våra din ditt dina er ert era") and len(text) > 3:
        count = 2
        if text[2].endswith(("a", "e")) and not DEFINITE.match(text[2]) and not text[2].endswith("orna"):
            return None
    elif plain(text[1]) not in PRONOUNS and not (DEFINITE.match(text[1]) and text[1].islower()):
        return None
    return " ".join((*text[1 : 1 + count], text[0], *text[1 + count :]))


def statement(clause: str) -> str | None:
    """Let a clause pass that can stand alone and states something: `vi har två bord kvar`."""
    text = clause.split()
    if (
        len(text) < 3
        or not own(clause)
        or clause.rstrip().endswith((",", ":", "–", "-"))
        or clause.count("(") != clause.count(")")
    ):
        return None
    first, last = plain(text[0]), plain(text[-1])
    if re.match(
        rf"(?:(?:bara|endast|nu|just nu|vi har|det finns) )*(?:\d+|{'|'.join(NUMERALS)}) \w+ .*kvar\b", clause, re.I
    ):
        return clause
    if (
        first in FINITE | IMPERATIVE.keys()
        or first in ASKING
        or last in PREPOSITIONS | SUBJUNCTIONS | words("och eller men bara till")
    ):
        return None
    starts = [index for index in range(1, len(text)) if is_finite(text, index)]
    clauses = clauses_in(text)
    if first in LEANING - words("det den de"):
        return None
    return clause if len(starts) > clauses else None


def gone(text: str) -> str | None:
    """Drop words that tell the reader nothing: `innan det är för sent`; decline where there is a term or a figure."""
    text = re.sub(r"redan i (?:dag|kväll|morgon)", "", text)
    bare = {plain(word) for word in text.split()}
    if bare & (NUMERALS - words("en ett första sista")) or bare & TERMS or re.search(r"\d|@|\w\.\w|\w/\w|%", text):
        return None
    return ""


def pride(text: str) -> str | None:
    """Drop words that speak of nothing but feelings: `i dag är vi otroligt stolta över`."""
    bare = [plain(word) for word in text.split()]
    if not set(bare) <= PRIDE | {"", "–"} or SPOKEN.search(text):
        return None
    return "" if set(bare) - words("vi jag är det att som i på dag nu och så kan vill får har") else None
