"""What a run costs, counted and not timed: a change that makes it read, parse or search far more fails here."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import re2

from tests.conftest import ROOT
from toneguard.cache import Cache
from toneguard.remembered import Remembered
from toneguard.results import Results
from toneguard.run import Settings, run
from toneguard.source import Source

EXAMPLES = sorted((ROOT / "examples").glob("*.md"))


class _Counted:
    """A regex that counts its searches."""

    def __init__(self, regex: Any, counts: Counter[str]) -> None:
        self.regex, self.counts = regex, counts

    def __getattr__(self, name: str) -> Any:
        if name in ("search", "finditer", "match", "fullmatch"):
            self.counts["searches"] += 1
        return getattr(self.regex, name)


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count posts read and their bytes, blocks parsed, posts linted, regexes compiled and searches."""
    found: Counter[str] = Counter()
    linting = import_module("toneguard.lint")
    read, parsed, lint, compiled = Source.decode.__func__, linting.parsed, linting.lint, re2.compile  # type: ignore[attr-defined]

    def reading(cls: type[Source], data: bytes, path: str = "") -> Source:
        found.update(posts=1, bytes=len(data))
        return read(cls, data, path)  # type: ignore[no-any-return]

    def parsing(*given: Any) -> Any:
        document = parsed(*given)
        found.update(parsed=1, blocks=len(document.blocks))
        return document

    def counted(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *given, **more: (found.update({name: 1}), call(*given, **more))[1]

    monkeypatch.setattr(Source, "decode", classmethod(reading))
    monkeypatch.setattr(linting, "parsed", parsing)
    monkeypatch.setattr(linting, "lint", counted("lints", lint))
    monkeypatch.setattr(re2, "compile", lambda *given: (found.update(compiled=1), _Counted(compiled(*given), found))[1])
    return found


def test_a_run_does_no_more_than_it_has_to(tmp_path: Path, counts: Counter[str]) -> None:
    """Each post is read and linted once, with a few searches a block; the second run reads, and lints none."""
    for path in EXAMPLES:
        shutil.copy(path, tmp_path)
    size = sum(path.stat().st_size for path in EXAMPLES)
    first = lint(tmp_path)
    assert (counts["posts"], counts["bytes"]) == (len(EXAMPLES), size)
    assert counts["lints"] == counts["parsed"] == len(EXAMPLES)
    assert counts["blocks"] <= 45
    assert 0 < counts["compiled"] <= 1_100
    assert 0 < counts["searches"] <= 10_000
    counts.clear()
    assert lint(tmp_path) == first
    assert counts == {"posts": len(EXAMPLES), "bytes": size}


def lint(folder: Path) -> list[tuple[str, int]]:
    """Lint a folder as a process of its own would, without fixes; return the number of findings of each post."""
    settings = Settings(isolated=True, cache=Cache(folder / "cache"))
    treat = Remembered(Results(folder / "cache" / "results.sqlite"))
    outcome = run((str(folder),), settings, treat=treat)
    treat.close()
    return [(report.source.path, len(report.findings)) for report in outcome.reports]


def test_a_long_paragraph_costs_linear_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as many shouting sentences in one paragraph ask for about twice as many chances, not for four times."""
    from toneguard.config import Config
    from toneguard.lint import lint
    from toneguard.model import context
    from toneguard.registry import Registry

    asked: Counter[int] = Counter()
    chance, registry = context.chance, Registry(Config(ways_out=False))

    def counted(margin: float) -> float:
        asked[size] += 1
        return chance(margin)

    monkeypatch.setattr(context, "chance", counted)
    for size in (400, 800):
        lint(Source("BUY NOW! " * size, "post.md"), registry, registry.config)
    assert 0 < asked[800] < 3 * asked[400]
