"""What holds for every output, whatever stands in posts, names, messages and errors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports import RUNS, STYLE, finding
from toneguard.finding import Report
from toneguard.outputs import NAMES, OUTPUTS, text
from toneguard.outputs.output import Style, printable
from toneguard.source import Source, Span

Run = tuple[list[Report], list[str]]
# Control characters apart from line ends and tabs, and those that turn the direction of writing around.
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
LINES = ("text", "concise", "github", "markdown")


def rendered(name: str, reports: Sequence[Report], errors: Sequence[str]) -> str:
    return OUTPUTS[name].render(reports, errors, STYLE)


@pytest.mark.parametrize("name", NAMES)
def test_outputs_are_named_as_they_are_found(name: str) -> None:
    """An output's name is the one that it is asked for by."""
    assert OUTPUTS[name].name == name


@pytest.mark.parametrize("name", NAMES)
@given(run=RUNS)
@settings(max_examples=25, deadline=None)
def test_any_run_can_be_rendered(name: str, run: Run) -> None:
    """Every output renders any run, twice the same, to characters that UTF-8 holds, with a line end at the end."""
    reports, errors = run
    out = rendered(name, reports, errors)
    assert out == rendered(name, reports, errors)
    assert out.encode("utf-8").decode("utf-8") == out
    assert not out or out.endswith("\n")


@pytest.mark.parametrize("name", [*LINES, "html", "junit", "checkstyle"])
@given(run=RUNS)
@settings(max_examples=25, deadline=None)
def test_nothing_steers_its_reader(name: str, run: Run) -> None:
    """No control character of a post, a message or an error reaches a terminal or a page."""
    out = rendered(name, *run)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", out)
    assert name in ("junit", "checkstyle") or not STEERING.search(out)


@pytest.mark.parametrize("name", NAMES)
def test_a_run_without_posts_says_its_errors(name: str) -> None:
    """A run that could read nothing has a report too, with its errors where the format has a place for them."""
    out = rendered(name, [], ["gone.md: does not exist"])
    if name not in ("text", "concise", "gitlab"):  # standard error has them
        assert "gone.md: does not exist" in out


@pytest.mark.parametrize("name", NAMES)
def test_long_posts_are_quick(name: str) -> None:
    """A post of a million characters with a thousand findings takes no output longer than a few seconds."""
    source = Source("Buy now, before it is too late! " * 20 * 50 + "\n\n" + "x" * 900_000, "long.md")
    found = tuple(finding(source, place * 32, place * 32 + 7) for place in range(1000))
    assert rendered(name, [Report(source, found)], []) or name == "concise"


@given(
    shown=st.text("ab cé漢\u0301\u202e\t\x1b.", max_size=80),
    places=st.lists(st.tuples(st.integers(-3, 85), st.integers(0, 30)), max_size=3),
    color=st.booleans(),
)
def test_a_word_taken_whole_is_marked_as_one_taken_by_letters(
    shown: str, places: list[tuple[int, int]], color: bool
) -> None:
    """Marks stand below the same columns, whether a word is looked at letter by letter or as one."""
    style = replace(STYLE, color=color, width=30)
    spans = [Span(start, start + size) for start, size in places]
    assert text._marked(shown, spans, style) == _by_letters(shown, spans, style)


def _by_letters(shown: str, spans: Sequence[Span], style: Style) -> list[str]:
    lines: list[str] = []
    line, marks = "", ""
    for match in re.finditer(r"\S+\s*", shown):
        word = match.group().rstrip()
        if line and len(marks) + sum(map(text._columns, word)) > style.width - 4:
            lines += text._line(line, marks)
            line, marks = "", ""
        letters = "".join(map(printable, word)) + " " * (len(match.group()) > len(word))
        for offset, letter in enumerate(letters, match.start()):
            inside = any(span.start <= offset < span.end for span in spans)
            line += f"\x1b[4m{letter}\x1b[0m" if inside and style.color else letter
            marks += ("^" if inside else " ") * text._columns(letter)
    return [*lines, *text._line(line, marks)]
