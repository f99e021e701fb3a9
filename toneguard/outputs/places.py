"""Where findings stand, as other programs count: addresses from the root, UTF-8 columns, identities of twins."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from toneguard.finding import Edit, Finding, Fix, Report, Safety, fingerprint
from toneguard.outputs.output import Style
from toneguard.records import dataclass
from toneguard.source import Source, Span

DRAFT = "draft"  # what came through standard input without a name


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding in its post. `identity` is its fingerprint and, after a colon, which of its twins in the post it is."""

    finding: Finding
    source: Source
    identity: str


def placed(report: Report, findings: Sequence[Finding] | None = None) -> Iterator[Placed]:
    """Yield the findings of a report, or those of another list about the same post, with their identities."""
    twins: Counter[str] = Counter()
    for finding in report.findings if findings is None else findings:
        name = fingerprint(finding, report.source)
        twins[name] += 1
        yield Placed(finding, report.source, f"{name}:{twins[name]}")


def gravest_first(reports: Sequence[Report]) -> list[Placed]:
    """Return the findings of all reports by severity; posts and places keep their order within one."""
    everything = [item for report in reports for item in placed(report)]
    return sorted(everything, key=lambda item: item.finding.severity.rank)


def name_of(source: Source) -> str:
    """Return what a post is called in a report."""
    return DRAFT if source.path in ("", "-") else source.path


def address(source: Source, style: Style) -> str:
    """Return the path of a post from the root of its project, with forward slashes; absolute when it lies outside."""
    if source.path in ("", "-"):
        return DRAFT
    path = os.path.normpath(PurePath(style.folder, source.path))
    root = PurePath(style.root) if style.root else PurePath(style.folder)
    inside = PurePath(path).is_relative_to(root) and root != PurePath()
    return (PurePath(path).relative_to(root) if inside else PurePath(path)).as_posix()


def uri(source: Source, style: Style) -> tuple[str, bool]:
    """Return the address percent-encoded, and whether it starts from the root."""
    from urllib.parse import quote

    path = address(source, style)
    if PurePath(path).is_absolute():
        return Path(path).as_uri(), False
    return quote(os.fsencode(path)), True


def bytes_position(source: Source, offset: int) -> tuple[int, int]:
    """Return the 1-based line and column of an offset in bytes of UTF-8; a byte order mark has its three."""
    line, column = source.position(offset)
    start = offset - column + 1
    before = source.text[0 if line == 1 else start : offset]
    return line, len(before.encode("utf-8", "replace")) + 1


def joined(fix: Fix, source: Source) -> Edit:
    """Return the edits of a fix as one, with what stands between them as it is."""
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    whole = Span(edits[0].span.start, max(edit.span.end for edit in edits))
    parts, at = [], whole.start
    for edit in edits:
        parts += [source.text[at : edit.span.start], edit.text]
        at = edit.span.end
    return Edit(whole, "".join(parts))


def for_review(finding: Finding) -> tuple[Fix, ...]:
    """Return the fixes that can be applied as they are: safe ones, and those that need a reader."""
    return tuple(fix for fix in finding.fixes if fix.safety is not Safety.SHOW and fix.edits)
