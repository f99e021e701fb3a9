"""`toneguard config`: show, start and describe the configuration."""

from __future__ import annotations

import json
from pathlib import Path

from toneguard.cli.check import CLEAN, FAILED
from toneguard.cli.terminal import show_errors, write
from toneguard.config import FILE_NAME, ConfigError
from toneguard.configkeys import KEYS
from toneguard.packs import PackError
from toneguard.run import Settings
from toneguard.schema import config_schema

_TEMPLATE = """\
# Configuration of toneguard. Every key is optional; `toneguard config show PATH` prints what holds for a path.

# Names of the sender and its products, for names that capitals do not show.
# brands = ["acme"]

# Rules or families to leave out; `toneguard rules` lists them.
# ignore = ["pushy/rhetorical-hook"]

# What kind of page posts are (blog, social, newsletter, product-page, docs), and how strict the house is.
# profile = "blog"
# preset = "gentle"

# Where the readers are, for rules on disclosure (us, uk, ie, eu, se, dk, no, fi, strict), and who publishes: a company
# that writes about its own, or a creator who is paid by others.
# markets = ["se"]
# publisher = "company"

# Files that are no posts.
# exclude = ["drafts/", "archive/**"]

# What posts under some paths are written in, when the words leave it open.
# [languages]
# "content/sv/" = "sv"
# "content/da/" = "da"

# [severity]
# "pushy/hard-call" = "suggestion"

# What `toneguard baseline` counted in old posts, where that is not in .toneguard-baseline.json beside this file.
# baseline = "old-findings.json"

# What the theme prints beside the posts: labels by field or tag, paid links by tag.
# [disclosure]
# frontmatter = ["sponsored"]
# shortcodes = ["ad-label"]
# links = ["shop-card"]

# Where press releases are: globs of files, and RSS or Atom feeds, which `toneguard newsroom update` fetches.
# [newsroom]
# paths = ["newsroom/"]
# feeds = ["https://acme.example/news/rss"]

# [[overrides]]
# paths = ["content/jobs/"]
# ignore = ["self-centred"]
"""


def show(path: Path, config: Path | None, *, isolated: bool) -> int:
    """Print the settings of a path and return the exit code."""
    folder = path if path.is_dir() else path.parent
    try:
        found = Settings(config, isolated).registry(folder).config
    except (ConfigError, PackError) as error:
        show_errors((str(error),))
        return FAILED
    write(f"# from {found.origin or 'the defaults: no configuration file was found'}\n")
    settings = found.for_path(str(path))
    for key in KEYS:
        if key != "overrides":
            write(f"{key} = {_toml(getattr(settings, key))}\n")
    return CLEAN


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, dict):
        inner = ", ".join(f"{_toml(str(key))} = {_toml(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    return json.dumps(value, ensure_ascii=False)


def init() -> int:
    """Write a commented configuration file where there is none and return the exit code."""
    path = Path(FILE_NAME)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(_TEMPLATE)
    except FileExistsError:
        show_errors((f"{path}: exists already; nothing was changed",))
        return FAILED
    except OSError as error:
        show_errors((f"{path}: cannot be written: {error.strerror or error}",))
        return FAILED
    write(f"Wrote {path}.\n")
    return CLEAN


def schema() -> int:
    """Print the JSON schema of the configuration file."""
    write(json.dumps(config_schema(), indent=2, ensure_ascii=False) + "\n")
    return CLEAN
