"""`toneguard check --fix`, `--diff` and `--dry-run`: what is done with the fixes of a run."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable
from pathlib import Path

from toneguard.finding import Report
from toneguard.fixing import Fixed, fixed
from toneguard.outputs.output import printable
from toneguard.records import dataclass, field
from toneguard.registry import Registry
from toneguard.run import Treat, linted
from toneguard.source import Source

_CONTEXT = 3  # lines around a change


@dataclass
class Fixer:
    """Lints posts and fixes them on the way; `done` are those that changed, as they were and as they are.

    With `write` files are replaced; what came through standard input never is. `treat` says how a post is changed
    where that is not by the fixes of its findings.
    """

    unsafe: bool
    write: bool
    lint: Treat = linted
    treat: Callable[[Source, Registry], Fixed] | None = None
    done: list[tuple[Source, Fixed]] = field(default_factory=list)

    def __call__(self, source: Source, registry: Registry) -> Report:
        """Return the report on what is left. Raises FixError and SourceError, and then the file is as it was."""
        if self.treat:
            result = self.treat(source, registry)
        else:
            result = fixed(source, lambda post: self.lint(post, registry), unsafe=self.unsafe)
        if result.source.text != source.text:
            if self.write:
                source.replace(result.source.text, Path(source.path))
            self.done.append((source, result))
        return result.report

    @property
    def count(self) -> int:
        """The number of fixes that were applied."""
        return sum(len(result.changes) for _, result in self.done)

    def diff(self) -> str:
        """Return the changes as a unified diff."""
        return "".join(_diff(source, result.source.text) for source, result in self.done)

    def listed(self) -> str:
        """Return the changes a line each, with the rule and both texts."""
        lines = []
        for source, result in self.done:
            for change in result.changes:
                old, new = " ".join(change.old.split()), " ".join(" ".join(e.text for e in change.fix.edits).split())
                safety = "" if self.treat else f" ({change.fix.safety})"
                where = f"{source.path}:{change.line}: {change.rule}{safety}"
                before = f"  - {printable(old)}\n" if old else ""
                lines.append(f"{where}\n{before}  + {printable(new) or change.fix.title}\n")
        return "".join(lines)


def said(fixer: Fixer, *, applied: bool) -> None:
    """Say on standard error how much was or would be fixed."""
    posts = len(fixer.done)
    verb, noun = ("Fixed", "place") if applied else ("Would fix", "place")
    if fixer.treat:
        verb, noun = ("Added" if applied else "Would add"), "suppression"
    places = f"{fixer.count} {noun}{'' if fixer.count == 1 else 's'}"
    print(f"toneguard: {verb} {places} in {posts} post{'' if posts == 1 else 's'}.", file=sys.stderr)


def _diff(source: Source, text: str) -> str:
    """Return a unified diff that `patch` takes, whatever the line ends."""
    old, new = source.text.splitlines(keepends=True), text.splitlines(keepends=True)
    lines = difflib.unified_diff(old, new, f"a/{source.path}", f"b/{source.path}", n=_CONTEXT)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
