"""Plugins: rules, packs, languages, formats and outputs from outside, once the configuration names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from toneguard import Config, ConfigError, Finding, Plugin, RuleInfo, RuleSettings, Severity, Source
from toneguard.document import Document
from toneguard.formats import Format
from toneguard.formats.plain import parse
from toneguard.lint import lint
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
