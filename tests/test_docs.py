"""What the README says is true."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace

import yaml

from tests.conftest import ROOT
from toneguard import Config, Source, configkeys, lint_file
from toneguard.lint import lint
from toneguard.outputs import Style
from toneguard.outputs.text import render
from toneguard.packs import read_rule
from toneguard.phrases import SLOTS
from toneguard.registry import Registry

README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """Return the README's fenced blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


def test_shown_report_is_the_real_one(registry: Registry) -> None:
    """The report that the README shows is what the command prints."""
    shown = blocks("console")[0].split("\n", 1)[1]
    text = "---\ntitle: Snacks\n---\n\n\nHere at Havrebit, we believe that snacks should be an experience.\n"
    source = Source(text, "posts/launch.md")
    settings = Config(select=("self-centred/here-at-brand",))
    assert render([lint(source, registry, settings)], [], Style("0", width=80)) == shown


def test_shown_repost_is_the_real_one() -> None:
    """The second report that the README shows is what `check` prints of the post in examples/."""
    shown = next(block for block in blocks("console") if "reposted" in block).split("\n", 1)[1]
    path = ROOT / "examples" / "en-reposted-oat-bar.md"
    report = lint_file(path)
    named = replace(report, source=replace(report.source, path=path.name))
    assert render([named], [], Style("0", width=90)) == shown


def test_shown_configuration_loads() -> None:
    """The configuration that the README shows has known keys only, and the hook it shows exists."""
    raw = tomllib.loads(next(block for block in blocks("toml") if "brands" in block))
    assert set(raw) <= set(configkeys.KEYS)
    hook = yaml.safe_load(blocks("yaml")[0])["repos"][0]["hooks"][0]["id"]
    assert hook in {entry["id"] for entry in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}


def test_shown_rule_is_a_rule(tmp_path: object) -> None:
    """The rule file that the README shows can be read."""
    from pathlib import Path

    folder = Path(str(tmp_path)) / "farm"
    folder.mkdir()
    (folder / "moo.toml").write_text(next(block for block in blocks("toml") if "summary" in block), "utf-8")
    assert read_rule(folder / "moo.toml", ("en",)).info.name == "farm/moo"


def test_every_slot_and_command_is_named() -> None:
    """The README names every slot of the template notation."""
    assert [slot for slot in SLOTS if f"`{{{slot}}}`" not in README] == []


def test_python_example_runs(capsys: object) -> None:
    """The Python example of the README runs."""
    exec(compile(blocks("python")[0], "README.md", "exec"), {})
