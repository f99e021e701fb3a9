"""The site's own name, from the file in which its generator or package keeps it.

Precision first: a title such as "Blog" or one that reads as a sentence gives no name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from toneguard.languages.language import words
from toneguard.late import late
from toneguard.records import dataclass

_LARGEST = 200_000  # bytes of a file that is read for a name
_MOST_WORDS = 3

# Words of a title that name the kind of site and not its sender, in English, Swedish and Danish.
_KINDS = words(
    """
    blog blogs blogg bloggen bloggar blogging weblog news newsroom newsletter press pressroom site sites website webpage
    web page pages homepage home docs doc documentation handbook guide guides help support engineering developer
    developers dev tech technology design official journal magazine stories story articles article posts post updates
    changelog insights ideas notes knowledge base learn resources center centre hub community team company
    nyheter nyhet nyhetsrum webbplats webbsida hemsida sajt startsida hem dokumentation teknik utveckling tidning
    artiklar inlägg om nytt senaste hjälp kunskap kundtidning pressrum
    nyheder nyhed nyhedsbrev hjemmeside websted side sider forside hjem dokumentation teknik udvikling artikler indlæg
    nyt seneste viden presserum pressemeddelelser
    """
)
_SMALL = words(
    """
    a an the my our your and of for from by at on in with to & + min mitt mina vår vårt vores mit mine
    en et ett den det de och og av af från fra för for på hos i til till om
    """
)
# Names that templates come with.
_SAMPLES = words(
    """
    example sample demo test untitled starter template boilerplate jekyll hugo hexo eleventy 11ty astro gatsby next.js
    docusaurus mkdocs pelican sphinx antora minima title project app default lorem ipsum hello world cool awesome new
    """
)
_COMPANY = late(
    r"[,\s]+(?:AB|A/S|AS|ApS|IVS|K/S|I/S|Inc\.?|LLC|Ltd\.?|Limited|PLC|plc|GmbH|Oy|Oyj|Corp\.?|Corporation|B\.?V\.?)$"
)
_SEPARATORS = late(r"\s+[|–—·•:»/-]+\s+|\s*[|·•»]\s*|:\s+|,\s+")
_ASSIGNED = (
    r"(?m)^[ \t]*(?:export[ \t]+)?(?:const[ \t]+)?[\"']?%s[\"']?[ \t]*[:=][ \t]*"
    r"(?P<quote>[\"'`])(?P<text>[^\"'`\n]*)(?P=quote)"
)
_EDGES = " \t.,:;!–—|-"


@dataclass(frozen=True)
class SiteName:
    """A name of the sender, and the file, line and key that it was read from."""

    name: str
    path: Path
    line: int
    key: str

    @property
    def place(self) -> str:
        """Where it stands, as `file:line`."""
        return f"{self.path}:{self.line}"


def find(start: Path) -> SiteName | None:
    """Return the name of the site that a folder belongs to: from there upwards, not beyond its repository.

    Outside a repository the folder alone is looked into. Costs a listing of each folder, and the files that it knows.
    """
    folder = start.resolve()
    above = list(_up_to_repository(folder))
    for place in above or [folder]:
        with suppress(OSError):
            present = set(os.listdir(place))  # noqa: PTH208 - names are all that is needed
            for found in _names_in(place, present):
                return found
    return None


def _up_to_repository(folder: Path) -> Iterator[Path]:
    """Yield a folder and those above it up to the root of its repository, or nothing outside of one."""
    seen = []
    for place in (folder, *folder.parents):
        seen.append(place)
        if (place / ".git").exists():
            yield from seen
            return


def _names_in(folder: Path, present: set[str]) -> Iterator[SiteName]:
    for name, reader, keys in _FILES:
        top = name.partition("/")[0]
        if top not in present:
            continue
        text = _text(folder / name)
        for key, title in reader(text, keys) if text else ():
            if brand := brand_of(title):
                yield SiteName(brand, folder / name, _line(text, title), key)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            return ""
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def _line(text: str, title: str) -> int:
    """Return the 1-based line that a title stands on, or 1 where it is written in another way."""
    found = text.find(title)
    return text.count("\n", 0, found) + 1 if found >= 0 else 1


def brand_of(title: str) -> str:
    """Return the sender's name in a title, as in "The Acme Blog" or "Acme – news", or `""`."""
    found = [name for part in _SEPARATORS.split(_COMPANY.sub("", title.strip())) if (name := _bare(part))]
    named = [name for name in dict.fromkeys(found) if _is_name(name)]
    others = [name for name in found if name not in named]
    # Beside a name only a motto may stand: of two names nobody knows which one is the sender's.
    return named[0] if len(named) == 1 and all(len(name.split()) > 1 for name in others) else ""


def _bare(part: str) -> str:
    """Return a part of a title without what only says what kind of site it is."""
    whole = _COMPANY.sub("", " ".join(part.split()).strip(_EDGES))
    rest = whole.split()
    while rest and _plain(rest[0]) in _SMALL | _KINDS and rest[0] != "&":
        rest = rest[1:]
    while rest and _plain(rest[-1]) in _SMALL | _KINDS:
        rest = rest[:-1]
    return re.sub(r"['’]s$", "", " ".join(rest))


def _is_name(text: str) -> bool:
    """Tell whether a text is short, written like a name throughout, and none that a template came with."""
    tokens = text.split()
    if not 0 < len(tokens) <= _MOST_WORDS or len(text) < 2 or "{" in text or "<" in text:
        return False
    plain = [_plain(word) for word in tokens]
    if any(word in _SAMPLES or word in _KINDS for word in plain):
        return False
    return all(any(letter.isupper() for letter in word) or _plain(word) in _SMALL for word in tokens)


def _plain(word: str) -> str:
    return re.sub(r"['’]s$", "", word.lower().strip(".,:;!?()"))


_Reader = Callable[[str, tuple[str, ...]], Iterator[tuple[str, str]]]


def _from_yaml(text: str, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the plain and quoted scalars of some keys; a dot means one level of indentation."""
    for key in keys:
        *tables, last = key.split(".")
        inside = text
        for table in tables:
            block = re.search(rf"(?m)^{re.escape(table)}:[ \t]*(?:#.*)?\r?\n((?:[ \t]+.*\r?\n?|[ \t]*\r?\n)+)", inside)
            inside = re.sub(r"(?m)^[ \t]+", "", block[1]) if block else ""
        scalar = r"\"(?P<double>(?:[^\"\\\n]|\\.)*)\"|'(?P<single>(?:[^'\n]|'')*)'|(?P<plain>[^\s#'\"|>&*!\[{][^\n]*)"
        if found := re.search(rf"(?m)^{re.escape(last)}:[ \t]+(?:{scalar})", inside):
            double, single, plain = found["double"], found["single"], found["plain"]
            value = double if double is not None else single.replace("''", "'") if single is not None else plain
            yield key, re.sub(r"\s+#.*", "", value).strip() if plain else value


def _from_toml(text: str, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    import tomllib

    with suppress(tomllib.TOMLDecodeError):
        yield from _from_data(tomllib.loads(text), keys)


def _from_json(text: str, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    import json

    with suppress(ValueError, RecursionError):
        yield from _from_data(json.loads(text), keys)


def _from_data(raw: Any, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for key in keys:
        value: Any = raw
        for part in key.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        if isinstance(value, str):
            yield key, value


def _from_package(text: str, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the names of a package.json: an author only where it is a company, for most are people."""
    import json

    with suppress(ValueError, RecursionError):
        raw = json.loads(text)
        yield from _from_data(raw, keys)
        author = raw.get("author") if isinstance(raw, dict) else None
        yield from _company("author", author.get("name") if isinstance(author, dict) else author)


def _from_pyproject(text: str, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the authors of a pyproject.toml that are companies, and a project's name where it has capitals."""
    import tomllib

    with suppress(tomllib.TOMLDecodeError):
        project = tomllib.loads(text).get("project", {})
        authors = project.get("authors", ()) if isinstance(project, dict) else ()
        for author in authors if isinstance(authors, list) else ():
            yield from _company("project.authors", author.get("name") if isinstance(author, dict) else None)
        for key, name in _from_data({"project": project}, keys):
            yield key, re.sub(r"[-_.]+", " ", name)


def _company(key: str, author: object) -> Iterator[tuple[str, str]]:
    name = re.sub(r"\s*[<(].*", "", author) if isinstance(author, str) else ""
    if _COMPANY.search(name):
        yield key, name


def _from_code(text: str, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the first string that a line gives to each key, in JavaScript, TypeScript or Python."""
    for key in keys:
        if found := re.search(_ASSIGNED % key, text):
            yield key, found["text"]


_HUGO = ("params.company", "params.organization", "params.brand", "title")
_TITLE = ("title",)
_FILES: tuple[tuple[str, _Reader, tuple[str, ...]], ...] = (
    ("_config.yml", _from_yaml, ("organization.name", "organization", "company", "brand", "title", "name")),
    ("_config.yaml", _from_yaml, ("organization.name", "organization", "company", "brand", "title", "name")),
    *((name, _from_toml, _HUGO) for name in ("hugo.toml", "config/_default/hugo.toml", "config.toml")),
    ("config/_default/config.toml", _from_toml, _HUGO),
    *((name, _from_yaml, _HUGO) for name in ("hugo.yaml", "hugo.yml", "config/_default/hugo.yaml", "config.yaml")),
    ("hugo.json", _from_json, _HUGO),
    *((f"docusaurus.config.{end}", _from_code, _TITLE) for end in ("js", "ts", "mjs")),
    *((f"gatsby-config.{end}", _from_code, _TITLE) for end in ("js", "ts", "mjs")),
    *((f".vitepress/config.{end}", _from_code, _TITLE) for end in ("js", "ts", "mjs", "mts")),
    *((f"src/consts.{end}", _from_code, ("SITE_TITLE",)) for end in ("ts", "js")),
    *((f"{folder}/{name}.json", _from_json, ("name", "title"))
      for folder in ("_data", "src/_data") for name in ("site", "metadata")),
    ("mkdocs.yml", _from_yaml, ("site_name",)),
    ("mkdocs.yaml", _from_yaml, ("site_name",)),
    ("pelicanconf.py", _from_code, ("SITENAME",)),
    ("antora-playbook.yml", _from_yaml, ("site.title",)),
    ("antora.yml", _from_yaml, _TITLE),
    ("conf.py", _from_code, ("BLOG_TITLE", "project")),
    ("package.json", _from_package, ("displayName", "productName")),
    ("pyproject.toml", _from_pyproject, ("project.name",)),
)  # fmt: skip
