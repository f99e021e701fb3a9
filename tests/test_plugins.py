"""Plugins: rules, packs, languages, formats and outputs from outside, once the configuration names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.conftest import RULE
from toneguard import Config, ConfigError, Finding, Plugin, RuleInfo, RuleSettings, Severity, Source
from toneguard.cli.check import Options, check
from toneguard.document import Document
from toneguard.formats import Format
from toneguard.formats.plain import parse
from toneguard.languages import LANGUAGES, Language, vote
from toneguard.lint import lint
from toneguard.outputs import Output
from toneguard.registry import Registry

INFO = RuleInfo("farm/long", "Is long.", "Long is long.", Severity.WARNING, messages={"en": "Too long."})


@dataclass(frozen=True)
class Long:
    """A rule from outside: the first sentence of a post has more than five words."""

    info: RuleInfo = INFO

    def check(self, document: Document, settings: RuleSettings) -> Iterable[Finding]:
        for sentence in document.all_sentences():
            if len(sentence.text.split()) > 5:
                yield settings.finding(self.info, document.source, sentence, 0, len(sentence.text))


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Pretend that packages offer entry points of the group toneguard."""

    def install(**offers: object) -> None:
        points = []
        for name, offer in offers.items():
            load = offer if callable(offer) else (lambda offer=offer: offer)
            points.append(SimpleNamespace(name=name, load=load))
        monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points if group == "toneguard" else [])

    return install


def test_a_rule_from_outside_runs_once_it_is_named(install: Callable[..., None]) -> None:
    """A plugin's rule runs like any other when the configuration names the plugin, and not before."""
    install(farm=Plugin(rules=(Long(),)))
    source = Source("The cow is in the barn today.", "x.md")
    config = Config(plugins=("farm",))
    assert [f.rule for f in lint(source, Registry(config), config).findings] == ["farm/long"]
    assert lint(source, Registry(Config()), Config()).findings == ()


def test_packs_and_formats_from_outside(install: Callable[..., None], pack: Callable[..., Path]) -> None:
    """A plugin may bring folders of packs and readers for further endings."""
    org = Format("org", frozenset({".org"}), parse)
    install(farm=Plugin(packs=(str(pack()),), formats=(org,)))
    config = Config(plugins=("farm",), forced_lang="en")
    found = lint(Source("The cows moo loudly.", "x.org"), Registry(config), config).findings
    assert [finding.rule for finding in found] == ["farm/moo"]


def test_an_output_from_outside(
    install: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A plugin's output is a value of --format once the configuration names the plugin."""
    install(count=Plugin(outputs=(Output("count", lambda reports, errors, style: f"{len(reports)} read\n"),)))
    (tmp_path / "toneguard.toml").write_text('plugins = ["count"]')
    (tmp_path / "post.md").write_text("Tea keeps for a year in a dark tin.")
    options = Options(paths=(str(tmp_path / "post.md"),), format="count", config=tmp_path / "toneguard.toml")
    assert check(options) == 0
    assert capsys.readouterr().out == "1 read\n"
    assert check(replace(options, config=None, isolated=True)) == 2


def test_a_language_from_outside(install: Callable[..., None], pack: Callable[..., Path]) -> None:
    """A plugin may bring a language: its blocks are found by its function words and its rules run on them."""
    words = frozenset(["ker", "v", "naj", "bi", "se", "lahko", "kot", "tudi", "ali"])
    language = Language("sl", "Slovene", words, abbreviations=frozenset())
    rule = RULE.replace("[en]", "[sl]").replace("[[en.", "[[sl.").replace("moo [very] loudly", "mu")
    install(slovene=Plugin(languages=(language,), packs=(str(pack(rule)),)))
    config = Config(plugins=("slovene",), select=("farm",))
    text = "Krava lahko reče mu, ker se tudi naj bi kot v ali ker."
    try:
        report = lint(Source(text, "x.md"), Registry(config), config)
        assert [(finding.text, finding.language) for finding in report.findings] == [("mu", "sl")]
    finally:
        del LANGUAGES["sl"]
        vote.forget()


def test_a_plugin_that_fails_is_named(install: Callable[..., None]) -> None:
    """A plugin that cannot be loaded or offers the wrong thing is a ConfigError that names it."""

    def broken() -> None:
        raise RuntimeError("no barn")

    install(broken=broken, wrong=lambda: "moo")
    with pytest.raises(ConfigError, match="plugin 'broken' cannot be loaded: no barn"):
        Registry(Config(plugins=("broken",)))
    with pytest.raises(ConfigError, match=r"plugin 'wrong': expected a toneguard.Plugin"):
        Registry(Config(plugins=("wrong",)))


def test_a_pack_folder_of_the_configuration(pack: Callable[..., Path], tmp_path: Path) -> None:
    """A folder of packs that the configuration names brings its rules and lexicon classes."""
    text = pack().joinpath("farm/moo.toml").read_text().replace("moo [very] loudly", "moo <loud>")
    folder = pack(text, lexicon='loud = ["loudly", "very loudly"]')
    config = Config(root=tmp_path, packs=(folder.name,), select=("farm",))
    found = lint(Source("They moo very loudly here.", "x.md"), Registry(config), config).findings
    assert [finding.text for finding in found] == ["moo very loudly"]
