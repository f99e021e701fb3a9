"""Hashtags of several words: told apart by their capitals, and read like any other words."""

from __future__ import annotations

import pytest

from toneguard import Config, Source
from toneguard.lint import lint
from toneguard.places import hashtags
from toneguard.registry import Registry


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("#DontMissOut", ["Dont Miss Out"]),
        ("Nu #KöpNu och #Sista_Chansen!", ["Köp Nu", "Sista Chansen"]),
        ("#Top10Tips", ["Top 10 Tips"]),
        ("#tea #TEA #2026 # C#", []),
    ],
)
def test_words_of_a_hashtag(text: str, words: list[str]) -> None:
    """A hashtag is split at its capitals, figures and underscores; one word, or capitals only, is left alone."""
    assert [found for _, _, found in hashtags(text)] == words
    assert all(text[start] == "#" and text[start + 1 : end].isidentifier() for start, end, _ in hashtags(text))


@pytest.mark.parametrize(
    ("text", "language", "tag"),
    [
        ("Fresh bread from six. #BuyNow", "en", "#BuyNow"),
        ("Färskt bröd från sex. #KöpNu", "sv", "#KöpNu"),
        ("Frisk brød fra seks. #KøbNu", "da", "#KøbNu"),
    ],
)
def test_a_call_in_a_hashtag_is_found(text: str, language: str, tag: str, registry: Registry) -> None:
    """The finding is the whole hashtag, at its exact place."""
    config = Config(select=("pushy/hard-call",), forced_lang=language)
    found = lint(Source(text, "x.md"), registry, config).findings
    assert [(finding.text, finding.span.start) for finding in found] == [(tag, text.index(tag))]


def test_a_hashtag_of_innocent_words_is_left_alone(registry: Registry) -> None:
    """A hashtag that sells nothing is no finding."""
    assert lint(Source("We baked rye today. #SlowBread #RyeAndRain", "x.md"), registry, Config()).findings == ()
