"""RSS and Atom: a feed's entries as releases. Only `fetched` uses the network, and only `newsroom update` calls it."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from toneguard.blake import blake2b
from toneguard.formats import HTML
from toneguard.newsroom.index import Feed
from toneguard.newsroom.release import Release, prose
from toneguard.records import replace
from toneguard.source import Source
from toneguard.version import VERSION

TEASER = 60  # words: a shorter entry shows the beginning of a release and not the release
_TIMEOUT = 30  # seconds
_MOST = 50_000_000  # bytes
_SCHEMES = ("http://", "https://")


class FeedError(Exception):
    """A feed that cannot be used; the message names it and says what is wrong."""


def is_address(name: str) -> bool:
    """Tell whether a feed is fetched from the network."""
    return name.lower().startswith(_SCHEMES)


def read(feed: Feed, path: Path) -> tuple[bytes | None, Feed]:
    """Read a feed from a file; the bytes are None where it has not changed. Raises FeedError."""
    try:
        state = path.stat()
        stamp = f"{state.st_mtime_ns}:{state.st_size}"
        return (None, feed) if stamp == feed.stamp else (path.read_bytes(), replace(feed, stamp=stamp))
    except OSError as error:
        raise FeedError(f"{path}: the feed cannot be read: {error.strerror or error}") from error


def fetched(feed: Feed) -> tuple[bytes | None, Feed]:
    """Fetch a feed, asking for what is new since it was last fetched; None as in `read`. Raises FeedError."""
    from urllib.error import HTTPError
    from urllib.request import Request, urlopen

    headers = {"User-Agent": f"toneguard/{VERSION}", "Accept": "application/rss+xml, application/atom+xml, */*;q=0.5"}
    if feed.etag:
        headers["If-None-Match"] = feed.etag
    if feed.modified:
        headers["If-Modified-Since"] = feed.modified
    now = time.time()
    try:
        with urlopen(Request(feed.name, headers=headers), timeout=_TIMEOUT) as answer:
            data = answer.read(_MOST + 1)
            etag, modified = answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", "")
    except HTTPError as error:
        if error.code == 304:
            return None, replace(feed, fetched=now)
        raise FeedError(f"{feed.name}: the server answered {error.code} {error.reason}") from error
    except (OSError, ValueError) as error:  # URLError, a time-out, a broken connection, an address that is none
        raise FeedError(f"{feed.name}: cannot be fetched: {getattr(error, 'reason', error)}") from error
    except Exception as error:  # http.client raises its own kinds for answers that are not HTTP
        raise FeedError(f"{feed.name}: cannot be fetched: {error!r}") from error
    if len(data) > _MOST:
        raise FeedError(f"{feed.name}: is larger than {_MOST // 1_000_000} MB")
    return data, replace(feed, etag=etag, modified=modified, fetched=now)


def releases(data: bytes, name: str) -> Iterator[Release]:
    """Yield the entries of a feed. Raises FeedError for what is no feed."""
    import feedparser

    read = feedparser.parse(io.BytesIO(data), sanitize_html=True, resolve_relative_uris=False)
    if not read.get("version"):
        why = f": {read['bozo_exception']}" if read.get("bozo_exception") else ""
        raise FeedError(f"{name}: is not RSS or Atom{why}")
    for entry in read.entries:
        release = _release(entry, name)
        if release.text:
            yield release


def _release(entry: Any, name: str) -> Release:
    title = _text(entry.get("title", ""))
    bodies = [content.get("value", "") for content in entry.get("content", ())] + [entry.get("summary", "")]
    text = _text(max(bodies, key=len))
    day = entry.get("published_parsed") or entry.get("updated_parsed")
    date = time.strftime("%Y-%m-%d", day) if day else ""
    url = entry.get("link", "")
    stamp = _digest(f"{title}\n{text}")
    return Release(
        f"{name}#{entry.get('id') or url or stamp}", f"{title}\n{text}".strip(), title, date, url, name, stamp
    )


def _text(html: str) -> str:
    """Return the prose of a piece of HTML, a paragraph a line."""
    return prose(HTML.parse(Source(html, "entry.html")))


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
