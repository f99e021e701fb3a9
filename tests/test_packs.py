"""Rule packs: what a file may say, and how its mistakes are named."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT, RULE
from tests.rewrites import REGISTRY
from toneguard import Source, lint_file, packformat, packs
from toneguard.config import Config
from toneguard.guards import GUARDS
from toneguard.languages import LANGUAGES
from toneguard.lint import lint
from toneguard.packs import PackError
from toneguard.registry import Registry
from toneguard.run import Settings, run
from toneguard.schema import rewriting_schema, rule_schema

PackWriter = Callable[..., Path]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("summary =", "sumary =", "unknown key 'sumary'; did you mean 'summary'?"),
        ("why =", "wy =", "unknown key 'wy'; did you mean 'why'?"),
        ('why = "Nobody reads moo."\n', "", "'why' is missing"),
        ("message =", "mesage =", "[en]: unknown key 'mesage'; did you mean 'message'?"),
        ('patterns = ["moo [very] loudly"]\n', "", "expected 'patterns', 'regex' or 'tokens'"),
        ('["moo [very] loudly"]', '"moo"', "'patterns': expected a list of templates"),
        ("[en]", "[eng]", "unknown key 'eng'; did you mean 'en'?"),
        ('good = "The cow said nothing."', 'bad = "x <<moo loudly>>"', "'example': expected at least one with 'bad'"),
        (
            'summary = "Says',
            'severity = "warn"\nsummary = "Says',
            "'severity': unknown 'warn'; did you mean 'warning'?",
        ),
        ('summary = "Says', 'unless = ["mentoned"]\nsummary = "Says', "unknown 'mentoned'; did you mean 'mentioned'?"),
        ('summary = "Says', 'scopes = ["headin"]\nsummary = "Says', "unknown 'headin'; did you mean 'heading'?"),
        ('summary = "Says', 'at_least = "3"\nsummary = "Says', "'at_least': expected a whole number, not '3'"),
        ('["moo [very] loudly"]', '[{ mach = "moo" }]', "unknown key 'mach'; did you mean 'match'?"),
        ("patterns =", 'tokens = [[{ LOWER = "x" }]]\nregex = ["x"]\n#', "expected 'patterns' or 'near' as a gate"),
        ("summary", "summary = = ", "is not valid TOML"),
    ],
)
def test_mistake_is_named(pack: PackWriter, old: str, new: str, message: str) -> None:
    """A mistake in a rule file is an error that names the file, the rule, the key and what was expected."""
    folder = pack(RULE.replace(old, new, 1))
    (problem,) = packs.load(folder, LANGUAGES).problems
    assert message in problem
    assert "moo.toml" in problem


@pytest.mark.parametrize(
    ("template", "message"),
    [("<unknwn> x", "unknown class <unknwn>"), ("(((((", "')' is missing"), ("{slott}", "unknown slot {slott}")],
)
def test_bad_template_is_named_when_its_language_is_met(pack: PackWriter, template: str, message: str) -> None:
    """A template that cannot be read names file and rule, and only when its language is met."""
    folder = pack(RULE.replace("moo [very] loudly", template))
    registry = Registry(Config(packs=(str(folder),)))
    registry.scanner("sv")
    assert not registry.problems
    registry.scanner("en")
    (problem,) = registry.problems
    assert message in problem
    assert "farm/moo" in problem


def test_bad_regex_is_named(pack: PackWriter) -> None:
    """A regular expression that cannot be compiled names file and rule."""
    folder = pack(RULE.replace('patterns = ["moo [very] loudly"]', 'regex = ["("]'))
    registry = Registry(Config(packs=(str(folder),)))
    assert "rule farm/moo: [en]: 'regex': '('" in " ".join(registry.scanner("en").problems)


def test_broken_rule_hides_no_other(pack: PackWriter, tmp_path: Path) -> None:
    """A broken rule is an error of the run, and the findings of all other rules are there."""
    (tmp_path / "toneguard.toml").write_text('packs = ["pack"]')
    (tmp_path / "post.md").write_text("The cows moo loudly. Buy now and save.")
    pack(name="moo")
    pack(RULE.replace("moo [very] loudly", "(((((").replace("<<moo loudly>>", "x"), name="broken")
    pack("a = = 1", name="torn")
    outcome = run([str(tmp_path / "post.md")], Settings())
    assert [finding.text for finding in outcome.reports[0].findings] == ["moo loudly", "Buy now"]
    assert len(outcome.errors) == 2
    with pytest.raises(PackError):
        lint_file(tmp_path / "post.md")


def test_two_rules_of_one_name_are_an_error(pack: PackWriter, tmp_path: Path) -> None:
    """A rule name that two packs use is an error that names both files."""
    folder = pack()
    with pytest.raises(PackError, match="is defined in"):
        Registry(Config(packs=(str(folder), str(folder)))).check()


@pytest.mark.parametrize(
    ("lexicon", "message"),
    [
        ('a = "x"', "class 'a': expected a list of words"),
        ("a = []", "class 'a': expected a list of words"),
        ('a = ["<b>"]', "class 'a': unknown class <b>"),
        ('a = ["<b>"]\nb = ["<a>"]', "takes itself in"),
    ],
)
def test_mistake_in_lexicon_is_named(pack: PackWriter, lexicon: str, message: str) -> None:
    """A lexicon class that cannot be used names file and class."""
    (problem,) = packs.load(pack(lexicon=lexicon), LANGUAGES).problems
    assert message in problem


def test_lexicon_class_takes_in_another(pack: PackWriter) -> None:
    """A class entry in angle brackets stands for all forms of the other class."""
    loaded = packs.load(pack(lexicon='cow = ["cow", "cows"]\nbeast = ["<cow>", "pig", "cow"]'), LANGUAGES)
    assert loaded.lexicons["en"]["beast"] == ("cow", "cows", "pig")


def test_missing_folder_is_named(tmp_path: Path) -> None:
    """A pack folder that is not there is an error."""
    with pytest.raises(PackError, match="is not a folder"):
        packs.load(tmp_path / "nowhere", LANGUAGES)


@pytest.mark.parametrize(
    "path",
    sorted(path for path in ROOT.glob("rules/*/**/*.toml") if path.name not in packs.TABLES),
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_rule_files_obey_the_schema(path: Path) -> None:
    """Every built-in rule file obeys the schema that `toneguard rules schema` prints."""
    if path.parent.name != "lexicon":
        raw = json.loads(json.dumps(tomllib.loads(path.read_text("utf-8"))))
        jsonschema.validate(raw, rewriting_schema() if path.parent.name == "rewriting" else rule_schema())


def test_schema_is_a_schema() -> None:
    """The printed schema is itself a valid JSON schema."""
    jsonschema.Draft202012Validator.check_schema(rule_schema())
    jsonschema.Draft202012Validator.check_schema(rewriting_schema())


@given(st.dictionaries(st.sampled_from([*packformat.RULE_KEYS, "en", "x"]), st.from_type(object) | st.lists(st.text())))
def test_check_refuses_with_pack_error_only(raw: dict[str, object]) -> None:
    """Whatever stands under the known keys, checking raises PackError or nothing."""
    try:
        packformat.check(raw, packformat.RULE_KEYS, "file")
    except PackError:
        return
    assert set(raw) <= set(packformat.RULE_KEYS)


def test_every_rule_speaks_every_language(registry: Registry) -> None:
    """Every stable built-in rule has a message, a question, bad and good examples in all three languages."""
    for info in registry.infos.values():
        assert set(info.messages) == set(LANGUAGES), info.name
        assert all(info.asks.get(language) for language in LANGUAGES), info.name
        for language in LANGUAGES:
            mine = [example for example in info.examples if example.language == language]
            assert any(example.bad for example in mine), (info.name, language)
            assert any(example.good for example in mine), (info.name, language)


def test_every_guard_says_what_it_means() -> None:
    """Every guard has a docstring whose first line `rules guards` can show."""
    for name, guard in GUARDS.items():
        assert (guard.__doc__ or "").strip().splitlines()[0].endswith("."), name


def test_every_template_of_every_language_compiles(registry: Registry) -> None:
    """Every template of every built-in rule can be read: patterns, near, allow, against and rewrites."""
    for language in LANGUAGES:
        scanner = registry.scanner(language)
        for rule in scanner.rules:
            section = rule.sections[language]
            sources = [rewrite.source for rewrite in section.rewrites]
            for template in (*section.near, *section.allow, *section.against, *sources):
                scanner.phrase(rule, template)


def test_document_kinds_give_one_verdict_with_evidence(pack: PackWriter) -> None:
    """A density rule gives one document verdict whose evidence is every match, and none below its dose."""
    from toneguard import Source
    from toneguard.lint import lint

    text = RULE.replace("why =", 'kind = "density"\nat_least = 2\nper_100_words = 1\nwhy =')
    config = Config(packs=(str(pack(text)),), select=("farm",))
    loud = lint(Source("They moo loudly. The cats moo very loudly.", "x.md"), Registry(config), config)
    calm = lint(Source("They moo loudly, and that is all there is to the story.", "x.md"), Registry(config), config)
    assert [(finding.scope, len(finding.evidence)) for finding in loud.findings] == [("document", 2)]
    assert calm.findings == ()


def test_absence_and_share(pack: PackWriter) -> None:
    """An absence rule speaks when nothing matches, a share rule when matches outweigh the other side."""
    from toneguard import Source
    from toneguard.lint import lint

    pack(RULE.replace("why =", 'kind = "absence"\nwhy ='), name="silence")
    share = RULE.replace("why =", 'kind = "share"\nshare = 0.6\nwhy =').replace(
        "patterns", 'against = ["you"]\npatterns'
    )
    config = Config(packs=(str(pack(share, name="share")),), select=("farm",))

    def rules(text: str) -> list[str]:
        return [finding.rule for finding in lint(Source(text, "x.md"), Registry(config), config).findings]

    assert rules("The cows moo loudly and the others moo loudly.") == ["farm/share"]
    assert rules("You and you and you hear that the cows moo loudly.") == []
    assert rules("The pigs are silent and that is the whole of it.") == ["farm/silence"]


@pytest.mark.parametrize(
    ("keys", "text", "expected"),
    [
        ('near = ["cow"]', "The cow said moo loudly.", 1),
        ('near = ["cow"]', "The cow came. It said moo loudly.", 0),
        ('around = ["cow"]', "The cow came. It said moo loudly.", 1),
        ('around = ["cow"]', "It said moo loudly. So did the cow.", 1),
        ('around = ["cow"]', "The cow came. It ate. It said moo loudly.", 0),
        ('around = ["cow"]', "The cow came.\n\nIt said moo loudly.", 0),
        ('allow = ["softly"]', "It said moo loudly, then softly.", 0),
        ('allow = ["softly"]', "It spoke softly. It said moo loudly.", 1),
    ],
)
def test_a_pattern_has_templates_of_its_own(pack: PackWriter, keys: str, text: str, expected: int) -> None:
    """`near` must match in the same sentence, `around` there or in a neighbour of the paragraph, `allow` nowhere."""
    from toneguard import Source
    from toneguard.lint import lint

    rule = RULE.replace('["moo [very] loudly"]', f'[{{ match = "moo loudly", {keys} }}]')
    rule = rule.replace("The cow said <<moo loudly>>.", "A cow: <<moo loudly>>.")
    config = Config(packs=(str(pack(rule)),), select=("farm",), forced_lang="en")
    assert len(lint(Source(text, "x.md"), Registry(config), config).findings) == expected


def test_no_pattern_is_written_twice(registry: Registry) -> None:
    """No section of a built-in rule has the same template under the same guards twice."""
    for rule in registry.pack.rules:
        for section in rule.sections.values():
            assert len(set(section.patterns)) == len(section.patterns), f"{rule.info.name} [{section.language}]"


def test_no_message_has_an_open_slot() -> None:
    """Whatever is found in the project's posts, no message shows the name of a slot instead of its words."""
    for path in sorted((ROOT / "tests" / "corpus").glob("*/*.md"))[::4]:
        report = lint(Source.read(path), REGISTRY, Config(advice=True))
        assert [finding.message for finding in report.findings if re.search(r"\{\w+\}", finding.message)] == []


def test_a_verdict_quotes_its_first_place() -> None:
    """A message of a verdict may name `{match}`: the first of the places that it rests on."""
    text = "New lamps. Read more about them. Sign up for the letter. Contact us for a price. Book a demo in the shop.\n"
    report = lint(Source(text, "post.md"), REGISTRY, Config())
    (found,) = [finding for finding in report.findings if finding.rule == "pushy/stacked-calls"]
    assert found.message.startswith("“Read more about” is one call")
