"""Danish calls and offers: `Bestil nu` and what one can do, and phrases a rewrite may take over."""

from __future__ import annotations

import re

from toneguard.languages import clauses_da as clauses
from toneguard.languages import forms_da as forms
from toneguard.languages import nouns_da as nouns
from toneguard.languages.language import words
from toneguard.late import late

_AT_ONCE = late(
    r"(?i) ?\b(?:allerede i dag|allerede nu|endnu i dag|lige nu|her og nu|nu|straks|omgående|med det samme)"
    r"(?=,| og | på \d| for | til | hos |\Z)"
)
_NUMBERED = late(r"\b(?:hele|kun|blot|sølle|vanvittige|sindssyge|vilde|fantastiske|svimlende) (?=\d)")
_FIGURE = late(
    r"\A(?:ansvar|chancen|springet|skridtet|det første skridt|alvor|dig sammen|med på|ikke|din rejse|rejsen)\b|"
    r"\bikke\b|\bforære|ærgre|\bdrømme|fortryde|\bliv\b|glip|lykke|\bmens (?:du|I|tid)\b"
)


def present_of(verb: str) -> str | None:
    """Return the present of an infinitive: `bage` is `bager`."""
    if verb in forms.PRESENTS:
        return forms.PRESENTS[verb]
    return f"{verb}r" if verb in forms.INFINITIVES else None


def called(text: str) -> str | None:
    """Return a call without its `now`, where its last clause still says something: `bestil din billet på museet`."""
    if re.search(r"\bhvis\b|gør ikke", text):
        return None
    return clauses.kept(text) if len(re.split(r"[,:;–]", text)[-1].split()) > 2 else None


def you_can(text: str) -> str | None:
    """Turn a call into what one can do: `bestil din billet og få rabat` is `bestille din billet og få rabat`."""
    head, _, rest = text.partition(" ")
    if head.lower() in ("sikr", "snup", "grib", "kapr", "scor"):
        head, rest = "få", rest.removeprefix("dig ")
    verb = forms.IMPERATIVES.get(head.lower())
    rest = _NUMBERED.sub("", _AT_ONCE.sub("", rest))
    if verb is None or not rest or _is_tied(rest):
        return None
    if found := re.match(r"(?P<adverb>også|bare|lige|endelig|selv) (?P<rest>.+)", rest):
        verb, rest = f"også {verb}" if found["adverb"] == "også" else verb, found["rest"]
    parts = re.split(r"(,? og )", f" {rest}")
    for index in range(2, len(parts), 2):
        first, space, more = parts[index].partition(" ")
        if first in forms.IMPERATIVES:
            parts[index] = f"{forms.IMPERATIVES[first]}{space}{more}"
        elif not re.match(r"(?:din|dit|dine|en|et|de|den|det|\d+)\b|\w+(?:er|en|et|ne)\b", parts[index]):
            return None
    return f"{verb}{''.join(parts)}".replace(", og ", " og ")


def _is_tied(rest: str) -> bool:
    """Tell whether what follows a call is more than one does: a condition, a threat, a figure of speech."""
    late = re.search(r"\b(?:inden|før) (?P<time>.+)", rest)
    return bool(
        (late and not forms.DATE.match(late["time"]))
        or " eller " in rest
        or ("hvis" in rest and "ikke" in rest)
        or _FIGURE.search(rest)
        or re.search(r"[:;–]|, (?!der|som|hvis|når|og)|, (?:hvis|når) .*,|(?i:\b(?:vi|mig)\b)", rest)
    )


def doing(text: str) -> str | None:
    """Return a verb in the present or past that can stand before its subject: `er`, `får`."""
    return text if text in forms.FINITE or re.fullmatch(r"[a-zæøå]{3,}er", text) else None


def if_you(text: str) -> str | None:
    """Turn a call before `så` into its condition: `bestil senest kl. 9` is `bestiller du senest kl. 9`."""
    head, _, rest = text.partition(" ")
    verb = present_of(forms.IMPERATIVES.get(head.lower(), ""))
    if verb is None or not _AT_ONCE.sub("", f" {rest}").strip() or re.search(r"[,:;–]|\b(?:dig|jer|vi|os|og)\b", rest):
        return None
    return f"{verb} du {rest}" if clauses.sober(rest) else None


def place(text: str) -> str | None:
    """Return a place to come to, without the pressure behind it: `butikken i Ølgod`."""
    where = re.split(r", | – | før | inden ", text)[0]
    return where if re.search(r" (?:i|på|ved) [A-ZÆØÅ0-9]|[a-z] \d+\Z", where) else None


def day(text: str) -> str | None:
    """Return a day of the week, midnight, or such: `søndag`."""
    return text if re.fullmatch(rf"(?i)(?:{forms.DAYS}|midnat|påske|jul|nytår|weekenden)", text) else None


def ordered(text: str) -> str | None:
    """Return what one orders, with its article where it needs one: `plads` is `en plads`, `Lumo One` stays."""
    return text if text[:1].isupper() else nouns.indefinite(text)


def time_unit(text: str) -> str | None:
    """Return a word for a stretch of time: `dage`."""
    return text if text in words("dage timer uger minutter døgn måneder") else None


def simple_or_name(text: str) -> str | None:
    """Return a phrase without a clause; a name may stand behind a comma: `vores nye kok, Ib Dal`."""
    if re.search(r"[:;–]|\b(?:når|hvis|så|fordi|at|hvor|der)\b", text) or set(forms.small_words(text)) & forms.STRONG:
        return None
    return text if re.fullmatch(r"[^,]+(?:, [A-ZÆØÅ][^,]+)?", text) else None


def newly(text: str) -> str | None:
    """Return a phrase with something new in it: `vores nye kaffe fra Guatemala`."""
    return text if re.match(r"(?:vores|den|det|de) (?:helt )?nye \w", text) else None


def thanked(text: str) -> str | None:
    """Return what one can thank for: `jeres opbakning gennem 10 år`."""
    return text if re.search(r"\b(?:din|dit|dine|jeres)\b", text) else None


def placed(text: str) -> str | None:
    """Return a phrase of place or time: `på værkstedet i Gram`."""
    return text if re.match(r"(?:på|i|fra|siden|hver|hos) (?!rette|alt|hjertet)", text) else None


def capital(text: str) -> str | None:
    """Return a clause with a capital, as a second sentence: `tilbuddet gælder til 1. maj`."""
    return text[:1].upper() + text[1:]


def deadline(text: str) -> str | None:
    """Return a day or an hour: `torsdag ved midnat`."""
    return text if forms.DATE.fullmatch(text) and len(text.split()) < 6 else None


def ended(text: str) -> str | None:
    """Return a sentence with one full stop: `det koster 9 kr.` and `det er åbent` both have one then."""
    return f"{text.rstrip('.')}."


def where(text: str) -> str | None:
    """Return a thing of the sender as the place where one can do something: `vores nye app` is `i vores nye app`."""
    last = (text.split() or [""])[-1].lower()
    if len(text.split()) > 6 or not re.match(r"(?:vores|den|det|en|et) ", text) or "," in text:
        return None
    if re.search(
        r"(?:side|website|websted|platform|portal|skole|hotel|bibliotek|museum|marked|messe|kontor|"
        r"værksted)(?:en|et|n)?\Z",
        last,
    ):
        return f"På {text}"
    known = (
        r"(?:app|butik|showroom|hal|hus|have|center|afdeling|restaurant|katalog|shop|lokaler|café|univers|system)"
        r"(?:en|et|n|pen)?\Z"
    )
    return f"I {text}" if re.search(known, last) else None


def dated(text: str) -> str | None:
    """Say when something takes place: `årets julekoncert den 8. december` is `årets julekoncert er den 8. december`."""
    found = re.match(
        r"(?P<what>[^,:;]+?) (?P<day>(?:(?:på )?(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag) )?den \d.*)\Z",
        text,
    )
    if not found or clauses.sober(text) is None:
        return None
    tokens = forms.small_words(found["what"])
    event = any(
        re.search(
            r"(?:koncert|marked|fest|løb|messe|udstilling|foredrag|kursus|premiere|dag|aften|salg)(?:en|et)?\Z", t
        )
        for t in tokens
    )
    return f"{found['what']} er {found['day']}" if event else None


def event(text: str) -> str | None:
    """Return something that takes place: `vores julemarked`."""
    tokens = forms.small_words(text)
    return text if tokens and tokens[-1] in forms.EVENTS and len(tokens) <= 6 else None


def lasting(text: str) -> str | None:
    """Return a time that can stand at the end: `i dag`."""
    return text if text in words("i_dag i_aften i_weekenden i_denne_uge denne_uge denne_weekend hele_dagen") else None


def do(text: str) -> str | None:
    """Return what one can do at a known time, as an infinitive: `bestille plads til den 5. juni`."""
    return text if (text.split() or [""])[0] in forms.INFINITIVES and forms.TIMES.search(text) else None


def named(text: str) -> str | None:
    """Return a sentence with a name in it: `Anders Holm har sagt ja`."""
    return text if re.match(r"[A-ZÆØÅ]\w+ [A-ZÆØÅ]\w+ ", text) or re.search(r" [A-ZÆØÅ]\w{2,}", text) else None
