"""From what a configuration names to the index: only what is new or has changed is read again."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice, takewhile
from pathlib import Path, PurePosixPath

from toneguard.config import Config, matches
from toneguard.formats import FORMATS, Format, format_for
from toneguard.newsroom import feeds
from toneguard.newsroom.index import Feed, Index
from toneguard.newsroom.release import Release, release_of
from toneguard.records import dataclass, replace
from toneguard.source import Source, SourceError

Progress = Callable[[int, int], None]  # releases read, and of how many
_BATCH = 2_000  # releases a transaction
_CHUNK = 50  # files that a worker reads at a time
_ENOUGH = 400  # files: fewer are read before workers have started
_MAGIC = frozenset("*?[\\")
_FEEDS = (".xml", ".rss", ".atom")
_PRUNED = frozenset({"node_modules", "vendor", "_site", "public"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an update changed, and what could not be read, a line each; `teasers` are releases that a feed cut short."""

    new: int = 0
    changed: int = 0
    gone: int = 0
    problems: tuple[str, ...] = ()
    teasers: int = 0

    def and_then(self, other: Outcome) -> Outcome:
        """Return what both changed."""
        return Outcome(
            self.new + other.new,
            self.changed + other.changed,
            self.gone + other.gone,
            (*self.problems, *other.problems),
            self.teasers + other.teasers,
        )


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be indexed: its place and path, the added path that it came from, and the stamp of its version."""

    place: str
    path: Path
    origin: str
    stamp: str


def update(
    index: Index,
    config: Config,
    formats: tuple[Format, ...] = FORMATS,
    *,
    fetch: Container[str] = (),
    workers: int = 1,
    progress: Progress = lambda done, whole: None,
) -> Outcome:
    """Bring the index up to date with the files and feeds of the configuration and those that were added.

    Of the feeds with an address those in `fetch` are fetched. Releases whose file has gone are dropped; what a feed no
    longer lists stays. With `workers` many files are read by several processes, which import `__main__` anew.
    Raises sqlite3.Error.
    """
    problems: list[str] = []
    before = index.known()  # before the files are listed, so that what another process adds is not taken for gone
    files = {file.place: file for file in _files(config, index, formats, problems)}
    stale = [file for place, file in files.items() if place not in before or before[place].stamp != file.stamp]
    new = changed = 0
    for batch in _batched(_read(stale, formats, workers, problems, progress), _BATCH):
        more, other = index.put(batch)
        new, changed = new + more, changed + other
    names = feed_names(config, index)
    for name in _former(names, index):
        index.forget(name)
    listed = {place for place, known in before.items() if known.origin not in names}
    outcome = Outcome(new, changed, index.drop(sorted(listed - files.keys())))
    for name in names:
        if feeds.is_address(name) and name not in fetch:
            continue
        try:
            outcome = outcome.and_then(take_feed(index, name, config))
        except feeds.FeedError as error:
            problems.append(str(error))
    return replace(outcome, problems=tuple(problems))


def take_feed(index: Index, name: str, config: Config, *, added: bool = False) -> Outcome:
    """Take in what a feed has, fetching one with an address. Raises FeedError and sqlite3.Error."""
    known = index.feeds().get(name, Feed(name, added=added))
    data, state = feeds.fetched(known) if feeds.is_address(name) else feeds.read(known, config.root / name)
    entries = list(feeds.releases(data, name)) if data is not None else []
    new, changed = index.put(entries)
    index.note(state)  # after the entries are in: whoever is killed between them reads the feed again
    return Outcome(new, changed, teasers=sum(len(entry.text.split()) < feeds.TEASER for entry in entries))


def _former(names: Container[str], index: Index) -> list[str]:
    """Return the feeds that were read and are named no longer."""
    return [feed.name for feed in index.feeds().values() if not feed.added and feed.name not in names]


def feed_names(config: Config, index: Index) -> tuple[str, ...]:
    """Return the feeds that the configuration names, then those that were added."""
    added = (feed.name for feed in index.feeds().values() if feed.added and is_feed(feed.name))
    return tuple(dict.fromkeys((*config.newsroom.get("feeds", ()), *added)))


def is_feed(name: str) -> bool:
    """Tell whether what is added is a feed, by its name: an address, or a file that ends as feeds do."""
    return feeds.is_address(name) or name.lower().endswith(_FEEDS)


def _files(config: Config, index: Index, formats: tuple[Format, ...], problems: list[str]) -> Iterator[_File]:
    """Yield the files that were added and those that the configuration names; the latter win."""
    suffixes = tuple(suffix for known in formats for suffix in known.suffixes)
    for name in (feed.name for feed in index.feeds().values() if feed.added and not is_feed(feed.name)):
        added = config.root / name
        if not added.exists():
            problems.append(f"{added}: was added to the newsroom and is no longer there")
        below = (f"{name}/{place}" for place in _walk(added) if place.lower().endswith(suffixes))
        for place in below if added.is_dir() else (name,):
            yield from _file(config, place, name)
    globs = config.newsroom.get("paths", ())
    for start in _starts(globs):
        for found in _walk(config.root / start):
            place = f"{start}/{found}" if start else found
            if place.lower().endswith(suffixes) and matches(place, globs):
                yield from _file(config, place, "")


def _file(config: Config, place: str, origin: str) -> Iterator[_File]:
    path = config.root / place
    try:
        state = path.stat()
    except OSError:  # gone since it was listed, or a link to nowhere
        return
    yield _File(place, path, origin, f"{state.st_mtime_ns}:{state.st_size}")


def _starts(globs: Sequence[str]) -> set[str]:
    """Return the folders to walk, none of them inside another."""
    starts = {_start(glob) for glob in globs if not glob.startswith("!")}
    if "" in starts:
        return {""}
    return {start for start in starts if not any(start.startswith(f"{top}/") for top in starts)}


def _start(glob: str) -> str:
    """Return the folder that a glob looks in: the whole tree where it has no slash inside, as in .gitignore."""
    body = glob.rstrip("/")
    if "/" not in body:
        return ""
    parts = PurePosixPath(body.lstrip("/")).parts
    plain = list(takewhile(lambda part: _MAGIC.isdisjoint(part), parts))
    return "/".join(plain if glob.endswith("/") else plain[: len(parts) - 1])


def _walk(top: Path) -> Iterator[str]:
    """Yield the files below a folder, relative to it, without hidden folders and those of tools."""
    for where, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _PRUNED)
        inside = Path(where).relative_to(top).as_posix()
        yield from (name if inside == "." else f"{inside}/{name}" for name in sorted(names))


def _read(
    files: Sequence[_File], formats: tuple[Format, ...], workers: int, problems: list[str], progress: Progress
) -> Iterator[Release]:
    """Yield the releases that files hold; what cannot be read is added to `problems`."""
    if workers < 2 or len(files) < _ENOUGH or formats != FORMATS:  # a plugin's formats need not travel
        yield from _sorted_out(map(_release, files, [formats] * len(files)), problems, progress, len(files))
        return
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        yield from _sorted_out(pool.map(_release, files, chunksize=_CHUNK), problems, progress, len(files))


def _sorted_out(
    results: Iterable[Release | str], problems: list[str], progress: Progress, whole: int
) -> Iterator[Release]:
    for done, result in enumerate(results, 1):
        progress(done, whole)
        if isinstance(result, str):
            problems.append(result)
        else:
            yield result


def _release(file: _File, formats: tuple[Format, ...] = FORMATS) -> Release | str:
    """Return the release in a file, or why it cannot be read."""
    try:
        source = Source.read(file.path)
    except SourceError as error:
        return str(error)
    return release_of(format_for(source, formats).parse(source), file.place, file.origin, file.stamp)


def _batched(releases: Iterable[Release], size: int) -> Iterator[list[Release]]:
    iterator = iter(releases)
    while batch := list(islice(iterator, size)):
        yield batch
