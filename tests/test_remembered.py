"""What a remembered report depends on, what is never kept, and a file of results in bad company."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.rewrites import REGISTRY
from toneguard import Config, Source, remembered
from toneguard.cache import Cache
from toneguard.config import Override, with_site
from toneguard.finding import Edit, Finding, Fix, Related, Report, Safety, Severity
from toneguard.fixing import fixed
from toneguard.lint import lint
from toneguard.registry import Registry
from toneguard.remembered import Remembered
from toneguard.results import Results, packed, unpacked
from toneguard.source import Span

BAD = Source("Hurry! Only today: 20 % off everything!!!\n", "post.md")
KEY = b"0123456789abcdef"


def key(config: Config, folder: Path, source: Source = BAD) -> bytes:
    """Return what a report is found by."""
    return Remembered(Results(folder / "results.sqlite"))._key(source, Registry(config, Cache(folder / "cache")))


def full(kind: type, **values: object) -> dict[str, object]:
    """Return values for all fields of a dataclass, none of them what it is without."""
    names = {field.name for field in dataclasses.fields(kind)}
    assert names == values.keys(), f"a new field of {kind.__name__} has to be kept, or named here"
    return values


def test_a_report_keeps_every_field() -> None:
    """All that a report and its findings can say comes back, but for the prose and what a baseline counts."""
    source, span = Source("Tea is tea.", "p.md"), Span(0, 3)
    related = Related(**full(Related, span=span, place="p", title="t", date="d", text="x"))  # type: ignore[arg-type]
    edit = Edit(**full(Edit, span=span, text="Te"))  # type: ignore[arg-type]
    fix = Fix(**full(Fix, title="t", edits=(edit,), safety=Safety.SHOW, cut=True))  # type: ignore[arg-type]
    finding = Finding(
        **full(  # type: ignore[arg-type]
            Finding, rule="a/b", severity=Severity.SUGGESTION, message="m", span=span, text="Tea", sentence=Span(0, 11),
            language="sv", scope="document", ask="a", see=("s",), fixes=(fix,), evidence=(span,), shown="s",
            marked=(span,), pattern="p", probability=0.25, reason="r", related=(related,),
        )
    )  # fmt: skip
    report = Report(
        **full(  # type: ignore[arg-type]
            Report, source=source, findings=(finding,), suppressed=(finding, finding), language="da", words=3, prose="",
            skipped="s", not_run=("n",), errors=("e",), declined=2, known=(),
        )
    )  # fmt: skip
    assert unpacked(json.loads(json.dumps(packed(report))), source) == report


@pytest.mark.parametrize(
    "config",
    [
        {"overrides": (Override(("post.md",), profile="docs"),)},
        {"languages": {"*.md": "sv"}},
        {"forced_lang": "sv"},
        {"advice": True},
        {"ways_out": False},
        {"model": False},
        {"markets": ("se",)},
        {"messages": "da"},
        {"preset": "strict"},
        {"severity": {"pushy": Severity.ERROR}},
        {"disclosure": {"site_wide": "Advertisement"}},
        {"mdx": {"prose": ("*.title",)}},
    ],
    ids=lambda config: next(iter(config)),
)
def test_settings_tell_reports_apart(tmp_path: Path, config: dict[str, object]) -> None:
    """Another setting that has a say in a report finds another one; an override of other paths does not."""
    plain = Config(root=tmp_path)
    assert key(Config(root=tmp_path, **config), tmp_path) != key(plain, tmp_path)  # type: ignore[arg-type]


def test_the_path_and_what_it_leads_to_tell_reports_apart(tmp_path: Path) -> None:
    """The same text under another name, or below another folder, has a report of its own."""
    names = ("post.md", "sv/post.md", "post.html", str(tmp_path / "post.md"))
    assert len({key(Config(root=tmp_path), tmp_path, Source(BAD.text, name)) for name in names}) == len(names)


def test_the_name_of_the_site_tells_reports_apart(tmp_path: Path) -> None:
    """A site that calls itself by another name is linted again."""
    found = []
    for name in ("Tarn", "Skerry"):
        (tmp_path / "_config.yml").write_text(f"title: {name}\n")
        found.append(key(with_site(Config(root=tmp_path)), tmp_path))
    assert found[0] != found[1]


def test_what_a_team_taught_tells_reports_apart(tmp_path: Path) -> None:
    """A tuning that was learned anew counts at once."""
    found = []
    for text in ("{}", "{ }"):
        (tmp_path / "tuning.json").write_text(text)
        found.append(key(Config(root=tmp_path, tuning="tuning.json"), tmp_path))
    assert found[0] != found[1]


def test_releases_tell_reports_apart(tmp_path: Path) -> None:
    """A further release counts at once, and so does an index that was begun anew."""
    config = Config(root=tmp_path, newsroom={"paths": ("releases/*.md",)})
    (tmp_path / "releases").mkdir()
    found = [key(config, tmp_path)]
    (tmp_path / "releases" / "one.md").write_text("Tarn opens a shop in Lund.\n" * 9)
    found += [key(config, tmp_path), key(config, tmp_path)]
    assert found[0] != found[1] == found[2]
    for path in (tmp_path / "cache").glob("newsroom-*"):
        path.unlink()
    assert key(config, tmp_path) != found[1]


def test_other_versions_tell_reports_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another Python, another library or another toneguard finds nothing of this one's."""
    found = {key(Config(root=tmp_path), tmp_path)}
    for target, value in (
        ("toneguard.remembered.sys.version", "3.99"),
        ("toneguard.cache.VERSION", "99.0"),
        ("toneguard.remembered._libraries", lambda: ("google_re2-99.dist-info",)),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(target, value)
            remembered._house.cache_clear()
            found.add(key(Config(root=tmp_path), tmp_path))
    remembered._house.cache_clear()
    assert len(found) == 4
    assert len(remembered._libraries()) == 6


def test_a_link_that_leads_nowhere_is_no_reason_to_stop(tmp_path: Path, pack: Callable[..., Path]) -> None:
    """An editor's lock in a pack's folder does not disturb."""
    folder = pack()
    (folder / "farm" / ".#moo.toml").symlink_to("nobody@nowhere")
    assert key(Config(root=tmp_path, packs=(str(folder),)), tmp_path)


def test_guests_and_drafts_are_not_kept(tmp_path: Path) -> None:
    """What is pasted, and what a plugin, a pipeline or a language model has a say in, is linted every time."""
    results = Remembered(Results(tmp_path / "r.sqlite"))
    for config in (Config(plugins=("x",)), Config(pipelines={"en": "x"}), Config(ask_rewriter=True)):
        assert remembered._room_of(type("Guest", (), {"config": config})()) == ""
    assert not results._key(dataclasses.replace(BAD, path="-"), REGISTRY)
    assert not results._key(dataclasses.replace(BAD, path=""), REGISTRY)


def count(path: Path) -> int:
    """Return how many reports a file keeps."""
    with sqlite3.connect(path) as base:
        found: int = base.execute("SELECT count(*) FROM results").fetchone()[0]
    return found


def test_fixes_leave_the_last_text_only(tmp_path: Path) -> None:
    """Of the rounds that fixes take the report on what is left is kept, and nothing of the texts on the way."""
    path = tmp_path / "results.sqlite"
    treat = Remembered(Results(path), last=True)
    done = fixed(BAD, lambda source: treat(source, REGISTRY), unsafe=True)
    treat.close()
    assert done.changes
    assert count(path) == 1
    again = Remembered(Results(path))
    assert again.find(done.source, REGISTRY) is not None


def test_typed_text_and_statistics_go_around_it(tmp_path: Path, toneguard: Run) -> None:
    """Neither standard input, named or not, nor `--statistics` or `--no-cache` leaves a report; a post on disk does."""
    (tmp_path / "post.md").write_text("Tea keeps.\n")
    env = {"XDG_CACHE_HOME": str(tmp_path / "c")}
    file = tmp_path / "c" / "toneguard" / "results.sqlite"
    toneguard("check", "-", "--stdin-filename", "x.md", "--isolated", stdin=b"Tea.\n", env=env)
    toneguard("check", "post.md", "--statistics", "--no-model", env=env)
    assert not file.exists()
    toneguard("check", "post.md", "--no-model", env=env)
    assert count(file) == 1


def test_a_busy_file_does_not_hold_up_a_hook(tmp_path: Path) -> None:
    """While another process writes for long, posts are linted all the same, soon and without a word."""
    path = tmp_path / "results.sqlite"
    Results(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    lint(BAD, REGISTRY, Config())  # rules are compiled
    begun = time.monotonic()
    results = Results(path)
    treat = Remembered(results)
    assert [bool(treat(dataclasses.replace(BAD, path=f"{n}.md"), REGISTRY).findings) for n in range(3)] == [True] * 3
    treat.close()
    assert (time.monotonic() - begun < 3, results.notes) == (True, [])
    other.execute("ROLLBACK")
    assert count(path) == 0


def test_a_full_disk_gives_a_note(tmp_path: Path) -> None:
    """Where nothing can be written the run goes on, says so once, and leaves the file whole."""
    path = tmp_path / "results.sqlite"
    results = Results(path)
    assert results._base
    results._base.execute("PRAGMA max_page_count = 4")
    for number in range(40):
        results.put(bytes([number]), lint(BAD, REGISTRY, Config()))
    results.close()
    assert len(results.notes) == 1
    assert "full" in results.notes[0]
    assert "--no-cache" in results.notes[0]
    assert count(path) == 0


def test_another_program_s_file_is_left_alone(tmp_path: Path) -> None:
    """A database that is not ours is neither used nor deleted, and the note says what to do."""
    path = tmp_path / "results.sqlite"
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE cats (name TEXT)")
    before = path.read_bytes()
    results = Results(path)
    results.put(KEY, Report(BAD))
    results.close()
    assert path.read_bytes() == before
    assert "another program" in results.notes[0]


def test_a_file_that_breaks_while_it_is_read_is_begun_anew(tmp_path: Path) -> None:
    """Damage in the middle costs the results and one note, and the next run keeps its own again."""
    path = tmp_path / "results.sqlite"
    results = Results(path)
    for number in range(200):
        results.put(bytes([number]) * 16, lint(BAD, REGISTRY, Config()))
    results.close()
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    results = Results(path)
    assert results.get(b"\7" * 16, BAD) is None
    results.put(KEY, Report(BAD))
    results.close()
    assert len(results.notes) == 1
    assert "begun anew" in results.notes[0]
    assert count(path) == 1


def test_many_reports_are_written_as_they_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits to be written stays small, however many posts there are, and so does the file."""
    monkeypatch.setattr("toneguard.results._BATCH", 10_000)
    monkeypatch.setattr("toneguard.results._LARGEST", 200_000)
    path = tmp_path / "results.sqlite"
    results, report = Results(path), lint(BAD, REGISTRY, Config())
    for number in range(600):
        results.put(number.to_bytes(2, "big"), report)
        assert results._waiting <= 10_000
    results.close()
    assert path.stat().st_size < 300_000


def test_cache_says_where_and_how_much_and_can_be_emptied(tmp_path: Path, toneguard: Run) -> None:
    """`cache path` prints the folder alone to standard output; `cache clear` spares the newsroom's index."""
    env = {"XDG_CACHE_HOME": str(tmp_path / "c")}
    folder = tmp_path / "c" / "toneguard"
    assert toneguard("cache", "clear", env=env).stdout == "0 files deleted, 0.0 MB.\n"
    folder.mkdir(parents=True)
    for name, size in (("results.sqlite", 2_000_000), ("a.json", 500_000), ("newsroom-1.sqlite", 1), ("other", 1)):
        (folder / name).write_bytes(b"x" * size)
    told = toneguard("cache", "path", env=env)
    assert told.stdout == f"{folder}\n"
    assert "results 2.0 MB, packs and templates 0.5 MB, newsrooms (which `clear` keeps) 0.0 MB" in told.stderr
    assert toneguard("cache", "clear", env=env).stdout == "2 files deleted, 2.5 MB.\n"
    assert sorted(path.name for path in folder.iterdir()) == ["newsroom-1.sqlite", "other"]
    assert toneguard("cache", "claer", env=env).returncode == 2
