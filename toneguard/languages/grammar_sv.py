"""The grammar of Swedish for rewriting: word order, verb forms, and what may go without being missed."""

from __future__ import annotations

import re

from toneguard.languages.forms_sv import (
    ADVERBS,
    AMBIGUOUS,
    ASKING,
    BOAST,
    DETERMINERS,
    HOOKS,
    IDLE,
    INSIDE,
    JOINING,
    LEANING,
    MODALS,
    NUMERALS,
    OBJECTS,
    PREPOSITIONS,
    PRIDE,
    PRONOUNS,
    SUBJUNCTIONS,
    TERMS,
    verbs,
)
from toneguard.languages.grammar import Grammar, Transform
from toneguard.languages.language import words

_VERBS = tuple(verbs())
_PRESENT = {infinitive: present for infinitive, present, _, _ in _VERBS}
_INFINITIVE = {present: infinitive for infinitive, present, _, _ in _VERBS}
_SUPINES = frozenset(supine for *_, supine in _VERBS)
_FINITE = (
    frozenset(form for _, present, past, _ in _VERBS for form in (present, past))
    | frozenset(f"{past}s" for _, _, past, _ in _VERBS if past.endswith("de"))
    | frozenset(f"{infinitive}s" for infinitive, present, _, _ in _VERBS if present.endswith("ar"))
    | frozenset(f"{present[:-2]}s" for _, present, _, _ in _VERBS if present.endswith("er") and len(present) > 4)
    | MODALS
)
_WEAK = {"kom": "komma", "gör": "göra", "glöm": "glömma", "bestäm": "bestämma", "bli": "bli", "hör": "höra"}
_IMPERATIVE = _WEAK | {
    (inf if present.endswith("ar") or not inf.endswith("a") else inf[:-1]): inf for inf, present, _, _ in _VERBS
}
_DAY = r"(?:mån|tis|ons|tors|fre|lör|sön)dag"
_NUMBER = "|".join(NUMERALS - words("en ett"))
_SPOKEN = re.compile(
    r"(?:\A[–—-]|[,–—] ?(?:säger|sa|sade|berättar|menar|förklarar|konstaterar|skriver|tycker|undrar)\b)", re.I
)
_LATER = re.compile(
    r"\b(?:i (?:dag|morgon|kväll|höst|vår|vinter|sommar|helgen|år)|idag|imorgon|ikväll|nu|snart|nästa|till hösten"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag\w*|januari|februari|mars|april|maj|ju[nl]i|augusti|\w+ember|oktober|under|vid|den \d)\b"
)
_ADVERBS = re.compile(r"(?P<subject>.*?)(?P<adverbs>(?: (?:%s))+)" % "|".join(sorted(ADVERBS, key=len, reverse=True)))
_DUMMY = re.compile(
    r"det (?:finns|fanns|går|kostar|tar|krävs|behövs|räcker|gäller|blir|regnar|snöar|händer|bor|står|kommer|är "
    r"(?:bara |nu |också )?(?:möjligt|lätt|svårt|viktigt|dags|tillåtet|gratis|bra|bäst|enklast|\w+dag|kallt|varmt|fritt))\b",
    re.I,
)
_DEFINITE = re.compile(r"\w{2,}(?:en|et|na|an|on)\Z|\w{3,}(?:ln|rn)\Z")


def _bare(word: str) -> str:
    return word.lower().strip(",;:()”\"'!?.")


def _is_finite(text: list[str], index: int) -> bool:
    """Tell whether a word is a finite verb: `öppnar`; one that may be a noun only behind a pronoun."""
    word = _bare(text[index])
    before = _bare(text[index - 1]) if index else ""
    if word not in _FINITE or (
        word.endswith(("ade", "de", "te")) and before in DETERMINERS | words("mest alla nya för")
    ):
        return False
    return word not in AMBIGUOUS or (before in PRONOUNS | words("inte nu också alltid"))


def _clauses(text: list[str]) -> int:
    """Count the clauses that hang on another: `som …`, `när …`; `om` is one before a pronoun."""
    after = [*(_bare(word) for word in text[1:]), ""]
    return sum(
        _bare(word) in SUBJUNCTIONS - words("att innan") and (_bare(word) != "om" or after[index] in PRONOUNS)
        for index, word in enumerate(text)
    )


def own(text: str) -> str | None:
    """Decline what somebody says, `…, säger Kim Ek`, and what boasts all the same."""
    return None if _SPOKEN.search(text) or BOAST.search(text) else text


def said_here(text: str) -> str | None:
    """Decline what somebody says: `…, säger Kim Ek`."""
    return None if _SPOKEN.search(text) else text


def main(clause: str) -> str | None:
    """Turn a subordinate clause into a main one: `vi nu har öppnat` → `vi har nu öppnat`."""
    text = clause.split()
    for index, word in enumerate(text[:12]):
        bare = _bare(word)
        if index and _is_finite(text, index):
            return own(_with_order(text, index, "") or "–")
        if index and bare in _SUPINES and _could_own(text, index):
            return own(_with_order(text, index, "har") or "–")
        if bare in SUBJUNCTIONS or (index and word.endswith((",", ":", "–", "-"))):
            return None
    return None


def _could_own(text: list[str], index: int) -> bool:
    """Tell whether a supine stands behind a subject: `vi fått`, `butiken nu öppnat`, and not `ett köpt hus`."""
    subject = _split_adverbs(" ".join(text[:index]))[0].split()
    last = _bare(subject[-1]) if subject else ""
    return last in PRONOUNS or bool(_DEFINITE.match(last)) or (bool(subject) and subject[-1][:1].isupper())


def _split_adverbs(text: str) -> tuple[str, str]:
    found = _ADVERBS.fullmatch(text)
    return (found["subject"], found["adverbs"].strip()) if found else (text, "")


def _with_order(text: list[str], index: int, finite: str) -> str | None:
    """Put the adverbs of a subordinate clause behind its finite verb, and behind a light object."""
    subject, adverbs = _split_adverbs(" ".join(text[:index]))
    first = _bare(text[0])
    if not subject or _bare(subject.split()[-1]) in PREPOSITIONS:
        return None
    verb, rest = (finite, text[index:]) if finite else (text[index], text[index + 1 :])
    if first in PREPOSITIONS | words("nu idag redan äntligen"):
        return " ".join(text) if rest and _bare(rest[0]) in PRONOUNS and not adverbs else None
    light = [rest.pop(0)] if rest and rest[0] in OBJECTS and not finite else []
    kept = " ".join(word for word in adverbs.replace("helt enkelt", "").split() if word not in IDLE)
    if kept.startswith("från och med") and len(subject.split()) == 1:
        return " ".join((kept, verb, subject, *light, *rest))
    return " ".join(filter(None, (subject, verb, *light, kept, *rest)))


def behind(subject: str) -> Transform:
    """Return `main` for a clause whose subject stands in the template: `nu har öppet` → `vi har nu öppet`."""
    return lambda rest: main(f"{subject} {rest}")


def present(phrase: str) -> str | None:
    """Turn an infinitive into the present: `äntligen få öppna en butik` → `öppnar en butik`."""
    text = phrase.split()
    while len(text) > 1 and text[0] in ("äntligen", "nu", "få", "kunna", "även", "också", "officiellt"):
        if text[0] == "få" and _bare(text[1]) not in (*_PRESENT, "äntligen", "nu"):
            break
        text.pop(0)
    verb = _PRESENT.get(text[0])
    return said_here(" ".join((verb, *text[1:]))) if verb and len(text) > 1 else None


def present_we(phrase: str) -> str | None:
    """Turn an infinitive into the present with its subject behind: `öppna en butik` → `öppnar vi en butik`."""
    turned = present(phrase)
    return None if turned is None else re.sub(r"\A(\S+)", r"\1 vi", turned)


def infinitive(phrase: str) -> str | None:
    """Let a phrase pass that begins with an infinitive: `betala i appen`."""
    first = phrase.split()[0]
    text = phrase.split()
    starts = sum(_is_finite(text, index) for index in range(1, len(text)))
    barred = first in words("vara få ha bli") or len(text) < 2 or starts > _clauses(text)
    return phrase if first in _PRESENT and not barred and own(phrase) else None


def order(phrase: str) -> str | None:
    """Turn an order into a condition: `anmäl dig före fredag` → `anmäler du dig före fredag`."""
    text = phrase.split()
    verb = _IMPERATIVE.get(text[0].lower())
    if verb is None or len(text) < 2 or {"och", "innan", "–", "-"} & set(text):
        return None
    if {word for word in text if word.isupper() and len(word) > 1} or verb in words(
        "skriva kommentera dela gilla tagga"
    ):
        return None
    you = "ni" if "er" in text else "du"
    return " ".join((_PRESENT[verb], you, *text[1:])) if verb not in words("vara få ha") else None


def noun(phrase: str) -> str | None:
    """Let a noun phrase pass that can stand behind `nu finns`: `en ny app som räknar åt dig`."""
    text = phrase.split()
    head = re.split(r",? (?:som|där|med|för|till|från|i|på) ", phrase)[0].split()
    if _LATER.search(phrase) or not own(phrase) or len(head) > 8 or re.search(r"[,–:;] ", phrase):
        return None
    if any(_is_finite(head, index) for index in range(1, len(head))) or " att " in phrase:
        return None
    first = text[0].lower()
    barred = PREPOSITIONS | PRONOUNS | OBJECTS | SUBJUNCTIONS | words("alla samma upp fram ut in") | _PRESENT.keys()
    return None if first in barred - words("den det de") else phrase


def uninvert(clause: str) -> str | None:
    """Put the subject first again: `öppnar vi klockan nio` → `vi öppnar klockan nio`."""
    text = clause.split()
    if len(text) < 2 or _bare(text[0]) not in _FINITE:
        return None
    count = 1
    if text[1].lower() in words("vår vårt våra din ditt dina er ert era") and len(text) > 3:
        count = 2
        if text[2].endswith(("a", "e")) and not _DEFINITE.match(text[2]) and not text[2].endswith("orna"):
            return None
    elif _bare(text[1]) not in PRONOUNS and not (_DEFINITE.match(text[1]) and text[1].islower()):
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
    first, last = _bare(text[0]), _bare(text[-1])
    if re.match(
        rf"(?:(?:bara|endast|nu|just nu|vi har|det finns) )*(?:\d+|{'|'.join(NUMERALS)}) \w+ .*kvar\b", clause, re.I
    ):
        return clause
    if (
        first in _FINITE | _IMPERATIVE.keys()
        or first in ASKING
        or last in PREPOSITIONS | SUBJUNCTIONS | words("och eller men bara till")
    ):
        return None
    starts = [index for index in range(1, len(text)) if _is_finite(text, index)]
    clauses = _clauses(text)
    if first in LEANING - words("det den de"):
        return None
    return clause if len(starts) > clauses else None


def gone(text: str) -> str | None:
    """Drop words that tell the reader nothing: `innan det är för sent`; decline where there is a term or a figure."""
    text = re.sub(r"redan i (?:dag|kväll|morgon)", "", text)
    bare = {_bare(word) for word in text.split()}
    if bare & (NUMERALS - words("en ett första sista")) or bare & TERMS or re.search(r"\d|@|\w\.\w|\w/\w|%", text):
        return None
    return ""


def pride(text: str) -> str | None:
    """Drop words that speak of nothing but feelings: `i dag är vi otroligt stolta över`."""
    bare = [_bare(word) for word in text.split()]
    if not set(bare) <= PRIDE | {"", "–"} or _SPOKEN.search(text):
        return None
    return "" if set(bare) - words("vi jag är det att som i på dag nu och så kan vill får har") else None


def present_any(phrase: str) -> str | None:
    """Turn an infinitive into the present, and leave a present as it is: `öppnar en butik`."""
    return phrase if phrase.split()[0] in _INFINITIVE else present(phrase)


def named(phrase: str) -> str | None:
    """Return what is left of a noun phrase without its praise: `och beprövad metod` → `beprövad metod`."""
    left = re.sub(r"\A(?:och|,) ", "", phrase)
    first = _bare(left.split()[0])
    barred = first in PREPOSITIONS | SUBJUNCTIONS | _FINITE - AMBIGUOUS | words(
        "och eller men aktör kraft röst spelare på"
    )
    return None if barred or phrase[:1] in "–-.:" else own(left)


def definite(phrase: str) -> str | None:
    """Let a phrase pass whose first noun is definite by itself, so that its article may go: `metoden från 1987`."""
    text = phrase.split()
    alone = _DEFINITE.match(text[0]) and (len(text) == 1 or text[1] != "som") and text[0] not in _PRESENT
    return own(phrase) if alone and text[0] not in _FINITE else None


def calm(clause: str) -> str | None:
    """Let an order or a statement pass that may lose its threat, not a question."""
    first, last = _bare(clause.split()[0]), _bare(clause.split()[-1])
    if first in HOOKS or words("min mitt mina mig") & set(clause.lower().split()):
        return None
    asks = (first in _FINITE and first != "kom") or first in ASKING or first in SUBJUNCTIONS | words("så och men inte")
    halts = last in PREPOSITIONS | SUBJUNCTIONS | words("och eller men inte så")
    return None if asks or halts or len(clause.split()) < 2 else own(clause)


def free(phrase: str) -> str | None:
    """Return what the reader gets without the cheering: `boken HELT GRATIS` → `boken gratis`."""
    if re.search(r"\b(?:gråta|ångra|skämmas|köa|äta upp|stå där|missar)\b|[–;]|före alla", phrase):
        return None
    left = re.sub(r"\b(?:HELT )?GRATIS\b", lambda found: found[0].lower(), phrase)
    left = re.sub(r",? (?:sedan|sen|annars) (?:är det kört|är det över|är det slut|är det för sent)\Z", "", left)
    return own(left)


def ordered(word: str) -> str | None:
    """Drop an order with which a clause begins: `boka`."""
    return "" if word in _IMPERATIVE or word in HOOKS else None


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
    early = [_bare(word) for word in rest.split()[:5]]
    if set(early) & INSIDE or (first in LEANING and not _stands(sentence)):
        return None
    return sentence


def _stands(sentence: str) -> bool:
    """Tell whether a pronoun leads nowhere back: `Det finns …`, `Den som …`, `Den 3 maj …`, `De flesta …`."""
    text = sentence.split()
    if _DUMMY.match(sentence):
        return True
    return text[0] in ("Den", "De") and (text[1] in ("som", "flesta") or text[1].isdigit())


# Transformations that change nothing but decline what they do not know.
_PASSING = {
    "norm": r".*\b(?:ska|skall|bör|måste|behöver|borde|får)\b",
    "day": rf"(?:\d{{1,2}} \w+|midnatt|{_DAY})(?!.*(?:[,–:;]| (?:och|så|men|innan) ))",
    "count": rf"(?:\d+|några få|{_NUMBER})(?: \w+){{1,3}}\Z",
    "count_more": rf"(?:\d+|{_NUMBER}) (?!.*–)",
    "offer": r"(?:\w+ ){0,3}\w*(?:rabatten|erbjudandet|rean?|kampanjen|priset|priserna|koden|dealen)(?: (?:på|för|i|med) .+)?\Z",
    "seat": r"\w*(?:plats|tid|biljett|stol|hytt|stuga)\b(?!.*–)",
    "imperative": r"(?:boka|köp|beställ|ring|mejla|kontakta|prova|testa|teckna|hämta|anmäl|registrera|ladda|läs|hyr)\Z",
    "object": r"(?!.*(?:[–:;!?]|, |\b(?:och|så|redan|innan)\b)).",
    "tail": rf"(?:{'|'.join(PREPOSITIONS)}) (?!.*(?:[–;!?]|\b(?:så|innan)\b))",
    "event": r"(?:(?:vår|vårt|våra|årets|\w+ens|sommarens) \w|(?:\w+ )?\w{3,}(?:en|et|na|an|on|ln|rn)(?: (?:om|med|för|i|på|av) |\Z))(?!.*,)",
}  # fmt: skip

GRAMMAR = Grammar(
    transforms={
        **{name: passing(pattern) for name, pattern in _PASSING.items()},
        **{f"sub_{subject}": behind(subject) for subject in ("vi", "du", "ni")},
        "finite": lambda word: word if word in _FINITE else None,
        "supine": lambda phrase: said_here(phrase) if phrase.split()[0] in _SUPINES else None,
        **{
            function.__name__: function
            for function in (
                own,
                main,
                present,
                present_we,
                present_any,
                infinitive,
                order,
                noun,
                uninvert,
                statement,
                gone,
                pride,
                named,
                definite,
                calm,
                free,
                seats,
                ordered,
                classless,
            )  # fmt: skip
        },
    },
    orphan=orphan,
    weekdays=words("måndag tisdag onsdag torsdag fredag lördag söndag midnatt gratis kostnadsfritt midsommar")
    | NUMERALS - words("en ett första sista"),
    empty=PRIDE - words("vi jag det att som en ett den i på med av över för om dag idag nu här hos inför efter än")
    | words("unik unika unikt ledande världsledande marknadsledande fantastiska underbar underbara prisbelönt"),
)
