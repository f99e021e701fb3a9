"""Findings with a way out: the rewrite that leaves least to find, else a cut, else a skeleton for the writer."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from toneguard.document import STAND_IN, Document, Sentence
from toneguard.finding import Edit, Finding, Fix, Safety
from toneguard.languages import LANGUAGES
from toneguard.records import replace
from toneguard.rewriting.cuts import HELD, NEAR, cut, near
from toneguard.rewriting.engine import Proposal, proposals
from toneguard.rewriting.facts import shown
from toneguard.rewriting.markup import Held, held
from toneguard.rewriting.room import Room
from toneguard.rewriting.verify import Left
from toneguard.rule import RuleSettings
from toneguard.source import Span

HELPED = frozenset({"self-centred", "pushy"})
_SHOUTING = "pushy/shouting"
_CRIED = frozenset({_SHOUTING, "pushy/price-hype"})
_FEW = 8  # facts that a skeleton shows


def helped(
    found: Sequence[Finding], document: Document, rooms: Mapping[str, Room], told: RuleSettings
) -> list[Finding]:
    """Return findings with their fixes, those of other families and languages as they are."""
    by_sentence: dict[Span, list[Finding]] = defaultdict(list)
    for finding in found:
        if finding.scope == "span" and finding.language in rooms and not finding.fixes:
            by_sentence[finding.sentence].append(finding)
    fixes: dict[int, tuple[Fix, ...]] = {}
    for index, sentence in _sentences(document, by_sentence):
        mine = by_sentence.get(sentence.span)
        if mine:
            room = rooms[sentence.block.language]
            fixes |= _fixes(index, document, sentence, mine, room, told)
    return [replace(finding, fixes=fixes[id(finding)]) if id(finding) in fixes else finding for finding in found]


def _sentences(document: Document, wanted: Iterable[Span]) -> Iterator[tuple[int, Sentence]]:
    """Yield the sentences of the blocks in which some ranges begin: most blocks of a long post have none."""
    starts = sorted(span.start for span in wanted)
    for index, (block, sentences) in enumerate(zip(document.blocks, document.sentences, strict=True)):
        place = bisect_left(starts, block.span.start) if sentences else len(starts)
        if place < len(starts) and starts[place] < block.span.end:
            yield from ((index, sentence) for sentence in sentences)


def _fixes(
    index: int,
    document: Document,
    sentence: Sentence,
    mine: Sequence[Finding],
    room: Room,
    told: RuleSettings,
) -> dict[int, tuple[Fix, ...]]:
    """Return the fixes of each finding of a sentence, by the finding's identity; the first is the one to take."""
    fixes: dict[int, tuple[Fix, ...]] = {}
    for text, safety, left in _rewrites(index, document, sentence, mine, room, told):
        for finding in mine:
            if finding.rule not in left and id(finding) not in fixes:
                fixes[id(finding)] = (Fix(text, (Edit(sentence.span, text),), safety),)
    if len(fixes) < len(mine) and room.author:
        fixes |= _asked(index, document, sentence, [finding for finding in mine if id(finding) not in fixes], room)
    left_open = [finding for finding in mine if finding.family in HELPED and id(finding) not in fixes]
    if left_open:
        other = cut(document, index, sentence, mine, room)
        alone = len(document.sentences[index]) == 1
        around = document.sentences[index][max(0, sentence.index - NEAR) : sentence.index + NEAR + 1]
        for finding in left_open:
            # A paragraph that would be gone with its sentence may also be filled: the writer chooses.
            lines = _skeleton(finding, around, room) if other is None or alone else None
            fixes[id(finding)] = tuple(fix for fix in (other, lines) if fix)
    return fixes


def _rewrites(
    index: int, document: Document, sentence: Sentence, mine: Sequence[Finding], room: Room, told: RuleSettings
) -> list[tuple[str, Safety, frozenset[str]]]:
    """Return the verified rewrites of a sentence with the rules that still find something; those with least first."""
    known = None if sentence.block.kind in HELD else held(document, sentence)
    if known is None:
        return []
    kept = []
    rules = [finding.rule for finding in mine]
    made = proposals(known.text, sentence.block, rules, room.templates, told, room.grammar)
    for proposal in chain(made, _trimmed(known, sentence, mine, room)):
        left = verified(proposal, known, document, index, sentence, room)
        open_rules = frozenset(rules) if left is None else _unanswered(proposal, left, rules)
        if left is None or 2 * len(open_rules & set(rules)) > len(set(rules)):  # less than half a way out is none
            room.counts["declined"] += 1
            continue
        kept.append((len(open_rules), not left.plain, proposal, open_rules))
        if not open_rules and left.plain and not proposal.calm:
            break
    kept.sort(key=lambda entry: (entry[0], entry[1], entry[2].calm, list(Safety).index(entry[2].safety)))
    return [(known.source(proposal.text), proposal.safety, open_rules) for _, _, proposal, open_rules in kept]


def _unanswered(proposal: Proposal, left: Left, rules: Sequence[str]) -> frozenset[str]:
    """Return the rules to which a proposal is no answer: a lower voice answers shouting, and a price that was cried."""
    if not proposal.calm:
        return left.rules
    return left.rules | (set(rules) - ({_SHOUTING} if left.rules else _CRIED))


def _trimmed(known: Held, sentence: Sentence, mine: Sequence[Finding], room: Room) -> Iterator[Proposal]:
    """Yield a sentence without the praise before its nouns, where a trained pipeline tells the parts of speech."""
    if room.tagger is None or known.text != sentence.text:
        return
    from toneguard.rewriting.tagged import trimmed

    kept = room.grammar.terms | LANGUAGES[room.language].promises
    marked = [(place.start, place.end) for finding in mine for place in finding.marked]
    text = trimmed(known.text, room.tagger(known.text), marked, kept, room.language)
    if text:
        yield Proposal(text, Safety.REVIEW)


def _asked(
    index: int, document: Document, sentence: Sentence, mine: Sequence[Finding], room: Room
) -> dict[int, tuple[Fix, ...]]:
    """Ask the language model for a rewrite; what does not hold is refused, at most `TRIES` times."""
    known = held(document, sentence)
    if known is None or known.pieces or sentence.block.kind in HELD or room.author is None:
        return {}
    from toneguard.rewriting.author import TRIES, Request

    rules = tuple(room.infos[finding.rule] for finding in mine)
    request = Request(known.text, sentence.block.text, room.language, rules)
    for _ in range(TRIES):
        answer = room.author(request)
        if answer is None:
            return {}
        left = verified(Proposal(answer, Safety.REVIEW), known, document, index, sentence, room)
        done = [finding for finding in mine if left is not None and left.plain and finding.rule not in left.rules]
        if done:
            fix = Fix(answer, (Edit(sentence.span, answer),), Safety.REVIEW)
            return {id(finding): (fix,) for finding in done}
        room.counts["declined"] += 1
        request = replace(request, refused=(*request.refused, answer))
    return {}


def verified(
    proposal: Proposal, known: Held, document: Document, index: int, sentence: Sentence, room: Room
) -> Left | None:
    """Return what rules still find in a proposal; None where it does not hold."""
    verifier = room.verifier
    if not verifier.is_whole(known.text, proposal.text, room.language):
        return None
    if not verifier.keeps_facts(known.text, proposal, room.language):
        return None
    if not verifier.keeps_contrast(known.text, proposal.text, room.language):
        return None
    new = known.plain(proposal.text)
    around = near(document, index, sentence)
    return verifier.remaining(around, sentence.text, around.around(sentence, new))


def _skeleton(finding: Finding, around: Sequence[Sentence], room: Room) -> Fix | None:
    """Return lines for the writer to fill in, with the figures and names that stand near."""
    template = room.skeletons.get(finding.rule) or room.skeletons.get(finding.family)
    if not template:
        return None
    found = (fact for sentence in around for fact in shown(sentence.text, room.language, room.grammar))
    known = dict.fromkeys(fact for fact in found if fact not in room.grammar.terms)  # "two" says nothing by itself
    said = ", ".join(islice(known, _FEW)).replace(STAND_IN, "…")
    lines = [line.replace("{facts}", said) for line in template.splitlines() if said or "{facts}" not in line]
    return Fix(lines[0], (Edit(finding.sentence, "\n".join(lines)),), Safety.SHOW)
