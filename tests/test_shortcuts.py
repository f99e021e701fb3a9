"""Short ways of a run that is all remembered: each ends where the long one does."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path
from textwrap import wrap

import pathspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toneguard import Config, collecting
from toneguard.cli.terminal import columns
from toneguard.doors import Doors
from toneguard.formats import FORMATS, Format
from toneguard.gates import Gates
from toneguard.outputs import Style
from toneguard.outputs import text as report
from toneguard.source import Span

PATHS = ["post.md", "./post.md", "a/post.md", "a//b/../post.md", "link/post.md", "a/one.md", "..", "../out.md", "", ".",
         "a/", "/post.md", "a/gone.md", "nowhere/post.md", "a/\0.md", "/tmp/../tmp/x.md", "loop/x.md"]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("where", ["", "a"])
def test_a_path_is_relative_as_resolved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, where: str) -> None:
    """However a path is written, through links or out of the root, globs see what resolving it gives, each time."""
    (tmp_path / "root" / "a" / "b").mkdir(parents=True)
    (tmp_path / "root" / "post.md").touch()
    (tmp_path / "root" / "link").symlink_to("a/b")
    (tmp_path / "root" / "a" / "one.md").symlink_to("../post.md")
    config = Config(root=tmp_path / "root")
    for folder in (tmp_path / "root" / where, tmp_path, tmp_path / "root" / where):
        monkeypatch.chdir(folder)
        for given_path in (path, str(tmp_path / "root" / path.lstrip("/"))):
            try:
                expected = Path(given_path).resolve().relative_to(config.root.resolve()).as_posix()
            except (ValueError, OSError):
                expected = Path(given_path).as_posix()
            assert config.relative(given_path) == expected


NAMES = st.one_of(
    st.sampled_from(["README.md", "readme.md", "public", "publics", "LICENSE", "themes", "a.md", "_site", "SECURITY"]),
    st.text("READMEa.*_", min_size=1, max_size=8),
)


@given(NAMES, st.booleans())
def test_what_holds_no_posts_is_told_by_its_name(name: str, folder: bool) -> None:
    """The names that are left out are those that .gitignore's notation would leave out."""
    patterns = [*(f"{start}*" for start in collecting._NO_POSTS), *(f"{one}/" for one in collecting._NO_FOLDERS)]
    spec = pathspec.GitIgnoreSpec.from_lines(patterns)
    left_out = name.startswith(collecting._NO_POSTS) or (folder and name in collecting._NO_FOLDERS)
    assert left_out is spec.match_file(name + ("/" if folder else ""))


@given(st.lists(st.text("aé-’😀.", min_size=1, max_size=30), min_size=1, max_size=20), st.integers(20, 60))
def test_plain_lines_are_filled_as_textwrap_fills_them(words: list[str], room: int) -> None:
    """Words between single blanks come into the same lines."""
    found = wrap(" ".join(words), room, break_long_words=False, break_on_hyphens=False)
    assert report._greedy(words, room) == found


@given(
    st.text("ab \t\x1b\n😀é\u0301", max_size=40),
    st.lists(st.tuples(st.integers(-5, 45), st.integers(0, 9)), max_size=3),
    st.booleans(),
)
def test_marks_stand_below_what_was_found(shown: str, places: list[tuple[int, int]], color: bool) -> None:
    """A mark stands below each column of a character in a span, in a line that is wide enough for all."""
    spans = [Span(start, start + size) for start, size in places]
    lines = report._marked(shown, spans, Style(color=color, width=1_000))
    marks = "".join(line for one, line in pairwise(lines) if "^" in line and "^" not in one)
    inside = [any(span.start <= offset < span.end for span in spans) for offset in range(len(shown))]
    kept = [found.start() + at for found in report._TOKEN.finditer(shown) for at in range(len(found.group().rstrip()))]
    blanks = [found.end() - len(found.group()) + len(found.group().rstrip()) for found in report._TOKEN.finditer(shown)]
    expected = sum(report._columns(shown[at]) for at in kept if inside[at] and shown[at] not in "\x1b\n\t")
    expected += sum(inside[at] for at in kept if shown[at] in "\x1b")
    expected += sum(inside[at] for at in blanks if at < len(shown) and shown[at].isspace())
    assert marks.count("^") == expected


@pytest.mark.parametrize("value", ["", "132", "0", "-3", "wide"])
def test_the_terminal_is_as_wide_as_python_says(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """COLUMNS counts where it is a width, else the terminal, else the default."""
    monkeypatch.setenv("COLUMNS", value)
    assert columns() == shutil.get_terminal_size((80, 24)).columns


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_a_format_is_known_before_it_is_loaded(known: Format) -> None:
    """What stands for a format names the endings that it has."""
    from importlib import import_module

    there = import_module(f"toneguard.formats.{known.name}").FORMAT
    assert (known.name, known.suffixes) == (there.name, there.suffixes)


WORDS = st.sampled_from([b"buy", b"now", b"save*", b"*ing", b"*0*", b"tea"])
GATES = st.lists(st.lists(st.frozensets(WORDS, min_size=1, max_size=3), max_size=3).map(tuple), max_size=4).map(tuple)


@given(
    st.lists(GATES, max_size=12), st.sets(st.integers(0, 12)), st.sets(st.sampled_from([b"buy", b"saved", b"9", b"x"]))
)
def test_doors_open_after_storing_as_before(gates: list[Gates], asked: set[int], words: set[bytes]) -> None:
    """Doors made of their state let in the same templates, and so do those that are made of their state."""
    doors = Doors()
    for number, one in enumerate(gates):
        doors.add(number, one)
    again = Doors.of_state(doors.state)
    third = Doors.of_state(again.state)
    opened = [list(each.open_to(words, each.of(asked))) for each in (doors, again, third)]
    assert opened[0] == opened[1] == opened[2]
    assert set(opened[0]) <= asked


def test_a_link_to_nowhere_has_a_stamp(tmp_path: Path) -> None:
    """What has no state counts by its name."""
    from toneguard.cache import stamps

    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "gone").symlink_to("nowhere")
    (tmp_path / "b.txt").write_text("x")
    state = (tmp_path / "b.txt").stat()
    assert stamps(tmp_path) == (
        (str(tmp_path / "a" / "gone"), 0, 0),
        (str(tmp_path / "b.txt"), state.st_mtime_ns, 1),
    )
