"""Regexes that are compiled when they are first asked: a sentence needs few of those that a grammar has."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a regex; what it is asked for, it takes from the compiled one and keeps."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        found = self.__dict__[name] = getattr(re.compile(self.pattern, self.flags), name)
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what can do all that the compiled regex can, but for standing in a call of `re`."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
