"""reader-value/hard-to-read: long sentences of long words, measured as LIX."""

from __future__ import annotations

from collections.abc import Iterable

from toneguard.document import Document, Sentence
from toneguard.finding import Finding, Severity
from toneguard.languages import LANGUAGES
from toneguard.late import late
from toneguard.rule import Example, RuleInfo, RuleSettings

# Björnsson, Läsbarhet (1968): 40 to 50 is newspaper prose, 50 to 60 hard, as official texts are, over 60 very hard.
# Anderson (Lix and Rix, Journal of Reading 26, 1983) found the same steps for English and the Nordic languages.
_HARD = 50.0
_MIN_WORDS = 80  # below, one sentence decides the figure
_SHOWN = 3  # sentences listed as evidence
_LONG = 7  # letters of a long word
_WORD = late(r"[^\W\d_]+")
_END = (".", "!", "?")

_HARD_EN = (
    "The implementation of differentiated environmental classification requirements necessitates comprehensive "
    "documentation concerning temperature-controlled transportation, international warehousing arrangements and "
    "subsequent distribution within participating municipalities."
)
_HARD_SV = (
    "Implementeringen av differentierade miljöklassificeringskrav förutsätter genomgripande dokumentation beträffande "
    "temperaturreglerade transporter, internationella lagerhållningsarrangemang och efterföljande distribution inom "
    "deltagande kommuner."
)
_HARD_DA = (
    "Implementeringen af differentierede miljøklassificeringskrav forudsætter gennemgribende dokumentation vedrørende "
    "temperaturregulerede transporter, internationale lagerføringsarrangementer og efterfølgende distribution inden "
    "for deltagende kommuner."
)


class HardToRead:
    """A verdict on posts of at least 80 words whose LIX is 50 or more; the evidence is the hardest sentences.

    Only running text counts: paragraphs and list items with more than three words.
    """

    info = RuleInfo(
        name="reader-value/hard-to-read",
        summary="Reads like an official text: long sentences of long words.",
        why="A reader who has to read a sentence twice reads the next one not at all.",
        severity=Severity.SUGGESTION,
        messages={
            "en": "LIX {lix}, as hard as an official text (a newspaper has 40 to 50); split the longest sentences.",
            "sv": "LIX {lix}, svårt som en myndighetstext (en dagstidning har 40 till 50); dela de längsta meningarna.",
            "da": "LIX {lix}, svært som en myndighedstekst (en avis har 40 til 50); del de længste sætninger.",
        },
        asks={
            "en": "How would you say the longest sentence to somebody across the table?",
            "sv": "Hur skulle du säga den längsta meningen till någon vid köksbordet?",
            "da": "Hvordan ville du sige den længste sætning til en ved køkkenbordet?",
        },
        see=("https://en.wikipedia.org/wiki/Lix_(readability_test)",),
        examples=(
            Example("en", bad=" ".join([f"<<{_HARD_EN}>>"] * 3 + [_HARD_EN])),
            Example("en", good="The cat sat on the mat. " * 20),
            Example("sv", bad=" ".join([f"<<{_HARD_SV}>>"] * 3 + [_HARD_SV] * 2)),
            Example("sv", good="Katten satt på mattan och såg på regnet. " * 12),
            Example("da", bad=" ".join([f"<<{_HARD_DA}>>"] * 3 + [_HARD_DA] * 2)),
            Example("da", good="Katten sad på måtten og så på regnen. " * 12),
        ),
        origin=__file__,
    )

    def check(self, document: Document, settings: RuleSettings) -> Iterable[Finding]:
        sentences = list(_running_text(document))
        if sum(len(sentence.text.split()) for sentence in sentences) < _MIN_WORDS:
            return
        import textstat  # costs half a second, so only here

        text = "\n".join(item.text if item.text.endswith(_END) else item.text + "." for item in sentences)
        lix = float(textstat.lix(text))
        if lix < _HARD * settings.dose(self.info):
            return
        hardest = sorted(sentences, key=_hardness, reverse=True)[:_SHOWN]
        spans = tuple(sorted(sentence.span for sentence in hardest))
        language = document.language if document.language in LANGUAGES else sentences[0].block.language
        yield settings.verdict(self.info, document.source, language, spans, lix=f"{lix:.0f}")


def _running_text(document: Document) -> Iterable[Sentence]:
    """Yield the sentences of paragraphs and items in a language we know, fragments left out."""
    for block, sentences in zip(document.blocks, document.sentences, strict=True):
        if block.kind in ("paragraph", "item") and block.language in LANGUAGES and not block.quoted:
            yield from (sentence for sentence in sentences if len(sentence.text.split()) > 3)


def _hardness(sentence: Sentence) -> float:
    """Return the LIX of one sentence: its words, and the per cent of them with seven letters or more."""
    words = _WORD.findall(sentence.text)
    return len(words) + 100 * sum(len(word) >= _LONG for word in words) / max(1, len(words))


RULE = HardToRead()
