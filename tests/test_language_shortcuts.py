"""Shortcuts of votes and sentences: what is told the short way is what the long way tells, for any text."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_positions import parse
from tests.test_reading_shortcuts import POSTS, TEXTS
from toneguard import sentences
from toneguard.blocks import BlockBuilder
from toneguard.document import Block, Sentence
from toneguard.languages import LANGUAGES, detect, vote

WORDS = ["the", "och", "jeg", "ikke", "hej", "vi", "och", "på", "Stockholm", "jag", "ist", "Я", "være"]


@given(TEXTS)
@settings(max_examples=300)
def test_a_text_votes_as_its_words_do(text: str) -> None:
    """The votes of a text are those of its words, each alone, and a capital at its start is nothing."""
    low = text[:1].lower() + text[1:]
    assert vote.tally(text) == vote.tally(low)
    alone = [vote.tally(f"– {word}") for word in vote._WORD.findall(vote._URL.sub(" ", low))]
    assert vote.tally(text).packed == vote.total(alone).packed
    assert vote.tally(text).words == len(alone)
    assert vote.tally(text).tokens == len(text.split())


@given(
    st.lists(
        st.sampled_from(
            ["the", "och", "jeg", "ikke", "hej", "vi", "och", "på", "Stockholm", "jag", "ist", "Я", "være"]
        ),
        max_size=9,
    )
)
def test_who_leads(words: list[str]) -> None:
    """A language leads where none has more votes; what has no rules is not asked for."""
    votes = vote.tally(" ".join(words))
    assert {code for code in LANGUAGES if votes.led_by(code)} == {code for code in LANGUAGES if not votes.lead(code)}
    assert not votes.led_by(vote.OTHER)


@given(st.text(st.sampled_from("abdehijklnorstuvwzæøåäöß'"), min_size=4, max_size=9))
def test_spellings_as_one_automaton(word: str) -> None:
    """All spellings read in one go say what each says alone."""
    alone = [place for place, pattern in enumerate(vote._SPELLINGS.values()) if re.search(pattern, word)]
    assert sorted(vote._spellings().Match(word) or ()) == alone


def test_the_table_of_votes_has_an_end() -> None:
    """The table of tokens is emptied when it is full, and a token longer than any word is not kept."""
    vote.forget()
    with patch.object(vote, "_MOST", 10):
        votes = vote.tally(" ".join(f"a{number}b" for number in range(100)))
        assert votes.words == 0
        assert len(vote._roll()) <= 10
    vote.tally("x" * 100)
    assert "x" * 100 not in vote._roll()
    vote.forget()


@given(POSTS)
def test_words_are_counted_once(text: str) -> None:
    """The number of words that the vote notes is the one that a document counts."""
    document = detect.assign(parse(text))
    assert document.words == replace(document).words


def test_a_block_in_another_language() -> None:
    """A block with another verdict on its language is equal but for that, and knows its shadow."""
    (block,) = parse("Vi är här.").blocks
    known = block.shadow
    twin = block.spoken("sv")
    assert twin == replace(block, language="sv")
    assert twin.shadow is known
    assert twin.spoken("sv") is twin


class _All(Container[str]):
    def __contains__(self, _: object) -> bool:
        return True


@given(TEXTS, st.sampled_from(["en", "sv", "da"]))
@settings(max_examples=300)
def test_ends_of_sentences(text: str, language: str) -> None:
    """Segments that are not looked at twice end as they do when each is."""
    builder = BlockBuilder(text)
    builder.verbatim(0, len(text))
    built = builder.build("paragraph")
    if built is None:
        return
    block = replace(built, language=language)

    def recut(segments: list[str], abbreviations: frozenset[str]) -> Iterator[str]:
        return (piece for segment in segments for piece in sentences._cut(segment, abbreviations))

    with patch.object(sentences, "_endings", lambda _: _All()), patch.object(sentences, "_recut", recut):
        plain = sentences.split(block)
    assert sentences.split(block) == plain


def test_a_sentence_is_made_as_any_data_is() -> None:
    """Blocks and sentences are frozen and are compared and replaced field by field."""
    block = Block("paragraph", "Hi.", ())
    sentence = Sentence(block, 0, 3)
    assert replace(sentence, index=2) == Sentence(block, 0, 3, 2)
    assert hash(Sentence(block, 0, 3)) == hash(sentence)
    with pytest.raises(AttributeError):
        sentence.start = 1  # type: ignore[misc]
    with pytest.raises(AttributeError):
        block.text = ""  # type: ignore[misc]
