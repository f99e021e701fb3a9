"""The configuration that `toneguard init` writes: what was found in the repository, and the other keys as comments."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from toneguard.records import dataclass, field

_HEAD = """\
# Configuration of toneguard. Every key is optional; `toneguard config show --for POST` says what holds for a post and
# where it comes from.
"""
_LANG = """
# What posts are written in, where their words leave it open. Every paragraph is still read in its own language.
"""
_SITE = """
# {name} is a brand by itself, from {place}; `site_brand = false` forgets it. Products and names in small
# letters go here.
"""
_NO_SITE = """
# Names of the sender and its products, for names that capitals do not show.
"""
_REST = """
# Where the readers are, for rules on disclosure (us, uk, ie, eu, se, dk, no, fi, strict), and who publishes: a company
# that writes about its own, or a creator who is paid by others.
# markets = [{market}]
# publisher = "company"

# How strict the house is (strict or gentle), and rules or families to leave out; `toneguard rules` lists them.
# preset = "gentle"
# ignore = ["pushy/rhetorical-hook"]

# Files that are no posts.
# exclude = ["drafts/", "archive/**"]

# What `toneguard baseline` counted in old posts, where that is not in .toneguard-baseline.json beside this file.
# baseline = "old-findings.json"
"""
_LANGUAGES = """
# What posts under some paths are written in, where their words leave it open.
{mark}[languages]
"""
_NEWSROOM = """
# Where press releases are: globs of files, and RSS or Atom feeds, which `toneguard newsroom update` fetches. A post
# that copies one is found.
{mark}[newsroom]
{mark}paths = [{paths}]
# feeds = ["https://acme.example/news/rss"]
"""
_DOCS = """
# Documentation speaks of "we" and says "click" in its own way.
[[overrides]]
paths = ["{folder}/"]
profile = "docs"
"""
_OTHERS = """
# [severity]
# "pushy/hard-call" = "suggestion"

# What the theme prints beside the posts: labels by field or tag, paid links by tag.
# [disclosure]
# frontmatter = ["sponsored"]
# shortcodes = ["ad-label"]
# links = ["shop-card"]
"""
_OVERRIDES = """
# [[overrides]]
# paths = ["content/jobs/"]
# ignore = ["self-centred"]
"""


@dataclass(frozen=True)
class Starter:
    """What the file says of a repository; `site` and `place` are the site's name and where it stands."""

    lang: str = ""
    languages: Mapping[str, str] = field(default_factory=dict)
    newsroom: tuple[str, ...] = ()
    docs: str = ""
    site: str = ""
    place: str = ""

    def text(self) -> str:
        """Return the file."""
        return "".join(self._parts())

    def _parts(self) -> Iterator[str]:
        yield _HEAD
        if self.lang:
            yield f'{_LANG}lang = "{self.lang}"\n'
        yield _SITE.format(name=self.site, place=self.place) if self.site else _NO_SITE
        yield '# brands = ["acme"]\n'
        yield _REST.format(market={"sv": '"se"', "da": '"dk"'}.get(self.lang, '"uk"'))
        yield _LANGUAGES.format(mark="" if self.languages else "# ")
        yield "".join(f"{_quoted(glob)} = {_quoted(code)}\n" for glob, code in self.languages.items())
        yield "" if self.languages else '# "content/sv/" = "sv"\n'
        paths = ", ".join(map(_quoted, self.newsroom or ("newsroom/",)))
        yield _NEWSROOM.format(mark="" if self.newsroom else "# ", paths=paths)
        yield _OTHERS
        yield _DOCS.format(folder=self.docs) if self.docs else _OVERRIDES


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
