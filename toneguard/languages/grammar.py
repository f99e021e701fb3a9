"""What rewriting asks of a language's grammar: small pure functions by name, and one for the sentence behind a cut.

A function takes a piece of text without the mark that ends a sentence and returns it changed, or None where it cannot
be sure: no suggestion is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from toneguard.records import dataclass, field

Transform = Callable[[str], str | None]


@dataclass(frozen=True, eq=False)  # one of a language is itself alone, so that answers about it can be remembered
class Grammar:
    """The grammar of one language.

    `transforms` are what `{slot|name}` in a rewrite calls. `orphan` takes the sentence behind one that is cut: it comes
    back as it may stand then, or None where it leans on what is gone. `weekdays` and `empty` (intensifiers, words of
    pride and praise) are in lower case; the latter may go without being missed. `terms` are words of number and
    time, which are facts: no articles among them.
    """

    transforms: Mapping[str, Transform]
    orphan: Transform
    weekdays: frozenset[str] = frozenset()
    empty: frozenset[str] = field(default_factory=frozenset)
    terms: frozenset[str] = frozenset()
