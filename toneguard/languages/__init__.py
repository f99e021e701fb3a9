"""The languages: one file each, exposing `LANGUAGE`. What a language is made of is stated here."""

from __future__ import annotations

from toneguard.languages.da import LANGUAGE as DANISH
from toneguard.languages.en import LANGUAGE as ENGLISH
from toneguard.languages.language import Language
from toneguard.languages.sv import LANGUAGE as SWEDISH

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH, SWEDISH, DANISH)}

__all__ = ["LANGUAGES", "Language", "add"]


def add(language: Language) -> None:
    """Take in a language from outside; it is then known to every run of this process."""
    from toneguard.languages import vote

    LANGUAGES[language.code] = language
    vote.forget()
