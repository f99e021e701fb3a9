"""self-centred/we-stack: sentence after sentence that begins with the sender."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from toneguard.document import Document, Sentence
from toneguard.finding import Finding, Severity
from toneguard.guards import tutorial
from toneguard.languages import LANGUAGES
from toneguard.late import late
from toneguard.match import Match
from toneguard.rule import Example, RuleInfo, RuleSettings
from toneguard.shadow import shadow
from toneguard.source import Span

_FIRST_WORD = late(rb"\w+")
_STACK = 4  # sentences in a row


class WeStack:
    """Four or more sentences in a row that begin with we or our, unless they teach."""

    info = RuleInfo(
        name="self-centred/we-stack",
        summary="Stacks sentences that begin with we or our.",
        why="A row of we-sentences is a mirror. Let every other sentence begin with the reader or the thing.",
        severity=Severity.SUGGESTION,
        messages={
            "en": "{count} sentences in a row begin with the sender; begin some with the reader.",
            "sv": "{count} meningar i rad börjar med avsändaren; börja några med läsaren.",
            "da": "{count} sætninger i træk begynder med afsenderen; begynd nogle med læseren.",
        },
        asks={
            "en": "Which of these sentences could begin with you?",
            "sv": "Vilka av meningarna kan börja med du?",
            "da": "Hvilke af sætningerne kan begynde med du?",
        },
        examples=(
            Example("en", bad="<<We bake daily. We use rye. Our ovens are old. We open at six.>>"),
            Example("en", good="We bake daily. You can watch. We use rye. Rye keeps for a week. We open at six."),
            Example("sv", bad="<<Vi bakar varje dag. Vi använder råg. Våra ugnar är gamla. Vi öppnar sex.>>"),
            Example("sv", good="Vi bakar varje dag. Du kan titta på. Vi använder råg. Vi öppnar sex. Välkommen in."),
            Example("da", bad="<<Vi bager hver dag. Vi bruger rug. Vores ovne er gamle. Vi åbner klokken seks.>>"),
            Example("da", good="Vi bager hver dag. Du kan kigge på. Vi bruger rug. Vi åbner klokken seks. Kom ind."),
        ),
        origin=__file__,
    )

    def check(self, document: Document, settings: RuleSettings) -> Iterable[Finding]:
        for index, (block, sentences) in enumerate(zip(document.blocks, document.sentences, strict=True)):
            language = LANGUAGES.get(block.language)
            if language is None or block.quoted:
                continue
            for run in _runs(sentences, frozenset(map(shadow, language.sender))):
                if len(run) >= round(_STACK * settings.dose(self.info)) and not tutorial(
                    Match(document, run[0], 0, 1, index)
                ):
                    yield self._finding(document, run, settings)

    def _finding(self, document: Document, run: Sequence[Sentence], settings: RuleSettings) -> Finding:
        span = Span(run[0].span.start, run[-1].span.end)
        language = run[0].block.language
        return Finding(
            rule=self.info.name,
            severity=self.info.severity,
            message=settings.message(self.info, language, count=str(len(run))),
            span=span,
            text=document.source.slice(span),
            sentence=span,
            language=language,
            ask=settings.ask(self.info, language),
        )


def _runs(sentences: Sequence[Sentence], sender: frozenset[bytes]) -> Iterable[list[Sentence]]:
    """Yield the longest runs of sentences that begin with the sender."""
    run: list[Sentence] = []
    for sentence in sentences:
        first = _FIRST_WORD.search(sentence.shadow)
        if first and first.group() in sender:
            run.append(sentence)
        elif run:
            yield run
            run = []
    if run:
        yield run


RULE = WeStack()
