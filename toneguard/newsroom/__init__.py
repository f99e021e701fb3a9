"""The newsroom: releases in an index, and the posts that copy them."""

from toneguard.newsroom.index import Index
from toneguard.newsroom.intake import Outcome, update
from toneguard.newsroom.matching import Comparison, Match, Passage, compare
from toneguard.newsroom.release import Release, release_of
from toneguard.newsroom.room import Newsroom, furnished, index_path, opened

__all__ = [
    "Comparison",
    "Index",
    "Match",
    "Newsroom",
    "Outcome",
    "Passage",
    "Release",
    "compare",
    "furnished",
    "index_path",
    "opened",
    "release_of",
    "update",
]
