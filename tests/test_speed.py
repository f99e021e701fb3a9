"""The measurement of speed: its posts, its probe, its table and its plot. Times themselves are not tested."""

from __future__ import annotations

import json
import re
import shutil
import statistics
import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import speed, speedplot, speedtools
from benchmarks.speedcorpus import made
from benchmarks.speedrun import Bench, Cell, Column, Cost, Plan, run
from benchmarks.speedtable import table
from benchmarks.speedtools import OWN, SMALL, Tool, own
from tests.conftest import CACHE
from toneguard.config import Config
from toneguard.finding import Severity
from toneguard.lint import lint
from toneguard.registry import Registry
from toneguard.source import Source

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("language", ["en", "sv", "da"])
def test_the_posts_differ_and_hardly_a_sentence_comes_twice(language: str) -> None:
    """A seed makes the same posts each time, another seed others; their sentences differ, their size is a post's."""
    posts = [made(number, language=language) for number in range(40)]
    assert posts == [made(number, language=language) for number in range(40)]
    assert len({*posts, *(made(number, seed=2, language=language) for number in range(40))}) == 80
    sentences = [part for post in posts for part in re.split(r"(?<=[.!?])\s+", post) if len(part) > 40]
    assert len(set(sentences)) > 0.9 * len(sentences)
    assert 7_000 < statistics.mean(len(post.encode()) for post in posts) < 11_000
    assert 50_000 <= len(made(-1, language=language, size=50_000)) < 52_000


def test_the_clean_post_is_clean_and_the_bad_one_bad(registry: Registry) -> None:
    """What the table calls a clean post has no finding that counts, the bad one many; both are small."""
    found = []
    for path in (speed.CLEAN, speed.BAD):
        findings = lint(Source(path.read_text("utf-8"), "post.md"), registry, Config()).findings
        found.append(sum(finding.severity is not Severity.SUGGESTION for finding in findings))
        assert path.stat().st_size < SMALL
    assert found[0] == 0
    assert found[1] > 5


def tool(name: str, code: str, **more: object) -> Tool:
    """Return a tool that runs a line of Python."""
    return Tool(name, [sys.executable, "-I", "-S", "-c", code], **more)  # type: ignore[arg-type]


def test_a_process_is_measured_whole(tmp_path: Path) -> None:
    """Memory is the process's own, time its own; what does not end, or ends badly, is no measurement but says so."""
    light = run(tool("light", "pass"), tmp_path, 20)
    heavy = run(tool("heavy", "b'x' * 100_000_000"), tmp_path, 20)
    assert isinstance(light, Cost)
    assert isinstance(heavy, Cost)
    assert light.memory < 20
    assert 90 < heavy.memory - light.memory < 110
    assert 0 <= light.user <= light.wall < 20
    assert run(tool("slow", "import time; time.sleep(9)"), tmp_path, 0.2) == "more than 0 s"
    assert (
        run(tool("wrong", "import sys; sys.exit('no | such')"), tmp_path, 20).__class__ is Cost
    )  # 1: it found something
    said = run(
        tool("broken", "import sys, os; sys.stderr.write('no | such'); sys.stderr.flush(); os._exit(2)"), tmp_path, 20
    )
    assert said == "failed with 2: no / such"
    assert run(Tool("none", [str(tmp_path / "none")]), tmp_path, 20).startswith("failed: FileNotFoundError")  # type: ignore[union-attr]


def test_a_cold_run_finds_nothing_and_a_second_run_what_the_first_has_left(tmp_path: Path) -> None:
    """What an earlier run kept is deleted before each cold run, and is there for the run after it."""
    kept, seen = tmp_path / "kept", tmp_path / "seen"
    code = f"import os; k = {str(kept)!r}; open({str(seen)!r}, 'a').write(str(int(os.path.exists(k)))); open(k, 'w')"
    tools = [tool(OWN, code, forget=[kept]), tool("again", code, after=OWN), tool("small", "pass", most=5)]
    bench = Bench(tools, Plan(runs=3))
    column = Column("1 posts", tmp_path, 1, 10)
    bench.measure(column)
    assert seen.read_text() == "010101"
    assert [len(row[column.name].costs) for row in bench.rows.values()] == [3, 3, 0]


def test_what_would_take_too_long_is_reckoned_and_not_run(tmp_path: Path) -> None:
    """From smaller folders follows what a greater one takes; above the limit it is said and not run."""
    tools = [tool(OWN, "pass"), tool("again", "pass", after=OWN)]
    bench = Bench(tools, Plan(runs=1, limit=50))
    for posts, wall in ((10, 2.0), (100, 11.0)):
        column = Column(f"{posts} posts", tmp_path, posts, posts * 9_000)
        bench.measure(column)
        bench.rows[OWN][column.name] = Cell((Cost(wall, wall, 10),))
    bench.measure(Column("1,000 posts", tmp_path, 1_000, 9_000_000))
    assert bench.rows[OWN]["1,000 posts"].note == "not run (≈ 101 s)"
    assert bench.rows["again"]["1,000 posts"].note == "not run"
    assert not bench.rows["again"]["1,000 posts"].costs


def test_the_table_has_ratios_and_says_where_runs_are_fewer() -> None:
    """A cell is a median, its ratio to toneguard and the number of runs where it is less than asked for."""
    column = Column("2 posts", Path(), 2, 10)
    own, peer = Cell(tuple(Cost(wall, wall, 40) for wall in (1, 9, 2))), Cell((Cost(13.9, 13, 100),))
    rows = {OWN: {column.name: own}, "peer": {column.name: peer}, "late": {column.name: Cell(note="more than 9 s")}}
    assert table(rows, [column], "wall", 3) == [
        "| | 2 posts |",
        "|---|---|",
        f"| **{OWN}** | 2.00 s |",
        "| peer | 13.9 s · 7.0× · n=1 |",
        "| late | more than 9 s |",
    ]
    assert table(rows, [column], "memory", 3)[3:] == ["| peer | 100 MiB · 2.5× |", "| late | – |"]


def command(folder: Path, name: str, version: str, otherwise: str) -> None:
    """Write a peer that tells its version and does something else when it is given posts."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f'#!/bin/sh\nif [ "$1" = --version ]; then echo {version}; exit; fi\n{otherwise}\n')
    path.chmod(0o755)


def test_a_trial_run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """--quick measures the tools that are there, names the others, and writes tables, plot and runs."""
    monkeypatch.setattr(speedtools, "own", lambda _: [tool(OWN, "pass")])  # toneguard itself: the test below
    command(tmp_path / "bin", "codespell", "9.8", "exit 65")
    command(tmp_path / "bin", "alex", "v7.6", "echo out of luck >&2; exit 3")
    monkeypatch.setenv("PATH", "/nonexistent")
    call = ["speed", "--quick", "--sizes", "1,2", "--big", "0", "--peers", str(tmp_path), "--tools", "codespell,alex"]
    monkeypatch.setattr("sys.argv", [*call, "--output", str(tmp_path / "results")])
    speed.main()
    page = capsys.readouterr().out
    assert page.strip() == (tmp_path / "results" / "speed.md").read_text("utf-8").strip()
    assert "- write-good is not installed (`make peers` installs it): left out." in page
    assert re.search(r"^- Versions: toneguard [\d.]+, codespell 9\.8, alex 7\.6, Python 3", page, re.MULTILINE)
    header, _, *rows = page.split("## Time\n\n")[1].split("\n\n")[0].splitlines()
    assert header == "| | clean post | bad post | 1 posts | 2 posts |"
    assert re.fullmatch(rf"\| \*\*{OWN}\*\* (\| [\d.]+ s ){{4}}\|", rows[0])
    assert re.fullmatch(r"\| codespell (\| [\d.]+ s · [\d.]+× ){4}\|", rows[1])
    assert rows[2] == "| alex " + "| failed with 3: out of luck " * 4 + "|"
    kept = json.loads((tmp_path / "results" / "speed.json").read_text("utf-8"))
    assert len(kept["runs"][OWN]["2 posts"]["costs"]) == 1
    lines = ElementTree.parse(tmp_path / "results" / "speed.svg").iter(f"{SVG}polyline")
    assert len(list(lines)) == 2


def test_a_cold_toneguard_has_its_rules_compiled_and_no_results(tmp_path: Path) -> None:
    """Between two cold runs the results go and the compiled rules stay; a bad post is no failure."""
    kept = tmp_path / "cache" / "toneguard"
    kept.mkdir(parents=True)
    for path in (CACHE / "toneguard").glob("[a-z]*.json"):  # what other tests have compiled saves two seconds
        shutil.copy(path, kept)
    cold = own(tmp_path)[0]
    assert isinstance(run(cold, speed.BAD, 60), Cost)
    assert list(kept.glob("results.sqlite"))
    cold.prepare()
    assert not list(kept.glob("results.sqlite*"))
    assert list(kept.glob("*.json"))


def test_a_row_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong name ends the run at once and lists the right ones."""
    monkeypatch.setenv("PATH", "/nonexistent")
    monkeypatch.setattr("sys.argv", ["speed", "--quick", "--peers", str(tmp_path), "--tools", "vale"])
    with pytest.raises(SystemExit, match=r"--tools: vale is not there; there are: toneguard, toneguard \(second run\)"):
        speed.main()


TIMES = st.lists(st.floats(0.001, 5_000), min_size=1, max_size=4)


@given(st.lists(TIMES, min_size=1, max_size=12))
def test_every_line_is_in_the_picture_and_no_name_on_another(times: list[list[float]]) -> None:
    """Points lie inside the axes and names at their ends apart, whatever the times."""
    lines = {f"tool <{n}>": [(10.0 ** (1 + i), y) for i, y in enumerate(ys)] for n, ys in enumerate(times)}
    root = ElementTree.fromstring(speedplot.plot(lines, title="A & B", across="posts", up="s"))
    for circle in root.iter(f"{SVG}circle"):
        assert speedplot.LEFT <= float(circle.attrib["cx"]) <= speedplot.WIDTH - speedplot.RIGHT
        assert speedplot.TOP <= float(circle.attrib["cy"]) <= speedplot.HEIGHT - speedplot.BOTTOM
    names = [text for text in root.iter(f"{SVG}text") if "name" in text.attrib.get("class", "")]
    heights = sorted(float(text.attrib["y"]) for text in names)
    assert {text.text for text in names} == set(lines)
    assert all(after - before >= speedplot.GAP - 0.2 for before, after in pairwise(heights))
