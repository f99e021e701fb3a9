"""Post and release side by side in a terminal."""

from __future__ import annotations

import io
import shutil
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from toneguard.document import Document
from toneguard.newsroom import Comparison
from toneguard.newsroom.sides import Row, Segment, sides
from toneguard.outputs.output import printable

_NARROW = 72  # columns: below them post and release stand one above the other


def side_by_side(document: Document, found: Comparison, *, color: bool) -> str:
    """Return a comparison for a terminal.

    What both texts have stands in brackets with a number, and in colour where it is wanted.
    """
    if not found.matches:
        return f"No release of the newsroom is copied ({found.words} words compared).\n"
    out = io.StringIO()
    console = Console(
        file=out,
        width=shutil.get_terminal_size((100, 24)).columns,
        force_terminal=color,
        no_color=not color,
        highlight=False,
    )
    share = f"{round(100 * found.share)} %"
    console.print(f"{found.copied} of {found.words} words ({share}) stand in the newsroom.", markup=False)
    for match in found.matches:
        console.print()
        console.print(Text(printable(match.release.name), style="bold"))
        rows = sides(document, match)
        console.print(_stacked(rows) if console.width < _NARROW else _table(rows))
    return out.getvalue()


def _table(rows: Sequence[Row]) -> Table:
    table = Table("post", "release", expand=True, show_lines=True, padding=(0, 1))
    for row in rows:
        table.add_row(_text(row.post), Text("\n").join(_text(parts) for parts in row.release))
    return table


def _stacked(rows: Sequence[Row]) -> Table:
    table = Table.grid(expand=True)
    for row in rows:
        table.add_row(_text(row.post))
        for parts in row.release:
            table.add_row(Padding(_text(parts), (0, 0, 0, 4)))
        table.add_row("")
    return table


def _text(parts: Sequence[Segment]) -> Text:
    """Return a paragraph; one without a copied word is dim."""
    text = Text(style="" if any(part.number for part in parts) else "dim")
    for part in parts:
        words = "".join(" " if letter.isspace() else printable(letter) for letter in part.text)
        text.append(f"[{part.number}: {words}]" if part.number else words, style="yellow" if part.number else "")
    return text
