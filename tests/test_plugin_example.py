"""The plugin in examples/plugin, installed as a user would install it."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import CACHE, ROOT
from toneguard import Config
from toneguard.cache import Cache
from toneguard.examples import failures
from toneguard.registry import Registry

PLUGIN = ROOT / "examples" / "plugin"
POST = """\
---
title: "Two more sailings a day to Torrsund, and what they mean for the summer"
---

Our valued customers can bring a dog. =SUM(A1) is no formula here.
"""


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the plugin into a folder of its own, without a network."""
    folder = tmp_path_factory.mktemp("target")
    install = ["install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--disable-pip-version-check"]
    subprocess.run([sys.executable, "-m", "pip", *install, "--target", folder, PLUGIN], check=True)
    return folder


def run(target: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run toneguard where the plugin is installed."""
    path = os.pathsep.join((str(target), str(ROOT)))
    env = {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(CACHE)}
    command = [sys.executable, "-m", "toneguard", *arguments]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False)


def test_the_example_runs_once_it_is_named(target: Path, tmp_path: Path) -> None:
    """Its rule, its pack and its output work where the configuration names it, and are unknown where none does."""
    (tmp_path / "post.md").write_text(POST)
    before = run(target, tmp_path, "check", "--format", "csv", "post.md")
    assert (before.returncode, "csv" in before.stderr) == (2, True)
    (tmp_path / "toneguard.toml").write_text('plugins = ["ferries"]\nselect = ["ferries"]\nadvice = true\n')
    done = run(target, tmp_path, "check", "--format", "csv", "post.md")
    assert (done.returncode, done.stderr) == (1, "")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["line"], row["rule"], row["text"]) for row in rows] == [
        ("2", "ferries/long-title", "the summer"),
        ("5", "ferries/passengers-not-customers", "Our valued customers"),
    ]


def test_its_examples_hold(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of its rules holds, those of the Python rule too."""
    monkeypatch.syspath_prepend(target)
    registry = Registry(Config(plugins=("ferries",)), Cache(CACHE / "toneguard"))
    mine = [info for info in registry.infos.values() if info.family == "ferries"]
    assert len(mine) == 2
    assert [str(failure) for info in mine for failure in failures(registry, info)] == []


def test_the_entry_point_is_what_the_readme_says() -> None:
    """The README of the plugin names the entry point that its pyproject.toml declares."""
    points = tomllib.loads((PLUGIN / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]["toneguard"]
    assert [f'plugins = ["{name}"]' in (PLUGIN / "README.md").read_text("utf-8") for name in points] == [True]
