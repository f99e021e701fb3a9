"""The markup formats: one file each, exposing `FORMAT`. A format turns a source into blocks, links and directives."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import PurePath

from toneguard.document import Document
from toneguard.formats.format import Format
from toneguard.records import replace
from toneguard.source import Source


def _later(name: str, *suffixes: str, walked: bool = True) -> Format:
    """Return a format whose module is loaded with the first post of it."""

    def parse(source: Source) -> Document:
        found: Format = import_module(f"{__name__}.{name}").FORMAT
        return found.parse(source)

    return Format(name, frozenset(suffixes), parse, walked)


MARKDOWN = _later("markdown", ".md", ".markdown", ".mdx", ".mdown", ".mkd")
HTML = _later("html", ".html", ".htm")
PLAIN = _later("plain", ".txt", ".text", walked=False)
RST = _later("rst", ".rst")
ASCIIDOC = _later("adoc", ".adoc", ".asciidoc")
MAIL = _later("eml", ".eml", walked=False)
FORMATS: tuple[Format, ...] = (MARKDOWN, HTML, RST, ASCIIDOC, MAIL, PLAIN)


def with_prose(attributes: Sequence[str]) -> tuple[Format, ...]:
    """Return the formats where these attributes of MDX components are prose, `Component.attribute` each."""

    def parse(source: Source) -> Document:
        from toneguard.formats.markdown import parse

        return parse(source, mdx_prose=attributes)

    return (replace(MARKDOWN, parse=parse), *FORMATS[1:])


__all__ = ["ASCIIDOC", "FORMATS", "HTML", "MAIL", "MARKDOWN", "PLAIN", "RST", "Format", "format_for", "with_prose"]


def format_for(source: Source, formats: tuple[Format, ...] = FORMATS) -> Format:
    """Choose the format by the path's ending; without one, Markdown where the text shows it, else plain text."""
    suffix = PurePath(source.path).suffix.lower()
    for candidate in formats:
        if suffix in candidate.suffixes:
            return candidate
    from toneguard.formats.plain import shows_markdown

    return MARKDOWN if shows_markdown(source.text) else PLAIN
