"""Front matter: YAML between `---`, TOML between `+++`, read as strings only (`lang: no` is not False)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any

from toneguard.blocks import BlockBuilder
from toneguard.document import Block, Kind
from toneguard.formats.scalars import Style, add_scalar, same_words, toml_scalar
from toneguard.formats.simpleyaml import fields
from toneguard.late import late
from toneguard.records import dataclass, field
from toneguard.source import Source, Span

PROSE: dict[str, Kind] = {"title": "title", "description": "meta", "summary": "meta", "excerpt": "meta"}
LANGUAGE_KEYS = ("lang", "language", "locale")
_FENCE = late(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n|\Z)")
_CLOSING = {
    "---": re.compile(r"(?<![^\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)"),
    "+++": re.compile(r"(?<![^\r\n])\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)"),
}
_ENTRY = {
    "---": re.compile(r"\s*(?:#|[\w\"'][^:\r\n]*:(?:\s|\Z))"),
    "+++": re.compile(r"\s*(?:#|\[|[\w.\"'-]+[ \t]*=)"),
}
_BLANK_LINE = late(r"(?>\r\n|\r|\n)[ \t]*+(?>\r\n|\r|\n)")
_LONGEST = 100_000  # characters
_DEEPEST = 50
_MOST_VALUES = 5_000
_STYLES: dict[str, Style] = {"'": "single", '"': "double", "|": "block", ">": "block"}


@dataclass(frozen=True)
class FrontMatter:
    """Values as strings (lists joined by commas, tables by dotted keys), the prose, what is wrong, where it ends."""

    end: int
    meta: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    blocks: tuple[Block, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def language(self) -> str:
        """The language that the front matter states, as it stands there, or `""`."""
        return next((self.meta[key] for key in LANGUAGE_KEYS if self.meta.get(key)), "")


class _BrokenError(Exception):
    """A front matter that cannot be read: what is wrong, and the offset where."""

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.offset = offset


def read(source: Source) -> FrontMatter:
    """Read what stands before the body, if anything does; `end` is where the body begins."""
    text, start = source.text, source.body_start
    fence = _FENCE.match(text, start)
    if not fence:
        return FrontMatter(start)
    mark = fence[1]
    closing = _CLOSING[mark].search(text, fence.end())
    if not closing:
        return _unclosed(source, mark, fence.end())
    span = Span(fence.end(), closing.start())
    if not text[span.start : span.end].strip():
        return FrontMatter(closing.end())
    if not _ENTRY[mark].match(text, *_pair(span)) and text[span.start] in " \t\r\n":
        return FrontMatter(start)  # a thematic break and some prose
    try:
        meta, blocks = _parse(text, mark, span)
    except _BrokenError as error:
        unclosed = _unclosed(source, mark, span.start)
        if _BLANK_LINE.search(text, *_pair(span)) and len(unclosed.problems) == 1:
            return unclosed  # what closes it is a thematic break of the body
        return FrontMatter(closing.end(), problems=(_problem(source, error, mark),))
    return FrontMatter(closing.end(), MappingProxyType(meta), blocks)


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _problem(source: Source, error: _BrokenError, mark: str) -> str:
    name = "YAML" if mark == "---" else "TOML"
    return f"{source.position(error.offset)[0]}: front matter is not valid {name}: {error}"


def _unclosed(source: Source, mark: str, start: int) -> FrontMatter:
    """Read a front matter without an end as far as the first blank line; other text after a rule is prose."""
    text = source.text
    blank = _BLANK_LINE.search(text, start)
    span = Span(start, blank.end() if blank else len(text))
    if not _ENTRY[mark].match(text, *_pair(span)):
        return FrontMatter(source.body_start)
    problem = f"{source.position(source.body_start)[0]}: front matter is never closed; end it with a line {mark}"
    try:
        meta, blocks = _parse(text, mark, span)
    except _BrokenError as error:
        return FrontMatter(span.end, problems=(problem, _problem(source, error, mark)))
    return FrontMatter(span.end, MappingProxyType(meta), blocks, (problem,))


def _parse(text: str, mark: str, span: Span) -> tuple[dict[str, str], tuple[Block, ...]]:
    if span.end - span.start > _LONGEST:
        raise _BrokenError(f"is longer than {_LONGEST:,} characters", span.start)
    return _read_yaml(text, span) if mark == "---" else _read_toml(text, span)


def _read_yaml(text: str, span: Span) -> tuple[dict[str, str], tuple[Block, ...]]:
    simple = fields(text, span)
    if simple is None:
        return _load_yaml(text, span)
    prose = [
        _block(text, field.key.lower(), field.place, field.style, field.value)
        for field in simple
        if field.key.lower() in PROSE and field.place
    ]
    meta = {field.key.lower(): field.value for field in simple[:_MOST_VALUES]}
    return meta, tuple(block for block in prose if block)


def _load_yaml(text: str, span: Span) -> tuple[dict[str, str], tuple[Block, ...]]:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    inner = text[span.start : span.end]
    try:
        _check_depth(yaml.parse(inner, Loader=loader), span.start)
        node = yaml.compose(inner, Loader=loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise _BrokenError(getattr(error, "problem", None) or "cannot be read", span.start + _offset(error)) from error
    if node is None:
        return {}, ()
    if not isinstance(node, yaml.MappingNode):
        raise _BrokenError("expected lines of 'key: value'", span.start)
    entries = [(str(key.value), value) for key, value in node.value]
    blocks = []
    for key, value in entries:
        if key.lower() in PROSE and isinstance(value, yaml.ScalarNode):
            place = Span(span.start + value.start_mark.index, span.start + value.end_mark.index)
            blocks.append(_block(text, key.lower(), place, _STYLES.get(value.style or "", "plain"), value.value))
    return dict(islice(_flat(entries), _MOST_VALUES)), tuple(block for block in blocks if block)


def _check_depth(events: Iterator[Any], offset: int) -> None:
    depth = 0
    for event in events:
        name = type(event).__name__
        depth += name.endswith(("MappingStartEvent", "SequenceStartEvent"))
        depth -= name.endswith(("MappingEndEvent", "SequenceEndEvent"))
        if depth > _DEEPEST:
            raise _BrokenError(f"is nested more than {_DEEPEST} deep", offset + event.start_mark.index)


def _offset(error: Exception) -> int:
    """Return where a YAML error lies: what was being scanned began at the context, all else went wrong at the mark."""
    scanning = str(getattr(error, "context", "") or "").startswith("while scanning")
    mark = getattr(error, "context_mark" if scanning else "problem_mark", None) or getattr(error, "problem_mark", None)
    return mark.index if mark else getattr(error, "position", 0) or 0


def _flat(entries: list[tuple[str, Any]], prefix: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    for key, node in entries:
        name = f"{prefix}{key}".lower()
        if isinstance(node.value, str):
            yield name, node.value
        elif node.id == "sequence":
            yield name, ",".join(str(item.value) for item in node.value if isinstance(item.value, str))
        elif depth < 3:
            yield from _flat([(str(k.value), v) for k, v in node.value], f"{name}.", depth + 1)


def _read_toml(text: str, span: Span) -> tuple[dict[str, str], tuple[Block, ...]]:
    import tomllib

    try:
        raw = tomllib.loads(text[span.start : span.end].replace("\r\n", "\n"))
        meta = dict(islice(_flat_toml(raw), _MOST_VALUES))
    except (ValueError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        breaks = [*re.compile(r"\r\n|\n").finditer(text, *_pair(span))]
        offset = breaks[int(line[1]) - 2].end() if line and int(line[1]) > 1 and breaks else span.start
        offset = max(span.start, span.end - 1) if "end of document" in str(error) else offset
        raise _BrokenError(re.sub(r" \(at .*\)$", "", str(error)), offset) from error
    blocks = []
    for key in PROSE:
        value = raw.get(key)
        found = toml_scalar(text, span, key, value) if isinstance(value, str) else None
        if found and isinstance(value, str):
            blocks.append(_block(text, key, *found, value))
    return meta, tuple(sorted((block for block in blocks if block), key=lambda block: block.span))


def _flat_toml(raw: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in raw.items():
        name = f"{prefix}{key}".lower()
        if isinstance(value, Mapping):
            yield from _flat_toml(value, f"{name}.")
        elif isinstance(value, list):
            yield name, ",".join(str(item) for item in value)
        else:
            yield name, str(value)


def _block(text: str, key: str, place: Span, style: Style, value: str) -> Block | None:
    """Build the block of a scalar; one that cannot be followed character by character stands for the whole."""
    builder = BlockBuilder(text)
    add_scalar(builder, place, style)
    block = builder.build(PROSE[key], key=key)
    if block is None or same_words(block.text, value):
        return block
    builder = BlockBuilder(text)
    builder.stand_in(value, place)
    return builder.build(PROSE[key], key=key)
