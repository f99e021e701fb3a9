"""The markup formats: one file each, exposing `FORMAT`. A format turns a source into blocks, links and directives."""

from __future__ import annotations

from pathlib import PurePath

from toneguard.formats.format import Format
from toneguard.formats.html import FORMAT as HTML
from toneguard.formats.markdown import FORMAT as MARKDOWN
from toneguard.formats.plain import FORMAT as PLAIN
from toneguard.formats.plain import shows_markdown
from toneguard.source import Source

FORMATS: tuple[Format, ...] = (MARKDOWN, HTML, PLAIN)

__all__ = ["FORMATS", "HTML", "MARKDOWN", "PLAIN", "Format", "format_for"]


def format_for(source: Source, formats: tuple[Format, ...] = FORMATS) -> Format:
    """Choose the format by the path's ending; without one, Markdown where the text shows it, else plain text."""
    suffix = PurePath(source.path).suffix.lower()
    for candidate in formats:
        if suffix in candidate.suffixes:
            return candidate
    return MARKDOWN if shows_markdown(source.text) else PLAIN
