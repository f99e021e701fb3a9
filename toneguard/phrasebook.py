"""The templates of one language translated once, and remembered between runs."""

from __future__ import annotations

import marshal
import re
from pathlib import Path

from toneguard import carried, commonness, gates, phrases
from toneguard import hints as hints_module
from toneguard.cache import MARSHAL, Cache, digest, stamp
from toneguard.hints import Hints, hints, starts
from toneguard.phrases import Lexicon, Phrase, compile_phrase


class PhraseBook:
    """Translates templates with a lexicon; what the cache holds for the same lexicon is not translated again.

    `shelf` names the cache's entry: whoever needs few templates need not read them all. `key` is that of the packs, if
    they have one.
    """

    def __init__(self, language: str, lexicon: Lexicon, cache: Cache, shelf: str = "phrases", key: str = "") -> None:
        self.lexicon = lexicon
        self.cache = cache
        self._name = f"{shelf}-{language}"
        self._key = key or _key_of(lexicon)
        found = carried.load(cache, self._name, self._key)
        self._known: dict[str, bytes] = dict(found) if isinstance(found, dict) else {}
        self._fresh = False

    def __contains__(self, template: str) -> bool:
        return template in self._known

    def __getitem__(self, template: str) -> Phrase:
        """Return the translation of a template. Raises PhraseError."""
        if known := self._known.get(template):
            return Phrase(template, *marshal.loads(known))
        phrase = compile_phrase(template, self.lexicon)
        self._known[template] = marshal.dumps((phrase.regex, phrase.slots, phrase.gates), MARSHAL)
        self._fresh = True
        return phrase

    def hints(self, regex: str) -> tuple[Hints, bool]:
        """Return pieces of which one stands in all that a regex matches, and whether it matches at the start only.

        Raises re.error for what is no regex.
        """
        name = f"\0{regex}"  # no template has this character
        if name not in self._known:
            re.compile(regex)
            self._known[name] = marshal.dumps((hints(regex), starts(regex)), MARSHAL)
            self._fresh = True
        found: tuple[Hints, bool] = marshal.loads(self._known[name])
        return found

    def save(self) -> None:
        """Put what was translated anew into the cache."""
        if self._fresh:
            carried.store(self.cache, self._name, self._key, dict(self._known))
            self._fresh = False


def _key_of(lexicon: Lexicon) -> str:
    made_by = [stamp(Path(str(module.__file__))) for module in (phrases, gates, commonness, hints_module)]
    return f"words-{digest([made_by, sorted(lexicon.items())])}"
