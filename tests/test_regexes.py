"""Kept regexes: the same as those that Python compiles, and never in the way."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from toneguard import regexes
from toneguard.cache import Cache

PATTERNS: list[tuple[str | bytes, int]] = [
    (r"a(?P<x>b)+c|(d)", re.IGNORECASE),
    ("[\u0080-\u07ff]+|[\u0800-\uffff]+", 0),
    (rb"(?<!\w)\w+", 0),
    (r"(?i:a)|(b)\1", re.MULTILINE | re.DOTALL),
    (r"(?:x++|y*?)(?=z)(?P<end>$)", re.M),
]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cache]:
    """Give a cache of its own, empty, with nothing remembered."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    regexes._fresh.clear()
    regexes._known.cache_clear()
    yield Cache.of_user()
    regexes._fresh.clear()
    regexes._known.cache_clear()


def test_a_kept_regex_is_the_compiled_one(kept: Cache) -> None:
    """What comes from the cache equals what `re` compiles, in code, flags and names of groups, and compiles nothing."""
    for pattern, flags in PATTERNS:
        assert regexes.compiled(pattern, flags) == re.compile(pattern, flags)
    regexes.save(kept)
    regexes._known.cache_clear()
    for pattern, flags in PATTERNS:
        found, known = regexes.compiled(pattern, flags), re.compile(pattern, flags)
        assert (found, found.flags, found.groups, found.groupindex) == (
            known, known.flags, known.groups, known.groupindex
        )  # fmt: skip
    assert not regexes._fresh


def test_every_regex_of_the_linter_can_be_kept(kept: Cache) -> None:
    """No pattern of the modules is one whose form would come out otherwise."""
    for path in sorted((ROOT / "toneguard" / "formats").glob("*.py")):
        for text in re.findall(r"compiled\(r\"((?:[^\"\\]|\\.)*)\"\)", path.read_text("utf-8")):
            made = re.compile(text)
            form = regexes._form(made, 0)
            assert form
            assert regexes._made(text, form) == made


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"toneguard 1 "])
def test_a_damaged_file_is_none(kept: Cache, damage: bytes) -> None:
    """With a file that cannot be read, regexes are compiled as ever."""
    regexes.compiled(r"a+b")
    regexes.save(kept)
    assert kept.folder
    (kept.folder / "regexes.compiled").write_bytes(damage)
    regexes._known.cache_clear()
    assert regexes.compiled(r"a+b") == re.compile(r"a+b")


def test_a_form_that_is_none_is_compiled(kept: Cache) -> None:
    """A kept form that Python refuses is dropped for the real one."""
    kept.store("regexes", regexes._key(), {("a+b", 0): (32, 0, {}, (None,), b"\xff" * 16)})
    assert regexes.compiled("a+b") == re.compile("a+b")
    assert ("a+b", 0) in regexes._fresh


def test_without_a_cache_nothing_is_written(kept: Cache) -> None:
    """`--no-cache` keeps nothing, and a wrong regex is refused as by `re`."""
    regexes.compiled("x+y")
    regexes.save(Cache())
    assert kept.folder
    assert not kept.folder.exists()
    with pytest.raises(re.error):
        regexes.compiled("(")


def test_there_is_an_end_to_what_is_kept(kept: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once there are too many, those of the last run stay."""
    monkeypatch.setattr(regexes, "_MOST", 3)
    for first, last in ((0, 3), (3, 5)):
        for number in range(first, last):
            regexes.compiled(f"x{number}")
        regexes.save(kept)
        regexes._known.cache_clear()
    assert {pattern for pattern, _ in regexes._known()} == {"x3", "x4"}


def test_what_is_kept_settles(tmp_path: Path) -> None:
    """Linting a post once more compiles no regex anew, whatever the order that this process has its sets in."""
    (tmp_path / "post.md").write_text("---\ntitle: Tea\n---\n\nTea keeps for a year in a dark tin.\n")
    command = [sys.executable, "-m", "toneguard", "check", "--isolated", "post.md"]
    found = []
    for seed in ("1", "2", "3"):
        env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONHASHSEED": seed}
        subprocess.run(command, cwd=tmp_path, env=env, check=True, capture_output=True)
        found.append((tmp_path / "cache" / "toneguard" / "regexes.compiled").stat().st_mtime_ns)
        (tmp_path / "cache" / "toneguard" / "results.sqlite").unlink()
    assert found[1] == found[2]
