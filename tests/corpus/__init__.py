"""Labelled posts of our own, and what toneguard says of each, kept in a file that a person can read.

Beside `NAME.md` stand `NAME.labels.json`, the sentences a good editor would mark (written before any rule was run on
the post), and `NAME.findings`, one line for each of those sentences and each finding:

    found   7:1    self-centred/here-at-brand     Here at Acme, we
    missed  9:1    pushy                          Order before the weekend is over.
    alarm   12:4   pushy/scarcity                 only two left
    found   post   endorsement/weak-label         "Collab" does not tell …
    advice  post   self-centred/reader-share      we, our: 14; you: 2

`python -m tests.corpus` writes the second file anew; the difference is for a person to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.gold import FAMILIES, LABELS, Place, Post, missed, read_posts
from toneguard import Config, Source
from toneguard.finding import Finding, Severity
from toneguard.lint import lint
from toneguard.registry import Registry

FOLDER = Path(__file__).resolve().parent
FINDINGS = ".findings"
_WIDTH = 90  # characters of a quoted text


def posts() -> list[Post]:
    """Return the corpus in the order of its paths."""
    return read_posts([FOLDER])


def findings_file(post: Post) -> Path:
    """Return the path of what toneguard says of a post."""
    return post.path.with_suffix(FINDINGS)


def described(post: Post, registry: Registry) -> str:
    """Return the text of that file, as it should be now."""
    source = Source(post.text, str(post.path.relative_to(FOLDER)))
    report = lint(source, registry, replace(Config(), advice=True, ways_out=False))
    rows = sorted([*_told(report.findings, post, source), *_missed(report.findings, post, source)])
    return "".join(f"{text}\n" for _, text in rows) or "nothing\n"


def _told(findings: tuple[Finding, ...], post: Post, source: Source) -> Iterator[tuple[int, str]]:
    for finding in findings:
        place = Place(finding.span.start, finding.span.end, finding.family)
        if finding.severity is Severity.SUGGESTION:
            word = "advice"
        elif finding.scope == "document":
            word = "found" if finding.family in post.verdicts else "alarm"
        else:
            word = "found" if any(place.hits(gold) for gold in post.gold) else "alarm"
        if finding.scope == "document":
            yield -1, _row(word, "post", finding.rule, finding.message)
        else:
            yield finding.span.start, _row(word, _place(source, finding.span.start), finding.rule, finding.text)


def _missed(findings: tuple[Finding, ...], post: Post, source: Source) -> Iterator[tuple[int, str]]:
    said = [
        Place(finding.span.start, finding.span.end, finding.family)
        for finding in findings
        if finding.severity is not Severity.SUGGESTION and finding.scope == "span" and finding.family in FAMILIES
    ]
    judged = {found.family for found in findings if found.scope == "document"}
    for family in sorted(post.verdicts - judged):
        yield -1, _row("missed", "post", family, "")
    for gold in missed(post, said):
        text = post.text[gold.start : gold.end]
        yield gold.start, _row("missed", _place(source, gold.start), gold.family, text)


def _place(source: Source, offset: int) -> str:
    line, column = source.position(offset)
    return f"{line}:{column}"


def _row(word: str, place: str, rule: str, text: str) -> str:
    flat = " ".join(text.split())
    shown = flat if len(flat) <= _WIDTH else flat[: _WIDTH - 1] + "…"
    return f"{word:<7} {place:<7} {rule:<33} {shown}".rstrip()


__all__ = ["FINDINGS", "FOLDER", "LABELS", "described", "findings_file", "posts"]
