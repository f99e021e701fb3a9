"""The configuration: which file counts, what its keys do, and how its mistakes are named."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from tests.conftest import RULE
from toneguard import Config, ConfigError, Severity, Source, config, configkeys
from toneguard.lint import lint
from toneguard.registry import Registry
from toneguard.schema import config_schema

POST = Source("Buy now and save.", "posts/x.md")


def load(tmp_path: Path, text: str, name: str = "toneguard.toml") -> Config:
    """Write a configuration and read it."""
    (tmp_path / name).write_text(text, "utf-8")
    return config.load(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('\n\nignroe = ["pushy"]', "toneguard.toml:3: unknown key 'ignroe'; did you mean 'ignore'?"),
        ('ignore = "pushy"', "toneguard.toml:1: 'ignore': expected a list of texts, not 'pushy'"),
        ('fail_on = "bad"', "toneguard.toml:1: 'fail_on': expected one of error, warning, not 'bad'"),
        ('advice = "yes"', "'advice': expected true or false"),
        ('[severity]\n"pushy" = "loud"', "toneguard.toml:1: 'severity': expected a table of error, warning"),
        ('brands = ["a"]\n[[overrides]]\nignore = ["pushy"]', "toneguard.toml:2: an override needs 'paths'"),
        ('[[overrides]]\npaths = ["x"]\nselct = []', "toneguard.toml:3: unknown key 'selct'; did you mean 'select'?"),
        ("a = = 1", "is not valid TOML"),
    ],
)
def test_mistake_names_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    """A mistake in the configuration names file, line, key and what was expected."""
    with pytest.raises(ConfigError) as error:
        load(tmp_path, text)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('\nselect = ["pushi"]', "toneguard.toml:2: no rule or family pushi; did you mean pushy?"),
        (
            'ignore = ["pushy/hard-cal"]',
            "toneguard.toml:1: no rule pushy/hard-cal; did you mean pushy/hard-call?",
        ),
        ('[severity]\n"pushy/x" = "error"', "toneguard.toml:2: no rule pushy/x"),
        ('lang = "se"', "no language se; did you mean sv?"),
        ('[languages]\n"x/" = "dk"', "toneguard.toml:2: no language dk; did you mean da?"),
        (
            '[[overrides]]\npaths = ["x"]\nignore = ["moo"]',
            "toneguard.toml:3: no rule or family moo; see `toneguard rules`",
        ),
        ('plugins = ["nowhere"]', "toneguard.toml:1: no plugin nowhere; install it"),
    ],
)
def test_unknown_name_names_the_nearest(tmp_path: Path, text: str, message: str) -> None:
    """A rule, language or plugin that does not exist names file and line, and the nearest right one."""
    loaded = load(tmp_path, text)
    with pytest.raises(ConfigError) as error:
        Registry(loaded).check()
    assert message in str(error.value)


def test_nearest_file_counts_alone(tmp_path: Path) -> None:
    """The nearest configuration wins, a pyproject.toml only when it has the table, and nothing is merged."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "toneguard.toml").write_text('ignore = ["pushy"]')
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.toneguard]\nbrands = ["acme"]')
    (inner / "pyproject.toml").write_text('[project]\nname = "x"')
    found = config.find(inner)
    assert found == tmp_path.resolve() / "a" / "pyproject.toml"
    assert (config.load(found).brands, config.load(found).ignore) == (("acme",), ())


def test_select_and_ignore(registry: Registry) -> None:
    """Selectors take families and full names, and ignoring wins."""
    assert registry.selected(Config(select=("pushy/hard-call",))) == {"pushy/hard-call"}
    assert "pushy/hard-call" not in registry.selected(Config(ignore=("pushy",)))
    assert "self-centred/here-at-brand" in registry.selected(Config(ignore=("pushy",)))


def test_severity_by_rule_beats_family(registry: Registry) -> None:
    """A severity set for a rule beats the one set for its family."""
    settings = Config(severity={"pushy": Severity.ERROR, "pushy/hard-call": Severity.SUGGESTION}, advice=True)
    assert [finding.severity for finding in lint(POST, registry, settings).findings] == [Severity.SUGGESTION]


def test_overrides_apply_in_order(tmp_path: Path, registry: Registry) -> None:
    """Overrides hold for their paths only, later ones over earlier ones, lists added and not replaced."""
    loaded = load(
        tmp_path,
        'ignore = ["self-centred"]\n'
        '[[overrides]]\npaths = ["posts/"]\nignore = ["pushy"]\nlang = "sv"\n'
        '[[overrides]]\npaths = ["posts/x.md"]\nlang = "da"\nbrands = ["b"]\n',
    )
    inside, outside = loaded.for_path(str(tmp_path / "posts" / "x.md")), loaded.for_path(str(tmp_path / "y.md"))
    assert (inside.ignore, inside.lang, inside.brands) == (("self-centred", "pushy"), "da", ("b",))
    assert (outside.ignore, outside.lang) == (("self-centred",), "")


def test_configured_brand_in_lower_case_is_recognised(registry: Registry) -> None:
    """A brand that is written in lower case is a brand when the configuration or the front matter names it."""
    text = "Here at tegn, we believe that paper is patient.\n"
    name = "self-centred/here-at-brand"
    plain = lint(Source(text, "x.md"), registry, Config(select=(name,)))
    named = lint(Source(text, "x.md"), registry, Config(select=(name,), brands=("tegn",)))
    matter = lint(Source(f"---\nbrand: tegn\n---\n\n{text}", "x.md"), registry, Config(select=(name,)))
    assert (len(plain.findings), len(named.findings), len(matter.findings)) == (0, 1, 1)


def test_schema_takes_what_the_reader_takes() -> None:
    """The printed schema is valid and takes a configuration with every key."""
    jsonschema.Draft202012Validator.check_schema(config_schema())
    full = {
        "select": ["all"], "ignore": [], "severity": {"pushy": "error"}, "brands": ["a"], "site_brand": True,
        "languages": {"x": "sv"},
        "lang": "sv", "messages": "en", "profile": "docs",
        "preset": "strict", "advice": True, "model": False,
            "tuning": "x.json", "baseline": "b.json", "fail_on": "error", "include": [], "exclude": [], "packs": [],
        "markets": ["se"], "publisher": "company", "disclosure": {"shortcodes": ["ad"], "site_wide": "Ad"},
        "newsroom": {"paths": ["news/"], "feeds": ["feed.xml"]},
        "rewriter": {"engine": "openai", "base_url": "http://localhost", "model": "x", "api_key_env": "KEY"},
        "mdx": {"prose": ["FAQItem.a"]},
            "plugins": [], "pipelines": {"sv": "x"}, "overrides": [{"paths": ["x"], "ignore": ["pushy"]}],
    }  # fmt: skip
    assert set(full) == set(configkeys.KEYS)
    jsonschema.validate(full, config_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"ignroe": []}, config_schema())


def test_former_names_and_previews(tmp_path: Path) -> None:
    """A former name selects, ignores and suppresses the rule; a preview rule runs only when it is fully named."""
    folder = tmp_path / "pack" / "farm"
    folder.mkdir(parents=True)
    (folder / "moo.toml").write_text('aliases = ["farm/mooing"]\n' + RULE, "utf-8")
    (folder / "new.toml").write_text('status = "preview"\n' + RULE, "utf-8")

    def names(text: str, **settings: tuple[str, ...]) -> list[str]:
        chosen = Config(packs=(str(tmp_path / "pack"),), forced_lang="en", **settings)  # type: ignore[arg-type]
        return [finding.rule for finding in lint(Source(text, "x.md"), Registry(chosen), chosen).findings]

    post = "The cows moo loudly.\n"
    assert names(post) == ["farm/moo"]
    assert names(post, select=("farm/mooing",)) == ["farm/moo"]
    assert names(post, ignore=("farm/mooing",)) == []
    assert names(post, select=("farm", "farm/new")) == ["farm/moo", "farm/new"]
    assert names(f"<!-- toneguard: ignore farm/mooing -->\n\n{post}") == []


def test_disclosure_keys_are_checked(tmp_path: Path) -> None:
    """A wrong publisher or key of [disclosure] is named with its line."""
    path = tmp_path / "toneguard.toml"
    for text, message in (
        ('publisher = "me"\n', ":1: 'publisher': expected company or creator"),
        ('\n[disclosure]\nfrontmater = ["sponsored"]\n', ":3: unknown key 'frontmater'; did you mean 'frontmatter'"),
        ("[disclosure]\nsite_wide = true\n", ":2: 'site_wide': expected a text"),
    ):
        path.write_text(text)
        with pytest.raises(config.ConfigError) as raised:
            config.load(path)
        assert message in str(raised.value)
