"""The grammar of Danish for rewriting."""

from __future__ import annotations

import re

from toneguard.languages import calls_da as calls
from toneguard.languages import clauses_da as clauses
from toneguard.languages import forms_da as forms
from toneguard.languages import nouns_da as nouns
from toneguard.languages import pruning_da as pruning
from toneguard.languages.grammar import Grammar
from toneguard.languages.language import words

_OBJECTS = words("dig jer mig os sig den det dem ham hende")
_AUXILIARIES = words("er har kan skal vil må tør bør var havde kunne skulle ville måtte burde bliver blev får")
_SAYING = words("meddele fortælle dele annoncere afsløre offentliggøre konstatere løfte")
_DOING = words("præsentere lancere åbne byde invitere introducere indvie overtage udvide tilbyde")


def lower(text: str) -> str:
    """Return a text with a small first letter, where its first word is no name: `Vores app` is `vores app`."""
    first = text.split()[0] if text.split() else ""
    return text[:1].lower() + text[1:] if first.lower() in _SMALL | forms.COUNTS and first != "I" else text


_SMALL = words("vores din dit dine jeres en et den det de vi du man her der nu i på med fra kun alle flere") - {"i"}


def sender(word: str) -> str | None:
    """Return the sender's pronoun: `vi` is `vi`, anything but `vi` and `jeg` is none."""
    return word.lower() if word.lower() in ("vi", "jeg") else None


def reader(word: str) -> str | None:
    """Return the reader as a subject: `dig` is `du`, `jer` is `I`."""
    return {"dig": "du", "jer": "I", "du": "du", "i": "I"}.get(word.lower())


def finite(word: str) -> str | None:
    """Return a verb in the present or past as it is: `bager` is `bager`, `butik` is none."""
    vague = words("elsker brænder lever drømmer tror mener håber ønsker stræber kæmper er nægter insisterer")
    return word.lower() if word.lower() in forms.FINITE - vague else None


def present(text: str) -> str | None:
    """Turn infinitives into the present: `levere strøm og bygge huse` is `leverer strøm og bygger huse`."""
    head, _, rest = text.partition(" ")
    verb = calls.present_of(head)
    if verb is None or set(forms.small_words(text)[:2]) & _SAYING:
        return None
    if head == "kunne" and rest.partition(" ")[0] in _DOING:
        return present(rest)
    parts = re.split(r"( og |, )", f" {rest}")
    bound = head in ("kunne", "skulle", "ville", "måtte", "turde", "burde", "have", "få", "lade")
    for index in range(2, len(parts), 2):
        first, space, more = parts[index].partition(" ")
        if first in forms.INFINITIVES and not bound and "at " not in parts[index - 2][-30:] and len(first) > 2:
            if any(opener in forms.small_words(rest) for opener in ("at", "kan", "skal", "vil")):
                return None
            parts[index] = f"{calls.present_of(first)}{space}{more}"
        elif index == 2 and not parts[0] and first.endswith("e") and not bound:
            parts[index] = f"{first}r{space}{more}"
        elif first.endswith("ere") and first not in forms.INFINITIVES and not first.endswith("nere"):
            return None
    return f"{verb}{''.join(parts)}".strip()


def main(text: str) -> str | None:
    """Turn a clause behind `at` into a sentence: `vi nu kan tilbyde plads` is `vi kan nu tilbyde plads`."""
    parts = text.split()
    if (
        not parts
        or parts[0].lower() in forms.INFINITIVES
        or len(parts) < 2
        or set(forms.small_words(text)[:5]) & _SAYING
    ):
        return None
    if parts[0].lower() in clauses.OPENERS:
        return text if parts[0].lower() in ("hvis", "når") and "," in text else None
    place = next((index for index, part in enumerate(parts) if part.strip(",").lower() in forms.FINITE and index), None)
    if place is None or any("," in part for part in parts[:place]):
        return None if forms.ADVERBS & set(forms.small_words(text)) or place is not None else text
    subject = parts[:place]
    adverbs: list[str] = []
    while len(subject) > 1 and (count := _adverb(subject)):
        adverbs = [*subject[-count:], *adverbs]
        subject = subject[:-count]
    if {"fra", "efter", "siden", "til"} & {part.lower() for part in subject[1:]}:
        return None
    if len(subject) > 1 and subject[0].lower() in clauses.PRONOUNS | {"man"}:
        return None
    if not adverbs:
        return text
    rest = parts[place + 1 :]
    when = " ".join(adverbs)
    if subject == ["vi"] and forms.WHEN.fullmatch(when) and when not in ("i dag", "i aften"):
        return " ".join([when, parts[place], "vi", *rest])
    shift = 1 if parts[place].lower() not in _AUXILIARIES and rest and rest[0].lower() in _OBJECTS else 0
    return " ".join([*subject, parts[place], *rest[:shift], *adverbs, *rest[shift:]])


def _adverb(parts: list[str]) -> int:
    """Return how many words the adverb or the time at the end of a list has, 0 for none."""
    for count in (5, 4, 3, 2):
        if len(parts) > count and forms.WHEN.fullmatch(" ".join(parts[-count:])):
            return count
    for count in (3, 2, 1):
        if len(parts) > count and " ".join(parts[-count:]).lower() in forms.ADVERBS:
            return count
    return 0


def norm(text: str) -> str | None:
    """Return a clause that says what should be, not what is: `du skal kunne parkere gratis`."""
    found = re.match(r"(?:[\w-]+ ){1,4}?(?:skal|bør|må|fortjener|har ret til|behøver)\b", text)
    bad = any(token in forms.EMPTY for token in forms.small_words(text)) or re.search(
        r"\b(?:vi|os|vores|mere end)\b", text
    )
    return main(text) if found and not bad and len(forms.small_words(text)) > 3 else None


def to_reader(text: str) -> str | None:
    """Return a clause that begins with the reader: `du får svar`, `din pakke kommer mandag`."""
    return main(text) if re.match(r"(?:[Dd]u|I|[Dd]in|[Dd]it|[Dd]ine|[Jj]eres) ", text) else None


def bare(text: str) -> str | None:
    """Return a word that no adjective need follow: `en`, `vores`, `med`; `den` wants another noun and is None."""
    return (
        None
        if text.lower() in clauses.DETERMINERS | {"er", "bliver", "var", "mest", "mere", "så", "ikke", "og"}
        else text
    )


_OWN = (bare, finite, lower, main, norm, present, reader, sender, to_reader)
_PARTS = (
    calls.called, calls.capital, calls.dated, calls.day, calls.deadline, calls.do, calls.doing, calls.ended,
    calls.event, calls.if_you, calls.lasting, calls.named, calls.newly, calls.ordered, calls.place, calls.placed,
    calls.simple_or_name, calls.thanked, calls.time_unit, calls.where, calls.you_can, clauses.before,
    clauses.clause, clauses.fluff, clauses.free, clauses.headed, clauses.kept, clauses.sober, nouns.indefinite,
    nouns.several, pruning.able, pruning.boast, pruning.calm, pruning.drop_first, pruning.drop_last,
    pruning.follow, pruning.fronted, pruning.kept_call, pruning.owned, pruning.plainly, pruning.praise_part,
    pruning.predicate, pruning.pressed, pruning.trimmed, pruning.unfact, pruning.unonly, pruning.unonly_front,
    pruning.unpraised, pruning.unpressed, pruning.worth,
)  # fmt: skip
_SHAPES = (
    forms.counted, forms.doable, forms.factual, forms.headline, forms.infinitive, forms.nominal, forms.numbered,
    forms.offer, forms.offered, forms.places, forms.plain, forms.praised, forms.rounded, forms.simple,
    forms.stated, forms.team, forms.until,
)  # fmt: skip
GRAMMAR = Grammar(
    transforms={function.__name__: function for function in _OWN + _PARTS + _SHAPES},
    orphan=clauses.orphan,
    weekdays=words("mandag tirsdag onsdag torsdag fredag lørdag søndag"),
    empty=forms.EMPTY | words("dna"),
    terms=forms.NUMERALS
    | words(
        "midnat halvdelen dagligt ugentligt månedligt årligt halvanden døgn tredje fjerde femte sjette syvende tiende"
    ),
)
