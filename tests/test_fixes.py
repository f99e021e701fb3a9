"""`check --fix` and `rewrite` on files: what is written, what is shown, and what stays byte for byte."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT, Run
from toneguard import Source
from toneguard.source import SourceError
from toneguard.worddiff import word_diff

SHOUT = "Buy now and save!!!"
CALM = "Buy now and save."
CUT = "The shop opens at nine on Monday. We are incredibly passionate about quality. Bring a bag."


def test_safe_fixes_change_their_sentence_only(tmp_path: Path, toneguard: Run) -> None:
    """Byte order mark, line ends, trailing blanks and permissions stay; only the fixed words differ."""
    head = b"\xef\xbb\xbf---\r\ntitle: Tea  \r\n---\r\n\r\n"
    before = head + b"Buy now and save!!!  \r\n\r\n\tcode\r\n\r\nLast line \xf0\x9f\xab\x96"
    path = tmp_path / "post.md"
    path.write_bytes(before)
    path.chmod(0o640)
    done = toneguard("check", "--fix", "post.md")
    assert done.returncode == 1  # the order to buy is left
    assert path.read_bytes() == before.replace(b"save!!!", b"save.")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert "Fixed 1 place in 1 post." in done.stderr
    assert [left.name for left in tmp_path.iterdir()] == ["post.md"]


def test_a_second_run_changes_nothing(tmp_path: Path, toneguard: Run) -> None:
    """Fixing what is fixed leaves the file as it is, its time of change included."""
    path = tmp_path / "post.md"
    path.write_text(f"{SHOUT}\n\n{CUT}\n")
    toneguard("check", "--fix", "--unsafe", "post.md")
    first, when = path.read_text(), path.stat().st_mtime_ns
    toneguard("check", "--fix", "--unsafe", "post.md")
    assert (path.read_text(), path.stat().st_mtime_ns) == (first, when)
    assert first == f"{CALM}\n\nThe shop opens at nine on Monday. Bring a bag.\n"


@pytest.mark.parametrize("option", ["--diff", "--dry-run"])
def test_showing_writes_nothing(tmp_path: Path, toneguard: Run, option: str) -> None:
    """`--diff` and `--dry-run` show the changes, leave the file alone and exit 1 while there are any."""
    path = tmp_path / "post.md"
    path.write_text(f"{SHOUT}\n")
    done = toneguard("check", "--fix", option, "post.md")
    assert (done.returncode, path.read_text()) == (1, f"{SHOUT}\n")
    assert "save!!!" in done.stdout
    path.write_text("Tea keeps for a year.\n")
    assert toneguard("check", "--fix", option, "post.md").returncode == 0


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch")
@pytest.mark.parametrize("end", ["\n", ""])
def test_the_diff_is_one_that_patch_takes(tmp_path: Path, toneguard: Run, end: str) -> None:
    """Applying the diff gives what --fix writes, with or without a last line end."""
    path = tmp_path / "post.md"
    path.write_text(f"# Tea\n\n{SHOUT}\n\nLine.\n\n{SHOUT.replace('Buy', 'Order')}{end}")
    diff = toneguard("check", "--diff", "post.md").stdout
    copy = tmp_path / "copy.md"
    copy.write_text(path.read_text())
    subprocess.run(["patch", "--silent", str(copy)], input=diff, text=True, check=True)
    toneguard("check", "--fix", "post.md")
    assert copy.read_text() == path.read_text()


def test_standard_input_comes_back_fixed(toneguard: Run) -> None:
    """A draft on standard input is printed fixed, and nothing else is on standard output."""
    done = toneguard("check", "--fix", "--unsafe", "-", stdin=f"{SHOUT}\n\n{CUT}\n".encode())
    assert done.stdout == f"{CALM}\n\nThe shop opens at nine on Monday. Bring a bag.\n"


def test_unsafe_needs_fix(tmp_path: Path, toneguard: Run) -> None:
    """`--unsafe` alone is an error that says what it goes with."""
    done = toneguard("check", "--unsafe", ".")
    assert done.returncode == 2
    assert "--fix" in done.stderr


def test_a_link_stays_a_link(tmp_path: Path, toneguard: Run) -> None:
    """A post behind a symbolic link is fixed where it lies."""
    (tmp_path / "real.md").write_text(f"{SHOUT}\n")
    (tmp_path / "post.md").symlink_to("real.md")
    toneguard("check", "--fix", "post.md")
    assert (tmp_path / "post.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == f"{CALM}\n"


def test_a_file_that_cannot_be_written_hides_no_other(tmp_path: Path, toneguard: Run) -> None:
    """A post in a folder without permission is an error line; the other is fixed."""
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed" / "a.md").write_text(f"{SHOUT}\n")
    (tmp_path / "b.md").write_text(f"{SHOUT}\n")
    (tmp_path / "closed").chmod(0o555)
    done = toneguard("check", "--fix", ".")
    (tmp_path / "closed").chmod(0o755)
    assert done.returncode == 2
    assert (tmp_path / "b.md").read_text() == f"{CALM}\n"
    assert (tmp_path / "closed" / "a.md").read_text() == f"{SHOUT}\n"


def test_a_post_that_changed_meanwhile_is_left(tmp_path: Path) -> None:
    """What somebody saved while the post was linted is not overwritten."""
    path = tmp_path / "post.md"
    path.write_text("one")
    source = Source.read(path)
    path.write_text("two")
    with pytest.raises(SourceError, match="has been changed while it was linted"):
        source.replace("three", path)
    assert path.read_text() == "two"
    assert [left.name for left in tmp_path.iterdir()] == ["post.md"]


def test_json_says_what_a_cut_is(toneguard: Run) -> None:
    """A cut is told from a rewrite in JSON."""
    done = toneguard("check", "--format", "json", "--stdin-filename", "post.md", "-", stdin=CUT.encode())
    (finding,) = json.loads(done.stdout)["findings"]
    (fix,) = finding["fixes"]
    assert (fix["cut"], fix["safety"]) == (True, "review")


def test_statistics_count_what_was_declined(toneguard: Run) -> None:
    """`--statistics` has the number of rewrites that were not good enough."""
    done = toneguard("check", "--statistics", "-", stdin=CUT.encode())
    assert re.search(r"Rewrites that were not good enough to be shown: \d+", done.stdout)


def test_a_draft_is_rewritten(tmp_path: Path, toneguard: Run) -> None:
    """`rewrite` prints the draft with its changes, the questions in brackets, and lists every change with its rule."""
    (tmp_path / "draft.md").write_text(f"# Tea\n\n{SHOUT}\n\n{CUT}\n")
    done = toneguard("rewrite", "draft.md")
    assert done.returncode == 0
    first, rest = done.stdout.split("\n\n", 1)
    assert first == "# Tea"
    assert re.match(r"Buy now and save\. \[.+\?\]\n\nThe shop opens at nine on Monday\. Bring a bag\.\n", rest)
    assert "cut        self-centred/mission-talk" in done.stderr
    assert "1 gap for you to fill" in done.stderr
    assert (tmp_path / "draft.md").read_text().startswith("# Tea\n\nBuy now and save!!!")


def test_a_rewritten_link_still_works(toneguard: Run) -> None:
    """A question about a sentence inside a link stands behind the link."""
    done = toneguard("rewrite", "-", stdin=b"**[Buy now and save.](https://a.example)**\n")
    assert done.stdout.startswith("**[Buy now and save.](https://a.example) [")


@pytest.mark.parametrize(("option", "words"), [("--diff", "save[-!!!-]{+."), ("--side-by-side", "rewritten")])
def test_a_rewrite_is_shown_beside_the_draft(toneguard: Run, option: str, words: str) -> None:
    """`--diff` marks words, `--side-by-side` has two columns; without a terminal there is no colour."""
    done = toneguard("rewrite", option, "-", stdin=f"{SHOUT}\n\n{CUT}\n".encode())
    assert words in done.stdout
    assert "\x1b" not in done.stdout


def test_a_missing_draft_is_said(toneguard: Run) -> None:
    """A file that is not there exits 2 without a traceback."""
    done = toneguard("rewrite", "missing.md")
    assert (done.returncode, "missing.md" in done.stderr, "Traceback" in done.stderr) == (2, True, False)


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_word_diff_has_both_texts(old: str, new: str) -> None:
    """Without what is new it is the old text, without what is old the new one."""
    parts = word_diff(old, new)
    assert "".join(part.text for part in parts if part.kind != "new") == old
    assert "".join(part.text for part in parts if part.kind != "old") == new


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_the_fixing_hook_fails_once(tmp_path: Path) -> None:
    """Under pre-commit the entry of `toneguard-fix` changes the post and fails; run again it passes."""
    hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    entry = hooks["toneguard-fix"]["entry"].replace("toneguard", f"{sys.executable} -m toneguard", 1)
    hook = {**hooks["toneguard-fix"], "entry": entry, "language": "system"}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]}))
    env = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "GIT_", "TONEGUARD"))}
    subprocess.run(["git", "init", "--quiet", "."], cwd=tmp_path, check=True, env=env)
    (tmp_path / "post.md").write_text(f"{SHOUT}\n")
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True, env=env)
    command = [sys.executable, "-m", "pre_commit", "run", "--files", "post.md"]
    first = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert first.returncode == 1, first.stdout + first.stderr
    assert "files were modified by this hook" in first.stdout
    assert (tmp_path / "post.md").read_text() == f"{CALM}\n"
    second = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert second.returncode == 0, second.stdout + second.stderr
