"""Looking up offsets: UTF-8 bytes, which the Markdown parser gives, as code points."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

_STEP = 128  # code points between two known offsets


class ByteOffsets:
    """Maps byte offsets of an encodable text's UTF-8 form to code-point offsets; an ASCII text needs no table."""

    def __init__(self, text: str) -> None:
        self._data = b"" if text.isascii() else text.encode()
        steps = range(0, len(text) - _STEP, _STEP) if self._data else ()
        self._known = list(accumulate((len(text[at : at + _STEP].encode()) for at in steps), initial=0))
        self._byte = self._point = 0  # what was asked for last

    def __getitem__(self, byte: int) -> int:
        """Return the code-point offset of a byte offset where a character begins, or of the end."""
        if not self._data:
            return byte
        if byte != self._byte:  # the parser mostly goes on where it was
            start, point = self._byte, self._point
            if not start < byte < start + _STEP:
                index = bisect_right(self._known, byte) - 1
                start, point = self._known[index], index * _STEP
            self.know(byte, point + len(self._data[start:byte].decode()))
        return self._point

    def know(self, byte: int, point: int) -> None:
        """Note an offset that is known, where others will be asked for."""
        self._byte, self._point = byte, point
