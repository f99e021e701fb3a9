"""The site's own name: where it is read from, what is none, and what it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from toneguard import Config, Source, sitename
from toneguard.config import with_site
from toneguard.lint import lint
from toneguard.registry import Registry
from toneguard.sitename import SiteName, brand_of

RULE = "self-centred/here-at-brand"


@pytest.mark.parametrize(
    ("title", "brand"),
    [
        ("Havrebit", "Havrebit"),
        ("The Havrebit Blog", "Havrebit"),
        ("Havrebit – news", "Havrebit"),
        ("Nyheter | Bärlund", "Bärlund"),
        ("Havrebit, Inc.", "Havrebit"),
        ("Regntid A/S", "Regntid"),
        ("Nyt fra Regntid", "Regntid"),
        ("Bloggen hos Bärlund", "Bärlund"),
        ("Havrebit’s blog", "Havrebit"),
        ("Havrebit: snacks that last", "Havrebit"),
        ("Snacks for people who walk | Havrebit", "Havrebit"),
        ("Lund & Falk", "Lund & Falk"),
        *((title, "") for title in ("Blog", "My site", "Nyheder", "Min blogg", "Your awesome title", "Jekyll starter")),
        *(
            (title, "")
            for title in ("tegn", "How we bake at scale", "Ann Lund – Havrebit", "{{ site.title }}", "", "–")
        ),
    ],
)
def test_name_in_a_title(title: str, brand: str) -> None:
    """A title gives the sender's name without what every site is called, and nothing where it is not clear."""
    assert brand_of(title) == brand


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("_config.yml", "# site\ntitle: Havrebit # ours\n", 2),
        ("_config.yml", "title: 'The Havrebit Blog'\nname: Ann Lund\n", 1),
        ("_config.yml", 'title: Blog\nname: "Havrebit"\n', 2),
        ("hugo.toml", 'baseURL = "https://havrebit.example"\ntitle = "Havrebit"\n', 2),
        ("hugo.toml", 'title = "Snacks"\n[params]\ncompany = "Havrebit"\n', 3),
        ("hugo.yaml", "params:\n  theme: x\n  company: Havrebit\ntitle: Snacks\n", 3),
        ("config/_default/hugo.toml", "title = 'Havrebit'\n", 1),
        ("mkdocs.yml", "site_name: Havrebit Docs\n", 1),
        ("package.json", '{\n  "name": "blog",\n  "author": "Havrebit AB <hej@havrebit.example>"\n}\n', 3),
        ("package.json", '{\n  "displayName": "Havrebit"\n}\n', 2),
        ("pyproject.toml", '[project]\nname = "blog"\nauthors = [{name = "Havrebit AB"}]\n', 3),
        ("docusaurus.config.js", "export default {\n  title: 'Havrebit',\n};\n", 2),
        ("pelicanconf.py", "SITENAME = 'Havrebit'\n", 1),
        ("antora-playbook.yml", "site:\n  title: Havrebit Docs\n  url: x\n", 2),
        ("_data/site.json", '{"title": "Havrebit"}\n', 1),
        ("src/consts.ts", "export const SITE_TITLE = 'Havrebit';\n", 1),
    ],
)
def test_file_that_holds_it(tmp_path: Path, name: str, text: str, line: int) -> None:
    """The name is found in the file of each generator or package, with its line."""
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    found = sitename.find(tmp_path)
    assert found is not None
    assert (found.name, found.path, found.line) == ("Havrebit", path.resolve(), line)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_config.yml", "title: Blog\nauthor: Ann Lund\n"),
        ("_config.yml", "title: |\n  Havrebit\n"),
        ("_config.yml", "\ttitle: [broken"),
        ("hugo.toml", "title = = 1"),
        ("package.json", '{"name": "havrebit-blog", "author": "Ann Lund"}'),
        ("package.json", "[1"),
        ("package.json", '{"author": 3, "displayName": []}'),
        ("pyproject.toml", '[project]\nname = "havrebit"\nauthors = [{name = "Ann Lund"}]\n'),
        ("pyproject.toml", "project = 1"),
    ],
)
def test_no_name(tmp_path: Path, name: str, text: str) -> None:
    """People, packages, empty titles and broken files give no name and no error."""
    (tmp_path / name).write_text(text, "utf-8")
    assert sitename.find(tmp_path) is None


def test_from_the_folder_up_to_the_repository(tmp_path: Path) -> None:
    """The nearest file counts, up to the root of the repository and not beyond; outside of one, the folder alone."""
    inner = tmp_path / "repo" / "content" / "posts"
    inner.mkdir(parents=True)
    (tmp_path / "_config.yml").write_text("title: Outside\n")
    (tmp_path / "repo" / "hugo.toml").write_text('title = "Havrebit"\n')
    assert sitename.find(inner) is None
    (tmp_path / "repo" / ".git").mkdir()
    assert getattr(sitename.find(inner), "name", "") == "Havrebit"
    (tmp_path / "repo" / "hugo.toml").unlink()
    assert sitename.find(inner) is None


def test_it_counts_as_a_brand(registry: Registry, tmp_path: Path) -> None:
    """The site's name is a brand to the rules, unless a post uses it as a word or the configuration says no."""
    site = SiteName("Of Course", tmp_path / "_config.yml", 1, "title")
    post = "Here at Of Course, we believe that paper is patient.\n"

    def found(text: str, **settings: object) -> int:
        return len(lint(Source(text, "x.md"), registry, Config(select=(RULE,), **settings)).findings)  # type: ignore[arg-type]

    assert (found(post), found(post, site=site)) == (0, 1)
    assert found(f"{post}\nIt is thin, of course.\n", site=site) == 0
    (tmp_path / "_config.yml").write_text("title: Havrebit\n")
    assert with_site(Config(root=tmp_path)).site == SiteName("Havrebit", tmp_path / "_config.yml", 1, "title")
    assert with_site(Config(root=tmp_path, site_brand=False)).site is None
