"""What a language is made of: data only, so that a new language is one file."""

from __future__ import annotations

from collections.abc import Mapping

from toneguard.records import dataclass, field


@dataclass(frozen=True)
class Language:
    """A language's word lists, in lower case.

    `function_words` decide what language a block is in; `abbreviations` end in a dot that ends no sentence. The
    rest serves the guards: `negations` deny a sentence, `speech` are verbs of saying, `mention` are words that
    announce a quoted phrase, `outsiders` are speakers who are not the sender, `insiders` titles of those who are,
    `reader` and `sender` the pronouns of the two, `author` the first person singular, `sources` words that name a
    proof, `conditions` open a condition, `lessons` mark a tutorial, `selling` a sentence that sells; `subjects` are
    the word lists of `toneguard.subjects` by guard, `months` the names in dates, `story` the years and heads that a
    sender counts when it tells of itself, `promises` what a reader can hold it to,
    `news` the verbs of announcing, `relatives` what a clause about a person begins with, `contrasts` what a clause that
    corrects a denial does, `definites` the articles that a noun has only with an adjective between, `common` the words
    that one sentence in five has, in twenty, and in seventy. Entries may be phrases; in `selling`, `*` is the rest of a
    word; `story` and `news` are regexes, compiled by who asks for them.
    """

    code: str
    name: str
    function_words: frozenset[str]
    abbreviations: frozenset[str]
    negations: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    mention: frozenset[str] = frozenset()
    outsiders: frozenset[str] = frozenset()
    reader: frozenset[str] = frozenset()
    sender: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    lessons: frozenset[str] = frozenset()
    selling: frozenset[str] = frozenset()
    insiders: frozenset[str] = frozenset()
    author: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    subjects: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)
    months: frozenset[str] = frozenset()
    story: str = "(?!)"
    promises: frozenset[str] = frozenset()
    news: str = "(?!)"
    relatives: frozenset[str] = frozenset()
    contrasts: frozenset[str] = frozenset()
    definites: frozenset[str] = frozenset()
    common: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()


def words(text: str) -> frozenset[str]:
    """Read a word list: entries separated by white space, `_` for a space inside an entry."""
    return frozenset(entry.replace("_", " ") for entry in text.split())
