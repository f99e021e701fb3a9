"""spaCy as the second opinion: `tokens` patterns of packs, tried on sentences that have passed a gate.

The only module that imports spaCy, and only when a candidate sentence is there. Without a trained pipeline a blank
one is used, whose lemmas come from the lexicon: the lemma of a word is the first form of its class.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Any

from toneguard.config import ConfigError
from toneguard.packs import PackError, PackRule
from toneguard.phrases import Lexicon

# What a pattern may ask for, and the attribute that a pipeline must fill in for it.
_NEEDS = {"POS": "POS", "TAG": "TAG", "DEP": "DEP", "MORPH": "MORPH", "ENT_TYPE": "ENT_IOB"}
_Tokens = Sequence[Mapping[str, Any]]


@cache
def trained(name: str) -> Any:
    """Return a trained pipeline, loaded once. Raises ConfigError."""
    import spacy

    try:
        return spacy.load(name)
    except OSError as error:
        raise ConfigError(f"pipelines: {name!r} cannot be loaded; install it: {error}") from error


class TokenMatcher:
    """The `tokens` patterns of one language; `pipeline` names a trained spaCy pipeline or is empty."""

    def __init__(self, language: str, lexicon: Lexicon, pipeline: str = "") -> None:
        self.language = language
        self.lexicon = lexicon
        self.pipeline = pipeline
        self._matchers: dict[str, Any] = {}

    def missing(self, patterns: Sequence[_Tokens]) -> str:
        """Return the first attribute that the patterns need and a blank pipeline lacks, or `""`."""
        if self.pipeline:
            return ""
        used = (key for pattern in patterns for token in pattern for key in token)
        return next((key for key in used if key in _NEEDS), "")

    @cached_property
    def _nlp(self) -> Any:
        import spacy

        if self.pipeline:
            return trained(self.pipeline)
        nlp = spacy.blank(self.language)
        ruler: Any = nlp.add_pipe("attribute_ruler")
        for forms in self.lexicon.values():
            words = [form for form in forms if form.isalpha()]
            if words:
                ruler.add(patterns=[[{"LOWER": {"IN": words}}]], attrs={"LEMMA": words[0]})
        return nlp

    def _matcher(self, rule: PackRule) -> Any:
        from spacy.matcher import Matcher

        name = rule.info.name
        if name not in self._matchers:
            matcher = Matcher(self._nlp.vocab, validate=True)
            try:
                matcher.add(
                    name, [[dict(token) for token in pattern] for pattern in rule.sections[self.language].tokens]
                )
            except ValueError as error:
                where = f"{rule.info.origin}: rule {name}: [{self.language}]: 'tokens'"
                raise PackError(f"{where}: {str(error).splitlines()[0]}") from error
            self._matchers[name] = matcher
        return self._matchers[name]

    def places(self, rule: PackRule, text: str) -> Iterator[tuple[int, int]]:
        """Yield the half-open offsets in a sentence where the rule's patterns match, longest first per place."""
        from spacy.util import filter_spans

        doc = self._nlp(text)
        # allow_missing: a blank pipeline has lemmas for words of the lexicon only (spaCy's E155 otherwise)
        found = self._matcher(rule)(doc, as_spans=True, allow_missing=True)
        for span in filter_spans(found):
            yield span.start_char, span.end_char
