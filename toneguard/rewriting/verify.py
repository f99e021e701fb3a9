"""Whether a proposal may be shown: its facts, its length, its language, and what the rules say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from toneguard.document import Block, Document, Piece
from toneguard.finding import Finding
from toneguard.languages.grammar import Grammar
from toneguard.languages.vote import OTHER, tally
from toneguard.rewriting.engine import Proposal
from toneguard.rewriting.facts import facts, words_of
from toneguard.shadow import shadow
from toneguard.source import Source, Span

Judge = Callable[[Document], Iterable[Finding]]

# What stands before a block that does not open its post: no rule reads it.
_NEUTRAL = Block("paragraph", "-", (Piece(0, "-", Span(0, 1), verbatim=True),), language=OTHER)
_GROWTH = 1.5
_SHORT = 2  # words
_ENDS = (".", "!", "?", "…", ":")


@dataclass(frozen=True)
class Verifier:
    """Looks at a changed block as the rules do. `judge` gives the findings of a document of one block."""

    judge: Judge
    grammar: Grammar

    def found(self, block: Block, text: str, *, opens: bool = False) -> Counter[tuple[str, str]]:
        """Return the findings in a block that says `text`, by rule and sentence; `opens` where it opens the post."""
        changed = replace(block, text=text, pieces=(Piece(0, text, Span(0, len(text)), verbatim=True),))
        before = () if opens else (_NEUTRAL,)
        document = Document(Source(text), (*before, changed), language=block.language)
        return Counter((found.rule, found.shown or found.text) for found in self.judge(document))

    def keeps_facts(self, old: str, proposal: Proposal, language: str) -> bool:
        """Tell whether a sentence keeps every fact but the sender's names that went, and has no new one."""
        before, after = facts(old, language, self.grammar), facts(proposal.text, language, self.grammar)
        gone = Counter(word for brand in proposal.brands for word in words_of(brand))
        lost = before - after - gone
        said = set(words_of(proposal.text))
        return not (+lost - Counter({name: lost[name] for name in lost if name in said})) and all(
            fact in before or fact in words_of(old) for fact in after
        )

    def is_whole(self, old: str, new: str, language: str) -> bool:
        """Tell whether a text is a sentence as the old one was: its end mark, its length, its language."""
        count = len(words_of(new))
        if count < _SHORT or len(new) > _GROWTH * len(old):
            return False
        if old.rstrip().endswith(_ENDS) and not new.rstrip(" )\u2028").endswith(_ENDS) and new.rstrip()[-1:].isalnum():
            return False
        votes = tally(new)
        return votes.leader == language or votes.lead(language) <= 2

    def remaining(
        self, block: Block, old: str, new: str, place: tuple[int, int], *, opens: bool
    ) -> frozenset[str] | None:
        """Return the rules that still find something in the new sentence; None where anything new is found."""
        before = self.found(block, block.text, opens=opens)
        text = f"{block.text[: place[0]]}{new}{block.text[place[1] :]}"
        after = self.found(block, text, opens=opens)
        mine = {rule for rule, sentence in before if _same(sentence, old)}
        elsewhere = Counter({key: count for key, count in before.items() if not _same(key[1], old)})
        fresh = after - elsewhere
        rules = {rule for rule, _ in fresh}
        return frozenset(rules) if rules <= mine else None


def _same(one: str, other: str) -> bool:
    return shadow(one).split() == shadow(other).split()
