"""Danish sentences clause by clause: which stand by themselves, and which may go without being missed."""

from __future__ import annotations

import re

from toneguard.languages import forms_da as forms
from toneguard.languages.language import words
from toneguard.late import late

OPENERS = words(
    """hvad hvem hvordan hvorfor når hvis da fordi selvom mens inden før efter hvor som der at både hverken ikke kun
    enten jo siden om"""
)
DETERMINERS = words("den det de denne dette disse sådan sådanne hvilken hvilket hvilke")
_CONNECTORS = words("derfor dermed nu samtidig så således desuden derudover heldigvis endelig")
_BOUND = late(
    r"\b(?:den|det|dem)(?=[,.;!?]|\Z| (?:i|på|til|med|for|fra|ud|ind|hos|af|ned|op|hjem|nu|også|ikke|selv|her|ved)\b)"
)
PRONOUNS = words("vi jeg du I man")
_DUMMY = late(
    r"\ADet (?:er|bliver|kan være) (?:ikke |stadig |nu |også |altid )?"
    r"(?:muligt|nemt|let|vigtigt|gratis|svært|nødvendigt|smart|bedst|en god idé),? at "
    r"|\ADet (?:regner|sner|blæser|fryser|stormer)\b|\ADet, "
)


def clause(text: str) -> str | None:
    """Return a whole sentence as it is: a subject or adverb, then a finite verb. Others are None."""
    tokens = forms.small_words(text)
    if len(tokens) < 3 or (tokens[0] in OPENERS and "," not in text):
        return None
    first = text.partition(",")[0] if tokens[0] not in OPENERS else text
    return (
        text.rstrip(".")
        if any(token in forms.FINITE for token in forms.small_words(first)[:9] if token != "lidt")
        else None
    )


def kept(text: str) -> str | None:
    """Return what stands before a tail that goes, where it is a sober sentence: `billetten koster 80 kr`."""
    tokens = forms.small_words(text)
    hurry = words("men skynd løb tøv vent slå grib snup vær og så hvis når hvad hvorfor lad fordi")
    if (
        len(tokens) < 3
        or tokens[0] in hurry | forms.FINITE
        or re.match(r"\w+r (?:du|I|man|jeres|din|dit|vi)\b", text)
        or text[-1:] in ":,-–"
        or text.endswith("gør det")
        or forms.LOUD.search(text)
    ):
        return None
    return text.rstrip(".") if not set(tokens) & forms.STRONG else None


def free(text: str) -> str | None:
    """Return a sentence that does not lean on what stood before it: `værkstedet åbner kl. 7`."""
    return text if orphan(text[:1].upper() + text[1:]) == text[:1].upper() + text[1:] else None


def sober(text: str) -> str | None:
    """Return a text without praise of oneself."""
    return None if set(forms.small_words(text)) & forms.STRONG or forms.LOUD.search(text) else text


def before(text: str) -> str | None:
    """Return a text behind which an adjective may go: `vi har en`. The adjective of `den` and `landets` stays."""
    last = (forms.small_words(text) or [""])[-1]
    tied = DETERMINERS | forms.EMPTY | words("er bliver var mest mere så ikke og blive være blevet alle dem som end")
    return (
        None if last in tied or (last.endswith("s") and last not in ("vores", "jeres")) or text[-1:] in ",;:." else text
    )


def fluff(text: str) -> str | None:
    """Return nothing for words about the sender that no reader misses: `vi er stolte af vores team`."""
    tokens = forms.small_words(text)
    if forms.DIGIT.search(text) or forms.READER.search(text) or len(tokens) > 16 or not set(tokens) & forms.STRONG:
        return None
    if (
        set(tokens) & words("gratis pris prisen rabat åbent åbner lukker ikke aldrig hvis når men bestil")
        or "http" in text
    ):
        return None
    return "" if set(tokens) & words("vi os vores jeg mit min") else None


def headed(text: str) -> str | None:
    """Return a phrase whose first word can be what an adjective stood before: `metode til …`."""
    first = text.split()[0] if text.split() else ""
    known = forms.FINITE | words(
        """udsigt service oplevelse kvalitet stemning atmosfære faglighed indsats og eller men i på til af for med om
        som der at når hvis fra ved hos end over under er"""
    )
    if not first or first.lower() in known or not first[0].isalpha() or text[:1] in ",;:.":
        return None
    return text


def orphan(sentence: str) -> str | None:
    """Return the sentence behind one that is cut, or None where it leans on what is gone.

    `Derfor har vi åbent.` is `Vi har åbent.`, `Den koster 20 kr.` is None, `Det er muligt at betale.` stays.
    """
    tokens = forms.small_words(sentence)
    if not tokens or not sentence[0].isalnum() or _BOUND.search(sentence, 1):
        return None
    first, rest = tokens[0], sentence.split()
    if _DUMMY.match(sentence):
        return sentence
    if first in _CONNECTORS:
        return _straight(rest)
    if first == "og" and len(tokens) > 2 and tokens[1] in words("vi jeg du man i"):
        return f"{rest[1][:1].upper()}{rest[1][1:]} {' '.join(rest[2:])}" if tokens[2] in forms.FINITE else None
    if (
        len(tokens) > 1
        and first in ("den", "de", "det")
        and re.match(r"[\wæøå]*(?:ede|ende|nye|ste|ige|iske)\Z", tokens[1])
        and tokens[1] not in forms.FINITE
    ):
        return sentence
    return None if first in forms.LEANING else sentence


def _straight(parts: list[str]) -> str | None:
    """Put the subject before the verb when the connector goes: `Derfor lukker vi …` is `Vi lukker …`."""
    if len(parts) < 4 or parts[1].lower() not in forms.FINITE or not (parts[2] == "I" or parts[2] in PRONOUNS):
        return None
    return " ".join([parts[2][:1].upper() + parts[2][1:], parts[1], *parts[3:]])
