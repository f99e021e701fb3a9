"""What was worked out once, and is looked up from then on."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")
_MEMORY = 1 << 15


class Known(dict[_Key, _Value]):
    """What a function gives, by what it is asked; a full table is emptied, so that it never outgrows its memory.

    A look-up of what is known runs no Python: `map(known.__getitem__, words)`.
    """

    def __init__(self, find: Callable[[_Key], _Value]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: _Key) -> _Value:
        if len(self) >= _MEMORY:
            self.clear()
        found = self[key] = self._find(key)
        return found
