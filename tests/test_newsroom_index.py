"""The newsroom's index: what it holds after changes, interruptions and company, and where releases come from."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Run
from toneguard import Config, Source
from toneguard.cache import Cache
from toneguard.lint import lint
from toneguard.newsroom import Index, Release, index_path, opened, update
from toneguard.newsroom.feeds import FeedError, releases
from toneguard.newsroom.index import Feed
from toneguard.newsroom.intake import Outcome, take_feed
from toneguard.newsroom.release import fingerprints
from toneguard.registry import Registry

TEXT = "The ferry number {0} leaves quay {0} at six in the morning and comes back at noon with the post for house {0}."
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>
<item><title>Tea &amp;amp; bread</title><link>https://farm.example/1</link><guid>1</guid>
<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><description>A teaser.</description>
<content:encoded><![CDATA[<p>The oven is <b>hot</b> at four &ndash; always.</p><p>Bread at five.</p>]]>
</content:encoded></item>
<item><title>Short</title><link>https://farm.example/2</link><description>Only begun …</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Nyt</title><entry><id>urn:1</id>
<title>Ørreden er her</title><link href="https://dam.example/1"/><updated>2026-02-01T10:00:00Z</updated>
<content type="html">&lt;p&gt;Ørreden svømmer i åen fra på mandag.&lt;/p&gt;</content></entry></feed>"""


def config(root: Path, *feeds: str, paths: tuple[str, ...] = ("newsroom/**/*.md",)) -> Config:
    """Return a configuration with a newsroom."""
    return replace(Config(root=root), newsroom={"paths": paths, "feeds": feeds})


def write(root: Path, *numbers: int, folder: str = "newsroom") -> None:
    """Write releases, one for each number."""
    (root / folder).mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (root / folder / f"{number}.md").write_text(f"# Ferry {number}\n\n{TEXT.format(number)}\n", "utf-8")


def places(index: Index) -> set[str]:
    """Return the places of all releases."""
    return {release.place for release in index.releases()}


def assert_whole(path: Path) -> None:
    """The file is sound, every release has its fingerprints, and there are no others."""
    base = sqlite3.connect(path)
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    wanted = set()
    for number, text, prints in base.execute("SELECT id, text, prints FROM releases"):
        marks = fingerprints(Release("x", text))
        assert len(marks) == prints
        wanted |= {(mark, number) for mark in marks}
    assert set(base.execute("SELECT hash, release FROM fingerprints")) == wanted
    base.close()


CHANGES = st.lists(
    st.tuples(st.sampled_from(["put", "drop"]), st.sampled_from("abcd"), st.integers(0, 3)), min_size=1, max_size=12
)


@given(CHANGES)
def test_whatever_happened_the_index_holds_the_last_versions(changes: list[tuple[str, str, int]]) -> None:
    """After any puts and drops the index holds what a dictionary would, with the fingerprints of nothing else."""
    index, known = Index(), dict[str, str]()
    for what, place, version in changes:
        text = TEXT.format(f"{place} {version}")
        if what == "put":
            index.put([Release(place, text, stamp=str(version))])
            known[place] = text
        else:
            assert index.drop([place]) == (place in known)
            known.pop(place, None)
    assert {release.place: release.text for release in index.releases()} == known
    marks = {mark for text in known.values() for mark in fingerprints(Release("x", text))}
    assert set(index.having(range(0))) == set()
    rows = index._base.execute("SELECT DISTINCT hash FROM fingerprints")
    assert {row[0] for row in rows} == marks


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    """New, changed and deleted files are told apart, and what is as it was is left alone."""
    write(tmp_path, 1, 2, 3)
    index = Index()
    assert update(index, config(tmp_path)) == Outcome(new=3)
    before = index.generation
    assert update(index, config(tmp_path)) == Outcome()
    assert index.generation == before
    (tmp_path / "newsroom" / "1.md").write_text("# Ferry\n\nIt sank.\n")
    (tmp_path / "newsroom" / "2.md").unlink()
    write(tmp_path, 4)
    assert update(index, config(tmp_path)) == Outcome(new=1, changed=1, gone=1)
    assert places(index) == {"newsroom/1.md", "newsroom/3.md", "newsroom/4.md"}
    assert index.generation > before


@pytest.mark.parametrize(
    ("globs", "expected"),
    [
        (("newsroom/**/*.md",), {"newsroom/1.md", "newsroom/old/2.md"}),
        (("newsroom/*.md",), {"newsroom/1.md"}),
        (("newsroom/",), {"newsroom/1.md", "newsroom/old/2.md", "site/newsroom/3.md"}),
        (("/newsroom/",), {"newsroom/1.md", "newsroom/old/2.md"}),
        (("3.md",), {"site/newsroom/3.md"}),
        (("newsroom/", "!newsroom/old/"), {"newsroom/1.md", "site/newsroom/3.md"}),
        (("site/**", "newsroom/old"), {"site/newsroom/3.md", "newsroom/old/2.md"}),
        (("nowhere/",), set()),
    ],
)
def test_globs_are_those_of_gitignore(tmp_path: Path, globs: tuple[str, ...], expected: set[str]) -> None:
    """`[newsroom] paths` names files as .gitignore would, whatever lies beside them."""
    write(tmp_path, 1)
    write(tmp_path, 2, folder="newsroom/old")
    write(tmp_path, 3, folder="site/newsroom")
    write(tmp_path, 4, folder="node_modules/newsroom")
    (tmp_path / "newsroom" / "logo.png").write_bytes(b"\x89PNG")
    index = Index()
    assert update(index, config(tmp_path, paths=globs)).problems == ()
    assert places(index) == expected


def test_an_unreadable_release_hides_no_other(tmp_path: Path) -> None:
    """A file that is not UTF-8 is named, and the others are in the index."""
    write(tmp_path, 1, 2)
    (tmp_path / "newsroom" / "bad.md").write_bytes(b"\xff\xfe\x00 caf\xe9")
    index = Index()
    (problem,) = update(index, config(tmp_path)).problems
    assert "bad.md" in problem
    assert places(index) == {"newsroom/1.md", "newsroom/2.md"}


def test_many_files_are_read_by_workers_alike(tmp_path: Path) -> None:
    """Several processes put the same into the index as one."""
    write(tmp_path, *range(450))
    one, other = Index(), Index()
    assert update(one, config(tmp_path)) == update(other, config(tmp_path), workers=2) == Outcome(new=450)
    assert set(one.releases()) == set(other.releases())


CHILD = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
import toneguard.newsroom.intake as updating
from toneguard import Config
from toneguard.newsroom import Index, update
updating._BATCH = 5
root, path, left = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
whole = Index._count
def count(self, changes):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    whole(self, changes)
Index._count = count
update(Index.opened(path), replace(Config(root=root), newsroom={"paths": ("newsroom/",)}))
"""


def child(root: Path, path: Path, kill: int = -1) -> subprocess.Popen[bytes]:
    """Start an update in transactions of five releases, which is killed inside one of them where `kill` says so."""
    return subprocess.Popen([sys.executable, "-c", CHILD, str(root), str(path), str(kill)], stderr=subprocess.PIPE)


@pytest.mark.parametrize("transaction", [1, 2, 9])
def test_killed_in_the_middle_the_index_is_whole(tmp_path: Path, transaction: int) -> None:
    """After a kill inside a transaction the index holds what was there before it, and the next update the rest."""
    write(tmp_path, *range(60))
    path = tmp_path / "index.sqlite"
    process = child(tmp_path, path, transaction)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    done = 5 * (transaction - 1)
    assert len(Index.opened(path)) == done
    assert_whole(path)
    assert update(Index.opened(path), config(tmp_path)) == Outcome(new=60 - done)
    assert_whole(path)


def test_two_updates_at_once_lose_nothing(tmp_path: Path) -> None:
    """Updates of the same index side by side leave every release in it, once."""
    write(tmp_path, *range(300))
    path = tmp_path / "index.sqlite"
    processes = [child(tmp_path, path) for _ in range(3)]
    for process in processes:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said.decode()
    assert places(Index(path)) == {f"newsroom/{number}.md" for number in range(300)}
    assert_whole(path)


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to look at" * 9, b"", b"SQLite format 3\0" + b"x" * 500]
)
def test_a_damaged_index_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    """A file that is no index is replaced, and the releases are found all the same."""
    write(tmp_path, 1)
    path = tmp_path / "index.sqlite"
    path.write_bytes(content)
    index = Index.opened(path)
    assert update(index, config(tmp_path)) == Outcome(new=1)


def test_an_index_of_another_version_is_begun_anew(tmp_path: Path) -> None:
    """Tables of another version go."""
    path = tmp_path / "index.sqlite"
    base = sqlite3.connect(path)
    base.executescript("CREATE TABLE releases (other TEXT); PRAGMA user_version = 99;")
    base.close()
    assert len(Index.opened(path)) == 0


def test_damage_deeper_inside_stops_no_run(tmp_path: Path) -> None:
    """An index that breaks while it is asked costs the verdict and a note, not the run."""
    write(tmp_path, *range(200))
    cache = Cache(tmp_path / "cache")
    settings = config(tmp_path)
    path = index_path(settings, cache)
    assert path
    index = Index.opened(path)
    update(index, settings)
    index._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    index.close()
    data = bytearray(path.read_bytes())
    data[4096 * 2 :] = b"\xaa" * len(data[4096 * 2 :])
    path.write_bytes(data)
    registry = Registry(settings, cache)
    lint(Source(TEXT.format(1) * 3, str(tmp_path / "post.md")), registry, settings)
    assert registry.notes


def test_a_cache_that_cannot_be_written_stops_no_run(tmp_path: Path) -> None:
    """Where no index can be kept, one in memory serves the run, and a note says so."""
    write(tmp_path, 1)
    (tmp_path / "file").write_text("not a folder")
    room = opened(config(tmp_path), Cache(tmp_path / "file"))
    assert room
    assert len(room.index) == 1
    assert "cannot be used" in room.notes[0]


def test_without_a_newsroom_there_is_no_index(tmp_path: Path) -> None:
    """Nothing is opened or written where no release was ever named."""
    assert opened(Config(root=tmp_path), Cache(tmp_path / "cache")) is None
    assert not (tmp_path / "cache").exists()


def test_linting_brings_the_index_up_to_date(tmp_path: Path) -> None:
    """A release that was written since the last run is known to the next, without a command."""
    write(tmp_path, 1)
    settings = replace(config(tmp_path), select=("press-release/reposted",))
    words = "Who takes the bread over the sound in March, when the ice is too thick to row and too thin to walk on? "
    post = Source(
        f"{words} Two sisters with a sledge and a long rope do, and they take no money for it at all.", "post.md"
    )
    assert not lint(post, Registry(settings, Cache(tmp_path / "cache")), settings).findings
    (tmp_path / "newsroom" / "new.md").write_text(post.text)
    assert lint(post, Registry(settings, Cache(tmp_path / "cache")), settings).findings


def test_rss_and_atom_are_read(tmp_path: Path) -> None:
    """A local feed gives title, address, date and prose of its entries; the longest text of an entry counts."""
    (tmp_path / "feed.xml").write_text(RSS, "utf-8")
    (tmp_path / "nyt.atom").write_text(ATOM, "utf-8")
    index = Index()
    assert update(index, config(tmp_path, "feed.xml", "nyt.atom")) == Outcome(new=3, teasers=3)
    tea, trout, short = sorted(index.releases(), key=lambda release: release.url[-1] + release.place)[::1]
    known = {release.title: release for release in (tea, trout, short)}
    assert known["Tea & bread"].text == "Tea & bread\nThe oven is hot at four – always.\nBread at five."
    assert (known["Tea & bread"].date, known["Tea & bread"].url) == ("2026-03-03", "https://farm.example/1")
    assert known["Ørreden er her"].text.endswith("Ørreden svømmer i åen fra på mandag.")
    assert update(index, config(tmp_path, "feed.xml", "nyt.atom")) == Outcome()


def test_what_a_feed_lists_no_longer_stays(tmp_path: Path) -> None:
    """Old entries stay, changed ones are replaced, and the feed that is named no longer takes all with it."""
    (tmp_path / "feed.xml").write_text(RSS, "utf-8")
    index = Index()
    update(index, config(tmp_path, "feed.xml"))
    shorter = RSS.replace("Bread at five", "Bread at six, if the flour comes").replace(
        "<item><title>Short", "<other><title>Short"
    )
    shorter = shorter.replace("Only begun …</description></item>", "Only begun …</description></other>")
    (tmp_path / "feed.xml").write_text(shorter, "utf-8")
    assert update(index, config(tmp_path, "feed.xml")).changed == 1
    assert len(index) == 2
    assert update(index, config(tmp_path)).gone + len(index) == 0 or len(index) == 0
    update(index, config(tmp_path, "feed.xml"))
    assert len(index) == 1


@pytest.mark.parametrize(
    "data", [b"", b"<html><body>404</body></html>", b"\x00\xff\xfe", b"{}", b"<rss", "å".encode("utf-16")]
)
def test_what_is_no_feed_is_an_error(data: bytes) -> None:
    """Anything but RSS and Atom is refused with the feed's name."""
    with pytest.raises(FeedError, match=r"feed\.xml"):
        list(releases(data, "feed.xml"))


def test_entities_that_explode_do_not() -> None:
    """A feed of entities inside entities is read in bounds or refused."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{levels}]>{RSS[38:].replace("Short", "&a9;")}'
    with suppress(FeedError):
        assert sum(len(release.text) for release in releases(bomb.encode(), "feed.xml")) < 1_000_000


class _Feeds(BaseHTTPRequestHandler):
    asked: list[tuple[str, str | None]]

    def do_GET(self) -> None:
        type(self).asked.append((self.path, self.headers.get("If-None-Match")))
        if self.path == "/gone":
            self.send_error(404)
        elif self.headers.get("If-None-Match") == '"1"':
            self.send_response(304)
            self.end_headers()
        else:
            self.send_response(200)
            self.send_header("ETag", '"1"')
            self.end_headers()
            self.wfile.write(RSS.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    """A server with a feed, on this machine."""
    _Feeds.asked = []
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Feeds)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


def test_a_feed_is_fetched_once_and_then_asked_for_news(tmp_path: Path, server: str) -> None:
    """The second update sends the ETag of the first and changes nothing."""
    index, settings = Index(), config(tmp_path, f"{server}/feed")
    assert update(index, settings, fetch=[f"{server}/feed"]).new == 2
    assert update(index, settings, fetch=[f"{server}/feed"]) == Outcome()
    assert _Feeds.asked == [("/feed", None), ("/feed", '"1"')]
    assert index.feeds()[f"{server}/feed"].fetched > 0


def test_a_feed_that_fails_hides_no_other(tmp_path: Path, server: str) -> None:
    """What a server refuses is an error line, and the other feed is in."""
    names = (f"{server}/gone", "http://127.0.0.1:9/closed", f"{server}/feed")
    outcome = update(Index(), config(tmp_path, *names), fetch=names)
    assert outcome.new == 2
    assert [problem.partition(": ")[0] for problem in outcome.problems] == list(names[:2])


def test_linting_never_fetches(tmp_path: Path, server: str) -> None:
    """A run with a feed's address in its configuration asks no server, says so, and does not fail."""
    settings = config(tmp_path, f"{server}/feed")
    registry = Registry(settings, Cache(tmp_path / "cache"))
    report = lint(Source("Tea keeps for a year.", str(tmp_path / "post.md")), registry, settings)
    assert report.errors == ()
    assert _Feeds.asked == []
    (note,) = registry.notes
    assert "has not been fetched yet; run `toneguard newsroom update`" in note


def test_what_was_added_stays_added(tmp_path: Path, server: str) -> None:
    """Feeds and folders that were added are read again by each update, until they are forgotten."""
    index, settings = Index(), Config(root=tmp_path)
    take_feed(index, f"{server}/feed", settings, added=True)
    write(tmp_path, 1, 2, folder="archive")
    index.note(Feed("archive", added=True))
    assert update(index, settings, fetch=[f"{server}/feed"]).new == 2
    assert len(index) == 4
    index.forget(f"{server}/feed")
    index.forget("archive")
    assert len(index) == 0
    assert index.feeds() == {}


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A repository with two releases and a post that copies one."""
    write(tmp_path, 1, 2)
    (tmp_path / "toneguard.toml").write_text('[newsroom]\npaths = ["newsroom/"]\n')
    (tmp_path / "post.md").write_text(f"# Post\n\n{TEXT.format(1)}\n\n{TEXT.format(1).replace('six', 'seven')}\n")
    (tmp_path / "own.md").write_text("# Post\n\nTea keeps for a year in a dark tin, if nobody finds it.\n")
    return tmp_path


def env(root: Path) -> dict[str, str]:
    """Return the environment with a cache of the test's own."""
    return {**os.environ, "XDG_CACHE_HOME": str(root / "cache"), "COLUMNS": "100"}


def test_the_commands_in_turn(newsroom: Path, toneguard: Run, server: str) -> None:
    """update, list, match, add and remove do what they say and exit as they should."""
    done = toneguard("newsroom", "update", env=env(newsroom))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "2 releases in the newsroom: 2 new, 0 changed, 0 gone.\n"
    done = toneguard("newsroom", "list", env=env(newsroom))
    assert "newsroom/1.md  Ferry 1" in done.stdout
    done = toneguard("newsroom", "match", "post.md", env=env(newsroom))
    assert done.returncode == 1
    assert "[1: The ferry number 1 leaves" in done.stdout
    done = toneguard("newsroom", "match", "own.md", env=env(newsroom))
    assert (done.returncode, done.stdout[:10]) == (0, "No release")
    write(newsroom, 3, folder="archive")
    done = toneguard("newsroom", "add", "archive", f"{server}/feed", env=env(newsroom))
    assert done.stdout.startswith("5 releases in the newsroom: 3 new")
    done = toneguard("newsroom", "list", "--format", "json", env=env(newsroom))
    assert done.stdout.count('"place"') == 5
    done = toneguard("newsroom", "remove", "archive", env=env(newsroom))
    assert done.stdout == "4 releases in the newsroom.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["add", "nowhere.md"], "nowhere.md: does not exist"),
        (["add", "http://127.0.0.1:9/feed"], "cannot be fetched"),
        (["remove", "nothing"], "nothing: was not added"),
        (["match", "missing.md"], "missing.md: cannot be read"),
        (["list", "--format", "jsn"], "did you mean 'json'?"),
    ],
)
def test_what_cannot_be_done_is_said(newsroom: Path, toneguard: Run, arguments: list[str], words: str) -> None:
    """A wrong name, a dead server and an unknown format exit 2 with the reason and without a traceback."""
    done = toneguard("newsroom", *arguments, env=env(newsroom))
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_check_finds_the_repost(newsroom: Path, toneguard: Run) -> None:
    """`check` needs no command before it."""
    done = toneguard("check", "post.md", "own.md", env=env(newsroom))
    assert done.returncode == 1
    assert "[press-release/reposted]" in done.stdout
    assert "own.md" not in done.stdout


def test_json_has_both_sides(newsroom: Path, toneguard: Run) -> None:
    """Each passage has its range in the post and the release's place, title, date and words."""
    done = toneguard("check", "--format", "json", "post.md", env=env(newsroom))
    (found,) = (item for item in json.loads(done.stdout)["findings"] if item["rule"] == "press-release/reposted")
    text = (newsroom / "post.md").read_text()
    release = (newsroom / "newsroom" / "1.md").read_text()
    for passage in found["related"]:
        assert (passage["place"], passage["title"]) == ("newsroom/1.md", "Ferry 1")
        assert passage["text"] in release
        assert text[passage["start"]["offset"] : passage["end"]["offset"]] in release


def test_hooks_side_by_side_find_the_same(newsroom: Path) -> None:
    """Several checks that begin the same index at once all find the repost and say nothing of each other."""
    command = [sys.executable, "-m", "toneguard", "check", "--format", "concise", "post.md"]
    pipes = {"cwd": newsroom, "env": env(newsroom), "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    hooks = [subprocess.Popen(command, **pipes) for _ in range(4)]  # type: ignore[call-overload]
    said = [hook.communicate(timeout=120) for hook in hooks]
    assert len(set(said)) == 1
    assert "press-release/reposted" in said[0][0]
    assert said[0][1] == ""


def test_a_page_is_written_whole(newsroom: Path, toneguard: Run) -> None:
    """`match --html -o` writes a page and leaves nothing else behind."""
    done = toneguard("newsroom", "match", "post.md", "--html", "-o", "page.html", env=env(newsroom))
    assert done.returncode == 1
    assert (newsroom / "page.html").read_text("utf-8").endswith("</html>\n")
    assert [path.name for path in newsroom.glob(".*")] == []


def test_a_pasted_draft_is_matched(newsroom: Path, toneguard: Run) -> None:
    """`match -` reads standard input."""
    done = toneguard("newsroom", "match", "-", stdin=(newsroom / "post.md").read_bytes(), env=env(newsroom))
    assert done.returncode == 1
