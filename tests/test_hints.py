"""Hints: what a text must hold before a regex is worth compiling."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toneguard.config import Config
from toneguard.hints import hints
from toneguard.registry import Registry

KNOWN = [
    ("moo", ("moo",)),
    ("^(?:moo|baa)s?$", ("moo", "baa")),
    ("m[ou]o+ loudly", (" loudly",)),
    ("(moo)?x", ()),
    ("(?i)moo", ()),
    ("(?i:moo) baa", (" baa",)),
    ("(?!moo)b", ()),
    ("(?:moo){2,3}", ("moo",)),
    ("(?i)moo@moo", ("@",)),
    ("moo ?(?:[–—]|--)+ ?", ("moo",)),
    ("[A-Z]+ ?(?:[–—]|--)+ ?", ("–", "—", "--")),
    (r"\?", ("?",)),
    (r"\d", ()),
]


@pytest.mark.parametrize(("regex", "pieces"), KNOWN)
def test_hints(regex: str, pieces: tuple[str, ...]) -> None:
    """A hint is spelt out in the regex, must be matched, and does not depend on case."""
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
    assert any(piece in text for piece in hints(regex))
