"""A post against the newsroom: what counts as copied, what does not, and where it stands on both sides."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from toneguard import Config, Source
from toneguard.document import Document
from toneguard.finding import Finding, Safety
from toneguard.lint import lint, parsed
from toneguard.newsroom import Index, Newsroom, Release, compare, release_of
from toneguard.newsroom.align import Paragraph, Text, aligned
from toneguard.newsroom.fingerprints import RUN, WINDOW, hashes, winnowed, word_spans, words
from toneguard.newsroom.page import page
from toneguard.newsroom.sides import segments, sides
from toneguard.press import REPOSTED
from toneguard.registry import Registry

CORPUS = ROOT / "tests" / "newsroom"
ONLY = replace(Config(), select=(REPOSTED,))
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
PAIRS = [
    (path.parent, entry)
    for path in sorted(CORPUS.glob("*/pairs.json"))
    for entry in json.loads(path.read_text("utf-8"))
]
NAMES = [f"{folder.name}-{Path(entry['post']).stem}" for folder, entry in PAIRS]
WORD = st.sampled_from([b"a", b"b", b"c", b"d", b"e", b"f"])
REGISTRY = Registry(Config())


def document(text: str, path: str = "post.md") -> Document:
    """Return a post taken apart."""
    return parsed(Source(text, path), REGISTRY, REGISTRY.config)


def index_of(folder: Path) -> Index:
    """Return an index of all releases of a folder."""
    index = Index()
    paths = sorted((folder / "newsroom").glob("*.md"))
    index.put([release_of(document(path.read_text("utf-8")), f"newsroom/{path.name}", "", "1") for path in paths])
    return index


INDEXES = {folder.name: index_of(folder) for folder, _ in PAIRS}


def verdict(text: str, index: Index, path: str = "post.md") -> Finding | None:
    """Return the verdict on a text with the releases of an index."""
    REGISTRY.newsroom = Newsroom(index, ONLY)
    return next(iter(lint(Source(text, path), REGISTRY, ONLY).findings), None)


def truth(post: str, sources: list[str]) -> float:
    """Return the share by its definition, word by word, in other code than the linter's."""
    known = set()
    for source in sources:
        folded = re.findall(r"\w+", FRONT.sub("", source).casefold())
        known |= {tuple(folded[start : start + 4]) for start in range(len(folded) - 3)}
    copied = whole = 0
    for paragraph in FRONT.sub("", post).split("\n\n"):
        if paragraph.startswith(">"):
            continue
        folded = re.findall(r"\w+", re.sub(r"\]\([^)]*\)", "]", paragraph).casefold())
        inside = [False] * len(folded)
        for start in range(len(folded) - 3):
            if tuple(folded[start : start + 4]) in known:
                inside[start : start + 4] = [True] * 4
        copied, whole = copied + sum(inside), whole + len(folded)
    return copied / whole


@pytest.mark.parametrize(("folder", "entry"), PAIRS, ids=NAMES)
def test_every_repost_is_found_with_its_source_and_nothing_else_is(folder: Path, entry: dict[str, Any]) -> None:
    """Whole, half, gone-over and mixed copies are found; retellings, quotations and open reprints are not."""
    text = (folder / entry["post"]).read_text("utf-8")
    found = verdict(text, INDEXES[folder.name])
    if entry["match"] is None:
        return
    assert (found is not None) == entry["match"]
    if found:
        assert {item.place for item in found.related} == set(entry["sources"])


@pytest.mark.parametrize(("folder", "entry"), PAIRS, ids=NAMES)
def test_the_share_is_true(folder: Path, entry: dict[str, Any]) -> None:
    """The share lies within ten points of the one counted by definition, boilerplate aside."""
    if not entry["sources"]:
        pytest.skip("copies nothing but boilerplate")
    text = (folder / entry["post"]).read_text("utf-8")
    sources = [(folder / source).read_text("utf-8") for source in entry["sources"]]
    found = compare(document(text), INDEXES[folder.name])
    assert abs(found.share - truth(text, sources)) <= 0.1


@pytest.mark.parametrize("language", ["en", "sv", "da"])
def test_the_corpus_has_every_kind(language: str) -> None:
    """Each language has at least 15 posts, half of them or more without a repost to be found."""
    mine = [entry for folder, entry in PAIRS if folder.name == language]
    assert len(mine) >= 15
    assert len({entry["kind"] for entry in mine}) >= 9


@pytest.mark.parametrize(("folder", "entry"), PAIRS, ids=NAMES)
def test_passages_are_the_same_words_on_both_sides(folder: Path, entry: dict[str, Any]) -> None:
    """A passage's words are the release's, its span is a range of the source, and passages do not overlap."""
    post = document((folder / entry["post"]).read_text("utf-8"))
    for match in compare(post, INDEXES[folder.name]).matches:
        done: tuple[int, int] = (-1, 0)
        for passage in match.passages:
            block = post.blocks[passage.block]
            mine, theirs = words(block.text[slice(*passage.mine)]), words(match.release.text[slice(*passage.theirs)])
            assert mine[: len(theirs)] == theirs
            assert len(mine) - len(theirs) < RUN
            assert passage.span == block.to_source(*passage.mine)
            assert (passage.block, passage.mine[0]) >= done
            done = (passage.block, passage.mine[1])


def paragraph(mine: list[bytes]) -> Paragraph:
    """Return words as a paragraph."""
    return Paragraph(0, document("x").blocks[0], tuple(mine), tuple(hashes(mine)))


@given(st.lists(WORD, max_size=40), st.lists(WORD, max_size=40))
def test_runs_cover_all_that_is_shared(mine: list[bytes], theirs: list[bytes]) -> None:
    """The runs cover exactly the words that stand in a run of four or more which the release has."""
    known = {tuple(theirs[start : start + RUN]) for start in range(len(theirs) - RUN + 1)}
    shared = {
        start + step for start in range(len(mine)) if tuple(mine[start : start + RUN]) in known for step in range(RUN)
    }
    runs = aligned(paragraph(mine), Text(b" ".join(theirs).decode()))
    assert {word for run in runs for word in range(run.start, run.end)} == shared
    assert all(one.end <= two.start for one, two in pairwise(runs))


@given(
    st.lists(WORD, max_size=20),
    st.lists(WORD, max_size=20),
    st.lists(st.integers(0, 10_000), min_size=RUN + WINDOW - 1, max_size=40),
)
def test_a_long_shared_run_shares_a_fingerprint(before: list[bytes], after: list[bytes], run: list[int]) -> None:
    """What two texts share in `RUN + WINDOW - 1` words or more has a fingerprint in both."""
    common = [str(number).encode() for number in run]
    one, other = winnowed(hashes([*before, *common])), winnowed(hashes([*common, *after]))
    assert one & other & set(hashes(common))


@given(st.lists(st.integers(0, 20), max_size=60))
def test_every_window_keeps_its_least(hashed: list[int]) -> None:
    """The fingerprints are the least hash of every window, and nothing else."""
    windows = [hashed[start : start + WINDOW] for start in range(max(1, len(hashed) - WINDOW + 1))]
    assert winnowed(hashed) == {min(window) for window in windows if window}


@given(st.text(max_size=200))
def test_words_stand_where_their_spans_say(text: str) -> None:
    """There are as many words as spans, ascending, and none of them is empty."""
    spans = word_spans(text)
    assert len(words(text)) == len(spans)
    assert all(start < end for start, end in spans)


def test_case_punctuation_and_quotes_do_not_count() -> None:
    """Capitals, typographic quotes, dashes and emphasis make no difference."""
    assert words("The “Night—Bus” isn’t LATE.") == words('the "night-bus" isn\'t late')
    assert words("Ærø Åsa Öl") != words("Aero Asa Ol")


LONG = (
    "The ferry leaves the eastern quay at six in the morning and comes back at noon with the post, the bread and "
    "whoever has spent the night on the mainland. In winter it waits for the school bus. Nobody ever missed it twice."
)
RELEASE = Release("newsroom/ferry.md", LONG, "A ferry for the island", "2026-03-01", stamp="1")


def of(*releases: Release) -> Index:
    """Return an index of some releases."""
    index = Index()
    index.put(releases)
    return index


def test_a_repost_is_found() -> None:
    """The verdict names share, release and date, and lists the passages of both sides."""
    found = verdict(f"# News\n\n{LONG.replace('noon', 'midday')}\n", of(RELEASE))
    assert found
    assert found.scope == "document"
    assert "9" in found.message.partition("%")[0]
    assert "“A ferry for the island” (newsroom/ferry.md, 2026-03-01)" in found.message
    assert [item.place for item in found.related] == ["newsroom/ferry.md"] * 2
    assert found.related[0].text.startswith("The ferry leaves")
    assert [item.span for item in found.related] == list(found.evidence)
    (offer,) = found.fixes
    assert offer.safety is Safety.SHOW
    assert "What happens: A ferry for the island" in offer.edits[0].text
    assert "The release: newsroom/ferry.md" in offer.edits[0].text


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (LONG, "newsroom/ferry.md"),
        (f"---\ntype: press\n---\n\n{LONG}", "post.md"),
        (f"This was originally published as a press release in our newsroom.\n\n{LONG}", "post.md"),
        ("".join(f"> {line}\n" for line in LONG.splitlines()) + "\nWho wrote this, and for whom?", "post.md"),
        (f"Our captain said it best when we asked about the winter. “{LONG}” That is all there is to know.", "post.md"),
        ("The ferry leaves the eastern quay at six in the morning. More on Friday.", "post.md"),
        ("```\n" + LONG + "\n```\n", "post.md"),
    ],
    ids=["itself", "front matter", "openly", "blockquote", "quotation", "one sentence", "code"],
)
def test_what_is_no_repost(text: str, path: str) -> None:
    """The release itself, an open reprint, quotations, a sentence and code are left alone."""
    assert verdict(text, of(RELEASE), path) is None


def test_the_address_makes_it_the_release_itself() -> None:
    """A post whose front matter gives the release's address is that release."""
    index = of(replace(RELEASE, url="https://ferry.example/news/1"))
    assert verdict(LONG, index)
    assert verdict(f"---\ncanonical_url: https://ferry.example/news/1\n---\n\n{LONG}", index) is None


def test_a_translation_is_no_repost() -> None:
    """A copy in another language that kept the release's last words as they are is not compared."""
    swedish = (
        "---\nlang: sv\n---\n\nFärjan går från östra kajen klockan sex på morgonen och kommer tillbaka vid lunch med "
        "posten, brödet och alla som har sovit på fastlandet. På vintern väntar den på skolbussen. Så här skrev vi då:"
        "\n\n"
    )
    assert verdict(swedish + LONG, of(RELEASE)) is None


def test_boilerplate_that_recurs_does_not_count() -> None:
    """What three releases end in is neither copied nor the post's own."""
    about = (
        "Norrvik Lines was founded in 1911 by eleven fishing families and runs four ships between the islands and the "
        "mainland. The company is owned by its three thousand passengers, who meet once a year on the largest ship."
    )
    news = (
        "A new slip has been built behind the chapel, wide enough for two lorries and with a roof over the stairs. "
        "It took eleven weeks, two of them under water, and the mayor will drive the first cart of potatoes down it.",
        "Tickets are sold on board from May, in coins or by card, and children under six travel without one.",
        "The kitchen has a new cook, who was a baker for thirty years and gets up at four out of habit.",
        "Dogs may sit upstairs in winter, on the left, if they are dry.",
    )
    index = of(*(Release(f"{n}.md", f"{text}\n{about}", stamp="1") for n, text in enumerate(news)))
    own = "Yesterday a seal slept on the ramp until ten, and we let it. The first driver took a picture and waited."
    assert verdict(f"{own}\n\n{about}", index) is None
    copied = verdict(f"{news[0]}\n\n{about}", index)
    assert copied
    assert "100%" in copied.message
    assert all(item.text not in about for item in copied.related)


def test_versions_of_one_release_are_no_boilerplate() -> None:
    """A release that the newsroom has in four versions is found all the same."""
    index = of(*(replace(RELEASE, place=f"v{number}.md") for number in range(4)))
    assert verdict(LONG, index)


@pytest.mark.parametrize(("folder", "entry"), PAIRS, ids=NAMES)
def test_a_skeleton_has_the_facts_of_the_release(folder: Path, entry: dict[str, Any]) -> None:
    """What the skeleton says stands in the release or the post; nothing is invented."""
    text = (folder / entry["post"]).read_text("utf-8")
    found = verdict(text, INDEXES[folder.name])
    if found is None:
        return
    (edit,) = found.fixes[0].edits
    assert edit.span.start == Source(text).body_start
    releases = ((folder / item.place).read_text("utf-8") for item in found.related)
    known = " ".join(" ".join((*releases, text, found.message)).split())
    facts = [line.partition(": ")[2] for line in edit.text.splitlines() if not line.startswith("[")]
    assert facts
    for fact in facts:
        assert fact in known or all(part in known for part in fact.split(", "))


def test_a_selector_and_a_directive_silence_it() -> None:
    """The verdict is suppressed as any other."""
    assert verdict(f"<!-- toneguard: ignore-file {REPOSTED} -->\n\n{LONG}", of(RELEASE)) is None


@pytest.mark.parametrize("text", ["a b c d ", "the ferry leaves the eastern quay ", "x\n\n", "å", "\u0301", "👩‍🚀 "])
def test_thousands_of_the_same_are_compared(text: str) -> None:
    """Posts and releases that repeat themselves thousands of times are compared to the end."""
    index = of(Release("a.md", text * 5_000, stamp="1"), RELEASE)
    found = compare(document(text * 5_000), index)
    assert 0 <= found.share <= 1


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(1, 9)), max_size=6))
def test_segments_are_the_whole_text(text: str, marks: list[tuple[int, int, int]]) -> None:
    """Cutting a text at marks loses nothing, and every marked piece has its number."""
    inside = [(start, min(end, len(text)), number) for start, end, number in marks if start < min(end, len(text))]
    assert "".join(piece.text for piece in segments(text, inside)) == text


@pytest.mark.parametrize(("folder", "entry"), PAIRS[:16], ids=NAMES[:16])
def test_sides_show_every_passage(folder: Path, entry: dict[str, Any]) -> None:
    """Each passage is marked on both sides, with the same number, and no block of the post is lost."""
    post = document((folder / entry["post"]).read_text("utf-8"))
    for match in compare(post, INDEXES[folder.name]).matches:
        rows = sides(post, match)
        left = {piece.number for row in rows for piece in row.post} - {0}
        right = {piece.number for row in rows for parts in row.release for piece in parts} - {0}
        assert left == right == set(range(1, len(match.passages) + 1))
        assert len(rows) == sum(block.kind not in ("alt", "meta") for block in post.blocks)


def test_the_page_shows_markup_and_runs_none() -> None:
    """What post and release say stands in the page as text."""
    hostile = f"<script>alert(1)</script> {LONG}"
    index = of(Release("r.md", hostile, 'A "<b>" title', url="javascript:alert(1)", stamp="1"))
    post = document(LONG.replace("quay", "`<i>` quay"))
    html = page(post, compare(post, index), "<post>.md")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert 'href="javascript' not in html
    assert html.count("<mark") == html.count("</mark>") > 0
    for target in re.findall(r'href="#([^"]+)"', html):
        assert f'id="{target}"' in html
