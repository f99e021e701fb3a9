"""What several tests share: a folder of packs written on the spot, and a command line in its own folder."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from toneguard.config import Config
from toneguard.registry import Registry

ROOT = Path(__file__).resolve().parent.parent
CACHE = Path(tempfile.gettempdir()) / "toneguard-tests"
Run = Callable[..., "subprocess.CompletedProcess[str]"]

RULE = """\
summary = "Says moo."
why = "Nobody reads moo."

[en]
message = "\\"{match}\\" is moo."
patterns = ["moo [very] loudly"]
[[en.example]]
bad = "The cow said <<moo loudly>>."
[[en.example]]
good = "The cow said nothing."
"""


@pytest.fixture(scope="session")
def registry() -> Registry:
    """The built-in rules under the default configuration."""
    return Registry(Config())


@pytest.fixture
def pack(tmp_path: Path) -> Callable[..., Path]:
    """Write rule files of a family `farm` and return the folder of the pack."""

    def write(text: str = RULE, name: str = "moo", lexicon: str = "") -> Path:
        folder = tmp_path / "pack"
        (folder / "farm").mkdir(parents=True, exist_ok=True)
        (folder / "farm" / f"{name}.toml").write_text(text, "utf-8")
        if lexicon:
            (folder / "lexicon").mkdir(exist_ok=True)
            (folder / "lexicon" / "en.toml").write_text(lexicon, "utf-8")
        return folder

    return write


@pytest.fixture
def toneguard(tmp_path: Path) -> Run:
    """Run the command line as a process of its own, in the test's folder."""

    def run(*arguments: str, stdin: bytes | None = None, env: dict[str, str] | None = None) -> object:
        import os

        done = subprocess.run(
            [sys.executable, "-m", "toneguard", *arguments],
            cwd=tmp_path,
            input=stdin if stdin is not None else b"",
            capture_output=True,
            env={**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(CACHE), **(env or {})},
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run  # type: ignore[return-value]
