"""Keeps the posts that the model is measured on out of the corpus it learns from.

    .venv/bin/python -m training.duplicates --remember FOLDER …    # posts to keep out, their sentences' hashes only
    .venv/bin/python -m training.duplicates                        # list the sentences of the corpus that are too near

`kept_out.bin` holds 4 bytes for one in four of the runs of four words of those posts. A sentence of the corpus is too
near when at least three of its own sampled runs are there and they are at least half of them.
"""

from __future__ import annotations

import argparse
import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

from toneguard.shadow import shadow
from training.corpus import LANGUAGES, Line, path_of, read_lines

FILE = Path(__file__).parent / "kept_out.bin"
_RUN = 4  # words
_ONE_IN = 4
_AT_LEAST = 3
_SHARE = 0.5
_WORD = re.compile(rb"\w+")
_SUFFIXES = (".md", ".txt", ".html")


def runs(text: str) -> set[int]:
    """Return the sampled hashes of the runs of words of a text."""
    words = _WORD.findall(shadow(text))
    hashes = (crc32(b" ".join(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))
    return {value for value in hashes if value % _ONE_IN == 0}


def remember(folders: Iterable[Path]) -> int:
    """Write the hashes of the posts below some folders and return how many there are."""
    paths = (path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in _SUFFIXES)
    found = sorted({value for path in paths for value in runs(path.read_bytes().decode("utf-8", "replace"))})
    FILE.write_bytes(array("I", found).tobytes())
    return len(found)


def kept_out() -> frozenset[int]:
    """Return the hashes that are kept out."""
    found = array("I")
    found.frombytes(FILE.read_bytes())
    return frozenset(found)


def too_near(lines: Sequence[Line], known: frozenset[int]) -> Iterator[Line]:
    """Yield the sentences that share too many runs of words with the posts kept out."""
    for line in lines:
        mine = runs(line.text)
        shared = len(mine & known)
        if shared >= _AT_LEAST and shared >= _SHARE * len(mine):
            yield line


def main() -> int:
    """Remember, or list; 1 when a sentence is too near."""
    parser = argparse.ArgumentParser(description="Keep the posts of a measure out of the corpus.")
    parser.add_argument("--remember", type=Path, nargs="+", metavar="FOLDER")
    folders = parser.parse_args().remember
    if folders:
        print(f"{FILE}: {remember(folders)} hashes")
        return 0
    near = [line for language in LANGUAGES for line in too_near(read_lines(path_of(language)), kept_out())]
    for line in near:
        print(line.text)
    return 1 if near else 0


if __name__ == "__main__":
    sys.exit(main())
