"""`make train`: fits the sentence models from the corpus and writes them where the package reads them.

Their figures on posts that they had not seen go to docs/model-figures.md.

    .venv/bin/python -m training.train [--to FOLDER]

The same corpus, packs and versions of the libraries give the same files.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from training.build import build, judge_held_back, read_corpus
from training.corpus import CorpusError
from training.report import figures

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "toneguard" / "model" / "data"


def main() -> int:
    """Train, write and say what was written."""
    parser = argparse.ArgumentParser(description="Train the sentence models.")
    parser.add_argument("--to", type=Path, default=FOLDER, help="folder of the model files")
    folder = parser.parse_args().to
    try:
        corpus = read_corpus()
    except CorpusError as error:
        print(error, file=sys.stderr)
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    judged = judge_held_back(corpus)
    models = build(corpus, judged)
    (ROOT / "docs" / "model-figures.md").write_text(figures(judged, models), "utf-8")
    for language, model in models.items():
        path = folder / f"{language}.model"
        path.write_bytes(model.to_bytes())
        levels = {
            family: {"sure": head.sure, "maybe": head.maybe, "veto": head.veto, "gate": head.gate}
            for family, head in model.heads.items()
        }
        print(f"{path}: {path.stat().st_size} bytes, {levels}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
