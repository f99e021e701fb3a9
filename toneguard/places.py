"""Where a pattern stands: its places in a sentence, the scopes it may be held to, and hashtags read as words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import re2

from toneguard.document import Sentence
from toneguard.late import late
from toneguard.match import Match
from toneguard.phrases import Phrase
from toneguard.rule import RuleSettings
from toneguard.slots import read_slots

_MAX_CANDIDATES = 50  # places tried for one pattern in one sentence before giving up on its slots
_HASHTAG = late(r"#(?=\w*[^\W\d_])(\w+)")
_HUMP = late(r"(?<=[^\W\d_])(?=[A-ZÅÄÖÆØ])|_|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")


def _bare() -> Any:
    """Return how RE2's own object is told to search anywhere, or None where the binding is another than we know."""
    try:
        anchor = re2._Anchor.UNANCHORED
        known = re2.compile(b"a")._regexp.Match(anchor, b"b", 0, 1) == [_NOWHERE]
    except (AttributeError, TypeError):
        return None
    return anchor if known else None


_NOWHERE = (-1, -1)
_ANYWHERE = _bare()


def misses(regex: Any, text: bytes) -> bool:
    """Tell that a regex matches nowhere in a text; quicker than a search, and most searches find nothing."""
    if _ANYWHERE is None:
        return regex.search(text) is None
    return bool(regex._regexp.Match(_ANYWHERE, text, 0, len(text))[0] == _NOWHERE)


def hashtags(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the place of each hashtag of several words, and its words: #DontMissOut is "Dont Miss Out"."""
    for found in _HASHTAG.finditer(text):
        words = [word for word in _HUMP.split(found[1]) if word]
        if len(words) > 1 and not found[1].isupper():
            yield found.start(), found.end(), " ".join(words)


def in_scope(match: Match, scope: str) -> bool:
    """Tell whether a match stands in a scope of the pack format."""
    block = match.block
    if scope == "quote":
        return block.quoted
    if scope == "opening":
        return match.block_index == match.document.opening
    if scope == "first-sentence":
        return match.block_index == match.document.opening and match.sentence.index == 0
    return block.kind == scope or (scope == "heading" and block.kind == "title")


def places(
    phrase: Phrase, regex: Any, sentence: Sentence, settings: RuleSettings
) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Yield the places of a pattern whose case-bound slots hold in the text."""
    position = 0
    for _ in range(_MAX_CANDIDATES):
        found = regex.search(sentence.shadow, position)
        if found is None or found.end() == found.start():
            return
        slots = read_slots(phrase, found, sentence.text, settings, sentence.block.language)
        if slots is not None:
            yield (*_without_marks(phrase, sentence.shadow, found.start(), found.end()), slots)
        position = found.start() + 1
        if phrase.anchored:
            return


def _without_marks(phrase: Phrase, text: bytes, start: int, end: int) -> tuple[int, int]:
    """Leave out what an anchor took along: marks before the first word and behind the last."""
    words = list(re.finditer(rb"\w+", text[start:end])) if phrase.anchored else []
    if not words:
        return start, end
    first = start + words[0].start() if phrase.regex.startswith(phrase.START) else start
    last = start + words[-1].end() if phrase.regex.endswith(phrase.END) else end
    return first, last
