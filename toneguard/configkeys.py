"""The keys of the configuration: what each may hold and what it means. Checking, schema and `init` rest on it."""

from __future__ import annotations

from typing import Any

from toneguard.finding import Severity


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _texts(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())


_TEXT = (lambda value: isinstance(value, str), "a text")
_LIST = (_strings, "a list of texts")
_SWITCH = (lambda value: isinstance(value, bool), "true or false")
_TABLE = (_texts, "a table of texts")
_FAILING = (Severity.ERROR, Severity.WARNING)  # a suggestion never fails a run
_SEVERITY = (lambda value: value in _FAILING, "one of " + ", ".join(_FAILING))
_SEVERITIES = (
    lambda value: _texts(value) and all(item in tuple(Severity) for item in value.values()),
    "a table of " + ", ".join(Severity),
)
PUBLISHERS = ("company", "creator")
_PUBLISHER = (lambda value: value in PUBLISHERS, " or ".join(PUBLISHERS))
DISCLOSURE_KEYS: dict[str, tuple[Any, str]] = {
    "frontmatter": _LIST,
    "shortcodes": _LIST,
    "links": _LIST,
    "site_wide": _TEXT,
}
NEWSROOM_KEYS: dict[str, tuple[Any, str]] = {"paths": _LIST, "feeds": _LIST}
ENGINES = ("openai",)
REWRITER_KEYS: dict[str, tuple[Any, str]] = {
    "engine": (lambda value: value in ENGINES, " or ".join(ENGINES)),
    "base_url": _TEXT,
    "model": _TEXT,
    "api_key_env": _TEXT,
}
MDX_KEYS: dict[str, tuple[Any, str]] = {
    "prose": (
        lambda value: _strings(value) and all(item.rpartition(".")[0] for item in value),
        'a list of attributes such as "FAQItem.a" or "*.title"',
    ),
}
TABLES = {"disclosure": DISCLOSURE_KEYS, "newsroom": NEWSROOM_KEYS, "rewriter": REWRITER_KEYS, "mdx": MDX_KEYS}
OVERRIDE_KEYS: dict[str, tuple[Any, str]] = {
    "paths": _LIST,
    "select": _LIST,
    "ignore": _LIST,
    "severity": _SEVERITIES,
    "brands": _LIST,
    "lang": _TEXT,
    "profile": _TEXT,
    "markets": _LIST,
    "publisher": _PUBLISHER,
}
KEYS: dict[str, tuple[Any, str]] = {
    "select": _LIST,
    "ignore": _LIST,
    "severity": _SEVERITIES,
    "brands": _LIST,
    "site_brand": _SWITCH,
    "languages": _TABLE,
    "lang": _TEXT,
    "messages": _TEXT,
    "profile": _TEXT,
    "preset": _TEXT,
    "markets": _LIST,
    "publisher": _PUBLISHER,
    **{
        name: (lambda value: isinstance(value, dict), "a table with " + ", ".join(keys))
        for name, keys in TABLES.items()
    },
    "advice": _SWITCH,
    "model": _SWITCH,
    "tuning": _TEXT,
    "baseline": _TEXT,
    "fail_on": _SEVERITY,
    "include": _LIST,
    "exclude": _LIST,
    "packs": _LIST,
    "plugins": _LIST,
    "pipelines": _TABLE,
    "overrides": (
        lambda value: isinstance(value, list) and all(isinstance(item, dict) for item in value),
        "tables with 'paths'",
    ),
}
ABOUT: dict[str, str] = {
    "select": "Rules or families to run; 'all' is every stable rule.",
    "ignore": "Rules or families to leave out; wins over select.",
    "severity": "Severity by rule or family.",
    "brands": "Names of the sender and its products, for names that capitals do not show.",
    "site_brand": "Take the site's own name, from the file of its generator, for a brand; true when left out.",
    "languages": 'Language by path: glob = "sv".',
    "lang": "Language of every post: en, sv or da.",
    "messages": "Language of messages; the post's own when left out.",
    "profile": "What kind of page posts are: blog, social, newsletter, product-page or docs.",
    "preset": "How strict the house is: strict or gentle; as the rules say when left out.",
    "markets": "Markets of the readers, whose rules on disclosure count: us, uk, ie, eu, se, dk, no, fi or strict.",
    "publisher": "Who publishes: a company that writes about its own, or a creator who is paid by others.",
    "disclosure": "What the theme prints beside the posts.",
    "newsroom": "Where press releases are: 'paths' are globs of files, 'feeds' RSS or Atom, as addresses or files.",
    "rewriter": "A language model that may propose rewrites; asked only with --rewriter.",
    "mdx": "What in components of MDX posts is prose.",
    "prose": 'Attributes that hold prose, such as "FAQItem.a" or "*.title"; when left out "*.alt" and "*.caption".',
    "engine": "How the server is spoken to: openai, as OpenAI's, Ollama's, llama.cpp's and vLLM's are.",
    "rewriter.model": "Name of the model on that server.",
    "base_url": "The server's address, such as http://localhost:11434/v1.",
    "api_key_env": "Name of the environment variable that holds the key, where the server wants one.",
    "frontmatter": "Fields of the front matter that make the theme print a disclosure.",
    "shortcodes": "Shortcodes and components that print a disclosure.",
    "links": "Shortcodes and components that print paid links.",
    "site_wide": "The words of a disclosure that the theme prints at the top of every post.",
    "advice": "Show suggestions too.",
    "model": "Let the sentence model judge what no template found; true when left out.",
    "tuning": "File of what `toneguard train` learned from this team, relative to this file.",
    "baseline": "File of what `toneguard baseline` counted, relative to this file: .toneguard-baseline.json.",
    "fail_on": "The lowest severity that fails a run.",
    "include": 'Globs of further files to take for posts, such as "posts/*.txt".',
    "exclude": "Globs of files to leave out.",
    "packs": "Folders of further rules, relative to this file.",
    "plugins": "Names of entry points in the group 'toneguard' to load.",
    "pipelines": "spaCy pipeline by language, for rules with 'tokens'.",
    "overrides": "Settings for some paths, applied in order.",
    "paths": "Globs of the paths that this is for.",
    "feeds": "RSS or Atom feeds of press releases: addresses, fetched by `toneguard newsroom update`, or files.",
}
