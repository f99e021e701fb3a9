"""Whether a proposal may be shown: its facts, its length, its language, and what the rules say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from toneguard.document import Block, Document, Piece, Sentence
from toneguard.finding import Finding
from toneguard.languages import LANGUAGES
from toneguard.languages.grammar import Grammar
from toneguard.languages.vote import OTHER, tally
from toneguard.late import late
from toneguard.records import dataclass, field, replace
from toneguard.rewriting.engine import Proposal
from toneguard.rewriting.facts import facts, words_of
from toneguard.shadow import shadow
from toneguard.source import Source, Span

Judge = Callable[[Document], Iterable[Finding]]

# What stands before a block that does not open its post: no rule reads it.
_NEUTRAL = Block("paragraph", "-", (Piece(0, "-", Span(0, 1), verbatim=True),), language=OTHER)
_GROWTH = 1.5
_CONTRAST = late(r"\s*(?:[–—;:]|-\s|\.\s|,\s*(\w+))")  # what sets one thing against another
_SHORT = 2  # words
_ENDS = (".", "!", "?", "…", ":")


@dataclass(frozen=True, slots=True)
class Near:
    """The part of a block in which a change is judged: half-open offsets in its text, and whether it opens the post."""

    block: Block
    start: int
    end: int
    opens: bool

    @property
    def text(self) -> str:
        """The part as it is."""
        return self.block.text[self.start : self.end]

    def around(self, sentence: Sentence, new: str) -> str:
        """Return the part with another text in a sentence's place."""
        return self.block.text[self.start : sentence.start] + new + self.block.text[sentence.end : self.end]


@dataclass(frozen=True, slots=True)
class Left:
    """The `rules` that still find something after a change; `plain` where no other does, not even as advice."""

    rules: frozenset[str]
    plain: bool = True


@dataclass(frozen=True)
class Verifier:
    """Looks at a changed part of a block as the rules do. `judge` gives the findings of a document of that part.

    New findings of `advice` rules decline nothing, nor do those of `models` in sentences that were not touched: what a
    model sees in a sentence hangs on its neighbours.
    """

    judge: Judge
    grammar: Grammar
    advice: frozenset[str] = frozenset()
    models: frozenset[str] = frozenset()
    _known: dict[tuple[int, bool, str], Counter[tuple[str, str]]] = field(default_factory=dict)

    def found(self, near: Near, text: str) -> Counter[tuple[str, str]]:
        """Return the findings in a part of a block that says `text`, by rule and sentence; asked for once per text."""
        key = (near.block.span.start, near.opens, text)
        if key not in self._known:
            changed = replace(near.block, text=text, pieces=(Piece(0, text, Span(0, len(text)), verbatim=True),))
            before = () if near.opens else (_NEUTRAL,)
            document = Document(Source(text), (*before, changed), language=near.block.language)
            self._known[key] = Counter((found.rule, found.shown or found.text) for found in self.judge(document))
        return self._known[key]

    def keeps_facts(self, old: str, proposal: Proposal, language: str) -> bool:
        """Tell whether a sentence keeps every fact but the sender's names that went, and has no new one."""
        before, after = facts(old, language, self.grammar), facts(proposal.text, language, self.grammar)
        gone = Counter(word for brand in proposal.brands for word in words_of(brand))
        had, said = set(words_of(old)), set(words_of(proposal.text))
        lost = (before - after - gone).keys() - said
        invented = after.keys() - before.keys() - had
        return not lost and not invented

    def keeps_contrast(self, old: str, new: str, language: str) -> bool:
        """Tell whether a denial keeps what it is set against: `It is no app, it is a habit` cannot end at app."""
        kept = new.rstrip(".!?… ").lower()
        found = _CONTRAST.match(old[len(kept) :]) if old.lower().startswith(kept) else None
        if found is None or (found[1] and found[1].lower() not in LANGUAGES[language].contrasts):
            return True
        return LANGUAGES[language].negations.isdisjoint(words_of(new))

    def is_whole(self, old: str, new: str, language: str) -> bool:
        """Tell whether a text is a sentence as the old one was: its end mark, its length, its language."""
        count = len(words_of(new))
        if count < _SHORT or len(new) > _GROWTH * len(old):
            return False
        if old.rstrip().endswith(_ENDS) and not new.rstrip(" )\u2028").endswith(_ENDS) and new.rstrip()[-1:].isalnum():
            return False
        votes = tally(new)
        return votes.leader == language or votes.lead(language) <= 2

    def remaining(self, near: Near, old: str, text: str) -> Left | None:
        """Return what rules find in what is new in `text`; None where a rule does that was silent.

        `old` is the sentence that has gone from the part of the block. A model is silent where a rule of its family has
        found something, so it may speak in the new sentence when that rule no longer does.
        """
        after = self.found(near, text)
        if not after:
            return Left(frozenset())
        before = self.found(near, near.text)
        mine = {rule for rule, sentence in before if _same(sentence, old)}
        elsewhere = Counter({key: count for key, count in before.items() if not _same(key[1], old)})
        families = {rule.partition("/")[0] for rule in mine}
        untouched = near.text.replace(old, "\0")
        new = {
            rule
            for rule, sentence in after - elsewhere
            if rule not in self.advice and not (rule in self.models and sentence in untouched)
        }
        late = {rule for rule in new & self.models if rule.partition("/")[0] in families} - mine
        if not new - late <= mine:
            return None
        return Left(frozenset(new & mine), plain=not late and {rule for rule, _ in after - elsewhere} <= mine)

    def breaks_nothing(self, near: Near, text: str) -> bool:
        """Tell whether no rule finds anything new in a part of a block that lost a sentence."""
        harmless = self.advice | self.models
        after = {key: count for key, count in self.found(near, text).items() if key[0] not in harmless}
        return not after or not Counter(after) - self.found(near, near.text)


def _same(one: str, other: str) -> bool:
    return shadow(one).split() == shadow(other).split()
