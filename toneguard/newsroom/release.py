"""A release as the index holds it, and where releases come from."""

from __future__ import annotations

from toneguard.document import STAND_IN, Document
from toneguard.newsroom.fingerprints import hashes, winnowed, words
from toneguard.records import dataclass

_DATES = ("date", "published", "datum", "dato", "pubdate")
_ADDRESSES = ("canonical_url", "canonical", "url", "permalink")
_NO_PROSE = frozenset({"alt", "meta"})


@dataclass(frozen=True, slots=True)
class Release:
    """One press release: prose alone, a paragraph a line.

    `place` names it: a path relative to the configuration's folder where it lies below, or `FEED#ENTRY`; `origin` is
    the feed, the path that was added, or `""` for a file that `[newsroom] paths` names. `stamp` tells versions apart.
    """

    place: str
    text: str
    title: str = ""
    date: str = ""
    url: str = ""
    origin: str = ""
    stamp: str = ""

    @property
    def link(self) -> str:
        """Where the release is to be found: its address, else its place."""
        return self.url or self.place

    @property
    def name(self) -> str:
        """The release for people: title, then address or path and date as far as known."""
        where = ", ".join(part for part in (self.link, self.date) if part)
        return f"“{self.title}” ({where})" if self.title else where


def release_of(document: Document, place: str, origin: str = "", stamp: str = "") -> Release:
    """Return what a post taken apart is as a release."""
    title = next((block.text for block in document.blocks if block.kind == "title"), "")
    title = title or next((block.text for block in document.blocks if block.kind == "heading"), "")
    date = next((document.meta[field] for field in _DATES if document.meta.get(field)), "")
    url = next(
        (document.meta[field] for field in ("canonical_url", "url") if "://" in document.meta.get(field, "")), ""
    )
    return Release(place, prose(document), " ".join(title.split()), date[:10], url, origin, stamp)


def addresses(document: Document) -> list[str]:
    """Return the addresses under which a post says that it is published."""
    named = (document.meta.get(field, "") for field in _ADDRESSES)
    return [address for address in named if "://" in address]


def prose(document: Document) -> str:
    """Return the prose of a release, a paragraph a line."""
    texts = (block.text.replace(STAND_IN, " ") for block in document.blocks if block.kind not in _NO_PROSE)
    return "\n".join(" ".join(text.split()) for text in texts)


def fingerprints(release: Release) -> set[int]:
    """Return the fingerprints of a release."""
    return winnowed(hashes(words(release.text)))
