"""Phrase templates: what they match, where, and what is said of one that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from toneguard.doors import Doors
from toneguard.gates import START, Gates, keys_of, unplaced, words_of
from toneguard.phrases import SLOTS, PhraseError, compile_phrase, options
from toneguard.shadow import shadow

LEXICON = {"good": ("good", "better", "good enough", "bäst"), "vi": ("vi", "oss")}


def found(template: str, text: str) -> str | None:
    """Return what a template matches in a text."""
    match = re2.compile(compile_phrase(template, LEXICON).regex, options()).search(shadow(text))
    return None if match is None else text[match.start() : match.end()]


@pytest.mark.parametrize(
    ("template", "text", "expected"),
    [
        ("here at", "Here  at noon", "Here  at"),
        ("here at", "there at noon", None),
        ("[over] here at", "come over here at", "over here at"),
        ("a [b] c", "a c", "a c"),
        ("a [b] [d] c", "a d c", "a d c"),
        ("[a] [b] c", "c", "c"),
        ("[a] [b] c", "b c", "b c"),
        ("so[,] we", "so, we", "so, we"),
        ("so[,] we", "so we", "so we"),
        ("(köp|beställ) nu", "Beställ nu!", "Beställ nu"),
        ("we are <good>", "we are good enough now", "we are good enough"),
        ("<good>", "ej obäst", None),
        ("we are <good>", "we are 🎉 better", "we are 🎉 better"),
        ("we are <good>", "we🎉are #better", "we🎉are #better"),
        ("we are <good>", "we are. 🎉 better", None),
        ("[over] here", "over 👉 here", "over 👉 here"),
        ("*pris", "ett kanonpris.", "kanonpris"),
        ("ledar*", "vårt ledarskap", "ledarskap"),
        ("we {gap:2} win", "we will always win", "we will always win"),
        ("we {gap:2} win", "we will always, win", None),
        ("we {gap} win", "we win", "we win"),
        ("^we win", "“We win”", "“We win"),
        ("^we win", "So we win", None),
        ("we win$", "now we win!!", "we win!!"),
        ("we win$", "we win it", None),
        ("we're", "we’re here", "we’re"),
        ("it (is|'s) gone", "it’s gone", "it’s gone"),
        ("it (is|'s) gone", "it is gone", "it is gone"),
        ("we ('re|are) in", "we're in", "we're in"),
        ("now [,] we", "now, we", "now, we"),
        ("wait[,| -] until", "wait - until", "wait - until"),
        ("tick[-]tock", "tick-tock", "tick-tock"),
        ("idé", "en IDE och en idé", "IDE"),
        ("save {percent}", "save 40 % now", "save 40 %"),
        ("only {number} left", "only 3 left", "only 3 left"),
        ("at {brand}[,] we", "At Northgate & Lyle, we", "At Northgate & Lyle, we"),
        ("straight-forward", "a straight–forward man", "straight–forward"),
    ],
)
def test_template_matches(template: str, text: str, expected: str | None) -> None:
    """A template matches whole words, with its optional parts, classes, slots, gaps and anchors."""
    assert found(template, text) == expected


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("", "empty"),
        ("[a", "']' is missing"),
        ("(a|b", "')' is missing"),
        ("a) b", "unexpected ')'"),
        ("a | b", "unexpected '|'"),
        ("(a|)", "empty alternative"),
        ("<god> x", "did you mean 'good'"),
        ("{brnd} x", "did you mean 'brand'"),
        ("[a] [b]", "empty text"),
        ("(" * 5000, "deeper than"),
        ("a {", "unexpected '{'"),
        ("{brand}s hus", "stands directly behind a word"),
        ("fler[a] hus", "stands directly behind a word"),
        ("(a|b)c", "stands directly behind a word"),
    ],
)
def test_unreadable_template_says_why(template: str, reason: str) -> None:
    """A template that cannot be read raises an error that says what is wrong."""
    with pytest.raises(PhraseError) as error:
        compile_phrase(template, LEXICON)
    assert reason in str(error.value)


@given(st.text(alphabet="ab ([])|<>{}^$*,.åß\\?+", max_size=40))
def test_any_template_compiles_or_is_refused(template: str) -> None:
    """Whatever a template holds, it compiles to a regex that RE2 takes, or PhraseError says why not."""
    try:
        phrase = compile_phrase(template, LEXICON)
    except PhraseError:
        return
    re2.compile(phrase.regex, options())


@given(st.lists(st.sampled_from(["vår", "we", "ärlig", "pris", "can't", "år", "x"]), min_size=1, max_size=5))
def test_literal_template_finds_its_own_words(words: list[str]) -> None:
    """A template of plain words finds exactly these words, whatever their letters."""
    text = " ".join(words)
    assert found(text, f"… {text.upper()}!") == text.upper()


@pytest.mark.parametrize("slot", sorted(SLOTS))
def test_every_slot_compiles(slot: str) -> None:
    """Every slot can be used in a template."""
    re2.compile(compile_phrase(f"x {{{slot}}}", {}).regex, options())


KEYED = (
    "we [all] <good>", "(a|b*) house", "now, it's here", "{brand} is here", "*pris nu", "first (come|served)$",
    "^oh no", "(we are|first (come|served) here|now [oh] no)", "(all|here is|it's good enough) {word} (acme is|oh|a b)",
    "*pris*", "kanon*", "(k*ris|come* [first]|{percent} (off|on))", "#kanon* nu", "we-kan*", "{number} {money}", "* oh",
    "^ [oh|{number}] (we|<good>)", "^ [all,] {money}", "^{gap} no", "^(k*ris|'s here)", "a++ (house|!)", "now {I}",
    "^ {brand} is", "^(<good>|{number}|{percent}) nu", "(a b|a house|we are|b|first come here) (is|are all|nu [oh] x)",
)  # fmt: skip
TEXT = ["we", "all", "good enough", "a", "b", "house", "now,", "it's", "here", "Acme", "is", "kanonpris", "nu", "a++!"]
TEXT += ["#kanon", "we-kan", "20", "v3", "%", "$", "5", "first", "come", "oh", "no", "are", "- ", "5kr", "kr 5", "5pct"]
TEXTS = st.lists(st.sampled_from(TEXT)).map(lambda words: shadow(" ".join(words)))


@settings(deadline=None)
@given(TEXTS)
def test_a_gate_is_open_to_every_match(text: bytes) -> None:
    """A text that a template matches has the words of one of its gates, so that looking for them first loses none."""
    for template in KEYED:
        phrase = compile_phrase(template, LEXICON)
        if re2.compile(phrase.regex, options()).search(text):
            assert is_open(phrase.gates, words_of(text))


def is_open(gates: Gates, words: Collection[bytes]) -> bool:
    """Tell whether one of the gates is open to a text with these words, of which any may be the first."""
    keys = {key for word in words for key in keys_of(word)}
    known = keys | {START + key for key in keys}
    return any(not any(wanted.isdisjoint(known) for wanted in gate) for gate in gates)


@cache
def keyed_doors() -> Doors:
    """Return doors behind which the templates stand."""
    return doors_of(KEYED)


def doors_of(templates: Sequence[str]) -> Doors:
    """Return doors with some templates, numbered from 0."""
    doors = Doors()
    for number, template in enumerate(templates):
        doors.add(number, compile_phrase(template, LEXICON).gates)
    return doors


@settings(deadline=None)
@given(TEXTS, st.sets(st.sampled_from(range(len(KEYED)))))
def test_doors_let_in_what_gates_do(text: bytes, among: set[int]) -> None:
    """Asked for all templates at once, a text's words let in those that have a gate open to them."""
    doors = keyed_doors()
    words = {*words_of(text), *(START + word for word in re.findall(rb"\w+", text))}  # to a gate each may be the first
    one_by_one = [number for number in sorted(among) if is_open(compile_phrase(KEYED[number], LEXICON).gates, words)]
    assert list(doors.open_to(words, doors.of(among))) == one_by_one
    assert list(Doors.of_state(doors.state).open_to(words, doors.of(among))) == one_by_one


@settings(deadline=None)
@given(TEXTS)
def test_doors_let_in_every_match(text: bytes) -> None:
    """A template that matches a sentence is let in by the sentence's words, its first word told apart."""
    doors = keyed_doors()
    let_in = doors.open_to(words_of(text), doors.of(range(len(KEYED))))
    for number, template in enumerate(KEYED):
        if re2.compile(compile_phrase(template, LEXICON).regex, options()).search(text):
            assert number in let_in


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_gates_without_a_place_open_to_a_later_sentence(before: bytes, text: bytes) -> None:
    """A template that matches a sentence is let in, without a place, by the words of a block that goes on with it."""
    words = words_of(before + b". " + text)
    for template in KEYED:
        phrase = compile_phrase(template, LEXICON)
        if re2.compile(phrase.regex, options()).search(text):
            assert is_open(unplaced(phrase.gates), words)


def test_the_first_word_counts() -> None:
    """A template that begins at the start of a sentence is not tried where another word stands there."""
    doors = doors_of(["^ [oh] (we|<good>)"])
    assert list(doors.open_to(words_of(b"oh, we are here"), 1)) == [0]
    assert list(doors.open_to(words_of(b"here we are"), 1)) == []


def test_no_more_is_tried_than_needed() -> None:
    """Alternatives of several words are asked for each with its own words, and rare words before common ones."""
    gates = compile_phrase("(we are|oh no|can i|to go|do it|by car) here", {}).gates
    assert is_open(gates, [b"we", b"are", b"here"])
    assert not is_open(gates, [b"we", b"no", b"here"])
    assert compile_phrase("the kanonpris", {}).gates[0][0] == {b"kanonpris"}
