"""The newsroom of a configuration: its index, opened and brought up to date without the network."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from toneguard.cache import Cache
from toneguard.config import Config
from toneguard.document import Document
from toneguard.finding import Finding
from toneguard.formats import FORMATS, Format
from toneguard.newsroom.feeds import is_address
from toneguard.newsroom.index import Index, discard
from toneguard.newsroom.intake import feed_names, update
from toneguard.newsroom.reposted import reposted
from toneguard.packs import PackRule
from toneguard.records import dataclass, field
from toneguard.rule import RuleSettings
from toneguard.scan import Hit


@dataclass
class Newsroom:
    """An index that can be asked, and what a run should say about it, a line each.

    `config` says what a post's own place is. An index that turns out to be damaged is asked no more.
    """

    index: Index
    config: Config
    notes: list[str] = field(default_factory=list)
    _damaged: bool = False

    def verdict(
        self, document: Document, hits: Mapping[str, Sequence[Hit]], rule: PackRule, told: RuleSettings
    ) -> Finding | None:
        """Return the verdict that a post is one of the releases, or None; `hits` are signals of a release by class."""
        if self._damaged:
            return None
        place = self.config.relative(document.source.path)
        try:
            return reposted(document, hits, rule, told, self.index, place)
        except sqlite3.Error as error:
            self._damaged = True
            self.notes.append(f"the newsroom's index cannot be read: {error}; delete {self.index.path}")
            return None


def index_path(config: Config, cache: Cache) -> Path | None:
    """Return where the index of a configuration lies; None without a cache, and then it lives in memory.

    Each configuration file has its own, and each folder for runs without one: neither drops what the other names.
    """
    return cache.newsroom(config.origin or config.root)


def furnished(config: Config, cache: Cache) -> bool:
    """Tell whether anything was ever put into the newsroom of a configuration."""
    path = index_path(config, cache)
    return any(config.newsroom.get(key) for key in ("paths", "feeds")) or bool(path and path.exists())


def opened(config: Config, cache: Cache, formats: tuple[Format, ...] = FORMATS) -> Newsroom | None:
    """Return the newsroom with its files and local feeds up to date, or None where nothing was ever put in.

    An index that cannot be used is begun anew, and if that does not help, one in memory serves this run.
    """
    if not furnished(config, cache):
        return None
    path = index_path(config, cache)
    if path is None:
        return _current(Index(), config, formats)
    try:
        return _current(Index.opened(path), config, formats)
    except sqlite3.OperationalError as error:  # locked for too long, no space left, a folder that is read-only
        return _current(Index(), config, formats, f"{path}: the newsroom's index cannot be used: {error}")
    except sqlite3.DatabaseError as error:
        discard(path)
        return _current(Index(), config, formats, f"{path}: the newsroom's index was damaged and is dropped: {error}")


def _current(index: Index, config: Config, formats: tuple[Format, ...], *notes: str) -> Newsroom:
    outcome = update(index, config, formats)
    return Newsroom(index, config, [*notes, *outcome.problems, *unfetched(config, index)])


def unfetched(config: Config, index: Index) -> list[str]:
    """Return a line for each feed with an address that was never fetched."""
    known = index.feeds()
    missing = [name for name in feed_names(config, index) if is_address(name) and name not in known]
    return [f"{name}: has not been fetched yet; run `toneguard newsroom update`" for name in missing]
