"""A post as it was read, and the way from an offset to a line and column.

The only module that reads posts from disk. Nothing here knows markup or language.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from toneguard.late import late
from toneguard.records import dataclass

BOM = "\ufeff"
_LINE_END = late(r"\r\n|\n|\r")
_LINE_FEED = 1  # character


class SourceError(Exception):
    """A post that cannot be read; the message names the file, the line where known, and what to do."""


class Span(NamedTuple):  # a tuple, for a post has tens of thousands: they are made and sorted in C
    """A half-open range of code points: `start` is inside, `end` is not."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """Return the same range `by` code points further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True)
class Source:
    """The decoded text of one post, byte order mark and line ends included as they were."""

    text: str
    path: str = ""

    @classmethod
    def read(cls, path: Path, *, name: str | None = None) -> Source:
        """Read a file as UTF-8; `name` is how reports call it. Raises SourceError."""
        shown = name if name is not None else str(path)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise SourceError(f"{shown}: cannot be read: {error.strerror or error}") from error
        return cls.decode(data, shown)

    @classmethod
    def decode(cls, data: bytes, path: str = "") -> Source:
        """Decode the bytes of a post. Raises SourceError for what is not UTF-8 text."""
        if b"\0" in data:
            line = data.count(b"\n", 0, data.index(b"\0")) + 1
            raise SourceError(f"{path}:{line}: holds a NUL byte, so it is not a text file; leave it out with 'exclude'")
        try:
            return cls(data.decode("utf-8"), path)
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise SourceError(f"{path}:{line}: is not valid UTF-8 (byte {error.start}); save it as UTF-8") from error

    def replace(self, text: str, path: Path) -> None:
        """Put another text into the file that this was read from: wholly or not at all, with its permissions.

        Raises SourceError, and then the file is as it was: also when somebody has changed it in the meantime.
        """
        import shutil

        target = path.resolve()  # a link stays a link
        partial = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            if target.read_bytes() != self.text.encode("utf-8"):
                raise SourceError(f"{path}: has been changed while it was linted; it is left as it is")
            partial.write_bytes(text.encode("utf-8"))
            shutil.copymode(target, partial)
            partial.replace(target)
        except OSError as error:
            raise SourceError(f"{path}: cannot be written: {error.strerror or error}") from error
        finally:
            with suppress(OSError):
                partial.unlink(missing_ok=True)

    @property
    def body_start(self) -> int:
        """Offset of the first character after a byte order mark: 0 or 1."""
        return 1 if self.text.startswith(BOM) else 0

    @property
    def folder(self) -> Path:
        """The folder of the post, as its path says; the working directory for one without a path."""
        return _folder(os.path.dirname(self.path))  # noqa: PTH120 - one path for all posts of a folder

    @cached_property
    def _line_starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        return [0, *accumulate(map(_LINE_FEED.__add__, map(len, self.text.split("\n")[:-1])))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column, in code points, of an offset. A byte order mark has no column."""
        line = bisect_right(self._line_starts, offset)
        start = self._line_starts[line - 1]
        if line == 1:
            start = min(self.body_start, offset)
        return line, offset - start + 1

    def slice(self, span: Span) -> str:
        """Return the characters of a range."""
        return self.text[span.start : span.end]


@lru_cache(maxsize=256)
def _folder(path: str) -> Path:
    return Path(path)


def inside(spans: Sequence[Span], offset: int) -> bool:
    """Tell whether an offset lies in one of the spans, which ascend and stand apart."""
    place = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return place >= 0 and offset < spans[place].end
