"""The command line as a user meets it: exit codes, streams, options and words."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run
from toneguard.cli.check import Options
from toneguard.cli.door import plain

BAD = "# Tea\n\nBuy now and save.\n"
CLEAN = "# Tea\n\nTea keeps for a year in a dark tin.\n"


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """A bad and a clean post in the test's folder."""
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "clean.md").write_text(CLEAN)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "clean.md"], 0),
        (["check", "bad.md"], 1),
        (["check"], 1),
        (["check", "bad.md", "--exit-zero"], 0),
        (["check", "bad.md", "--fail-on", "error"], 0),
        (["check", "bad.md", "--fail-on", "never"], 0),
        (["check", "bad.md", "missing.md"], 2),
        (["check", "--ignore", "pushy", "bad.md"], 0),
        (["check", "--select", "self-centred,pushy/hard-call", "bad.md"], 1),
        (["check", "--lang", "sv", "bad.md"], 0),
        (["check", "--select", "pushi", "bad.md"], 2),
        (["check", "--format", "texxt", "bad.md"], 2),
        (["check", "--fail-on", "warn", "bad.md"], 2),
        (["check", "--nonsense", "bad.md"], 2),
        (["check", "--config", "nowhere.toml", "bad.md"], 2),
        (["--version"], 0),
        (["explain", "pushy/hard-call"], 0),
        (["explain", "pushy/hard-cal"], 2),
        (["rules"], 0),
        (["rules", "guards"], 0),
        (["rules", "schema"], 0),
        (["rules", "test", "nowhere"], 2),
        (["config", "show"], 0),
        (["config", "schema"], 0),
    ],
)
def test_exit_codes(posts: Path, toneguard: Run, arguments: list[str], code: int) -> None:
    """0 is clean, 1 is findings at or above the threshold, 2 is a mistake, and a mistake says something."""
    done = toneguard(*arguments)
    assert done.returncode == code, done.stderr
    assert bool(done.stderr) == (code == 2)
    assert "Traceback" not in done.stderr


def test_text_report_is_for_people(posts: Path, toneguard: Run) -> None:
    """The report shows place, sentence, mark, message, rule, question and a summary, within 80 columns."""
    out = toneguard("check", "bad.md").stdout
    lines = out.splitlines()
    assert lines[0] == "bad.md:3:1"
    assert lines[1].strip() == "Buy now and save."
    assert lines[2].strip() == "^^^^^^^"
    assert "[pushy/hard-call]" in out
    assert "  ask  " in out
    assert lines[-1].startswith("1 warning in 1 of 1 post.")
    assert max(map(len, lines)) <= 80
    assert "\x1b" not in out


def test_other_findings_survive_an_error(posts: Path, toneguard: Run) -> None:
    """A file that cannot be read goes to standard error, and the findings of the others are still printed."""
    (posts / "nul.md").write_bytes(b"\0")
    done = toneguard("check", "--format", "concise", "nul.md", "bad.md")
    assert done.stdout.startswith("bad.md:3:1: warning pushy/hard-call: ")
    assert done.stderr.startswith("toneguard: nul.md:1: holds a NUL byte")


def test_standard_input(posts: Path, toneguard: Run) -> None:
    """A dash reads a draft, with advice; a file name for it chooses markup, configuration and exclusion."""
    (posts / "toneguard.toml").write_text('exclude = ["old/"]')
    draft = toneguard("check", "--format", "json", "-", stdin=b"Buy now.\n")
    assert [finding["path"] for finding in json.loads(draft.stdout)["findings"]] == ["-"]
    named = ("check", "--format", "json", "--stdin-filename")
    html = toneguard(*named, "x.html", "-", stdin=b"<p class='buy now'>Tea.</p>")
    assert json.loads(html.stdout)["findings"] == []
    excluded = toneguard(*named, "old/x.md", "--force-exclude", "-", stdin=b"Buy now.")
    assert json.loads(excluded.stdout)["files"] == []
    assert toneguard("check", "-", stdin=b"\xff\xfe").returncode == 2


def test_pasting_says_how_to_finish(posts: Path) -> None:
    """On a terminal a dash says how to paste and how to finish."""
    terminal, inner = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "toneguard", "check", "-"],
        cwd=posts, stdin=inner, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    os.write(terminal, b"Buy now and save.\n\x04")
    out, err = process.communicate(timeout=60)
    os.close(terminal)
    os.close(inner)
    assert b"press Ctrl-D" in err
    assert b"[pushy/hard-call]" in out
    assert process.returncode == 1


def test_output_file_is_replaced_whole(posts: Path, toneguard: Run) -> None:
    """The report goes to the named file, without colour, and nothing is printed; a bad path is a mistake."""
    done = toneguard("check", "--format", "json", "--color", "always", "-o", "report.json", "bad.md")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(json.loads((posts / "report.json").read_text())["findings"]) == 1
    assert toneguard("check", "-o", "nowhere/report.txt", "bad.md").returncode == 2
    assert sorted(path.name for path in posts.iterdir()) == ["bad.md", "clean.md", "report.json"]


@pytest.mark.parametrize(
    ("arguments", "env", "colored"),
    [
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        ([], {}, False),
    ],
)
def test_color(posts: Path, toneguard: Run, arguments: list[str], env: dict[str, str], colored: bool) -> None:
    """The option decides on colour, then NO_COLOR unless empty, then FORCE_COLOR; a pipe is plain."""
    clean = {"NO_COLOR": "", "FORCE_COLOR": ""} | env
    assert ("\x1b[" in toneguard("check", "bad.md", *arguments, env=clean).stdout) is colored


def test_statistics(posts: Path, toneguard: Run) -> None:
    """Statistics count findings by rule and give words and readability by post."""
    out = toneguard("check", "--statistics").stdout
    assert "    1  pushy/hard-call" in out
    assert "LIX" in out


def test_messages_in_another_language(posts: Path, toneguard: Run) -> None:
    """Messages are in the language of the text, or in the one that was asked for."""
    (posts / "sv.md").write_text("Köp nu och spara, så är det klart.\n")
    swedish = toneguard("check", "sv.md").stdout
    english = toneguard("check", "--messages", "en", "sv.md").stdout
    assert "läsaren" in swedish
    assert "läsaren" not in english


def test_advice_is_shown_when_asked_for(posts: Path, toneguard: Run) -> None:
    """Suggestions never fail a run; they are shown with --advice, or when their rule is asked for by name."""
    (posts / "we.md").write_text("# A\n\nWe have moved to a new office. It has a roof.\n")
    rule = "self-centred/self-opening"
    plain, advised = toneguard("check", "we.md"), toneguard("check", "--advice", "we.md")
    named = toneguard("check", "--select", rule, "we.md")
    assert (plain.returncode, advised.returncode, named.returncode) == (0, 0, 0)
    assert "Nothing to change" in plain.stdout
    assert f"[{rule}]" in advised.stdout
    assert f"[{rule}]" in named.stdout


def test_rules_test_runs_a_pack(pack: object, tmp_path: Path, toneguard: Run) -> None:
    """`rules test` runs the examples of a folder or file, and names the one that does not hold."""
    folder = pack()  # type: ignore[operator]
    assert toneguard("rules", "test", str(folder)).returncode == 0
    file = folder / "farm" / "moo.toml"
    file.write_text(file.read_text().replace("<<moo loudly>>", "moo <<loudly>>"))
    done = toneguard("rules", "test", str(file))
    assert done.returncode == 1
    assert "farm/moo: [en]: bad" in done.stdout
    assert "expected 'loudly', found 'moo loudly'" in done.stdout


def test_config_init_never_overwrites(tmp_path: Path, toneguard: Run) -> None:
    """`config init` writes a file that loads, and refuses to touch one that is there."""
    assert toneguard("config", "init").returncode == 0
    before = (tmp_path / "toneguard.toml").read_bytes()
    assert toneguard("config", "show").returncode == 0
    assert toneguard("config", "init").returncode == 2
    assert (tmp_path / "toneguard.toml").read_bytes() == before


def test_closed_pipe_is_quiet(posts: Path) -> None:
    """A reader that closes the pipe early hears nothing of it."""
    command = f"{sys.executable} -m toneguard rules guards | true; {sys.executable} -m toneguard rules | head -1"
    done = subprocess.run(["bash", "-c", command], cwd=posts, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["check", "a.md", "b.md"], Options(paths=("a.md", "b.md"))),
        (["check", "--force-exclude", "a.md"], Options(paths=("a.md",), force_exclude=True)),
        (["check", "--format", "json", "--no-cache", "-"], Options(paths=("-",), format="json", no_cache=True)),
        (["check", "--select", "pushy", "a.md"], None),
        (["check", "--help"], None),
        (["check", "--format"], None),
        (["rules"], None),
        ([], None),
    ],
)
def test_short_way_in(arguments: list[str], options: Options | None) -> None:
    """The plain call of a hook is read without Typer, and everything else is left to it."""
    assert plain(arguments) == options


@pytest.mark.parametrize("arguments", [["check", "bad.md"], ["check", "--format", "json", "--advice", "bad.md"]])
def test_one_door_one_result(posts: Path, toneguard: Run, arguments: list[str]) -> None:
    """The short way in and Typer print the same report."""
    short = toneguard(*arguments)
    long = toneguard(*arguments, "--stdin-filename", "x.md")
    assert (short.returncode, short.stdout) == (long.returncode, long.stdout)
