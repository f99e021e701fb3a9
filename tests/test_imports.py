"""What a run loads, and who may import whom."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

HEAVY = {"spacy", "textstat", "langdetect", "rich", "numpy", "typer", "pydantic"}
# From the bottom up: a module imports from its own layer's left or from layers before it only.
LAYERS = [
    {
        "source",
        "shadow",
        "nearest",
        "version",
        "cache",
        "carried",
        "errors",
        "hints",
        "records",
        "late",
        "blake",
        "worddiff",
    },
    {"document", "finding", "results"},
    {"blocks", "rule", "languages", "sentences"},
    {
        "formats",
        "guards",
        "lexicon",
        "match",
        "persons",
        "places",
        "subjects",
        "packformat",
        "packs",
        "packreading",
        "packstore",
        "profiles",
        "phrases",
        "gates",
        "commonness",
        "doors",
        "phrasebook",
        "slots",
        "rewrite",
        "checks",
        "outputs",
        "config",
        "configkeys",
        "sitename",
        "generators",
        "provenance",
    },
    {"tokens", "model"},
    {"entries", "scan", "endorsement", "press"},
    {"newsroom", "plugins", "rewriting"},
    {"registry", "checkup", "verdicts", "weigh"},
    {"suppress", "told"},
    {"lint", "fixing", "git", "changes", "baseline"},
    {"remembered", "settings", "collecting"},
    {"run", "workers", "narrowing", "insertion", "silence", "examples", "api", "schema"},
    {"cli"},
]
ROOMS = {"checks", "languages", "formats", "outputs", "cli"}
# Modules of a room that state its contract or serve all of it.
SHARED = {"language", "format", "output", "terminal", "check", "masks", "offsets", "frontmatter", "html"}
# What several outputs, or the parts of one, share.
SHARED |= {"descriptors", "marking", "note", "places", "record", "reviewdog", "table", "wording", "xmltext"}
# The parts of the readers, and of the newsroom command.
SHARED |= {
    "grammar",
    "forms_en",
    "nouns_en",
    "calls_en",
    "turns_en",
    "forms_sv",
    "calls_da",
    "clauses_da",
    "forms_da",
    "nouns_da",
    "praise_da",
    "pruning_da",
    "order_sv",
    "clauses_sv",
    "turns_sv",
    "nouns_sv",
    "page",
    "tags",
    "scalars",
    "simpleyaml",
    "containers",
    "mdx",
    "sidebyside",
    "flow",
    "plain",
    "rstinline",
    "rstmarkup",
    "rstwriting",
    "adocmarkup",
    "rsttable",
    "adocinline",
    "mdxprose",
    "groups",
    "narrow",
    "usage",
    "upkeep",
    "pasting",
    "completion",
    "hookfile",
    "starterfile",
    "progress",
}


def imports(path: Path) -> list[tuple[str, ...]]:
    """Return the toneguard modules that a file imports at its top level, as parts of their names."""
    found = []
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("toneguard"):
            parts = tuple(node.module.split(".")[1:])
            found += [parts or (alias.name,) for alias in node.names]
        elif isinstance(node, ast.Import):
            found += [tuple(alias.name.split(".")[1:]) for alias in node.names if alias.name.startswith("toneguard.")]
    return found


MODULES = sorted((ROOT / "toneguard").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_downwards(path: Path) -> None:
    """A module imports from lower layers or its own, and a room's files never import each other."""
    parts = path.relative_to(ROOT / "toneguard").with_suffix("").parts
    if parts[0] in ("__init__", "__main__"):
        return
    layer = next(index for index, names in enumerate(LAYERS) if parts[0] in names)
    for target in imports(path):
        lower = next(index for index, names in enumerate(LAYERS) if target[0] in names)
        assert lower <= layer, f"{'.'.join(parts)} imports {'.'.join(target)}"
        if parts[0] in ROOMS and target[0] == parts[0] and len(target) > 1 and parts[1] != "__init__":
            assert target[1] in SHARED or parts[1] in ("app", "door", "detect", "vote"), (
                f"{'.'.join(parts)} imports {target}"
            )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_dataclasses_are_records(path: Path) -> None:
    """Modules take `dataclass` from `records`: one that took it from `dataclasses` would make every hook load that."""
    named = [
        alias.name
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses"
        for alias in node.names
    ]
    assert not {"dataclass", "field", "replace"}.intersection(named)


def test_files_stay_small() -> None:
    """No module is longer than 300 lines."""
    long = {path.name: lines for path in MODULES if (lines := len(path.read_text("utf-8").splitlines())) > 300}
    assert long == {}


def test_every_dependency_has_its_reason() -> None:
    """Every dependency in pyproject.toml says on its line why it is there."""
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    named = [line for line in lines if line.strip().startswith('"') and ">=" in line]
    assert named
    assert [line for line in named if "#" not in line] == []


@pytest.mark.parametrize("text", ["Tea keeps for a year in a dark tin.", "Here at Acme, we believe. Buy now!!!"])
def test_a_hook_loads_nothing_heavy(tmp_path: Path, text: str) -> None:
    """A clean and a bad Markdown post are linted without spaCy, textstat, langdetect, rich, numpy or Typer."""
    (tmp_path / "post.md").write_text(f"---\ntitle: Tea\n---\n\n{text}\n")
    code = (
        "import sys; sys.argv = ['toneguard', 'check', '--force-exclude', 'post.md']\n"
        "from toneguard.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print('loaded:', sorted({HEAVY!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "loaded: []"


# What a run loads whose posts are all known, beside the standard library.
WARM = {
    "__main__", "baseline", "blake", "cache", "cli", "cli.check", "cli.progress",
    "collecting", "settings", "cli.door", "cli.narrow", "cli.output", "cli.terminal",
    "config", "configkeys", "errors", "finding", "fixing", "languages", "languages.language", "late", "narrowing",
    "nearest", "outputs", "outputs.output", "outputs.text", "outputs.wording", "records", "registry", "remembered",
    "results", "run", "shadow", "sitename", "source", "version",
}  # fmt: skip
# What no run loads on a plain Markdown post in English, though it be read for the first time.
NEVER = HEAVY | {"asyncio", "concurrent.futures", "email", "fractions", "logging", "multiprocessing", "pathspec"}
NEVER |= {"_hashlib", "dataclasses", "inspect", "pickle", "random", "shutil", "ssl", "statistics", "textwrap"}
NEVER |= {"tomllib", "yaml", "toneguard.newsroom", "toneguard.packreading"}
NEVER |= {"toneguard.rewriting.engine", "toneguard.formats.html", "toneguard.formats.rst", "unittest", "xml"}
LOADED = """
import sys; sys.argv = ["toneguard", "check", "--force-exclude", "post.md"]
from toneguard.__main__ import main
try: main()
except SystemExit: pass
print(*sorted(sys.modules))
"""


def loaded(folder: Path) -> set[str]:
    """Return the modules that a check of `post.md` loads, with a cache of its own."""
    env = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=folder, capture_output=True, text=True, check=True, env=env
    )
    return set(done.stdout.splitlines()[-1].split())


def test_a_clean_run_loads_what_it_needs(tmp_path: Path) -> None:
    """With compiled packs a new post loads no reader of packs; a known post neither rules nor linter nor libraries."""
    (tmp_path / "post.md").write_text("Tea keeps for a year in a dark tin.\n")
    loaded(tmp_path)
    (tmp_path / "post.md").write_text("Tea keeps for a year in a tin that is dark.\n")
    assert loaded(tmp_path) & NEVER == set()
    warm = loaded(tmp_path)
    assert {name.removeprefix("toneguard.") for name in warm if name.startswith("toneguard.")} <= WARM
    assert warm & (NEVER | {"json", "re2", "pyromark", "sentencex", "yaml", "html", "toneguard.lint"}) == set()


@pytest.mark.parametrize(
    "first", ["import toneguard.lint", "from toneguard.lint import lint as own", "import toneguard"]
)
def test_lint_is_the_function(first: str) -> None:
    """`from toneguard import lint` is the function, whatever was imported before, and again afterwards."""
    code = f"{first}\nfrom toneguard import lint\nimport toneguard.lint\nimport toneguard\n"
    code += "assert toneguard.lint is lint and lint('Buy now and save.').findings\n"
    code += "assert lint.__module__ == 'toneguard.api' and set(toneguard.__all__) <= set(dir(toneguard))\n"
    code += "for name in toneguard.__all__: getattr(toneguard, name)\n"
    subprocess.run([sys.executable, "-c", code], check=True)
