"""What commands print, and how: errors to standard error, reports in any encoding, colour where it is wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def show_errors(errors: Iterable[str]) -> None:
    """Print error lines to standard error."""
    for error in errors:
        print(f"toneguard: {error}", file=sys.stderr)


def write(text: str) -> None:
    """Print a text to standard output; what the terminal's encoding lacks becomes a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def replace_file(target: Path, text: str) -> None:
    """Write a text to a file at once and whole. Raises OSError, and then the file is as it was."""
    partial = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    partial.write_text(text, "utf-8")
    partial.replace(target)


def colored(wanted: str) -> bool:
    """Tell whether to colour: the option first, then NO_COLOR (when not empty), FORCE_COLOR, TERM and the terminal."""
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0", "false"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def columns(default: int = 80) -> int:
    """Return how wide the terminal is, as `shutil` has it, which loads what packs archives: COLUMNS counts first."""
    stated = os.environ.get("COLUMNS", "")
    with suppress(ValueError):
        if int(stated) > 0:
            return int(stated)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or default  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return default
