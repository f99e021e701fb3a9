"""pushy/shouting: capitals and rows of exclamation marks in a sentence that sells."""

from __future__ import annotations

from collections.abc import Iterable

from toneguard.document import Document, Sentence
from toneguard.finding import Finding, Severity
from toneguard.guards import attributed_to_others, mentioned
from toneguard.languages import LANGUAGES, Language
from toneguard.late import late
from toneguard.match import Match, selling_words
from toneguard.rule import Example, RuleInfo, RuleSettings

_CAPITALS = late(r"(?<![\w.&/-])[^\W\d_a-zåäöæøéü]{2,}(?:['’-]?[^\W\d_a-zåäöæøéü]+)*(?![\w./&])")
_MARKS = late(r"[!?]*!{2,}[!?]*|!\?!|\?!\?")
# What every run of capitals or marks has: two in a row. Whatever is beyond ASCII may be a capital.
_LOUD = late('[^\x00- "->@\\[-\x7f]{2}')
_MIN_RUN = 3  # capitalised words in a row that no acronym explains


class Shouting:
    """Capitals and rows of exclamation marks in a selling sentence.

    An acronym, a heading in capitals, a warning or plain joy is no finding: the sentence must sell, or shout twice
    over (three words in capitals and an exclamation mark).
    """

    info = RuleInfo(
        name="pushy/shouting",
        summary="Shouts: capitals or rows of exclamation marks in a sentence that sells.",
        why="Capitals and exclamation marks raise the voice and not the value. Readers know the tone from spam.",
        severity=Severity.WARNING,
        messages={
            "en": '"{match}" shouts; say it in plain letters with one mark.',
            "sv": "”{match}” skriker; säg det med vanliga bokstäver och ett enda skiljetecken.",
            "da": "»{match}« råber; sig det med almindelige bogstaver og ét tegn.",
        },
        asks={
            "en": "Which fact in this sentence is strong enough to stand without shouting?",
            "sv": "Vilket faktum i meningen är starkt nog att stå utan utrop?",
            "da": "Hvilken kendsgerning i sætningen er stærk nok til at stå uden udråb?",
        },
        examples=(
            Example("en", bad="Everything must go: <<HALF PRICE ON ALL SOFAS>>!"),
            Example("en", bad="Our biggest sale is on<<!!!>>"),
            Example("en", good="Set HTTP_PROXY and NO_PROXY before you run the NASA JPL demo!"),
            Example("en", good="We won the cup!!! See you on Saturday."),
            Example("en", good="HOW WE SET PRICES\n\nA loaf costs what the flour costs, and rent.", format="plain"),
            Example("sv", bad="<<HELA LAGRET SKA BORT>>! Just nu 30 procent rabatt."),
            Example("sv", bad="Nu är rean i gång<<!!!>>"),
            Example("sv", good="SMHI och MSB varnar för halka i hela SVT:s sändningsområde."),
            Example("sv", good="Vilken match!!! Tack alla som kom."),
            Example("da", bad="<<ALT SKAL VÆK NU>>! Spar 40 procent på sko."),
            Example("da", bad="Udsalget er i gang<<!!!>>"),
            Example("da", good="DMI og DSB advarer om glatte veje i hele DR's sendeområde."),
            Example("da", good="Sikke en kamp!!! Tak, fordi I kom."),
        ),
        origin=__file__,
        worse_with=("pushy/price-hype", "pushy/false-urgency", "pushy/hard-call"),
    )

    def check(self, document: Document, settings: RuleSettings) -> Iterable[Finding]:
        for index, (block, sentences) in enumerate(zip(document.blocks, document.sentences, strict=True)):
            language = LANGUAGES.get(block.language)
            if language is None or block.quoted or block.kind in ("cell", "alt") or not _LOUD.search(block.text):
                continue
            for sentence in sentences:
                place = _loudest(sentence, language) if _LOUD.search(sentence.text) else None
                if place is None:
                    continue
                match = Match(document, sentence, *place, index)
                if not mentioned(match) and not attributed_to_others(match):
                    yield settings.finding(self.info, document.source, sentence, *place)


def _loudest(sentence: Sentence, language: Language) -> tuple[int, int] | None:
    """Return the range of the capitals, else of the marks, that make the sentence shout."""
    text = sentence.text
    marks = _MARKS.search(text)
    capitals = _capitals(text)
    if not marks and not capitals:
        return None
    selling = selling_words(language)
    titled = sentence.block.kind in ("heading", "title")  # plain text has no other way to set a heading off
    if capitals and ("!" in text or (selling.search(sentence.shadow, *capitals) and not titled)):
        return capitals
    return marks.span() if marks and selling.search(sentence.shadow) else None


def _capitals(text: str) -> tuple[int, int] | None:
    """Return the first run of capitalised words that is long enough, provided the words are not acronyms."""
    words = list(_CAPITALS.finditer(text))
    if len(words) < _MIN_RUN:
        return None
    start = 0
    for index, word in enumerate(words):
        if index and text[words[index - 1].end() : word.start()].strip(" ,–-&0123456789%"):
            start = index
        run = words[start : index + 1]
        last = index + 1 == len(words) or bool(text[word.end() : words[index + 1].start()].strip(" ,–-&0123456789%"))
        if last and len(run) >= _MIN_RUN and max(len(item.group()) for item in run) >= 4:
            return run[0].start(), run[-1].end()
    return None


RULE = Shouting()
