"""Who a sentence speaks of: the words that mean its sender and its reader, counted on the text.

Danish `I` (you) is told from `i` (in) by its capital, and at the start of a sentence by the verb behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from toneguard.document import Sentence
from toneguard.languages import LANGUAGES
from toneguard.late import late
from toneguard.match import any_of

_DANISH_YOU = late(
    r"(?<=[\w,;:»\"(] )I\b"
    r"|\AI(?= (?:altid |også |selv )?(?:kan|kunne|skal|skulle|vil|ville|må|måtte|bør|burde|har|havde|er|var|får|fik"
    r"|bliver|blev|kommer|kom|ser|ved|vidste|finder|tager|giver|gør|gjorde|bruger|brugte|køber|købte"
    r"|betaler|betalte|sparer"
    r"|slipper|behøver|vælger|valgte|mener|ønsker|spurgte|skrev|hjalp|hører|møder|sender|bestiller|sidder|står|bor)\b)"
)
_ENGLISH_I = late(r"\bI\b")


def sender_words(sentence: Sentence, brands: tuple[str, ...] = ()) -> Iterator[tuple[int, int]]:
    """Yield the half-open places of we, us, our and of the named brands in the sentence's own text."""
    sender = LANGUAGES[sentence.block.language].sender
    names = any_of(sender | frozenset(name.lower() for name in brands) if brands else sender)
    for found in names.finditer(sentence.shadow):
        if sentence.text[slice(*found.span())] != "US":  # the country
            yield found.span()


def speaks_as_author(sentence: Sentence) -> bool:
    """Tell whether the sentence has the first person singular; the English I by its capital."""
    language = LANGUAGES[sentence.block.language]
    if language.code == "en" and _ENGLISH_I.search(sentence.text):
        return True
    return any_of(language.author).search(sentence.shadow) is not None


def reader_words(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the half-open places of you and your in the sentence's own text."""
    language = LANGUAGES[sentence.block.language]
    for found in any_of(language.reader).finditer(sentence.shadow):
        yield found.span()
    if language.code == "da":
        for pronoun in _DANISH_YOU.finditer(sentence.text):
            yield pronoun.span()
