"""Help that fits a screen, completion in a shell, mistakes that suggest, and where settings come from."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.conftest import Run
from toneguard.cli import completion
from toneguard.nearest import closest, missing
from toneguard.registry import OWN_RULES, Registry


def test_completion_knows_every_name(registry: Registry) -> None:
    """A shell completes every rule, family, market and profile, also the last of a list."""
    families = {info.family for info in registry.infos.values()}
    assert set(completion.rules("")) == {*registry.infos, *families, *OWN_RULES}
    assert completion.rules("pushy,self-centred/here") == ["pushy,self-centred/here-at-brand"]
    assert set(completion.markets("")) == set(registry.labels.markets)
    assert set(completion.profiles("")) == set(registry.pack.profiles["profile"])
    assert set(completion.presets("")) == set(registry.pack.profiles["preset"])


def test_completion_in_bash(toneguard: Run) -> None:
    """Bash asks the program for what may follow."""
    env = {
        "COMP_WORDS": "toneguard check --select pushy/sca",
        "COMP_CWORD": "3",
        "_TONEGUARD_COMPLETE": "complete_bash",
    }
    assert toneguard(env=env).stdout.split() == ["pushy/scarcity"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("pushy/urgency", "pushy/false-urgency"),
        ("pushy/hard-cal", "pushy/hard-call"),
        ("pushi", "pushy"),
        ("scarcity", "pushy/scarcity"),
        ("self-centered/here-at-brand", "self-centred/here-at-brand"),
        ("hard_call", "pushy/hard-call"),
        ("endorsement/missing", "endorsement/missing-disclosure"),
        ("reader-value/takeaway", "reader-value/no-takeaway"),
        ("moo", ""),
        ("pushy/nonsense", ""),
    ],
)
def test_the_name_that_was_meant(registry: Registry, name: str, meant: str) -> None:
    """A name is found by its letters, by words that it shares, or without its family; a strange one finds none."""
    known = (*registry.infos, *(info.family for info in registry.infos.values()), *OWN_RULES)
    assert closest(name, known) == meant


def test_words_of_a_missing_name() -> None:
    """The message suggests, or lists what there is, or says where to look."""
    assert missing("language", "dk", ("en", "sv", "da")) == "no language dk; did you mean da?"
    assert missing("preset", "x", ("strict", "gentle")) == "no preset x; expected strict, gentle"
    assert missing("rule", "moo", ("pushy",), "see `toneguard rules`") == "no rule moo; see `toneguard rules`"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chek"], "no command chek; did you mean check?"),
        (["newsroom", "ad"], "no command ad; did you mean add?"),
        (["check", "--selct", "x"], "no option --selct; did you mean --select?"),
        (["explain", "pushy/urgency"], "no rule pushy/urgency; did you mean pushy/false-urgency?"),
        (["check", "--select", "pushy/urgency"], "no rule pushy/urgency; did you mean pushy/false-urgency?"),
        (["check", "--market", "gb"], "no market gb; did you mean uk?"),
        (["explain"], "missing argument 'rule'; see `toneguard explain --help`"),
        (["config", "show", "--format", "jsn"], "no format jsn; did you mean json?"),
    ],
)
def test_mistakes_in_the_call(toneguard: Run, arguments: list[str], message: str) -> None:
    """A mistake is one line on standard error with what was probably meant, and exits 2."""
    done = toneguard(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.rstrip("\n").endswith(message)
    assert done.stderr.startswith("toneguard: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["", "check", "paste", "init", "rewrite", "explain", "config", "newsroom"])
def test_help_fits_a_screen(toneguard: Run, command: str) -> None:
    """Help is no wider than 80 columns and about a screen long, with examples at its end."""
    lines = toneguard(*command.split(), "--help").stdout.splitlines()
    assert len(lines) <= 26
    assert max(map(len, lines)) <= 80
    assert any(line.strip() == "Examples:" for line in lines[-5:])
    assert "toneguard " in lines[-1]


def test_whole_help(toneguard: Run) -> None:
    """The options that the short help only names are explained by --help-all, brackets and all."""
    short, whole = toneguard("check", "--help").stdout, toneguard("check", "--help-all").stdout
    assert "--stdin-filename" in short
    assert "Name of the post on standard input." in whole
    assert "[rewriter]" in whole


SETTINGS = """\
brands = ["snax"]
ignore = ["pushy/rhetorical-hook"]
profile = "blog"

[severity]
"pushy/hard-call" = "suggestion"

[languages]
"content/nord/" = "sv"

[[overrides]]
paths = ["other/"]
profile = "docs"

[[overrides]]
paths = ["content/"]
ignore = ["self-centred"]
profile = "social"
"""


def test_config_show_says_where_from(tmp_path: Path, toneguard: Run) -> None:
    """Each setting of a post is shown with its default, line, override, site, front matter or the command line."""
    post = tmp_path / "content" / "nord" / "a.md"
    post.parent.mkdir(parents=True)
    post.write_text("---\ntitle: x\nbrand: Tuggan\ntoneguard: {markets: [uk]}\n---\n\nHej.\n", "utf-8")
    (tmp_path / "toneguard.toml").write_text(SETTINGS)
    (tmp_path / "_config.yml").write_text("title: Havrebit\n")
    out = toneguard("config", "show", "--for", "content/nord/a.md", "--ignore", "pushy", "--preset", "gentle").stdout
    rows = {line.partition(" = ")[0]: line.partition("  # ")[2] for line in out.splitlines() if " = " in line}
    assert rows["select"] == "default"
    assert "toneguard.toml:2; override 2 for content/ (toneguard.toml:17); command line" in out
    assert rows["profile"] == "override 2 for content/ (toneguard.toml:18)"
    assert rows["severity"] == "toneguard.toml:5"
    assert rows["lang"] == "content/nord/ (toneguard.toml:9)"
    assert rows["preset"] == "command line"
    assert rows["markets"] == "front matter (content/nord/a.md:4)"
    assert rows["brands"] == "toneguard.toml:1; _config.yml:1; front matter (content/nord/a.md:3)"
    assert tomllib.loads(out)["brands"] == ["snax", "Havrebit", "Tuggan"]
    data = json.loads(toneguard("config", "show", "--format", "json", "content/nord/a.md").stdout)
    assert data["settings"]["profile"] == {
        "value": "social",
        "origins": [{"source": "override", "file": "toneguard.toml", "line": 18, "override": 2, "paths": ["content/"]}],
    }


def test_config_show_of_a_pyproject(tmp_path: Path, toneguard: Run) -> None:
    """In a pyproject.toml the lines are those of toneguard's own tables."""
    (tmp_path / "pyproject.toml").write_text(
        '[tool.other]\nlang = "x"\n[tool.toneguard]\nlang = "sv"\n[tool.toneguard.severity]\npushy = "error"\n'
        '[[tool.toneguard.overrides]]\npaths = ["a/"]\nlang = "da"\n'
    )
    out = toneguard("config", "show", "a/x.md").stdout
    assert "# override 1 for a/ (pyproject.toml:9)" in out
    assert "# pyproject.toml:5" in out
    assert "# pyproject.toml:4" in toneguard("config", "show").stdout
