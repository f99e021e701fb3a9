"""Profiles, presets, doses and company: what weighs more or less, and where."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import Run
from toneguard import Config, Source
from toneguard.config import ConfigError, Override
from toneguard.finding import Finding, Severity
from toneguard.lint import lint
from toneguard.packs import PackError
from toneguard.profiles import Grading, Profile
from toneguard.registry import Registry

ADVICE = Config(advice=True)


def severities(text: str, registry: Registry, settings: Config, path: str = "x.md") -> dict[str, Severity]:
    """Return the severity of every finding by rule."""
    return {found.rule: found.severity for found in lint(Source(text, path), registry, settings).findings}


@pytest.mark.parametrize("text", ["Buy now and save.\n", "Köp nu och spara.\n", "Køb nu og spar.\n"])
def test_a_product_page_may_say_buy(text: str, registry: Registry) -> None:
    """A hard call is a warning on a blog and advice on a product page, in every language."""
    assert severities(text, registry, ADVICE)["pushy/hard-call"] is Severity.WARNING
    shop = replace(ADVICE, profile="product-page")
    assert severities(text, registry, shop)["pushy/hard-call"] is Severity.SUGGESTION
    assert "pushy/hard-call" not in severities(text, registry, replace(shop, advice=False))


def test_documentation_is_not_scolded_for_we(registry: Registry) -> None:
    """A row of we-sentences is advice on a blog and nothing in documentation."""
    text = "We bake daily. We use rye. Our ovens are old. We open at six.\n"
    assert "self-centred/we-stack" in severities(text, registry, ADVICE)
    assert "self-centred/we-stack" not in severities(text, registry, replace(ADVICE, profile="docs"))


def test_front_matter_names_the_profile(registry: Registry) -> None:
    """A post may say what kind of page it is, and wins over the configuration."""
    text = "---\ntoneguard: {profile: product-page}\n---\n\nBuy now and save.\n"
    assert severities(text, registry, replace(ADVICE, profile="blog"))["pushy/hard-call"] is Severity.SUGGESTION


def test_a_profile_that_nobody_knows_is_an_error_of_the_post(registry: Registry) -> None:
    """A misspelt profile in the front matter is named with file and line, and the post is linted all the same."""
    report = lint(Source("---\ntoneguard:\n  profile: blgo\n---\n\nBuy now.\n", "x.md"), registry, Config())
    assert report.errors == ("x.md:3: no profile blgo; did you mean blog?",)
    assert [found.rule for found in report.findings] == ["pushy/hard-call"]


def test_a_path_has_its_profile(registry: Registry, tmp_path: Path) -> None:
    """An override sets the profile of some paths."""
    settings = replace(ADVICE, root=tmp_path, overrides=(Override(paths=("shop/",), profile="product-page"),))
    inside = severities("Buy now.\n", registry, settings, str(tmp_path / "shop" / "x.md"))
    outside = severities("Buy now.\n", registry, settings, str(tmp_path / "blog" / "x.md"))
    assert (inside["pushy/hard-call"], outside["pushy/hard-call"]) == (Severity.SUGGESTION, Severity.WARNING)


@pytest.mark.parametrize(("key", "value"), [("profile", "blgo"), ("preset", "strickt")])
def test_unknown_names_are_errors(key: str, value: str) -> None:
    """A profile or preset that is not there is refused with the nearest name."""
    with pytest.raises(ConfigError, match=f"no {key} {value}; did you mean"):
        Registry(replace(Config(), **{key: value})).check()  # type: ignore[arg-type]


def test_presets_are_stricter_and_gentler(registry: Registry) -> None:
    """`strict` turns advice on the sender into warnings, `gentle` matters of taste into advice."""
    stack = "We bake daily. We use rye. Our ovens are old. We open at six.\n"
    assert severities(stack, registry, replace(ADVICE, preset="strict"))["self-centred/we-stack"] is Severity.WARNING
    hook = "What are you waiting for?\n"
    assert severities(hook, registry, ADVICE)["pushy/rhetorical-hook"] is Severity.WARNING
    assert severities(hook, registry, replace(ADVICE, preset="gentle"))["pushy/rhetorical-hook"] is Severity.SUGGESTION


def test_the_configuration_wins_over_profile_and_profile_over_preset() -> None:
    """The first layer that knows a rule decides; within a layer its name beats its family."""
    own = Profile("c", severity={"pushy/hard-call": "error"})
    page = Profile("p", severity={"pushy": "suggestion", "pushy/scarcity": "off"})
    house = Profile("h", severity={"pushy": "error", "self-centred": "error"})
    grading = Grading((own, page, house))
    assert grading.severity("pushy/hard-call", Severity.WARNING) is Severity.ERROR
    assert grading.severity("pushy/false-urgency", Severity.WARNING) is Severity.SUGGESTION
    assert grading.severity("pushy/scarcity", Severity.WARNING) is None
    assert grading.severity("self-centred/self-praise", Severity.WARNING) is Severity.ERROR
    assert grading.severity("reader-value/no-dialogue", Severity.SUGGESTION) is Severity.SUGGESTION


def test_doses_multiply() -> None:
    """The factors of profile and preset on the same rule are multiplied."""
    layers = (Profile("a", dose={"x/y": 2.0}), Profile("b", dose={"x/y": 1.5, "x/z": 3.0}))
    assert Grading(layers).doses == {"x/y": 3.0, "x/z": 3.0}


CALLS = "New lamps are in. Read more about them. Sign up for the letter. Contact us for a price.\n"


def test_a_dose_decides_how_many_calls_are_too_many(registry: Registry) -> None:
    """Three soft calls are a verdict on a blog and none in a newsletter; two are one in a feed; one never is."""
    name = "pushy/stacked-calls"
    assert name in severities(CALLS, registry, Config())
    assert name not in severities(CALLS, registry, Config(profile="newsletter"))
    two = CALLS.replace(" Contact us for a price.", "")
    assert name not in severities(two, registry, Config())
    assert name in severities(two, registry, Config(profile="social"))
    one = "The lamps are in the shop from Monday. Read more about them on our page.\n"
    assert severities(one, registry, Config(profile="social", advice=False)) == {}


@pytest.mark.parametrize(
    "pointer",
    [
        "You can register on the event page.", "Read more in the docs.", "Tickets are at the door and on our site.",
        "Du kan anmäla dig på evenemangets sida.", "Läs mer i dokumentationen.", "Biljetter finns i kassan.",
        "Du kan tilmelde dig på arrangementets side.", "Læs mere i dokumentationen.", "Billetter fås ved døren.",
    ],
)  # fmt: skip
def test_one_plain_pointer_is_no_finding(pointer: str, registry: Registry) -> None:
    """A single pointer at the end of a post is left alone, in every profile."""
    for profile in registry.pack.profiles["profile"]:
        assert severities(pointer, registry, Config(profile=profile)) == {}


@pytest.mark.parametrize(
    "call",
    [
        "Buy now.", "Register before it is too late.", "Register NOW and SAVE BIG!", "Köp nu.",
        "Anmäl dig innan det är för sent.", "Køb nu.", "Tilmeld dig, før det er for sent.",
    ],
)  # fmt: skip
def test_a_hard_call_is_one(call: str, registry: Registry) -> None:
    """An imperative to buy, a threat of loss or shouting makes a finding of a single call."""
    assert severities(call, registry, Config())


def test_twice_the_dose_is_an_error(registry: Registry) -> None:
    """Calls stacked to twice what makes a verdict weigh more than a warning, and the verdict lists its evidence."""
    text = CALLS + "\nDownload the guide. Book a demo. Follow us on the usual sites.\n"
    found = next(item for item in lint(Source(text, "x.md"), registry, Config()).findings if item.scope == "document")
    assert (found.rule, found.severity, len(found.evidence)) == ("pushy/stacked-calls", Severity.ERROR, 6)


@pytest.mark.parametrize(
    ("together", "rule"),
    [
        ("The offer ends tonight at midnight. Don't miss out.", "pushy/false-urgency"),
        ("Erbjudandet gäller bara i dag. Missa inte chansen.", "pushy/false-urgency"),
        ("Tilbuddet gælder kun i dag. Gå ikke glip af det.", "pushy/false-urgency"),
    ],
)
def test_bad_company_weighs_more(together: str, rule: str, registry: Registry) -> None:
    """A deadline beside a loss in one paragraph is an error, and in paragraphs of their own both are warnings."""
    assert severities(together, registry, Config())[rule] is Severity.ERROR
    apart = together.replace(". ", ".\n\n", 1)
    assert severities(apart, registry, Config())[rule] is Severity.WARNING


def test_a_profile_names_rules_that_exist(pack: object, tmp_path: Path) -> None:
    """A rule that a profile names and nobody has is an error that names the profile."""
    folder = pack()  # type: ignore[operator]
    (folder / "profiles.toml").write_text('[profile.farm]\nabout = "Moo."\nseverity = { "pushy/hardcall" = "off" }\n')
    with pytest.raises(PackError, match="profile farm: no rule pushy/hardcall"):
        Registry(Config(root=tmp_path, packs=("pack",))).check()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[profil.x]\nabout = 'x'\n", "unknown key 'profil'"),
        ("[profile.x]\n", "'about' is missing"),
        ("[profile.x]\nabout = 'x'\nseverity = { pushy = 'loud' }\n", "expected error, warning, suggestion, off"),
        ("[profile.x]\nabout = 'x'\ndose = { 'pushy/scarcity' = 0 }\n", "expected a number above 0"),
        ("[preset.x]\nabout = 'x'\nrules = []\n", "unknown key 'rules'"),
        ("[preset]\nx = 3\n", "expected a table"),
    ],
)
def test_a_broken_profile_is_named(text: str, reason: str, pack: object, tmp_path: Path) -> None:
    """What is wrong with a profiles file is said with file and key, and the rules run all the same."""
    folder = pack()  # type: ignore[operator]
    (folder / "profiles.toml").write_text(text)
    registry = Registry(Config(root=tmp_path, packs=("pack",)))
    assert registry.pack.rules
    assert len(registry.problems) == 1
    assert reason in registry.problems[0]
    assert "profiles.toml" in registry.problems[0]


def test_a_pack_brings_its_own_profile(pack: object, tmp_path: Path) -> None:
    """A folder of rules may add profiles and replace built-in ones."""
    folder = pack()  # type: ignore[operator]
    (folder / "profiles.toml").write_text('[profile.farm]\nabout = "Moo."\nseverity = { "farm/moo" = "error" }\n')
    registry = Registry(Config(root=tmp_path, packs=("pack",), profile="farm"))
    registry.check()
    report = lint(Source("The cow said moo loudly.\n", "x.md"), registry, registry.config)
    assert [found.severity for found in report.findings] == [Severity.ERROR]


def test_profile_on_the_command_line(tmp_path: Path, toneguard: Run) -> None:
    """`--profile` and `--preset` hold for the run, and an unknown one exits 2 with the nearest name."""
    (tmp_path / "x.md").write_text("Buy now and save.\n")
    assert toneguard("check", "x.md").returncode == 1
    assert toneguard("check", "--profile", "product-page", "x.md").returncode == 0
    wrong = toneguard("check", "--profile", "product", "x.md")
    assert (wrong.returncode, "did you mean product-page" in wrong.stderr) == (2, True)


def test_profiles_are_listed(toneguard: Run) -> None:
    """`rules profiles` names every profile and preset, and `explain` the company that makes a finding worse."""
    listed = toneguard("rules", "profiles").stdout
    assert "profile product-page: " in listed
    assert "preset gentle: " in listed
    assert "pushy/hard-call                          suggestion" in listed
    assert "An error in a paragraph with pushy/fear-of" in toneguard("explain", "pushy/false-urgency").stdout


def test_advice_is_not_even_computed(registry: Registry) -> None:
    """Without --advice a report holds no suggestion."""
    text = "We bake daily. We use rye. Our ovens are old. We open at six.\n"
    found: tuple[Finding, ...] = lint(Source(text, "x.md"), registry, Config()).findings
    assert found == ()
