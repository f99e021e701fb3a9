"""The Python interface."""

from __future__ import annotations

from pathlib import Path

import pytest

import toneguard
from toneguard import Config, SourceError, lint, lint_file


def test_lint_a_text() -> None:
    """`lint` takes a text and returns a report whose findings know their place."""
    report = lint("# Tea\n\nBuy now and save.\n")
    (finding,) = report.findings
    assert (finding.rule, finding.text) == ("pushy/hard-call", "Buy now")
    assert report.source.position(finding.span.start) == (3, 1)
    assert (report.language, report.words) == ("en", 5)


def test_lint_a_file_under_its_configuration(tmp_path: Path) -> None:
    """`lint_file` takes the nearest configuration, unless one is given."""
    (tmp_path / "toneguard.toml").write_text('ignore = ["pushy"]')
    (tmp_path / "post.md").write_text("Buy now and save.")
    assert lint_file(tmp_path / "post.md").findings == ()
    assert len(lint_file(tmp_path / "post.md", config=Config()).findings) == 1
    with pytest.raises(SourceError, match=r"missing\.md: cannot be read"):
        lint_file(tmp_path / "missing.md")


def test_public_names_exist() -> None:
    """Every public name is there, and the package is typed."""
    assert all(hasattr(toneguard, name) for name in toneguard.__all__)
    assert (Path(toneguard.__file__).parent / "py.typed").exists()
