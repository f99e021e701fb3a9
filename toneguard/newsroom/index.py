"""The index of releases: their texts and fingerprints in one SQLite file.

Every change is one transaction, so whoever is killed leaves it whole, and several processes take turns. The file is a
cache: one that is damaged, or of another version, is begun anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import astuple
from pathlib import Path

from toneguard.newsroom.release import Release, fingerprints
from toneguard.records import dataclass

MANY = 32  # releases: a fingerprint that more of them have tells none from another
_VERSION = 1
_PATIENCE = 60  # seconds to wait for another process
_MEMORY = ":memory:"
_TABLES = """
CREATE TABLE releases (
    id INTEGER PRIMARY KEY, place TEXT UNIQUE, text TEXT, title TEXT, date TEXT, url TEXT, origin TEXT, stamp TEXT,
    prints INTEGER);
CREATE TABLE fingerprints (hash INTEGER, release INTEGER, PRIMARY KEY (hash, release)) WITHOUT ROWID;
CREATE TABLE sources (name TEXT PRIMARY KEY, added INTEGER, stamp TEXT, etag TEXT, modified TEXT, fetched REAL);
CREATE TABLE generation (number INTEGER);
INSERT INTO generation SELECT abs(random() % 1000000000000);
"""
_FIELDS = "place, text, title, date, url, origin, stamp"


@dataclass(frozen=True, slots=True)
class Feed:
    """What is known of a feed or an added path: by what its next version is told apart, and when it was fetched."""

    name: str
    added: bool = False
    stamp: str = ""
    etag: str = ""
    modified: str = ""
    fetched: float = 0.0


@dataclass(frozen=True, slots=True)
class Known:
    """What tells the versions of a release apart, and where it came from."""

    stamp: str
    origin: str


class Index:
    """The releases of one configuration. Without a path it lives in memory. Raises sqlite3.Error only."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._base = _connected(path)
        self._prepare()

    @classmethod
    def opened(cls, path: Path) -> Index:
        """Open the index at a path; what is no index or damaged is begun anew. Raises sqlite3.OperationalError."""
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return cls(path)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            discard(path)
            return cls(path)

    def _prepare(self) -> None:
        """Make the tables where they are missing, or anew where they are of another version."""
        if self._version() == _VERSION:
            return
        with self._change():
            if self._version() == _VERSION:  # another process was faster
                return
            names = [name for (name,) in self._base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for name in names:
                self._base.execute(f'DROP TABLE "{name}"')
            for statement in _TABLES.split(";\n"):
                self._base.execute(statement)
            self._base.execute(f"PRAGMA user_version = {_VERSION}")

    def _version(self) -> int:
        return int(self._base.execute("PRAGMA user_version").fetchone()[0])

    @contextmanager
    def _change(self) -> Iterator[None]:
        """Do what stands inside wholly or not at all, while other processes wait."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._base.execute("COMMIT")
        except BaseException:
            self._base.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    @property
    def generation(self) -> int:
        """A number that every change raises."""
        return int(self._base.execute("SELECT number FROM generation").fetchone()[0])

    def __len__(self) -> int:
        return int(self._base.execute("SELECT count(*) FROM releases").fetchone()[0])

    def known(self) -> dict[str, Known]:
        """Return version and origin of every release by its place."""
        return {row[0]: Known(*row[1:]) for row in self._base.execute("SELECT place, stamp, origin FROM releases")}

    def releases(self) -> Iterator[Release]:
        """Yield all releases, the latest first."""
        for row in self._base.execute(f"SELECT {_FIELDS} FROM releases ORDER BY date DESC, place"):
            yield Release(*row)

    def release(self, number: int) -> Release:
        """Return a release by its number in the index. Raises KeyError when it has gone."""
        row = self._base.execute(f"SELECT {_FIELDS} FROM releases WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise KeyError(number)
        return Release(*row)

    def sizes(self, numbers: Iterable[int]) -> dict[int, int]:
        """Return how many fingerprints releases have, by number."""
        query = "SELECT prints FROM releases WHERE id = ?"
        rows = ((number, self._base.execute(query, (number,)).fetchone()) for number in numbers)
        return {number: row[0] for number, row in rows if row}

    def having(self, hashed: Iterable[int]) -> dict[int, list[int]]:
        """Return, for each hash that is a fingerprint of any, the numbers of up to `MANY + 1` releases that have it."""
        query = f"SELECT release FROM fingerprints WHERE hash = ? LIMIT {MANY + 1}"
        found = {number: [row[0] for row in self._base.execute(query, (number,))] for number in set(hashed)}
        return {number: releases for number, releases in found.items() if releases}

    def put(self, releases: Sequence[Release]) -> tuple[int, int]:
        """Add releases or replace them by their new versions; return how many were new and how many changed."""
        prints = {release.place: fingerprints(release) for release in releases}
        latest = {release.place: release for release in releases}
        with self._change():
            known = self._stamps(latest)
            fresh = [release for place, release in latest.items() if known.get(place) != release.stamp]
            replaced = [release.place for release in fresh if release.place in known]
            self._remove(replaced)
            number = self._base.execute("SELECT coalesce(max(id), 0) + 1 FROM releases").fetchone()[0]
            rows = [(n, *astuple(release), len(prints[release.place])) for n, release in enumerate(fresh, number)]
            self._base.executemany("INSERT INTO releases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
            pairs = sorted((mark, n) for n, release in enumerate(fresh, number) for mark in prints[release.place])
            self._base.executemany("INSERT OR IGNORE INTO fingerprints VALUES (?, ?)", pairs)
            self._count(len(fresh))
        return len(fresh) - len(replaced), len(replaced)

    def drop(self, places: Iterable[str]) -> int:
        """Take releases out; return how many were there."""
        with self._change():
            gone = self._remove(places)
            self._count(gone)
        return gone

    def _stamps(self, places: Iterable[str]) -> dict[str, str]:
        query = "SELECT place, stamp FROM releases WHERE place = ?"
        return dict(row for place in places for row in self._base.execute(query, (place,)))

    def _remove(self, places: Iterable[str]) -> int:
        gone = 0
        for place in places:
            query = f"SELECT id, {_FIELDS} FROM releases WHERE place = ?"
            for number, *fields in self._base.execute(query, (place,)).fetchall():
                marks = [(mark, number) for mark in fingerprints(Release(*fields))]
                self._base.executemany("DELETE FROM fingerprints WHERE hash = ? AND release = ?", marks)
                self._base.execute("DELETE FROM releases WHERE id = ?", (number,))
                gone += 1
        return gone

    def _count(self, changes: int) -> None:
        if changes:
            self._base.execute("UPDATE generation SET number = number + 1")

    def feeds(self) -> dict[str, Feed]:
        """Return what is known of feeds and added paths, by name."""
        rows = self._base.execute("SELECT name, added, stamp, etag, modified, fetched FROM sources")
        return {row[0]: Feed(row[0], bool(row[1]), *row[2:]) for row in rows}

    def forget(self, name: str) -> None:
        """Take out a feed or a path that was added, with its releases."""
        with self._change():
            places = self._base.execute("SELECT place FROM releases WHERE origin = ?", (name,)).fetchall()
            self._count(self._remove(place for (place,) in places))
            self._base.execute("DELETE FROM sources WHERE name = ?", (name,))

    def note(self, feed: Feed) -> None:
        """Keep what is known of a feed or an added path; what was added stays added."""
        query = (
            "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET added = max(added, "
            "excluded.added), stamp = excluded.stamp, etag = excluded.etag, modified = excluded.modified, "
            "fetched = excluded.fetched"
        )
        with self._change():
            self._base.execute(query, astuple(feed))


def discard(path: Path) -> None:
    """Delete an index that cannot be used."""
    for suffix in ("", "-wal", "-shm"):
        with suppress(OSError):
            Path(f"{path}{suffix}").unlink(missing_ok=True)


def _connected(path: Path | None) -> sqlite3.Connection:
    base = sqlite3.connect(str(path) if path else _MEMORY, timeout=_PATIENCE, isolation_level=None)
    with suppress(sqlite3.OperationalError):  # another process is about it, or the file system cannot: slower, as safe
        base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = NORMAL")
    base.execute("PRAGMA cache_size = -65536")
    return base
