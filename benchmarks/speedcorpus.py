"""Makes posts to time linters on: sentences of the project's own posts, mixed and varied with a seed.

    .venv/bin/python benchmarks/speedcorpus.py FOLDER [--posts 1000] [--lang en] [--seed 1]

No two posts are alike, and hardly two sentences: in each some words give way to others with the same ending, and digits
to other digits, so that nothing that a tool remembers helps it. Four posts in five are made of clean sentences only, in
the others one sentence in ten is one that an editor marked. The same seed gives the same posts; a thousand
are some 9 MB.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.gold import Post, read_posts  # noqa: E402

FAULTY = 0.2  # of the posts
BAD = 0.1  # of their sentences
SIZE = (2_500, 17_500, 7_000)  # of a post: least, most and commonest number of characters
CHANGED = 0.3  # of the words that can give way
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖÆØ“\"*\[])")
_ITEM = re.compile(r"^(?:[-*]|\d+\.) +(?=\S)")
_CHANGEABLE = re.compile(r"\b[a-zåäöæøé]{4,}\b")
_DIGIT = re.compile(r"(?<=\d)\d")
_KEPT = re.compile(r"(`[^`]*`|\]\([^)]*\)|<[^>]*>|\S*[@/]\S*)")  # code and addresses
_FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_MARKUP = ("#", "|", ">", "<", "    ", "{", "=", "![")  # what opens a block that is no paragraph


@dataclass(frozen=True)
class Pool:
    """What the posts of a language are made of; `endings` holds words by their last two letters."""

    clean: Sequence[str]
    bad: Sequence[str]
    headings: Sequence[str]
    items: Sequence[str]
    endings: Mapping[str, Sequence[str]]


@cache
def pool(language: str) -> Pool:
    """Read the project's posts in a language."""
    clean: list[str] = []
    bad: list[str] = []
    headings: list[str] = []
    items: list[str] = []
    for text, marked in _texts(language):
        for block in re.split(r"\n\s*\n", _FENCED.sub("", _FRONT.sub("", text))):
            lines, kind = _parts(block)
            for line in lines:
                if not any(line in quote or quote in line for quote in marked):
                    {"heading": headings, "item": items, "sentence": clean}[kind].append(line)
                elif kind == "sentence" and len(line) > 15:
                    bad.append(line)
    good = [sentence for sentence in clean if _usable(sentence)]
    words = sorted({word for sentence in good for word in _CHANGEABLE.findall(sentence)})
    endings: dict[str, list[str]] = defaultdict(list)
    for word in words:
        endings[word[-2:]].append(word)
    return Pool(good, bad, headings, items, endings)


def _parts(block: str) -> tuple[list[str], str]:
    """Return the heading, the items or the sentences of a block, and which of them they are."""
    if block.startswith("#"):
        return [block.lstrip("# ").split("\n")[0]], "heading"
    if _ITEM.match(block):
        return [_ITEM.sub("", line) for line in block.split("\n") if _ITEM.match(line)], "item"
    return ([] if block.startswith(_MARKUP) else _END.split(" ".join(block.split()))), "sentence"


def _usable(sentence: str) -> bool:
    """Tell whether a sentence is whole and has enough words to become others."""
    return len(sentence) < 400 and sentence[-1] in ".!?" and len(_CHANGEABLE.findall(sentence)) > 3


def _texts(language: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the project's posts and the sentences in them that an editor marked."""
    for post in read_posts([ROOT / "tests" / "corpus" / language, ROOT / "benchmarks" / "heldout" / language]):
        if post.path.suffix in (".md", ".txt") and not post.verdicts:
            yield post.text, _marked(post)
    for path in sorted((ROOT / "examples").glob(f"{language}-good-*.md")):
        yield path.read_text("utf-8"), []


def _marked(post: Post) -> list[str]:
    return [" ".join(post.text[place.start : place.end].split()) for place in post.gold]


def varied(sentence: str, rnd: random.Random, endings: Mapping[str, Sequence[str]]) -> str:
    """Return a sentence with some words exchanged for others of the same ending, and digits for other digits."""

    def exchanged(match: re.Match[str]) -> str:
        word = match[0]
        return rnd.choice(endings.get(word[-2:], (word,))) if rnd.random() < CHANGED else word

    parts = _KEPT.split(sentence)
    for index in range(0, len(parts), 2):
        words = _CHANGEABLE.sub(exchanged, parts[index])
        parts[index] = _DIGIT.sub(lambda _: str(rnd.randrange(10)), words)
    return "".join(parts)


def _sentence(rnd: random.Random, source: Pool, bad: float) -> str:
    if rnd.random() < bad:  # other words would make another sense of it
        return rnd.choice(source.bad)
    return varied(rnd.choice(source.clean), rnd, source.endings)


def _block(rnd: random.Random, source: Pool, bad: float) -> str:
    roll = rnd.random()
    if roll < 0.15:
        return "## " + varied(rnd.choice(source.headings), rnd, source.endings)
    if roll < 0.25:
        chosen = (varied(rnd.choice(source.items), rnd, source.endings) for _ in range(rnd.randint(2, 5)))
        return "\n".join("- " + item for item in chosen)
    return " ".join(_sentence(rnd, source, bad) for _ in range(rnd.randint(2, 6)))


def made(number: int, *, seed: int = 1, language: str = "en", size: int = 0) -> str:
    """Return a post, the same for the same number and seed; `size` is its least length, 0 one as posts have it."""
    rnd = random.Random(f"{seed} {language} {number}")
    source = pool(language)
    wanted = size or int(rnd.triangular(*SIZE))
    title = varied(rnd.choice(source.headings), rnd, source.endings).replace('"', "")
    bad = BAD if rnd.random() < FAULTY else 0.0
    parts = [f'---\ntitle: "{title}"\ndate: 2026-{rnd.randint(1, 12):02}-{rnd.randint(1, 28):02}\n---\n\n# {title}']
    length = len(parts[0])
    while length < wanted:
        parts.append(_block(rnd, source, bad))
        length += len(parts[-1]) + 2
    return "\n\n".join(parts) + "\n"


def write(folder: Path, number: int, *, seed: int = 1, languages: Sequence[str] = ("en",)) -> None:
    """Write a number of posts into a new folder, the languages in turn."""
    folder.mkdir(parents=True)
    for index in range(number):
        language = languages[index % len(languages)]
        (folder / f"{index:05}-{language}.md").write_text(made(index, seed=seed, language=language), "utf-8")


def main() -> None:
    """Write a corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--lang", default="en", help="en, sv, da or several with commas")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.folder.exists():
        sys.exit(f"{options.folder} exists; name a new folder")
    write(options.folder, options.posts, seed=options.seed, languages=options.lang.split(","))


if __name__ == "__main__":
    main()
