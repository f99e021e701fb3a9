"""The second judge: what a trained model makes of the sentences of a post, beside what templates found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from toneguard.document import Document, Sentence
from toneguard.finding import Finding, Severity
from toneguard.languages import LANGUAGES
from toneguard.model.context import SILENT, Seen, Surroundings, chance
from toneguard.model.forms import Word, forms_of, is_word, speaks, words
from toneguard.model.score import Scorer
from toneguard.model.tuning import Tuning
from toneguard.model.weights import FAMILIES, Head, Model, built_in
from toneguard.records import dataclass
from toneguard.shadow import shadow
from toneguard.source import Span

_EVIDENCE = 4  # words shown
_SMALL = 4  # letters of a function word that tells nothing; longer ones may
_NOTHING = frozenset[str]()
_WEIGHTY = 0.35  # of the weightiest word's share that a word must have to be shown

Places = Sequence[tuple[int, str]]  # where findings begin, and their families


@dataclass(frozen=True)
class Opinion:
    """What the model makes of a sentence for one family: the log odds, and whether a template found it too."""

    sentence: Sentence
    block_index: int
    family: str
    odds: float
    found: bool
    head: Head

    @property
    def probability(self) -> float:
        """The probability that the sentence offends the family."""
        return chance(self.odds)


class Judge:
    """The models of one run by language, and what a team taught them; a language without a model is not judged.

    Without `models` they are those that the package carries.
    """

    def __init__(self, models: Mapping[str, Model] | None = None, tuning: Tuning | None = None) -> None:
        self._given = models
        self._tuning = tuning or {}
        self._scorers: dict[str, Scorer | None] = {}

    def scorer(self, language: str) -> Scorer | None:
        """Return the model of a language at work, or None. Raises ModelError for a file that is no model."""
        if language not in self._scorers:
            model = built_in(language) if self._given is None else self._given.get(language)
            self._scorers[language] = Scorer(model) if model else None
        return self._scorers[language]

    def opinions(self, document: Document, findings: Sequence[Finding], *, all_of: bool = False) -> Iterator[Opinion]:
        """Yield an opinion on each sentence and family that templates found or whose words reach the gate.

        With `all_of`, on every sentence in a language that has a model.
        """
        seen = self._seen(document, findings)
        surroundings = Surroundings(seen, FAMILIES)
        for number, index in self._asked(seen, all_of=all_of):
            item, family = seen[number], FAMILIES[index]
            head = self._at_work(item.sentence.block.language).model.heads[family]
            odds = head.net.log_odds(surroundings.features(number, index))
            odds += self._taught(item.sentence, family)
            yield Opinion(item.sentence, item.block_index, family, odds, family in item.found, head)

    def _asked(self, seen: Sequence[Seen], *, all_of: bool) -> Iterator[tuple[int, int]]:
        """Yield number and family of each sentence that has to be looked at with its surroundings; few have."""
        both = range(len(FAMILIES))
        for number, (sentence, _, margins, found) in enumerate(seen):
            gates = self._at_work(sentence.block.language).gates
            if all_of:
                yield from ((number, index) for index in both)
            elif found or margins[0] >= gates[0] or margins[1] >= gates[1]:
                reached = (index for index in both if FAMILIES[index] in found or margins[index] >= gates[index])
                yield from ((number, index) for index in reached)

    def _seen(self, document: Document, findings: Sequence[Finding]) -> list[Seen]:
        verdicts = (found for found in findings if found.scope == "span" and found.severity is not Severity.SUGGESTION)
        places = sorted((found.span.start, found.family) for found in verdicts)
        seen: list[Seen] = []
        for index, (block, sentences) in enumerate(zip(document.blocks, document.sentences, strict=True)):
            scorer = self.scorer(block.language)
            if scorer is None:
                continue
            here = _within(block.span, places) if places else ()
            for sentence in sentences:
                forms = forms_of(sentence)
                margins = scorer.margins(forms, block.kind) if speaks(forms) else SILENT
                seen.append(Seen(sentence, index, margins, _families(sentence, here)))
        return seen

    def _at_work(self, language: str) -> Scorer:
        scorer = self.scorer(language)
        assert scorer is not None
        return scorer

    def _taught(self, sentence: Sentence, family: str) -> float:
        tuned = self._tuning.get((sentence.block.language, family))
        return tuned.change(forms_of(sentence)) if tuned else 0.0

    def evidence(self, sentence: Sentence, family: str) -> list[Span]:
        """Return the words that weigh most for a family, in order, as half-open ranges of the sentence's own text."""
        scorer = self._at_work(sentence.block.language)
        found = words(sentence)
        shares = scorer.shares(found, sentence.block.kind, FAMILIES.index(family))
        small = _small_words(sentence.block.language)
        telling = {number for number, word in enumerate(found) if word.form not in small}
        chosen = list(_weightiest(found, shares, telling)) or list(_weightiest(found, shares, range(len(found))))
        return list(_joined(chosen))


def _families(sentence: Sentence, places: Places) -> frozenset[str]:
    """Return the families of the findings that begin in a sentence; `places` ascend."""
    return frozenset(family for _, family in _within(sentence.span, places)) if places else _NOTHING


def _within(span: Span, places: Places) -> Places:
    """Return the places that lie in a range."""
    return places[bisect_left(places, (span.start, "")) : bisect_left(places, (span.end, ""))]


@cache
def _small_words(language: str) -> frozenset[bytes]:
    """Return the words of a language that tell a reader nothing by themselves; who is spoken of does."""
    known = LANGUAGES[language]
    short = (word for word in known.function_words if len(word) <= _SMALL)
    return frozenset(map(shadow, short)) - frozenset(map(shadow, known.sender | known.reader))


def _weightiest(found: Sequence[Word], shares: Sequence[float], among: Collection[int]) -> Iterator[Word]:
    pairs = (pair for number, pair in enumerate(zip(shares, found, strict=True)) if number in among)
    ranked = sorted(pairs, key=lambda pair: (-pair[0], pair[1].start))
    least = ranked[0][0] * _WEIGHTY if ranked else 0.0
    chosen = [word for share, word in ranked if share > 0 and share >= least and is_word(word.form)][:_EVIDENCE]
    return iter(sorted(chosen, key=lambda word: word.start))


def _joined(chosen: Iterable[Word]) -> Iterator[Span]:
    """Yield the places of words, neighbours as one."""
    open_span: Span | None = None
    for word in chosen:
        if open_span is not None and word.start <= open_span.end + 1:
            open_span = Span(open_span.start, word.end)
            continue
        if open_span is not None:
            yield open_span
        open_span = Span(word.start, word.end)
    if open_span is not None:
        yield open_span
