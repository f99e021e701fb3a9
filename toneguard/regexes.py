"""Regexes whose compiled form is kept between runs: Python takes a fifth of a hook's time to make them anew.

`re` says nothing of that form, so only what it makes itself is kept, and only where it comes out the same when made
from the kept form. What cannot be used is compiled as ever.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from operator import index
from typing import TYPE_CHECKING, Any

from toneguard.cache import Cache, digest

_NAME = "regexes"
_MOST = 1_000  # regexes that are kept
_Form = tuple[int, int, dict[str, int], tuple[str | None, ...], bytes]
_fresh: dict[tuple[Any, int], re.Pattern[Any]] = {}


def _compiled(pattern: str | bytes, flags: int = 0) -> re.Pattern[Any]:
    """See `re.compile`."""
    key = pattern, index(flags)
    if form := _known().get(key):
        try:
            return _made(pattern, form)
        except (RuntimeError, TypeError, ValueError, OverflowError):
            del _known()[key]
    _fresh[key] = made = re.compile(pattern, flags)
    return made


def save(folder: Cache) -> None:
    """Keep the regexes that were compiled anew. Where there are too many, those of this run stay."""
    if not _fresh or folder.folder is None:
        return
    found = {key: form for key, made in _fresh.items() if (form := _form(made, key[1]))}
    known = _known() if len(_known()) + len(found) <= _MOST else {}
    _fresh.clear()
    folder.store(_NAME, _key(), known | found)


@cache
def _known() -> dict[tuple[Any, int], _Form]:
    """Return the forms that are kept, by pattern and flags."""
    found = Cache.of_user().load(_NAME, _key())
    return found if isinstance(found, dict) else {}


def _key() -> str:
    return digest([sys.version, sys.byteorder])


def _form(made: re.Pattern[Any], flags: int) -> _Form | None:
    """Return the form of a regex, or None where it cannot be known for certain."""
    try:
        from array import array
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(made.pattern, flags)
        groups: list[str | None] = [None] * parsed.state.groups
        for name, number in parsed.state.groupdict.items():
            groups[number] = name
        code = array("I", _compiler._code(parsed, flags)).tobytes()
        form = flags | parsed.state.flags, parsed.state.groups - 1, dict(made.groupindex), tuple(groups), code
        return form if _made(made.pattern, form) == made else None
    except (ImportError, AttributeError, RuntimeError, TypeError, ValueError, OverflowError):
        return None


def _made(pattern: str | bytes, form: _Form) -> re.Pattern[Any]:
    import _sre  # type: ignore[import-not-found]

    flags, count, names, groups, code = form
    made: re.Pattern[Any] = _sre.compile(pattern, flags, memoryview(code).cast("I").tolist(), count, names, groups)
    return made


if TYPE_CHECKING:
    compiled = re.compile
else:
    compiled = _compiled
