"""Regexes that are compiled when they are first asked: a run needs few of those that its modules have."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Late:
    """Stands for a regex; what it is asked for, it takes from the compiled one and keeps."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = self.__dict__[name] = getattr(re.compile(self._text, self._flags), name)
        return found


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what can do all that the compiled regex can, but for standing in a call of `re`."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))
