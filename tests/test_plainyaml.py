"""Plain front matter: where it is read without YAML, YAML reads the same."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from toneguard.formats import plainyaml

_VALUE = st.one_of(
    st.text("aé9 :#'\"-,[]{}&*!|>%@`?\\.\t\u00a0\u2028\U0001f600", max_size=12),
    st.sampled_from(["2026-03-02", "12:30", "no", "\"Oats: a 'life'\"", "'It\u2019s'", "a #b", "a# b", "x: y", "x:"]),
)
_LINE = st.builds(
    lambda key, gap, value, end: f"{key}:{gap}{value}{end}",
    st.sampled_from(["title", "lang", "a.b", "x-1", "_y", "Äpple", "- a", "2x"]),
    st.sampled_from([" ", "  ", "", "\t"]),
    _VALUE,
    st.sampled_from(["\n", " \n", "\r\n", "\n\n", "\r", ""]),
)


def composed(text: str) -> list[tuple[Any, ...]]:
    """Return what YAML makes of a text: keys, values and where they stand."""
    node = yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    values = node.value if node else []
    return [
        (key.value, value.value, value.start_mark.index, value.end_mark.index, value.style or "")
        for key, value in values
    ]


@given(st.lists(_LINE, max_size=5).map("".join))
def test_what_is_read_at_once_is_what_yaml_reads(text: str) -> None:
    """Any text is either left to YAML or read as YAML reads it, to the character."""
    found = plainyaml.entries(text)
    if found is not None:
        assert [(key, one.value, one.start, one.end, one.style) for key, one in found] == composed(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('title: "An oat bar"\ndate: 2026-03-02\n', True),
        ("title: Tre ljud som säger 😀\r\nlang: sv\r\n", True),
        ("", True),
        ("title: one: two\n", False),
        ("tags:\n  - a\n", False),
        ("title: a\n  goes on\n", False),
        ("title: &a b\n", False),
        ("title: a\u2028b\n", False),
        ('title: "a\\n"\n', False),
    ],
)
def test_ordinary_lines_are_read_at_once(text: str, read: bool) -> None:
    """Lines of `key: value` are read at once, and nothing that goes beyond them is."""
    assert (plainyaml.entries(text) is not None) is read
