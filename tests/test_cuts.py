"""Cuts of sentences and paragraphs: what goes, and what must stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.rewrites import REGISTRY, offered
from toneguard import Config, Source
from toneguard.finding import Safety
from toneguard.fixing import fixed
from toneguard.lint import lint

FACT = "The ferry to Brannholm leaves at 9.15 on Monday."
EMPTY = "Quality has always been in our DNA."
SV_FACT = "Färjan till Brannholm går klockan 9.15 på måndag."
DA_FACT = "Færgen til Brannholm sejler klokken 9.15 på mandag."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"# Tea\n\n{FACT}\n\n{EMPTY}\n\nBring a bag.\n", f"# Tea\n\n{FACT}\n\nBring a bag.\n"),
        (f"{FACT}\r\n\r\n**{EMPTY}**  \r\n\r\n\r\nBring a bag.", f"{FACT}\r\n\r\nBring a bag."),
        (f"{FACT}\n\n{EMPTY}\n", f"{FACT}\n"),
        (f"{FACT}\n\n{EMPTY}", FACT),
        (f"{EMPTY}\n\n{FACT}\n", f"{FACT}\n"),
        (f"{FACT}\n\n{EMPTY}\n\n- one\n- two\n", f"{FACT}\n\n- one\n- two\n"),
        (f"# Tea\n\n{EMPTY}\n\n{FACT}\n\n# Coffee\n", f"# Tea\n\n{FACT}\n\n# Coffee\n"),
    ],
)
def test_an_empty_paragraph_may_go(before: str, after: str) -> None:
    """Its lines and the empty ones behind it go; every other character stays as it was."""
    text, fix, _ = offered(before, "en")
    assert fix is not None
    assert (text, fix.cut, fix.safety) == (after, True, Safety.REVIEW)


@pytest.mark.parametrize(
    "before",
    [
        f"{EMPTY}\n",  # nothing would be left
        f"{EMPTY}\n\nThank you for reading.\n",  # no other paragraph says anything
        f"# Tea\n\n{EMPTY}\n\n# Coffee\n\n{FACT}\n",  # a heading would stand alone
        f"# Tea\n\n{FACT}\n\n# Coffee\n\n{EMPTY}\n",
        f"{FACT}\n\n> {EMPTY}\n",
        f"- {FACT}\n\n  {EMPTY}\n",
        f"<p>{FACT}</p>\n<p>{EMPTY}</p>\n",
        f"{FACT} This is why:\n\n{EMPTY}\n",
        f"{FACT}\n\nQuality has always been [in our DNA](https://tea.example/report).\n",
        f"{FACT}\n\nBuy now and save.\n",  # a button: calmer, not gone
        f"{FACT}\n\nBook now and get your money back before everyone else does!\n",
        f"{FACT}\n\nWe are incredibly proud to unveil our new family of kettles.\n",
    ],
)
def test_a_paragraph_that_is_needed_is_not_cut(before: str) -> None:
    """Where the post, a list, a link, a promise or news would go with it, the paragraph stays."""
    _, fix, rules = offered(before, "en")
    assert rules
    assert fix is None or not fix.cut


@pytest.mark.parametrize(
    ("language", "fact", "sentence"),
    [
        ("en", FACT, "Since 1948, passion and integrity have been in our DNA."),
        ("en", FACT, '"We are extremely proud of our world-class team," said Ann Holt, chief executive of Brannholm.'),
        ("sv", SV_FACT, "Ända sedan starten 1948 har vi haft kvalitet i vårt DNA."),
        ("sv", SV_FACT, "– Vi är oerhört stolta över vårt världsledande lag, säger Anna Holt, vd på Brannholm."),
        ("da", DA_FACT, "Siden 1948 har kvalitet været en del af vores DNA."),
        ("da", DA_FACT, '"Vi er utrolig stolte af vores hold i verdensklasse," siger direktør Anna Holt.'),
    ],
)
def test_the_senders_own_story_is_no_fact(language: str, fact: str, sentence: str) -> None:
    """A founding year, and who is proud, keep no paragraph in a post."""
    text, fix, _ = offered(f"{fact}\n\n{sentence}\n", language)
    assert fix is not None
    assert (text, fix.cut) == (f"{fact}\n", True)


@pytest.mark.parametrize(
    "sentence",
    [
        '"We are extremely proud of our world-class team," said Ann Holt, who will run the new harbour.',
        '"We are extremely proud of our world-class team.',  # the quotation goes on
        "We are extremely proud of our world-class team, which has a harbour in Oslo.",
    ],
)
def test_news_and_half_quotations_stay(sentence: str) -> None:
    """What is said of a speaker besides, half a quotation and a place are kept."""
    _, fix, _ = offered(f"{FACT}\n\n{sentence} It opens on Monday.”\n", "en")
    assert fix is None or not fix.cut


def test_a_paragraph_that_may_go_may_be_filled_instead() -> None:
    """Behind the cut of a whole paragraph stand the lines for the writer to fill in."""
    source = Source(f"{FACT}\n\n{EMPTY}\n", "post.md")
    (finding,) = lint(source, REGISTRY, replace(Config(), forced_lang="en")).findings
    assert [fix.safety for fix in finding.fixes] == [Safety.REVIEW, Safety.SHOW]


def test_cuts_never_empty_a_post() -> None:
    """However many empty paragraphs there are, the one with a fact is left, and all others go."""
    post = Source("\n\n".join([EMPTY, FACT, EMPTY, "Passion is at the heart of everything we do."]) + "\n", "post.md")
    settings = replace(Config(), forced_lang="en")
    result = fixed(post, lambda source: lint(source, REGISTRY, settings), unsafe=True)
    assert result.source.text == f"{FACT}\n"
