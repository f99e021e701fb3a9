"""Looking up offsets: UTF-8 bytes, which the Markdown parser gives, as code points."""

from __future__ import annotations

import re
from bisect import bisect_right

_WIDE = re.compile("[\u0080-\u07ff]+|[\u0800-\uffff]+|[\U00010000-\U0010ffff]+")


class ByteOffsets:
    """Maps byte offsets of a text's UTF-8 form to code-point offsets; memory grows with the wide runs only."""

    def __init__(self, text: str) -> None:
        self._bytes: list[int] = []  # byte offset where a run of equally wide characters begins
        self._points: list[tuple[int, int, int]] = []  # its first code point, its number of bytes, bytes a character
        extra = 0  # bytes so far beyond one a character
        for match in _WIDE.finditer(text):
            width = len(match.group()[0].encode("utf-8", "surrogatepass"))
            length = match.end() - match.start()
            self._bytes.append(match.start() + extra)
            self._points.append((match.start(), length * width, width))
            extra += length * (width - 1)

    def __getitem__(self, byte: int) -> int:
        """Return the code-point offset of a byte offset."""
        if not self._bytes:
            return byte
        index = bisect_right(self._bytes, byte) - 1
        if index < 0:
            return byte
        start, size, width = self._points[index]
        inside = byte - self._bytes[index]
        if inside < size:
            return start + inside // width
        return start + size // width + inside - size
