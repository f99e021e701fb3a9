"""Verdicts on undisclosed connections, on labelled posts: how many are right, and under which rule.

    .venv/bin/python benchmarks/disclosure.py [FOLDER …] [--misses]

Beside each post stands `NAME.labels.json` with `rule` (the verdict of a fair editor, `""` for none) and `settings`
(the configuration the post was written for). Without a folder it is tests/endorsement, which the rules know, and
benchmarks/disclosure, where half of the ties are told between the lines.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.gold import LABELS  # noqa: E402
from toneguard import Config, Severity, Source  # noqa: E402
from toneguard.lint import lint  # noqa: E402
from toneguard.registry import Registry  # noqa: E402

FAMILY = "endorsement"
FOLDERS = (ROOT / "tests" / FAMILY, ROOT / "benchmarks" / "disclosure")


@dataclass(frozen=True)
class Judged:
    """A post, the rule its label names and the rule that was found; `""` stands for no verdict."""

    path: Path
    language: str
    wanted: str
    found: str
    note: str


def settings(raw: Mapping[str, Any]) -> Config:
    """Return the configuration that a labelled post was written for, with the endorsement rules alone."""
    return replace(
        Config(),
        select=(FAMILY,),
        markets=tuple(raw.get("markets", ())),
        publisher=raw.get("publisher", ""),
        disclosure={key: _frozen(value) for key, value in raw.get("disclosure", {}).items()},
    )


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def post_of(labels: Path) -> Path:
    """Return the post beside a file of labels."""
    name = labels.name.removesuffix(LABELS)
    return next(path for path in sorted(labels.parent.glob(f"{name}.*")) if path != labels)


def verdict(source: Source, registry: Registry, config: Config) -> str:
    """Return the rule of the verdict on a post, or `""`; suggestions are no verdicts."""
    found = (item for item in lint(source, registry, config).findings if item.severity is not Severity.SUGGESTION)
    return next((item.rule.partition("/")[2] for item in found), "")


def judged(folder: Path, registry: Registry) -> Iterator[Judged]:
    """Yield every labelled post below a folder with what was found."""
    for path in sorted(folder.rglob(f"*{LABELS}")):
        gold = json.loads(path.read_text("utf-8"))
        post = post_of(path)
        found = verdict(Source.read(post), registry, settings(gold["settings"]))
        yield Judged(post, gold["lang"], gold["rule"], found, gold["note"])


def table(posts: list[Judged]) -> Iterator[str]:
    """Yield a row for each language, and for all."""
    for group in (*sorted({post.language for post in posts}), "all"):
        mine = [post for post in posts if group in ("all", post.language)]
        count = Counter((bool(post.wanted), bool(post.found)) for post in mine)
        right, found, gold = (
            count[True, True],
            count[True, True] + count[False, True],
            sum(bool(p.wanted) for p in mine),
        )
        exact = sum(post.wanted == post.found for post in mine)
        precision = right / found if found else float("nan")
        recall = right / gold if gold else float("nan")
        yield f"{group:4} {len(mine):5} {precision:9.3f} {recall:7.3f} {exact:5}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, default=list(FOLDERS))
    parser.add_argument("--misses", action="store_true", help="list the posts with another verdict than their label's")
    options = parser.parse_args()
    registry = Registry(Config())
    for folder in options.folders:
        posts = list(judged(folder, registry))
        print(f"{folder}\n{'lang':4} {'posts':>5} {'precision':>9} {'recall':>7} exact")
        print("\n".join(table(posts)))
        for post in posts if options.misses else ():
            if post.wanted != post.found:
                print(f"{post.path}: {post.wanted or 'nothing'}, found {post.found or 'nothing'}: {post.note}")


if __name__ == "__main__":
    main()
