"""Pressure and praise that go from a Danish sentence: its first or last clause, what opens it, its adjectives.

Each function takes away one thing and returns None where it finds none, or where what stays would be no sentence. What
has a figure, a name or a day is never taken: that is seen to when a rewrite is verified.
"""

from __future__ import annotations

import re

from toneguard.languages import calls_da as calls
from toneguard.languages import clauses_da as clauses
from toneguard.languages import forms_da as forms
from toneguard.languages import nouns_da as nouns
from toneguard.languages import praise_da as praise
from toneguard.languages.language import words
from toneguard.late import late

_JOINT = late(
    r",? – |,? - |, (?:og|men|så|for|fordi|der|som|hvor|hvilket|mens|før|inden) |; | og (?=(?:vi|det|de|der|så) )|, "
)
_TIED = (
    clauses.DETERMINERS | forms.EMPTY | words("er bliver var mest mere så ikke og blive være blevet dem som end den")
)
_OWNERS = words("vores vore mine min mit vort alle")
_BEHIND_CALL = late(
    r", (?=mens|inden|før|så|for|men|ellers|eller)|,? (?:–|-) | (?=så længe|før (?:det|de|den|en|alle|andre|"
    r"naboen|nogen|vi) )|; "
)
_OPEN_CLAUSE = late(r"\b(?:hvis|når|da) [^,]*\Z")
_CONDITION = late(r"(?:Hvis|Når|Mens|\w+r (?:du|I)\b) [^,:;–]+, (?P<verb>\w+) [^,:;–]+\Z")
_FRONT = late(
    r"(?P<front>(?:Som|Med|Takket være|Efter|Drevet af|Gennem|Igennem|I kraft af|Hos|På|I|Fordi|Siden|"
    r"Ud over) [^,;:–]{4,110}?(?:, [^,;:–]{3,60},)?) (?P<verb>[a-zæøå]+) (?P<who>vi|du|I|man|jeg) (?P<rest>.+)\Z"
)


def _droppable(part: str) -> bool:
    tokens = forms.small_words(part)
    if not tokens or len(tokens) > 20 or praise.NEEDED.search(part):
        return False
    if forms.TIMES.search(part) and not praise.CALL.match(part):
        return False
    return bool(praise.CALL.match(part) or praise.PRESS.search(part) or praise.BOAST.search(part))


def _own(part: str) -> bool:
    """Tell whether a clause speaks of the sender or of what was just said."""
    return bool(set(forms.small_words(part)) & words("vi os vores jeg mig min mit mine det den man de"))


def boast(text: str) -> str | None:
    """Return nothing for praise of oneself that holds nothing else: `det sikre valg`."""
    return "" if praise.BOAST.search(text) and not praise.NEEDED.search(text) and len(text.split()) < 14 else None


def drop_last(text: str) -> str | None:
    """Return a sentence without its last clause, where that only presses or praises.

    `Salget begynder lørdag, så sæt alarmen nu` is `Salget begynder lørdag`.
    """
    for joint in reversed(list(_JOINT.finditer(text))):
        head, tail, link = text[: joint.start()], text[joint.end() :], joint.group().strip(" ,")
        if not _droppable(tail):
            if praise.NEEDED.search(tail):
                return None
            continue
        if _needs_tail(head, link, tail) or _droppable(head) or (kept := _calm(head)) is None:
            continue
        if not (
            set(forms.small_words(head)) & (forms.FINITE | set(forms.IMPERATIVES) | forms.NUMERALS)
            or forms.DIGIT.search(head)
        ):
            continue
        return worth(kept)
    return None


def unpressed(text: str) -> str | None:
    """Return what one can do for a call and pressure behind it: `snup en tid, mens du kan` is `Du kan få en tid`."""
    head = _unpushed(text)
    return able(head) if head != text and (forms.stated(head) or praise.NEEDED.search(head)) else None


def able(text: str) -> str | None:
    """Return what the reader can do for a call: `bestil jeres billet nu` is `I kan bestille jeres billet`."""
    text = _unpushed(text)
    only = re.match(r"[Kk]un (?P<time>i [a-zæøå]+): (?P<call>.+)", text)
    call = only["call"] if only else text
    can = calls.you_can(call[:1].lower() + call[1:])
    who = "I" if can and re.search(r"\bjer(?:es)?\b", can) else "du"
    if can is None or re.fullmatch(r"\w+ (?:den|det|dem)", can) or (who == "I" and re.search(r"\bdi[gnt]\b", can)):
        return None
    return f"{calls.capital(only['time'])} kan {who} {can}" if only else f"{calls.capital(who)} kan {can}"


def _unpushed(text: str) -> str:
    """Return a call without the pressure behind it."""
    for joint in _BEHIND_CALL.finditer(text):
        if _pushes(text[joint.end() :]):
            return text[: joint.start()]
    return text


def kept_call(text: str) -> str | None:
    """Return a sober sentence, or what the reader can do: `lej en stige` is `Du kan leje en stige`."""
    return able(text) or (None if praise.CALL.match(text) else clauses.kept(text))


def _pushes(part: str) -> bool:
    return not praise.NEEDED.search(re.sub(r"(?i)\bhvis du er\b", "", part)) and bool(
        praise.CALL.match(part) or praise.PRESS.search(part)
    )


def _needs_tail(head: str, link: str, tail: str) -> bool:
    first = (forms.small_words(head) or [""])[0]
    if first in clauses.OPENERS - {"siden", "efter", "om", "kun", "der"} or re.search(
        r"(?i)\bikke (?:bare|kun|blot|kunne)\b|\b(?:hverken|enten|både)\b|\A(?:det|den|alt|alle|hver \w+)(?: er)?\Z",
        head,
    ):
        return True
    if ": " in head or (link in ("så", "") and _OPEN_CLAUSE.search(head)):
        return True
    if link == "hvor":
        return True
    if link in ("der", "som"):
        return (
            bool(re.match(r"(?i)det (?:er|var|bliver)\b", head))
            or not re.search(r"(?:\b(?:vores|et|en) (?:[\w-]+ ){0,3}[\w-]+)\Z", head)
            or bool(re.search(r"(?i)\b(?:søger|leder|til dig|kunder|mangler|ansætter|vælg|find)\b", head))
        )
    if link == "" and re.match(r"(?:nu|så) ", tail) and praise.PRESS.search(tail):
        return False
    if link == "":  # a bare comma: a call or an apposition
        return not (
            praise.CALL.match(tail)
            or re.match(
                rf"(?:vores|landets|byens|branchens|markedets|verdens) {praise.GRADE}(?:mest|bedste|\w+este)", tail
            )
        )
    if link in ("og", "men", "så", "for", "fordi", "hvilket", "mens", "", "-", "–", ";"):
        return not (praise.CALL.match(tail) or praise.PRESS.search(tail) or _own(tail))
    return False


def drop_first(text: str) -> str | None:
    """Return a sentence without its first clause, where that only presses or praises, in the right word order.

    `Vi elsker brød, og derfor bager vi hver nat` is `Vi bager hver nat`.
    """
    for joint in re.finditer(r",? – |,? - |, (?:og|men|så|for) |: |; ", text):
        head, tail, link = text[: joint.start()], text[joint.end() :], joint.group().strip(" ,")
        first = (forms.small_words(head) or [""])[0]
        if first in clauses.OPENERS or (link in ("men", "så", "for") and first in forms.FINITE):
            return None
        if re.search(r"(?i)\bikke (?:bare|kun|blot)\b", head) or not _droppable(head):
            continue
        if (link in ("", ":") and not praise.CALL.match(head)) or re.match(
            r"(?i)(?:så|og) (?!\w+ (?:vi|du|I)\b)", tail
        ):
            continue
        presses = praise.PRESS.search(tail) and not forms.DIGIT.search(tail)
        return None if presses or _droppable(tail) else follow(tail)
    return None


def follow(text: str) -> str | None:
    """Return a clause as it stands by itself: `derfor bager vi her` is `Vi bager her`; a call is None."""
    opened = re.match(
        r"(?:(?:og|så) )?(?:derfor|dermed|så|nu|samtidig) (?P<verb>\w+) (?P<who>vi|du|I|man) (?P<rest>.+)", text
    )
    if opened:
        text = f"{opened['who']} {opened['verb']} {opened['rest']}" if calls.doing(opened["verb"]) else ""
    whole = clauses.clause(text)
    calm = _calm(whole) if whole else None
    return clauses.free(calm) if calm and worth(calm) else None


def _calm(text: str) -> str | None:
    """Return a sentence that is sober, at most without its adjectives of praise."""
    if (condition := _CONDITION.match(text)) and condition["verb"] in forms.FINITE:
        return clauses.sober(text)
    return clauses.kept(text) or ((plain := _plain(text)) and clauses.kept(plain))


def worth(text: str) -> str | None:
    """Return a text that says something besides itself: a figure, a day, or three plain words."""
    if forms.DIGIT.search(text) or forms.TIMES.search(text):
        return text
    return text if len(set(forms.small_words(text)) - praise.VAGUE - forms.EMPTY) > 2 else None


def fronted(text: str) -> str | None:
    """Take away what praises in front of the verb: `Med vores dygtige team kan du løbe` is `Du kan løbe`."""
    found = _FRONT.match(text)
    if not found or found["verb"] not in forms.FINITE or praise.NEEDED.search(found["front"]):
        return None
    front = set(forms.small_words(found["front"]))
    if not (praise.BOAST.search(found["front"]) or front & (praise.PRAISE | forms.STRONG)) or re.search(
        r"(?i)\A(?:hos|på|i) [A-ZÆØÅ]", found["front"]
    ):
        return None
    rest = f"{found['who']} {found['verb']} {found['rest']}"
    return rest if clauses.sober(rest) and worth(rest) and len(rest.split()) > 3 else None


def unpraised(text: str) -> str | None:
    """Take away the adjectives of praise before nouns: `Hos os er to kompetente svende` is `Hos os er to svende`."""
    plain = _plain(text)
    return plain if plain and clauses.sober(plain) and worth(plain) else None


def _plain(text: str) -> str | None:
    plain = praise.PRAISED.sub(_without, text)
    return None if plain == text else re.sub(r"(?<=\w) (?:til dato|nogensinde)(?=[,.]|\Z)", "", plain)


def _without(found: re.Match[str]) -> str:
    before, noun = found["before"], found["noun"]
    last = before.lower()
    if last == "de" and found["praise"].endswith("ste") and nouns.several(noun):
        return noun
    tied = last in _TIED or (last.endswith("s") and last not in _OWNERS and last not in ("hos", "os"))
    best = re.search(r"este\Z|\bmest ", found["praise"])
    if tied or clauses.headed(noun) is None or (best and last not in _OWNERS):
        return found.group()
    return f"{before} {noun}"


def pressed(text: str) -> str | None:
    """Return nothing for words that only press the reader: `gå ikke glip af det`."""
    return "" if _droppable(text) and len(text.split()) < 14 else None


def calm(text: str) -> str | None:
    """Return a sentence that is sober and does not end in the middle of a phrase: `vi har leveret blomster`."""
    ends = re.search(
        r"\b(?:lavet|skabt|bygget|udført|arbejder?|leveret|drevet|virksomhed|firma|sted|hus|team|hold|fyldt|og|"
        r"er|alt|allermest|mest|især|altid|bare)\Z",
        text,
    )
    return None if ends else _calm(text)


def praise_part(text: str) -> str | None:
    """Return nothing for what a sender says of itself before the verb that counts: `på en spændende rejse`."""
    if (
        praise.NEEDED.search(text)
        or not praise.BOAST.search(text)
        or re.search(r",|\b(?:specialister|eksperter)\b", text)
    ):
        return None
    return "" if len(text.split()) < 13 else None


def unonly(text: str) -> str | None:
    """Return a clause that stands by itself, without its `kun`: `tilbuddet gælder kun i maj`."""
    return follow(re.sub(r"\bkun (?=i |til |hele |denne |den |på )", "", text))


def trimmed(text: str) -> str | None:
    """Return a text without a last clause that presses: `i stedet for 900 – så billigt bliver det aldrig igen`."""
    head, dash, tail = text.partition(" – ")
    return clauses.sober(head if dash and praise.PRESS.search(tail) and not forms.DIGIT.search(tail) else text)


def owned(text: str) -> str | None:
    """Return who or what the sender is glad of, as a subject: `vores elev Jonas`."""
    known = re.match(r"(?:vores|min|mit|[A-ZÆØÅ]\w+)\b", text)
    return calls.capital(_plain(text) or text) if known and len(text.split()) < 8 and "," not in text else None


def predicate(text: str) -> str | None:
    """Return a clause behind `der` as one behind its subject: `netop har bestået` is `har netop bestået`."""
    found = re.match(
        r"(?P<adverb>(?:nu|netop|lige|også|i dag|i går|snart|fremover|for nylig|allerede) )?(?P<verb>\w+) (?P<rest>.+)",
        text,
    )
    if not found or found["verb"] not in forms.FINITE or not clauses.sober(text) or not worth(text):
        return None
    return f"{found['verb']} {found['adverb'] or ''}{found['rest']}"


def plainly(text: str) -> str | None:
    """Return a text without its adjectives of praise, where it is sober then."""
    return clauses.sober(_plain(text) or text)


def unfact(text: str) -> str | None:
    """Return nothing for a short lead that holds no fact: `ja, jeg vil sove`."""
    return None if praise.NEEDED.search(text) or len(text.split()) > 10 else ""


def unonly_front(text: str) -> str | None:
    """Return a sentence that opens with its time, without `kun`: `kun indtil fredag får du …`."""
    found = re.match(r"[Kk]un (?P<rest>(?:indtil|til|i|frem til|hele|denne|på) .+)", text)
    if found is None or ":" in text or worth(text) is None:
        return None
    return clauses.sober(found["rest"][:1].upper() + found["rest"][1:])
