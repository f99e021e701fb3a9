"""Which templates have proved themselves, and which know one sentence only.

    .venv/bin/python benchmarks/templates.py SAMPLE [FOLDER …] [--all]

Names every template of the built-in packs whose only hit in all the folders together is one sentence of SAMPLE: it
was written for that sentence, or may as well have been. Folders hold posts, labelled or not, or labelled sentences
(`.jsonl`, see benchmarks/sentences). With --all every template
is listed with its hits in each folder. Exits 1 when there is such a template.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from toneguard import Config, Source  # noqa: E402
from toneguard.formats import format_for  # noqa: E402
from toneguard.languages import LANGUAGES, detect  # noqa: E402
from toneguard.registry import Registry  # noqa: E402
from toneguard.rule import RuleSettings  # noqa: E402

_MARKS = {"heading": "## ", "item": "- "}
_SUFFIXES = {".md", ".mdx", ".markdown", ".html", ".txt"}
Template = tuple[str, str, str]  # language, rule, template


def sources(folder: Path) -> Iterator[tuple[Source, str]]:
    """Yield the posts and labelled sentences below a folder, each with the language that its path names."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _SUFFIXES):
        yield Source.read(path), detect.path_hint(str(path))
    for path in sorted(folder.rglob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            yield Source(_MARKS.get(row["kind"], "") + row["text"] + "\n", "sentence.md"), path.stem


def hits(folder: Path, registry: Registry) -> Iterator[tuple[Template, str]]:
    """Yield each hit of a template below a folder, and the sentence it is in."""
    names = frozenset(registry.infos)
    for source, hint in sources(folder):
        document = detect.assign(format_for(source).parse(source), hint=hint)
        for code in LANGUAGES:
            for hit in registry.scanner(code).every_hit(document, RuleSettings(), names):
                yield (code, hit.rule.info.name, hit.pattern), hit.match.sentence.text


def main() -> int:
    """Print the list and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--all", action="store_true", help="list every template with its hits by folder")
    options = parser.parse_args()
    registry = Registry(Config())
    found: dict[Template, list[list[str]]] = defaultdict(lambda: [[] for _ in options.folders])
    for number, folder in enumerate(options.folders):
        for template, sentence in hits(folder, registry):
            found[template][number].append(sentence)
    alone = {
        template: lists[0][0] for template, lists in found.items() if len(set(lists[0])) == 1 and not any(lists[1:])
    }
    total = sum(len(section.patterns) for rule in registry.pack.rules for section in rule.sections.values())
    if options.all:
        for (code, rule, words), lists in sorted(found.items()):
            print(f"{code} {rule:33} {' '.join(f'{len(texts):4}' for texts in lists)}  {words}")
    for (code, rule, words), sentence in sorted(alone.items()):
        print(f"{code} {rule}: {words}\n    {' '.join(sentence.split())}")
    print(
        f"{len(found)} of {total} templates hit something; {len(alone)} hit one sentence of {options.folders[0]} only"
    )
    return 1 if alone else 0


if __name__ == "__main__":
    sys.exit(main())
