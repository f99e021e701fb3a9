"""The second judge: what the model sees, says, and never does."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toneguard.config import Config
from toneguard.document import Block, Document, Piece
from toneguard.finding import Finding, Severity
from toneguard.lint import lint, rule_findings
from toneguard.model import RULES, Judge, ModelError
from toneguard.model.context import Seen, Surroundings
from toneguard.model.features import BUCKETS, all_features
from toneguard.model.forms import words
from toneguard.model.net import Net
from toneguard.model.rules import judged
from toneguard.model.score import Scorer
from toneguard.model.weights import FAMILIES, Head, Model, built_in, read
from toneguard.registry import Registry
from toneguard.rule import RuleSettings
from toneguard.source import Source, Span

REGISTRY = Registry(Config())
LANGUAGES = ("en", "sv", "da")
TEXTS = st.text(max_size=80) | st.lists(
    st.sampled_from(["We", "are", "PROUD", "of", "12", "3.5", "kr", "!!!", "?", "–", "🎉", "Åsa", "’", "vores", "köp"])
).map(" ".join)


def document(text: str, language: str = "en") -> Document:
    """Return a paragraph as a document."""
    block = Block("paragraph", text, (Piece(0, text, Span(0, len(text)), verbatim=True),), language=language)
    return Document(Source(text, "x.md"), (block,), language=language)


def model(odds: float, *, weight: int = 0) -> Model:
    """Return a model that gives every sentence the same log odds; every bucket weighs the same."""
    net = Net(inputs={}, hidden=[0.0], outputs=[0.0], bias=odds)
    head = Head(scale=0.1, bias=0.0, gate=-99.0, sure=0.9, maybe=0.5, veto=0.1, net=net)
    weights = memoryview(bytes([weight & 0xFF]) * (BUCKETS * len(FAMILIES))).cast("b")
    return Model("en", "0", dict.fromkeys(FAMILIES, head), weights)


def findings(text: str, path: str = "x.md", **changes: object) -> tuple[Finding, ...]:
    """Return what a run finds in a text."""
    return lint(Source(text, path), REGISTRY, replace(Config(), **changes)).findings  # type: ignore[arg-type]


def own(found: tuple[Finding, ...]) -> list[Finding]:
    """Return the findings of the second judge."""
    names = {info.name for info in RULES}
    return [finding for finding in found if finding.rule in names]


def bad_example(language: str, number: int = 0) -> str:
    """Return a bad example of a rule of the second judge, without its marks."""
    bad = [example.bad for example in RULES[number].examples if example.language == language and example.bad]
    return bad[0].replace("<<", "").replace(">>", "")


@given(TEXTS, st.sampled_from(LANGUAGES))
@settings(max_examples=200, deadline=None)
def test_words_stand_where_they_say(text: str, language: str) -> None:
    """The words of a sentence ascend, do not overlap, and lie inside it."""
    for sentence in document(text, language).all_sentences():
        position = 0
        for word in words(sentence):
            assert position <= word.start < word.end <= len(sentence.text)
            position = word.end


@given(TEXTS, st.sampled_from(LANGUAGES))
@settings(max_examples=100, deadline=None)
def test_the_quick_sum_is_the_slow_sum(text: str, language: str) -> None:
    """What inference adds up word by word is exactly what adding up feature by feature gives, also when remembered."""
    scorer = Scorer(_built_in(language))
    for sentence in document(text, language).all_sentences():
        forms = [word.form for word in words(sentence)]
        features = list(all_features(forms, "paragraph"))
        length = sqrt(sum(value * value for _, value in features))
        for _ in range(2):
            quick = scorer.margins(forms, "paragraph")
            for index, family in enumerate(FAMILIES):
                head = scorer.model.heads[family]
                total = sum(value * scorer.model.weights[2 * bucket + index] for bucket, value in features)
                assert quick[index] == total * head.scale / length + head.bias


@pytest.mark.parametrize("language", LANGUAGES)
def test_shares_add_up(language: str) -> None:
    """What the words add to a margin is the margin, less the bias, the sentence's own features and its two edges."""
    scorer = Scorer(_built_in(language))
    sentence = next(document(bad_example(language), language).all_sentences())
    found = words(sentence)
    for index in range(len(FAMILIES)):
        shares = scorer.shares(found, "paragraph", index)
        assert len(shares) == len(found)
        assert max(shares) > 0 or index


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [0, 1])
def test_it_finds_what_no_template_finds(language: str, number: int) -> None:
    """Each rule's bad example is a finding of the model alone, with its words as evidence and its probability."""
    text = bad_example(language, number)
    (finding,) = own(findings(text, forced_lang=language))
    assert finding.severity is Severity.WARNING
    assert finding.probability is not None
    assert finding.probability > 1 / 2
    assert finding.evidence
    source = Source(text, "x.md")
    for span in finding.evidence:
        assert finding.sentence.contains(span)
        assert source.slice(span) in finding.message
    assert [item for item in findings(text, forced_lang=language, model=False) if item.severity != "suggestion"] == []


@given(st.lists(st.sampled_from([*"abc"]), max_size=3), st.floats(-20, 20))
@settings(max_examples=30, deadline=None)
def test_one_sentence_one_judge(names: list[str], odds: float) -> None:
    """Whatever the model thinks, it never reports a sentence in which a template found the same family."""
    text = "Here at Acme we believe in people. Buy now, only today!!! Tea keeps for a year. " * len(names)
    post = document(text.strip() or "Tea.")
    found = rule_findings(post, REGISTRY, REGISTRY.config)
    judge = Judge({"en": model(odds)})
    result = judged(found, post, RuleSettings(), judge, frozenset(), advice=True)
    places = {(item.family, item.sentence) for item in found if item.scope == "span"}
    mine = own(tuple(result))
    assert not places & {(item.family, item.sentence) for item in mine}
    assert [item for item in result if item not in mine] == found


def test_a_doubtful_rule_is_overruled() -> None:
    """Only the hits of doubtful rules go, and only where the model finds them most unlikely."""
    post = document("Here at Acme we believe in people. Buy now, only today!!!")
    found = rule_findings(post, REGISTRY, REGISTRY.config)
    doubtful = frozenset({found[0].rule})
    told = RuleSettings()
    assert judged(found, post, told, Judge({"en": model(0.0)}), doubtful, advice=False) == found
    left = judged(found, post, told, Judge({"en": model(-9.0)}), doubtful, advice=False)
    assert left == [item for item in found if item.rule not in doubtful] != found


def test_advice_is_what_it_is_not_sure_of() -> None:
    """Between maybe and sure a sentence is a suggestion, and not computed unless advice is asked for."""
    post, told = document("Tea keeps for a year in a dark tin."), RuleSettings()
    between = Judge({"en": model(1.0)})
    assert judged([], post, told, between, frozenset(), advice=False) == []
    assert {item.severity for item in judged([], post, told, between, frozenset(), advice=True)} == {"suggestion"}
    assert {item.severity for item in judged([], post, told, Judge({"en": model(5.0)}), frozenset(), advice=True)} == {
        "warning"
    }


def test_a_house_that_wants_to_hear_more_keeps_its_doubts_apart() -> None:
    """A family's severity in the configuration makes no warning of what the model is not sure of."""
    text = bad_example("en")
    for finding in own(findings(text, advice=True, severity={"self-centred": Severity.ERROR})):
        assert finding.severity in (Severity.ERROR, Severity.SUGGESTION)
    sure = own(findings(text, severity={"self-centred": Severity.ERROR}))
    assert [finding.severity for finding in sure] == ["error"]


def test_what_a_house_switched_off_stays_off() -> None:
    """A sentence that an ignored rule would have found is not reported by the model instead."""
    text = "Buy now, only today!!! Hurry, the last seats are going fast."
    rules = {finding.rule for finding in findings(text)}
    assert own(findings(text, ignore=tuple(rules))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_keeps_the_rules_of_the_house(language: str) -> None:
    """Suppression, ignore and --no-model silence it as they silence every rule."""
    text = bad_example(language)
    ignored = f"<!-- toneguard: ignore self-centred/about-the-sender -- ours -->\n\n{text}\n"
    assert own(findings(text, forced_lang=language))
    assert own(findings(ignored, forced_lang=language)) == []
    assert own(findings(text, forced_lang=language, ignore=("self-centred",))) == []
    assert own(findings(text, forced_lang=language, model=False)) == []


def test_quoted_words_are_not_judged() -> None:
    """A sentence in a blockquote of others is left alone."""
    assert own(findings(f"A reader sent us this from an advertisement:\n\n> “{bad_example('en')}” – Ada, 51\n")) == []


@pytest.mark.parametrize("data", [b"", b"{}\n", b"no model", b'{"heads": 1}\n123', b"\xff\xfe"])
def test_what_is_no_model_is_refused(data: bytes) -> None:
    """A damaged model is an error that names the file."""
    with pytest.raises(ModelError, match=r"^x\.model: "):
        read(data, "x.model")


def test_a_model_of_another_version_is_refused() -> None:
    """A model for other features, or one cut short, says that it wants to be trained again."""
    data = _built_in("en").to_bytes()
    assert read(data, "x").to_bytes() == data
    for wrong in (data[:-1], data.replace(b'"features": 1', b'"features": 0')):
        with pytest.raises(ModelError, match="train it again"):
            read(wrong, "x")


@given(st.lists(st.tuples(st.floats(-12, 12), st.floats(-12, 12)), min_size=1, max_size=6))
@settings(deadline=None)
def test_the_surroundings_are_bounded(margins: list[tuple[float, float]]) -> None:
    """No feature grows with the length of a post or with how strongly its other sentences speak."""
    post = document(" ".join(["Tea keeps."] * len(margins)))
    sentences = list(post.all_sentences())
    seen = [Seen(s, 0, m, frozenset()) for s, m in zip(sentences, margins, strict=False)]
    around = Surroundings(seen, FAMILIES)
    for number in range(len(seen)):
        for name, value in around.features(number, 0):
            assert abs(value) <= (12 if name.startswith("own") else 4), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wheel_carries_a_small_model(language: str) -> None:
    """Every language has a model of less than 3 MB, for itself."""
    found = _built_in(language)
    assert found.language == language
    assert len(found.to_bytes()) < 3_000_000


def _built_in(language: str) -> Model:
    found = built_in(language)
    assert found is not None
    return found


def test_no_model_for_a_language_is_no_error(tmp_path: Path) -> None:
    """A language without a model is linted by its templates alone."""
    post = document("Here at Acme we believe in people.")
    found = rule_findings(post, REGISTRY, REGISTRY.config)
    assert judged(found, post, RuleSettings(), Judge({}), frozenset(), advice=True) == found
