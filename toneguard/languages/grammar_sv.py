"""The grammar of Swedish for rewriting: word order, verb forms, and what may go without being missed."""

from __future__ import annotations

import re

from toneguard.languages.forms_sv import (
    ADVERBS,
    AMBIGUOUS,
    ASKING,
    DUMMY,
    FINITE,
    HOOKS,
    IDLE,
    IMPERATIVE,
    INSIDE,
    JOINING,
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
    infinitive,
    is_finite,
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

_DAY = r"(?:mån|tis|ons|tors|fre|lör|sön)dag"
_NUMBER = "|".join(NUMERALS - words("en ett"))
_LATER = re.compile(
    r"\b(?:i (?:dag|morgon|kväll|höst|vår|vinter|sommar|helgen|år)|idag|imorgon|ikväll|nu|snart|nästa|till hösten"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag\w*|januari|februari|mars|april|maj|ju[nl]i|augusti|\w+ember|oktober"
    r"|under|vid|den \d)\b"
)
_LONGEST = "|".join(sorted(ADVERBS, key=len, reverse=True))
_ADVERBS = re.compile(rf"(?P<subject>.*?)(?P<adverbs>(?: (?:{_LONGEST}))+)")
_DEFINITE = re.compile(r"\w{2,}(?:en|et|na|an|on)\Z|\w{3,}(?:ln|rn)\Z")


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
    return plain(last) in PRONOUNS or bool(_DEFINITE.match(plain(last))) or last[:1].isupper()


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
        if text[2].endswith(("a", "e")) and not _DEFINITE.match(text[2]) and not text[2].endswith("orna"):
            return None
    elif plain(text[1]) not in PRONOUNS and not (_DEFINITE.match(text[1]) and text[1].islower()):
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
    alone = _DEFINITE.match(text[0]) and (len(text) == 1 or text[1] != "som") and text[0] not in PRESENT
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
    return calm(clause) if plain(clause.split()[0]) in IMPERATIVE or ", så " in clause else None


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
    regex = re.compile(pattern, re.I)
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
    "count": rf"(?:\d+|några få|{_NUMBER})(?: \w+){{1,3}}\Z",
    "count_more": rf"(?:\d+|{_NUMBER}) (?!.*–)",
    "offer": r"(?:\w+ ){0,3}\w*(?:rabatten|erbjudandet|rean?|kampanjen|pris(?:et|erna)|koden)(?: (?:på|för|i) .+)?\Z",
    "seat": r"\w*(?:plats|tid|biljett|stol|hytt|stuga)\b(?!.*–)",
    "imperative": r"(?:boka|köp|beställ|ring|mejla|kontakta|prova|testa|teckna|hämta|anmäl|registrera|ladda|läs|hyr)\Z",
    "object": r"(?!.*(?:[–:;!?]|, |\b(?:och|så|redan|innan)\b)).",
    "tail": rf"(?:{'|'.join(PREPOSITIONS)}) (?!.*(?:[–;!?]|\b(?:så|innan)\b))",
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
        **{function.__name__: _worded(function) for function in _FUNCTIONS},
    },
    orphan=orphan,
    weekdays=words("måndag tisdag onsdag torsdag fredag lördag söndag"),
    terms=NUMERALS - words("en ett första sista") | words("midnatt gratis kostnadsfritt midsommar"),
    empty=PRIDE - words("vi jag det att som en ett den i på med av över för om dag idag nu här hos inför efter än")
    | words("unik unika unikt ledande världsledande marknadsledande fantastiska underbar underbara prisbelönt dna"),
)
