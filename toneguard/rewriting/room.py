"""What rewriting works with in one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from toneguard.languages.grammar import Grammar
from toneguard.records import dataclass, field
from toneguard.rewriting.templates import Templates
from toneguard.rewriting.verify import Verifier
from toneguard.rule import RuleInfo

if TYPE_CHECKING:  # few runs have them
    from toneguard.rewriting.author import Author
    from toneguard.rewriting.tagged import Tagger


@dataclass(frozen=True)
class Room:
    """What rewriting works with in one language: its templates, skeletons by rule or family, grammar and verifier.

    `infos` are the rules by name, `author` a language model that may be asked, `tagger` a trained pipeline that tells
    parts of speech; `counts` has the number of proposals that were `declined`.
    """

    language: str
    templates: Templates
    skeletons: Mapping[str, str]
    grammar: Grammar
    verifier: Verifier
    infos: Mapping[str, RuleInfo]
    author: Author | None = None
    tagger: Tagger | None = None
    counts: Counter[str] = field(default_factory=Counter)
