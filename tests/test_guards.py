"""Guards: each on sentences it must silence and on near misses that must count, in all three languages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.conftest import ROOT
from toneguard import Source
from toneguard.document import Document
from toneguard.formats import format_for
from toneguard.guards import GUARDS
from toneguard.languages import LANGUAGES, detect
from toneguard.match import Match


def verdict(guard: str, text: str, language: str) -> bool:
    """Return a guard's verdict on the words that stand between << and >>."""
    start = text.index("<<")
    end = text.index(">>") - 2
    source = Source(text.replace("<<", "").replace(">>", ""), "x.md")
    document: Document = detect.assign(format_for(source).parse(source), lang=language)
    for index, sentences in enumerate(document.sentences):
        for sentence in sentences:
            span = sentence.span
            if span.start <= start < span.end:
                left = next(i for i in range(len(sentence.text)) if sentence.to_source(i, i + 1).start == start)
                return GUARDS[guard](Match(document, sentence, left, left + end - start, index))
    raise AssertionError(text)


LISTS = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((ROOT / "tests" / "guards").glob("*.toml"))
}


def cases() -> Iterator[Any]:
    """Yield the cases of every language's file."""
    for language, guards in LISTS.items():
        for guard, lists in guards.items():
            for word in ("holds", "not"):
                for number, text in enumerate(lists[word], 1):
                    yield pytest.param(guard, language, text, word == "holds", id=f"{language}-{guard}-{word}-{number}")


@pytest.mark.parametrize(("guard", "language", "text", "expected"), list(cases()))
def test_guard(guard: str, language: str, text: str, expected: bool) -> None:
    """A guard holds where it should and lets the near miss count."""
    assert verdict(guard, text, language) is expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_guard_is_tested(language: str) -> None:
    """Every guard has a case that holds and a near miss in every language."""
    assert set(LISTS[language]) == set(GUARDS)
    assert [name for name, lists in LISTS[language].items() if not lists["holds"] or not lists["not"]] == []


def test_a_brand_names_the_sender() -> None:
    """A configured brand counts as the sender, in any case."""
    source = Source("The team at acme bakes.", "x.md")
    document = detect.assign(format_for(source).parse(source), lang="en")
    sentence = document.sentences[0][0]
    assert GUARDS["names-sender"](Match(document, sentence, 0, 3, 0, brands=("Acme",)))
    assert not GUARDS["names-sender"](Match(document, sentence, 0, 3, 0))


def test_what_is_remembered_belongs_to_one_document() -> None:
    """A document made from another asks its own blocks: nothing that guards remember goes along."""
    first = detect.assign(format_for(Source("The price is 4 kr.", "x.md")).parse(Source("The price is 4 kr.", "x.md")))
    second = detect.assign(format_for(Source("The heron is grey.", "x.md")).parse(Source("The heron is grey.", "x.md")))
    assert GUARDS["selling"](Match(first, first.sentences[0][0], 0, 3, 0))
    changed = replace(first, blocks=second.blocks)
    assert not GUARDS["selling"](Match(changed, changed.sentences[0][0], 0, 3, 0))
