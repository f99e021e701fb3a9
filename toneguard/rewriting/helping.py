"""Findings with a way out: the rewrite that leaves least to find, else a cut, else a skeleton for the writer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from toneguard.document import STAND_IN, Document, Sentence
from toneguard.finding import Edit, Finding, Fix, Safety
from toneguard.languages import LANGUAGES
from toneguard.languages.grammar import Grammar
from toneguard.rewriting.author import TRIES, Author, Request
from toneguard.rewriting.engine import Proposal, proposals
from toneguard.rewriting.facts import facts, shown, words_of
from toneguard.rewriting.markup import Held, held
from toneguard.rewriting.templates import Template
from toneguard.rewriting.verify import Near, Verifier
from toneguard.rule import RuleInfo, RuleSettings
from toneguard.source import Span

_HELD = frozenset({"title", "meta", "alt"})  # front matter and attributes are left to the writer
HELPED = frozenset({"self-centred", "pushy"})
_SHOUTING = "pushy/shouting"
_NEAR = 3  # sentences before and behind one that a change of it is judged among
_FEW = 8  # facts that a skeleton shows
CUT = {"en": "Leave the sentence out.", "sv": "Stryk meningen.", "da": "Slet sætningen."}


@dataclass(frozen=True)
class Room:
    """What rewriting works with in one language: its templates, skeletons by rule or family, grammar and verifier.

    `infos` are the rules by name, `author` a language model that may be asked; `counts` has the number of proposals
    that were `declined`.
    """

    language: str
    templates: tuple[Template, ...]
    skeletons: Mapping[str, str]
    grammar: Grammar
    verifier: Verifier
    infos: Mapping[str, RuleInfo]
    author: Author | None = None
    counts: Counter[str] = field(default_factory=Counter)


def helped(
    found: Sequence[Finding], document: Document, rooms: Mapping[str, Room], told: RuleSettings
) -> list[Finding]:
    """Return findings with their fixes, those of other families and languages as they are."""
    by_sentence: dict[Span, list[Finding]] = defaultdict(list)
    for finding in found:
        if finding.scope == "span" and finding.language in rooms and not finding.fixes:
            by_sentence[finding.sentence].append(finding)
    fixes: dict[int, Fix] = {}
    for index, sentence in _sentences(document):
        mine = by_sentence.get(sentence.span)
        if mine:
            room = rooms[sentence.block.language]
            fixes |= _fixes(index, document, sentence, mine, room, told)
    return [replace(finding, fixes=(fixes[id(finding)],)) if id(finding) in fixes else finding for finding in found]


def _sentences(document: Document) -> Iterator[tuple[int, Sentence]]:
    for index, sentences in enumerate(document.sentences):
        yield from ((index, sentence) for sentence in sentences)


def _fixes(
    index: int,
    document: Document,
    sentence: Sentence,
    mine: Sequence[Finding],
    room: Room,
    told: RuleSettings,
) -> dict[int, Fix]:
    """Return the fix of each finding of a sentence, by the finding's identity."""
    fixes: dict[int, Fix] = {}
    for text, safety, left in _rewrites(index, document, sentence, mine, room, told):
        for finding in mine:
            if finding.rule not in left and id(finding) not in fixes:
                fixes[id(finding)] = Fix(text, (Edit(sentence.span, text),), safety)
    if len(fixes) < len(mine) and room.author:
        fixes |= _asked(index, document, sentence, [finding for finding in mine if id(finding) not in fixes], room)
    open_findings = [finding for finding in mine if finding.family in HELPED and id(finding) not in fixes]
    if open_findings:
        other = _cut(document, index, sentence, room)
        for finding in open_findings:
            near = document.sentences[index][max(0, sentence.index - _NEAR) : sentence.index + _NEAR + 1]
            fix = other or _skeleton(finding, near, room)
            if fix:
                fixes[id(finding)] = fix
    return fixes


def _rewrites(
    index: int, document: Document, sentence: Sentence, mine: Sequence[Finding], room: Room, told: RuleSettings
) -> list[tuple[str, Safety, frozenset[str]]]:
    """Return the verified rewrites of a sentence with the rules that still find something; those with least first."""
    known = None if sentence.block.kind in _HELD else held(document, sentence)
    if known is None:
        return []
    kept = []
    rules = [finding.rule for finding in mine]
    for proposal in proposals(known.text, sentence.block, rules, room.templates, told, room.grammar):
        left = verified(proposal, known, document, index, sentence, room)
        if left is not None and proposal.calm:  # lowering the voice answers shouting and nothing else
            left |= set(rules) - {_SHOUTING}
        if left is None or 2 * len(left & set(rules)) > len(set(rules)):  # less than half a way out is none
            room.counts["declined"] += 1
            continue
        kept.append((known.source(proposal.text), proposal.safety, left))
        if not left:
            break
    return sorted(kept, key=lambda entry: (len(entry[2]), list(Safety).index(entry[1])))


def _asked(index: int, document: Document, sentence: Sentence, mine: Sequence[Finding], room: Room) -> dict[int, Fix]:
    """Ask the language model for a rewrite; what does not hold is refused, at most `TRIES` times."""
    known = held(document, sentence)
    if known is None or known.pieces or sentence.block.kind in _HELD or room.author is None:
        return {}
    rules = tuple(room.infos[finding.rule] for finding in mine)
    request = Request(known.text, sentence.block.text, room.language, rules)
    for _ in range(TRIES):
        answer = room.author(request)
        if answer is None:
            return {}
        left = verified(Proposal(answer, Safety.REVIEW), known, document, index, sentence, room)
        done = [finding for finding in mine if left is not None and finding.rule not in left]
        if done:
            return {id(finding): Fix(answer, (Edit(sentence.span, answer),), Safety.REVIEW) for finding in done}
        room.counts["declined"] += 1
        request = replace(request, refused=(*request.refused, answer))
    return {}


def verified(
    proposal: Proposal, known: Held, document: Document, index: int, sentence: Sentence, room: Room
) -> frozenset[str] | None:
    """Return the rules that still find something in a proposal; None where it does not hold."""
    verifier = room.verifier
    if not verifier.is_whole(known.text, proposal.text, room.language):
        return None
    if not verifier.keeps_facts(known.text, proposal, room.language):
        return None
    new = known.plain(proposal.text)
    near = _near(document, index, sentence)
    return verifier.remaining(near, sentence.text, near.around(sentence, new))


def _near(document: Document, index: int, sentence: Sentence) -> Near:
    """Return the sentences around one: a rewrite is looked at among them, however long its block is."""
    sentences = document.sentences[index]
    first, last = max(0, sentence.index - _NEAR), min(len(sentences), sentence.index + _NEAR + 1) - 1
    opens = first == 0 and index == document.opening
    return Near(sentence.block, sentences[first].start, sentences[last].end, opens)


def _cut(document: Document, index: int, sentence: Sentence, room: Room) -> Fix | None:
    """Return the cut of a sentence that holds nothing for the reader, where its paragraph stands without it."""
    block, sentences = sentence.block, document.sentences[index]
    known = held(document, sentence)
    if known is None or known.has_link or len(sentences) < 2 or block.kind in (*_HELD, "heading", "cell"):
        return None
    if _holds_facts(document, sentence, room):
        return None
    near = _near(document, index, sentence)
    if sentence.index + 1 == len(sentences):
        before = sentences[sentence.index - 1]
        edit = Edit(Span(before.span.end, sentence.span.end), "")
        text = block.text[near.start : before.end]
    else:
        following = sentences[sentence.index + 1]
        said = held(document, following)
        new = room.grammar.orphan(said.text) if said else None
        if said is None or new is None:
            return None
        end = following.span.start if new == said.text else following.span.end
        edit = Edit(Span(sentence.span.start, end), "" if new == said.text else said.source(new))
        text = block.text[near.start : sentence.start] + said.plain(new) + block.text[following.end : near.end]
    if room.verifier.found(near, text) - room.verifier.found(near, near.text):
        return None
    return Fix(CUT[room.language], (edit,), Safety.REVIEW, cut=True)


def _holds_facts(document: Document, sentence: Sentence, room: Room) -> bool:
    """Tell whether a sentence has a fact that stands nowhere else in the post; a number or a day is always one."""
    dated = room.grammar.terms | room.grammar.weekdays | LANGUAGES[room.language].months
    if not dated.isdisjoint(words_of(sentence.text)):
        return True
    found = facts(sentence.text, room.language, room.grammar)
    if not found:
        return False
    if any(any(letter.isdigit() for letter in fact) or " " in fact for fact in found):
        return True
    everywhere = document.once(
        "words", lambda: Counter(word for each in document.blocks for word in words_of(each.text))
    )
    here = Counter(words_of(sentence.text))
    return any(everywhere[fact] <= here[fact] for fact in found)


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
