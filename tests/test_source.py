"""Reading posts, and the way from an offset to a line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from toneguard.source import Source, SourceError, Span


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_once(end: str) -> None:
    """Unix, Windows and old Mac line ends all begin a new line."""
    source = Source(f"ett{end}två{end}tre")
    offset = source.text.index("tre")
    assert source.position(offset) == (3, 1)


def test_a_byte_order_mark_has_no_column() -> None:
    """The mark counts in offsets, and the first letter behind it is still in column 1."""
    source = Source("\ufeffHej")
    assert source.body_start == 1
    assert source.position(1) == (1, 1)
    assert source.position(0) == (1, 1)


def test_the_end_of_the_text_has_a_position() -> None:
    """An offset behind the last character lies on the last line."""
    assert Source("a\nbc").position(4) == (2, 3)
    assert Source("").position(0) == (1, 1)


def test_a_nul_byte_is_refused_with_its_line() -> None:
    """A file with a NUL byte is no text; the message says where and what to do."""
    with pytest.raises(SourceError, match=r"^a\.md:2: holds a NUL byte.*leave it out with 'exclude'"):
        Source.decode(b"one\ntwo\0", "a.md")


def test_other_encodings_are_refused_with_their_line() -> None:
    """A file that is not UTF-8 is named with line and byte, and the message says how to save it."""
    with pytest.raises(SourceError, match=r"^a\.md:2: is not valid UTF-8 \(byte 6\); save it as UTF-8"):
        Source.decode("höst\nå".encode("latin-1").replace(b"\xf6", b"oe"), "a.md")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that cannot be read is reported by the name it was given."""
    with pytest.raises(SourceError, match=r"^post\.md: cannot be read: No such file"):
        Source.read(tmp_path / "gone.md", name="post.md")


def test_reading_keeps_line_ends_and_mark(tmp_path: Path) -> None:
    """The text is what stands in the file, byte order mark and line ends included."""
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffen\r\ntvå\r".encode())
    assert Source.read(path).text == "\ufeffen\r\ntvå\r"


def test_spans_overlap_and_contain() -> None:
    """Half-open ranges that only touch do not overlap."""
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).overlaps(Span(2, 5))
    assert Span(0, 5).contains(Span(0, 5))
    assert Span(1, 2).shifted(3) == Span(4, 5)
