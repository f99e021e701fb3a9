"""Guards that ask what a sentence, its neighbours or the post are about.

Each stands for a kind of text in which hard or proud words are meant: the word lists are the languages' own. A single
word proves little, so a guard wants one in the sentence itself, or two different ones near by.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from toneguard.late import late
from toneguard.match import Match, any_of

_VERSION = late(rb"(?<![\w.])v?\d+\.\d+(?:\.\d+)*(?![\w%])")
_CLOCK = late(
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
    return _announced(match, "release-notes") or any(_VERSION.search(head) for head in _headings(match))


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
    return len(match.nearby(subject, _words(match, subject)))


def _announced(match: Match, subject: str) -> bool:
    """Tell whether the title, or the heading that the match stands under, is about a subject."""
    return any(_words(match, subject).search(head) for head in _headings(match))


def _headings(match: Match) -> list[bytes]:
    """Return the shadows of the title or first heading, of the one behind it, and of the nearest above the match."""
    heads = match.document.headings
    above = bisect_right(heads, match.block_index)
    wanted = {*heads[:2], *heads[max(0, above - 1) : above]}
    return [match.document.blocks[index].shadow for index in sorted(wanted)]


def _words(match: Match, subject: str) -> re.Pattern[bytes]:
    return any_of(match.language.subjects.get(subject, frozenset()))
