"""Applies fixes: those that do not overlap, again and again until nothing is left to do."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence

from toneguard.finding import Edit, Finding, Fix, Report, Safety
from toneguard.records import dataclass
from toneguard.source import Source, Span

ROUNDS = 10

Lint = Callable[[Source], Report]


class FixError(Exception):
    """A post whose fixes do not come to rest; the message names it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fix that was applied: its rule, the 1-based line and the text it stood for, and the fix."""

    rule: str
    line: int
    old: str
    fix: Fix


@dataclass(frozen=True)
class Fixed:
    """A post after its fixes, what was changed in which order, and the report on what is left."""

    source: Source
    changes: tuple[Change, ...]
    report: Report


def fixed(source: Source, lint: Lint, *, unsafe: bool = False) -> Fixed:
    """Apply the safe fixes of a post, with `unsafe` those for review too, and lint again until none is left.

    Raises FixError when that takes more than `ROUNDS` rounds; nothing is written here.
    """
    changes: list[Change] = []
    for _ in range(ROUNDS + 1):
        report = lint(source)
        chosen = chosen_fixes(report.findings, unsafe=unsafe)
        if not chosen:
            return Fixed(source, tuple(changes), report)
        changes += [_change(finding, fix, source) for finding, fix in chosen]
        edits = [edit for _, fix in chosen for edit in fix.edits]
        source = Source(applied(source.text, edits), source.path)
    raise FixError(f"{source.path}: the fixes do not come to rest in {ROUNDS} rounds; it is left as it was")


def chosen_fixes(findings: Sequence[Finding], *, unsafe: bool) -> list[tuple[Finding, Fix]]:
    """Return the fixes to apply, in the order of the findings; of those that overlap the first wins."""
    wanted = (Safety.SAFE, Safety.REVIEW) if unsafe else (Safety.SAFE,)
    chosen: list[tuple[Finding, Fix]] = []
    taken: list[Span] = []
    for finding in sorted(findings, key=lambda finding: finding.order):
        fix = next((fix for fix in finding.fixes if fix.safety in wanted), None)
        if fix is None or any(_touches(edit.span, taken) for edit in fix.edits):
            continue
        chosen.append((finding, fix))
        for edit in fix.edits:
            insort(taken, edit.span)
    return chosen


def applied(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with edits that do not overlap put in; everything outside them is as it was."""
    parts, done = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join((*parts, text[done:]))


def _touches(span: Span, taken: Sequence[Span]) -> bool:
    """Tell whether a range overlaps one of those taken, which ascend and stand apart, or begins where one does."""
    place = bisect_left(taken, span)
    beside = taken[max(0, place - 1) : place + 1]
    return any(span.start == other.start or span.overlaps(other) for other in beside)


def _change(finding: Finding, fix: Fix, source: Source) -> Change:
    span = fix.edits[0].span
    return Change(finding.rule, source.position(span.start)[0], source.slice(span), fix)
