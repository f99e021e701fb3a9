"""Pasting a draft into a real pseudo-terminal, and what it is read by."""

from __future__ import annotations

import os
import re
import signal
import stat
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import CACHE, ROOT, Run
from toneguard.cli.pasting import Draft, State

BEGIN, END = b"\x1b[200~", b"\x1b[201~"
_ENV = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(CACHE), "NO_COLOR": "1"}


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Start a command in a pseudo-terminal and wait until it is ready for a paste."""
    started = []

    def start(*arguments: str, env: dict[str, str] | None = None, ready: bool = True) -> Any:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "toneguard", *arguments],
            cwd=str(tmp_path),
            env={**_ENV, **(env or {})},
            dimensions=(24, 80),
            timeout=30,
        )
        child.delaybeforesend = None
        started.append(child)
        if ready:
            child.expect_exact("\x1b[?2004h")
            before = time.monotonic()
            while _modes(child) & termios.ICANON and time.monotonic() - before < 5:
                time.sleep(0.01)
        return child

    yield start
    for child in started:
        child.close(force=True)


def _modes(child: Any) -> int:
    return int(termios.tcgetattr(child.child_fd)[3])


def ended(child: Any) -> tuple[str, int | None]:
    """Return what a child printed until its end, and its exit code."""
    child.expect(pexpect.EOF)
    child.close()
    return child.before.decode("utf-8").replace("\r\n", "\n"), child.exitstatus


def test_bracketed_paste(terminal: Callable[..., Any]) -> None:
    """A paste with carriage returns, wide characters and escapes is one draft, and the terminal is restored."""
    child = terminal("paste", "--no-rewrite")
    child.send(BEGIN + "東京 🎉 är öppet.\r\r\x1b[31mBuy now\x1b[0m and save ☕.\x04\x03\r".encode() + END)
    child.send(b"\x04")
    child.expect_exact("\x1b[?2004l")
    out, code = ended(child)
    assert code == 1
    assert "draft:3:1\n    Buy now and save ☕.\n    ^^^^^^^\n" in out
    assert "[pushy/hard-call]" in out
    assert "\x1b" not in out


def test_long_drafts_and_lines(terminal: Callable[..., Any]) -> None:
    """Of 200 lines, one of 10,000 characters, nothing is lost, and the screen repeats the first lines only."""
    child = terminal("paste", "--no-rewrite")
    lines = [f"Row {number} of the list says what tea costs in town." for number in range(198)]
    text = "\r".join([*lines, "Tea is a leaf. " * 700 + "Buy now and save.", "The end of it."])
    child.send(BEGIN + text.encode() + END)
    child.send(b"\x04")
    out, code = ended(child)
    assert code == 1
    assert f"draft:199:{700 * 15 + 1}" in out
    assert "… 194 more lines, " in out
    assert out.count("says what tea costs") == 6


def test_without_brackets(terminal: Callable[..., Any]) -> None:
    """What is typed, or pasted by a terminal that marks no paste, is echoed; the last character can be taken back."""
    child = terminal("paste", "--no-rewrite")
    child.send("Köp nu oc\x7fch spara.\r".encode() + b"a" * 5000 + b"\rTe.\x15\x04")
    out, code = ended(child)
    assert code == 1
    assert "    Köp nu och spara." in out
    assert out.count("a" * 5000) == 1


def test_rewritten_draft_follows(terminal: Callable[..., Any]) -> None:
    """In a terminal the rewritten draft stands below the findings."""
    child = terminal("paste")
    child.send(BEGIN + b"Here at Acme, we believe that coffee should be simple. It costs 20 kr." + END + b"\x04")
    out, code = ended(child)
    assert code == 1
    assert re.search(r"─ rewritten in 1 place ─+\n\nCoffee should be simple\. It costs 20 kr\.\n$", out)


@pytest.mark.parametrize(("key", "code"), [(b"\x03", 130), (b"\x1c", 130)])
def test_interrupt(terminal: Callable[..., Any], key: bytes, code: int) -> None:
    """Ctrl-C leaves with 130 and a newline, nothing else, and the terminal is as it was."""
    child = terminal("paste")
    before = _modes(child)
    child.send(BEGIN + b"Buy now" + END + key)
    out, status = ended(child)
    assert status == code
    assert out.endswith("Buy now\x1b[?2004l\n")
    assert not before & termios.ICANON


def test_terminated(terminal: Callable[..., Any]) -> None:
    """A terminated reader restores the terminal: line editing, echo and plain paste."""
    child = terminal("paste")
    child.send(b"Buy now")
    child.expect_exact("Buy now")
    child.kill(signal.SIGTERM)
    child.expect_exact("\x1b[?2004l")
    child.expect(pexpect.EOF)
    assert _modes(child) & termios.ICANON
    assert _modes(child) & termios.ECHO
    child.close()
    assert child.exitstatus == 128 + signal.SIGTERM


def test_language_is_asked_where_it_is_open(terminal: Callable[..., Any]) -> None:
    """Words that show no language lead to one question, answered in the terminal; a wrong answer gets a hint."""
    child = terminal("paste")
    child.send(BEGIN + b"Demo: Acme Cloud" + END + b"\x04")
    child.expect_exact("Which language is the draft in? [en sv da;")
    child.send(b"svensk\r")
    child.expect_exact("no language svensk")
    child.expect_exact("Which language")
    child.send(b"sv\r")
    out, code = ended(child)
    assert code == 0
    assert "Nothing to change" in out


def test_language_is_not_asked_where_it_is_told(terminal: Callable[..., Any], tmp_path: Path, toneguard: Run) -> None:
    """Nothing is asked where words, an option or the configuration tell the language, or where nobody could answer."""
    child = terminal("paste")
    child.send(BEGIN + b"Tea keeps for a year in a dark tin." + END + b"\x04")
    assert "Which" not in ended(child)[0]
    child = terminal("paste", "--lang", "sv")
    child.send(BEGIN + b"Demo: Acme Cloud" + END + b"\x04")
    assert "Which" not in ended(child)[0]
    piped = toneguard("paste", stdin=b"Demo: Acme Cloud\n")
    assert (piped.returncode, piped.stderr) == (0, "")
    (tmp_path / "toneguard.toml").write_text('lang = "da"\n')
    child = terminal("paste")
    child.send(BEGIN + b"Demo: Acme Cloud" + END + b"\x04")
    assert "Which" not in ended(child)[0]


def test_market_is_asked_where_a_finding_depends_on_it(terminal: Callable[..., Any]) -> None:
    """Words that disclose in one English market and not in the other lead to one question."""
    post = b"Sponsored\r\rI love these boots. [Buy them](https://amzn.to/3xYzAbC), they are warm."
    child = terminal("paste", "--no-rewrite", "--select", "endorsement")
    child.send(BEGIN + post + END + b"\x04")
    child.expect_exact("Where are its readers?")
    child.send(b"uk\r")
    out, code = ended(child)
    assert code == 1
    assert "[endorsement/weak-label]" in out


def test_a_pipe_is_read_to_its_end(toneguard: Run) -> None:
    """Without a terminal the draft is standard input, the report that of `check -`, and --rewrite adds the text."""
    draft = b"Here at Acme, we believe that coffee should be simple. It costs 20 kr.\r\n"
    pasted, checked = toneguard("paste", stdin=draft), toneguard("check", "-", stdin=draft)
    assert (pasted.returncode, pasted.stdout) == (checked.returncode, checked.stdout)
    assert "\nCoffee should be simple. It costs 20 kr.\n" in toneguard("paste", "--rewrite", stdin=draft).stdout
    empty = toneguard("paste", stdin=b" \n")
    assert (empty.returncode, empty.stderr) == (2, "toneguard: the draft is empty; nothing was read\n")


@pytest.mark.skipif(sys.platform != "linux", reason="the clipboard's command is another one elsewhere")
def test_clipboard(toneguard: Run, tmp_path: Path) -> None:
    """The clipboard comes through the system's command, and where none is reachable the error says what to do."""
    program = tmp_path / "bin" / "xclip"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nprintf 'Köp nu och spara.\\n'\n", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    path = f"{program.parent}:{os.environ['PATH']}"
    found = toneguard("paste", "--clipboard", env={"DISPLAY": ":9", "WAYLAND_DISPLAY": "", "PATH": path})
    assert found.returncode == 1
    assert "    Köp nu och spara." in found.stdout
    gone = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "SSH_TTY": "/dev/pts/9"}
    remote = toneguard("paste", "--clipboard", env=gone)
    assert remote.returncode == 2
    assert "over SSH the clipboard stays on your own computer" in remote.stderr


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\r\n\t")), st.integers(1, 7))
def test_every_cut_gives_the_same_draft(text: str, size: int) -> None:
    """However the terminal cuts a paste into reads, the draft is the pasted text with plain newlines."""
    data = BEGIN + text.encode() + END + b"\x04"
    draft = Draft()
    for start in range(0, len(data), size):
        if draft.state is State.OPEN:
            draft.feed(data[start : start + size])
    assert draft.state is State.ENDED
    assert bytes(draft.text).decode() == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.binary())
def test_no_byte_steers_the_screen(data: bytes) -> None:
    """Whatever is pasted, nothing reaches the screen that could steer it."""
    shown: list[str] = []
    draft = Draft(shown.append)
    draft.feed(BEGIN + data.replace(END, b"").replace(b"\x1b[201~", b"") + END)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", "".join(shown))
