"""Cuts: a sentence or a paragraph that holds nothing for the reader may go, where the rest of the post stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from toneguard.document import Block, Document, Sentence
from toneguard.finding import Edit, Finding, Fix, Safety
from toneguard.languages import LANGUAGES
from toneguard.late import late
from toneguard.rewriting.facts import facts, words_of
from toneguard.rewriting.markup import held
from toneguard.rewriting.room import Room
from toneguard.rewriting.verify import Near
from toneguard.source import Span

HELD = frozenset({"title", "meta", "alt"})  # front matter and attributes are left to the writer
NEAR = 3  # sentences before and behind one that a change of it is judged among
_SENDER = "self-centred"
_CUT = {"en": "Leave the sentence out.", "sv": "Stryk meningen.", "da": "Slet sætningen."}
_CUT_ALL = {"en": "Leave the paragraph out.", "sv": "Stryk stycket.", "da": "Slet afsnittet."}
_CALLS = frozenset({"pushy/hard-call", "pushy/shouting"})
_BUTTON = 6  # words
_OPENS_SPEECH = ("–", "—", "-")
_PAIRED = (("“", "”"), ("«", "»"), ("„", "“"), ("(", ")"))
_MARKS = late(r"[*_]{0,3}")
_LINE = late(r"[^\r\n]*")
_GAP = late(r"(?:[ \t]*(?:\r\n|\r|\n))+")
_BLANK_BEHIND = late(r"[ \t]*(?:\Z|(?:\r\n|\r|\n)[ \t]*(?:\Z|\r|\n))")


def cut(document: Document, index: int, sentence: Sentence, mine: Sequence[Finding], room: Room) -> Fix | None:
    """Return the cut of a sentence that holds nothing for the reader, where its paragraph or its post stands without.

    `mine` are the sentence's findings: years and speakers of the sender's own story are no facts where they are all
    about the sender. What a sender announces is news all the same.
    """
    known = held(document, sentence)
    if known is None or known.has_link or sentence.block.kind in (*HELD, "heading", "cell"):
        return None
    if any(finding.family == _SENDER for finding in mine) and re.search(
        LANGUAGES[room.language].news, sentence.text, re.I
    ):
        return None
    said = sentence.text if any(finding.family != _SENDER for finding in mine) else _without_story(sentence.text, room)
    if _holds_facts(said, sentence, document, room):
        return None
    if len(document.sentences[index]) == 1:
        return None if _is_button(sentence, mine) else _of_paragraph(document, index, room)
    return _of_sentence(document, index, sentence, room)


def _is_button(sentence: Sentence, mine: Sequence[Finding]) -> bool:
    """Tell whether a sentence is a short call to act and no worse: a post may need one, put more calmly."""
    return all(finding.rule in _CALLS for finding in mine) and len(words_of(sentence.text)) <= _BUTTON


def near(document: Document, index: int, sentence: Sentence) -> Near:
    """Return the sentences around one: a change of it is looked at among them, however long its block is."""
    sentences = document.sentences[index]
    first, last = max(0, sentence.index - NEAR), min(len(sentences), sentence.index + NEAR + 1) - 1
    opens = first == 0 and index == document.opening
    return Near(sentence.block, sentences[first].start, sentences[last].end, opens)


def _of_sentence(document: Document, index: int, sentence: Sentence, room: Room) -> Fix | None:
    """Return the cut of one of several sentences, with the one behind it put right."""
    block, sentences, around = sentence.block, document.sentences[index], near(document, index, sentence)
    if _is_half_a_speech(sentence):
        return None
    if sentence.index + 1 == len(sentences):
        before = sentences[sentence.index - 1]
        edit = Edit(Span(before.span.end, sentence.span.end), "")
        text = block.text[around.start : before.end]
    else:
        following = sentences[sentence.index + 1]
        said = held(document, following)
        new = room.grammar.orphan(said.text) if said else None
        if said is None or new is None:
            return None
        end = following.span.start if new == said.text else following.span.end
        edit = Edit(Span(sentence.span.start, end), "" if new == said.text else said.source(new))
        text = block.text[around.start : sentence.start] + said.plain(new) + block.text[following.end : around.end]
    if not room.verifier.breaks_nothing(around, text):
        return None
    return Fix(_CUT[room.language], (edit,), Safety.REVIEW, cut=True)


def _is_half_a_speech(sentence: Sentence) -> bool:
    """Tell whether a quotation begins or ends outside the sentence, so that a cut would leave half of it."""
    text = sentence.text
    uneven = text.count('"') % 2 or any(text.count(left) != text.count(right) for left, right in _PAIRED)
    return bool(uneven) or text.startswith(_OPENS_SPEECH)


def _of_paragraph(document: Document, index: int, room: Room) -> Fix | None:
    """Return the cut of a paragraph of one sentence, with the empty lines behind it; other paragraphs have facts."""
    block = document.blocks[index]
    if block.kind != "paragraph" or block.quoted or not _is_spared(document, index, room):
        return None
    span = _lines(document.source.text, block)
    if span is None or not _has_factual_paragraph(document, index, room):
        return None
    return Fix(_CUT_ALL[room.language], (Edit(span, ""),), Safety.REVIEW, cut=True)


def _lines(text: str, block: Block) -> Span | None:
    """Return the whole lines of a paragraph and the empty ones behind it, or before it at the end of a post.

    None where something else stands on its lines, or right below them.
    """
    start = max(text.rfind("\n", 0, block.span.start), text.rfind("\r", 0, block.span.start)) + 1
    line = _LINE.match(text, block.span.end)
    end = line.end() if line else block.span.end
    before, behind = text[start : block.span.start], text[block.span.end : end].rstrip()
    if not _MARKS.fullmatch(before) or behind != before[::-1] or not _BLANK_BEHIND.match(text, end):
        return None
    gap = _GAP.match(text, end)
    if gap and gap.end() < len(text):
        return Span(start, gap.end())
    kept = len(text[:start].rstrip())
    return Span(kept, end) if kept else None


def _is_spared(document: Document, index: int, room: Room) -> bool:
    """Tell whether what stands around a paragraph can do without it."""
    blocks = document.blocks
    before = blocks[index - 1] if index else None
    behind = blocks[index + 1] if index + 1 < len(blocks) else None
    if blocks[index].text.rstrip().endswith(":") or (before and before.text.rstrip().endswith(":")):
        return False
    if before and before.kind == "heading" and (behind is None or behind.kind == "heading"):
        return False
    if index != document.opening or behind is None:
        return True
    sentences = document.sentences[index + 1][:NEAR]
    if not sentences or behind.language != room.language:
        return False
    first, last = sentences[0].start, sentences[-1].end
    opening, other = Near(behind, first, last, opens=True), Near(behind, first, last, opens=False)
    found = room.verifier.found(opening, opening.text)
    return not found or not found - room.verifier.found(other, other.text)


def _has_factual_paragraph(document: Document, index: int, room: Room) -> bool:
    """Tell whether another paragraph of the post holds facts, so that there is a post without this one."""

    def factual() -> list[int]:
        return [
            place
            for place, block in enumerate(document.blocks)
            if block.kind in ("paragraph", "item")
            and any(facts(sentence.text, room.language, room.grammar) for sentence in document.sentences[place][:NEAR])
        ]

    places: list[int] = document.once(("factual", room.language), factual)
    return any(place != index for place in places)


def _without_story(text: str, room: Room) -> str:
    """Return a sentence without the years of the sender's own story, quotation marks, and who speaks."""
    spoken = _speaker(room.language).sub(r"\1", text)
    return re.sub(LANGUAGES[room.language].story, " ", re.sub(r"[\"“”«»„]", "", spoken), flags=re.I)


@cache
def _speaker(code: str) -> re.Pattern[str]:
    """Who says what stands before, to the end of the sentence; what is said of a speaker besides may be news."""
    language = LANGUAGES[code]
    speech, relatives = (
        "|".join(sorted(map(re.escape, group), key=len, reverse=True))
        for group in (language.speech, language.relatives)
    )
    return re.compile(rf"(?i)([,!?.][\"”’»]|,)\s+(?:{speech})\s(?![^.!?]*\b(?:{relatives})\b)[^.!?]*[.]?$")


def _holds_facts(text: str, sentence: Sentence, document: Document, room: Room) -> bool:
    """Tell whether a text has a fact that stands nowhere else in the post; a number or a day is always one."""
    language, words = LANGUAGES[room.language], words_of(text.replace("-", " "))  # six-day lifetimes
    dated = room.grammar.terms | room.grammar.weekdays | language.months
    running = f" {' '.join(words)} "
    if not dated.isdisjoint(words) or any(f" {promise} " in running for promise in language.promises):
        return True
    found = facts(text, room.language, room.grammar)
    if not found:
        return False
    if any(any(letter.isdigit() for letter in fact) or " " in fact for fact in found):
        return True
    everywhere = document.once(
        "words", lambda: Counter(word for each in document.blocks for word in words_of(each.text))
    )
    here = Counter(words_of(sentence.text))
    names = {fact.partition("-")[0] if "-" in fact else fact for fact in found}  # a name may open a compound
    return any(everywhere[name] <= here[name] for name in names)
