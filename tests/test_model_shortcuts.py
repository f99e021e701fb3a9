"""Short ways of the sentence model, of shouting and of disclosure: each gives what the plain way gives."""

from __future__ import annotations

import random
from math import isclose

from hypothesis import given, settings
from hypothesis import strategies as st

from toneguard.checks import shouting
from toneguard.config import Config
from toneguard.document import Block, Document, Piece, Sentence
from toneguard.endorsement.labels import Labels
from toneguard.languages import LANGUAGES
from toneguard.model import known
from toneguard.model.context import SILENT
from toneguard.model.features import of_pair, of_pairs, pairs
from toneguard.model.forms import _TABLE, forms_of, one_by_one
from toneguard.model.judge import Judge
from toneguard.model.known import Known
from toneguard.model.net import Net
from toneguard.model.score import packed, unpacked
from toneguard.model.weights import FAMILIES
from toneguard.registry import Registry
from toneguard.source import Source, Span

REGISTRY = Registry(Config())
COMMON = _TABLE.rstrip("\ufffe")
UNCOMMON = "\ufffe½²ǅΣσςİıªŁłğẞſ🎉٣Ⅷⓐ\u0301中"
PIECES = [
    "We",
    "we",
    "PROUD",
    "O'Neill",
    "ROCK'N'Roll",
    "iPhone",
    "12",
    "3.5",
    "2nd",
    "5Kg",
    "!!!",
    "?",
    "–",
    "“Åsa",
    "_",
]
TEXTS = (
    st.text(max_size=60)
    | st.text(st.sampled_from(COMMON), max_size=60)
    | st.lists(st.sampled_from([*PIECES, *".:\"-*(~#^'", "™", "★", *UNCOMMON])).map(" ".join)
    | st.lists(st.sampled_from([*PIECES, *COMMON[32:127], *UNCOMMON])).map("".join)
)
NUMBERS = st.integers(-(10**6), 10**6).map(lambda number: number / 4)
BAD = "Here at Acme we are proud of our award-winning people. Buy NOW before it is too late!!! Tea keeps for a year. "


def post_of(*texts: str, language: str = "en") -> Document:
    """Return paragraphs as a document."""
    blocks, start = [], 0
    for text in texts:
        piece = Piece(0, text, Span(start, start + len(text)), verbatim=True)
        blocks.append(Block("paragraph", text, (piece,), language=language))
        start += len(text) + 1
    return Document(Source("\n".join(texts), "x.md"), tuple(blocks), language=language)


def whole(text: str) -> Sentence:
    """Return a text as one sentence."""
    return Sentence(post_of(text).blocks[0], 0, len(text))


@given(TEXTS)
@settings(max_examples=1000, deadline=None)
def test_words_read_together_are_words_read_one_by_one(text: str) -> None:
    """Whatever characters a text has, common ones or not, its words have the forms that each has by itself."""
    assert forms_of(whole(text)) == one_by_one(whole(text))


def test_every_common_character_keeps_its_form() -> None:
    """Each common character, alone, within a word, at its end and behind a mark, has the form of the plain way."""
    for character in COMMON:
        for text in (
            character,
            f"a{character}b",
            f"Abc {character}bc",
            f"x. {character}",
            f"{character * 4}",
            "!" + character,
        ):
            assert forms_of(whole(text)) == one_by_one(whole(text)), text


@given(st.lists(st.binary(max_size=6)))
def test_pairs_hashed_in_a_row_are_pairs_hashed_by_themselves(forms: list[bytes]) -> None:
    """The buckets of a sentence's pairs are those of each pair."""
    assert list(of_pairs(forms)) == [of_pair(left, right) for left, right in pairs(forms)]


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS.map(abs))), st.randoms())
def test_packed_numbers_add_up_exactly(rows: list[tuple[float, float, float]], chance: random.Random) -> None:
    """A sum of packed numbers is the packed sums, negative ones among them, in whatever order."""
    numbers = [packed(*row) for row in rows]
    chance.shuffle(numbers)
    assert unpacked(sum(numbers)) == tuple(sum(column) for column in zip(*rows, strict=True)) or not rows


def test_what_is_known_is_bounded() -> None:
    """A table asks once for what it is asked again, and never holds more than its memory."""
    asked: list[int] = []
    table = Known[int, int](lambda number: asked.append(number) or -number)  # type: ignore[func-returns-value]
    assert [table[2], table[2], table[3]] == [-2, -2, -3]
    assert asked == [2, 3]
    for number in range(3 * known._MEMORY):
        assert table[number] == -number
        assert len(table) <= known._MEMORY


@given(st.lists(st.lists(st.sampled_from(BAD.split()), min_size=1, max_size=30).map(" ".join), max_size=5))
@settings(max_examples=50, deadline=None)
def test_only_sentences_at_a_gate_are_asked(texts: list[str]) -> None:
    """The opinions of a run are those of all sentences that a template found or that reach the gate of a family."""
    post, judge = post_of(*texts), Judge()
    every = {(id(op.sentence), op.family): op for op in judge.opinions(post, [], all_of=True)}
    margins = {id(seen.sentence): seen.margins for seen in judge._seen(post, [])}
    wanted = [
        op for (sentence, family), op in every.items() if margins[sentence][FAMILIES.index(family)] >= op.head.gate
    ]
    assert list(judge.opinions(post, [])) == wanted
    assert SILENT[0] < min(op.head.gate for op in every.values()) if every else not wanted


@given(
    TEXTS
    | st.lists(st.sampled_from(["SALE", "ALL", "A", "ÅR", "’", "!", "?", "!!", "now", "Éa", "NASA-ESA"])).map(" ".join)
)
@settings(max_examples=500, deadline=None)
def test_what_is_not_loud_does_not_shout(text: str) -> None:
    """Without two loud characters in a row there are no capitals and no marks that could make a sentence shout."""
    if not shouting._LOUD.search(text):
        assert shouting._capitals(text) is None
        assert not shouting._MARKS.search(text)
        assert shouting._loudest(whole(text), LANGUAGES["en"]) is None


@given(
    st.lists(st.sampled_from(["hidden advertising", "the FTC", "Tea keeps.", "influencers must", "disclose", "ads"]))
)
@settings(max_examples=100, deadline=None)
def test_topic_words_searched_together_are_found_one_by_one(parts: list[str]) -> None:
    """A post is about disclosure exactly where the topics, each by itself, are found in three of its sentences."""
    labels: Labels = REGISTRY.labels
    post = post_of(*filter(None, (" ".join(parts[at : at + 2]) for at in range(0, len(parts), 2))))
    alone = [Labels(topics={"en": [phrase]}) for phrase in labels.topics["en"]]
    weight = sum(any(one._topics["en"].search(sentence.shadow) for one in alone) for sentence in post.all_sentences())
    assert labels.is_topic(post) == (weight >= 3)


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.just(1.0) | st.floats(-9, 9))),
    st.lists(st.floats(-3, 3), min_size=12, max_size=12),
)
def test_the_net_adds_up_unit_by_unit(features: list[tuple[str, float]], weights: list[float]) -> None:
    """The log odds are those of adding value times weight to each unit, feature by feature."""
    net = Net({"a": weights[:3], "b": weights[3:6]}, weights[6:9], weights[9:], 0.5)
    units = weights[6:9]
    for name, value in features:
        for at in range(3):
            units[at] += value * net.inputs[name][at] if name in net.inputs else 0.0
    total = 0.0
    for unit, weight in zip(units, weights[9:], strict=True):
        total += unit * weight if unit > 0 else 0.0
    assert isclose(net.log_odds(features), 0.5 + total, abs_tol=1e-12)
