"""Guards that ask what a sentence, its neighbours or the post are about.

Each stands for a kind of text in which hard or proud words are meant: the word lists are the languages' own. A single
word proves little, so a guard wants one in the sentence itself, or two different ones near by.
"""

from __future__ import annotations

import re

from toneguard.match import Match, any_of

_VERSION = re.compile(rb"(?<![\w.])v?\d+\.\d+(?:\.\d+)*(?![\w%])")
_CLOCK = re.compile(
    rb"(?<![\d$])(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\d| ?(?:kr|%|:-|million|m\b|km|kg))"
    rb"|(?<!\d)\d{1,2} ?(?:am|pm|a\.m|p\.m)\b"
)


def apology(match: Match) -> bool:
    """The post explains a fault: an apology, an outage, an incident report."""
    return _near(match, "apology") >= 2 or _announced(match, "apology")


def safety(match: Match) -> bool:
    """The sentence or its neighbours warn: danger, a recall, the end of support."""
    return _in_sentence(match, "safety") or _near(match, "safety") >= 2


def mourning(match: Match) -> bool:
    """The post mourns or remembers somebody."""
    return _near(match, "mourning") >= 2 or _announced(match, "mourning")


def charity(match: Match) -> bool:
    """The sentence or its neighbours are about gifts to people in need, not about a purchase."""
    return _in_sentence(match, "charity") or _near(match, "charity") >= 2


def hiring(match: Match) -> bool:
    """The post is a job advert, or the sentence is about applying for a job."""
    return _in_sentence(match, "hiring") or _announced(match, "hiring") or _near(match, "hiring") >= 2


def release_notes(match: Match) -> bool:
    """The post or section lists what changed in a version."""
    heads = _headings(match)
    words = any_of(match.language.subjects.get("release-notes", frozenset()))
    return any(words.search(head) for head in heads) or any(_VERSION.search(head) for head in heads)


def interface(match: Match) -> bool:
    """The sentence is about a button, field, menu or page of a program."""
    return _in_sentence(match, "interface")


def engineering(match: Match) -> bool:
    """The block and its neighbours tell how something technical was built; we is the people who built it."""
    return _near(match, "engineering") >= 3


def directions(match: Match) -> bool:
    """The sentence gives times, an address or opening hours."""
    return bool(_CLOCK.search(match.sentence.shadow)) or _in_sentence(match, "directions")


def _in_sentence(match: Match, subject: str) -> bool:
    return bool(_words(match, subject).search(match.sentence.shadow))


def _near(match: Match, subject: str) -> int:
    """Count the different words of a subject in the block and its neighbours."""
    near = match.document.blocks[max(0, match.block_index - 1) : match.block_index + 2]
    return len({found for block in near for found in _words(match, subject).findall(block.shadow)})


def _announced(match: Match, subject: str) -> bool:
    """Tell whether the title, or the heading that the match stands under, is about a subject."""
    return any(_words(match, subject).search(head) for head in _headings(match))


def _headings(match: Match) -> list[bytes]:
    """Return the shadows of the title, the first heading and the nearest heading above the match."""
    blocks = match.document.blocks
    heads = [index for index, block in enumerate(blocks) if block.kind in ("title", "heading")]
    above = [index for index in heads if index <= match.block_index]
    wanted = {*heads[:1], *above[-1:]} | {index for index in heads if blocks[index].level == 1}
    return [blocks[index].shadow for index in sorted(wanted)]


def _words(match: Match, subject: str) -> re.Pattern[bytes]:
    return any_of(match.language.subjects.get(subject, frozenset()))
