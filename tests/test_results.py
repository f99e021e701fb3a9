"""Results that are remembered: the same reports, and nothing lost when the file is damaged, foreign or busy."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.rewrites import REGISTRY
from toneguard import Config, Source
from toneguard.finding import Report
from toneguard.lint import lint
from toneguard.registry import Registry
from toneguard.remembered import Remembered
from toneguard.results import Results, packed, unpacked

POSTS = [*sorted((ROOT / "examples").glob("*.md")), *sorted((ROOT / "tests" / "corpus").glob("*/*.md"))[::9]]
BAD = Source("Hurry! Only today: 20 % off everything!!!\n", "post.md")
KEY = b"0123456789abcdef"


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_a_report_comes_back_as_it_was(path: Path) -> None:
    """Through JSON and back, everything but the prose is the same."""
    source = Source.read(path)
    report = lint(source, REGISTRY, Config())
    assert unpacked(json.loads(json.dumps(packed(report))), source) == replace(report, prose="")


def remembered(
    path: Path | None, registry: Registry = REGISTRY, source: Source = BAD
) -> tuple[Report, bool, list[str]]:
    """Lint a post with the results of a file; tell whether the report was known."""
    results = Results(path)
    treat = Remembered(results)
    known = results.get(treat._key(source, registry), source) is not None
    report = treat(source, registry)
    results.close()
    return report, known, results.notes


def test_what_was_linted_is_not_linted_again(tmp_path: Path) -> None:
    """The second run finds the report of the first; another text, path or setting does not."""
    path = tmp_path / "results.sqlite"
    first, known, _ = remembered(path)
    assert (known, bool(first.findings)) == (False, True)
    second, known, _ = remembered(path)
    assert (known, second) == (True, replace(first, prose=""))
    assert not remembered(path, source=replace(BAD, text=BAD.text + "x"))[1]
    assert not remembered(path, source=replace(BAD, path="other.md"))[1]
    assert not remembered(path, Registry(Config(brands=("Tarn",))))[1]
    assert remembered(path)[1]


def test_an_edited_pack_counts_at_once(tmp_path: Path, pack: object) -> None:
    """Results of a pack that has changed are not found."""
    folder = pack()  # type: ignore[operator]
    path, config = tmp_path / "results.sqlite", Config(packs=(str(folder),))
    remembered(path, Registry(config))
    assert remembered(path, Registry(config))[1]
    (folder / "farm" / "moo.toml").write_text((folder / "farm" / "moo.toml").read_text() + "\n# new\n")
    assert not remembered(path, Registry(config))[1]


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"\xff" * 4096, b"\0" * 100])
def test_a_damaged_file_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    """What is no database is dropped with a note, and the run after finds its results again."""
    path = tmp_path / "results.sqlite"
    path.write_bytes(content)
    report, known, notes = remembered(path)
    assert report.findings
    assert not known
    assert len(notes) == 1
    assert str(path) in notes[0]
    assert remembered(path)[1:] == (True, [])


def test_an_entry_that_makes_no_sense_is_no_result(tmp_path: Path) -> None:
    """A report of another shape is linted anew, with a note."""
    path = tmp_path / "results.sqlite"
    remembered(path)
    with sqlite3.connect(path) as base:
        base.execute("UPDATE results SET report = '[1, 2]'")
    report, known, notes = remembered(path)
    assert report.findings
    assert (known, len(notes)) == (False, 1)


def test_a_folder_that_cannot_be_written_gives_a_note(tmp_path: Path) -> None:
    """Where no file can be, the post is linted all the same."""
    (tmp_path / "file").write_text("")
    report, known, notes = remembered(tmp_path / "file" / "results.sqlite")
    assert report.findings
    assert (known, len(notes)) == (False, 1)


def test_the_file_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it is too large, half of what it keeps goes, and what came last stays."""
    monkeypatch.setattr("toneguard.results._LARGEST", 60_000)
    report = lint(BAD, REGISTRY, Config())
    path = tmp_path / "results.sqlite"
    for number in range(100):
        results = Results(path)
        results.put(KEY + bytes([number]), report)
        results.close()
    with sqlite3.connect(path) as base:
        keys = [key[-1] for (key,) in base.execute("SELECT key FROM results ORDER BY key")]
    assert 10 <= len(keys) <= 60
    assert keys[-1] == 99
    assert path.stat().st_size < 90_000


def test_hooks_may_run_at_once(tmp_path: Path) -> None:
    """Four processes that lint the same posts into a new file all succeed, and leave it whole."""
    script = (
        "import sys; from pathlib import Path; from toneguard.results import Results; from toneguard import Source;"
        "from toneguard.finding import Report\n"
        "for number in range(40):\n"
        "    results = Results(Path(sys.argv[1])); results.put(bytes([number]), Report(Source('x'))); results.close()\n"
        "    assert not results.notes, results.notes"
    )
    path = tmp_path / "results.sqlite"
    running = [subprocess.Popen([sys.executable, "-c", script, str(path)]) for _ in range(4)]
    assert [process.wait() for process in running] == [0] * 4
    with sqlite3.connect(path) as base:
        assert base.execute("SELECT count(*) FROM results").fetchone() == (40,)
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
