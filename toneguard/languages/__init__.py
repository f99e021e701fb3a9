"""The languages: one file each, exposing `LANGUAGE`. What a language is made of is stated here."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module

from toneguard.languages.language import Language

_BUILT_IN = ("en", "sv", "da")


class _Room(MutableMapping[str, Language]):
    """The languages by code; a file is loaded when somebody asks for its language."""

    def __init__(self) -> None:
        self._found: dict[str, Language | None] = dict.fromkeys(_BUILT_IN)

    def __getitem__(self, code: str) -> Language:
        found = self._found[code]
        if found is None:
            found = self._found[code] = import_module(f"{__name__}.{code}").LANGUAGE
        return found

    def __contains__(self, code: object) -> bool:
        return code in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __setitem__(self, code: str, language: Language) -> None:
        self._found[code] = language

    def __delitem__(self, code: str) -> None:
        del self._found[code]


LANGUAGES: MutableMapping[str, Language] = _Room()

__all__ = ["LANGUAGES", "Language", "add"]


def add(language: Language) -> None:
    """Take in a language from outside; it is then known to every run of this process."""
    from toneguard.languages import vote

    LANGUAGES[language.code] = language
    vote.forget()
