"""The hint of every error message about an unknown name."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: object, known: Iterable[str]) -> str:
    """Return `; did you mean …?` with the most similar known word, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(str(name), list(known), n=1)
    return f"; did you mean {str(close[0])!r}?" if close else ""
