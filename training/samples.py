"""The corpus as the model sees it: sentences cut as toneguard cuts them, with features, labels and what rules found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from zlib import crc32

import numpy as np
from scipy import sparse

from toneguard.config import Config
from toneguard.document import Document, Sentence
from toneguard.lint import rule_findings
from toneguard.model.features import BUCKETS, all_features
from toneguard.model.forms import forms_of
from toneguard.registry import Registry
from toneguard.shadow import shadow
from training.corpus import Post

FOLDS = 5
CLASS_WEIGHT = 0.7  # of a word's class in the lexicon beside the word itself


@dataclass(frozen=True)
class Sample:
    """A sentence of the corpus; `found` are the families that templates found in it."""

    post: str
    document: Document
    sentence: Sentence
    block_index: int
    forms: tuple[bytes, ...]
    labels: frozenset[str]
    found: frozenset[str]
    near_miss: bool = False
    trade: str = ""
    genre: str = ""

    @property
    def in_post(self) -> bool:
        """Whether the sentence stands among others."""
        return sum(map(len, self.document.sentences)) > 1

    @property
    def fold(self) -> int:
        """The fold of its post; a post lies in one fold as a whole."""
        return crc32(self.post.encode()) % FOLDS


def samples_of(posts: Sequence[Post]) -> list[Sample]:
    """Return the sentences of posts in order, linted by the templates alone."""
    registry = Registry(Config())
    return [sample for post in posts for sample in _of_post(post, registry)]


def of_document(document: Document, registry: Registry, name: str) -> Iterator[tuple[int, Sentence, frozenset[str]]]:
    """Yield block index, sentence and the families that templates found in it, for every sentence of a document."""
    findings = [found for found in rule_findings(document, registry, registry.config) if found.scope == "span"]
    for index, sentences in enumerate(document.sentences):
        for sentence in sentences:
            span = sentence.span
            yield index, sentence, frozenset(found.family for found in findings if found.span.overlaps(span))


def _of_post(post: Post, registry: Registry) -> Iterator[Sample]:
    for index, sentence, found in of_document(post.document, registry, post.name):
        span = sentence.span
        lines = post.lines_of(span.start, span.end)
        forms = tuple(forms_of(sentence))
        labels = frozenset(label for line in lines for label in line.labels)
        near = any(line.near_miss for line in lines)
        yield Sample(
            post.name, post.document, sentence, index, forms, labels, found, near, lines[0].trade, lines[0].genre
        )


class Classes:
    """The classes of the lexicon, by word: features in training only, added to the weights of their words after."""

    def __init__(self, lexicon: Mapping[str, Sequence[str]]) -> None:
        self.names = sorted(lexicon)
        self.of_form: dict[bytes, tuple[int, ...]] = {}
        for number, name in enumerate(self.names):
            for word in lexicon[name]:
                form = shadow(word.strip("*"))
                if form.isalpha():
                    self.of_form[form] = (*self.of_form.get(form, ()), number)

    def features(self, forms: Sequence[bytes]) -> Iterator[tuple[int, float]]:
        """Yield the columns of the classes of the words, behind the buckets, and their values."""
        for form in forms:
            for number in self.of_form.get(form, ()):
                yield BUCKETS + number, CLASS_WEIGHT


def matrix(samples: Sequence[Sample], classes: Classes) -> sparse.csr_matrix:
    """Return a row of features for each sample, divided by the length that `Scorer` divides by."""
    columns: list[int] = []
    values: list[float] = []
    starts = [0]
    for sample in samples:
        found = list(all_features(sample.forms, sample.sentence.block.kind))
        length = sqrt(sum(value * value for _, value in found))
        extra = list(classes.features(sample.forms))
        columns += [column for column, _ in (*found, *extra)]
        values += [value / length for _, value in (*found, *extra)]
        starts.append(len(columns))
    shape = (len(samples), BUCKETS + len(classes.names))
    result = sparse.csr_matrix((np.array(values), np.array(columns), np.array(starts)), shape=shape)
    result.sum_duplicates()
    return result
