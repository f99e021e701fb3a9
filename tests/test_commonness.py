"""How common words are taken to be."""

from __future__ import annotations

from toneguard.commonness import share


def test_common_words_are_more_than_rare_ones() -> None:
    """A listed word counts for more than one of no list, and a word that must stand first for less than anywhere."""
    assert share(frozenset({b"och"})) > share(frozenset({b"alla"})) > share(frozenset({b"kanonpris"})) > 0
    assert share(frozenset({b"^och"})) < share(frozenset({b"och"}))


def test_more_words_are_more_common() -> None:
    """A set of words is as common as they are together, and never more than always; a stem is what begins so."""
    assert share(frozenset({b"och", b"alla"})) > share(frozenset({b"och"}))
    assert share(frozenset({b"all*"})) > share(frozenset({b"alla"}))
    assert share(frozenset(b"the and och er of to a i in at is en ett et".split())) == 1.0
