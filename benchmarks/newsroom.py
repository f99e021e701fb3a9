"""How the newsroom's index grows and answers, beside MinHash LSH on the same releases in the same run.

    make newsroom
    .venv/bin/python benchmarks/newsroom.py [COUNT …]

Releases are generated from the words of tests/newsroom with a seed: about 300 words each, a tenth of them by one
company whose boilerplate recurs. Half of the posts copy half of a release or more among words of their own, the others
only that boilerplate. Each size and each tool runs in a process of its own, so that its memory is its own. datasketch
and rensa are asked for the same, the release that a post copies; they get runs of four words, and one signature a
paragraph. “changed” is the recall for copies in which every eighth word is another, “false” counts posts for which a
wrong release was named.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from toneguard.document import Document  # noqa: E402
from toneguard.formats import MARKDOWN  # noqa: E402
from toneguard.languages import detect  # noqa: E402
from toneguard.newsroom import Index, Release, compare  # noqa: E402
from toneguard.newsroom.fingerprints import words  # noqa: E402
from toneguard.source import Source  # noqa: E402

SIZES = (1_000, 10_000, 100_000)
POSTS = 200
PARAGRAPHS, LENGTH = 7, (25, 60)  # of a release; words of a paragraph
BATCH = 5_000
CHANGE = 1 / 8  # of the words of a copy that was gone over
PERMUTATIONS, THRESHOLD = 64, 0.5
_BOILERPLATE = 10  # every so many releases are by the company whose boilerplate recurs
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@dataclass(frozen=True)
class Answer:
    """What one tool did at one size: seconds, documents a second, milliseconds a post, MiB, and what it found."""

    tool: str
    size: int
    build: float
    answer: float
    slowest: float
    memory: float
    recall: float
    light: float
    false: int


@cache
def chains() -> dict[tuple[str, str], list[str]]:
    """Return which words follow which two words in the releases of tests/newsroom."""
    found: dict[tuple[str, str], list[str]] = {}
    for path in sorted((ROOT / "tests" / "newsroom" / "en" / "newsroom").glob("*.md")):
        text = _FRONT.sub("", path.read_text("utf-8")).replace("*", " ").replace("#", " ").replace("_", " ").split()
        for one, two, three in zip(text, text[1:], text[2:], strict=False):
            found.setdefault((one, two), []).append(three)
    return found


@cache
def vocabulary() -> list[str]:
    """Return the words of the chains, each once."""
    return sorted({word for pair in chains() for word in pair})


def paragraph(rnd: random.Random) -> str:
    """Return a paragraph in which the language's runs of three recur, and every few words anything follows."""
    known, all_words = chains(), vocabulary()
    text = [rnd.choice(all_words), rnd.choice(all_words)]
    for _ in range(rnd.randint(*LENGTH)):
        following = known.get((text[-2], text[-1]))
        text.append(rnd.choice(following if following and rnd.random() < 0.6 else all_words))
    return " ".join(text)


def release(number: int) -> list[str]:
    """Return the paragraphs of a release; the same for the same number."""
    rnd = random.Random(number)
    body = [paragraph(rnd) for _ in range(PARAGRAPHS)]
    return [*body, paragraph(random.Random(-1))] if number % _BOILERPLATE == 0 else body


def post(number: int, size: int, change: float = 0.0) -> tuple[str, int]:
    """Return a post and the number of the release that it copies half of or more, or -1.

    `change` is the part of the copied words that are replaced by others.
    """
    rnd = random.Random(f"post {number}")
    own = [paragraph(rnd) for _ in range(rnd.randint(2, 5))]
    if number % 2:
        return "\n\n".join([*own, paragraph(random.Random(-1))]), -1
    source = rnd.randrange(size)
    copied = rnd.sample(release(source)[:PARAGRAPHS], rnd.randint((PARAGRAPHS + 1) // 2, PARAGRAPHS))
    parts = own + [gone_over(text, change, rnd) for text in copied]
    rnd.shuffle(parts)
    return "\n\n".join(parts), source


def gone_over(text: str, change: float, rnd: random.Random) -> str:
    """Return a text in which some words are others."""
    return " ".join(rnd.choice(vocabulary()) if rnd.random() < change else word for word in text.split())


def releases(size: int) -> Iterator[Release]:
    """Yield the releases of an index of some size."""
    for number in range(size):
        yield Release(f"{number}", "\n".join(release(number)), stamp="1")


def document(text: str) -> Document:
    """Return a post taken apart as the linter does it."""
    return detect.assign(MARKDOWN.parse(Source(text, "post.md")), lang="en")


def batches(size: int) -> Iterator[list[Release]]:
    """Yield the releases in transactions."""
    batch: list[Release] = []
    for item in releases(size):
        batch.append(item)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def toneguard(size: int) -> Answer:
    """Build the index in a file and ask it."""
    with tempfile.TemporaryDirectory() as folder:
        index = Index.opened(Path(folder) / "newsroom.sqlite")
        build = 0.0
        for batch in batches(size):
            start = time.perf_counter()
            index.put(batch)
            build += time.perf_counter() - start

        def ask(text: str) -> set[int]:
            found = compare(document(text), index)
            return {int(match.release.place) for match in found.matches[:1]} if found.share >= 0.25 else set()

        return asked("toneguard", size, build, ask)


def datasketch(size: int) -> Answer:
    """Build datasketch's MinHash LSH over paragraphs and ask it."""
    from datasketch import MinHash, MinHashLSH

    def signature(text: str) -> Any:
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch(runs(text))
        return sketch

    lsh = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    return paragraphs("datasketch", size, signature, lsh.insert, lsh.query)


def rensa(size: int) -> Answer:
    """Build rensa's MinHash LSH over paragraphs and ask it."""
    from rensa import RMinHash, RMinHashLSH

    def signature(text: str) -> Any:
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=42)
        sketch.update([run.decode() for run in runs(text)])
        return sketch

    lsh = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=16)
    return paragraphs("rensa", size, signature, lsh.insert, lsh.query)


def runs(text: str) -> list[bytes]:
    """Return the runs of four folded words of a paragraph."""
    folded = words(text)
    return [b" ".join(folded[start : start + 4]) for start in range(max(1, len(folded) - 3))]


def paragraphs(
    tool: str,
    size: int,
    signature: Callable[[str], Any],
    insert: Callable[[int, Any], None],
    query: Callable[[Any], list[int]],
) -> Answer:
    """Put every paragraph of every release in, and ask which release shares most paragraphs with a post."""
    build = 0.0
    for batch in batches(size):
        start = time.perf_counter()
        for item in batch:
            for number, text in enumerate(item.text.split("\n")):
                insert(int(item.place) * 16 + number, signature(text))
        build += time.perf_counter() - start

    def ask(text: str) -> set[int]:
        blocks = document(text).blocks
        votes: dict[int, int] = {}
        for block in blocks:
            for number in {key // 16 for key in query(signature(block.text))}:
                votes[number] = votes.get(number, 0) + 1
        best = max(votes, key=lambda number: votes[number], default=-1)
        return {best} if best >= 0 and 4 * votes[best] >= len(blocks) else set()

    return asked(tool, size, build, ask)


def asked(tool: str, size: int, build: float, ask: Callable[[str], set[int]]) -> Answer:
    """Time the posts one by one, after one that warms up, and count what was found."""
    times, hits, false, copies = [], 0, 0, 0
    ask(post(-2, size)[0])
    for number in range(POSTS):
        text, source = post(number, size)
        start = time.perf_counter()
        found = ask(text)
        times.append(1000 * (time.perf_counter() - start))
        copies += source >= 0
        hits += source in found
        false += bool(found - {source})
    light = [source in ask(text) for text, source in (post(number, size, CHANGE) for number in range(0, POSTS, 2))]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Answer(
        tool, size, build, statistics.median(times), max(times), memory, hits / copies, sum(light) / copies, false
    )


TOOLS: dict[str, Callable[[int], Answer]] = {"toneguard": toneguard, "datasketch": datasketch, "rensa": rensa}


def main() -> None:
    """Run every tool at every size in a process of its own and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--one", choices=TOOLS, help="run one tool in this process and print JSON")
    options = parser.parse_args()
    if options.one:
        print(json.dumps(TOOLS[options.one](options.sizes[0]).__dict__))
        return
    average = statistics.mean(len(item.text.split()) for item in releases(200))
    print(f"releases of {average:.0f} words, {POSTS} posts of which half copy half of a release or more\n")
    print("| releases | tool | build, s | documents/s | a post, ms | slowest | peak MiB | recall | changed | false |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for size in options.sizes:
        for tool in TOOLS:
            command = [sys.executable, __file__, "--one", tool, str(size)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"| {size:,} | {tool} | {done.stderr.strip().splitlines()[-1]} |")
                continue
            row = Answer(**json.loads(done.stdout))
            rate = row.size / row.build
            print(
                f"| {size:,} | {tool} | {row.build:.1f} | {rate:,.0f} | {row.answer:.1f} | {row.slowest:.1f} "
                f"| {row.memory:.0f} | {row.recall:.3f} | {row.light:.3f} | {row.false} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
