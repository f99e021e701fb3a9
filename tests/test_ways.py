"""Quick ways to ways out: what is skipped, remembered or put off gives what the plain way gives."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rewrites import REGISTRY, Row, rows
from toneguard import Config, Source
from toneguard import late as lateness
from toneguard.cache import Cache
from toneguard.document import Block, Document, Link, Piece, Sentence
from toneguard.late import late
from toneguard.lint import parsed, rule_findings
from toneguard.registry import Registry
from toneguard.rewriting import markup
from toneguard.rewriting.engine import grammar_of
from toneguard.rewriting.facts import _is_name
from toneguard.rewriting.helping import _sentences
from toneguard.rewriting.templates import Templates, key_words, written
from toneguard.rewriting.verify import Left, Near, Verifier, _same
from toneguard.rule import RuleSettings
from toneguard.source import Span

LANGUAGES = ("en", "sv", "da")
PARTS = ("calls", "clauses", "forms", "grammar", "nouns", "order", "praise", "pruning", "turns")
TABLE = [row for language in LANGUAGES for row in rows(language)]
RULES = sorted(REGISTRY.infos)
WORDS = sorted({word for row in TABLE for word in row.before.split()})


@pytest.mark.parametrize("language", LANGUAGES)
def test_regexes_that_come_late_are_sound(language: str) -> None:
    """Every regex of a grammar can be compiled, though nobody does before a sentence asks."""
    found = 0
    for part in PARTS:
        try:
            module = import_module(f"toneguard.languages.{part}_{language}")
        except ModuleNotFoundError:
            continue
        for regex in vars(module).values():
            if isinstance(regex, lateness._Late):
                assert re.compile(regex.pattern, regex.flags)
                found += 1
    assert found


@given(text=st.text("aAbB 1é\n", max_size=20), flags=st.sampled_from([0, re.I, re.S]))
def test_a_late_regex_is_the_compiled_one(text: str, flags: int) -> None:
    """What a regex finds does not hang on when it was compiled, nor on how often it was asked."""
    pattern = r"(?P<one>a+)(?:\W|b|\Z).?"
    regex, plain = late(pattern, flags), re.compile(pattern, flags)
    for _ in range(2):
        assert [found.span() for found in regex.finditer(text)] == [found.span() for found in plain.finditer(text)]
        assert regex.sub(r"<\1>", text) == plain.sub(r"<\1>", text)
        assert bool(regex.match(text)) is bool(plain.match(text))
    assert regex.pattern == plain.pattern


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None)  # templates are compiled on the way
@given(chosen=st.lists(st.sampled_from(WORDS), max_size=8), rules=st.frozensets(st.sampled_from(RULES), max_size=3))
def test_no_template_that_is_kept_out_writes_anything(language: str, chosen: list[str], rules: frozenset[str]) -> None:
    """A template that the words of a sentence do not let in makes nothing of it, nor is one tried for other rules."""
    templates, grammar, body = REGISTRY.rooms.read(language)[0], grammar_of(language), " ".join(chosen)
    assert grammar
    let_in = {id(template) for template in templates.open_to(key_words(body), rules)}
    sentence = Sentence(Block("paragraph", body, (), language=language), 0, len(body))
    for number, template in enumerate(templates):
        wanted = templates._rows[number][1].get("rules", ())
        tried = not wanted or any(rule in wanted or rule.partition("/")[0] in wanted for rule in rules)
        assert tried or id(template) not in let_in
        if tried and id(template) not in let_in:
            assert not list(written(template, sentence, RuleSettings(), grammar))


def test_templates_let_in_come_in_their_order() -> None:
    """The earlier template is tried first, as in the file."""
    for row in TABLE:
        templates = REGISTRY.rooms.read(row.language)[0]
        place = {id(template): number for number, template in enumerate(templates)}
        found = [place[id(one)] for one in templates.open_to(key_words(row.before), frozenset(RULES))]
        assert found == sorted(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_from_the_cache_are_those_that_were_read(language: str, tmp_path: Path) -> None:
    """A later run, which looks at no template before a sentence lets it in, has the same ones with the same doors."""

    def opened() -> Templates:
        registry = Registry(Config(), Cache(tmp_path))
        templates = registry.rooms.read(language)[0]
        assert registry.problems == ()
        return templates

    first, second = opened(), opened()
    assert (tmp_path / f"templates-{language}-builtin.compiled").exists()
    assert list(first) == list(second)
    for row in TABLE[::5]:
        words = key_words(row.before)
        assert first.open_to(words, frozenset(RULES)) == second.open_to(words, frozenset(RULES))


_KEYS = st.tuples(
    st.sampled_from(["x/a", "x/b", "y/c", "x/advice", "y/model"]), st.sampled_from(["Old.", "New.", "N."])
)
_COUNTS = st.lists(_KEYS, max_size=4).map(Counter)


@given(before=_COUNTS, after=_COUNTS)
def test_what_finds_nothing_is_not_compared(before: Counter[tuple[str, str]], after: Counter[tuple[str, str]]) -> None:
    """A change after which rules find nothing new passes without a look at what they found before, and no other."""
    near = Near(Block("paragraph", "Old. N.", (Piece(0, "Old. N.", Span(0, 7), verbatim=True),)), 0, 7, opens=True)

    def judge(document: Document) -> list[Any]:
        counts = before if document.source.text == near.text else after
        return [SimpleNamespace(rule=rule, shown=shown, text="") for rule, shown in counts.elements()]

    grammar = grammar_of("en")
    assert grammar
    verifier = Verifier(judge, grammar, frozenset({"x/advice"}), frozenset({"y/model"}))
    assert verifier.breaks_nothing(near, "N.") is ({rule for rule, _ in after - before} <= {"x/advice", "y/model"})
    assert verifier.remaining(near, "Old.", "New. N.") == _compared(verifier, before, after, near)


def _compared(
    verifier: Verifier, before: Counter[tuple[str, str]], after: Counter[tuple[str, str]], near: Near
) -> Left | None:
    """Return what `remaining` does, the plain way."""
    mine = {rule for rule, sentence in before if _same(sentence, "Old.")}
    elsewhere = Counter({key: count for key, count in before.items() if not _same(key[1], "Old.")})
    families = {rule.partition("/")[0] for rule in mine}
    untouched = near.text.replace("Old.", "\0")
    new = {
        rule
        for rule, sentence in after - elsewhere
        if rule not in verifier.advice and not (rule in verifier.models and sentence in untouched)
    }
    late_ones = {rule for rule in new & verifier.models if rule.partition("/")[0] in families} - mine
    if not new - late_ones <= mine:
        return None
    return Left(frozenset(new & mine), plain=not late_ones and {rule for rule, _ in after - elsewhere} <= mine)


@given(word=st.text(min_size=1, max_size=8), opens=st.booleans())
def test_no_word_in_small_letters_is_a_name(word: str, opens: bool) -> None:
    """A word of small letters need not be asked whether it is a name."""
    if word.islower():
        assert not any(_is_name(word, opens=opens, language=language) for language in LANGUAGES)


@given(
    links=st.lists(st.tuples(st.integers(0, 20), st.integers(0, 8)), max_size=6),
    start=st.integers(0, 20),
    size=st.integers(1, 8),
)
def test_links_near_a_sentence_are_those_of_all(links: list[tuple[int, int]], start: int, size: int) -> None:
    """Looking for links around a range finds all that overlap it or stand in it, nested ones too."""
    made = tuple(Link(Span(left, left + width), "#", "") for left, width in links)
    span = Span(start, start + size)
    near = markup._links_at(Document(Source(""), (), made), span)
    expected = [link for link in made if link.span.overlaps(span) or span.contains(link.span)]
    assert sorted(near, key=lambda link: link.span) == sorted(expected, key=lambda link: link.span)


@pytest.mark.parametrize("row", TABLE[::15], ids=lambda row: row.before[:20])
def test_sentences_with_findings_are_in_the_blocks_that_are_looked_at(row: Row) -> None:
    """Every sentence that a finding may point at is come by, in its order, whatever other blocks there are."""
    source = Source(f"# Tea\n\n{row.before}\n\nTea keeps. It is dry.\n\n- {row.before}\n", "post.md")
    document = parsed(source, REGISTRY, Config())
    whole = [(index, one) for index, several in enumerate(document.sentences) for one in several]
    for index, sentence in whole:
        seen = list(_sentences(document, [sentence.span]))
        assert (index, sentence) in seen
        assert seen == [pair for pair in whole if pair in seen]


@pytest.mark.parametrize("row", TABLE[::6], ids=lambda row: row.before[:20])
def test_rules_that_point_find_what_all_rules_find(row: Row) -> None:
    """In sentences, the rules that may point at one find what all rules of their family find together."""
    source = Source(f"{row.before}\n", "post.md")
    document = parsed(source, REGISTRY, Config(forced_lang=row.language))
    everything = Config(forced_lang=row.language, select=("self-centred", "pushy"), advice=True)
    pointing = REGISTRY.pointing["self-centred"] | REGISTRY.pointing["pushy"]
    found = [one for one in rule_findings(document, REGISTRY, everything) if one.scope == "span"]
    assert {one.rule for one in found} <= pointing
    narrowed = Config(forced_lang=row.language, select=tuple(sorted(pointing)), advice=True)
    assert found == [one for one in rule_findings(document, REGISTRY, narrowed) if one.scope == "span"]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None)
@given(chosen=st.lists(st.sampled_from(TABLE), min_size=1, max_size=4))
def test_the_first_hit_tells_which_rules_have_one(language: str, chosen: list[Row]) -> None:
    """Who takes the first hit of a rule in a sentence learns of the same rules and sentences, one hit of each."""
    source = Source("\n\n".join(row.before for row in chosen if row.language == language), "post.md")
    document = parsed(source, REGISTRY, Config(forced_lang=language))
    scanner, names = REGISTRY.scanner(language), frozenset(RULES)
    best, first = (
        Counter(
            (hit.rule.info.name, hit.match.sentence) for hit in scanner.hits(document, RuleSettings(), names, first=one)
        )
        for one in (False, True)
    )
    assert first == best
