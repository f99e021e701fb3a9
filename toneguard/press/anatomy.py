"""The anatomy of a press release: signals that stand apart from each other, and the verdict that enough of them give.

A release line, a boilerplate, a press contact are *formal*: news about others and posts that only sound like the news
have none of them. What finds the signals and how much each weighs is data, `rules/press-release/signals/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from toneguard.document import Document
from toneguard.finding import Finding
from toneguard.languages import LANGUAGES
from toneguard.late import late
from toneguard.packs import PackRule
from toneguard.persons import sender_words
from toneguard.press.skeleton import skeleton
from toneguard.records import dataclass, replace
from toneguard.rule import RuleSettings
from toneguard.scan import Hit
from toneguard.source import Span

FAMILY = "press-release"
RULE = f"{FAMILY}/reads-like-one"
REPOSTED = f"{FAMILY}/reposted"
BELONGS = "belongs"  # the signal that says openly what the post is
_KINDS = frozenset({"press", "press-release", "pressrelease", "pressmeddelande", "pressemeddelelse", "newsroom"})
_FIELDS = ("type", "typ", "layout")
# Signals that come from the same words: a canned quotation is an executive's, figures are told in the news voice.
_SAME = {"canned-quote": "executive-quote", "news-figures": "news-voice"}
_TOP = frozenset({"release-line", "dateline"})  # signals that stand at the start of a release
_HEAD = 4  # blocks
_END_MARK = late(r"(?m)^[ \t]*(?:\\?#[ ]?\\?#[ ]?\\?#|-[ ]?30[ ]?-)[ \t]*\r?$")
_TAIL = 0.5  # of the source: an end mark stands behind it
_FREE, _MOST = 1, 4  # sentences in the sender's own voice that count for nothing, and how many more do
SPEECH = late(r"\A\s*[-–—]\s")


@dataclass(frozen=True, slots=True)
class Signal:
    """One sign of a release: its class, where it stands, and what it weighs."""

    kind: str
    span: Span
    weight: float
    formal: bool


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What a post has of a release: its signals, how many stand apart, their weight less that of the sender's voice."""

    signals: tuple[Signal, ...]
    parts: int
    weight: float

    @property
    def formal(self) -> bool:
        """Whether any signal is one that only a release has."""
        return any(signal.formal for signal in self.signals)


def reads_like_one(
    document: Document, hits: Mapping[str, Sequence[Hit]], rule: PackRule, told: RuleSettings
) -> Finding | None:
    """Return the verdict on a post, or None. `hits` are those of the signals by class; all of them are its evidence."""
    if told.newsroom or belongs(document, hits):
        return None
    least = rule.at_least * told.dose(rule.info)
    signals = _signals_of(document, hits)
    if not any(signal.formal for signal in signals) or sum(_weights(signals).values()) < least:
        return None  # the sender's own voice only takes off
    found = anatomy(document, hits)
    if found.weight < least:
        return None
    spans = tuple(dict.fromkeys(sorted(signal.span for signal in found.signals)))
    verdict = told.verdict(rule.info, document.source, document.language, spans, count=str(found.parts))
    section = rule.sections.get(document.language)
    if section is None or not section.skeleton:
        return verdict
    return replace(verdict, fixes=(skeleton(document, hits, section.skeleton),))


def anatomy(document: Document, hits: Mapping[str, Sequence[Hit]]) -> Anatomy:
    """Weigh the signals of a post; of those that come from the same words the heaviest counts."""
    signals = _signals_of(document, hits)
    weights = _weights(signals)
    return Anatomy(signals, len(weights), sum(weights.values()) - _own_voice(document))


def belongs(document: Document, hits: Mapping[str, Sequence[Hit]]) -> bool:
    """Tell whether a post says openly that it is a release: in its text, or in its front matter."""
    if hits.get(BELONGS):
        return True
    named = (document.meta.get(field, "") for field in _FIELDS)
    return any(part.strip().lower() in _KINDS for value in named for part in value.split(","))


def _weights(signals: Iterable[Signal]) -> dict[str, float]:
    """Return what each part of a release weighs that the signals tell of."""
    weights: dict[str, float] = {}
    for signal in signals:
        part = _SAME.get(signal.kind, signal.kind)
        weights[part] = max(weights.get(part, 0.0), signal.weight)
    return weights


def _signals_of(document: Document, hits: Mapping[str, Sequence[Hit]]) -> tuple[Signal, ...]:
    return (*_signals(document, hits), *_end_marks(document))


def _signals(document: Document, hits: Mapping[str, Sequence[Hit]]) -> list[Signal]:
    body = [index for index, block in enumerate(document.blocks) if block.kind not in ("title", "meta", "alt")]
    head = set(body[:_HEAD]) | {index for index, block in enumerate(document.blocks) if block.kind == "title"}
    found = []
    for kind, mine in hits.items():
        for hit in mine:
            match = hit.match
            if match.block.quoted or (kind in _TOP and match.block_index not in head):
                continue
            span = match.sentence.to_source(match.start, match.end)
            found.append(Signal(kind, span, hit.rule.weight, hit.rule.certain))
    return found


def _end_marks(document: Document) -> list[Signal]:
    """Return the mark that ends a release, `###` or `-30-` on a line of its own: markup to the parser, not prose."""
    text = document.source.text
    marks = _END_MARK.finditer(text, int(_TAIL * len(text)))
    return [Signal("end-mark", Span(*mark.span()), 1.0, formal=True) for mark in marks]


def _own_voice(document: Document) -> float:
    """Return what the sender's own voice takes off: outside quotations a release does not say we."""
    count = 0
    for block, sentences in zip(document.blocks, document.sentences, strict=True):
        if block.language not in LANGUAGES or block.quoted or SPEECH.match(block.text):
            continue
        for sentence in sentences:
            count += any(not block.quotes(sentence.start + start) for start, _ in sender_words(sentence))
    return 0.5 * min(max(0, count - _FREE), _MOST)
