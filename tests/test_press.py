"""Press releases in disguise: the signals of their anatomy, and the verdict that enough of them give."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.disclosure import post_of
from benchmarks.gold import read_posts
from benchmarks.press import weight
from tests.conftest import ROOT
from toneguard import Config, Source
from toneguard.finding import Finding, Safety
from toneguard.lint import lint
from toneguard.registry import Registry

CORPUS = ROOT / "tests" / "press"
REGISTRY = Registry(Config())
ONLY = replace(Config(), select=("press-release",))
POSTS = sorted(CORPUS.glob("*/*.labels.json"))
RELEASE = """FOR IMMEDIATE RELEASE

LEEDS, 4 March 2024 – Penhallow Rail today announced that it has completed its new depot.

"It is a proud day for the whole county," said Ada Moss, Chief Executive of Penhallow Rail.

About Penhallow Rail

Founded in 1961, Penhallow Rail is the country's largest operator of depots.
"""


def found(text: str, settings: Config = ONLY, path: str = "post.md") -> tuple[Finding, ...]:
    """Return the verdicts on a text."""
    return lint(Source(text, path), REGISTRY, settings).findings


@pytest.mark.parametrize("labels", POSTS, ids=lambda path: f"{path.parent.name}/{path.name.partition('.')[0]}")
def test_corpus_has_the_verdicts_of_its_labels(labels: Path) -> None:
    """Every release, repost and near miss of the corpus is judged as its label says."""
    gold = json.loads(labels.read_text("utf-8"))
    source = Source.read(post_of(labels))
    assert bool(lint(source, REGISTRY, ONLY).findings) == gold["press_release"]


def test_the_verdict_is_what_all_signals_weigh() -> None:
    """A post is found where its signals, less its own voice, weigh enough: whatever was told before all was weighed."""
    least = REGISTRY.press["press-release/reads-like-one"].at_least
    for post in read_posts([CORPUS]):
        settings = replace(ONLY, select=("press-release/reads-like-one",))
        assert bool(found(post.text, settings, str(post.path))) == (weight(post, REGISTRY) >= least)


@pytest.mark.parametrize("language", ["en", "sv", "da"])
def test_corpus_has_both_kinds(language: str) -> None:
    """There are at least 15 posts a language, half of them near misses."""
    gold = [json.loads(path.read_text("utf-8"))["press_release"] for path in POSTS if path.parent.name == language]
    assert len(gold) >= 15
    assert gold.count(False) >= len(gold) // 2


def test_all_signals_are_the_evidence() -> None:
    """The verdict lists every signal, in order, each a range of the source."""
    (verdict,) = found(RELEASE)
    assert verdict.scope == "document"
    assert verdict.text == "FOR IMMEDIATE RELEASE"
    assert len(verdict.evidence) >= 4
    assert list(verdict.evidence) == sorted(verdict.evidence)


@pytest.mark.parametrize("mark", ["###", "\\# \\# \\#", "-30-", "- 30 -"])
def test_the_end_mark_counts(mark: str) -> None:
    """The mark that ends a release is a signal, though it is no prose."""
    text = (
        'Penhallow Rail has completed its new depot in Leeds, the company announced today.\n\n"It is open," said Ada '
        "Moss, Chief Executive of Penhallow Rail.\n\nThe depot has two gates and a crane, and a canteen that opens at "
        "six. Trains turn there at night.\n"
    )
    assert found(text) == ()
    (verdict,) = found(f"{text}\n{mark}\n")
    assert text not in verdict.text
    assert f"{text}\n{mark}\n"[slice(*_pair(verdict.evidence[-1]))].strip() == mark


def _pair(span: object) -> tuple[int, int]:
    return span.start, span.end  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "head",
    [
        "---\ntype: press\n---\n\n",
        "---\nlayout: press-release\n---\n\n",
        "This was originally published as a press release in our newsroom.\n\n",
    ],
)
def test_what_says_so_hides_nothing(head: str) -> None:
    """A post that says openly that it is a release, in its text or front matter, gets no verdict."""
    assert found(f"{head}{RELEASE}") == ()


def test_a_newsroom_is_where_releases_belong() -> None:
    """A path that the configuration names as newsroom gets no verdict."""
    settings = replace(ONLY, newsroom={"paths": ("newsroom/",)})
    assert found(RELEASE, settings, "newsroom/2024/depot.md") == ()
    assert len(found(RELEASE, settings, "posts/depot.md")) == 1


def test_a_quoted_release_is_no_release() -> None:
    """A release in a blockquote is shown, not published."""
    quoted = "".join(f"> {line}\n" for line in RELEASE.splitlines())
    assert found(f"What is wrong with this text? I read it aloud to the class.\n\n{quoted}") == ()


def test_our_own_voice_speaks_against_it() -> None:
    """Where the sender says we outside quotations, the same marks are not enough."""
    text = (
        'LEEDS, 4 March 2024 – Penhallow Rail has completed its new depot.\n\n"It is open," said Ada Moss, Chief '
        "Executive of Penhallow Rail.\n\nMedia contact: Joan Telfer, 0113 496 0155.\n"
    )
    assert len(found(text)) == 1
    ours = "We moved in last week. Our canteen opens at six. We turn trains there at night. Visit us, we like that.\n"
    assert found(f"{text}\n{ours}") == ()


def test_news_about_others_is_no_release() -> None:
    """A dateline, the news voice and a quotation make a newspaper's report, not a release."""
    text = (
        'LEEDS, 4 March 2024 – Penhallow Rail announced today that it will close its depot.\n\n"It is sad," said Ada '
        "Moss, Chief Executive of Penhallow Rail. Two hundred drivers lose their jobs, the union says.\n"
    )
    assert found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Aaa Bbb Ccc Ddd, Eee Fff, Ggg Hhh ", "A", "– A – ", "” said Aa ", "Ab, ", "1 2 3 4, ", "Aa\u2028", "###\n",
        "Press media contact ", "About Aa\n\n",
    ],
)  # fmt: skip
def test_thousands_of_the_same_are_read(text: str) -> None:
    """Whatever a post repeats thousands of times, it is weighed to the end."""
    for verdict in found(text * 5_000):
        assert all(span.start < span.end for span in verdict.evidence)


@pytest.mark.parametrize("labels", POSTS, ids=lambda path: f"{path.parent.name}/{path.name.partition('.')[0]}")
def test_a_skeleton_invents_nothing(labels: Path) -> None:
    """Every fact in the skeleton stands in the post; it is shown, never applied, and has gaps for the writer."""
    source = Source.read(post_of(labels))
    report = lint(source, REGISTRY, ONLY)
    known = " ".join(f"{source.text} {report.prose}".split())
    for verdict in report.findings:
        (offer,) = verdict.fixes
        assert offer.safety is Safety.SHOW
        lines = offer.edits[0].text.splitlines()
        assert lines[0].startswith("[")
        for line in lines:
            _, colon, facts = line.partition(": ")
            if colon and not line.startswith("["):
                assert facts in known or all(fact in known for fact in facts.split(", "))


def test_the_skeleton_has_the_facts() -> None:
    """When, where, price and link are taken from the release."""
    text = (
        RELEASE.replace("its new depot", "its new depot for £9.4 million") + "\nSee https://penhallow.example/depot.\n"
    )
    (verdict,) = found(f"---\ntitle: Depot open\n---\n\n{text}")
    lines = verdict.fixes[0].edits[0].text.splitlines()
    for fact in ("Depot open", "4 March 2024", "LEEDS", "£9.4 million", "https://penhallow.example/depot"):
        assert any(line.endswith(fact) for line in lines), fact
