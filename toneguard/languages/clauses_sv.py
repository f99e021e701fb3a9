"""Clauses of Swedish for rewriting: which of them say something, which only boast or press, and calmer orders."""

from __future__ import annotations

import re

from toneguard.languages.forms_sv import (
    IMPERATIVE,
    LEANING,
    NUMERALS,
    PREPOSITIONS,
    PRESENT,
    SPOKEN,
    SUBJUNCTIONS,
    TERMS,
    is_finite,
    own,
    plain,
)
from toneguard.languages.language import words
from toneguard.languages.nouns_sv import BOASTING, DEEDS, LOOMING, NOW, PRESSING, SALES, THREAT
from toneguard.languages.order_sv import gone, statement, uninvert
from toneguard.late import late

_SEAM = late(r"(?:,| [–—-]|;|:|\.\.\.|…) (?=\w)| (?=(?:och|men|så) (?:det|vi|du|ni|så|skynda|boka|passa|missa)\b)")
_PAIRED = late(r"\b(?:inte bara|inte heller|både|antingen|varken|dels|desto|ju \w+are|dock|utan)\b", re.I)
_ASKS = late(
    r"(?:och |men |så )?(?:varför|vad|hur|vem|vill|ska|har|vågar|kan|vågade|tänker) ?(?:du|ni|länge|väntar)?\b", re.I
)
_GAINS = {"få": "får", "spara": "sparar", "slipp": "slipper", "vinn": "vinner", "tjäna": "tjänar"}
_PAID = late(rf"(?P<verb>\w+)(?P<more>(?: (?!och )\S+)*?) och (?P<gain>{'|'.join(_GAINS)}) (?P<rest>.+)", re.I)
_HALTS = late(r"[?:;–]|, (?:du|ni|så|annars|för|innan|vi|det)\b|\b(?:och|men) (?:sluta|slipp|lås)\b")
_DELAY = late(
    r",? (?:(?:redan|och|men) )?(?:innan|medan|så länge|annars|eller|före att|så slipper du|så att du inte) "
    r"(?P<threat>.+)\Z",
    re.I,
)
_SECURE = late(
    r" (?:och|för att) (?:säkra?|knipa?|få|paxa) (?:din|ditt|dina|er|era) (?:plats\w*|bord|tid|biljetter)\Z", re.I
)


def kept(sentence: str) -> str | None:
    """Keep the clause that says something: `priset gäller till fredag – vad väntar du på` → `priset gäller …`."""
    if SPOKEN.search(sentence) or '"' in sentence or "”" in sentence:
        return None
    seams = list(_SEAM.finditer(sentence))
    for seam in seams:
        head, tail = sentence[: seam.start()], sentence[seam.end() :]
        if (_is_idle(tail) or all(map(_is_idle, _SEAM.split(tail)))) and (_says(head) or _sells(head)):
            return f"{head}." if _ASKS.match(tail) else head
    return _behind(sentence, seams)


def _hollow(threat: str) -> str | None:
    """Drop a threat: that prices rise some day is no fact, on Monday is one."""
    return gone(re.sub(r"\b(?:\w*pris(?:et|er|erna)?|rabatt(?:en)?|höjs|vintern|natten)\b", "", threat))


def _sells(clause: str) -> bool:
    """Tell whether a clause is an order or a price with a figure or a day in it: `boka bord på 08-123 45`."""
    if LOOMING.search(clause) or BOASTING.search(clause) or (PRESSING.match(clause) and not SALES.match(clause)):
        return False
    priced = re.search(r"\d ?(?:%|kr|kronor|procent|:-)", clause) and len(clause.split()) > 3
    dated = re.search(r"\d", clause) or {plain(word) for word in clause.split()} & TERMS
    orders = SALES.match(clause) or re.match(r"(?:välkom|kom )", clause, re.I)
    hasty = re.search(rf"\b{NOW}\b", clause, re.I)
    return bool((priced or (orders and dated)) and not hasty and not _HALTS.search(clause) and own(clause))


def _behind(sentence: str, seams: list[re.Match[str]]) -> str | None:
    """Keep what stands behind a threat: a statement, or an order with its haste taken out."""
    for seam in seams:
        head, tail = sentence[: seam.start()], re.sub(r"\A(?:för|så|och|men) ", "", sentence[seam.end() :])
        if tail.startswith("därför ") and _feels(head):
            tail = uninvert(tail.removeprefix("därför ")) or tail
        if (_is_idle(head) or _feels(head)) and not _ASKS.match(head) and _says(tail):
            return tail
        looms = THREAT.search(head) or LOOMING.search(head) or PRESSING.match(head)
        if looms and gone(head) is not None and SALES.match(tail) and not _ASKS.match(head):
            told = calmer(tail) or tail
            return own(told) if len(told.split()) > 2 and not _HALTS.search(told) else None
    return None


def _says(clause: str) -> bool:
    """Tell whether a clause can stand alone and has something to say to the reader: a figure, a day, a deed."""
    if _PAIRED.search(clause) or BOASTING.search(clause) or PRESSING.match(clause) or LOOMING.search(clause):
        return False
    bare = {plain(word) for word in clause.split()}
    first, last = plain(clause.split()[0]), plain(clause.split()[-1])
    named = re.search(r"(?<=\w )[A-ZÅÄÖ]\w+", clause)
    if first in SUBJUNCTIONS | words("innan") or last in LEANING or re.match(r"\d+ ?(?:%|procent)", clause):
        return False
    if first in LEANING and not re.search(r"\d|\bfinns\b|de första", clause):
        return False
    news = (
        named or re.search(r"\d", clause) or bare & (NUMERALS - words("en ett första") | TERMS) or DEEDS.search(clause)
    )
    return bool(news) and statement(clause) is not None


def _feels(clause: str) -> bool:
    """Tell whether a clause speaks of the sender's feelings alone: `vi älskar kaffe`."""
    return (
        bool(re.match(r"(?:vi|jag) (?:\w+ )?(?:älskar|brinner|tror på|bryr oss|vet att)\b", clause, re.I))
        and gone(clause) == ""
    )


def _is_idle(clause: str) -> bool:
    """Tell whether a clause only presses or boasts, and has no figure, day or gain in it."""
    text = clause.split()
    if re.search(r"brukar|tar slut|säljs? slut", clause):
        return bool(PRESSING.match(clause)) and not re.search(r"\d", clause)
    if gone(clause) is None or re.search(r"https?:|\bdär\b|@", clause):
        return False
    if PRESSING.match(clause):
        return True
    if re.search(r"\b(?:du|ni|dig|er|din|ditt|dina)\b", clause) and "lovar" not in clause:
        return False
    told = any(is_finite(text, index) for index in range(len(text))) or re.match(r"(?:ett|något|vilket|allt) ", clause)
    return bool(told and BOASTING.search(clause))


def paid(clause: str) -> str | None:
    """Turn an order with its reward into a condition: `köp två och spara 90 kr` → `köper du två sparar du 90 kr`."""
    found = _PAID.fullmatch(clause)
    verb = IMPERATIVE.get(found["verb"].lower()) if found else None
    if not found or verb is None or verb in ("vara", "få", "ha") or re.search(r" [–-] |; |\?", clause):
        return None
    you = "ni" if re.search(r"\b(?:er|era|ert)\b", clause) else "du"
    more = re.sub(r" (?:redan nu|nu direkt|nu|direkt|genast|omgående)\b", "", found["more"])
    rest = re.sub(r" på köpet\b", "", found["rest"])
    if not own(rest) or not own(more or "x") or THREAT.search(rest) or " och " in more:
        return None
    gain = _GAINS[found["gain"].lower()]
    if more:
        return f"{PRESENT[verb]} {you}{more} {gain} {you} {rest}"
    return f"{you} {gain} {rest} när {you} {PRESENT[verb]}" if "," not in rest else None


def calmer(clause: str) -> str | None:
    """Let an order stand without its haste: `boka ditt rum nu innan allt är slut` → `boka ditt rum`."""
    if not SALES.match(clause) or re.search(r" så (?!att)| och (?:få|spara|slipp|vinn|tjäna)\b", clause):
        return None
    left = clause
    found = _DELAY.search(left)
    if found:
        hollow = re.match(r"(?:se|räkna|bli|stå|få|gråt|ångra|missa|sitta|gå|låt)\b", found["threat"])
        if (
            not (THREAT.search(found["threat"]) or (" eller " in found[0] and hollow))
            or _hollow(found["threat"]) is None
        ):
            return None
        left = left[: found.start()]
    left = re.sub(r"\A(\w+ )(?:hit|in|förbi) (?:och|till oss och) ", r"\1in och ", _SECURE.sub("", left))
    left = re.sub(rf"(?<!till) (?:{NOW})(?=[ ,]|\Z)(?! till| och med)", "", left, flags=re.I)
    last = plain(left.split()[-1])
    halts = last in PREPOSITIONS - words("in över med") | SUBJUNCTIONS | words("och eller men en ett")
    if len(left.split()) == 2 and IMPERATIVE.get(plain(left.split()[0])) and left.split()[1] not in ("hit", "in"):
        left = f"du kan {IMPERATIVE[plain(left.split()[0])]} {left.split()[1]}"
    return None if halts or left == clause or len(left.split()) < 3 or _HALTS.search(left) else own(left)


def says(clause: str) -> str | None:
    """Let a clause pass that can stand alone and has news: `kursen börjar den 12 maj`."""
    return clause if _says(clause) else None


def unhurried(clause: str) -> str | None:
    """Let a statement stand without its threat: `du kan köpa däck innan det är för sent` → `du kan köpa däck`."""
    found = _DELAY.search(clause)
    if not found or _hollow(found["threat"]) is None or not THREAT.search(found["threat"]):
        return None
    left = clause[: found.start()]
    return left if _says(left) and not re.search(r"\b(?:eller|om|när|inte)\b", left) else None


def newsy(clause: str) -> str | None:
    """Let a statement pass that has more in it than a picture of a threat: a figure, a day, a deed, five words."""
    thin = len(clause.split()) < 5 and not _says(clause)
    looms = re.search(r"\b(?:tar slut|fynden|i ett nafs|smäller|har redan)\b", clause)
    return None if thin or looms else statement(clause)
