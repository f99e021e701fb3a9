r"""The shadow of a text: one byte per code point, so that patterns match plainly and offsets need no mapping.

Lower case; white space, quotes, dashes and accents made plain; the letters å ä ö æ ø ð þ ß moved to the free
capitals; every other letter, digit or combining mark is `Z`, every other character `~`. So `\b` knows every
letter, and a match in the shadow has the same offsets in the text.
"""

from __future__ import annotations

import unicodedata

from toneguard.late import late

STAND_IN = "\ufffc"
LINE_BREAK = "\u2028"

_PLAIN: dict[str, str] = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2039\u203a", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\t\n\r\v\f\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000", " "),
    **{chr(code): " " for code in range(0x2000, 0x200B)},
    "\u2026": ".",
    "\u2022": "*",
    "\u00b7": "*",
    STAND_IN: "^",
    **dict(zip("åäöæøðþß", "ABCDEFGS", strict=True)),
}


def _folded(character: str) -> str:
    """Return the one ASCII character that stands for a character outside the table."""
    base = unicodedata.normalize("NFD", character)[0]
    if base.isascii() and base.isalpha():
        return base
    return "Z" if character.isalnum() or unicodedata.combining(character) else "~"


class _Plainer(dict[str, str]):
    """The plain character of every character beyond ASCII, worked out when first met."""

    def __missing__(self, character: str) -> str:
        plain = self[character] = _folded(character)
        return plain


_BEYOND = late(r"[^\x00-\x7f]")
_PLAINER = _Plainer({character: plain for character, plain in _PLAIN.items() if not character.isascii()})
_ASCII = bytes(ord(_PLAIN.get(chr(code), chr(code))) for code in range(128)) + bytes(128)


def shadow(text: str) -> bytes:
    """Return the shadow of a text: `len(shadow(text)) == len(text)` for every text."""
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals, such as İ, have a longer lower case
        lower = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    if not lower.isascii():
        lower = _BEYOND.sub(lambda found: _PLAINER[found[0]], lower)
    return lower.encode("ascii").translate(_ASCII)
