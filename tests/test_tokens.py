"""spaCy patterns behind a gate: blank pipelines with the lexicon's lemmas, and trained ones where configured."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from toneguard import Config, ConfigError, PackError, Source
from toneguard.lint import lint
from toneguard.registry import Registry

RULE = """\
summary = "Says moo."
why = "Nobody reads moo."

[en]
message = "\\"{match}\\" is moo."
near = ["(cow|cows)"]
tokens = [[{ LEMMA = "moo" }, { LOWER = "loudly" }]]
[[en.example]]
bad = "The cow <<mooed loudly>>."
[[en.example]]
good = "The cow mooed."
"""
LEXICON = 'moo = ["moo", "moos", "mooed", "mooing"]\n'
Writer = Callable[..., Path]


def run(folder: Path, text: str, **settings: object) -> object:
    """Lint a text with the pack only."""
    config = Config(packs=(str(folder),), select=("farm",), forced_lang="en", **settings)  # type: ignore[arg-type]
    return lint(Source(text, "x.md"), Registry(config), config)


def test_lemma_of_the_lexicon(pack: Writer) -> None:
    """On a blank pipeline the lemma of a word is the first form of its class, and unknown words match nothing."""
    report = run(pack(RULE, lexicon=LEXICON), "A cow was mooing loudly at the unknowable.")
    assert [finding.text for finding in report.findings] == ["mooing loudly"]  # type: ignore[attr-defined]


def test_gate_keeps_spacy_away(pack: Writer, tmp_path: Path) -> None:
    """A sentence that does not pass the gate does not load spaCy."""
    folder = pack(RULE, lexicon=LEXICON)
    code = (
        "import sys; from toneguard import Config, lint\n"
        f"config = Config(packs=({str(folder)!r},))\n"
        "lint('The pig mooed loudly, and so it went on.', config=config)\n"
        "print('spacy' in sys.modules)\n"
        "print([f.text for f in lint('The cow mooed loudly, and so it went on.', config=config).findings])\n"
        "print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["False", "['mooed loudly']", "True"]


def test_missing_parse_is_said(pack: Writer) -> None:
    """A rule that needs a parse is listed as not run on a blank pipeline, and nothing fails."""
    report = run(pack(RULE.replace('LEMMA = "moo"', 'DEP = "ROOT"'), lexicon=LEXICON), "The cow mooed loudly.")
    assert (report.findings, report.not_run) == ((), ("farm/moo needs DEP",))  # type: ignore[attr-defined]


def test_trained_pipeline_is_used(pack: Writer, tmp_path: Path) -> None:
    """A configured pipeline's own tags serve the patterns."""
    import spacy

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add(patterns=[[{"LOWER": "mooed"}]], attrs={"POS": "VERB"})  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "pipeline")
    folder = pack(RULE.replace('LEMMA = "moo"', 'POS = "VERB"'), lexicon=LEXICON)
    report = run(folder, "The cow mooed loudly.", pipelines={"en": str(tmp_path / "pipeline")})
    assert [finding.text for finding in report.findings] == ["mooed loudly"]  # type: ignore[attr-defined]


def test_pipeline_that_is_not_installed(pack: Writer) -> None:
    """A pipeline that cannot be loaded is a configuration error that names it."""
    with pytest.raises(ConfigError, match="'xx_nowhere' cannot be loaded"):
        run(pack(RULE, lexicon=LEXICON), "The cow mooed loudly.", pipelines={"en": "xx_nowhere"})


def test_bad_pattern_is_named(pack: Writer) -> None:
    """A token pattern that spaCy refuses names file and rule."""
    with pytest.raises(PackError, match=r"farm/moo: \[en\]: 'tokens'"):
        run(pack(RULE.replace("LOWER =", "LOWERR ="), lexicon=LEXICON), "The cow mooed loudly.")
