"""The hint of every error message about an unknown name."""

from __future__ import annotations

from collections.abc import Iterable

from toneguard.late import late

_ALIKE = 0.6  # of two words that one may stand for the other
_LISTED = 12  # known names that an error message still lists
_WORDS = late(r"[^/_\s.-]+")
# What people write for the codes of languages and markets.
_OTHER_CODES = {
    "se": "sv",
    "dk": "da",
    "gb": "uk",
    "swedish": "sv",
    "danish": "da",
    "english": "en",
    "svenska": "sv",
    "dansk": "da",
    "sweden": "se",
    "denmark": "dk",
    "sv": "se",
    "da": "dk",
    "usa": "us",
}


def nearest(name: object, known: Iterable[str]) -> str:
    """Return `; did you mean …?` with the most similar known word, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(str(name), list(known), n=1)
    return f"; did you mean {str(close[0])!r}?" if close else ""


def missing(kind: str, name: object, known: Iterable[str], otherwise: str = "") -> str:
    """Return `no rule pushy/urgency; did you mean pushy/false-urgency?`.

    Where nothing known is near, a short list of what there is stands instead, or `otherwise`.
    """
    names = [str(one) for one in known]
    close = closest(str(name), names)
    if close:
        return f"no {kind} {name}; did you mean {close}?"
    if not otherwise and 0 < len(names) <= _LISTED:
        otherwise = f"expected {', '.join(names)}"
    return f"no {kind} {name}; {otherwise}" if otherwise else f"no {kind} {name}"


def closest(name: str, known: Iterable[str]) -> str:
    """Return the known name that was most likely meant, by its letters or by the words that it shares, or nothing."""
    names = list(dict.fromkeys(known))
    plain = name.strip().lower().replace("_", "-")
    if _OTHER_CODES.get(plain) in names:
        return _OTHER_CODES[plain]
    scored = [(_likeness(plain, one.lower()), one) for one in names]
    score, best = max(scored, key=lambda item: item[0], default=(0.0, ""))
    return best if score >= _ALIKE else ""


def _likeness(name: str, known: str) -> float:
    """Return how alike two names are, from 0 to 1: a shared family weighs little, the name behind it the rest."""
    family, slash, last = name.rpartition("/")
    known_family, known_slash, known_last = known.rpartition("/")
    if slash and known_slash:
        return 0.2 * _ratio(family, known_family) + 0.8 * _alike(last, known_last)
    if known_slash:
        return 0.95 * _alike(last, known_last)  # the family was left out
    return _alike(name, known)


def _alike(name: str, known: str) -> float:
    """Return how alike two names are, by their letters or by the share of words that the other has too."""
    ratio = _ratio(name, known)
    words, others = _WORDS.findall(name), _WORDS.findall(known)
    shared = sum(any(_same(word, other) for other in others) for word in words if len(word) > 2)  # not "or", "to"
    if not shared:
        return ratio
    return max(ratio, 0.7 * shared / len(words) + 0.25 * ratio + 0.05 * known.startswith(name))


def _same(word: str, other: str) -> bool:
    return word == other or _ratio(word, other) >= 0.8 or (len(word) >= 4 and other.startswith(word))


def _ratio(one: str, other: str) -> float:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other).ratio()
