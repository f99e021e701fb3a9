"""Suppression: what directives silence, in every markup, and what is said of those that silence nothing."""

from __future__ import annotations

import pytest

from toneguard import Config, Source
from toneguard.lint import lint
from toneguard.registry import Registry

BAD = "Buy now and save."


def rules(text: str, path: str, registry: Registry, config: Config | None = None) -> list[str]:
    """Return the names of the findings of a text."""
    return [finding.rule for finding in lint(Source(text, path), registry, config or registry.config).findings]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("x.md", f"<!-- toneguard: ignore pushy/hard-call -->\n\n{BAD}\n"),
        ("x.md", f"<!-- toneguard: ignore pushy -- a real offer -->\n\n{BAD}\n"),
        ("x.md", f"<!-- toneguard: ignore -->\n{BAD}\n"),
        (
            "x.md",
            f"<!-- toneguard: ignore-start pushy/hard-call -->\n\nOne.\n\n{BAD}\n\n<!-- toneguard: ignore-end -->\n",
        ),
        ("x.md", f"One.\n\n<!-- toneguard: ignore-start pushy -->\n\n{BAD}\n"),
        ("x.md", f"{BAD}\n\n<!-- toneguard: ignore-file pushy/hard-call -->\n"),
        ("x.md", f"---\ntitle: One\ntoneguard: {{ignore: [pushy/hard-call]}}\n---\n\n{BAD}\n"),
        ("x.md", f"---\ntoneguard:\n  ignore: pushy/hard-call\n---\n\n{BAD}\n"),
        ("x.md", f'+++\ntitle = "One"\n[toneguard]\nignore = ["pushy"]\n+++\n\n{BAD}\n'),
        ("x.md", f"> <!-- toneguard: ignore pushy -->\n\n{BAD}\n"),
        ("x.html", f"<p>One.</p><!-- toneguard: ignore pushy/hard-call --><p>{BAD}</p>"),
        (
            "x.html",
            f"<div><!-- toneguard: ignore-start pushy --><p>{BAD}</p><!-- toneguard: ignore-end --></div>",
        ),
        ("x.txt", f"---\ntitle: One\ntoneguard: {{ignore: [pushy]}}\n---\n\n{BAD}\n"),
        ("x.mdx", f"{{/* toneguard: ignore pushy/hard-call */}}\n\n{BAD}\n"),
        ("x.mdx", f"{BAD}\n\n{{/* toneguard: ignore-file pushy */}}\n"),
    ],
)
def test_directive_silences(path: str, text: str, registry: Registry) -> None:
    """A directive silences its rule or family in the next block, in its range or in the file, and is used up."""
    report = lint(Source(text, path), registry, registry.config)
    assert [finding.rule for finding in report.findings] == []
    assert {finding.rule for finding in report.suppressed} == {"pushy/hard-call"}


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- toneguard: ignore pushy/hard-call -->\n\nOne is enough for us.\n\n{BAD}\n",
        f"<!-- toneguard: ignore-start pushy -->\n\nOne is enough.\n\n<!-- toneguard: ignore-end -->\n\n{BAD}\n",
        f"{BAD}\n\n<!-- toneguard: ignore pushy/hard-call -->\n",
    ],
)
def test_directive_ends_with_its_range(text: str, registry: Registry) -> None:
    """Beyond its block or range a directive silences nothing, and is then reported as unused."""
    assert sorted(rules(text, "x.md", registry)) == ["pushy/hard-call", "suppression/unused"]


def test_unknown_name_is_a_finding_with_a_hint(registry: Registry) -> None:
    """A directive that names no rule is a finding at the directive that names the nearest rule."""
    text = f"<!-- toneguard: ignore pushy/hard-cal -->\n\n{BAD}\n"
    report = lint(Source(text, "x.md"), registry, registry.config)
    unknown = next(finding for finding in report.findings if finding.rule == "suppression/unknown")
    assert "did you mean 'pushy/hard-call'" in unknown.message
    assert unknown.text == "<!-- toneguard: ignore pushy/hard-cal -->"
    assert report.source.slice(unknown.span) == unknown.text


def test_unknown_action_is_a_finding(registry: Registry) -> None:
    """A directive whose action does not exist is a finding."""
    assert rules("<!-- toneguard: ignroe -->\n\nOne two.\n", "x.md", registry) == ["suppression/unknown"]


def test_unused_only_when_its_rule_ran(registry: Registry) -> None:
    """A suppression of a rule that did not run is not called unused."""
    text = "<!-- toneguard: ignore pushy/hard-call -->\n\nAll is calm and well here.\n"
    config = Config(ignore=("pushy",))
    assert rules(text, "x.md", registry, config) == []


def test_unused_in_front_matter(registry: Registry) -> None:
    """A front matter that silences nothing is reported at the name it gives."""
    text = "---\ntitle: A\ntoneguard:\n  ignore: [pushy/hard-call]\n---\n\nAll is calm and well here.\n"
    report = lint(Source(text, "x.md"), registry, registry.config)
    assert [(finding.rule, finding.text) for finding in report.findings] == [("suppression/unused", "pushy/hard-call")]


def test_hygiene_can_be_switched_off(registry: Registry) -> None:
    """Selecting families leaves the findings about suppressions out, and ignoring them does so too."""
    text = "<!-- toneguard: ignore pushy/hard-call -->\n\nAll is calm and well here.\n"
    assert rules(text, "x.md", registry, Config(ignore=("suppression",))) == []
    assert rules(text, "x.md", registry, Config(select=("pushy",))) == []


def test_a_directive_in_a_paragraph_covers_the_rest_of_it(registry: Registry) -> None:
    """A comment inside a paragraph silences what follows it in that paragraph, not what stands before."""
    assert rules(f"One. <!-- toneguard: ignore pushy --> {BAD}\n", "x.md", registry) == []


def test_a_directive_states_the_language(registry: Registry) -> None:
    """`lang` decides the language of the blocks behind it until the next one; an unknown one is a finding."""
    text = "<!-- toneguard: lang sv -->\n\nBuy now and save.\n\n<!-- toneguard: lang auto -->\n\nBuy now and save.\n"
    report = lint(Source(text, "x.md"), registry, registry.config)
    assert [(finding.rule, finding.span.start > 60) for finding in report.findings] == [("pushy/hard-call", True)]
    assert rules("<!-- toneguard: lang 12 -->\n\nAll is well here.\n", "x.md", registry) == ["suppression/unknown"]
