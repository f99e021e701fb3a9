"""Front matter: YAML between `---`, TOML between `+++`, read as strings only (`lang: no` is not False)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toneguard.blocks import BlockBuilder
from toneguard.document import Block, Kind
from toneguard.source import Span

PROSE: dict[str, Kind] = {"title": "title", "description": "meta", "summary": "meta", "excerpt": "meta"}
LANGUAGE_KEYS = ("lang", "language", "locale")
_TOML_VALUE = r"(?m)^[ \t]*%s[ \t]*=[ \t]*(?:\"(?P<basic>[^\"\\\n]*)\"|'(?P<literal>[^'\n]*)')"


@dataclass(frozen=True)
class FrontMatter:
    """The values as strings (lists joined by commas, tables by dotted keys), the prose, and what is wrong with it."""

    meta: Mapping[str, str]
    blocks: tuple[Block, ...] = ()
    problem: str = ""

    @property
    def language(self) -> str:
        """The language that the front matter states, as it stands there, or `""`."""
        return next((self.meta[key] for key in LANGUAGE_KEYS if self.meta.get(key)), "")


def read_yaml(text: str, span: Span) -> FrontMatter:
    """Read the YAML in a range of the text. A YAML error leaves the prose unread and names its line."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    inner = text[span.start : span.end]
    try:
        node = yaml.compose(inner, Loader=loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = text.count("\n", 0, span.start) + 1 + (mark.line if mark else 0)
        reason = getattr(error, "problem", None) or "cannot be read"
        return FrontMatter({}, problem=f"{line}: front matter is not valid YAML: {reason}")
    if not isinstance(node, yaml.MappingNode):
        return FrontMatter({})
    entries = [(str(key.value), value) for key, value in node.value]
    meta = dict(_flat(entries))
    blocks = [
        block
        for key, value in entries
        if key.lower() in PROSE and isinstance(value, yaml.ScalarNode)
        for block in [_scalar_block(text, span.start, key.lower(), value)]
        if block is not None
    ]
    return FrontMatter(meta, tuple(blocks))


def _flat(entries: list[tuple[str, Any]], prefix: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    for key, node in entries:
        name = f"{prefix}{key}".lower()
        if isinstance(node.value, str):
            yield name, node.value
        elif node.id == "sequence":
            yield name, ",".join(str(item.value) for item in node.value if isinstance(item.value, str))
        elif depth < 3:
            yield from _flat([(str(k.value), v) for k, v in node.value], f"{name}.", depth + 1)


def _scalar_block(text: str, base: int, key: str, node: Any) -> Block | None:
    start, end = base + node.start_mark.index, base + node.end_mark.index
    builder = BlockBuilder(text)
    raw = text[start:end]
    if node.style in ("'", '"'):
        if node.value == raw[1:-1]:
            builder.verbatim(start + 1, end - 1)
        else:  # escapes: the value stands for the whole
            builder.stand_in(node.value, Span(start + 1, end - 1))
    elif node.style in ("|", ">"):
        header = raw.find("\n") + 1
        _lines(builder, text, start + header, end)
    else:
        _lines(builder, text, start, end)
    return builder.build(PROSE[key], key=key)


def _lines(builder: BlockBuilder, text: str, start: int, end: int) -> None:
    """Add the lines of a range without their indentation, joined by soft breaks."""
    content_end = 0
    for match in re.compile(r"[^\s][^\n\r]*?(?=[ \t]*(?:\r?\n|\Z))").finditer(text, start, end):
        if content_end:
            builder.line_break(Span(content_end, match.start()), hard=False)
        builder.verbatim(match.start(), match.end())
        content_end = match.end()


def read_toml(text: str, span: Span) -> FrontMatter:
    """Read the TOML in a range of the text. An error leaves the prose unread and names its line."""
    inner = text[span.start : span.end]
    try:
        raw = tomllib.loads(inner.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = text.count("\n", 0, span.start) + 1
        return FrontMatter({}, problem=f"{line}: front matter is not valid TOML: {error}")
    blocks: list[Block] = []
    for key in PROSE:
        found = re.compile(_TOML_VALUE % key).search(text, span.start, span.end)
        if found and isinstance(raw.get(key), str):
            group = "basic" if found["basic"] is not None else "literal"
            builder = BlockBuilder(text)
            builder.verbatim(*found.span(group))
            block = builder.build(PROSE[key], key=key)
            blocks += [block] if block else []
    blocks.sort(key=lambda block: block.span)
    return FrontMatter(dict(_flat_toml(raw)), tuple(blocks))


def _flat_toml(raw: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in raw.items():
        name = f"{prefix}{key}".lower()
        if isinstance(value, Mapping):
            yield from _flat_toml(value, f"{name}.")
        elif isinstance(value, list):
            yield name, ",".join(str(item) for item in value)
        else:
            yield name, str(value)
