"""How fast toneguard is, beside the linters people use today: time and memory of whole processes.

    make bench
    .venv/bin/python benchmarks/speed.py [--quick] [--sizes 10,100] [--corpus FOLDER] [--tools toneguard,proselint] …

Cold on one clean and one bad post, on 10 to 10,000 posts and on one of 10 MB, a second run, the first run ever. The
posts are made by benchmarks/speedcorpus.py, or are those of a folder. The peers are looked for in `.peers`, where
`make peers` installs them, and on PATH; one that is not there is named and left out. Tables and a plot are written to
benchmarks/results/; with --quick, a trial of some seconds, they are printed only, unless --output names a folder.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import speedcorpus, speedplot  # noqa: E402
from benchmarks.speedrun import Bench, Column, Plan, raw, run  # noqa: E402
from benchmarks.speedtable import commit, machine, report  # noqa: E402
from benchmarks.speedtools import OWN, Found, Tool, find  # noqa: E402

CLEAN = ROOT / "tests" / "corpus" / "en" / "moving-events-to-postgres.md"
BAD = ROOT / "tests" / "corpus" / "en" / "peoplegrid-rota-webinar.md"
RESULTS = ROOT / "benchmarks" / "results"
LANGUAGES = ("en", "sv", "da")


def columns(work: Path, options: argparse.Namespace) -> list[Column]:
    """Make the posts below `work` and return what the tools are given, smallest first."""
    found = []
    for name, source in (("clean post", CLEAN), ("bad post", BAD)):
        target = work / name.split()[0] / "post.md"
        target.parent.mkdir()
        shutil.copy(source, target)
        found.append(Column(name, target, 1, target.stat().st_size))
    larger = list(_folders(work, options))
    if options.big:
        larger.append(_big(work, options))
    return found + sorted(larger, key=lambda column: column.size)


def _folders(work: Path, options: argparse.Namespace) -> Iterator[Column]:
    """Yield a folder for each size; the posts of the smaller ones are the first of the greatest."""
    posts = _posts(work, options)
    sizes = sorted({min(size, len(posts)) for size in options.sizes})
    for size in sizes:
        folder = work / f"posts-{size}"
        folder.mkdir()
        for number, path in enumerate(posts[:size]):
            os.link(path, folder / f"{number:05}.md")
        yield Column(f"{size:,} posts", folder, size, sum(path.stat().st_size for path in posts[:size]))


def _posts(work: Path, options: argparse.Namespace) -> list[Path]:
    folder = work / "posts"
    if options.corpus:
        folder.mkdir()
        for number, path in enumerate(sorted(options.corpus.rglob("*.md"))[: max(options.sizes)]):
            shutil.copy(path, folder / f"{number:05}.md")
    else:
        speedcorpus.write(folder, max(options.sizes), seed=options.seed, languages=options.lang)
    return sorted(folder.iterdir())


def _big(work: Path, options: argparse.Namespace) -> Column:
    """Write one post of so many bytes: a generated one, or those of the corpus end to end."""
    size, target = int(options.big * 1e6), work / "big" / "post.md"
    target.parent.mkdir()
    if options.corpus:
        texts = [path.read_text("utf-8", "replace") for path in sorted((work / "posts").iterdir())]
        text = "\n\n".join(texts * (1 + size // max(1, sum(map(len, texts)))))[:size]
    else:
        text = speedcorpus.made(-1, seed=options.seed, language=options.lang[0], size=size)
    target.write_text(text, "utf-8")
    return Column(f"one of {options.big:g} MB", target, 1, target.stat().st_size)


def picture(bench: Bench, columns: Sequence[Column]) -> str:
    """Return the plot of time over the number of posts."""
    folders = [column for column in columns if column.target.is_dir()]
    lines = {}
    for tool in bench.tools:
        walls = [(column.posts, bench.rows[tool.name][column.name].median("wall")) for column in folders]
        points = [(float(posts), wall) for posts, wall in walls if wall is not None]
        if len(points) > 1 or len(folders) == 1:
            lines[tool.name] = points
    return speedplot.plot(lines, title="Time over number of posts", across="posts", up="seconds")


def _chosen(found: Found, wanted: Sequence[str]) -> list[Tool]:
    """Return the tools of some names; toneguard, which the ratios need, always."""
    if unknown := set(wanted) - {tool.name for tool in found.tools}:
        names = ", ".join(tool.name for tool in found.tools)
        sys.exit(f"--tools: {', '.join(sorted(unknown))} is not there; there are: {names}")
    return [tool for tool in found.tools if not wanted or tool.name in {OWN, *wanted}]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a trial: 3 and 6 posts, one of 20 kB, one run each")
    parser.add_argument("--sizes", type=_numbers, help="numbers of posts [10,100,1000,10000]")
    parser.add_argument("--big", type=float, metavar="MB", help="size of the one big post; 0: none [10]")
    parser.add_argument("--runs", type=int, help="runs of each tool on each column [5]")
    parser.add_argument("--budget", type=float, default=Plan.budget, help="seconds for a tool's runs on a column [30]")
    parser.add_argument("--limit", type=float, default=Plan.limit, help="seconds that one run may take [100]")
    parser.add_argument("--minutes", type=float, default=Plan.total / 60, help="for everything [14]")
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="time on the Markdown posts of this folder")
    parser.add_argument("--lang", type=_languages, default=["en"], help="of the posts that are made: en,sv,da [en]")
    parser.add_argument("--seed", type=int, default=1, help="of the posts that are made [1]")
    parser.add_argument("--tools", default="", metavar="NAMES", help="rows of the table, with commas [all]")
    parser.add_argument("--peers", type=Path, default=ROOT / ".peers", help="where the peers are installed")
    parser.add_argument("--output", type=Path, metavar="FOLDER", help="where to write [benchmarks/results]")
    options = parser.parse_args()
    options.sizes = options.sizes or ([3, 6] if options.quick else [10, 100, 1000, 10_000])
    options.big = options.big if options.big is not None else 0.02 if options.quick else 10
    options.runs = options.runs or (1 if options.quick else Plan.runs)
    options.output = options.output or (None if options.quick else RESULTS)
    if options.corpus and not any(options.corpus.rglob("*.md")):
        parser.error(f"--corpus {options.corpus}: there is no Markdown post in it")
    return options


def _numbers(text: str) -> list[int]:
    numbers = [int(part) if part.isascii() and part.isdigit() else 0 for part in text.split(",")]
    if 0 in numbers:
        raise argparse.ArgumentTypeError(f"{text}: expected numbers of posts, such as 10,100")
    return numbers


def _languages(text: str) -> list[str]:
    if unknown := [part for part in text.split(",") if part not in LANGUAGES]:
        raise argparse.ArgumentTypeError(f"{unknown[0]}: en, sv and da are known")
    return text.split(",")


def main() -> None:
    """Measure, print the page and write it."""
    options, start = _options(), time.monotonic()
    before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="toneguard-speed-") as folder:
        work = Path(folder).resolve()
        found = find(work, options.peers)
        print("\n".join(found.absent), file=sys.stderr)
        given = columns(work, options)
        tools = _chosen(found, [name.strip() for name in options.tools.split(",") if name.strip()])
        for tool in tools:  # not timed: compiles rules and warms files
            run(tool, given[0].target, options.limit)
        left = options.minutes * 60 - (time.monotonic() - start)
        plan = Plan(options.runs, options.budget, options.limit, left)
        bench = Bench(tools, plan)
        for column in given:
            bench.measure(column)
        drawn = picture(bench, given)
    facts = {
        "Machine": machine(),
        "Load": f"{before:.1f} before, {os.getloadavg()[0]:.1f} after (the benchmark itself is 1)",
        "Measured": f"{time.strftime('%Y-%m-%d')}, commit {commit() or 'unknown'}, "
        f"in {(time.monotonic() - start) / 60:.1f} minutes",
        "Versions": ", ".join(f"{name} {version}" for name, version in found.versions.items()),
        "Posts": _said_of(given, options),
    }
    page = report(bench.rows, given, plan, facts, found.absent)
    print(page)
    if options.output:
        options.output.mkdir(parents=True, exist_ok=True)
        (options.output / "speed.md").write_text(page, "utf-8")
        (options.output / "speed.svg").write_text(drawn, "utf-8")
        record = {"facts": facts, "columns": {item.name: item.size for item in given}, "runs": raw(bench.rows)}
        (options.output / "speed.json").write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _said_of(given: Sequence[Column], options: argparse.Namespace) -> str:
    sizes = ", ".join(f"{column.name}: {_size(column.size)}" for column in given)
    source = "the Markdown posts of a folder" if options.corpus else f"made with seed {options.seed}, no two alike"
    return f"{source} ({sizes})"


def _size(size: int) -> str:
    return f"{size / 1e3:.1f} kB" if size < 1e5 else f"{size / 1e6:.1f} MB"


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # as an interrupt: the posts and what runs are removed
    main()
