"""Site generators: the files that tell each, and the folders where it keeps posts, releases and documentation."""

from __future__ import annotations

import re
from pathlib import Path

from toneguard.records import dataclass

_CONTENT = ("content/blog", "content/posts", "content/post", "content/news", "content/articles", "content")


@dataclass(frozen=True)
class Generator:
    """A generator: any of its `files` (globs) tells it, if `says` is found in that file; `posts` in order of trust."""

    name: str
    files: tuple[str, ...]
    posts: tuple[str, ...]
    says: str = ""


# The more particular come first: many have a package.json or a _config.yml.
GENERATORS = (
    Generator("Docusaurus", ("docusaurus.config.*",), ("blog", "docs")),
    Generator("Astro", ("astro.config.*",), ("src/content/blog", "src/content/posts", "src/content", "src/pages")),
    Generator("Gatsby", ("gatsby-config.*",), ("content/blog", "content/posts", "content", "src/pages")),
    Generator(
        "Eleventy",
        (".eleventy.js", ".eleventy.cjs", "eleventy.config.*"),
        ("content/blog", "src/posts", "src/blog", "posts", "blog", "content", "src"),
    ),
    Generator("Next.js", ("next.config.*",), ("posts", "_posts", "content/blog", "content/posts", "content", "app")),
    Generator("Nuxt", ("nuxt.config.*",), ("content/blog", "content/posts", "content")),
    Generator("VitePress", (".vitepress/config.*", "docs/.vitepress/config.*"), ("posts", "blog", "docs/blog", "docs")),
    Generator("Hexo", ("_config.yml", "package.json"), ("source/_posts", "source"),
              r"\"hexo\"\s*:|Hexo Configuration|(?m:^new_post_name:)"),
    Generator("Hugo", ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.*"), _CONTENT),
    Generator("Hugo", ("config.toml", "config.yaml", "config/_default/config.*"), _CONTENT, r"(?i)baseurl"),
    Generator("Zola", ("config.toml",), ("content/blog", "content/posts", "content"), r"(?m)^base_url"),
    Generator("MkDocs", ("mkdocs.yml", "mkdocs.yaml"), ("docs/blog/posts", "docs/posts", "docs/blog", "docs")),
    Generator("Pelican", ("pelicanconf.py",), ("content/articles", "content/posts", "content/blog", "content")),
    Generator("Antora", ("antora-playbook.yml", "antora.yml"), ("modules/ROOT/pages", "modules", "docs")),
    Generator("Nikola", ("conf.py",), ("posts", "stories"), r"BLOG_TITLE"),
    Generator("Sphinx", ("conf.py", "source/conf.py", "docs/conf.py", "docs/source/conf.py"),
              ("blog", "posts", "docs/blog", "source/blog", "source", "docs", "."), r"(?m)^extensions\s*="),
    Generator("Jekyll", ("_config.yml", "_config.yaml"), ("_posts", "blog/_posts", "posts")),
)  # fmt: skip
_ANYWHERE = (
    "_posts", "posts", "blog", "content/blog", "content/posts", "content", "src/content/blog", "articles", "news",
    "docs/blog", "src/posts", "src/blog",
)  # fmt: skip
_NEWSROOMS = (
    "newsroom", "press-releases", "pressreleases", "press_releases", "press", "releases", "pressrum", "nyhetsrum",
    "pressmeddelanden", "presserum", "pressemeddelelser", "presse",
)  # fmt: skip
_PARENTS = (".", "content", "src/content", "src", "source", "docs", "content/en", "content/sv", "content/da")
_LARGEST = 200_000  # bytes


def detect(root: Path) -> Generator | None:
    """Return the generator of a site, or None where no file tells it."""
    return next((generator for generator in GENERATORS if _is_built_by(root, generator)), None)


def _is_built_by(root: Path, generator: Generator) -> bool:
    found = (path for pattern in generator.files for path in sorted(root.glob(pattern)) if path.is_file())
    return any(not generator.says or re.search(generator.says, _text(path)) for path in found)


def _text(path: Path) -> str:
    try:
        return path.read_bytes()[:_LARGEST].decode("utf-8", "replace")
    except OSError:
        return ""


def posts_folder(root: Path, generator: Generator | None, posts: list[Path]) -> str:
    """Return the folder of posts, of those that the generator or custom has, in which any post stands; else `.`."""
    for name in (*(generator.posts if generator else ()), *_ANYWHERE):
        if name != "." and any(root / name in path.parents for path in posts):
            return name
    return "."


def newsrooms(root: Path, posts: list[Path]) -> tuple[str, ...]:
    """Return the folders of press releases, by their names, in which any post stands."""
    found = []
    for parent in _PARENTS:
        for name in _NEWSROOMS:
            folder = root / parent / name
            if any(folder in path.parents for path in posts):
                found.append(f"{folder.relative_to(root).as_posix()}/")
    return tuple(dict.fromkeys(found))
