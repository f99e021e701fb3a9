"""Ways out of a finding: rewrites by template and grammar, cuts, skeletons, and what is never shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT, Run
from tests.rewrites import REGISTRY, Row, rows, wrong
from toneguard import Config, Source, model
from toneguard.examples import rewrite_failures
from toneguard.finding import Finding, Safety, Severity
from toneguard.fixing import ROUNDS, FixError, applied, chosen_fixes, fixed
from toneguard.lint import lint
from toneguard.rewriting.engine import grammar_of
from toneguard.rewriting.facts import facts, words_of
from toneguard.rewriting.templates import tidy
from toneguard.rewriting.verify import Near, Verifier

LANGUAGES = ("en", "sv", "da")
TABLE = [row for language in LANGUAGES for row in rows(language)]
POSTS = sorted((ROOT / "tests" / "corpus").glob("*/*.md"))[::3]
FAMILIES = ("self-centred", "pushy")


def findings(source: Source) -> tuple[Finding, ...]:
    """Return the findings of both families in a post."""
    found = lint(source, REGISTRY, Config()).findings
    return tuple(finding for finding in found if finding.family in FAMILIES and finding.scope == "span")


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.language}-{row.about[:20]}-{row.before[:24]}")
def test_the_table_holds(row: Row) -> None:
    """Each paragraph becomes what its row says, as safe as it says, or nothing is offered."""
    assert wrong(row) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_are_large_enough(language: str) -> None:
    """There are at least 120 pairs and 40 declined paragraphs a language, each once."""
    mine = [row for row in TABLE if row.language == language]
    assert sum(bool(row.after) for row in mine) >= 120
    assert sum(not row.after for row in mine) >= 40
    assert len({row.before for row in mine}) == len(mine)


def test_templates_hold_their_examples() -> None:
    """Each template of `rules/rewriting` makes of its examples what they say, and each has one."""
    for language in LANGUAGES:
        tables = REGISTRY.pack.tables[f"rewriting/{language}"]
        assert all(entry.get("example") for _, raw in tables for entry in raw["rewrite"])
    assert list(rewrite_failures(REGISTRY, REGISTRY.pack)) == []
    assert REGISTRY.problems == ()


def test_rules_show_what_could_stand_there() -> None:
    """Every phrase rule of both families has two fixed examples a language, or says that only the writer knows."""
    for rule in REGISTRY.pack.rules:
        if rule.kind != "phrase" or rule.info.family not in FAMILIES:
            continue
        for language in LANGUAGES:
            fixed_ones = [example for example in rule.info.examples if example.language == language and example.fixed]
            only_asks = language in rule.info.ask_only
            assert (len(fixed_ones) >= 2) != only_asks, f"{rule.info.name} [{language}]"


def test_a_rewrite_that_is_wrong_is_named(pack: Callable[..., Path], toneguard: Run) -> None:
    """A wrong key, slot or transformation in a rewriting file names file, number and key, and the rest works."""
    folder = pack()
    (folder / "rewriting").mkdir()
    (folder / "rewriting" / "en.toml").write_text(
        '[[rewrite]]\nfrom = "we are glad that {rest}"\nto = "{rest|shiny}"\n'
        '[[rewrite]]\nfrom = "we moo {rest}"\nto = "{more}"\n'
        '[[rewrite]]\nfrm = "we moo"\nto = ""\n'
        '[[rewrite]]\npart = "moo very loudly"\nto = "moo"\n'
        'example = [{ before = "The cow said moo very loudly.", after = "The cow said moo." },\n'
        '  { before = "The cow said moo loudly.", after = "The cow said." }]\n'
    )
    done = toneguard("rules", "test", str(folder))
    for words in (
        "rewrite 1: 'to': unknown transformation 'shiny'",
        "rewrite 2: 'to': {more}",
        "rewrite 3: unknown key",
    ):
        assert words in done.stdout + done.stderr
    (folder / "rewriting" / "en.toml").write_text(
        (folder / "rewriting" / "en.toml").read_text().split("[[rewrite]]")[0]
        + "[[rewrite]]"
        + (folder / "rewriting" / "en.toml").read_text().split("[[rewrite]]")[4]
    )
    done = toneguard("rules", "test", str(folder))
    assert "rewrite 1: 'The cow said moo loudly.': makes nothing of it" in done.stdout
    assert "1 failures" in done.stdout


LENIENT = {info.name for info in model.RULES} | {
    name for name, info in REGISTRY.infos.items() if info.severity is Severity.SUGGESTION
}


@pytest.mark.parametrize("path", POSTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_finding_has_a_way_out_that_holds(path: object) -> None:
    """Every finding has a fix or a question; what is offered loses no fact, grows little, and no rule finds more.

    Advice may, and the sentence model, which is silent where a rule has spoken.
    """
    source = Source.read(path)  # type: ignore[arg-type]
    for finding in findings(source):
        assert finding.ask or finding.fixes
        for fix in finding.fixes:
            if fix.safety is Safety.SHOW:
                continue
            (edit,) = fix.edits
            old, new = source.slice(edit.span), edit.text
            assert len(new) <= 1.5 * len(old)
            text = applied(source.text, fix.edits)
            again = findings(Source(text, source.path))
            where = Counter(each.rule for each in again)
            assert where[finding.rule] < Counter(each.rule for each in findings(source))[finding.rule]
            more = where - Counter(each.rule for each in findings(source))
            assert not more.keys() - LENIENT


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(max_size=80))
def test_transformations_take_any_text(language: str, text: str) -> None:
    """Every function of a grammar returns a text or None, whatever it is given."""
    grammar = grammar_of(language)
    assert grammar
    for transform in (*grammar.transforms.values(), grammar.orphan):
        result = transform(text)
        assert result is None or isinstance(result, str)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The launch price of £9.40 ends on Sunday 5 May.", "en", ["£9.40", "5", "sunday", "may"]),
        ("Vi firar 10 000 kunder i Borås den 5 maj.", "sv", ["10000", "borås", "maj"]),
        ("Prisen er 1.249,50 kr. hos Nordhavn Tæpper.", "da", ["1.249,50", "nordhavn", "tæpper"]),
        ("It says “no refunds” on the bill.", "en", ["no refunds"]),
    ],
)
def test_facts_are_seen(text: str, language: str, expected: list[str]) -> None:
    """Figures with their units, days, months, names and quotations are facts."""
    grammar = grammar_of(language)
    assert grammar
    found = " | ".join(facts(text, language, grammar))
    for fact in expected:
        assert fact in found


def test_a_changed_figure_is_never_offered() -> None:
    """No post of the corpus loses a figure to a safe rewrite, or gets one."""
    for path in POSTS:
        source = Source.read(path)
        for finding in findings(source):
            for fix in finding.fixes:
                if fix.safety is Safety.SHOW or fix.cut:
                    continue
                old = "".join(filter(str.isdigit, source.slice(fix.edits[0].span)))
                assert sorted(old) == sorted(filter(str.isdigit, fix.edits[0].text))


@given(st.text(alphabet="ab ,;.!-–é", max_size=40))
def test_tidying_twice_changes_nothing(text: str) -> None:
    """A tidied sentence is tidy."""
    assert tidy(tidy(text)) == tidy(text)


def test_links_code_and_front_matter_are_left_alone() -> None:
    """A sentence inside a link, and a title, get a question and no rewrite."""
    for text in (
        "[Here at Acme, we believe that coffee should be simple.](https://a.example)",
        "---\ntitle: Here at Acme, we believe that coffee should be simple.\n---\n\nTea.",
    ):
        fixes = [fix for finding in findings(Source(text, "post.md")) for fix in finding.fixes]
        assert all(fix.safety is Safety.SHOW for fix in fixes), text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("that [coffee](https://a.example) should be simple", "[coffee](https://a.example) should be simple"),
        ("that **coffee** should be simple", "**coffee** should be simple"),
        ("that coffee should be _simple_", "Coffee should be _simple_"),
        ("that coffee should be [**very** simple](b)", "Coffee should be [**very** simple](b)"),
        ("that `tea` should be simple", "`tea` should be simple"),
        ("that coffee should\nbe **so\nsimple**", ""),
        ("that **coffee should be simple", "**coffee should be simple"),
    ],
)
def test_markup_moves_whole(text: str, expected: str) -> None:
    """Links, emphasis and code inside a sentence come along as they are, or nothing is offered."""
    before = f"Here at Acme, we believe {text}."
    offers = [fix.edits[0].text for finding in findings(Source(before, "p.md")) for fix in finding.fixes]
    assert f"{expected}." in offers or not expected


@pytest.mark.parametrize(
    "text",
    [
        "We are passionate about quality. " * 1_500,
        "We are passionate about quality. Tea.\n\n" * 1_000,
        "Buy now and save " + "! " * 20_000 + "x",
        "Buy now and save " + "!" * 550 + " x",
        "Buy now " + "and 1 " * 90 + "save!!!",
        "We are proud to announce that " + "the shop opens and " * 5_000 + "closes.",
        "BUY NOW " * 70 + "!!!",
        "**We are passionate about quality.** " * 800,
    ],
    ids=["sentences", "blocks", "marks", "more marks", "numbers", "clauses", "capitals", "emphasis"],
)
def test_ways_out_grow_with_the_post(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much a post repeats itself, a rewrite looks at a few sentences only and a long sentence is left."""
    seen: list[int] = []
    found = Verifier.found

    def counted(self: Verifier, near: Near, text: str) -> Counter[tuple[str, str]]:
        seen.append(len(text))
        return found(self, near, text)

    monkeypatch.setattr(Verifier, "found", counted)
    report = lint(Source(text, "post.md"), REGISTRY, replace(Config(), forced_lang="en"))
    assert max(seen, default=0) < 4_500  # seven sentences
    assert all(len(edit.text) < 2_000 for finding in report.findings for fix in finding.fixes for edit in fix.edits)
    chosen = chosen_fixes(report.findings, unsafe=True)
    assert len(applied(text, [edit for _, fix in chosen for edit in fix.edits])) <= 1.5 * len(text)


def test_a_language_without_a_grammar_is_left_alone() -> None:
    """Where there is no grammar, nothing is offered and nothing breaks."""
    assert grammar_of("tlh") is None
    assert import_module("toneguard.languages.grammar_en").GRAMMAR is grammar_of("en")


@pytest.mark.parametrize("path", POSTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
@pytest.mark.parametrize("unsafe", [False, True])
def test_fixing_twice_changes_nothing(path: object, unsafe: bool) -> None:
    """Fixes come to rest, and a fixed post has nothing left to fix."""
    source = Source.read(path)  # type: ignore[arg-type]
    once = fixed(source, lambda post: lint(post, REGISTRY, Config()), unsafe=unsafe)
    assert chosen_fixes(once.report.findings, unsafe=unsafe) == []
    assert (once.source.text == source.text) == (not once.changes)
    front = source.text.split("\n---\n")[0] if source.text.startswith("---") else ""
    assert once.source.text.startswith(front)


def test_fixes_that_never_rest_are_an_error() -> None:
    """A rule whose fix brings the finding back stops after ten rounds with an error."""
    calls = []

    def again(post: Source) -> object:
        calls.append(post)
        report = lint(Source("Buy now and save!!!", "post.md"), REGISTRY, Config())
        return replace(report, source=post)

    with pytest.raises(FixError, match="do not come to rest"):
        fixed(Source("Buy now and save!!!", "post.md"), again)  # type: ignore[arg-type]
    assert len(calls) == ROUNDS + 1


def test_the_count_of_declined_is_reported() -> None:
    """A rewrite that loses a fact is counted and not shown."""
    assert all(lint(Source.read(path), REGISTRY, Config()).declined >= 0 for path in POSTS[:5])
    assert words_of("Tea's") == ["tea's"]
