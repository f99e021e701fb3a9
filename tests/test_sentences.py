"""Sentences: where they end, in all three languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_positions import parse
from toneguard.blocks import BlockBuilder
from toneguard.document import Block
from toneguard.languages import LANGUAGES
from toneguard.sentences import split

SAMPLES = [(code, sample) for code, language in LANGUAGES.items() for sample in language.samples]


def block(text: str, language: str = "en") -> Block:
    """Build a paragraph in a language."""
    builder = BlockBuilder(text)
    builder.verbatim(0, len(text))
    built = builder.build("paragraph")
    assert built is not None
    return replace(built, language=language)


def sentences(text: str, language: str = "en") -> list[str]:
    """Return the sentences of a paragraph."""
    return [sentence.text for sentence in split(block(text, language))]


@pytest.mark.parametrize(("language", "sample"), SAMPLES)
def test_a_language_splits_its_samples(language: str, sample: str) -> None:
    """Each sample of a language is two sentences, the second of them short."""
    found = sentences(sample, language)
    assert len(found) == 2
    assert " ".join(found) == sample


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Vi ses kl. 9 i parken.|Ta med te."),
        ("sv", "Det blev bl.a. Assam och t.ex. Ceylon.|Gott!"),
        ("sv", "”Vi köper te!” sa hon.|Sedan gick hon."),
        ("sv", "Priset är 3,50 kr. per kopp.|Kom."),
        ("da", "Vi ses den 5. maj.|Tag te med."),
        ("da", "Der er f.eks. Assam.|Kom!"),
        ("da", "Det koster 25 kr. pr. kop.|Kom."),
        ("en", "Dr. Ames came at 9 a.m. with tea.|He left."),
        ("en", "It costs $3.50 or 1.5 times as much.|Fine."),
        ("en", "J. K. Berg wrote it.|We read it."),
        ("en", "Well... maybe tea.|Or milk…|Or both."),
        ("en", "“Is it tea?” she asked.|It was."),
        ("en", "He said “It is tea.”|She left."),
        ("en", "Tea (and milk.) is good.|Yes!"),
        ("en", "1. Boil the water.|2. Wait."),
        ("en", "Really?!|Yes."),
        ("en", "See https://x.se/a.b.|Then go."),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_stops(language: str, text: str) -> None:
    """Abbreviations, numbers, initials, quotations and ellipses do not end a sentence, end marks do."""
    shown = block(text.replace("|", " "), language)
    expected = [block(part, language).text for part in text.split("|")]
    assert [sentence.text for sentence in split(shown)] == expected


def test_hard_breaks_end_sentences() -> None:
    """A line break that the writer asked for ends a sentence, unless the next line goes on in lower case."""
    assert sentences("Tea House\u2028Elm Street\u2028by the river") == ["Tea House", "Elm Street\u2028by the river"]
    assert [s.text for s in parse("Tea<br>Milk\nand honey", "a.html").all_sentences()] == ["Tea", "Milk\nand honey"]


def test_soft_breaks_do_not() -> None:
    """A wrapped line goes on."""
    assert sentences("We met Dr.\nAmes at the\nTea House. He\nleft.") == [
        "We met Dr.\nAmes at the\nTea House.",
        "He\nleft.",
    ]


PARTS = (
    "Te",
    "te",
    ". ",
    ".",
    "! ",
    "? ",
    "… ",
    " ",
    "\n",
    "\n\n",
    "\u2028",
    "\u2029",
    "kl.",
    "9",
    "1.",
    "“",
    "”",
    "'",
    "(",
    ")",
    "\ufffc",
    "\ud800",
    "å",
    "\0",
)


@settings(max_examples=300, deadline=None)
@given(
    text=st.lists(st.sampled_from(PARTS), max_size=25).map("".join),
    language=st.sampled_from(["en", "sv", "da", "other", ""]),
)
def test_no_character_is_lost(text: str, language: str) -> None:
    """Sentences ascend, stand apart, have no white space around them and cover all else."""
    whole = replace(block("x" + text), language=language)
    end = 0
    for index, sentence in enumerate(split(whole)):
        assert sentence.index == index
        assert not whole.text[end : sentence.start].strip()
        assert end <= sentence.start < sentence.end
        assert sentence.text == sentence.text.strip()
        end = sentence.end
    assert not whole.text[end:].strip()


def test_very_long_blocks_are_cut_plainly() -> None:
    """A block beyond any paragraph is still cut at its end marks."""
    assert len(sentences("Te är gott. " * 5_000, "sv")) == 5_000
