"""The shadow: one byte for each character, whatever the character."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toneguard.shadow import shadow

ANY = st.text(st.characters(exclude_categories=()), max_size=50)


@given(ANY)
def test_one_byte_for_each_character(text: str) -> None:
    """The shadow is as long as the text and plain ASCII, for any text, lone surrogates included."""
    assert len(shadow(text)) == len(text)
    assert shadow(text).isascii()


@given(ANY, ANY)
def test_the_shadow_knows_no_neighbours(left: str, right: str) -> None:
    """What a character becomes does not depend on what stands beside it, so that slices agree."""
    assert shadow(left + right) == shadow(left) + shadow(right)


@pytest.mark.parametrize("text", ["İ", "ß", "ﬁ", "ŉ", "ΐ", "\ud800", "🎉", "e\u0301", "ǰ", "ẞ"])
def test_difficult_characters_keep_their_place(text: str) -> None:
    """Capitals with a longer lower case, ligatures, surrogates and emoji take one byte a character."""
    assert len(shadow(f"a{text}b")) == len(text) + 2


@pytest.mark.parametrize("word", ["å", "ö", "æble", "größe", "ñandú", "Ωmega", "łódź", "日本", "e\u0301te\u0301"])
def test_letters_are_letters(word: str) -> None:
    r"""A word with letters beyond ASCII is one word to `\b` and `\w`."""
    assert re.fullmatch(rb"\w+", shadow(word))


def test_marks_become_plain() -> None:
    """Typographic quotes, dashes and spaces match as their plain forms."""
    assert shadow("“Nej” – sa’\u00a0han…\u2028Å") == b'"nej" - sa\' han. A'
