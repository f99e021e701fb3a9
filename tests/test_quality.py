"""The measurements of quality: what counts as a hit, and that a peer's alerts are read at the right place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import quality, templates
from benchmarks.gold import ANY, LabelError, Place, Tally, alarms, missed, read_posts, tally
from tests.conftest import ROOT
from toneguard.languages import LANGUAGES

TEXT = "# Tea\n\nBuy now! Tea keeps.\nWe are proud.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write one labelled post."""
    spans = [{"family": "pushy", "quote": "Buy now!"}, {"family": "self-centred", "quote": "We are proud."}]
    spans += [{"family": "endorsement", "quote": "Tea keeps."}, {"family": "pushy", "quote": "We are proud."}]
    (tmp_path / "tea.md").write_text(TEXT)
    (tmp_path / "tea.labels.json").write_text(json.dumps({"lang": "en", "spans": spans}))
    return tmp_path


def test_a_finding_hits_its_family_by_one_character(folder: Path) -> None:
    """Overlap by a character in the same family is a hit; another family's is none, unless any counts."""
    post = read_posts([folder])[0]
    call, tea, pride = (TEXT.index(words) for words in ("Buy", "Tea keeps", "We are"))
    found = [Place(call + 4, tea + 3, "pushy"), Place(tea, tea + 3, "pushy"), Place(pride, pride + 2, "self-centred")]
    assert tally(post, "pushy", found) == Tally(hits=1, found=2, recalled=1, gold=2)
    assert tally(post, "self-centred", found) == Tally(hits=1, found=1, recalled=1, gold=1)
    assert tally(post, ANY, found) == Tally(hits=2, found=3, recalled=2, gold=2)
    assert list(alarms(post, found)) == [found[1]]
    assert [place.family for place in missed(post, found)] == ["pushy"]


def test_figures_of_a_tally() -> None:
    """Precision is over findings, recall over gold, and nothing hit is an F1 of 0."""
    figures = Tally(hits=3, found=4, recalled=2, gold=8)
    assert (figures.precision, figures.recall, figures.f1) == (0.75, 0.25, 0.375)
    assert Tally(found=2, gold=3).f1 == 0


def test_a_quote_that_is_not_there_is_an_error(folder: Path) -> None:
    """A label file whose quote is not in its post is named."""
    (folder / "tea.labels.json").write_text('{"lang": "en", "spans": [{"family": "pushy", "quote": "Buy tea"}]}')
    with pytest.raises(LabelError, match=r"tea\.labels\.json: quote is not in the post: 'Buy tea'"):
        read_posts([folder])


def peer(tmp_path: Path, text: str, *, stderr: bool = False) -> str:
    """Write a command that prints a text whatever it is asked."""
    command = tmp_path / "peer"
    command.write_text(f"#!/bin/sh\ncat <<'END' {'>&2' if stderr else ''}\n{text}\nEND\n")
    command.chmod(0o755)
    return str(command)


def test_alerts_of_peers_stand_where_they_say(folder: Path, tmp_path: Path) -> None:
    """write-good counts columns from 0, alex from 1, proselint offsets from 1; all become the same place."""
    posts = read_posts([folder])
    path, start = posts[0].path, TEXT.index("Tea keeps")
    expected = [Place(start, start + 3)]
    said = quality.write_good(posts, peer(tmp_path, f'{path}:3:9:"Tea" is a drink'))
    assert said[path] == expected
    said = quality.alex(posts, peer(tmp_path, "  3:10-3:13  warning  tea  tea  retext", stderr=True))
    assert said[path] == expected
    report = {"result": {path.as_uri(): {"diagnostics": [{"span": [start + 1, start + 4]}]}}}
    said = quality.proselint(posts, peer(tmp_path, json.dumps(report)))
    assert said[path] == expected


def test_the_table_prints(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The benchmark scores toneguard as a process and names the peers that are not there."""
    monkeypatch.setattr("sys.argv", ["quality", str(folder), "--peers", str(folder)])
    monkeypatch.setenv("PATH", "/nonexistent")
    quality.main()
    printed = capsys.readouterr().out
    assert "toneguard   pushy         en       1.000" in printed
    assert "write-good  is not installed" in printed


def test_a_template_that_knows_one_sentence_only_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A template with one hit in the sample and none elsewhere is listed with its sentence; a second hit clears it."""
    sample, others = tmp_path / "sample", tmp_path / "others"
    sample.mkdir()
    others.mkdir()
    (sample / "a.md").write_text("Here at Acme, we believe that tea should be simple.\n")
    monkeypatch.setattr("sys.argv", ["templates", str(sample), str(others)])
    assert templates.main() == 1
    assert "Here at Acme, we believe that tea should be simple." in capsys.readouterr().out
    (others / "b.md").write_text("Here at Tern, we believe that soup should be warm.\n")
    assert templates.main() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_held_out_posts_can_be_scored(language: str) -> None:
    """The posts kept from the rules are there in each language, offending and clean, and none is in the corpus."""
    held = read_posts([ROOT / "benchmarks" / "heldout" / language])
    assert len(held) >= 10
    assert 3 <= sum(post.clean for post in held) < len(held)
    assert not {post.path.name for post in held} & {
        path.name for path in (ROOT / "tests" / "corpus" / language).iterdir()
    }
