"""What the README and the pages in docs/ show is true: commands, configurations, rules, reports."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from tests.conftest import CACHE, ROOT
from toneguard import Config, Source, lint_file
from toneguard.cache import Cache
from toneguard.cli.app import app
from toneguard.config import load
from toneguard.examples import failures, rewrite_failures
from toneguard.lint import lint
from toneguard.outputs import OUTPUTS, Style
from toneguard.outputs.text import render
from toneguard.packs import load as load_packs
from toneguard.phrases import SLOTS
from toneguard.registry import Registry

PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "examples/plugin/README.md",
    *sorted(ROOT.glob("docs/*.md")),
]
README = PAGES[0].read_text("utf-8")


def blocks(language: str, *pages: Path) -> list[str]:
    """Return the fenced blocks of a language, of all pages unless some are named."""
    texts = [page.read_text("utf-8") for page in pages or PAGES]
    return [block for text in texts for block in re.findall(rf"(?m)^```{language}\n((?s:.*?))^```", text)]


def commands() -> Iterator[str]:
    """Yield every command line of toneguard's that a page shows, in a block or in a sentence."""
    for block in blocks("console"):
        yield from re.findall(r"(?m)^\$ (toneguard\b[^#\n]*)", block)
    for page in PAGES:
        prose = re.sub(r"(?ms)^```.*?^```", "", page.read_text("utf-8"))
        yield from (" ".join(found.split()) for found in re.findall(r"`(toneguard [a-z][^`]*)`", prose))


def known(name: str, names: object) -> None:
    """Fail for a name that is not there."""
    assert name in names, f"there is no {name}"  # type: ignore[operator]


@pytest.mark.parametrize("line", sorted(set(commands())))
def test_shown_commands_exist(line: str) -> None:
    """Every command that is shown exists, has the options that it is shown with, and outputs of those names."""
    command: Any = typer.main.get_command(app)
    words = shlex.split(line.replace("…", "x"))[1:]
    while words and hasattr(command, "commands"):
        if not re.fullmatch("[a-z-]+", words[0]):
            break
        known(words[0], command.commands)
        command = command.commands[words.pop(0)]
    options = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    for word, value in zip(words, [*words[1:], ""], strict=False):
        if word.startswith("-") and word != "-":
            known(word, {*options, "--help"})
        if word in ("--output", "--format") and command.name == "check" and "plugin" not in line and value != "csv":
            known(value.partition("=")[0], OUTPUTS)


def test_shown_configurations_load(tmp_path: Path) -> None:
    """All TOML that is shown can be read as a configuration, a rule, rewrites, profiles or a lexicon."""
    kinds = dict.fromkeys(("configuration", "rule", "rewriting", "profiles", "lexicon"), 0)
    for number, block in enumerate(blocks("toml")):
        raw = tomllib.loads(block)
        folder = tmp_path / str(number)
        kind = kind_of(raw)
        name = {"rule": "house/shown", "rewriting": "rewriting/en", "lexicon": "lexicon/en"}.get(kind, kind)
        path = folder / ("toneguard.toml" if kind == "configuration" else f"{name}.toml")
        path.parent.mkdir(parents=True)
        path.write_text(block, "utf-8")
        kinds[kind] += 1
        if kind == "configuration":
            load(path)
        else:
            assert load_packs(folder, ("en", "sv", "da")).problems == (), block
    assert all(kinds.values()), kinds


def kind_of(raw: dict[str, Any]) -> str:
    """Tell what a table of TOML is by its keys."""
    if "summary" in raw:
        return "rule"
    if "rewrite" in raw:
        return "rewriting"
    if {"profile", "preset"} & set(raw) and isinstance(raw.get("profile", {}), dict) and "preset" not in raw:
        return "profiles"
    return "lexicon" if all(isinstance(value, list) for value in raw.values()) and "grand" in raw else "configuration"


def test_the_rule_of_ten_minutes_holds(tmp_path: Path) -> None:
    """The rule that the README tells to write can be saved as it stands; its examples hold, those of rewrites too."""
    (name,) = re.findall(r"`style/(\S+)\.toml`", README)
    (rule,) = (block for block in blocks("toml", PAGES[0]) if "summary" in block)
    (rewrites,) = (block for block in blocks("toml") if "[[rewrite]]" in block)
    for file, text in ((name, rule), ("rewriting/en", rewrites)):
        (tmp_path / file).parent.mkdir()
        (tmp_path / f"{file}.toml").write_text(text, "utf-8")
    registry = Registry(Config(), Cache(CACHE / "toneguard"))
    style = load_packs(tmp_path, registry.languages)
    registry.add(style)
    assert [str(failure) for failure in failures(registry, registry.infos[name])] == []
    assert list(rewrite_failures(registry, style)) == []
    assert registry.problems == ()
    assert re.findall(r"--select (\S+) posts/", README) == [name]


def test_shown_yaml_is_read() -> None:
    """Every table of YAML that is shown can be read, and the hooks that it names exist."""
    hooks = {entry["id"] for entry in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    shown = [yaml.safe_load(block) for block in blocks("yaml")]
    assert {
        hook["id"] for page in shown if "repos" in page for repo in page["repos"] for hook in repo["hooks"]
    } == hooks
    inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    steps = [step for page in shown if isinstance(page, list) for step in page if "toneguard" in step["uses"]]
    assert [set(step["with"]) <= set(inputs) for step in steps] == [True]


def test_shown_verdict_is_the_real_one(registry: Registry) -> None:
    """The report that the page on disclosure shows is what the command prints of the post above it."""
    page = ROOT / "docs" / "disclosure.md"
    post, (shown,) = blocks("markdown", page)[0], blocks("console", page)
    source = Source(post, "posts/ryggsack.md")
    report = lint(source, registry, Config(select=("endorsement",)))
    assert render([report], [], Style("0", width=80)) == shown.split("\n", 1)[1]


def test_shown_repost_is_the_real_one() -> None:
    """The report that the page on press releases shows is what `check` prints of the post in examples/."""
    (shown,) = (block.split("\n", 1)[1] for block in blocks("console") if "reposted" in block)
    path = ROOT / "examples" / "en-reposted-oat-bar.md"
    report = lint_file(path)
    named = replace(report, source=replace(report.source, path=path.name))
    assert render([named], [], Style("0", width=90)) == shown


def test_shown_suppressions_are_heard(registry: Registry) -> None:
    """The comments that the README shows name rules, and the sentence behind one is left alone."""
    (shown,) = (block for block in blocks("markdown", PAGES[0]) if "ignore-start" in block)
    named = re.findall(r"ignore(?:-start)? ([a-z/-]+)", shown)
    assert all(list(registry.expand(name, Config())) for name in named)
    comment = next(line for line in shown.splitlines() if line.startswith("<!--"))
    report = lint(
        Source(f"{comment}\nHurry, buy it today only!\n", "x.md"), registry, Config(select=("pushy/false-urgency",))
    )
    assert (report.findings, len(report.suppressed)) == ((), 1)


def test_every_slot_is_named() -> None:
    """The page on writing rules names every slot of the notation."""
    page = (ROOT / "docs" / "writing-rules.md").read_text("utf-8")
    assert [slot for slot in SLOTS if f"`{{{slot}}}`" not in page] == []


def test_the_python_example_runs() -> None:
    """The Python example of the README runs."""
    exec(compile(blocks("python")[0], "README.md", "exec"), {})


def test_the_readme_is_not_longer_than_a_reader_bears() -> None:
    """At most 250 lines."""
    assert len(README.splitlines()) <= 250
