"""Reports of earlier runs, found again by everything they depend on: one SQLite file in the user's cache folder.

The file is a cache and nothing else: what cannot be used is dropped with a note, several processes take turns, and
whoever is killed leaves it whole. It never lies in the repository, so that a change under review cannot fill it.
"""

from __future__ import annotations

import marshal
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from toneguard.cache import MARSHAL, prepare
from toneguard.finding import Edit, Finding, Fix, Related, Report, Safety, Severity
from toneguard.source import Source, Span

if TYPE_CHECKING:
    import sqlite3
else:
    import _sqlite3 as sqlite3  # the other loads `datetime`, which nothing here holds

FILE_NAME = "results.sqlite"
_VERSION = 3
_APPLICATION = 0x746F6E65  # "tone"
_PATIENCE = 0.5  # seconds to wait for another process: a hook should rather lint again than stand still
_LARGEST = 64 << 20  # bytes of the file that are in use
_BATCH = 2 << 20  # bytes of reports that wait to be written
_DAY = 24 * 3600
_TABLE = (
    "CREATE TABLE results (key BLOB PRIMARY KEY, used INTEGER NOT NULL, size INTEGER NOT NULL, report BLOB NOT NULL)"
)
_ORDER = "CREATE INDEX by_use ON results (used, key, size)"
_HINT = "delete it, or run with --no-cache"


class _ForeignError(sqlite3.DatabaseError):
    """The file is a sound one of another program."""


class Results:
    """Reports by key. Nothing is raised: a file that cannot be read or written gives nothing and gets a note.

    One that is damaged is begun anew, one of another program is left alone. Where another process is writing for too
    long, what was to be kept is let go without a word.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.notes: list[str] = []
        self._base: sqlite3.Connection | None = None
        self._fresh: list[tuple[bytes, int, int, bytes]] = []
        self._waiting = 0
        self._touched: list[bytes] = []
        if path is not None:
            self._open(path)

    def _open(self, path: Path) -> None:
        try:
            prepare(path.parent)
            self._base = _connected(path)
        except (sqlite3.Error, OSError) as error:
            self._fail(error)

    def get(self, key: bytes, source: Source) -> Report | None:
        """Return the report on a post, or None where it is not known."""
        if self._base is None:
            return None
        try:
            row = self._base.execute("SELECT report, used FROM results WHERE key = ?", (key,)).fetchone()
            report = self.reread(row[0], source) if row else None
        except sqlite3.Error as error:
            self._fail(error)
            return None
        except (ValueError, TypeError, KeyError, IndexError) as error:
            self._note(f"{self.path}: a result makes no sense and is replaced: {error}")
            return None
        if report and row[1] < time.time() - _DAY:
            self._touched.append(key)
        return report

    def put(self, key: bytes, report: Report) -> None:
        """Remember a report; `save` writes it."""
        if self._base is not None:
            self.put_written(key, self.written(report))

    def put_written(self, key: bytes, data: bytes) -> None:
        """Remember a report as `written` returns it; where many wait they are written."""
        if self._base is None:
            return
        self._fresh.append((key, int(time.time()), len(data), data))
        self._waiting += len(data)
        if self._waiting > _BATCH:
            self.save()

    @staticmethod
    def written(report: Report) -> bytes:
        """Return a report as bytes with their checksum, without its source and prose."""
        data = marshal.dumps(packed(report), MARSHAL)
        return crc32(data).to_bytes(4, "big") + data

    @staticmethod
    def reread(data: bytes, source: Source) -> Report:
        """Return the report that `written` wrote. Raises ValueError, TypeError, KeyError or IndexError."""
        if data[:4] != crc32(data[4:]).to_bytes(4, "big"):
            raise ValueError("its checksum is another")
        return unpacked(marshal.loads(data[4:]), source)

    def save(self) -> None:
        """Write what was put, and drop what was not used for longest where there is too much."""
        if self._base is None or not (self._fresh or self._touched):
            return
        try:
            with self._base:
                self._base.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", self._fresh)
                now = int(time.time())
                used = [(now, key) for key in self._touched]
                self._base.executemany("UPDATE results SET used = ? WHERE key = ?", used)
                self._shrink()
        except sqlite3.Error as error:
            self._fail(error)
        self._fresh, self._touched, self._waiting = [], [], 0

    def _shrink(self) -> None:
        """Keep the latest half of the reports once there is too much.

        Pages that fall free are used again, so the file itself grows no further than a batch beyond it.
        """
        assert self._base is not None
        pages, free, page = (
            self._base.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
        )
        if (pages - free) * page <= _LARGEST:
            return
        (whole,) = self._base.execute("SELECT total(size) FROM results").fetchone()
        kept, gone = 0, []
        for key, size in self._base.execute("SELECT key, size FROM results ORDER BY used DESC, key DESC"):
            kept += size
            if kept > whole / 2:
                gone.append((key,))
        self._base.executemany("DELETE FROM results WHERE key = ?", gone)

    def _fail(self, error: Exception) -> None:
        """Ask this file no more; begin it anew where it is damaged."""
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()
            self._base = None
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            return
        if isinstance(error, _ForeignError):
            self._note(f"{self.path}: {error}, so no results are kept; {_HINT}")
        elif isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            self._note(f"{self.path}: the cache of results was damaged and is begun anew: {error}")
            self._begin_anew()
        else:
            self._note(f"{self.path}: the cache of results cannot be used: {error}; {_HINT}")

    def _begin_anew(self) -> None:
        assert self.path is not None
        with suppress(sqlite3.Error, OSError):
            for name in (self.path.name, f"{self.path.name}-journal"):
                self.path.with_name(name).unlink(missing_ok=True)
            self._base = _connected(self.path)

    def _note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)

    def close(self) -> None:
        """Write what is open and let go of the file."""
        self.save()
        if self._base is not None:
            self._base.close()
            self._base = None


def _connected(path: Path) -> sqlite3.Connection:
    """Open a file of results, made where it is missing. Raises sqlite3.DatabaseError for any other file."""
    base = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        base.execute("PRAGMA synchronous = OFF")  # a cache that the power took is begun anew
        if _version(base) != _VERSION:
            with base:
                base.execute("BEGIN IMMEDIATE")
                if _version(base) != _VERSION:  # another process was faster
                    _make(base)
    except sqlite3.Error:
        base.close()
        raise
    return base


def _version(base: sqlite3.Connection) -> int:
    """Return the version of a file of results, 0 for an empty one. Raises sqlite3.DatabaseError for any other file."""
    (application,) = base.execute("PRAGMA application_id").fetchone()
    (tables,) = base.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and application != _APPLICATION:
        raise _ForeignError("is another program's file")
    return int(base.execute("PRAGMA user_version").fetchone()[0]) if tables else 0


def _make(base: sqlite3.Connection) -> None:
    base.execute("DROP TABLE IF EXISTS results")
    base.execute(_TABLE)
    base.execute(_ORDER)
    base.execute(f"PRAGMA application_id = {_APPLICATION}")
    base.execute(f"PRAGMA user_version = {_VERSION}")


def packed(report: Report) -> list[Any]:
    """Return a report without its source and prose as plain values."""
    return [
        [_finding(finding) for finding in report.findings],
        [_finding(finding) for finding in report.suppressed],
        report.language,
        report.words,
        report.skipped,
        report.not_run,
        report.errors,
        report.declined,
    ]


def unpacked(data: list[Any], source: Source) -> Report:
    """Return the report that `packed` took apart; its prose is empty. Raises TypeError, ValueError or IndexError."""
    found, silenced, language, words, skipped, not_run, errors, declined = data
    return Report(
        source,
        tuple(_read(entry, source) for entry in found),
        tuple(_read(entry, source) for entry in silenced),
        language,
        words,
        skipped=skipped,
        not_run=tuple(not_run),
        errors=tuple(errors),
        declined=declined,
    )


def _finding(finding: Finding) -> list[Any]:
    return [
        finding.rule,
        str(finding.severity),
        finding.message,
        _pair(finding.span),
        _pair(finding.sentence),
        finding.language,
        finding.scope,
        finding.ask,
        finding.see,
        [
            [fix.title, str(fix.safety), fix.cut, [[*_pair(edit.span), edit.text] for edit in fix.edits]]
            for fix in finding.fixes
        ],
        [_pair(span) for span in finding.evidence],
        finding.shown,
        [_pair(span) for span in finding.marked],
        finding.pattern,
        finding.probability,
        finding.reason,
        [[*_pair(item.span), item.place, item.title, item.date, item.text] for item in finding.related],
    ]


def _read(data: list[Any], source: Source) -> Finding:
    rule, severity, message, span, sentence, language, scope, ask, see = data[:9]
    fixes, evidence, shown, marked, pattern, probability, reason, related = data[9:]
    return Finding(
        rule=rule,
        severity=Severity(severity),
        message=message,
        span=Span(*span),
        text=source.slice(Span(*span)),
        sentence=Span(*sentence),
        language=language,
        scope=scope,
        ask=ask,
        see=tuple(see),
        fixes=tuple(
            Fix(title, tuple(Edit(Span(start, end), text) for start, end, text in edits), Safety(safety), cut)
            for title, safety, cut, edits in fixes
        ),
        evidence=tuple(Span(*pair) for pair in evidence),
        shown=shown,
        marked=tuple(Span(*pair) for pair in marked),
        pattern=pattern,
        probability=probability,
        reason=reason,
        related=tuple(
            Related(Span(start, end), place, title, date, text) for start, end, place, title, date, text in related
        ),
    )


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
