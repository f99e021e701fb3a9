"""Labelled posts and how a tool's findings are held against them.

A labelled post is `NAME.md` (or .mdx, .txt, .html) beside `NAME.labels.json`: `{"lang": "sv", "spans": [{"family":
"pushy", "quote": "…"}]}`, where a quote is a whole offending sentence to the letter. A finding hits a quote of its
family that it overlaps by one character.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FAMILIES = ("self-centred", "pushy")
# Families that judge the whole post, and their label.
VERDICTS = {"endorsement": "undisclosed_endorsement", "press-release": "press_release"}
ANY = "any"
LABELS = ".labels.json"
_SUFFIXES = (".md", ".mdx", ".txt", ".html")


class LabelError(Exception):
    """A label file that cannot be used; the message names it and what is wrong."""


@dataclass(frozen=True)
class Place:
    """A half-open range of code points in a post, of a family (`""`: any)."""

    start: int
    end: int
    family: str = ""

    def hits(self, other: Place) -> bool:
        """Tell whether two places share a character, and the family where both have one."""
        same = not self.family or not other.family or self.family == other.family
        return same and self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Post:
    """A labelled post.

    `gold` holds the offending sentences of `FAMILIES`, `verdicts` the families of `VERDICTS` that apply to the whole; a
    clean post has no label of any family.
    """

    path: Path
    text: str
    language: str
    gold: tuple[Place, ...]
    clean: bool
    verdicts: frozenset[str] = frozenset()

    @property
    def words(self) -> int:
        """Number of words, markup included."""
        return len(re.findall(r"\w+", self.text))


def read_posts(folders: Iterable[Path]) -> list[Post]:
    """Read every labelled post below some folders, in the order of their paths. Raises LabelError."""
    return [_read(path) for folder in folders for path in sorted(folder.rglob("*" + LABELS))]


def _read(path: Path) -> Post:
    name = path.name.removesuffix(LABELS)
    sources = [found for found in sorted(path.parent.glob(name + ".*")) if found.suffix in _SUFFIXES]
    sources = [found for found in sources if found.stem == name]
    if len(sources) != 1:
        raise LabelError(f"{path}: expected one post {name}.md, .mdx, .txt or .html beside it, found {len(sources)}")
    text = sources[0].read_bytes().decode("utf-8")
    try:
        labels = json.loads(path.read_text("utf-8"))
        gold = tuple(_place(span, text) for span in labels["spans"] if span["family"] in FAMILIES)
        verdicts = frozenset(family for family, key in VERDICTS.items() if labels.get(key))
        return Post(sources[0], text, labels["lang"], gold, not labels["spans"], verdicts)
    except (ValueError, KeyError) as error:
        raise LabelError(f"{path}: {error}") from error


def _place(span: Mapping[str, str], text: str) -> Place:
    start = text.find(span["quote"])
    if start < 0 or not span["quote"]:
        raise ValueError(f"quote is not in the post: {span['quote']!r}")
    return Place(start, start + len(span["quote"]), span["family"])


@dataclass(frozen=True)
class Tally:
    """Findings that hit, findings in all, gold sentences hit, gold sentences in all."""

    hits: int = 0
    found: int = 0
    recalled: int = 0
    gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.hits + other.hits, self.found + other.found, self.recalled + other.recalled, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """Share of the findings that hit; nan without findings."""
        return self.hits / self.found if self.found else float("nan")

    @property
    def recall(self) -> float:
        """Share of the gold sentences that were hit; nan without any."""
        return self.recalled / self.gold if self.gold else float("nan")

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, from the counts; 0 when nothing was hit."""
        if not self.hits or not self.recalled:
            return 0.0
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def tally(post: Post, family: str, found: Iterable[Place]) -> Tally:
    """Count what the findings of a post do for one family; with `ANY`, a hit is a hit whatever its family."""
    if family == ANY:
        mine = [Place(place.start, place.end) for place in found]
        gold = list(dict.fromkeys(Place(place.start, place.end) for place in post.gold))
    else:
        mine = [place for place in found if place.family == family]
        gold = [place for place in post.gold if place.family == family]
    return Tally(
        hits=sum(any(place.hits(wanted) for wanted in gold) for place in mine),
        found=len(mine),
        recalled=sum(any(wanted.hits(place) for place in mine) for wanted in gold),
        gold=len(gold),
    )


def verdict(post: Post, family: str, *, said: bool) -> Tally:
    """Count what was said of a whole post for one family."""
    true = family in post.verdicts
    return Tally(hits=int(said and true), found=int(said), recalled=int(said and true), gold=int(true))


def alarms(post: Post, found: Iterable[Place]) -> Iterator[Place]:
    """Yield the findings that hit no gold sentence."""
    return (place for place in found if not any(place.hits(wanted) for wanted in post.gold))


def missed(post: Post, found: Iterable[Place]) -> Iterator[Place]:
    """Yield the gold sentences that no finding hits."""
    places = list(found)
    return (wanted for wanted in post.gold if not any(wanted.hits(place) for place in places))
