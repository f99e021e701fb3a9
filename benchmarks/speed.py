"""Whole-process times of toneguard on 1, 100 and 1,000 posts, as ratios to a bare Python start and to peers.

    .venv/bin/python benchmarks/speed.py [--peer "proselint check" …]

Every figure is the median of several runs taken in turn, so that a busy machine burdens all alike. Peers are commands
that take file names; one that is not installed is left out. The posts are those of examples/, copied.
"""

from __future__ import annotations

import argparse
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = {1: 7, 100: 5, 1000: 3}  # posts, and runs


def seconds(command: list[str]) -> float:
    """Return the wall time of one process; what it prints and its exit code do not matter."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - start


def posts(folder: Path, number: int) -> list[str]:
    """Write copies of the example posts and return their names."""
    sources = sorted((ROOT / "examples").glob("*.md"))
    names = []
    for index in range(number):
        source = sources[index % len(sources)]
        names.append(str(shutil.copy(source, folder / f"{index:04}-{source.name}")))
    return names


def main() -> None:
    """Print a line for each command and number of posts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--peer", action="append", default=[], help="a command that takes file names")
    peers = [peer for peer in parser.parse_args().peer if shutil.which(shlex.split(peer)[0])]
    tool = f"{sys.executable} -m toneguard check --format concise"
    for number, runs in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            names = posts(Path(folder), number)
            calls = {"python": [sys.executable, "-c", "pass"], "toneguard": [*shlex.split(tool), *names]}
            calls["toneguard --no-model"] = [*shlex.split(tool), "--no-model", *names]
            calls |= {peer: [*shlex.split(peer), *names] for peer in peers}
            times: dict[str, list[float]] = {name: [] for name in calls}
            for _ in range(runs):
                for name, call in calls.items():
                    times[name].append(seconds(call))
        base = statistics.median(times["python"])
        for name, taken in times.items():
            middle = statistics.median(taken)
            print(f"{number:>5} posts  {name:<24} {middle:7.3f} s  {middle / base:7.1f} × python")


if __name__ == "__main__":
    main()
