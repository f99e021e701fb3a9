"""What weight of signals tells press releases from other posts: precision and recall by threshold.

    .venv/bin/python benchmarks/press.py [FOLDER …]

Each post stands beside `NAME.labels.json` with `press_release`. Without a folder it is tests/press, tests/corpus and
benchmarks/heldout. The line with `*` is the threshold of the rule, `at_least` in its file.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.gold import Post, read_posts  # noqa: E402
from toneguard import Config, Source, press  # noqa: E402
from toneguard.lint import parsed  # noqa: E402
from toneguard.registry import Registry  # noqa: E402
from toneguard.scan import Hit  # noqa: E402
from toneguard.told import told_for  # noqa: E402

FOLDERS = [ROOT / "tests" / "press", ROOT / "tests" / "corpus", ROOT / "benchmarks" / "heldout"]
THRESHOLDS = (1.5, 2.0, 2.5, 3.0, 3.5, 4.0)


def weight(post: Post, registry: Registry) -> float:
    """Return the weight of a post's signals; 0 when none of them is formal, or when it says that it is a release."""
    document = parsed(Source(post.text, str(post.path)), registry, registry.config)
    told = told_for(document, registry.config, registry)
    signals = frozenset(name for name in registry.evidence if name.startswith("signals/"))
    hits: dict[str, list[Hit]] = defaultdict(list)
    for language in {block.language for block in document.blocks} & registry.languages.keys():
        for hit in registry.scanner(language).hits(document, told, signals):
            hits[hit.rule.info.name.partition("/")[2]].append(hit)
    found = press.anatomy(document, hits)
    if hits.get(press.BELONGS):
        return 0.0
    return found.weight if found.formal else 0.0


def main() -> None:
    """Print the table."""
    registry = Registry(Config())
    posts = read_posts([Path(name) for name in sys.argv[1:]] or FOLDERS)
    weights = [(weight(post, registry), press.FAMILY in post.verdicts) for post in posts]
    gold = sum(true for _, true in weights)
    print(f"{len(posts)} posts, {gold} releases\n  threshold  precision  recall")
    for threshold in THRESHOLDS:
        found = [true for value, true in weights if value >= threshold]
        mark = "*" if threshold == registry.press[press.RULE].at_least else " "
        print(f"{mark} {threshold:9.1f}  {sum(found) / max(1, len(found)):9.3f}  {sum(found) / max(1, gold):6.3f}")


if __name__ == "__main__":
    main()
