"""From a sentence to what it could be: templates in up to three steps, then a calmer end mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module

from toneguard.document import Block, Sentence
from toneguard.finding import Safety
from toneguard.languages.grammar import Grammar
from toneguard.late import late
from toneguard.records import dataclass, replace
from toneguard.rewriting.templates import Template, Templates, key_words, tidy, written
from toneguard.rule import RuleSettings

_DEPTH = 3  # rewrites one upon the other
_MOST = 24  # candidates of a sentence
_OPEN = late(r"[^\w$£€]*")
_MARK = late(r"[.!?…]*")
_INSIDE = frozenset("_%$£€)")  # what a body may end with, beside letters and digits
_QUOTES = frozenset("“”\"»«„’‘'")
_INNER = late(r"!(?:\s?!)+1*")
# Two words in capitals or more, and no abbreviation among them that only looks like one.
_UPPER = r"[A-ZÅÄÖÆØÉ]+(?:['’-][A-ZÅÄÖÆØÉ]+)*"
_CAPITALS = late(rf"(?<![\w.&/'’-])(?=[A-ZÅÄÖÆØÉ]{{2}}){_UPPER}(?:,? {_UPPER}(?![\w./&]))+")
_ASKS = key_words("why what how who where varför vad hur vem hvorfor hvad hvordan hvem")
_DOUBLE = late(r"\A\.{2}\Z")  # behind an abbreviation
_CALM = late(r"(?:!\s?)+1*")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence that could stand instead, how safe it is, and the sender's names that went.

    One that is only `calm` has other marks or letters, and no other words.
    """

    text: str
    safety: Safety
    brands: tuple[str, ...] = ()
    calm: bool = False


@dataclass(frozen=True, slots=True)
class _Edges:
    """A sentence taken apart: what opens it, its body, the mark that ends it, and what stands behind that."""

    open: str
    body: str
    mark: str
    close: str

    def around(self, body: str) -> str:
        mark = _CALM.sub("" if "?" in self.mark else ".", self.mark)
        if body.endswith((".", "!", "?", "…")):  # the rewrite brings its own
            mark = ""
        elif "?" in mark and _ASKS & key_words(self.body) - key_words(body):  # the question was in what is gone
            mark = "."
        return f"{self.open}{body}{_DOUBLE.sub('.', mark)}{self.close}"


def grammar_of(language: str) -> Grammar | None:
    """Return the grammar of a language, or None where it has none."""
    name = f"toneguard.languages.grammar_{language}"
    try:
        return import_module(name).GRAMMAR  # type: ignore[no-any-return]
    except ModuleNotFoundError as error:
        if error.name != name:  # a grammar that lacks one of its own parts is broken, not missing
            raise
        return None


def proposals(
    sentence: str,
    block: Block,
    rules: Sequence[str],
    templates: Templates,
    told: RuleSettings,
    grammar: Grammar,
) -> Iterator[Proposal]:
    """Yield what a sentence could be, the fewest steps first. `rules` are those that found something in it."""
    edges = _edges(sentence)
    if edges is None:
        return
    level = [Proposal(edges.body, Safety.SAFE)]
    seen: set[tuple[str, tuple[str, ...]]] = {(edges.body, ())}
    calm = edges.around(_INNER.sub("!", edges.body))
    if calm != sentence:
        yield Proposal(calm, Safety.SAFE, calm=True)
    if (quiet := _CAPITALS.sub(lambda found: found.group().lower(), edges.body)) != edges.body:
        level.append(Proposal(tidy(quiet), Safety.REVIEW))
        yield Proposal(edges.around(_INNER.sub("!", tidy(quiet))), Safety.REVIEW, calm=True)
    mine = frozenset(rules)
    for _ in range(_DEPTH):
        fresh = []
        for proposal in level:
            for step in _steps(proposal, block, templates.open_to(key_words(proposal.text), mine), told, grammar):
                if (step.text, step.brands) in seen or len(seen) > _MOST:
                    continue
                seen.add((step.text, step.brands))
                fresh.append(step)
                yield Proposal(edges.around(step.text), step.safety, step.brands)
        level = fresh


def alone(template: Template, sentence: str, language: str) -> str:
    """Return what one template makes of a sentence by itself; `""` where it makes nothing of it."""
    edges, grammar = _edges(sentence), grammar_of(language)
    if edges is None or grammar is None:
        return ""
    block = Block("paragraph", sentence, (), language=language)
    made = next(written(template, _said(edges.body, block), RuleSettings(), grammar), None)
    return edges.around(made.text) if made else ""


def _steps(
    proposal: Proposal, block: Block, templates: Sequence[Template], told: RuleSettings, grammar: Grammar
) -> Iterator[Proposal]:
    sentence = _said(proposal.text, block)
    for template in templates:
        for new in written(template, sentence, told, grammar):
            safety = max(proposal.safety, new.safety, key=list(Safety).index)
            if new.text:
                yield Proposal(new.text, safety, (*proposal.brands, *new.brands))


def _said(body: str, block: Block) -> Sentence:
    """Return a text as a sentence that stands in a block by itself."""
    return Sentence(replace(block, text=body, pieces=()), 0, len(body))


def _edges(sentence: str) -> _Edges | None:
    """Take a sentence apart; one that opens or closes a quotation is somebody's own."""
    opening = _OPEN.match(sentence)
    start, end = opening.end() if opening else 0, len(sentence)
    while end > start and not (sentence[end - 1].isalnum() or sentence[end - 1] in _INSIDE):
        end -= 1
    tail = sentence[end:]
    mark = _MARK.match(tail)
    size = mark.end() if mark else 0
    if start == end or _QUOTES & set(sentence[:start] + tail[size:]):
        return None
    return _Edges(sentence[:start], sentence[start:end], tail[:size], tail[size:])
