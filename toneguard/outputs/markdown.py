"""A comment on a pull or merge request."""

from __future__ import annotations

from collections.abc import Sequence

from toneguard.finding import Report
from toneguard.outputs.output import Output, Style
from toneguard.outputs.table import page

_LIMIT = 65_536  # characters of a comment on GitHub; bytes are never fewer


def render(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return the comment; its first line is a mark by which an earlier one can be found and replaced."""
    return page(reports, errors, style, _LIMIT)


OUTPUT = Output("markdown", render)
