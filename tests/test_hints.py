"""Hints: what a text must hold before a regex is worth compiling."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toneguard.config import Config
from toneguard.entries import Hinted
from toneguard.hints import Pieces, hints, seen, starts
from toneguard.registry import Registry

KNOWN = [
    ("moo", ("moo",)),
    ("^(?:moo|baa)s?$", ("moo", "baa")),
    ("m[ou]o+ loudly", (" loudly",)),
    ("(moo)?x", ()),
    ("(?i)Moo", ("moo",)),
    ("(?i:moo) baa", (" baa",)),
    ("(?i:µoo) ba", (" ba",)),
    ("(?!moo)b", ()),
    ("(?:moo){2,3}", ("moo",)),
    ("(?i)moo@moo", ("moo@moo",)),
    ("(?:moo|ba)@", ("@",)),
    ("moo ?(?:[–—]|--)+ ?", ("moo",)),
    ("[A-Z]+ ?(?:[–—]|--)+ ?", ("–", "—", "--")),
    (r"\?", ("?",)),
    (r"\d", ()),
]


@pytest.mark.parametrize(("regex", "pieces"), KNOWN)
def test_hints(regex: str, pieces: tuple[str, ...]) -> None:
    """A hint is spelt out in the regex and must be matched; where case does not count it is in small letters."""
    assert hints(regex) == pieces


@cache
def pack_regexes() -> tuple[str, ...]:
    """Return the regexes of the packs that have hints and nothing that hypothesis cannot make texts for."""
    sections = (section for rule in Registry(Config()).pack.rules for section in rule.sections.values())
    known = (text for section in sections for text in section.regex)
    return tuple(text for text in known if hints(text) and not re.search(r"\(\?[!<=]", text))


@settings(deadline=None)
@given(st.data())
def test_every_match_has_a_hint(data: st.DataObject) -> None:
    """Whatever a regex of a pack matches holds one of its hints, if it has any."""
    regex = data.draw(st.sampled_from(pack_regexes()))
    text = data.draw(st.from_regex(regex))
    assert any(piece in seen(text) for piece in hints(regex))


@settings(deadline=None)
@given(
    st.sampled_from(["kiså", "press", "Öl i", "islak", "µs"]),
    st.text("kiså KISÅöÖlaprepµ\u2126\u212aıİſ\u212b", max_size=9),
)
def test_case_that_does_not_count(word: str, text: str) -> None:
    """A text that a regex matches whatever the case holds one of its hints, odd letters of other alphabets included."""
    regex = f"(?i){word}"
    for each in (text, *(text[:place] + word.upper() + text[place:] for place in range(len(text)))):
        if re.search(regex, each) and hints(regex):
            assert any(piece in seen(each) for piece in hints(regex))


@settings(deadline=None)
@given(st.sampled_from(["^a", "^(?:a|b)", "^a|b", "(?m)^a", "(?:^|c)a", "a", r"(?m)\Aa"]), st.text("abc\n", max_size=9))
def test_a_regex_that_starts(regex: str, text: str) -> None:
    """A regex is said to match at the start only where looking anywhere else finds nothing."""
    found = re.search(regex, text)
    if starts(regex):
        assert bool(found) == bool(re.match(regex, text))
    assert starts(regex) == (regex in ("^a", "^(?:a|b)", r"(?m)\Aa"))


@settings(deadline=None)
@given(st.lists(st.text("ab+\u2019\ud800", min_size=1, max_size=3)), st.lists(st.text("ab+\u2019\ud800", max_size=9)))
def test_pieces_of_many_texts(pieces: list[str], texts: list[str]) -> None:
    """Pieces are found in each text, one by one or, once that pays, all in one go."""
    expected = [{piece for piece in pieces if piece in text} for text in texts]
    few, many = Pieces(pieces), Pieces(pieces)
    many.within(["-" * 100_000])
    assert [set(found) for found in few.within(texts)] == expected
    assert [set(found) for found in many.within(texts)] == expected


@pytest.mark.parametrize("language", ["en", "sv", "da"])
def test_hinted_regexes(language: str) -> None:
    """The regexes tried for their hints and found are those that match, in the order of the rules."""
    registry = Registry(Config())
    regexes = registry.scanner(language).regexes
    examples = [example for rule in registry.pack.rules for example in rule.info.examples]
    texts = [text for one in examples for text in (one.bad, one.good) if text] + ["", "PRESS@acme.com", "#SE12345"]
    for length in (20, len(texts)):
        found = Hinted(regexes).within(texts[:length])
        for text, each in zip(texts[:length], found, strict=True):
            assert each == [regex for regex in regexes if re.search(regex.text, text)]
