"""The vote on a text's language: every word casts a ballot, by what it is or else by how it is spelt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain

from toneguard.languages import LANGUAGES
from toneguard.languages.neighbours import NEIGHBOURS

Ballot = tuple[str, ...]

OTHER = "other"
_SCRIPT = "script"  # votes of a script that is not Latin
_FAMILIAR = 0.4  # votes a word: prose with rules has 0.6 and more, an unknown language 0.35 at most
_URL = re.compile(r"https?://\S+|www\.\S+")
_WORD = re.compile(r"\b[^\W\d_]+(?:['’-][^\W\d_]+)*\b")

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
    "no": r"sjon|øy|(?<!s)kj|hv|[a-z]øk|vei|heil|^ull|kkel|[a-z]sje|kt(?:ig|or)"
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


@dataclass(frozen=True)
class Tally:
    """How the words of a text voted, by language, and how many words it has."""

    votes: Counter[str]
    words: int

    @cached_property
    def scores(self) -> dict[str, int]:
        """The votes of each language with rules, and those of the strongest language without."""
        scores = {code: self.votes[code] for code in LANGUAGES}
        scores[OTHER] = max((count for code, count in self.votes.items() if code not in LANGUAGES), default=0)
        return scores

    @cached_property
    def leader(self) -> str:
        """The language with most votes; one with rules if they are level."""
        return max(self.scores, key=self.scores.__getitem__)

    def lead(self, language: str) -> int:
        """By how many votes the leader beats a language."""
        return self.scores[self.leader] - self.scores[language]

    @property
    def familiar(self) -> bool:
        """Whether the leader has as large a share of the words as it has in any prose of its own."""
        return self.scores[self.leader] >= _FAMILIAR * self.words


def tally(text: str) -> Tally:
    """Let the words of a text vote."""
    if "://" in text or "www." in text:
        text = _URL.sub(" ", text)
    words = _WORD.findall(text[:1].lower() + text[1:])  # a capital says nothing about the first word
    return Tally(Counter(chain.from_iterable(map(ballot, words))), len(words))


def total(tallies: Iterable[Tally]) -> Tally:
    """Add up the votes of the parts of a text."""
    votes: Counter[str] = Counter()
    words = 0
    for part in tallies:
        votes.update(part.votes)
        words += part.words
    return Tally(votes, words)


@lru_cache(maxsize=1 << 16)
def ballot(word: str) -> Ballot:
    """Return the languages a word votes for, each as often as it has votes: the fewer share it, the more."""
    if len(word) == 1 and word.isupper():
        return ()  # "I" is English, Danish and a numeral; "A" is a grade
    if word[0] > "\u024f":
        return (_SCRIPT,) * min(len(word), 8)
    lower = word.lower().replace("’", "'")
    name = word != lower  # a capital may open a name: it weighs half, and is spelt as it likes
    if homes := _homes().get(lower):
        return homes * max(1, 4 // len(homes) // (1 + name))
    if name or not 4 <= len(word) <= 60:
        return ()
    homes = _homes_by_spelling(lower)
    return homes * (2 if len(homes) == 1 else 1)


def _homes_by_spelling(word: str) -> Ballot:
    homes = tuple(code for code, pattern in _spellings().items() if pattern.search(word))
    for letter, codes in _LETTERS.items():
        if letter in word:
            homes = tuple(code for code in homes if code in codes) or codes
    return homes


def forget() -> None:
    """Forget what was worked out from the languages known so far."""
    _homes.cache_clear()
    ballot.cache_clear()


@cache
def _homes() -> dict[str, Ballot]:
    lists = NEIGHBOURS | {code: language.function_words for code, language in LANGUAGES.items()}
    homes: dict[str, Ballot] = {}
    for code, entries in lists.items():
        for entry in entries:
            homes[entry] = (*homes.get(entry, ()), code)
    return homes


@cache
def _spellings() -> dict[str, re.Pattern[str]]:
    return {code: re.compile(pattern) for code, pattern in _SPELLINGS.items()}
