"""The corpus that the sentence model learns from, and that training repeats."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from toneguard.model.weights import FAMILIES, built_in
from toneguard.registry import Registry
from training.build import threshold
from training.corpus import KINDS, LANGUAGES, CorpusError, fingerprint, path_of, read_lines, read_posts
from training.duplicates import kept_out, runs, too_near
from training.fit import fit_net, fit_words
from training.samples import Classes, samples_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_corpus_is_large_and_hard(language: str) -> None:
    """At least 6,000 sentences a language, a third near misses, both families, most of them in whole posts."""
    lines = read_lines(path_of(language))
    assert len(lines) >= 6000
    assert sum(line.near_miss for line in lines) >= len(lines) / 3
    assert not any(line.near_miss and line.labels for line in lines)
    labels = Counter(label for line in lines for label in line.labels)
    assert set(labels) == set(FAMILIES)
    assert min(labels.values()) >= 1000
    assert sum(bool(line.post) for line in lines) >= 2 / 3 * len(lines)
    assert len({line.genre for line in lines}) >= 40
    assert len({line.trade for line in lines}) >= 200
    assert {line.kind for line in lines} <= set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_twice(language: str) -> None:
    """No sentence of ten or more words is in the corpus of a language twice."""
    counts = Counter(line.text for line in read_lines(path_of(language)) if len(line.text.split()) >= 10)
    assert [text for text, count in counts.items() if count > 1] == []


def test_what_measures_is_kept_out() -> None:
    """No sentence of the corpus is nearly one of the posts that the model is measured on."""
    near = [line.text for language in LANGUAGES for line in too_near(read_lines(path_of(language)), kept_out())]
    assert near == []


def test_no_example_of_a_rule_is_kept_out(registry: Registry) -> None:
    """The examples of rules and evidence are original: none is a sentence of the posts that measure them."""
    known = kept_out()
    near = []
    for info in (*registry.infos.values(), *registry.evidence.values()):
        for text in (text for example in info.examples for text in (example.bad, example.good)):
            mine = runs(text.replace("<<", "").replace(">>", ""))
            shared = len(mine & known)
            if shared >= 3 and shared >= len(mine) / 2:
                near.append((info.name, text))
    assert near == []


def test_a_near_copy_is_seen() -> None:
    """A sentence with a word or two changed is still too near, another on the same subject is not."""
    line = read_lines(path_of("en"))[0]
    text = (
        "The committee has met eleven times since the spring and will publish its minutes, with the names of all who "
        "voted, on the last Friday of every month until the budget for the coming year has been settled by the council."
    )
    changed = text.replace("eleven", "twelve").replace("spring", "summer")
    other = "The committee publishes what it decides about the budget, and the council reads it on Fridays."
    known = frozenset(runs(text))
    lines = [type(line)(**{**vars(line), "text": words}) for words in (changed, other)]
    assert [found.text for found in too_near(lines, known)] == [changed]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_model_is_of_this_corpus(language: str) -> None:
    """The model that the package carries was trained on the corpus as it stands: `make train` after a change."""
    model = built_in(language)
    assert model is not None
    assert model.corpus == fingerprint(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_post_is_read_to_the_letter(language: str) -> None:
    """The text of every line of a post stands at its place in the document."""
    for post in read_posts(language)[:300]:
        for line, (start, end) in zip(post.lines, post.places, strict=True):
            assert post.document.source.text[start:end] == line.text


def test_training_repeats() -> None:
    """The same samples give the same weights, in both steps."""
    samples = samples_of(read_posts("sv")[:400])
    classes = Classes({"pride": ("stolt", "stolta")})
    first, second = (fit_words(samples, classes) for _ in range(2))
    assert (first.weights == second.weights).all()
    rows = [{"own": float(len(sample.forms)), "post": float(bool(sample.labels))} for sample in samples]
    wanted = first.weights[: len(rows), 0] > 0
    wanted[:2] = (True, False)
    assert fit_net(rows, wanted) == fit_net(rows, wanted)


def test_a_threshold_keeps_its_promise() -> None:
    """From the threshold on, the wanted share is right, and there is none lower."""
    import numpy as np

    chances = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.4])
    wanted = np.array([True, True, False, True, False, False])
    assert threshold(chances, wanted, 0.75) == 0.6
    assert threshold(chances, wanted, 0.8) == 0.8
    assert threshold(chances, ~wanted, 0.99) == 1.0


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    """A line that is no labelled sentence is an error with file and line."""
    path = tmp_path / "en.jsonl"
    path.write_text('{"text": "Tea."}\n', "utf-8")
    with pytest.raises(CorpusError, match=r"en\.jsonl:1: "):
        read_lines(path)
