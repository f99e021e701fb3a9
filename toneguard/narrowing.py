"""What a run reports of what it finds: with changes what is about changed lines, less what a baseline knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from toneguard.baseline import Baselines
from toneguard.finding import Finding, Report
from toneguard.records import dataclass, field, replace
from toneguard.registry import Registry
from toneguard.run import Treat, linted
from toneguard.source import Source

if TYPE_CHECKING:  # git is for those who ask what changed
    from toneguard.changes import Changes


@dataclass
class Narrowing:
    """Lints posts, and leaves in their reports what is asked for."""

    changes: Changes | None = None
    baselines: Baselines | None = None
    lint: Treat = linted
    _texts: dict[str, str] = field(default_factory=dict)

    def __call__(self, source: Source, registry: Registry) -> Report:
        """Return the report on a post, or on what fixes made of a post that was seen before."""
        return self.narrowed(self.lint(source, registry), registry)

    def narrowed(self, report: Report, registry: Registry) -> Report:
        """Return a report with the findings that are asked for.

        Of sentences that a baseline counts, those on unchanged lines are the old ones.
        """
        about = self._about(report.source)
        findings, known = report.findings, report.known
        if self.baselines and report.source.path not in ("", "-"):
            findings, known = self.baselines.split(report, registry.config, about)
        if self.changes is None and findings is report.findings and known is report.known:
            return report
        return replace(
            report, findings=tuple(filter(about, findings)), known=tuple(item for item in known if about(item))
        )

    def _about(self, source: Source) -> Callable[[Finding], bool]:
        if self.changes is None:
            return lambda _: True
        from toneguard.changes import touched

        text = self._texts.setdefault(source.path, source.text)
        lines = self.changes.of(source.path).moved(text, source.text)
        return lambda finding: touched(finding, source, lines)
