"""The forms of a sentence's words as the model knows them: names lose their letters, figures their digits.

A form hangs on the word's letters, on its capitals and, for a name, on the mark before it. A text of common characters
is turned into one byte per character that says all of this, a capital being its letter with the highest bit set; then
most words are their own form, and the few others are looked up. A text with any other character is read word by word.
"""

from __future__ import annotations

from codecs import charmap_build, charmap_encode
from collections.abc import Sequence

from toneguard.document import LINE_BREAK, STAND_IN, Sentence
from toneguard.late import late
from toneguard.model.known import Known
from toneguard.records import dataclass
from toneguard.shadow import shadow

WORD = late(rb"[a-zA-Z]+(?:'[a-zA-Z]+)*|\d+(?:[.,:]\d+)*|[!?]+|[^\w\s]")
NAME, SHOUTED, EMOJI = b"^name", b"^caps", b"^emoji"
FIGURES = frozenset((_DIGIT := b"0", _NUMBER := b"00", _LONG_NUMBER := b"0000"))
SHOUT = 3  # letters from which a word in capitals is no abbreviation
_OPENERS = frozenset((b".", b"!", b"?", b":", b'"', b"-", b"*", b"("))  # the word behind them has its capital from them
_WORDS = 2

_LETTERS = "åäöæøðþáàâãéèêëíìîïóòôõúùûüýç"
_COMMON = (
    "".join(map(chr, range(128))) + _LETTERS + _LETTERS.upper() + "ß‘’‚“”„«»›‹‐‑–—−…•·€£§°×→✓✔★™®©\u00a0\u2009\u202f"
)
_PICTURE = 0xFE  # stands for an emoji
_CAPITAL = 0x80
_MARKED = late(WORD.pattern.replace(b"a-zA-Z", rb"a-zA-Z\xc1-\xda\xe1-\xfa"))
_OPENED = late(rb"[.!?:\"*(-][\s_]*[\xc1-\xda\xe1-\xfa]")
_LETTER_BY_LETTER = bytes(code & ~_CAPITAL for code in range(256))


@dataclass(frozen=True, slots=True)
class Word:
    """A word, figure or mark: the form that the model knows, and half-open offsets in the sentence's own text."""

    form: bytes
    start: int
    end: int


def words(sentence: Sentence) -> list[Word]:
    """Return the words of a sentence in order, with their forms."""
    places = (match.span() for match in WORD.finditer(sentence.shadow))
    return [Word(form, *place) for form, place in zip(forms_of(sentence), places, strict=True)]


def forms_of(sentence: Sentence) -> list[bytes]:
    """Return the forms of the words of a sentence, in order."""
    text = sentence.text
    codes = text.encode() if text.isascii() else charmap_encode(text, "ignore", _CODES)[0]
    if len(codes) != len(text):
        return one_by_one(sentence)
    marked = codes.translate(_MARKS)
    tokens = _MARKED.findall(marked)
    forms = list(map(_FORMS.__getitem__, tokens))
    if forms and forms[0] == NAME:
        forms[0] = tokens[0].translate(_LETTER_BY_LETTER)
    if _OPENED.search(marked):
        for at in range(1, len(forms)):
            if forms[at] == NAME and tokens[at - 1][-1:] in _OPENERS:
                forms[at] = tokens[at].translate(_LETTER_BY_LETTER)
    return forms


def one_by_one(sentence: Sentence) -> list[bytes]:
    """Return what `forms_of` does, whatever the characters."""
    text, found = sentence.text, []
    before = b"."
    for match in WORD.finditer(sentence.shadow):
        raw, start = match[0], match.start()
        found.append(raw if text[start].islower() else _form(raw, text[start : match.end()], before))
        before = raw
    return found


def _form(raw: bytes, text: str, before: bytes) -> bytes:
    first = text[0]
    if first.isdecimal():
        return _figure(raw)
    if first.isupper():
        if len(raw) >= SHOUT and text.isupper():
            return SHOUTED + raw
        return raw if before[-1:] in _OPENERS else NAME
    if raw == b"~":
        return EMOJI if ord(first) > 0x2000 else raw
    return raw[:2] if raw[0] in b"!?" else raw


def _figure(raw: bytes) -> bytes:
    return _DIGIT if len(raw) == 1 else _NUMBER if len(raw) <= SHOUT else _LONG_NUMBER


def _form_of_marked(token: bytes) -> bytes:
    """Return the form of a word whose capitals are marked, where no opener stands before it."""
    first = token[0]
    if first == _PICTURE:
        return EMOJI
    raw = token.translate(_LETTER_BY_LETTER)
    if first >= _CAPITAL:
        return SHOUTED + raw if len(raw) >= SHOUT and _is_upper(token) else NAME
    if raw[:1].isdigit():
        return _figure(raw)
    return raw[:2] if first in b"!?" else raw


def _is_upper(token: bytes) -> bool:
    return all(code >= _CAPITAL for code in token if code != ord("'"))


def _mark(character: str) -> int:
    """Return the byte that says of a common character what its form hangs on."""
    (plain,) = shadow(character)
    if character.isupper():
        return plain | _CAPITAL
    return _PICTURE if plain == ord("~") and ord(character) > 0x2000 else plain


_FORMS = Known(_form_of_marked)
_TABLE = (_COMMON + LINE_BREAK + STAND_IN).ljust(256, "\ufffe")
_CODES = charmap_build(_TABLE)
_MARKS = bytes(map(_mark, _TABLE))


def is_word(form: bytes) -> bool:
    """Tell whether a form is a word with its letters: no name, figure or mark."""
    return form[:1].isalpha() or form.startswith(SHOUTED)


def speaks(forms: Sequence[bytes]) -> bool:
    """Tell whether a sentence has two words at least, hashtags aside; what has fewer is not judged."""
    count, before = 0, b""
    for form in forms:
        if before != b"#" and is_word(form):
            count += 1
            if count == _WORDS:
                return True
        before = form
    return False
