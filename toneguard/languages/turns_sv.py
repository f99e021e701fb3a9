"""Larger turns of a Swedish sentence for rewriting: openings and praise that go, what becomes of a noun."""

from __future__ import annotations

import re

from toneguard.languages.clauses_sv import calmer, kept, newsy, paid, says, unhurried
from toneguard.languages.forms_sv import (
    AMBIGUOUS,
    BOAST,
    FINITE,
    PREPOSITIONS,
    PRESENT,
    PRONOUNS,
    SPOKEN,
    SUBJUNCTIONS,
    is_finite,
    own,
    plain,
)
from toneguard.languages.grammar import Transform
from toneguard.languages.language import words
from toneguard.languages.nouns_sv import (
    ADJECTIVE,
    BOASTING,
    COMMON,
    FEELING,
    NEUTER,
    ONE_OF,
    PRAISE,
    THREAT,
)
from toneguard.languages.order_sv import gone, main
from toneguard.late import late

_THERE = dict.fromkeys(words("app appen lokal butik salong verkstad monter hall"), "i") | dict.fromkeys(
    words("webbplats hemsida sajt mottagning restaurang plattform"), "på"
)


def sober(clause: str) -> str | None:
    """Let a clause pass that neither praises nor boasts: `hjälper dig med momsen`."""
    return None if BOASTING.search(clause) or PRAISE.search(clause) or len(clause.split()) < 2 else own(clause)


def deed(word: str) -> str | None:
    """Let a verb pass that is no feeling or state: `hjälper`."""
    return word if word in FINITE and word not in FEELING else None


def told_that(clause: str) -> str | None:
    """Turn what stands behind `att` into a sentence, not an infinitive: `du får svar` and not `se dig växa`."""
    return None if plain(clause.split()[0]) in PRESENT else main(clause)


def addressed(rest: str) -> str | None:
    """Let a clause pass that may be said to one reader: no word in it points back to several."""
    several = {"dem", "dom", "de", "deras", "sig", "sin", "sitt", "sina", "varandra", "oss"}
    return None if several & set(re.findall(r"\w+", rest.lower())) else rest


def hook(phrase: str) -> str | None:
    """Drop what flatters the reader: `inte nöjer dig med det näst bästa`."""
    flatters = r"(?:inte (?:nöjer|vill nöja)|vill ha det (?:bästa|allra)|ställer höga|drömmer|bara vill ha|älskar)"
    return gone(phrase) if re.match(flatters, phrase) and "," not in phrase else None


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
        place = next((_THERE[key] for key in _THERE for each in head if plain(each).endswith(key)), "")
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


_PRAISED = late(
    rf"\b(?P<before>vår|vårt|våra|min|mitt|mina|sin|sitt|sina|en|ett|av|med|från|till|hos|erbjuder"
    rf"|levererar|vi|du|ni|alla|"
    rf"\d+|två|tre|fyra|fem) (?:(?:helt|så|mycket|verkligt|riktigt|lika) )?{ADJECTIVE}(?:(?:,| och"
    rf"|, och) {ADJECTIVE})* "
    r"(?P<after>[\w-]+)"
)


def humbler(clause: str) -> str | None:
    """Drop the adjectives of praise before nouns: `våra duktiga och engagerade säljare` → `våra säljare`."""

    def left(found: re.Match[str]) -> str:
        after = found["after"]
        barred = PREPOSITIONS | SUBJUNCTIONS | PRONOUNS | FINITE - AMBIGUOUS | words("och eller men aktör kraft röst")
        return found[0] if after in barred else f"{found['before']} {after}"

    new = _PRAISED.sub(left, clause)
    return own(new) if new != clause else None


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
    novel = {"ny", "nytt", "nya"} & set(text[:3])
    if (
        novel
        or plain(text[0]) in barred
        or len(text) > 16
        or re.search(r"[–:;]| (?:och|men|så) (?:vi|du|det) ", phrase)
    ):
        return None
    return None if is_finite(text, 0) else own(phrase)


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
        r"(?:(?:över|mer än|fler än|drygt|snart|totalt|hela) )?(?:\d+|\w+tio|\w*hundra|två|tre|fyra|fem|sex"
        r"|sju|åtta|nio)\b",
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
    kept, newsy, humbler, hook, addressed, unhurried, says, paid, calmer, not_only, sober, deed, told_that, pomp, toil,
    relative, one_of, with_article, offered, ours, possessed, boastful, sender,
)  # fmt: skip
