"""Many posts: one run over them all, in the order of their paths."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from toneguard.collecting import collect, collect_changed, excluded
from toneguard.finding import Report, Severity
from toneguard.fixing import FixError
from toneguard.records import dataclass, replace
from toneguard.registry import Registry
from toneguard.settings import Settings
from toneguard.source import Source, SourceError

if TYPE_CHECKING:  # git is for those who ask what changed
    from toneguard.changes import Changes

__all__ = ["Course", "Run", "Settings", "Treat", "collect", "linted", "run", "run_text"]

Treat = Callable[[Source, Registry], Report]


Sources = Generator[Source, None, None]


@dataclass(frozen=True)
class Run:
    """The reports of a run in the order of its paths, what could not be read, and what is no error, a line each."""

    reports: tuple[Report, ...] = ()
    errors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def failed(self, fail_on: Callable[[Report], Severity]) -> bool:
        """Tell whether any post has a finding at or above the severity that fails it."""
        return any(
            finding.severity.rank <= fail_on(report).rank and finding.severity is not Severity.SUGGESTION
            for report in self.reports
            for finding in report.findings
        )


def linted(source: Source, registry: Registry) -> Report:
    """Lint one post under the configuration of its registry."""
    from toneguard.lint import lint  # a post that is remembered needs none of it

    return lint(source, registry, registry.config)


@dataclass(frozen=True)
class Course:
    """How a run goes through its posts; nothing of it changes a report that has findings.

    `ahead` is given the posts and yields the same in the same order, once their reports are at hand or nothing is to
    be gained; `seen` is told after each post how many are done, of how many. With `light` the text of a post that
    nothing is said of is let go of, and so is all `prose`.
    """

    ahead: Callable[[Sources], Sources] | None = None
    seen: Callable[[int, int], None] | None = None
    light: bool = False


_STRAIGHT = Course()


def run(
    paths: Sequence[str],
    settings: Settings,
    *,
    force_exclude: bool = False,
    treat: Treat = linted,
    changes: Changes | None = None,
    course: Course = _STRAIGHT,
) -> Run:
    """Lint files, folders and globs. An unreadable path becomes an error line and hides nothing else.

    `treat` makes the report of one post; with `changes` only posts that changed are read.
    """
    reports: list[Report] = []
    errors: list[str] = []
    if changes:
        found = list(dict.fromkeys(collect_changed(paths, changes, settings, errors, force_exclude=force_exclude)))
    else:
        found = list(collect(paths, settings, errors, force_exclude=force_exclude))
    sources = _sources(found, errors, changes)
    with closing(course.ahead(sources) if course.ahead else sources) as posts:
        for number, source in enumerate(posts, 1):
            try:
                report = treat(source, settings.registry(source.folder))
                reports.append(_light(report) if course.light else report)
            except (SourceError, FixError) as error:
                errors.append(str(error))
            if course.seen:
                course.seen(number, len(found))
    errors += [error for report in reports for error in report.errors]
    return Run(tuple(reports), (*settings.problems, *errors), settings.notes)


def _light(report: Report) -> Report:
    """Return a report without what only its findings would need."""
    if report.findings or report.suppressed or report.known:
        return replace(report, prose="")
    return replace(report, prose="", source=Source("", report.source.path))


def _sources(found: Sequence[Path], errors: list[str], changes: Changes | None) -> Sources:
    """Yield the posts at some paths, read from disk or from git's index."""
    for source in changes.sources(found) if changes else map(_read, found):
        if isinstance(source, SourceError):
            errors.append(str(source))
        else:
            yield source


def _read(path: Path) -> Source | SourceError:
    try:
        return Source.read(path)
    except SourceError as error:
        return error


def run_text(data: bytes, name: str, settings: Settings, *, force_exclude: bool = False, treat: Treat = linted) -> Run:
    """Lint what came through standard input; `name` chooses markup and settings (`-` for none)."""
    folder = Path(name).parent if name != "-" else Path()
    registry = settings.registry(folder)
    if force_exclude and name != "-" and excluded(Path(name), registry.config):
        return Run()
    try:
        report = treat(Source.decode(data, name), registry)
    except (SourceError, FixError) as error:
        return Run(errors=(str(error),))
    return Run((report,), (*settings.problems, *report.errors), settings.notes)
