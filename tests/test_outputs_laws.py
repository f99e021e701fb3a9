"""What holds for every output, whatever stands in posts, names, messages and errors."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings

from tests.reports import RUNS, STYLE, finding
from toneguard.finding import Report
from toneguard.outputs import NAMES, OUTPUTS
from toneguard.source import Source

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
