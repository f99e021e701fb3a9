# Everything lives in .venv; `make demo` and `make test` are all the set-up there is.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint docs corpus quality bench newsroom train peers clean

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: .venv/installed
	$(BIN)/toneguard check --exit-zero examples

test: .venv/installed
	$(BIN)/pytest -n auto

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Write anew what follows from rules, configuration and examples: docs/rules, docs/configuration.md, the picture and the
# table of the README. A test fails where they are behind.
docs: .venv/installed
	$(BIN)/python -m docs.generate

# Write anew what toneguard says of every post of the corpus; read the difference.
corpus: .venv/installed
	$(BIN)/python -m tests.corpus
	git --no-pager diff --stat -- tests/corpus

# Precision and recall on the corpus, beside the peers that `make peers` has installed.
quality: .venv/installed
	$(BIN)/python benchmarks/quality.py tests/corpus
	$(BIN)/python benchmarks/quality.py benchmarks/heldout

# Time and memory beside the peers, into benchmarks/results; a quarter of an hour on a machine that does nothing else.
bench: .venv/installed peers
	$(BIN)/python benchmarks/speed.py

# The index of the newsroom beside MinHash LSH, at 1,000 to 100,000 releases; some ten minutes.
newsroom: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python benchmarks/newsroom.py

# Fit the sentence models from training/corpus and write their figures to docs/.
train: .venv/installed
	$(BIN)/python -m training.train

# What cannot be installed is left out, by name, of what is measured.
peers:
	$(PYTHON) -m venv .peers
	-.peers/bin/python -m pip install --quiet --disable-pip-version-check proselint codespell
	-npm install --silent --prefix .peers write-good alex textlint textlint-rule-terminology

clean:
	rm -rf .venv .peers dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
