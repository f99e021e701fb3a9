"""Every example of every rule is a test: marks are exact spans, `fixed` the exact rewrite, `good` stays silent."""

from __future__ import annotations

import pytest

from toneguard.config import Config
from toneguard.examples import check
from toneguard.registry import Registry
from toneguard.rule import Example, RuleInfo

REGISTRY = Registry(Config())
CASES = [
    pytest.param(info, example, id=f"{info.name}-{example.language}-{number}")
    for info in REGISTRY.infos.values()
    for number, example in enumerate(info.examples, 1)
]


@pytest.mark.parametrize(("info", "example"), CASES)
def test_example_holds(info: RuleInfo, example: Example) -> None:
    """A rule finds exactly what its examples mark and nothing in its near misses."""
    assert list(check(REGISTRY, info, example)) == []
