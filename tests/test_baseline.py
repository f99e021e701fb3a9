"""The baseline: what is counted, what is new beside it, and what an update says and leaves alone."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Run
from toneguard.baseline import FILE_NAME, Baseline, Baselines, Entry, difference, entries, load, split, updated
from toneguard.config import Config, ConfigError
from toneguard.finding import Finding, Severity, fingerprint
from toneguard.lint import lint
from toneguard.registry import Registry
from toneguard.source import Source, Span

BAD = "Buy now and save."
SENTENCES = ("Buy now.", "Order today.", "Act fast!", "Köp nu.")


def post(numbers: list[int]) -> tuple[Source, list[Finding]]:
    """Return a post of some sentences, each of them a finding."""
    text, found = "", []
    for number in numbers:
        span = Span(len(text), len(text) + len(SENTENCES[number]))
        found.append(Finding(f"pushy/rule-{number % 2}", Severity.WARNING, "m", span, SENTENCES[number], span, "en"))
        text += SENTENCES[number] + "\n\n"
    return Source(text, "post.md"), found


def bag(findings: tuple[Finding, ...] | list[Finding], source: Source) -> Counter[tuple[str, str]]:
    """Return findings as a bag of what a baseline tells apart."""
    return Counter((finding.rule, fingerprint(finding, source)) for finding in findings)


_POST = st.lists(st.integers(0, 3), max_size=12).map(post)


@given(_POST, _POST, st.sets(st.integers(0, 12)))
def test_new_is_what_is_found_less_what_is_counted(
    before: tuple[Source, list[Finding]], after: tuple[Source, list[Finding]], lines: set[int]
) -> None:
    """As bags, the new findings are those found less those counted, the known ones the rest, and nothing is lost."""
    counts = bag(before[1], before[0])
    source, found = after
    about = {finding for at, finding in enumerate(found) if at in lines}
    new, known, left = split(found, source, counts, lambda finding: finding in about)
    assert bag(new, source) == bag(found, source) - counts
    assert bag(known, source) == bag(found, source) & counts
    assert left == counts - bag(found, source)
    assert sorted([*new, *known], key=lambda finding: finding.order) == found
    for finding in set(new) - about:  # one that the run is not about is new only when none of its like is left
        like = [other for other in known if bag([other], source) == bag([finding], source)]
        assert not any(other in about for other in like)


@given(_POST, _POST, st.booleans())
def test_after_an_update_nothing_is_new(
    before: tuple[Source, list[Finding]], after: tuple[Source, list[Finding]], prune: bool
) -> None:
    """An update leaves nothing new and nothing stale; pruning never adds, and leaves nothing stale."""
    old = Baseline(Path("x/b.json"), {"post.md": entries(before[1], before[0])})
    source, found = after
    made = updated(old, {"post.md": entries(found, source)}, lambda name: True, prune=prune)
    new, _, left = split(found, source, made.counts("post.md"), lambda finding: True)
    assert not left
    changes = difference(old, made)
    assert not changes.added if prune else not new
    added = sum(entry.count for more in changes.added.values() for entry in more)
    removed = sum(entry.count for more in changes.removed.values() for entry in more)
    assert old.counts("post.md").total() + added - removed == made.counts("post.md").total()


@given(st.dictionaries(st.text(min_size=1, max_size=9), st.lists(st.builds(
    Entry, st.text(max_size=5), st.text(max_size=5), st.integers(1, 9), st.text(max_size=9)),
    min_size=1, max_size=3, unique_by=lambda entry: entry.key), max_size=4))  # fmt: skip
def test_what_is_written_is_read(posts: dict[str, list[Entry]]) -> None:
    """The file is JSON, says the same when it is read and written again, and has a line for each entry."""
    baseline = Baseline(Path("b.json"), {name: tuple(sorted(found)) for name, found in posts.items()})
    text = baseline.text()
    data = json.loads(text)
    assert {name: len(found) for name, found in data["posts"].items()} == {n: len(f) for n, f in posts.items()}
    again = {name: tuple(Entry(**item) for item in found) for name, found in data["posts"].items()}
    assert replace(baseline, posts=again).text() == text
    assert text.count('{"rule"') == sum(map(len, posts.values()))


def test_edits_elsewhere_change_nothing(tmp_path: Path, registry: Registry) -> None:
    """Old findings stay known when the post is edited around them; the same sentence once more is new."""
    old = lint(Source(f"Tea is fine.\n\n{BAD}\n", "post.md"), registry, Config())
    counts = Counter({entry.key: entry.count for entry in entries(old.findings, old.source)})
    text = f"A new start.\n\n**Buy** now,\n\nTea is very fine.\n\n> x\n\n{BAD}\n"
    new = lint(Source(text, "post.md"), registry, Config())
    fresh, known, left = split(new.findings, new.source, counts, lambda finding: True)
    assert ([finding.text for finding in known], left) == (["Buy now"], Counter())
    assert BAD not in {new.source.slice(finding.sentence) for finding in fresh}
    twice = lint(Source(f"{BAD}\n\n{BAD}\n", "post.md"), registry, Config())
    fresh, known, _ = split(twice.findings, twice.source, counts, lambda finding: True)
    assert ([finding.span.start for finding in fresh], len(known)) == ([len(BAD) + 2], 1)
    fresh, _, _ = split(twice.findings, twice.source, counts, lambda finding: finding.span.start == 0)
    assert [finding.span.start for finding in fresh] == [0]


def test_from_first_count_to_pruning(tmp_path: Path, toneguard: Run) -> None:
    """Counted findings are left out and named as a number; what is new fails, what is gone is noted, then pruned."""
    path = tmp_path / "posts" / "old.md"
    path.parent.mkdir()
    path.write_text(f"{BAD}\n\nOrder today, friends.\n")
    first = toneguard("baseline")
    assert (first.returncode, first.stdout.splitlines()[-1]) == (0, f"Wrote {FILE_NAME}: 2 added, 0 removed, 0 kept.")
    written = (tmp_path / FILE_NAME).read_bytes()
    done = toneguard("check")
    assert done.returncode == 0
    assert done.stdout == "Nothing to change in 1 post. 2 older findings are in the baseline.\n"
    path.write_text(f"{BAD}\n\nBuy two today, friends.\n")
    done = toneguard("check", "--format", "json")
    data = json.loads(done.stdout)
    assert (done.returncode, {finding["start"]["line"] for finding in data["findings"]}) == (1, {3})
    assert data["files"][0]["known"] == 1
    assert f"note: {FILE_NAME}: 1 finding is gone from the posts; run `toneguard baseline --prune`" in done.stderr
    done = toneguard("baseline", "--check")
    assert (done.returncode, (tmp_path / FILE_NAME).read_bytes()) == (1, written)
    assert "- posts/old.md  pushy/hard-call: Order today, friends." in done.stdout
    done = toneguard("baseline", "--prune")
    assert done.stdout.splitlines()[-1] == f"Wrote {FILE_NAME}: 0 added, 1 removed, 1 kept."


def test_a_part_never_drops_the_rest(tmp_path: Path) -> None:
    """Posts that a run did not cover keep their entries; posts that are gone, or are posts no more, lose them."""
    for name in ("a.md", "b.md", "sub/c.md", "sub/x.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    entry = (Entry("pushy/x", "1", 1),)
    names = ("a.md", "b.md", "sub/c.md", "sub/x.md", "gone.md")
    old = Baseline(tmp_path / FILE_NAME, dict.fromkeys(names, entry))
    more = (*entry, Entry("pushy/x", "2", 1))
    new = updated(old, {"sub/c.md": more}, lambda name: name.startswith("sub/"))
    assert new.posts == {"a.md": entry, "b.md": entry, "sub/c.md": more}
    assert updated(old, {"a.md": ()}, lambda name: False).posts.keys() == {"b.md", "sub/c.md", "sub/x.md"}


def test_a_moved_post_is_said_to_have_moved(tmp_path: Path) -> None:
    """An update calls it a move when a post that is gone has all its findings in a new one, the likest path first."""
    entry = (Entry("pushy/x", "1", 2),)
    old = Baseline(tmp_path / FILE_NAME, {"drafts/tea.md": entry, "drafts/rye.md": entry})
    new = Baseline(tmp_path / FILE_NAME, {"posts/tea.md": entry, "new.md": (Entry("pushy/y", "1", 1),)})
    changes = difference(old, new)
    assert changes.moved == {"drafts/tea.md": "posts/tea.md"}
    assert (set(changes.added), set(changes.removed), changes.kept) == ({"new.md"}, {"drafts/rye.md"}, 0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<<<<<<< HEAD\n{", ":1: is no valid JSON"),
        ('{\n "version": 1,\n "posts": {,}\n}', ":3: is no valid JSON"),
        ("[]", "is no baseline of toneguard"),
        ('{"posts": {}}', "is no baseline of toneguard"),
        ('{"version": 2, "posts": {}}', "is of version 2"),
        ('{"version": 1, "posts": {"a.md": [], "a.md": []}}', "'a.md' stands there twice"),
        ('{"version": 1, "posts": {"a.md": [{"rule": "x"}]}}', "an entry needs"),
        ('{"version": 1, "posts": {"a.md": 3}}', "an entry needs"),
        ('{"version": 1, "posts": {"a.md": [{"rule": "x", "fingerprint": "y", "count": 0}]}}', "is damaged"),
        ('{"version": 1, "posts": {"a.md": [{"rule": "x", "fingerprint": "y", "count": true}]}}', "is damaged"),
        ("\xff", "is no valid JSON"),
    ],
)
def test_damaged_files_are_named(tmp_path: Path, text: str, said: str) -> None:
    """A file that is damaged, of another version or something else is an error that names it."""
    path = tmp_path / FILE_NAME
    path.write_text(text)
    with pytest.raises(ConfigError, match=FILE_NAME) as error:
        load(path)
    assert said in str(error.value)


def test_a_damaged_file_is_never_overwritten(tmp_path: Path, toneguard: Run) -> None:
    """Neither an update nor a check touches a file that is no baseline, and both exit 2."""
    (tmp_path / "post.md").write_text(f"{BAD}\n")
    (tmp_path / FILE_NAME).write_text('{"mine": true}')
    for command in ("baseline", "check"):
        done = toneguard(command)
        assert (done.returncode, "is no baseline of toneguard" in done.stderr) == (2, True)
    assert (tmp_path / FILE_NAME).read_text() == '{"mine": true}'


def test_where_the_file_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the one named, that of the configuration, or one beside it; else the nearest above the post, or here."""
    posts = tmp_path / "site" / "posts"
    posts.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    config = Config(root=tmp_path / "site", origin=tmp_path / "site" / "toneguard.toml")
    assert Baselines().file(Config(), posts) == Path(FILE_NAME)
    assert Baselines().file(config, posts) == Path("site") / FILE_NAME
    assert Baselines().file(replace(config, baseline="old.json"), posts) == Path("site/old.json")
    assert Baselines(Path("mine.json")).file(config, posts) == Path("mine.json")
    (tmp_path / "site" / FILE_NAME).write_text(Baseline(Path("x")).text())
    assert Baselines().file(Config(), posts) == Path("site") / FILE_NAME
    assert Baselines(own=False).of(Config(), posts) is None
    with pytest.raises(ConfigError, match=r"old\.json: does not exist; write it with"):
        Baselines().of(replace(config, baseline="old.json"), posts)
