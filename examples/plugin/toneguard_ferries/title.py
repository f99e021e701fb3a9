"""ferries/long-title: a title that search results cut off; a count of characters is nothing that a template can say."""

from __future__ import annotations

from collections.abc import Iterable

from toneguard import Example, Finding, RuleInfo, RuleSettings, Severity
from toneguard.document import Document

_SHOWN = 60  # characters of a title that a page of search results shows
_TITLE = "---\ntitle: {}\n---\n"


class LongTitle:
    """Finds every title that is longer than what is shown of it, and marks what is cut off."""

    info = RuleInfo(
        name="ferries/long-title",
        summary="A title that search results cut off.",
        why="Whoever searches for a timetable reads the first sixty characters of a title and chooses by them.",
        severity=Severity.WARNING,
        messages={
            "en": "“{match}” is cut off in search results; say it in {limit} characters.",
            "sv": "”{match}” klipps bort i sökresultat; säg det på {limit} tecken.",
            "da": "”{match}” bliver klippet af i søgeresultater; sig det på {limit} tegn.",
        },
        asks={
            "en": "Which words would a passenger search for?",
            "sv": "Vilka ord skulle en resenär söka på?",
            "da": "Hvilke ord ville en passager søge på?",
        },
        examples=(
            Example("en", bad=_TITLE.format("New sailings to Torrsund on weekdays and Sundays in the <<summer>>")),
            Example("en", good=_TITLE.format("Two more sailings a day to Torrsund from May")),
            Example(
                "sv",
                bad=_TITLE.format("Nya turer till Torrsund vardagar, lördagar och söndagar från <<den första maj>>"),
            ),
            Example("sv", good=_TITLE.format("Två turer till om dagen till Torrsund från maj")),
            Example(
                "da",
                bad=_TITLE.format("Nye afgange til Torrsund på hverdage, lørdage og søndage fra <<den første maj>>"),
            ),
            Example("da", good=_TITLE.format("To afgange mere om dagen til Torrsund fra maj")),
        ),
        origin=__file__,
    )

    def check(self, document: Document, settings: RuleSettings) -> Iterable[Finding]:
        for sentence in document.all_sentences():
            if sentence.block.kind != "title" or sentence.block.language not in self.info.languages:
                continue
            if len(sentence.text) > _SHOWN:
                cut = (
                    sentence.text.rfind(" ", 0, _SHOWN + 1) + 1
                )  # the word that stands across the limit is cut off too
                yield settings.finding(self.info, document.source, sentence, cut, len(sentence.text), limit=str(_SHOWN))
