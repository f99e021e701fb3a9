"""Phrase templates and their way to RE2.

    [optional]  (one|other)  <class>  {slot}  *suffix  prefix*  ^  $

A space is white space, `^` and `$` are the ends of the sentence (opening quotes, dashes and emoji before the first
word and marks after the last do not count), `*` stands for the rest of a word, a class is a lexicon entry with all
its forms. Alternatives are tried longest first. Everything else stands for itself, matched on the shadow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import ClassVar

import re2

from toneguard import gates
from toneguard.gates import Gates
from toneguard.late import late
from toneguard.nearest import nearest
from toneguard.records import dataclass
from toneguard.shadow import shadow

Lexicon = Mapping[str, tuple[str, ...]]

_WORD = rb"[\w'&.+-]*\w"
_NAME = rb"\w[\w&'+-]*(?:[.]\w[\w&'+-]*)*"  # a dot belongs to a name only inside it: Booking.com
_FILLER = rb"[^.,;:!?()\" ~]+"
SLOTS: dict[str, bytes] = {
    "brand": rb"\b%s(?: (?:& )?%s){0,3}?" % (_NAME, _NAME),
    "name": rb"\b%s(?: %s){0,3}?" % (_NAME, _NAME),
    "advertiser": rb"(?:@\w(?:[\w.]*\w)?|\b%s(?: (?:& )?%s){0,3}?)" % (_NAME, _NAME),  # a name or an @account
    "number": rb"\d+(?:[., ]\d{3})*(?:[.,]\d+)?",
    "money": (
        rb"(?:\d[\d., ]*?(?: ?(?:(?:kroner|kronor|kr|sek|dkk|euros?|dollars?|pounds?)\b[.]?|:-|,-))"
        rb"|(?:[$]|\b(?:usd|eur|gbp|sek|dkk|kr[.]?) ?|[~] ?)\d[\d., ]*\d|[$~]\d)"
    ),
    "percent": rb"\d+(?:[.,]\d+)? ?(?:%|percent|per cent|procent|pct)",
    "code": rb"\w{3,}",
    "caps": rb"\w{2,}",
    "word": _WORD,
    "words": rb"%s(?: %s){0,4}?" % (_FILLER, _FILLER),
    "I": rb"\bi\b",
    "thing": rb"[^ ].*?",
    "more": rb"[^ ].*?",
    "rest": rb"[^ ].*?",
}
_GAP = late(r"gap(?::([1-9]))?\Z")
_SPACE = rb"[ ~][~# ]*"  # white space, with emoji and the hash of a hashtag between words
_TOKEN = late(r"\[|\]|\(|\)|\||<[^<>]*>|\{[^{}]*\}|\s+|\A\^|\$\Z|(?:[^\[\]()|<>{}\s$]|\$(?!\Z))+|.", re.S)
_SENTENCE_START = rb"\A[^\w]*"
_SENTENCE_END = rb"[^\w]*\z"
_ANCHORS = {"^": _SENTENCE_START, "$": _SENTENCE_END}
_TOUCHES = late(rb"(?:\A|\(\?:|\|)\\?[,.;:!?'\"-]")
_MAX_DEPTH = 20
_MAX_REGEX = 60_000
CHECKED_SLOTS = frozenset(
    {"brand", "name", "advertiser", "code", "caps", "I"}
)  # what the shadow cannot tell: see scan.py


class PhraseError(ValueError):
    """A template that cannot be read; the message says where in it and what was expected."""


@dataclass(frozen=True)
class Phrase:
    """A compiled template: RE2 source over the shadow, and its slot names by group number from 1.

    One of its `gates` is open to every text that it matches.
    """

    START: ClassVar[bytes] = _SENTENCE_START
    END: ClassVar[bytes] = _SENTENCE_END

    template: str
    regex: bytes
    slots: tuple[str, ...]
    gates: Gates = gates.OPEN

    @property
    def anchored(self) -> bool:
        """Whether the template names an end of the sentence."""
        return self.regex.startswith(_SENTENCE_START) or self.regex.endswith(_SENTENCE_END)


def compile_phrase(template: str, lexicon: Lexicon) -> Phrase:
    """Translate a template. Raises PhraseError for unbalanced brackets, unknown classes or slots, or no word."""
    reader = _Reader(template, lexicon)
    whole = reader.sequence(depth=0)
    if reader.position < len(reader.tokens):
        raise PhraseError(f"unexpected {reader.tokens[reader.position]!r} in {template!r}")
    if len(whole.regex) > _MAX_REGEX:
        raise PhraseError(f"{template!r} is too large; split it into several patterns")
    if not reader.required:
        raise PhraseError(f"{template!r} would match an empty text; name at least one word outside [ ]")
    return Phrase(template, whole.regex, tuple(reader.slots), whole.gates)


def options() -> re2.Options:
    """The RE2 options of every pattern over a shadow."""
    chosen = re2.Options()
    chosen.encoding = re2.Options.Encoding.LATIN1
    chosen.log_errors = False
    return chosen


class _Reader:
    """Recursive descent over a template's tokens. A part knows whether it begins or ends with a word character."""

    def __init__(self, template: str, lexicon: Lexicon) -> None:
        self.template = template
        self.lexicon = lexicon
        self.tokens = _TOKEN.findall(template.strip())
        self.position = 0
        self.slots: list[str] = []
        self.required = False
        if not self.tokens:
            raise PhraseError("a pattern is empty; write at least one word")

    def sequence(self, depth: int) -> _Piece:
        """Read until the end or a closing token."""
        if depth > _MAX_DEPTH:
            raise PhraseError(f"brackets nest deeper than {_MAX_DEPTH} in {self.template!r}")
        parts: list[_Part] = []
        spaced = False
        while self.position < len(self.tokens) and self.tokens[self.position] not in (")", "]", "|"):
            token = self.tokens[self.position]
            if token.isspace():
                spaced = True
                self.position += 1
                continue
            piece, optional = self.part(token, depth)
            ends_word = token.startswith("{") or piece.regex.rstrip(b")").endswith(rb"\b")
            anchor = piece.regex in (_SENTENCE_START, _SENTENCE_END)
            part = _Part(piece.regex, spaced, optional, anchor, ends_word, piece)
            if parts and parts[-1].glued_to(part):
                raise PhraseError(f"{token!r} in {self.template!r} stands directly behind a word; put a space or a *")
            parts.append(part)
            spaced = False
        if depth == 0:
            self.required = any(not part.optional and not part.anchor for part in parts)
        first = _first(parts)
        needed = [part.piece.gates for part in parts if not part.optional]
        if parts and parts[0].piece.regex == _SENTENCE_START:
            needed.append(gates.at_start(first))
        known = gates.together(needed) if depth else gates.of_template(needed)
        return _Piece(_sequence(parts, inner=depth > 0), known, first)

    def part(self, token: str, depth: int) -> tuple[_Piece, bool]:
        """Read one part and step behind it; tell whether it is optional."""
        self.position += 1
        if token == "[":
            return self.group("]", depth), True
        if token == "(":
            return self.group(")", depth), False
        if token.startswith("<") and token.endswith(">") and len(token) > 2:
            return self.word_class(token[1:-1]), False
        if token.startswith("{") and token.endswith("}") and len(token) > 2:
            return self.slot(token[1:-1])
        if token in "<>{}])|":
            raise PhraseError(f"unexpected {token!r} in {self.template!r}; close or remove it")
        return _literal(token), False

    def group(self, close: str, depth: int) -> _Piece:
        """Read alternatives up to the closing bracket."""
        choices = [self.sequence(depth + 1)]
        while self.position < len(self.tokens) and self.tokens[self.position] == "|":
            self.position += 1
            choices.append(self.sequence(depth + 1))
        if self.position >= len(self.tokens) or self.tokens[self.position] != close:
            raise PhraseError(f"{close!r} is missing in {self.template!r}")
        self.position += 1
        if any(not choice.regex for choice in choices):
            raise PhraseError(f"an empty alternative in {self.template!r}; use [ ] for what may be left out")
        return _alternatives(choices)

    def word_class(self, name: str) -> _Piece:
        """Expand a lexicon class, longest form first."""
        if name not in self.lexicon:
            raise PhraseError(f"unknown class <{name}> in {self.template!r}{nearest(name, self.lexicon)}")
        return _of_forms(tuple(self.lexicon[name]))

    def slot(self, name: str) -> tuple[_Piece, bool]:
        """Expand a slot; `{gap}` is up to three words, `{gap:N}` up to N, and captures nothing."""
        if gap := _GAP.match(name):
            return _Piece(rb"%s(?: %s){0,%d}?" % (_FILLER, _FILLER, int(gap.group(1) or 3) - 1)), True
        if name not in SLOTS:
            raise PhraseError(f"unknown slot {{{name}}} in {self.template!r}{nearest(name, SLOTS)}")
        self.slots.append(name)
        return _Piece(rb"(%s)" % SLOTS[name], gates.of_slot(name), gates.first_of_slot(name)), False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A regex, gates of which one is open to every text that it matches, and keys of which its first word has one.

    `first` is None where that may be any word, or none.
    """

    regex: bytes
    gates: Gates = gates.OPEN
    first: frozenset[bytes] | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a template's regex; `spaced` says that white space stood before it."""

    regex: bytes
    spaced: bool
    optional: bool
    anchor: bool
    ends_word: bool
    piece: _Piece

    @property
    def space(self) -> bytes:
        """The white space before the part; a mark or an apostrophe may stand right behind a word (it's)."""
        if not self.spaced:
            return b""
        return rb" *" if _TOUCHES.search(self.regex) else _SPACE

    def glued_to(self, following: _Part) -> bool:
        """Tell whether a word would begin where another ends, which no text can match."""
        return self.ends_word and not following.spaced and following.regex.lstrip(b"(?:").startswith(rb"\b")


def _sequence(parts: list[_Part], *, inner: bool) -> bytes:
    """Join parts so that an optional part takes exactly one of the spaces around it along."""
    regex = rb" *" if inner and parts and parts[0].spaced else b""
    started = False  # whether a part that must match stands before
    for index, part in enumerate(parts):
        spaced_after = index + 1 < len(parts) and parts[index + 1].spaced
        if part.anchor:
            regex += part.regex
        elif part.optional and started:
            regex += rb"(?:%s%s)?" % (part.space, part.regex)
        elif part.optional:
            regex += rb"(?:%s%s)?" % (part.regex, _SPACE if spaced_after else b"")
        else:
            regex += (part.space if started else b"") + part.regex
            started = True
    return regex


def _alternatives(choices: list[_Piece]) -> _Piece:
    if len(choices) == 1 and b"|" not in choices[0].regex:
        return choices[0]
    known = gates.either([choice.gates for choice in choices])
    return _Piece(rb"(?:%s)" % b"|".join(choice.regex for choice in choices), known, _any_of(choices))


def _first(parts: list[_Part]) -> frozenset[bytes] | None:
    """Return the keys of which the first word of a sequence has one."""
    words = [part for part in parts if not part.anchor]
    least = next((number for number, part in enumerate(words, 1) if not part.optional), 0)
    return _any_of([part.piece for part in words[:least]])


def _any_of(choices: list[_Piece]) -> frozenset[bytes] | None:
    """Return the keys of which the first word of one of some pieces has one."""
    found = [choice.first for choice in choices if choice.first is not None]
    return frozenset[bytes]().union(*found) if choices and len(found) == len(choices) else None


def _length_order(form: _Piece) -> tuple[int, bytes]:
    return -len(form.regex), form.regex


@lru_cache(maxsize=512)
def _of_forms(forms: tuple[str, ...]) -> _Piece:
    """Return the piece of a class of words, the same for all templates that name it."""
    return _alternatives(sorted({_phrase_literal(form) for form in forms}, key=_length_order))


def _phrase_literal(form: str) -> _Piece:
    words = [_literal(word) for word in form.split()]
    regex = _SPACE.join(word.regex for word in words)
    return _Piece(regex, gates.together(word.gates for word in words), words[0].first if words else None)


@lru_cache(maxsize=4096)
def _literal(token: str) -> _Piece:
    """Translate a word: its shadow, escaped, with `*` for the rest of a word and boundaries where letters end it."""
    if token in _ANCHORS:
        return _Piece(_ANCHORS[token])
    plain = shadow(token)
    body = rb"\w*".join(re.escape(part) for part in plain.split(b"*"))
    before = rb"\b" if plain[:1] == b"*" or _is_word(plain[:1]) else b""
    after = rb"\b" if plain[-1:] == b"*" or _is_word(plain[-1:]) else b""
    return _Piece(before + body + after, gates.of_literal(plain), gates.first_of(plain))


def _is_word(character: bytes) -> bool:
    return character.isalnum() or character == b"_"
