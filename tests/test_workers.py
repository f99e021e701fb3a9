"""Workers: the same reports byte for byte, whatever becomes of the workers, and a bar only for who sees it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pytest

from tests.conftest import CACHE, ROOT
from toneguard.outputs import NAMES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")
CORPUS = sorted(path for path in (ROOT / "tests" / "corpus").glob("*/*.*") if path.suffix in (".md", ".mdx", ".html"))
ENVIRONMENT = {**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(CACHE)}
# Lints in this process, after a change to it; packs come from the cache, results do not.
SCRIPT = """
import os, signal, sys, time
from pathlib import Path
import toneguard.cli.check as checking
import toneguard.workers as workers
from toneguard.__main__ import main
checking._results = lambda *rest: checking.Results(None)
parent, told = os.getpid(), workers._told
{change}
sys.argv = ["toneguard", "check", "--no-model", *sys.argv[1:]]
main()
"""
FORKED = "\nstart = workers.Crew.start\nworkers.Crew.start = lambda *a: (start(*a), open('forked', 'w').close())[0]\n"


@pytest.fixture(scope="module")
def posts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Short posts in three languages, one that cannot be read among them, and one that nobody may lint."""
    folder = tmp_path_factory.mktemp("many")
    for number, path in enumerate(sorted(CORPUS, key=lambda path: path.stat().st_size)[:18]):
        shutil.copy(path, folder / f"{number:02}-{path.name}")
    (folder / "05-broken.md").write_bytes(b"caf\xe9 au lait\n")
    (folder / "06-silent.md").write_text("---\ntoneguard: nonsense\n---\n\nTea <!-- toneguard-ignore no/rule --> is.\n")
    return folder


def lint(posts: Path, *arguments: str, change: str = "") -> subprocess.CompletedProcess[str]:
    """Lint the posts in a process of its own, which is changed first."""
    command = [sys.executable, "-c", SCRIPT.format(change=change), *arguments, "."]
    return subprocess.run(command, cwd=posts, env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=60)


def said(done: subprocess.CompletedProcess[str]) -> tuple[int, str, str]:
    """Return what a process leaves behind."""
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def alone(posts: Path) -> tuple[int, str, str]:
    """What a run without workers says of the posts."""
    return said(lint(posts, "--jobs", "1", "--format", "json"))


def test_every_output_is_the_same_byte_for_byte(posts: Path, tmp_path: Path) -> None:
    """A run with two workers writes what a run without any writes, in each of the outputs."""
    found = []
    for jobs in ("1", "2"):
        folder = tmp_path / jobs
        folder.mkdir()
        outputs = [part for name in NAMES for part in ("--output", f"{name}={folder / name}")]
        done = lint(posts, "--jobs", jobs, *outputs, change=FORKED)
        found.append((done.returncode, done.stderr, {path.name: path.read_bytes() for path in folder.iterdir()}))
        assert (posts / "forked").exists() == (jobs == "2")
    (posts / "forked").unlink()
    assert found[0] == found[1]
    assert "05-broken.md:1: is not valid UTF-8" in found[0][1]
    assert len(found[0][2]) == len(NAMES)


@pytest.mark.parametrize(
    "change",
    [
        "workers._told = lambda path, *rest: os.kill(os.getpid(), 9) if path.startswith('1') else told(path, *rest)",
        "from toneguard.source import Source\nread = lambda path, name: Source('other', name)\n"
        "workers.Source = type('Blind', (Source,), {'read': staticmethod(read)})",
        "import multiprocessing.context as c\ndef full(*rest): raise OSError(11, 'full')\nc.ForkProcess.start = full",
        "import threading\nthreading.Thread(target=time.sleep, args=(1,), daemon=True).start()",
    ],
    ids=["killed", "blind", "no-room", "threads"],
)
def test_whatever_becomes_of_workers(posts: Path, alone: tuple[int, str, str], change: str) -> None:
    """Workers that are killed, fail, see another file or cannot be started change nothing in what is said."""
    assert said(lint(posts, "--jobs", "2", "--format", "json", change=change)) == alone


def test_a_broken_configuration_below_says_the_same(posts: Path, tmp_path: Path) -> None:
    """A folder whose configuration cannot be used ends both runs with the same line."""
    folder = tmp_path / "site"
    shutil.copytree(posts, folder)
    (folder / "zz").mkdir()
    (folder / "zz" / "toneguard.toml").write_text("selct = []\n")
    (folder / "zz" / "post.md").write_text("Tea.\n")
    both = [said(lint(folder, "--jobs", jobs)) for jobs in ("1", "2")]
    assert both[0] == both[1]
    assert "unknown key 'selct'" in both[0][2]


SLOW = "\ndef slow(*rest):\n    open('working', 'a').write(f'{os.getpid()} ')\n    time.sleep(30)\nworkers._told = slow"


def alive(pid: int) -> bool:
    """Tell whether a process runs, or could still."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_nobody_is_left_behind(posts: Path, sign: signal.Signals) -> None:
    """Ctrl-C ends the run and its workers with 130 and without a word; workers of a killed run end by themselves."""
    change = SLOW if sign == signal.SIGINT else SLOW.replace("30", "1")
    (posts / "working").unlink(missing_ok=True)
    command = [sys.executable, "-c", SCRIPT.format(change=change), "--jobs", "2", "."]
    process = subprocess.Popen(
        command, cwd=posts, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    until = time.monotonic() + 30
    while len(set(pids(posts))) < 2 and time.monotonic() < until:
        time.sleep(0.02)
    if sign == signal.SIGINT:
        os.killpg(process.pid, sign)
    else:
        process.kill()
    out, err = process.communicate(timeout=20)
    if sign == signal.SIGINT:
        assert (process.returncode, out, err) == (130, b"", b"")
    working = set(pids(posts))
    assert len(working) == 2
    while any(map(alive, working)) and time.monotonic() < until:
        time.sleep(0.05)
    (posts / "working").unlink()
    assert [pid for pid in working if alive(pid)] == []


def pids(posts: Path) -> list[int]:
    """Return the workers that have been told of posts."""
    file = posts / "working"
    return [int(pid) for pid in file.read_text().split()] if file.exists() else []


def test_few_posts_need_no_workers(tmp_path: Path) -> None:
    """Where starting workers would not pay none is forked, and where it does they are without being asked for."""
    change = FORKED + "import toneguard.cli.progress\nworkers.available = lambda: 2\n"
    for number in range(12):
        (tmp_path / f"{number}.md").write_text("Tea keeps for a year.\n")
    assert lint(tmp_path, change=change).returncode == 0
    assert not (tmp_path / "forked").exists()
    for number in range(12):
        (tmp_path / f"{number}.md").write_text("Tea keeps for a year.\n\n" * 120)
    assert lint(tmp_path, change=change).stderr == ""
    assert (tmp_path / "forked").exists()


BAR = "import toneguard.cli.progress as bars\nbars._PATIENCE = bars._PAUSE = 0\n"


def test_a_bar_for_who_waits_at_a_terminal(posts: Path) -> None:
    """In a terminal the number of posts done is shown and wiped out again; a report that is printed comes whole."""
    script = SCRIPT.format(change=BAR)
    child = pexpect.spawn(
        sys.executable,
        ["-c", script, "--jobs", "2", "--color", "never", "."],
        cwd=str(posts),
        env={**ENVIRONMENT, "TERM": "xterm"},
        encoding="utf-8",
        dimensions=(24, 100),
        timeout=30,
    )
    child.expect(r"Linting.*\d+/20\D")
    child.expect(pexpect.EOF)
    assert "\x1b[2K" in child.before  # the line is wiped
    last = child.before.rpartition("\x1b[2K")[2]
    assert "\x1b[?25h" in child.before  # the cursor is back
    assert "Linting" not in last
    assert "Why: toneguard explain" in last


def test_no_bar_in_a_pipe(posts: Path, alone: tuple[int, str, str]) -> None:
    """Where standard error is no terminal, nothing is drawn and rich is not loaded."""
    change = BAR + "import atexit; atexit.register(lambda: print('rich' in sys.modules))"
    done = lint(posts, "--jobs", "1", "--format", "json", change=change)
    assert (done.stdout, done.stderr) == (f"{alone[1]}False\n", alone[2])
