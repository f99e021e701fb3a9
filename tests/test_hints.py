"""Hints: what a text must hold before a regex is worth compiling."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    (r"\?", ("?",)),
    (r"\d", ()),
]


@pytest.mark.parametrize(("regex", "pieces"), KNOWN)
def test_hints(regex: str, pieces: tuple[str, ...]) -> None:
    """A hint is spelt out in the regex, must be matched, and does not depend on case."""
    assert hints(regex) == pieces


@given(st.data())
def test_every_match_has_a_hint(registry: Registry, data: st.DataObject) -> None:
    """Whatever a regex of a pack matches holds one of its hints, if it has any."""
    regexes = [
        text
        for rule in registry.pack.rules
        for section in rule.sections.values()
        for text in section.regex
        if hints(text) and not re.search(r"\(\?[!<=]", text)
    ]
    regex = data.draw(st.sampled_from(regexes))
    text = data.draw(st.from_regex(regex))
    assert any(piece in text for piece in hints(regex))
