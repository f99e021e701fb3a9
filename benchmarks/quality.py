"""Precision, recall and false alarms on labelled posts, beside the linters people use today.

    .venv/bin/python benchmarks/quality.py [FOLDER …] [--peers PATH] [--misses]

FOLDER holds labelled posts (see benchmarks/gold.py); without one it is tests/corpus, which was read while the rules
were written, so its figures flatter. The peers (write-good, proselint, alex) know no families: any alert of theirs
that overlaps an offending sentence counts as a hit, as the rows `any` count for toneguard too. They are looked for in
`.peers`, where `make peers` installs them, and on PATH; one that is not there is named and left out.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from urllib.parse import unquote, urlparse

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.gold import (  # noqa: E402
    ANY,
    FAMILIES,
    VERDICTS,
    LabelError,
    Place,
    Post,
    Tally,
    alarms,
    missed,
    read_posts,
    tally,
    verdict,
)

Found = Mapping[Path, Sequence[Place]]
_ALEX = re.compile(r"^\s*(\d+):(\d+)-(\d+):(\d+)\s+warning", re.M)
_WRITE_GOOD = re.compile(r"^(.+):(\d+):(\d+):\"(.*?)\" ", re.M)


def _output(command: Sequence[str], *, stderr: bool = False) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stderr if stderr else done.stdout


def _offset(text: str, line: int, column: int) -> int:
    """Return the offset of a 1-based line and a 0-based column in code points."""
    starts = [0, *accumulate(len(part) for part in text.splitlines(keepends=True))]
    return starts[min(line, len(starts)) - 1] + column


def toneguard(posts: Sequence[Post], command: str) -> tuple[Found, Mapping[Path, set[str]]]:
    """Run toneguard as a process would; return its findings, and the families of its verdicts on whole posts.

    Suggestions are not scored.
    """
    call = [command, "-m", "toneguard", "check", "--isolated", "--format", "json", *_names(posts)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"toneguard failed:\n{done.stderr}")
    report = json.loads(done.stdout)
    found: dict[Path, list[Place]] = defaultdict(list)
    verdicts: dict[Path, set[str]] = defaultdict(set)
    for finding in report["findings"]:
        if finding["severity"] == "suggestion":
            continue
        if finding["scope"] == "document":
            verdicts[Path(finding["path"])].add(finding["family"])
        else:
            place = Place(finding["start"]["offset"], finding["end"]["offset"], finding["family"])
            found[Path(finding["path"])].append(place)
    return found, verdicts


def write_good(posts: Sequence[Post], command: str) -> Found:
    """Run write-good; its column is 0-based and its alert as long as the words it quotes."""
    texts = {str(post.path): post.text for post in posts}
    found: dict[Path, list[Place]] = defaultdict(list)
    for name, line, column, words in _WRITE_GOOD.findall(_output([command, "--parse", *texts])):
        start = _offset(texts[name], int(line), int(column))
        found[Path(name)].append(Place(start, start + len(words)))
    return found


def proselint(posts: Sequence[Post], command: str) -> Found:
    """Run proselint; its spans are 1-based and half-open."""
    result = json.loads(_output([command, "check", "--output-format", "json", *_names(posts)]))["result"]
    found: dict[Path, list[Place]] = defaultdict(list)
    for uri, entry in result.items():
        for alert in entry.get("diagnostics", ()):
            start, end = alert["span"]
            found[Path(unquote(urlparse(uri).path))].append(Place(start - 1, end - 1))
    return found


def alex(posts: Sequence[Post], command: str) -> Found:
    """Run alex post by post; its columns are 1-based."""
    found: dict[Path, list[Place]] = {}
    for post in posts:
        report = _output([command, str(post.path)], stderr=True)
        rows = [tuple(map(int, row)) for row in _ALEX.findall(report)]
        found[post.path] = [
            Place(_offset(post.text, line, column - 1), _offset(post.text, last, end - 1))
            for line, column, last, end in rows
        ]
    return found


def _names(posts: Sequence[Post]) -> list[str]:
    return [str(post.path) for post in posts]


PEERS: dict[str, Callable[[Sequence[Post], str], Found]] = {
    "write-good": write_good,
    "proselint": proselint,
    "alex": alex,
}


def _command(name: str, peers: Path) -> str:
    """Return the path of a peer's command, or "" when it is not installed."""
    places = (peers / "node_modules" / ".bin", peers / "bin", *os.get_exec_path())
    return shutil.which(name, path=os.pathsep.join(map(str, places))) or ""


def _groups(posts: Sequence[Post]) -> Iterator[tuple[str, list[Post]]]:
    """Yield the posts of each language, and all of them when there are several."""
    languages = sorted({post.language for post in posts})
    for group in (*languages, "all") if len(languages) > 1 else languages:
        yield group, [post for post in posts if group in ("all", post.language)]


def _figures(name: str, family: str, group: str, total: Tally) -> str:
    figures = f"{total.precision:9.3f} {total.recall:7.3f} {total.f1:6.3f} {total.found:6} {total.gold:5}"
    return f"{name:11} {family:13} {group:4} {figures}"


def verdict_table(posts: Sequence[Post], said: Mapping[Path, set[str]]) -> list[str]:
    """Return the rows of verdicts on whole posts, by family and language."""
    rows = []
    for family in VERDICTS:
        for group, mine in _groups(posts):
            tallies = (verdict(post, family, said=family in said.get(post.path, ())) for post in mine)
            rows.append(_figures("toneguard", family, group, sum(tallies, Tally())))
    return rows


def table(name: str, posts: Sequence[Post], found: Found, families: Sequence[str]) -> list[str]:
    """Return the rows of one tool: figures by family and language, and alarms on clean posts."""
    rows = []
    for family in families:
        for group, mine in _groups(posts):
            total = sum((tally(post, family, found.get(post.path, ())) for post in mine), Tally())
            rows.append(_figures(name, family, group, total))
    clean = [post for post in posts if post.clean]
    words = sum(post.words for post in clean)
    wrong = sum(len(found.get(post.path, ())) for post in clean)
    rate = f"{1000 * wrong / words:.2f}" if words else "none to count"
    rows.append(f"{name:11} alarms per 1,000 words of clean posts: {rate} ({wrong} in {words} words)")
    return rows


def _misses(posts: Sequence[Post], found: Found) -> list[str]:
    rows = []
    for post in posts:
        mine = [place for place in found.get(post.path, ()) if place.family in FAMILIES]
        for word, places in (("missed", missed(post, mine)), ("alarm", alarms(post, mine))):
            for place in places:
                line = post.text.count("\n", 0, place.start) + 1
                rows.append(f"{word:7} {place.family:13} {post.path}:{line}: {post.text[place.start : place.end]!r}")
    return sorted(rows)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT / "tests" / "corpus"])
    parser.add_argument("--peers", type=Path, default=ROOT / ".peers", help="where the peers are installed")
    parser.add_argument("--misses", action="store_true", help="list what toneguard missed and its false alarms")
    options = parser.parse_args()
    try:
        posts = read_posts(path.resolve() for path in options.folders)
    except LabelError as error:
        sys.exit(str(error))
    if not posts:
        sys.exit("no labelled posts; name a folder that holds NAME.md beside NAME.labels.json")
    print(f"{len(posts)} posts, {sum(post.words for post in posts)} words")
    print(f"{'tool':11} {'family':13} {'lang':4} {'precision':>9} {'recall':>7} {'F1':>6} {'found':>6} {'gold':>5}")
    own, verdicts = toneguard(posts, sys.executable)
    print("\n".join([*table("toneguard", posts, own, (*FAMILIES, ANY)), *verdict_table(posts, verdicts)]))
    for name, run in PEERS.items():
        if command := _command(name, options.peers):
            print("\n".join(table(name, posts, run(posts, command), (ANY,))))
        else:
            print(f"{name:11} is not installed: `make peers` installs it")
    if options.misses:
        print("\n".join(_misses(posts, own)))


if __name__ == "__main__":
    main()
