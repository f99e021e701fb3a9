"""Check the table of a language, try sentences, or see what is offered for whole posts.

python -m tests.rewrites sv
python -m tests.rewrites sv "A sentence." …
python -m tests.rewrites sv --posts FOLDER [--all]
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.rewrites import REGISTRY, offered, rows, wrong
from toneguard import Config, Source
from toneguard.finding import Finding
from toneguard.lint import lint

_FAMILIES = ("self-centred", "pushy")


def table(language: str) -> None:
    """Print the rows that do not hold."""
    whole = rows(language)
    bad = [(row, why) for row in whole if (why := wrong(row))]
    for row, why in bad:
        print(f"[{row.about}] {row.before!r}\n  wanted {row.after!r} ({row.safety})\n  {why}")
    print(f"{len(whole) - len(bad)} of {len(whole)} rows hold")


def findings(folder: Path) -> Iterator[tuple[Source, Finding]]:
    """Yield the findings of both families in the posts of a folder."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".md", ".html", ".txt", ".mdx"):
            source = Source.read(path)
            for finding in lint(source, REGISTRY, Config()).findings:
                if finding.family in _FAMILIES and finding.scope == "span":
                    yield source, finding


def posts(language: str, folder: Path, *, everything: bool) -> None:
    """Print what is offered for each finding of a language, and the shares; without `everything` only rewrites."""
    counts: Counter[str] = Counter()
    for source, finding in findings(folder):
        if finding.language != language:
            continue
        fix = finding.fixes[0] if finding.fixes else None
        kind = "nothing" if fix is None else "cut" if fix.cut else str(fix.safety)
        counts[kind] += 1
        if everything or kind in ("safe", "review"):
            new = " ".join(edit.text for edit in fix.edits).replace("\n", " / ") if fix else ""
            print(f"{kind:<8} {finding.rule}\n   {' '.join(source.slice(finding.sentence).split())}\n   {new}")
    whole = sum(counts.values())
    print(", ".join(f"{kind} {count} ({100 * count // max(1, whole)} %)" for kind, count in counts.most_common()))


def main() -> None:
    """Do what the arguments say."""
    language, *rest = sys.argv[1:]
    if not rest:
        table(language)
    elif rest[0] == "--posts":
        posts(language, Path(rest[1]), everything="--all" in rest)
    else:
        for sentence in rest:
            text, fix, rules = offered(sentence, language)
            print(f"{sentence}\n  rules: {', '.join(rules)}\n  {fix.safety if fix else 'nothing'}: {text}")


main()
