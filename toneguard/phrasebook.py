"""The templates of one language translated once, and remembered between runs."""

from __future__ import annotations

from pathlib import Path

from toneguard import gates, phrases
from toneguard.cache import Cache, digest, stamp
from toneguard.gates import Gate
from toneguard.phrases import Lexicon, Phrase, compile_phrase


class PhraseBook:
    """Translates templates with a lexicon; what the cache holds for the same lexicon is not translated again.

    `shelf` names the cache's entry: whoever needs few templates need not read them all.
    """

    def __init__(self, language: str, lexicon: Lexicon, cache: Cache, shelf: str = "phrases") -> None:
        self.lexicon = lexicon
        self.cache = cache
        self._name = f"{shelf}-{language}"
        self._key = digest([stamp(Path(phrases.__file__)), stamp(Path(gates.__file__)), sorted(lexicon.items())])
        found = cache.get(self._name, self._key)
        self._known: dict[str, tuple[str, list[str], list[list[list[str]]]]] = (
            dict(found) if isinstance(found, dict) else {}
        )
        self._fresh = False

    def __getitem__(self, template: str) -> Phrase:
        """Return the translation of a template. Raises PhraseError."""
        if known := self._known.get(template):
            regex, slots, listed = known
            return Phrase(template, regex.encode(), tuple(slots), tuple(_gate(gate) for gate in listed))
        phrase = compile_phrase(template, self.lexicon)
        written = [[sorted(word.decode() for word in keys) for keys in gate] for gate in phrase.gates]
        self._known[template] = (phrase.regex.decode(), list(phrase.slots), written)
        self._fresh = True
        return phrase

    def save(self) -> None:
        """Put what was translated anew into the cache."""
        if self._fresh:
            self.cache.put(self._name, self._key, dict(self._known))
            self._fresh = False


def _gate(gate: list[list[str]]) -> Gate:
    return tuple(frozenset(map(str.encode, keys)) for keys in gate)
