"""Larger turns of a Swedish sentence for rewriting: clauses that go, orders that calm down, openings that go."""

from __future__ import annotations

import re

from toneguard.languages.forms_sv import (
    BOAST,
    FINITE,
    IMPERATIVE,
    LEANING,
    NUMERALS,
    PREPOSITIONS,
    PRESENT,
    PRONOUNS,
    SPOKEN,
    SUBJUNCTIONS,
    TERMS,
    is_finite,
    own,
    plain,
)
from toneguard.languages.grammar import Transform
from toneguard.languages.language import words
from toneguard.languages.nouns_sv import BOASTING, COMMON, DEEDS, FEELING, LOOMING, NEUTER, NOW, ONE_OF, PRAISE, PRESSING, SALES, THREAT
from toneguard.languages.order_sv import gone, main, statement

_SEAM = re.compile(
    r"(?:,| [–—-]|;|:|\.\.\.|…) (?=\w)| (?=(?:och|men|så) (?:det|vi|du|ni|så|skynda|boka|passa|missa)\b)"
)
_PAIRED = re.compile(r"\b(?:inte bara|inte heller|både|antingen|varken|dels|desto|ju \w+are|dock|utan)\b", re.I)
_ASKS = re.compile(
    r"(?:och |men |så )?(?:varför|vad|hur|vem|vill|ska|har|vågar|kan|vågade|tänker) ?(?:du|ni|länge|väntar)?\b", re.I
)
_GAINS = {"få": "får", "spara": "sparar", "slipp": "slipper", "vinn": "vinner", "tjäna": "tjänar"}
_PAID = re.compile(rf"(?P<verb>\w+)(?P<more>(?: (?!och )\S+)*?) och (?P<gain>{'|'.join(_GAINS)}) (?P<rest>.+)", re.I)
_HALTS = re.compile(r"[?:;–]|, (?:du|ni|så|annars|för|innan|vi|det)\b|\b(?:och|men) (?:sluta|slipp|lås)\b")
_DELAY = re.compile(r",? (?:(?:redan|och|men) )?(?:innan|medan|så länge|annars|eller|före att|så slipper du|så att du inte) (?P<threat>.+)\Z", re.I)
_SECURE = re.compile(
    r" (?:och|för att) (?:säkra?|knipa?|få|paxa) (?:din|ditt|dina|er|era) (?:plats\w*|bord|tid|biljetter)\Z", re.I
)
_THERE = {"app": "i", "appen": "i", "lokal": "i", "butik": "i", "salong": "i", "verkstad": "i", "monter": "i", "hall": "i",
          "webbplats": "på", "hemsida": "på", "sajt": "på", "mottagning": "på", "restaurang": "på", "plattform": "på"}  # fmt: skip


def kept(sentence: str) -> str | None:
    """Keep the clause that says something: `Priset gäller till fredag – vad väntar du på` → `Priset gäller till fredag.`"""
    if SPOKEN.search(sentence) or '"' in sentence or "”" in sentence:
        return None
    seams = list(_SEAM.finditer(sentence))
    for seam in seams:
        head, tail = sentence[: seam.start()], sentence[seam.end() :]
        if (_is_idle(tail) or all(map(_is_idle, _SEAM.split(tail)))) and _says(head):
            return f"{head}." if _ASKS.match(tail) else head
    return _behind(sentence, seams)


def _behind(sentence: str, seams: list[re.Match[str]]) -> str | None:
    """Keep what stands behind a threat: a statement, or an order with its haste taken out."""
    for seam in seams:
        head, tail = sentence[: seam.start()], re.sub(r"\A(?:för|så|och|men) ", "", sentence[seam.end() :])
        if _is_idle(head) and not _ASKS.match(head) and _says(tail):
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
    if last in LEANING or re.match(r"\d+ ?(?:%|procent)", clause):
        return False
    if first in LEANING and not re.search(r"\d|\bfinns\b|de första", clause):
        return False
    news = named or re.search(r"\d", clause) or bare & (NUMERALS - words("en ett första") | TERMS) or DEEDS.search(clause)
    return bool(news) and statement(clause) is not None


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
        if not (THREAT.search(found["threat"]) or (" eller " in found[0] and hollow)) or gone(found["threat"]) is None:
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


def sober(clause: str) -> str | None:
    """Let a clause pass that neither praises nor boasts: `hjälper dig med momsen`."""
    return None if BOASTING.search(clause) or PRAISE.search(clause) or len(clause.split()) < 2 else own(clause)


def deed(word: str) -> str | None:
    """Let a verb pass that is no feeling or state: `hjälper`."""
    return word if word in FINITE and word not in FEELING else None


def told_that(clause: str) -> str | None:
    """Turn what stands behind `att` into a sentence, not an infinitive: `du får svar` and not `se dig växa`."""
    return None if plain(clause.split()[0]) in PRESENT else main(clause)


def pomp(phrase: str) -> str | None:
    """Drop an opening that only praises the sender: `marknadsledande aktör inom moln`."""
    return gone(phrase) if PRAISE.search(phrase) and not re.search(r"[,:;–] \w+ (?:vi|du|ni)\b", phrase) else None


def toil(phrase: str) -> str | None:
    """Drop the toil with which news begins: `månader av hårt arbete`."""
    labour = r"arbete|slit|väntan|planering|utveckling\w*|förberedelser|svett|testande|envishet|möda|nätter|funderingar"
    return "" if re.search(rf"\b(?:{labour})\b", phrase, re.I) and not re.search(r"\d|[,–:;]", phrase) else None


def relative(phrase: str) -> str | None:
    """Make a sentence of a noun and its relative clause: `vår nya bil, som drar lite` → `vår nya bil drar lite`."""
    found = re.fullmatch(r"(?P<head>(?:vår|vårt|våra) [^,]+?),? (?P<word>som|där) (?P<rest>.+)", phrase)
    if not found or len(found["head"].split()) > 7 or not own(phrase):
        return None
    head, rest = found["head"].split(), found["rest"]
    if any(is_finite(head, index) for index in range(len(head))) or BOASTING.search(phrase):
        return None
    if found["word"] == "där":
        place = next((_THERE[key] for key in _THERE if plain(head[-1]).endswith(key)), "")
        turned = re.fullmatch(r"(vi|du|ni) (\w+) (.+)", rest)
        good = place and turned and turned[2] in FINITE
        return f"{place} {found['head']} {turned[2]} {turned[1]} {turned[3]}" if good and turned else None
    second = plain(rest.split()[0])
    if second in PRONOUNS or second in ("är",) or rest.split()[0][:1].isupper():
        return None
    return main(f"{found['head']} {rest}")


def not_only(clause: str) -> str | None:
    """Keep the plain half of a high-flown pair: `vi lagar inte bara mat åt sju skolor, vi skapar minnen`."""
    found = re.fullmatch(r"(?P<left>.+?) inte (?:bara|enbart) (?P<what>[^,–]+)(?:,| –| utan) (?P<more>.+)", clause)
    if not found or gone(found["more"]) is None or SPOKEN.search(clause) or THREAT.search(clause):
        return None
    left = f"{found['left']} {found['what']}"
    full = len(left.split()) > 7 or re.search(r"\d", left)
    return own(left) if full and not BOASTING.search(left) else None


def one_of(phrase: str) -> str | None:
    """Return one of many: `leverantörer av lim` → `en leverantör av lim`."""
    first, _, rest = phrase.partition(" ")
    single = next((ONE_OF[many] for many in ONE_OF if first == many), None)
    return None if single is None else own(f"{single} {rest}".strip())


def with_article(phrase: str) -> str | None:
    """Put the article before a noun: `tillverkare av lim` → `en tillverkare av lim`."""
    first = phrase.split()[0].rstrip(",")
    kind = "ett" if NEUTER.match(first) else "en" if COMMON.match(first) else ""
    return own(f"{kind} {phrase}") if kind else None


def offered(phrase: str) -> str | None:
    """Let pass what a firm offers: `flytthjälp och packning i hela länet`."""
    text = phrase.split()
    barred = PRONOUNS | PREPOSITIONS | SUBJUNCTIONS | words("dig er oss inte alltid mer det den allt")
    if plain(text[0]) in barred or len(text) > 16 or re.search(r"[–:;]| (?:och|men|så) (?:vi|du|det) ", phrase):
        return None
    return own(phrase) if not any(is_finite(text, index) for index in range(1)) else None


def ours(rest: str) -> str | None:
    """Let pass what `vi` can do as `våra experter` do: `svarar inom en timme`."""
    text = rest.split()
    if text[0] not in FINITE or len(text) < 3:
        return None
    if text[0] in ("är", "blir", "var") and text[1].endswith(("t", "d", "ad")):
        return None
    return own(rest)


def possessed(phrase: str) -> str | None:
    """Let pass what one can count: `över 30 års erfarenhet av tak`."""
    counted = re.match(
        r"(?:(?:över|mer än|fler än|drygt|snart|totalt|hela) )?(?:\d+|\w+tio|\w*hundra|två|tre|fyra|fem|sex|sju|åtta|nio)\b",
        phrase,
    )
    return own(phrase.replace("samlad ", "")) if counted and not re.search(r"[,–:;]", phrase) else None


def boastful(text: str) -> str | None:
    """Drop a clause that only boasts: `det självklara valet`."""
    return "" if gone(text) == "" and (BOAST.search(text) or BOASTING.search(text) or PRAISE.search(text)) else None


def sender(phrase: str) -> str | None:
    """Let a subject of few words pass: `bolaget`, `Norrbo Glas`."""
    text = phrase.split()
    barred = PREPOSITIONS | SUBJUNCTIONS | words("nu äntligen här idag därför")
    bad = any(is_finite(text, index) for index in range(len(text))) or plain(text[0]) in barred
    return None if bad or len(text) > 4 or re.search(r"[,–:;]", phrase) else phrase


TURNS: tuple[Transform, ...] = (
    kept, says, paid, calmer, not_only, sober, deed, told_that, pomp, toil, relative, one_of, with_article, offered, ours, possessed, boastful, sender,
)  # fmt: skip
