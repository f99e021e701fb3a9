"""`toneguard init` in repositories of every generator: what it sees, writes, leaves alone, and shows."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml

from tests.conftest import Run
from toneguard import config, generators
from toneguard.cli import hookfile
from toneguard.cli.hookfile import with_entry
from toneguard.cli.starterfile import Starter

ENGLISH = "# Tea\n\nHere at Havrebit, we believe that tea should be simple. Buy now and save.\n"
SWEDISH = "# Te\n\nVi är stolta över att lansera vårt nya te. Köp nu och spara.\n"


def write(root: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


SITES = [
    ("Jekyll", {"_config.yml": "title: Havrebit\n"}, "_posts"),
    ("Hugo", {"hugo.toml": 'title = "Havrebit"\n'}, "content/posts"),
    ("Hugo", {"config.toml": 'baseURL = "https://havrebit.example"\ntitle = "Havrebit"\n'}, "content/blog"),
    ("Zola", {"config.toml": 'base_url = "https://havrebit.example"\ntitle = "Havrebit"\n'}, "content/blog"),
    ("Eleventy", {"eleventy.config.js": "", "_data/site.json": '{"title": "Havrebit"}'}, "posts"),
    ("Astro", {"astro.config.mjs": "", "src/consts.ts": "export const SITE_TITLE = 'Havrebit';\n"}, "src/content/blog"),
    ("Next.js", {"next.config.js": "", "package.json": '{"author": "Havrebit AB"}'}, "posts"),
    ("Nuxt", {"nuxt.config.ts": "", "package.json": '{"displayName": "Havrebit"}'}, "content/blog"),
    ("Gatsby", {"gatsby-config.js": "module.exports = {siteMetadata: {\n  title: `Havrebit`,\n}}"}, "content/blog"),
    ("Docusaurus", {"docusaurus.config.ts": "export default {\n  title: 'Havrebit',\n}"}, "blog"),
    ("VitePress", {".vitepress/config.mts": "export default {\n  title: 'Havrebit',\n}"}, "posts"),
    ("MkDocs", {"mkdocs.yml": "site_name: Havrebit\n"}, "docs/blog/posts"),
    ("Pelican", {"pelicanconf.py": "SITENAME = 'Havrebit'\n"}, "content"),
    ("Hexo", {"_config.yml": "# Hexo Configuration\ntitle: Havrebit\n"}, "source/_posts"),
    ("Nikola", {"conf.py": 'BLOG_TITLE = "Havrebit"\n'}, "posts"),
    ("Sphinx", {"conf.py": "project = 'Havrebit'\nextensions = []\n"}, "blog"),
    ("Antora", {"antora.yml": "name: x\ntitle: Havrebit\n"}, "modules/ROOT/pages"),
]


@pytest.mark.parametrize(("name", "files", "folder"), SITES, ids=lambda value: value if isinstance(value, str) else "")
def test_generator_is_told(tmp_path: Path, name: str, files: dict[str, str], folder: str) -> None:
    """Each generator is known by its files, with its folder of posts and the site's name."""
    write(tmp_path, files)
    found = generators.detect(tmp_path)
    assert found is not None
    assert found.name == name
    post = tmp_path / folder / "tea.md"
    assert generators.posts_folder(tmp_path, found, [post]) == folder
    site = config.with_site(config.Config(root=tmp_path)).site
    assert site is not None
    assert site.name == "Havrebit"


def test_no_generator(tmp_path: Path) -> None:
    """Without a generator, posts are looked for where custom has them, and press releases by their folder."""
    posts = [tmp_path / "articles" / "a.md", tmp_path / "content" / "sv" / "pressrum" / "b.md"]
    assert generators.detect(tmp_path) is None
    assert generators.posts_folder(tmp_path, None, posts[:1]) == "articles"
    assert generators.newsrooms(tmp_path, posts) == ("content/sv/pressrum/",)


def test_whole_command(tmp_path: Path, toneguard: Run) -> None:
    """It names what it saw, writes both files, shows what it would find, and a second time changes nothing."""
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    write(tmp_path, {"_config.yml": "title: The Havrebit Blog\n", "press/r.md": "# R\n\nHavrebit sells tea.\n"})
    write(tmp_path, {f"_posts/2026-01-0{day}-tea.md": ENGLISH for day in range(1, 5)})
    write(tmp_path, {f"_posts/svenska/{day}.md": SWEDISH for day in range(1, 4)})
    dry = toneguard("init", "--dry-run")
    assert (dry.returncode, dry.stderr) == (0, "")
    assert not (tmp_path / "toneguard.toml").exists()
    done = toneguard("init")
    assert (done.returncode, done.stderr) == (0, "")
    for line in (
        "site       Jekyll",
        "posts      7 in _posts/",
        "languages  English 4, Swedish 3",
        "brand      Havrebit (_config.yml:1)",
        "releases   press/",
        "Wrote toneguard.toml.",
        "Wrote .pre-commit-config.yaml: new, with the hook.",
        "[self-centred/here-at-brand]",
        "Next: toneguard check _posts/",
    ):
        assert line in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    loaded = config.load(tmp_path / "toneguard.toml")
    assert loaded.newsroom == {"paths": ("press/",)}
    assert loaded.languages == {"_posts/svenska/": "sv"}
    assert (tmp_path / "toneguard.toml").read_text("utf-8") in dry.stdout
    hooks = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text())
    assert hooks["repos"][0]["hooks"] == [{"id": "toneguard"}]
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    again = toneguard("init")
    assert again.returncode == 2
    assert again.stderr == "toneguard: toneguard.toml: configures toneguard already; nothing was changed\n"
    assert before == {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}


def test_pyproject_that_configures_it(tmp_path: Path, toneguard: Run) -> None:
    """A pyproject.toml with toneguard's table is a configuration, and nothing is written beside it."""
    (tmp_path / "pyproject.toml").write_text("[tool.toneguard]\nlang = 'sv'\n")
    assert toneguard("init").returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["pyproject.toml"]


def test_empty_folder(tmp_path: Path, toneguard: Run) -> None:
    """A folder without posts, git and generator gets a configuration, and no hook."""
    done = toneguard("init")
    assert done.returncode == 0
    assert "posts      none found" in done.stdout
    assert "no git repository, so no hook" in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["toneguard.toml"]


ENTRY = {"repo": hookfile.ADDRESS, "hooks": [{"id": "toneguard"}]}


@pytest.mark.parametrize(
    "text",
    [
        "repos:\n  - repo: https://x.example/a\n    rev: v1\n    hooks:\n      - id: a  # keep\n",
        "repos:\n- repo: https://x.example/a\n  rev: v1\n  hooks:\n  - id: a",
        "# top\nrepos:   # all\n-   repo: local\n    hooks:\n    -   id: a\n\n# end\nci:\n  a: 1\n",
        "default_stages: [pre-commit]\r\nrepos:\r\n  - repo: local\r\n    hooks:"
        "\r\n      - id: a\r\n        name: å\r\n",
        "repos:\n  # first\n  - repo: local\n    hooks:"
        "\n      - id: a\n        entry: |\n          x\n\n          y\n\nexclude: z\n",
        "repos:\n- repo: local\n  hooks:\n  - id: a\n...\n",
    ],
)
def test_hook_is_put_at_the_end(text: str) -> None:
    """The entry is one more repository; every other byte of the file is as it was."""
    changed = with_entry(text)
    if text.endswith("...\n") and changed is None:
        return
    assert changed is not None
    before, after = yaml.safe_load(text), yaml.safe_load(changed)
    assert after["repos"][:-1] == before["repos"]
    assert {key: after["repos"][-1][key] for key in ENTRY} == ENTRY
    assert {**after, "repos": []} == {**before, "repos": []}
    assert any(changed.startswith(text[:at]) and changed.endswith(text[at:]) for at in range(len(text) + 1))
    assert ("\r\n" in text) == ("\r\n" in changed)
    assert changed.count("\n") == changed.count("\r\n") or "\r\n" not in text


@pytest.mark.parametrize(
    "text",
    ["", "repos: []\n", "repos: [{repo: local, hooks: []}]\n", "- a\n", "repos:\n\ta", "{repos: []}", "repos:\n"],
)
def test_hook_is_declined_where_it_is_not_certain(text: str) -> None:
    """A file in another form is left to its owner."""
    assert with_entry(text) is None


def test_hook_by_hand(tmp_path: Path, toneguard: Run) -> None:
    """Where the file is left alone, the lines to add are printed; one that has the hook is not changed."""
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    path = tmp_path / ".pre-commit-config.yaml"
    path.write_text("repos: []\n")
    done = toneguard("init")
    assert done.returncode == 0
    assert "add the hook below `repos:` yourself:\n  - repo: https://github.com/toneguard/toneguard" in done.stdout
    assert path.read_text() == "repos: []\n"
    assert hookfile.has_entry(hookfile.new_file())
    assert not hookfile.has_entry("repos:\n  # toneguard would be nice\n  - repo: x\n")


def test_starter_file_loads(tmp_path: Path) -> None:
    """The file is valid with everything in it, and with each commented key taken out of its comment."""
    starter = Starter("sv", {"a/": "da"}, ("press/",), "docs", "Havrebit", "_config.yml")
    for text in (starter.text(), Starter().text()):
        (tmp_path / "toneguard.toml").write_text(text, "utf-8")
        config.load(tmp_path / "toneguard.toml")
    bare = "".join(
        line.removeprefix("# ") if line[2:3] in '["' or " = " in line.partition("`")[0] else line
        for line in Starter().text().splitlines(keepends=True)
    )
    (tmp_path / "toneguard.toml").write_text(bare, "utf-8")
    loaded = config.load(tmp_path / "toneguard.toml")
    assert (loaded.brands, loaded.newsroom["paths"], loaded.overrides[0].ignore) == (
        ("acme",),
        ("newsroom/",),
        ("self-centred",),
    )
