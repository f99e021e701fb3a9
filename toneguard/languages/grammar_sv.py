"""The grammar of Swedish for rewriting: word order, verb forms, and what may go without being missed."""

from __future__ import annotations

import re

from toneguard.languages.forms_sv import (
    AMBIGUOUS,
    ASKING,
    DUMMY,
    FINITE,
    HOOKS,
    IMPERATIVE,
    INSIDE,
    JOINING,
    LEANING,
    NUMERALS,
    PREPOSITIONS,
    PRESENT,
    PRIDE,
    SUBJUNCTIONS,
    SUPINES,
    infinitive,
    order,
    ordered,
    own,
    plain,
    present,
    present_any,
    present_we,
)
from toneguard.languages.grammar import Grammar, Transform
from toneguard.languages.language import words
from toneguard.languages.order_sv import DEFINITE, behind, gone, main, noun, pride, statement, uninvert
from toneguard.languages.turns_sv import TURNS
from toneguard.late import late

_DAY = r"(?:mån|tis|ons|tors|fre|lör|sön)dag"
_NUMBER = "|".join(NUMERALS - words("en ett"))


def named(phrase: str) -> str | None:
    """Return what is left of a noun phrase without its praise: `och beprövad metod` → `beprövad metod`."""
    left = re.sub(r"\A(?:och|,) ", "", phrase)
    first = plain(left.split()[0])
    barred = first in PREPOSITIONS | SUBJUNCTIONS | FINITE - AMBIGUOUS | words(
        "och eller men aktör kraft röst spelare på"
    )
    return None if barred or phrase[:1] in "–-.:" else own(left)


def definite(phrase: str) -> str | None:
    """Let a phrase pass whose first noun is definite by itself, so that its article may go: `metoden från 1987`."""
    text = phrase.split()
    alone = DEFINITE.match(text[0]) and (len(text) == 1 or text[1] != "som") and text[0] not in PRESENT
    return own(phrase) if alone and text[0] not in FINITE else None


def calm(clause: str) -> str | None:
    """Let an order or a statement pass that may lose its threat, not a question."""
    first, last = plain(clause.split()[0]), plain(clause.split()[-1])
    if first in HOOKS or words("min mitt mina mig") & set(clause.lower().split()):
        return None
    asks = (first in FINITE and first != "kom") or first in ASKING or first in SUBJUNCTIONS | words("så och men inte")
    halts = last in PREPOSITIONS | SUBJUNCTIONS | words("och eller men inte så")
    return None if asks or halts or len(clause.split()) < 2 else own(clause)


def told(clause: str) -> str | None:
    """Let an order pass that may lose its threat: `köp biljetten`."""
    before, _, after = clause.partition(", så ")
    orders = plain((after or before).split()[0]) in IMPERATIVE
    return calm(clause) if orders and (not after or re.search(r"\d", clause)) else None


def free(phrase: str) -> str | None:
    """Return what the reader gets without the cheering: `boken HELT GRATIS` → `boken gratis`."""
    if re.search(r"\b(?:gråta|ångra|skämmas|köa|äta upp|stå där|missar)\b|[–;]|före alla", phrase):
        return None
    left = re.sub(r"\b(?:HELT )?GRATIS\b", lambda found: found[0].lower(), phrase)
    left = re.sub(r",? (?:sedan|sen|annars) (?:är det kört|är det över|är det slut|är det för sent)\Z", "", left)
    return own(left)


def classless(clause: str) -> str | None:
    """Let a statement pass that says something without its `i världsklass`: `köket lagar 400 portioner`."""
    last = clause.split()[-1].lower()
    dull = words(
        "oss dig er något jobb arbete insats allt är team gäng service kvalitet upplevelse produkter lösningar"
    )
    return None if last in dull else statement(clause)


def seats(phrase: str) -> str | None:
    """Let pass what one can book and is neuter or many: `ditt bord på fredag`."""
    kinds = (("ditt", r"\w*(?:bord|rum|möte|exemplar)\b"), ("dina", r"\w*(?:platser|biljetter|tider|exemplar)\b"))
    return next((f"{your} {phrase}" for your, kind in kinds if re.match(kind, phrase) and own(phrase)), None)


def passing(pattern: str) -> Transform:
    """Return a transformation that lets a phrase pass as it is where a pattern holds from its beginning."""
    regex = late(pattern, re.I)
    return lambda phrase: own(phrase) if regex.match(phrase) else None


def _worded(function: Transform) -> Transform:
    """Let a transformation decline a text without a word."""
    return lambda text: function(text) if re.search(r"\w", text) and text.split() else None


def orphan(sentence: str) -> str | None:
    """Return the sentence behind one that is cut, or None where it leans on what is gone."""
    found = re.match(r"(\W*)(\w+) (.+)\Z", sentence, re.S)
    if not found or found[1]:
        return None
    first, rest = found[2].lower(), found[3]
    if first == "och":
        return orphan(rest[:1].upper() + rest[1:])
    if first in JOINING:
        turned = uninvert(rest)
        return turned[:1].upper() + turned[1:] if turned else None
    early = [plain(word) for word in rest.split()[:5]]
    if set(early) & INSIDE or (first in LEANING and not _stands(sentence)):
        return None
    return sentence


def _stands(sentence: str) -> bool:
    """Tell whether a pronoun leads nowhere back: `Det finns …`, `Den som …`, `Den 3 maj …`, `De flesta …`."""
    return bool(DUMMY.match(sentence) or re.match(r"De[n ] ?(?:som|flesta|\d+)\b", sentence))


# Transformations that change nothing but decline what they do not know.
_PASSING = {
    "article": r"(?:vår|vårt|våra|min|mitt|mina|en|ett)\Z",
    "gain": r"(?:får|bjuder|slipper|sparar|ger|skickar|betalar|har|ingår|äter|åker)\Z",
    "timely": r"(?:till|t\.o\.m\.|fram|idag|ikväll|imorgon|under|denna)\Z",
    "when": r"(?:dag|kväll|morgon|natt|helgen|eftermiddag)\Z",
    "holds": r"(?:gäller|pågår|finns|säljs|öppet|rabatt)\Z",
    "since": r"(?:den|på|från)\Z",
    "finite": rf"(?:{'|'.join(FINITE)})\Z",
    "supine": rf"(?:{'|'.join(SUPINES)})\b",
    "norm": r".*\b(?:ska|skall|bör|måste|behöver|borde|får)\b",
    "day": rf"(?:\d{{1,2}} \w+|midnatt|{_DAY})(?!.*(?:[,–:;]| (?:och|så|men|innan) ))",
    "count": rf"(?:\d+|några få|{_NUMBER})(?: [\w-]+){{1,3}}\Z",
    "count_more": rf"(?:\d+|{_NUMBER}) (?!.*–)",
    "offer": r"(?:\w+ ){0,3}\w*(?:rabatten|erbjudandet|rean?|kampanjen|pris(?:et|erna)|koden)(?: (?:på|för|i) .+)?\Z",
    "seat": r"\w*(?:plats|tid|biljett|stol|hytt|stuga)\b(?!.*–)",
    "imperative": r"(?:boka|köp|beställ|ring|mejla|kontakta|prova|testa|teckna|hämta|anmäl|registrera|ladda|läs|hyr)\Z",
    "object": r"(?!.*(?:[–:;!?]|, |\b(?:och|så|redan|innan)\b)).",
    "tail": rf"(?:{'|'.join(PREPOSITIONS)}) (?!.*(?:[–;!?]|\b(?:så|innan)\b))",
    "yours": r"(?!.*annars)(?:du|ni|din|ditt|dina|er|ert|era) ",
    "novel": r"(?:en|ett|flera|två|tre|fyra)? ?(?:ny|nytt|nya) ",
    "gets": r"(?:får|sparar|slipper|kan)\Z",
    "numeral": rf"(?:\d+|{_NUMBER})\Z",
    "years": r"(?:\d+|\w{3,}) år\Z",
    "ending": rf"(?:{_DAY}(?: (?:klockan|kl) [\d.]+)?|(?:dag|morgon|kväll))\Z",
    "event": r"(?!.*,)(?:(?:vår|vårt|våra|\w+ens) \w|(?:\w+ )?\w{3,}(?:en|et|na|an|on)(?: (?:om|med|för|i|av) |\Z))",
}  # fmt: skip

_FUNCTIONS: tuple[Transform, ...] = (
    own, main, present, present_we, present_any, infinitive, order, noun, uninvert, statement, gone, pride, named,
    definite, calm, free, seats, ordered, classless, told,
)  # fmt: skip
GRAMMAR = Grammar(
    transforms={
        **{name: passing(pattern) for name, pattern in _PASSING.items()},
        **{f"sub_{subject}": _worded(behind(subject)) for subject in ("vi", "du", "ni")},
        **{function.__name__: _worded(function) for function in (*_FUNCTIONS, *TURNS)},
    },
    orphan=orphan,
    weekdays=words("måndag tisdag onsdag torsdag fredag lördag söndag"),
    terms=NUMERALS - words("en ett första sista") | words("midnatt gratis kostnadsfritt midsommar"),
    empty=PRIDE - words("vi jag det att som en ett den i på med av över för om dag idag nu här hos inför efter än")
    | words("unik unika unikt ledande världsledande marknadsledande fantastiska underbar underbara prisbelönt dna")
    | words("sveriges nordens skandinaviens europas världens"),
)
