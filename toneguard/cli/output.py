"""Which outputs a run has, where each of them goes, and what they need to know."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from toneguard.cli.terminal import colored, columns, replace_file, write
from toneguard.config import ConfigError
from toneguard.finding import Report
from toneguard.nearest import nearest
from toneguard.outputs import NAMES, OUTPUTS, Output, Style
from toneguard.records import dataclass, replace
from toneguard.run import Run, Settings
from toneguard.version import VERSION

if TYPE_CHECKING:
    from toneguard.rule import RuleInfo

SUMMARY = "GITHUB_STEP_SUMMARY"  # names the file whose Markdown GitHub shows of a job
TEXT = "text"


@dataclass(frozen=True)
class Target:
    """An output by name, as `option` asked for it, and the file that it goes to; None is standard output."""

    name: str
    path: Path | None = None
    option: str = "--format"

    @property
    def ways_out(self) -> bool:
        """Whether fixes are shown; a plugin's output may show them."""
        return self.name not in NAMES or OUTPUTS[self.name].ways_out

    @property
    def whole(self) -> bool:
        """Whether the text of posts without findings is shown; a plugin's output may show it."""
        return self.name not in NAMES or OUTPUTS[self.name].whole


def targets(outputs: Sequence[str], format: str, output_file: Path | None) -> tuple[Target, ...]:
    """Return what `--output NAME[=PATH]`, `--format` and `--output-file` ask for together. Raises ConfigError."""
    found = [_target(value) for value in outputs]
    if format or output_file or not found:
        found.insert(0, Target(format or TEXT, output_file))
    printed = [target.name for target in found if target.path is None]
    if len(printed) > 1:
        one, other = printed[:2]
        said = f"{one} and {other} cannot both go to standard output; name a file: --output {other}=FILE"
        raise ConfigError(f"--output: {said}")
    paths = [target.path.resolve() for target in found if target.path]
    for path in paths:
        if paths.count(path) > 1:
            raise ConfigError(f"--output: two reports cannot go to one file: {path}")
    for target in found:
        _check(target)
    return tuple(found)


def _target(value: str) -> Target:
    name, named, path = value.partition("=")
    if named and not path:
        raise ConfigError(f"--output: no file behind the '=' of {value!r}; write {name}=FILE, or {name} alone")
    return Target(name, Path(path) if path not in ("", "-") else None, "--output")


def _check(target: Target) -> None:
    """Raise ConfigError where a report could not be written after the run."""
    if target.path is None:
        return
    if target.path.is_dir():
        raise ConfigError(f"{target.path}: is a folder; name a file, such as {target.path / target.name}")
    if not target.path.parent.is_dir():
        raise ConfigError(f"{target.path}: the folder {target.path.parent} does not exist; make it first")


def outputs_of(found: Sequence[Target], settings: Settings) -> dict[str, Output]:
    """Return the outputs of the targets: built-in ones, and those of the current folder's plugins."""
    outputs: dict[str, Output] = {}
    for target in found:
        if target.name in NAMES:
            outputs[target.name] = OUTPUTS[target.name]
            continue
        guests = settings.registry(Path()).outputs
        if target.name not in guests:
            names = (*NAMES, *guests)
            hint = nearest(target.name, names) or f", expected {', '.join(names)}"
            raise ConfigError(f"{target.option}: unknown value {target.name!r}{hint}")
        outputs[target.name] = guests[target.name]
    return outputs


def deliver(
    found: Sequence[Target],
    outputs: Mapping[str, Output],
    outcome: Run,
    settings: Settings,
    *,
    color: str = "auto",
    appendix: str = "",
) -> None:
    """Print or write every report; `appendix` goes behind the text. Raises ConfigError, after all that can be written.

    A file is replaced at once and whole, and a run that found nothing writes its reports too.
    """
    style = _style(outputs, outcome, settings)
    problems: list[str] = []
    for target in found:
        printed = target.path is None
        text = outputs[target.name].render(outcome.reports, outcome.errors, _colored(style, color, printed=printed))
        text += appendix if target.name == TEXT else ""
        problems += _put(target.path, text)
        problems += _summarized(outputs[target.name], outcome, style)
    if problems:
        raise ConfigError("; ".join(problems))


def _put(path: Path | None, text: str) -> list[str]:
    """Print a report or write its file; return what went wrong."""
    if path is None:
        write(text)
        return []
    try:  # the name of a post may hold bytes that are no UTF-8
        replace_file(path, text.encode("utf-8", "replace").decode("utf-8"))
    except OSError as error:
        return [_unwritten(path, error)]
    return []


def _summarized(output: Output, outcome: Run, style: Style) -> list[str]:
    """Append an output's summary to the page of the job, where there is one; return what went wrong."""
    page = os.environ.get(SUMMARY)
    if output.summary is None or not page:
        return []
    try:
        with Path(page).open("a", encoding="utf-8", errors="replace") as file:
            file.write(output.summary(outcome.reports, outcome.errors, style))
    except OSError as error:
        return [f"{SUMMARY}: {_unwritten(Path(page), error)}"]
    return []


def _unwritten(path: Path, error: OSError) -> str:
    return f"{path}: cannot be written: {error.strerror or error}"


def _style(outputs: Mapping[str, Output], outcome: Run, settings: Settings) -> Style:
    described = any(output.describes for output in outputs.values())
    return Style(
        VERSION,
        width=min(columns(), 100),
        folder=str(Path.cwd()),
        root=str(_root(Path.cwd())),
        rules=_rules(outcome.reports, settings) if described else {},
    )


def _colored(style: Style, color: str, *, printed: bool) -> Style:
    return replace(style, color=printed and colored(color))


def _root(folder: Path) -> Path:
    """Return the repository that a folder lies in, or else the folder."""
    return next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), folder)


def _rules(reports: Sequence[Report], settings: Settings) -> dict[str, RuleInfo]:
    """Return the rules under the configurations that the posts were read with."""
    folders = dict.fromkeys(Path(report.source.path).parent for report in reports)
    return {name: info for folder in folders for name, info in settings.registry(folder).infos.items()}
