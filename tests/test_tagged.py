"""What a configured pipeline adds to rewriting: parts of speech."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from toneguard import Config, Source
from toneguard.finding import Safety
from toneguard.fixing import applied
from toneguard.lint import lint
from toneguard.registry import Registry
from toneguard.rewriting.tagged import Word, trimmed

TAGS = {
    "en": {
        "ADJ": "award-winning unrivalled innovative dedicated certified free wireless world-class",
        "ADV": "truly",
        "NOUN": "engineers team boilers hours oven",
        "PUNCT": ",",
        "CCONJ": "and",
        "DET": "an a the",
        "PRON": "our",
    },
    "sv": {"ADJ": "fantastiska prisbelönta", "NOUN": "lag appen montörer", "DET": "den", "PRON": "vårt vår våra"},
    "da": {"ADJ": "fantastiske prisvindende", "NOUN": "hold app montører", "DET": "den", "PRON": "vores"},
}


def tagged(language: str, text: str) -> list[Word]:
    """Tag a text by the table above; what is unknown is X."""
    import spacy

    parts = {word: part for part, words in TAGS[language].items() for word in words.split()}
    return [
        Word(word.text, word.idx, word.idx + len(word.text), parts.get(word.text.lower(), "X"))
        for word in spacy.blank(language)(text.replace("-", "·"))
    ]


def trim(language: str, text: str, *marked: str) -> str | None:
    """Trim a text of the attributes within the marked words."""
    flat = text.replace("-", "·")  # spaCy's blank tokenizer cuts at hyphens; a trained one tags the parts
    places = [(flat.index(mark.replace("-", "·")), flat.index(mark.replace("-", "·")) + len(mark)) for mark in marked]
    words = [Word(w.text.replace("·", "-"), w.start, w.end, _part(language, w)) for w in tagged(language, text)]
    return trimmed(text, words, places, {"free"}, language)


def _part(language: str, word: Word) -> str:
    parts = {name: part for part, names in TAGS[language].items() for name in names.split()}
    return parts.get(word.text.replace("·", "-").lower(), "X")


@pytest.mark.parametrize(
    ("language", "text", "marked", "after"),
    [
        (
            "en",
            "Our award-winning engineers mend 3 boilers.",
            "Our award-winning engineers",
            "Our engineers mend 3 boilers.",
        ),
        (
            "en",
            "Our truly innovative, dedicated and award-winning team.",
            "truly innovative, dedicated and award-winning",
            "Our team.",
        ),
        ("en", "You get an innovative wireless oven.", "innovative", None),
        (
            "en",
            "It is an innovative oven from an unrivalled team.",
            "an innovative oven from an unrivalled team",
            "It is an oven from a team.",
        ),
        ("en", "You get free boilers.", "free boilers", None),
        ("sv", "Våra prisbelönta montörer kommer på måndag.", "Våra prisbelönta", "Våra montörer kommer på måndag."),
        ("sv", "Den fantastiska appen kostar 3 kr.", "fantastiska", None),
        ("da", "Vores prisvindende montører kommer på mandag.", "prisvindende", "Vores montører kommer på mandag."),
        ("da", "Den fantastiske app koster 3 kr.", "fantastiske", None),
    ],
)
def test_praise_before_a_noun_goes(language: str, text: str, marked: str, after: str | None) -> None:
    """Marked attributes go with what joins them; those outside of the marks, promises and double definites stay."""
    assert trim(language, text, marked) == after


RULE = """\
summary = "Says moo."
why = "Nobody reads moo."

[en]
message = "\\"{match}\\" is moo."
patterns = ["our moo"]
[[en.example]]
bad = "<<Our moo>> engineers came."
[[en.example]]
good = "The cow came."
"""


def test_a_configured_pipeline_brings_more_rewrites(pack: Callable[..., Path], tmp_path: Path) -> None:
    """The same sentence has no rewrite without a pipeline, and one for review with it."""
    import spacy

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add(patterns=[[{"LOWER": "moo"}]], attrs={"POS": "ADJ"})  # type: ignore[attr-defined]
    ruler.add(patterns=[[{"LOWER": "engineers"}]], attrs={"POS": "NOUN"})  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "pipeline")
    text = "Our moo engineers mended 312 boilers in Harrowby between 3 and 9 May.\n"
    offered = {}
    for name in ("", str(tmp_path / "pipeline")):
        settings = Config(pipelines={"en": name} if name else {}, packs=(str(pack(RULE)),), select=("farm",))
        (finding,) = lint(Source(text, "post.md"), Registry(settings), settings).findings
        offered[bool(name)] = [(fix.safety, applied(text, fix.edits)) for fix in finding.fixes]
    assert offered == {False: [], True: [(Safety.REVIEW, text.replace("moo ", ""))]}
