"""`toneguard newsroom`: releases in an index, and a post beside those that it copies."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from toneguard.cache import Cache
from toneguard.cli.check import CLEAN, FAILED, FOUND
from toneguard.cli.sidebyside import side_by_side
from toneguard.cli.terminal import colored, replace_file, show_errors, write
from toneguard.config import Config, ConfigError
from toneguard.document import Document
from toneguard.lint import parsed
from toneguard.nearest import nearest
from toneguard.newsroom import Index, Outcome, compare, index_path, update
from toneguard.newsroom.feeds import FeedError, is_address
from toneguard.newsroom.index import Feed
from toneguard.newsroom.intake import Progress, feed_names, is_feed, take_feed
from toneguard.newsroom.page import page
from toneguard.newsroom.reposted import is_repost, itself
from toneguard.newsroom.room import unfetched
from toneguard.packs import PackError
from toneguard.press import REPOSTED
from toneguard.registry import Registry
from toneguard.run import Settings
from toneguard.source import Source, SourceError

_SOON = 0.5  # seconds before a progress bar is worth its place
_FORMATS = ("text", "json")


class _UsageError(Exception):
    """A command line that cannot be followed; the message says why."""


def add(names: tuple[str, ...], config: Path | None, *, isolated: bool) -> int:
    """Add files, folders and feeds to the index and return the exit code."""

    def work(registry: Registry, index: Index) -> int:
        outcome, problems = Outcome(), []
        for name in names:
            try:
                place = _place(name, registry.config)
                if is_feed(place):
                    outcome = outcome.and_then(take_feed(index, place, registry.config, added=True))
                else:
                    index.note(Feed(place, added=True))
            except (FeedError, _UsageError) as error:
                problems.append(str(error))
        return _said(Outcome(problems=tuple(problems)).and_then(outcome).and_then(_updated(registry, index)), index)

    return _with_index(work, config, isolated=isolated)


def remove(names: tuple[str, ...], config: Path | None, *, isolated: bool) -> int:
    """Take out what was added and return the exit code."""

    def work(registry: Registry, index: Index) -> int:
        known = [feed.name for feed in index.feeds().values() if feed.added]
        for name in names:
            place = name if name in known else registry.config.relative(name)
            if place not in known:
                raise _UsageError(f"{name}: was not added{nearest(place, known)}")
            index.forget(place)
        write(f"{_count(len(index), 'release')} in the newsroom.\n")
        return CLEAN

    return _with_index(work, config, isolated=isolated)


def bring_up_to_date(config: Path | None, *, isolated: bool) -> int:
    """Read what is new, fetch the feeds, and return the exit code."""

    def work(registry: Registry, index: Index) -> int:
        return _said(_updated(registry, index, fetch=True), index)

    return _with_index(work, config, isolated=isolated)


def table(form: str, config: Path | None, *, isolated: bool) -> int:
    """List the releases and where they come from, and return the exit code."""

    def work(registry: Registry, index: Index) -> int:
        if form not in _FORMATS:
            hint = nearest(form, _FORMATS) or f", expected {', '.join(_FORMATS)}"
            raise _UsageError(f"--format: unknown value {form!r}{hint}")
        outcome = _updated(registry, index)
        write(_as_json(index) if form == "json" else _as_text(registry.config, index))
        show_errors(outcome.problems)
        return FAILED if outcome.problems else CLEAN

    return _with_index(work, config, isolated=isolated)


def match(path: str, target: Path | None, config: Path | None, *, html: bool, isolated: bool) -> int:
    """Show a post beside the releases that it copies; 1 where the rule would call it reposted."""

    def work(registry: Registry, index: Index) -> int:
        outcome = _updated(registry, index)
        document = _document(path, registry)
        place = registry.config.relative(path)
        found = compare(document, index, itself=itself(document, place))
        if html or target:
            _put(page(document, found, document.source.path), target)
        else:
            write(side_by_side(document, found, color=colored("auto")))
        show_errors((*outcome.problems, *(f"note: {note}" for note in unfetched(registry.config, index))))
        return FOUND if is_repost(found, registry.press[REPOSTED]) else CLEAN

    return _with_index(work, config, isolated=isolated)


def _with_index(work: Callable[[Registry, Index], int], config: Path | None, *, isolated: bool) -> int:
    """Open the index of the current folder's configuration and do the work; errors become exit code 2."""
    try:
        registry = Settings(config, isolated, cache=Cache.of_user()).registry(Path())
        path = index_path(registry.config, registry.cache)
        if path is None:
            raise _UsageError("there is no home folder to keep the index in; set XDG_CACHE_HOME")
        return work(registry, Index.opened(path))
    except (ConfigError, PackError, SourceError, _UsageError) as error:
        show_errors((str(error),))
    except sqlite3.Error as error:
        show_errors((f"{path}: the newsroom's index cannot be used: {error}; delete the file, or try again",))
    return FAILED


def _updated(registry: Registry, index: Index, *, fetch: bool = False) -> Outcome:
    wanted = feed_names(registry.config, index) if fetch else ()
    with _bar() as progress:
        return update(
            index,
            registry.config,
            registry.formats,
            fetch=wanted,
            workers=os.cpu_count() or 1,
            progress=progress,
        )


@contextmanager
def _bar() -> Iterator[Progress]:
    """Give a progress bar on standard error, in a terminal and once the work has lasted a moment."""
    from rich.console import Console
    from rich.progress import Progress as Bar

    start = time.monotonic()
    with Bar(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("releases", total=None, visible=False)

        def progress(done: int, whole: int) -> None:
            if time.monotonic() - start > _SOON:
                bar.update(task, completed=done, total=whole, visible=True)

        yield progress


def _place(name: str, config: Config) -> str:
    """Return the name under which the index knows what is added: an address as it is, a path from the root."""
    if is_address(name):
        return name
    path = Path(name)
    if not path.exists():
        raise _UsageError(f"{name}: does not exist; name a file, a folder, or a feed's address with https://")
    return config.relative(str(path.resolve()))


def _said(outcome: Outcome, index: Index) -> int:
    """Print what an update did and return the exit code."""
    parts = [f"{outcome.new} new", f"{outcome.changed} changed", f"{outcome.gone} gone"]
    write(f"{_count(len(index), 'release')} in the newsroom: {', '.join(parts)}.\n")
    if outcome.teasers:
        cut = _count(outcome.teasers, "entry", "entries")
        write(f"{cut} of feeds only begin a release; what they leave out cannot be matched.\n")
    show_errors(outcome.problems)
    return FAILED if outcome.problems else CLEAN


def _count(number: int, one: str, more: str = "") -> str:
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def _as_text(config: Config, index: Index) -> str:
    lines = [
        f"{release.date or '-':<10}  {len(release.text.split()):>5} words  {release.link}"
        + (f"  {release.title}" if release.title else "")
        for release in index.releases()
    ]
    lines += ["", f"{_count(len(index), 'release')} in the newsroom."]
    feeds = index.feeds()
    for name in dict.fromkeys((*feed_names(config, index), *feeds)):
        fetched = feeds[name].fetched if name in feeds else 0
        day = f"{datetime.fromtimestamp(fetched, UTC):%Y-%m-%d %H:%M} UTC" if fetched else "never"
        how = f"fetched {day}" if is_address(name) else "read from the file" if is_feed(name) else "added"
        lines.append(f"{name}: {how}")
    return "\n".join(lines).lstrip("\n") + "\n"


def _as_json(index: Index) -> str:
    rows = [
        {
            "place": release.place,
            "title": release.title,
            "date": release.date,
            "url": release.url,
            "origin": release.origin,
            "words": len(release.text.split()),
        }
        for release in index.releases()
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _document(path: str, registry: Registry) -> Document:
    source = Source.decode(sys.stdin.buffer.read(), "-") if path == "-" else Source.read(Path(path))
    return parsed(source, registry, registry.config.for_path(path))


def _put(text: str, target: Path | None) -> None:
    if target is None:
        write(text)
        return
    try:
        replace_file(target, text)
    except OSError as error:
        raise _UsageError(f"{target}: cannot be written: {error.strerror or error}") from error
