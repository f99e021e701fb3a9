"""The vote on a text's language: every word casts a ballot, by what it is or else by how it is spelt."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from struct import Struct
from typing import Any

from toneguard.languages import LANGUAGES
from toneguard.languages.neighbours import NEIGHBOURS
from toneguard.late import late
from toneguard.records import dataclass

Ballot = tuple[str, ...]

OTHER = "other"
_SCRIPT = "script"  # votes of a script that is not Latin
_BITS = 32  # of a packed tally that hold the votes of one language
_FIELD = (1 << _BITS) - 1
_LONGEST = 64  # characters of a token that is worth keeping
_MOST = 1 << 16  # tokens kept
_FAMILIAR = 0.4  # votes a word: prose with rules has 0.6 and more, an unknown language 0.35 at most
_URL = late(r"https?://\S+|www\.\S+")
_WORD = late(r"\b[^\W\d_]+(?:['’-][^\W\d_]+)*\b")

# The letters beyond a–z of the North, and whose they are.
_LETTERS: dict[str, Ballot] = {
    **dict.fromkeys("äö", ("sv", "de", "fi")),
    **dict.fromkeys("æø", ("da", "no")),
    "å": ("sv", "da", "no"),
}

# Spellings that are at home in a language. One that neighbours share stands with each of them, and so decides
# nothing between them.
_SPELLINGS = {
    "en": r"^(?:th|wh|kn|wr)|w|ea|ou[^s]|oo|[aeiou][kpt]e[drs]?$"
    r"|(?:ar|or|as|at|ght|ly|[tdn]ion|tions|ous|ness|ful|less|able|ible|ity|ies|ing|ings|ll)$"
    r"|[^aeiouy](?:ted|ned|ked|sed|ced|ged|ved|zed|ied)$|'(?:s|t|re|ve|ll|d|m)$",
    "sv": r"ck|kv|lj|kt(?:ig|or)|^av[bdfghklmnprsv]|^utb|^upp"
    r"|(?:arna|orna|erna|ar|or|as|at|[bdfgklmnprstv]a|ing|ingen|ings|ingar|tion|tionen|tioner)$"
    r"|(?:het|heten|heter|ligt|liga|lig|igt|skap|[rnltskvdg]ade|[^e]tt|gg|ll|nn)$",
    "da": r"æ[^r]|[^r]ej|øj|hv|øb|[^s]øg|[^ktsp]tig"
    r"|^af[bdghklmnpsv]|^ud|^op[bdfghklmnsv]|^ind[bghklmrst]|^efter|^gennem"
    r"|(?:uge|ugt|hed|heden|heder|skab|skaber|tion|tionen|tioner|[bdfgklmnprstv]ede|lse|lsen|lser)$"
    r"|(?:ing|ingen|inger|lig|lige|ligt|igt|erne|dt|eret)$",
    "no": r"sjon|øy|(?:^|[^s])kj|hv|[a-z]øk|vei|heil|^ull|kkel|[a-z]sje|kt(?:ig|or)"
    r"|^av[bdfghklmnprsv]|^ut|^opp|^inn|^etter|^gjennom"
    r"|(?:[aeiouyæøå]ke[rst]?|[^p]øpe|[øæå]te[rt]?|het|heten|heter|skap|lse|lsen|lser|ing|ingen|inger)$"
    r"|(?:lig|lige|[^e]tt|kk|gg|ll|nn|pp|mm|ert|ane|[bdfgklmnprstv]a)$",
    "de": r"[üß]|sch|w|z|ei|ck|(?:ung|ungen|keit|heit|lich|liche[nrs]?|isch|ische[nrs]?|ieren|tion|ionen)$",
    "nl": r"ij|ui|w|z|oe|aa|ee|(?:heid|lijk|lijke|tie|ties|isch|ische|baar|sch|ing|ingen)$",
    "fr": r"[èêàçùûîôœ]|eau|^(?:[ldnsj]|qu)'"
    r"|(?:eux|ment|ments|eur|eurs|euse|aire|ique|iques|ait|aient|ez|tion|tions|ité)$",
    "es": r"[ñáíóú]|[nrtd]as?$|(?:ción|ciones|dad|dades|mente|ados?|adas?|ando|iendo|ar|or)$",
    "it": r"gli|zz|cch|[nrt]a$|(?:zione|zioni|ità|mento|menti|mente)$|^(?:l|un|dell|all|nell)'",
    "fi": r"ää|öö|yy|uu|ii|aa|[nltvk]a$|(?:ss|st|ll|lt)[aä]$|(?:nen|ksi|mme|tte|een|iin|at)$",
    "pl": r"[ąćęłńśźż]|cz|sz|rz|[nkwt]a$",
}
_SPELT = tuple(_SPELLINGS)


@dataclass(frozen=True)
class Tally:
    """How the words of a text voted: the votes by language and the number of words, each a field of one integer."""

    packed: int = 0
    tokens: int = 0  # what stands between white space

    @cached_property
    def _fields(self) -> tuple[int, ...]:
        return _roll().unpacked(self.packed)

    @property
    def words(self) -> int:
        """How many words the text has."""
        return self._fields[-1]

    @cached_property
    def scores(self) -> dict[str, int]:
        """The votes of each language with rules, and those of the strongest language without."""
        *votes, _ = self._fields
        rules = _roll().rules
        return {**dict(zip(rules, votes, strict=False)), OTHER: max(votes[len(rules) :])}

    @cached_property
    def leader(self) -> str:
        """The language with most votes; one with rules if they are level."""
        return max(self.scores, key=self.scores.__getitem__)

    def lead(self, language: str) -> int:
        """By how many votes the leader beats a language."""
        return self.scores[self.leader] - self.scores[language]

    def led_by(self, language: str) -> bool:
        """Tell quickly whether no language has more votes than one that has rules."""
        roll = _roll()
        unit = roll.rules.get(language)
        return unit is not None and roll.is_most(self.packed // unit & _FIELD, self.packed)

    @property
    def familiar(self) -> bool:
        """Whether the leader has as large a share of the words as it has in any prose of its own."""
        return self.scores[self.leader] >= _FAMILIAR * self.words


def tally(text: str) -> Tally:
    """Let the words of a text vote."""
    tokens = text.split()
    packed = sum(map(_roll().__getitem__, tokens))
    if (first := text[:1].lower()) != text[:1]:  # a capital says nothing about the first word
        packed += _roll()[first + tokens[0][1:]] - _roll()[tokens[0]]
    return Tally(packed, len(tokens))


def total(tallies: Iterable[Tally]) -> Tally:
    """Add up the votes of the parts of a text."""
    packed = tokens = 0
    for part in tallies:
        packed += part.packed
        tokens += part.tokens
    return Tally(packed, tokens)


class _Roll(dict[str, int]):
    """What every token votes for, packed: worked out when it is first met, kept while there is room."""

    def __init__(self) -> None:
        codes = tuple(dict.fromkeys([*LANGUAGES, *NEIGHBOURS, *_SPELLINGS, _SCRIPT]))
        self.units = {code: 1 << (_BITS * place) for place, code in enumerate(codes)}
        self.rules = {code: self.units[code] for code in LANGUAGES}
        self.word = 1 << (_BITS * len(codes))
        self._ones = sum(self.units.values())
        self._highs = self._ones << (_BITS - 1)
        self._struct = Struct(f"<{len(codes) + 1}I")
        lists = {code: language.function_words for code, language in LANGUAGES.items()}
        self._homes: dict[str, int] = {}
        for code, entries in (NEIGHBOURS | lists).items():
            unit = self.units[code]
            for entry in entries:
                self._homes[entry] = self._homes.get(entry, 0) + unit

    def __missing__(self, token: str) -> int:
        if token.isalpha():
            votes = self.word + self._ballot(token)
        else:
            text = _URL.sub(" ", token) if "://" in token or "www." in token else token
            words = _WORD.findall(text)
            votes = self.word + self._ballot(token) if words == [token] else sum(map(self.__getitem__, words))
        if len(token) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[token] = votes
        return votes

    def is_most(self, votes: int, packed: int) -> bool:
        """Tell whether no language of a packed tally has more votes: a field that has borrows its highest bit."""
        return (votes * self._ones + self._highs - packed % self.word) & self._highs == self._highs

    def unpacked(self, packed: int) -> tuple[int, ...]:
        """Return the votes of each language, those with rules first and in their order, and the number of words."""
        return self._struct.unpack(packed.to_bytes(self._struct.size, "little"))

    def _ballot(self, word: str) -> int:
        """Return the languages a word votes for, each as often as it has votes: the fewer share it, the more."""
        if len(word) == 1 and word.isupper():
            return 0  # "I" is English, Danish and a numeral; "A" is a grade
        if word[0] > "\u024f":
            return self.units[_SCRIPT] * min(len(word), 8)
        lower = word.lower().replace("’", "'")
        name = word != lower  # a capital may open a name: it weighs half, and is spelt as it likes
        if votes := self._homes.get(lower):
            return votes * max(1, 4 // votes.bit_count() // (1 + name))
        if name or not 4 <= len(word) <= 60:
            return 0
        homes = _homes_by_spelling(lower)
        return sum(map(self.units.__getitem__, homes)) * (2 if len(homes) == 1 else 1)


def _homes_by_spelling(word: str) -> Ballot:
    homes: Ballot = tuple(_SPELT[place] for place in sorted(_spellings().Match(word) or ()))
    for letter, codes in _LETTERS.items():
        if letter in word:
            homes = tuple(code for code in homes if code in codes) or codes
    return homes


def forget() -> None:
    """Forget what was worked out from the languages known so far."""
    _roll.cache_clear()


@cache
def _roll() -> _Roll:
    return _Roll()


@cache
def _spellings() -> Any:
    """Return the spellings as one automaton, which reads a word once for all languages."""
    import re2

    spellings = re2.Set.SearchSet()
    for pattern in _SPELLINGS.values():
        spellings.Add(pattern)
    spellings.Compile()
    return spellings
