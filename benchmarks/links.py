"""How long it takes to look 10,000 links up among the affiliate networks, and how often a network is found.

.venv/bin/python benchmarks/links.py
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from toneguard.config import Config
from toneguard.registry import Registry

LINKS = Path(__file__).resolve().parent.parent / "tests" / "endorsement" / "links.tsv"
COUNT, RUNS = 10_000, 5


def main() -> None:
    """Print the median of several runs over as many different addresses."""
    networks = Registry(Config()).networks
    known = [line.split("\t")[0] for line in LINKS.read_text("utf-8").splitlines()]
    links = [f"{known[number % len(known)]}&n={number}" for number in range(COUNT)]
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        found = sum(networks.target(link) is not None for link in links)
        times.append(time.perf_counter() - start)
    print(f"{COUNT:,} links, {found:,} of a network: {statistics.median(times):.2f} s")


if __name__ == "__main__":
    main()
