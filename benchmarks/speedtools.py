"""The linters that are timed: where each is found, how it is called, and what makes its next run a cold one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OWN = "toneguard"
RESULTS = "toneguard/results.sqlite*"  # below XDG_CACHE_HOME, beside the compiled packs
SMALL = 10_000  # bytes, more than the clean and the bad post have
RULE = "terminology"  # textlint's: some hundred phrases and what to write instead


@dataclass(frozen=True)
class Tool:
    """A command that takes posts, or with `files` only the names of posts.

    `forget` are globs of what is deleted before each run, so that it is a cold one. A tool that is `after` another runs
    straight after that one and finds what it has left. `most` is the greatest number of bytes it is asked for.
    """

    name: str
    command: Sequence[str]
    env: Mapping[str, str] = field(default_factory=dict)
    files: bool = False
    forget: Sequence[Path] = ()
    after: str = ""
    most: int = sys.maxsize
    codes: frozenset[int] = frozenset({0, 1})

    def call(self, target: Path) -> list[str]:
        """Return the command for a post or a folder of posts."""
        names = sorted(map(str, target.glob("*.md"))) if self.files and target.is_dir() else [str(target)]
        return [*self.command, *names]

    def prepare(self) -> None:
        """Delete what an earlier run has left."""
        for pattern in self.forget:
            for path in pattern.parent.glob(pattern.name):
                shutil.rmtree(path) if path.is_dir() else path.unlink()


@dataclass(frozen=True)
class Found:
    """The tools that are there, with the version of each, and a line for each that is not."""

    tools: Sequence[Tool]
    versions: Mapping[str, str]
    absent: Sequence[str]


def own(work: Path) -> list[Tool]:
    """Return toneguard as it is called; each way has a cache of its own below `work`."""
    check = [sys.executable, "-m", "toneguard", "check", "--isolated", "--format", "concise"]

    def env(name: str) -> dict[str, str]:
        return {"XDG_CACHE_HOME": str(work / name), "PYTHONPATH": str(ROOT)}

    plain, model, first = "cache", "cache-no-model", "cache-first"
    return [
        Tool(OWN, check, env(plain), forget=[work / plain / RESULTS]),
        Tool(f"{OWN} (second run)", check, env(plain), after=OWN),
        Tool(f"{OWN} --no-model", [*check, "--no-model"], env(model), forget=[work / model / RESULTS]),
        Tool(f"{OWN} (first run ever)", check, env(first), forget=[work / first], most=SMALL),
    ]


def find(work: Path, folder: Path) -> Found:
    """Return toneguard, the peers that are in `folder` (see `make peers`) or on PATH, and an empty Python and Node."""
    tools, versions = own(work), {OWN: _said([sys.executable, "-m", "toneguard", "--version"])}
    absent = []
    for name, question in {
        "codespell": "--version",
        "write-good": "--version",
        "proselint": "version",
        "textlint": "--version",
        "alex": "--version",
    }.items():
        command = _command(name, folder)
        if not command:
            absent.append(f"{name} is not installed (`make peers` installs it): left out")
        elif not (version := _said([command, question])):
            absent.append(f"{name} does not start ({command}): left out")
        elif name == "textlint" and not _has_rule(command, work):
            absent.append(f"textlint finds no textlint-rule-{RULE} (`make peers` installs it): left out")
        else:
            tools += _textlint(command, work) if name == "textlint" else [_peer(name, command)]
            versions[name] = version
    tools.append(Tool("python -c pass", [sys.executable, "-c", "pass"], most=SMALL))
    versions["Python"] = sys.version.split()[0]
    if node := shutil.which("node"):
        tools.append(Tool("node -e 0", [node, "-e", "0"], most=SMALL))
        versions["Node"] = _said([node, "--version"])
    return Found(tools, versions, absent)


def _peer(name: str, command: str) -> Tool:
    if name == "write-good":  # exits with the number of its findings and reads no folders
        return Tool(name, [command], files=True, codes=frozenset(range(256)))
    if name == "codespell":  # 65: it has found something
        return Tool(name, [command], codes=frozenset({0, 65}))
    return Tool(name, [command, "check"] if name == "proselint" else [command, "--quiet"])


def _has_rule(command: str, work: Path) -> bool:
    """Tell whether textlint applies the rule; without one it ends as if it had found something, and does nothing."""
    post = work / "term.md"
    post.write_text("# Post\n\nWe write Javascript.\n", "utf-8")
    call = _textlint(command, work)[0].call(post)
    done = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", cwd=work, check=False)
    return "JavaScript" in done.stdout


def _textlint(command: str, work: Path) -> list[Tool]:
    """Return textlint with a phrase rule, cold and when it has seen the posts."""
    config, kept = work / "textlint.json", work / "textlint-cache"
    config.write_text(json.dumps({"rules": {RULE: True}}), "utf-8")
    call = [command, "--config", str(config), "--cache", "--cache-location", str(kept)]
    return [Tool("textlint", call, forget=[kept]), Tool("textlint (second run)", call, after="textlint")]


def _command(name: str, folder: Path) -> str:
    """Return the path of a peer's command, or "" when it is not installed."""
    places = (folder / "node_modules" / ".bin", folder / "bin", *os.get_exec_path())
    return shutil.which(name, path=os.pathsep.join(map(str, places))) or ""


def _said(command: Sequence[str]) -> str:
    """Return the version that a command prints, or "" when it fails."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=env, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    words = done.stdout.split()
    return words[-1].lstrip("v") if words and not done.returncode else ""
