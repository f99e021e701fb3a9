"""The pages that `make docs` writes: up to date, true to the rules, and with links that lead somewhere."""

from __future__ import annotations

import re
import tomllib
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from docs.generate.examples import EXAMPLES
from docs.generate.markdown import code, escaped, table
from docs.generate.pages import pages, stale, with_table
from docs.generate.rules import FAMILIES
from tests.conftest import ROOT
from toneguard.config import load
from toneguard.configkeys import KEYS
from toneguard.examples import unmarked
from toneguard.registry import Registry

LINK = re.compile(r"\]\(([^)\s]+)\)")
WRITTEN = [*sorted((ROOT / "docs").rglob("*.md")), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md"))]


def shown(page: str) -> list[str]:
    """Return what a reader sees of a Markdown page: the text of each element, as another parser than ours reads it."""
    rendered = MarkdownIt("commonmark").enable("table").render(page)
    parts = re.split(r"</?(?:p|li|td|th|h\d|br|pre)\b[^>]*>", rendered)
    texts = (" ".join(unescape(re.sub(r"<[^>]+>", "", part)).split()) for part in parts)
    return [text for text in texts if text]


def test_pages_are_up_to_date(registry: Registry) -> None:
    """Every page is what `make docs` would write, and no page stands for a rule that is no more."""
    found = pages(registry)
    behind = [path.name for path, text in found.items() if not path.is_file() or path.read_text("utf-8") != text]
    assert (behind, stale(found)) == ([], []), "run `make docs`"


def test_every_family_is_introduced(registry: Registry) -> None:
    """The families of the rules are those that index and README introduce."""
    assert {info.family for info in registry.infos.values()} == set(FAMILIES)


def test_pages_show_the_examples_as_they_are(registry: Registry) -> None:
    """Read as Markdown, a rule's page has every one-line example of the rule letter by letter."""
    for info in registry.infos.values():
        texts = shown((ROOT / f"docs/rules/{info.name}.md").read_text("utf-8"))
        for example in info.examples:
            for text in (unmarked(example.bad)[0], example.fixed, example.good):
                if text and "\n" not in text.strip():
                    wanted = " ".join(text.split())
                    assert any(seen.removeprefix("→ ").startswith(wanted) for seen in texts), (info.name, text)


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), min_size=1).map(str.strip))
def test_escaped_text_means_itself(text: str) -> None:
    """Escaped, any text is one block of Markdown that shows it unchanged."""
    assert shown(f"{escaped(text)}\n") == ([" ".join(text.split())] if text else [])


def test_a_cell_holds_a_bar() -> None:
    """A bar in a cell, in code too, opens no further cell."""
    page = table(("a", "b"), [(escaped("one|two"), code("three|four"))])
    assert shown(page) == ["a", "b", "one|two", "three|four"]


@pytest.mark.parametrize("key", sorted({*KEYS, *EXAMPLES}))
def test_every_key_has_an_example_that_loads(key: str, tmp_path: Path) -> None:
    """Each key of the configuration has an example, and the tool reads it."""
    assert key in EXAMPLES, "add an example to docs/generate/examples.py"
    if key not in KEYS:
        pytest.skip("an example that waits for its key")
    path = tmp_path / "toneguard.toml"
    path.write_text(EXAMPLES[key], "utf-8")
    load(path)
    assert set(tomllib.loads(EXAMPLES[key])) == {key}


def test_links_lead_somewhere() -> None:
    """Every link inside the repository leads to a file that is there."""
    for page in WRITTEN:
        for target in LINK.findall(re.sub(r"(?s)```.*?```", "", page.read_text("utf-8"))):
            if not re.match(r"[a-z]+:|#", target):
                assert (page.parent / target.partition("#")[0]).exists(), (page.name, target)


def test_the_picture_loads_nothing() -> None:
    """The picture is well-formed, has a title for those who do not see it, and fetches nothing."""
    picture = (ROOT / "docs" / "example.svg").read_text("utf-8")
    root = ElementTree.fromstring(picture)
    assert root.findtext("{http://www.w3.org/2000/svg}title")
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")


def test_a_readme_without_its_marks_is_refused() -> None:
    """Without the two comments around the table nothing is written."""
    with pytest.raises(ValueError, match="expected <!-- rules"):
        with_table("# toneguard\n", "| a |")
