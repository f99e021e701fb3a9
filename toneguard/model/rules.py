"""The second judge's rules: what it says where no template found anything, and whose hits it may overrule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toneguard.document import Document
from toneguard.finding import Finding, Severity
from toneguard.guards import GUARDS
from toneguard.match import Match
from toneguard.model.infos import ABOUT_THE_SENDER, PRESSES_THE_READER, RULES
from toneguard.model.judge import Judge, Opinion
from toneguard.records import replace
from toneguard.rule import RuleSettings
from toneguard.source import Span

__all__ = ["RULES", "judged"]

_RULE_OF = {info.family: info for info in (ABOUT_THE_SENDER, PRESSES_THE_READER)}
_UNLESS = ("mentioned", "attributed-to-others", "mourning")
_UNLESS_IN = {PRESSES_THE_READER.family: ("question",)}
_DIGITS = 3  # of a probability


def judged(
    findings: Sequence[Finding],
    document: Document,
    told: RuleSettings,
    judge: Judge,
    doubtful: frozenset[str],
    *,
    advice: bool,
) -> list[Finding]:
    """Return the findings less what the model overrules, and its own of the sentences that nothing was found in.

    Only a finding of a rule in `doubtful` is overruled. With `advice`, a sentence that the model is not sure of is a
    suggestion.
    """
    overruled: set[tuple[str, Span]] = set()
    own: list[Finding] = []
    for opinion in judge.opinions(document, findings):
        if not opinion.found:
            least = opinion.head.maybe if advice else opinion.head.sure
            own += _finding(opinion, document, told, judge) if opinion.probability >= least else ()
        elif opinion.probability < opinion.head.veto:
            overruled.add((opinion.family, opinion.sentence.span))
    kept = [
        found
        for found in findings
        if found.rule not in doubtful or (found.family, found.sentence) not in overruled or found.scope != "span"
    ]
    return [*kept, *own]


def _finding(opinion: Opinion, document: Document, told: RuleSettings, judge: Judge) -> Iterator[Finding]:
    """Yield the finding of an opinion, unless a guard speaks against the sentence or one of its weighty words."""
    sentence, info = opinion.sentence, _RULE_OF[opinion.family]
    places = judge.evidence(sentence, opinion.family)
    guards = [GUARDS[name] for name in (*_UNLESS, *_UNLESS_IN.get(opinion.family, ()))]
    for place in (Span(0, len(sentence.text)), *places):
        match = Match(document, sentence, place.start, place.end, opinion.block_index, brands=told.brands)
        if any(guard(match) for guard in guards):
            return
    mark = "“" if (told.messages or sentence.block.language) == "en" else "”"
    quoted = [sentence.text[place.start : place.end] for place in places]
    words = ", ".join(f"{mark}{words}”" for words in {words.lower(): words for words in quoted}.values())
    found = told.finding(info, document.source, sentence, 0, len(sentence.text), words=words or "…")
    yield replace(
        found,
        severity=Severity.WARNING if opinion.probability >= opinion.head.sure else Severity.SUGGESTION,
        evidence=tuple(sentence.to_source(place.start, place.end) for place in places),
        probability=round(opinion.probability, _DIGITS),
        marked=tuple(places) or found.marked,
    )
