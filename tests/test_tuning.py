"""`toneguard train`: what a team's labels teach the model, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Run
from toneguard.document import Block, Document, Piece
from toneguard.model import Judge, ModelError, tuning
from toneguard.model.tuning import Lesson, Tuned, learn
from toneguard.source import Source, Span

FORMS = st.lists(st.sampled_from([b"we", b"love", b"tea", b"0", b"!"]), max_size=5).map(tuple)
LESSONS = st.lists(st.builds(Lesson, FORMS, st.floats(-8, 8), st.booleans()), min_size=1, max_size=8)
HOUSE = [
    "Our oat snack has been the joy of the whole street since spring.",
    "The oat snack makes every morning of ours a small celebration.",
    "An oat snack like ours is what mornings were made for.",
    "With our oat snack the street wakes up in a better mood.",
    "Everybody here adores the oat snack, and so do we.",
    "Our oat snack and we, that is a love story.",
]


def labels(path: Path, **changes: Any) -> Path:
    """Write a rejection of each sentence of the house."""
    rows = [{"text": text, "family": "self-centred", "accepted": False, "language": "en"} | changes for text in HOUSE]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def odds(text: str, judge: Judge) -> float:
    """Return the log odds that a sentence by itself is self-centred."""
    block = Block("paragraph", text, (Piece(0, text, Span(0, len(text)), verbatim=True),), language="en")
    document = Document(Source(text, "x.md"), (block,), language="en")
    return next(op.odds for op in judge.opinions(document, [], all_of=True) if op.family == "self-centred")


def test_rejected_sentences_become_less_likely(tmp_path: Path, toneguard: Run) -> None:
    """After rejections the model finds such sentences less likely, and the file is data that a person can read."""
    done = toneguard("train", labels(tmp_path / "labels.jsonl").name, "--to", "house.json")
    assert done.returncode == 0, done.stderr
    assert "6 labels" in done.stdout
    taught = tuning.load(tmp_path / "house.json")
    assert set(taught) == {("en", "self-centred")}
    before, after = Judge(), Judge(tuning=taught)
    assert all(odds(text, after) < odds(text, before) for text in HOUSE)
    assert json.loads((tmp_path / "house.json").read_text("utf-8"))["labels"] == len(HOUSE)


def test_the_configuration_names_it(tmp_path: Path, toneguard: Run) -> None:
    """A tuning named in the configuration is read, and a damaged one is an error with its name, exit code 2."""
    toneguard("train", labels(tmp_path / "labels.jsonl").name)
    (tmp_path / "post.md").write_text("Tea keeps for a year in a dark tin.\n")
    (tmp_path / "toneguard.toml").write_text('tuning = "toneguard-tuning.json"\n')
    assert toneguard("check", "post.md").returncode == 0
    (tmp_path / "toneguard-tuning.json").write_text("{")
    done = toneguard("check", "post.md")
    assert done.returncode == 2
    assert "toneguard-tuning.json" in done.stderr
    assert "toneguard train" in done.stderr


def test_a_silenced_finding_with_a_reason_is_a_label(tmp_path: Path, toneguard: Run) -> None:
    """Findings that posts silence with a reason are rejections; those without one teach nothing."""
    text = "Here at Acme we believe in people and pancakes."
    silenced = "".join(f"<!-- toneguard: ignore self-centred -- our motto -->\n{text}\n\n" for _ in range(6))
    (tmp_path / "post.md").write_text(silenced)
    done = toneguard("train", "--posts", "post.md")
    assert done.returncode == 0, done.stderr
    assert "en self-centred: 6 labels" in done.stdout
    (tmp_path / "post.md").write_text(silenced.replace(" -- our motto", ""))
    done = toneguard("train", "--posts", "post.md")
    assert done.returncode == 2
    assert "0 labels" in done.stderr


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "labels.jsonl:1: is no JSON object"),
        ('{"text": ""}', "labels.jsonl:1: expected an object with 'text'"),
        ('{"text": "Tea.", "family": "sporty", "accepted": true}', "labels.jsonl:1: 'family': expected"),
        ('{"text": "Tea.", "rule": "pushy/hard-call", "accepted": "no"}', "labels.jsonl:1: 'accepted': expected"),
        ('{"text": "Ein Satz auf Deutsch.", "family": "pushy", "accepted": true}', "labels.jsonl:1: 'text' is in no"),
        ('{"text": "Buy tea now.", "family": "pushy", "accepted": true}', "at least 5"),
    ],
)
def test_a_wrong_label_is_named(tmp_path: Path, toneguard: Run, line: str, said: str) -> None:
    """A label that cannot be used is an error with file and line, exit code 2, and nothing is written."""
    (tmp_path / "labels.jsonl").write_text(line + "\n")
    done = toneguard("train", "labels.jsonl")
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "toneguard-tuning.json").exists()


@given(LESSONS)
@settings(max_examples=40, deadline=None)
def test_learning_is_bounded_and_repeats(lessons: list[Lesson]) -> None:
    """The same lessons teach the same, never more than a few log odds, and only words that two sentences have."""
    first, second = learn(lessons), learn(lessons)
    assert first == second
    assert abs(first.shift) <= 3
    for word, weight in first.words.items():
        assert abs(weight) <= 3
        assert sum(word.encode() in lesson.forms for lesson in lessons) >= 2


@given(st.dictionaries(st.tuples(st.sampled_from(["en", "sv"]), st.sampled_from(["pushy", "self-centred"])), LESSONS))
@settings(max_examples=30, deadline=None)
def test_a_tuning_survives_its_file(taught: dict[tuple[str, str], list[Lesson]]) -> None:
    """What is written is what is read."""
    learned = {key: learn(lessons) for key, lessons in taught.items()}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "t.json"
        path.write_text(tuning.to_text(learned, 1), "utf-8")
        assert dict(tuning.load(path)) == learned


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"version": 2, "languages": {}}', '{"version": 1, "languages": {"en": {"pushy": {"shift": "x"}}}}'],
)
def test_what_is_no_tuning_is_refused(tmp_path: Path, text: str) -> None:
    """A file that is no tuning is an error that names it and says what to do."""
    path = tmp_path / "t.json"
    path.write_text(text)
    with pytest.raises(ModelError, match=r"t\.json: .*toneguard train"):
        tuning.load(path)


def test_change_counts_a_word_once() -> None:
    """A word that comes twice in a sentence weighs once, and unknown words weigh nothing."""
    assert Tuned(0.5, {"tea": -1.0}).change([b"tea", b"tea", b"milk"]) == -0.5
