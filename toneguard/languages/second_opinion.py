"""What langdetect makes of a text. Imported only where the vote is open: it takes 40 ms to load."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from langdetect.detector_factory import DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

PROFILES = ("en", "sv", "da", "no", "de", "nl", "fr", "fi")
_ENOUGH = 1000


def opinion(text: str) -> tuple[str, float]:
    """Return the likeliest language and its probability, `("", 0.0)` for a text without letters."""
    detector = _factory().create()
    detector.append(text[:_ENOUGH])
    try:
        best = detector.get_probabilities()[:1]
    except LangDetectException:
        return "", 0.0
    return (str(best[0].lang), float(best[0].prob)) if best else ("", 0.0)


@cache
def _factory() -> Any:
    factory = DetectorFactory()
    factory.seed = 0  # it draws n-grams by chance: without a seed two runs may differ
    folder = files("langdetect") / "profiles"
    factory.load_json_profile([(folder / code).read_text(encoding="utf-8") for code in PROFILES])
    return factory
