"""self-centred/reader-share: a post that speaks of its sender all the way and hardly of its reader."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from toneguard.document import Document, Sentence
from toneguard.finding import Finding, Severity
from toneguard.guards import tutorial
from toneguard.languages import LANGUAGES
from toneguard.late import late
from toneguard.match import Match
from toneguard.persons import reader_words, sender_words
from toneguard.records import dataclass
from toneguard.rule import Example, RuleInfo, RuleSettings
from toneguard.subjects import apology, engineering

_AT_LEAST = 7  # mentions of the sender in sentences without a fact
_SHARE = 0.85  # of the mentions of sender and reader
_PER_100_WORDS = 2.5
_SHOWN = 5  # sentences listed as evidence
_FACT = late(rb"\d|\^")  # a figure, or the stand-in of code, an address or an image


@dataclass(frozen=True)
class _Weight:
    """A sentence with its number and the mentions of its sender and reader."""

    number: int
    sentence: Sentence
    sender: int
    reader: int


class ReaderShare:
    """A verdict on the post: mentions of the sender against mentions of the reader.

    Quotations and blockquotes are left out, and so are sentences with a fact (a figure, code) and those that teach,
    apologise or tell how something was built: there the sender has something to say. The evidence is the sentences
    that weigh most.
    """

    info = RuleInfo(
        name="self-centred/reader-share",
        summary="Speaks of the sender all the way and hardly of the reader.",
        why="A reader looks for themselves in a text. One about its sender from end to end has nobody else in it.",
        severity=Severity.SUGGESTION,
        messages={
            "en": "The post names its sender {sender} times and the reader {reader}; turn the heaviest ones round.",
            "sv": "Inlägget nämner avsändaren {sender} gånger och läsaren {reader}; vänd på de tyngsta meningarna.",
            "da": "Indlægget nævner afsenderen {sender} gange og læseren {reader}; vend de tungeste sætninger om.",
        },
        asks={
            "en": "Where in this post does the reader come in?",
            "sv": "Var i texten kommer läsaren in?",
            "da": "Hvor i teksten kommer læseren ind?",
        },
        examples=(
            Example(
                "en",
                bad="<<We love what we do and we do what we love.>> <<Our team and our friends are our joy.>>",
            ),
            Example(
                "en",
                good="We love what we do, as you can taste. Our bread is your bread: you choose, we bake, you eat.",
            ),
            Example("en", good="We fixed 12 bugs. We moved our 3 servers. We cut our costs by 4 %. We hired 2 people."),
            Example(
                "sv",
                bad="<<Vi älskar det vi gör och gör det vi älskar, vi.>> <<Vårt lag och våra vänner är vår glädje.>>",
            ),
            Example("sv", good="Vi bakar det ni vill ha. Vårt bröd är ert bröd: ni väljer, vi bakar, ni äter."),
            Example(
                "da",
                bad="<<Vi elsker det, vi gør, og vi gør det, vi elsker.>> <<Vores hold og vores hund er vores glæde.>>",
            ),
            Example("da", good="Vi bager det, I vil have. Vores brød er jeres brød: I vælger, vi bager, I spiser."),
        ),
        origin=__file__,
    )

    def check(self, document: Document, settings: RuleSettings) -> Iterable[Finding]:
        weights = list(_weights(document, settings))
        sender, reader = sum(item.sender for item in weights), sum(item.reader for item in weights)
        dose = settings.dose(self.info)
        if sender < _AT_LEAST * dose or sender < min(1.0, _SHARE * dose) * (sender + reader):
            return
        if 100 * sender < _PER_100_WORDS * dose * document.words:
            return
        heavy = sorted(weights, key=lambda item: (item.reader - item.sender, item.number))[:_SHOWN]
        spans = tuple(item.sentence.span for item in sorted(heavy, key=lambda item: item.number) if item.sender)
        language = document.language if document.language in LANGUAGES else heavy[0].sentence.block.language
        yield settings.verdict(self.info, document.source, language, spans, sender=str(sender), reader=str(reader))


def _weights(document: Document, settings: RuleSettings) -> Iterable[_Weight]:
    """Yield the sentences that speak of sender or reader; a fact frees the sender, never the reader."""
    number = 0
    for index, (block, sentences) in enumerate(zip(document.blocks, document.sentences, strict=True)):
        if block.language not in LANGUAGES or block.quoted:
            continue
        for sentence in sentences:
            number += 1
            reader = _unquoted(sentence, reader_words(sentence))
            sender = _unquoted(sentence, sender_words(sentence, settings.brands))
            if sender and (_FACT.search(sentence.shadow) or _explains(Match(document, sentence, 0, 1, index))):
                sender = 0
            if sender or reader:
                yield _Weight(number, sentence, sender, reader)


def _explains(match: Match) -> bool:
    return tutorial(match) or apology(match) or engineering(match)


def _unquoted(sentence: Sentence, places: Iterable[tuple[int, int]]) -> int:
    """Count the places that stand in no quotation."""
    quotations = sentence.block.quotations
    count = 0
    for start, _ in places:
        before = bisect_right(quotations, (sentence.start + start, len(sentence.block.text))) - 1
        count += before < 0 or quotations[before][1] <= sentence.start + start
    return count


RULE = ReaderShare()
