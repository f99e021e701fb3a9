"""Looking up offsets: UTF-8 bytes, which the Markdown parser gives, as code points."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

_STEP = 128  # code points between two known offsets


class ByteOffsets:
    """Maps byte offsets of a text's UTF-8 form to code-point offsets; an ASCII text needs no table."""

    def __init__(self, text: str) -> None:
        self._data = b"" if text.isascii() else text.encode("utf-8", "surrogatepass")
        steps = range(0, len(text) - _STEP, _STEP) if self._data else ()
        sizes = (len(text[at : at + _STEP].encode("utf-8", "surrogatepass")) for at in steps)
        self._known = list(accumulate(sizes, initial=0))
        self._last = (0, 0)

    def __getitem__(self, byte: int) -> int:
        """Return the code-point offset of a byte offset where a character begins, or of the end."""
        if not self._data:
            return byte
        last, point = self._last
        if byte != last:  # one event of the parser mostly begins where another ended
            index = bisect_right(self._known, byte) - 1
            point = index * _STEP + len(self._data[self._known[index] : byte].decode("utf-8", "surrogatepass"))
            self._last = byte, point
        return point
