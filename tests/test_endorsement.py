"""Disclosure: evidence, labels, placement, markets, fixes, and the laws that hold for all of them."""

from __future__ import annotations

import json
import re
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.disclosure import post_of
from benchmarks.disclosure import settings as settings_of
from benchmarks.disclosure import verdict as verdict_of
from tests.conftest import ROOT, Run
from toneguard import Config, Source
from toneguard.config import ConfigError, load
from toneguard.endorsement.evidence import ASIDE
from toneguard.finding import Finding, Safety, Severity
from toneguard.lint import assess, evidence, lint
from toneguard.registry import Registry

CORPUS = ROOT / "tests" / "endorsement"
REGISTRY = Registry(Config())
ONLY = replace(Config(), select=("endorsement",))
LINK = "[here](https://www.awin1.com/cread.php?awinmid=1&awinaffid=2)"
LÄNK = "[här](https://track.adtraction.com/t/t?a=1&as=2&t=2)"
POSTS = sorted(CORPUS.glob("*/*.labels.json"))
RULES = [name for name in REGISTRY.infos if name.startswith("endorsement/")]


def verdicts(text: str, settings: Config = ONLY, path: str = "post.md") -> list[Finding]:
    """Return the findings that are no advice."""
    found = lint(Source(text, path), REGISTRY, settings).findings
    return [finding for finding in found if finding.severity is not Severity.SUGGESTION]


def rules(text: str, settings: Config = ONLY, path: str = "post.md") -> list[str]:
    """Return the names of the verdicts without their family."""
    return [finding.rule.partition("/")[2] for finding in verdicts(text, settings, path)]


def fixed(text: str, finding: Finding) -> str:
    """Return a text with the first fix of a finding applied."""
    for edit in sorted(finding.fixes[0].edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize("labels", POSTS, ids=lambda path: f"{path.parent.name}/{path.name.partition('.')[0]}")
def test_corpus_has_the_verdicts_of_its_labels(labels: Path) -> None:
    """Every post of the corpus has exactly the verdict that its label says, or none."""
    gold = json.loads(labels.read_text("utf-8"))
    assert verdict_of(Source.read(post_of(labels)), REGISTRY, settings_of(gold["settings"])) == gold["rule"]


@pytest.mark.parametrize("language", ["en", "sv", "da"])
def test_corpus_has_every_rule_in_every_language(language: str) -> None:
    """There are at least 25 posts a language, half of them clean, with each of the nine verdicts."""
    gold = [json.loads(path.read_text("utf-8"))["rule"] for path in POSTS if path.parent.name == language]
    wanted = {name.partition("/")[2] for name in RULES if REGISTRY.infos[name].severity is not Severity.SUGGESTION}
    assert len(gold) >= 25
    assert set(gold) == {*wanted, ""}
    assert gold.count("") >= len(gold) // 2


@pytest.mark.parametrize("labels", POSTS, ids=lambda path: f"{path.parent.name}/{path.name.partition('.')[0]}")
def test_a_fix_to_review_settles_the_verdict(labels: Path) -> None:
    """A label put where a fix says leaves nothing to say, changes nothing else, and keeps the front matter."""
    settings = settings_of(json.loads(labels.read_text("utf-8"))["settings"])
    source = Source.read(post_of(labels))
    for finding in verdicts(source.text, settings, source.path):
        if finding.fixes and finding.fixes[0].safety is Safety.REVIEW:
            text = fixed(source.text, finding)
            assert verdicts(text, settings, source.path) == []
            edit = finding.fixes[0].edits[0]
            assert text[: edit.span.start] == source.text[: edit.span.start]
            assert text[edit.span.start + len(edit.text) :] == source.text[edit.span.end :]


@pytest.mark.parametrize("labels", POSTS, ids=lambda path: f"{path.parent.name}/{path.name.partition('.')[0]}")
def test_evidence_stands_where_it_says(labels: Path) -> None:
    """Every piece of evidence is a range of the source, the finding's text is the first, and none holds another."""
    settings = settings_of(json.loads(labels.read_text("utf-8"))["settings"])
    source = Source.read(post_of(labels))
    for finding in lint(source, REGISTRY, settings).findings:
        assert finding.text == source.slice(finding.evidence[0])
        for first, second in zip(finding.evidence, finding.evidence[1:], strict=False):
            assert 0 <= first.start < first.end <= second.end
            assert second.end > first.end


def test_one_verdict_a_post() -> None:
    """However much evidence there is, a post has one verdict with all of it inside."""
    (found,) = verdicts(f"I love it {LINK}.\n\nUse my code TYRA15.\n\nMore {LINK}.\n")
    assert found.scope == "document"
    assert len(found.evidence) == 3


@pytest.mark.parametrize("name", RULES)
def test_explanations_cite_dated_law_and_condemn_nobody(name: str) -> None:
    """Every rule cites what it rests on, each with a date, and nothing in it says illegal."""
    info = REGISTRY.infos[name]
    assert info.law
    assert len(info.law) == len(info.see)
    assert all(re.search(r"(?:19|20)\d\d", text) for text in info.law)
    said = " ".join((info.summary, info.why, *info.law, *info.messages.values(), *info.asks.values())).lower()
    assert not re.search(r"illegal|unlawful|olaglig|ulovlig|brottslig|strafbar", said)


def test_explain_says_that_it_is_no_legal_advice(toneguard: Run) -> None:
    """`explain` prints law with dates and says what it is not."""
    printed = toneguard("explain", "endorsement/late-label").stdout
    assert "this is not legal advice" in printed
    assert "November 2020" in printed


@pytest.mark.parametrize(
    ("label", "us", "uk"),
    [
        ("Ad", "", ""),
        ("Sponsored by Pagelet", "", "weak-label"),
        ("In collaboration with Pagelet", "weak-label", "weak-label"),
        ("#gifted", "weak-label", "weak-label"),
    ],
)
def test_markets_differ(label: str, us: str, uk: str) -> None:
    """The same words do in one market and not in another; without a market English needs to do in either."""
    text = f"{label}\n\nI have carried this tablet for a month.\n\nIt is {LINK}.\n"
    for market, wanted in (("us", us), ("uk", uk)):
        assert rules(text, replace(ONLY, markets=(market,))) == ([wanted] if wanted else [])
    assert rules(text) == ([us] if us and uk else [])


def test_one_of_two_markets_is_advice() -> None:
    """What does in one of two English markets is a suggestion that names the other; both count when configured."""
    text = f"Sponsored by Pagelet\n\nI have carried this tablet for a month.\n\nIt is {LINK}.\n"
    (found,) = lint(Source(text, "a.md"), REGISTRY, replace(ONLY, advice=True)).findings
    assert found.severity is Severity.SUGGESTION
    assert "United States" in found.message
    assert "United Kingdom" in found.message
    assert rules(text, replace(ONLY, markets=("us", "uk"))) == ["weak-label"]


def test_market_by_front_matter_and_path(tmp_path: Path) -> None:
    """The market comes from the front matter, a path or the configuration, in that order."""
    text = "---\ntoneguard: {market: us}\n---\n\nSponsored by Pagelet\n\nA tablet.\n\n" + LINK + "\n"
    assert rules(text, replace(ONLY, markets=("uk",))) == []
    (tmp_path / "toneguard.toml").write_text('[[overrides]]\npaths = ["uk/"]\nmarkets = ["uk"]\n')
    settings = load(tmp_path / "toneguard.toml")
    assert settings.for_path(str(tmp_path / "uk" / "a.md")).markets == ("uk",)
    assert settings.for_path(str(tmp_path / "us" / "a.md")).markets == ()


def test_an_unknown_market_is_an_error() -> None:
    """A market or publisher that nobody knows is named with its place, in the configuration and in a post."""
    with pytest.raises(ConfigError, match="no market sw"):
        Registry(replace(Config(), markets=("sw",))).check()
    report = lint(Source("---\ntoneguard: {market: sw, publisher: me}\n---\n\nTea.\n", "a.md"), REGISTRY, Config())
    assert report.errors[0].startswith("a.md:2: no market sw")
    assert report.errors[1].startswith("a.md:2: no publisher me")


@pytest.mark.parametrize(
    "disclosure",
    [
        {"frontmatter": ("sponsored",)},
        {"shortcodes": ("ad-box",)},
        {"site_wide": "Reklam: sidan innehåller annonslänkar"},
    ],
)
def test_what_the_theme_prints_counts(disclosure: dict[str, Any]) -> None:
    """A field, a shortcode or a line that the theme prints is a disclosure when the configuration says so."""
    text = f"---\nsponsored: true\n---\n\n{{{{< ad-box >}}}}\n\nGrytan finns {LÄNK}.\n"
    assert rules(text) == ["missing-disclosure"]
    assert rules(text, replace(ONLY, disclosure=disclosure)) == []


def test_a_site_wide_note_is_judged_by_its_words() -> None:
    """A theme that prints "may contain" on every page does not disclose this post."""
    settings = replace(ONLY, disclosure={"site_wide": "Inlägg på bloggen kan innehålla annonslänkar"})
    assert rules(f"Grytan finns {LÄNK}.\n", settings) == ["sitewide-only"]


def test_alt_text_does_not_disclose() -> None:
    """A label in alt text or in a description is seen by nobody."""
    text = f"---\ndescription: Reklam för Gjuta\n---\n\n![Reklam](a.png)\n\nGrytan finns {LÄNK}.\n"
    assert rules(text) == ["missing-disclosure"]


def test_code_and_quotations_are_no_evidence() -> None:
    """Links in code, blockquotes and a wall of sponsors recommend nothing."""
    link = "https://track.adtraction.com/t/t?a=1&as=2"
    assert rules(f"Så ser länken ut:\n\n```\n{link}\n```\n\nOch `{link}` på en rad.\n") == []
    assert rules(f"Hon skrev:\n\n> Köp den [här]({link})!\n\nDet tyckte jag inte om.\n") == []
    assert rules('Thanks.\n\n## Sponsors\n\n<a rel="sponsored" href="https://acme.example">Acme</a> helps us.\n') == []


@pytest.mark.parametrize(
    "markup",
    [
        '<a rel="nofollow sponsored" href="https://acme.example">the shop</a>',
        '[the shop](https://acme.example){:rel="sponsored"}',
        "https://amzn.to/3abc",
        "<https://amzn.to/3abc>",
        "[the shop][1]\n\n[1]: https://amzn.to/3abc",
        "{{< affiliate-link acme >}}",
        "\n\nhttps://amzn.to/3abc\n",
    ],
)
def test_paid_links_in_any_markup(markup: str) -> None:
    """A paid link is found in HTML, attribute lists, bare addresses, references and shortcodes."""
    assert rules(f"I would not go without these boots, from {markup}\n") == ["missing-disclosure"]


def test_a_company_praises_its_own() -> None:
    """What a company says of its own is no hidden tie, unless it links to others for money."""
    text = "I love the new tablet.\n\nUse my code TYRA15 at the till for 15% off.\n"
    assert rules(text, replace(ONLY, publisher="creator")) == ["missing-disclosure"]
    assert rules(text, replace(ONLY, publisher="company")) == []
    assert rules(f"Our tablet is sold {LINK}.\n", replace(ONLY, publisher="company")) == ["missing-disclosure"]


def test_a_suppression_with_a_reason_silences_the_verdict() -> None:
    """A verdict is silenced for the whole post, and its reason kept."""
    text = f"<!-- toneguard: ignore-file endorsement -- labelled by the shop's template -->\n\nGrytan finns {LÄNK}.\n"
    report = lint(Source(text, "a.md"), REGISTRY, ONLY)
    assert report.findings == ()
    assert [found.reason for found in report.suppressed] == ["labelled by the shop's template"]


def test_the_message_names_the_word_and_the_advertiser() -> None:
    """The message says what to write in this market, with the advertiser that the post names."""
    (found,) = verdicts("*I samarbete med Bärlund*\n\nRyggsäcken har vi burit hela våren.\n")
    assert "”Reklam för Bärlund”" in found.message
    assert fixed("*I samarbete med Bärlund*\n", found) == "*Reklam för Bärlund*\n"


@pytest.mark.parametrize(("path", "line"), [("a.md", "**Reklam för Bärlund.**"), ("a.txt", "Reklam för Bärlund.")])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_fix_keeps_the_posts_own_style(path: str, line: str, end: str) -> None:
    """The label is bold in Markdown and plain in plain text, behind the title, with the post's own line ends."""
    head = f"# Väskan{end}{end}" if path == "a.md" else ""
    text = f"{head}Vi gick långt.{end}{end}Bärlund skickade mig väskan, och jag rekommenderar den varmt.{end}"
    (found,) = verdicts(text, path=path)
    assert fixed(text, found).startswith(f"{head}{line}{end}{end}Vi gick")


def test_a_gap_is_shown_never_applied() -> None:
    """Where the post does not say whose ad it is, the fix has a gap and waits for the writer."""
    (found,) = verdicts("Vi gick långt.\n\nAnvänd min rabattkod TYRA15 så får du 15 %.\n")
    assert found.fixes[0].safety is Safety.SHOW
    assert "[företaget]" in found.fixes[0].edits[0].text


def test_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Links are judged by how they look; nothing is ever fetched or looked up."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was touched")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    assert rules(f"Grytan finns {LÄNK}. https://amzn.to/3abc\n") == ["missing-disclosure"]


@given(st.text(max_size=300))
def test_any_link_and_text_is_survived(text: str) -> None:
    """Whatever stands in a post or an address, an assessment comes out and its ranges lie in the source."""
    REGISTRY.networks.target(text)
    source = Source(f"Reklam {text} [x](https://amzn.to/{text!r}) #reklam\n", "a.md")
    assessed = assess(source, REGISTRY, ONLY)
    spans = [item.span for item in assessed.evidence] if assessed else []
    assert all(0 <= span.start < span.end <= len(source.text) for span in spans)


def test_a_pack_may_know_more(tmp_path: Path, toneguard: Run) -> None:
    """A folder of one's own adds networks, labels and evidence to the built-in ones; a verdict it cannot add."""
    folder = tmp_path / "mine" / "endorsement"
    (folder / "evidence").mkdir(parents=True)
    row = '[[network]]\nname = "Moo"\nclass = "paid"\nhosts = ["moo.example"]\nsource = "https://moo.example"\n'
    (folder / "networks.toml").write_text(row)
    head = 'summary = "A cow."\nwhy = "It moos."\nkind = "evidence"\ncertain = true\n'
    section = '[en]\nmessage = "x"\npatterns = ["a free cow"]\n[[en.example]]\nbad = "Got <<a free cow>>."\n'
    (folder / "evidence" / "cow.toml").write_text(f'{head}{section}[[en.example]]\ngood = "A cow is free."\n')
    (tmp_path / "toneguard.toml").write_text('packs = ["mine"]\n')
    (tmp_path / "a.md").write_text("I like [it](https://moo.example/1).\n")
    (tmp_path / "b.md").write_text("They gave us a free cow.\n")
    assert toneguard("check", "a.md", "b.md", "--format", "concise").stdout.count("missing-disclosure") == 2
    assert toneguard("rules", "test", "mine").returncode == 0
    (folder / "mine.toml").write_text(
        head.replace("evidence", "verdict").replace("certain = true\n", "")
        + section
        + '[[en.example]]\ngood = "A cow is free."\n'
    )
    done = toneguard("check", "a.md")
    assert done.returncode == 2
    assert "'verdict' is for" in done.stderr


def records(toneguard: Run, tmp_path: Path, *more: str) -> Any:
    """Return the table of two posts, one of them suppressed, as JSON."""
    (tmp_path / "a.md").write_text(f"Grytan finns {LÄNK}.\n", "utf-8")
    silenced = "<!-- toneguard: ignore-file endorsement -- agreed with the shop -->\n\n"
    (tmp_path / "b.md").write_text(f"{silenced}Grytan finns {LÄNK}.\n", "utf-8")
    (tmp_path / "c.md").write_text("Grytan finns i butiken.\n", "utf-8")
    return toneguard("disclosures", ".", "--format", "json", *more)


def test_disclosures_lists_what_a_reviewer_needs(toneguard: Run, tmp_path: Path) -> None:
    """The table has a row for each post with a connection: evidence with place, market, verdict, suppression."""
    done = records(toneguard, tmp_path)
    first, second = json.loads(done.stdout)
    assert (first["verdict"], first["markets"], first["suppressed"]) == (
        "endorsement/missing-disclosure",
        ["se"],
        False,
    )
    assert (first["connection"][0]["line"], first["connection"][0]["column"]) == (1, 14)
    assert (second["suppressed"], second["reason"]) == (True, "agreed with the shop")
    assert done.returncode == 1


def test_disclosures_as_csv_and_text(toneguard: Run, tmp_path: Path) -> None:
    """CSV has one line a post and no cell that a spreadsheet would run; the text names the verdict and the reason."""
    records(toneguard, tmp_path)
    lines = toneguard("disclosures", ".", "--format", "csv").stdout.splitlines()
    assert lines[0].startswith("post,markets,verdict")
    assert len(lines) == 3
    text = toneguard("disclosures", ".", "--market", "no").stdout
    assert "[no]" in text
    assert "suppressed: agreed with the shop" in text
    assert toneguard("disclosures", ".", "--format", "xml").returncode == 2


@pytest.mark.parametrize(
    "text",
    [
        "Mail me at eva@pagelet.example, Pagelet. ", "#ad ", "[amazon ", "[amazon x=", "[a](http://x.example){: rel=",
        '<a rel="sponsored" href="http://x.example">x</a> ', "[a](https://amzn.to/1) ", "Ad. ", "Ad  \n", "(ad ",
        "Posts on this site may contain affiliate links. ", "Use my code TYRA15. ", "{% affiliate %} ",
        '# Sponsors\n\n<a rel="sponsored" href="http://x.example">x</a>\n\n',
    ],
)  # fmt: skip
def test_thousands_of_the_same_are_read(text: str) -> None:
    """Whatever a post repeats thousands of times, its assessment comes to an end with every range in the source."""
    source = Source(text * 3_000, "a.md")
    for finding in lint(source, REGISTRY, ONLY).findings:
        assert all(0 <= span.start < span.end <= len(source.text) for span in finding.evidence)


def test_a_note_on_the_site_alone_is_no_verdict() -> None:
    """A general note, a word on advertising or a quoted label shows no connection of this post."""
    assert rules("Posts on this site may contain affiliate links.\n\nThe museum opens at nine.\n") == []
    assert rules("The free plan comes in two sizes. It includes ads.\n\nThe paid one does not.\n") == []
    assert rules("> In collaboration with Acme\n\nSo the poster said. We walked on.\n") == []
    assert rules("# Samarbete med Hamnverket\n\nKajen byggs om i vår. Bussen går som vanligt.\n") == []


def test_an_article_on_disclosure_is_still_read_for_its_own_links() -> None:
    """A post about the topic quotes labels in peace, but labels its own paid links as any other does."""
    text = "## What the FTC says\n\nInfluencers must disclose sponsored posts.\n\n#sp does not do, nor does collab.\n"
    assert rules(text) == []
    assert rules(f"{text}\nMy own kettle is {LINK}.\n") == ["missing-disclosure"]
    assert rules(f"Ad: the last link pays me.\n\n{text}\nMy own kettle is {LINK}.\n") == []


@pytest.mark.parametrize("language", ["en", "sv", "da"])
def test_everyday_sentences_show_no_connection(language: str) -> None:
    """Sentences about gifts, codes, jobs and family that mean nothing are evidence of nothing."""
    lines = (CORPUS / f"everyday-{language}.txt").read_text("utf-8").splitlines()
    assert len(lines) >= 50
    aside = {f"evidence/{name}" for name in (*ASIDE, "anycode")}
    told = {name for name in REGISTRY.evidence if name.startswith("evidence/")} - aside
    found = [
        (name, line)
        for line in lines
        for name in sorted(told)
        if evidence(Source(line, "a.md"), REGISTRY, replace(Config(), forced_lang=language), name)
    ]
    assert found == []
