"""`toneguard check`: lint posts and print the report. Knows nothing of Typer, so that a hook need not load it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from toneguard.cache import Cache
from toneguard.cli import narrow
from toneguard.cli.output import TEXT, Target, deliver, outputs_of, targets
from toneguard.cli.progress import course
from toneguard.cli.terminal import show_errors, write
from toneguard.config import Config, ConfigError
from toneguard.errors import PackError
from toneguard.finding import Report, Severity
from toneguard.narrowing import Narrowing
from toneguard.nearest import nearest
from toneguard.outputs import Output
from toneguard.records import dataclass, replace
from toneguard.remembered import Remembered, checked
from toneguard.results import FILE_NAME, Results
from toneguard.run import Run, Settings, Treat, run, run_text

if TYPE_CHECKING:
    from toneguard.changes import Changes

CLEAN, FOUND, FAILED = 0, 1, 2
NEVER = "never"


@dataclass(frozen=True)
class Options:
    """The command line of `check`; empty values leave the configuration as it is."""

    paths: tuple[str, ...] = ()
    format: str = ""
    outputs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    lang: str = ""
    messages: str = ""
    profile: str = ""
    preset: str = ""
    markets: tuple[str, ...] = ()
    fail_on: str = ""
    advice: bool | None = None
    config: Path | None = None
    isolated: bool = False
    stdin_filename: str = ""
    force_exclude: bool = False
    statistics: bool = False
    exit_zero: bool = False
    color: str = "auto"
    output_file: Path | None = None
    no_cache: bool = False
    jobs: int = 0  # how many processes lint; 0 is as many as pay
    model: bool | None = None
    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    dry_run: bool = False
    rewriter: bool = False
    since: str | None = None
    staged: bool = False
    baseline: Path | None = None
    no_baseline: bool = False
    add_ignores: bool = False
    reason: str = ""
    draft: bytes | None = None  # what was pasted, where somebody has read it already

    @property
    def fixes(self) -> bool:
        """Whether fixes are applied, or shown as if they were."""
        return self.fix or self.diff or self.dry_run or self.add_ignores

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Where the reports go. Raises ConfigError."""
        return targets(self.outputs, self.format, self.output_file)

    @property
    def drafts(self) -> bool:
        """Whether a draft is pasted: standard input without a file name."""
        return "-" in self.paths and not self.stdin_filename


def check(options: Options) -> int:
    """Run the command and return its exit code."""
    try:
        _validate(options)
        cache = Cache() if options.no_cache else Cache.of_user()
        settings = Settings(options.config, options.isolated, lambda config: changed(config, options), cache, checked)
        outputs = outputs_of(options.targets, settings)
        remembered = Remembered(_results(options, cache), last=options.fixes)
        narrowing = narrow.narrowing(options, remembered)
        with closing(remembered):
            if options.fixes:
                return _fix(options, settings, outputs, narrowing, remembered)
            outcome = _run(options, settings, narrowing, narrowing.changes, remembered)
        notes = (*outcome.notes, *remembered.results.notes, *narrow.notes(options, narrowing, outcome.reports))
        show_errors((*outcome.errors, *(f"note: {note}" for note in notes)))
        _report(options, settings, outputs, outcome)
    except (ConfigError, PackError) as error:
        show_errors((str(error),))
        return FAILED
    return _code(outcome, options, settings)


def _results(options: Options, cache: Cache) -> Results:
    """Return where results are kept: not those of what is typed or pasted, nor where prose is asked for."""
    passing = options.statistics or "-" in options.paths
    return Results(None if passing or cache.folder is None else cache.folder / FILE_NAME)


def _code(outcome: Run, options: Options, settings: Settings) -> int:
    if outcome.errors:
        return FAILED
    failed = options.fail_on != NEVER and outcome.failed(lambda report: _fail_on(report, settings))
    return FOUND if failed and not options.exit_zero else CLEAN


def _fix(
    options: Options, settings: Settings, outputs: Mapping[str, Output], narrowing: Narrowing, remembered: Remembered
) -> int:
    """Apply the fixes, or show what they would change; what is left is reported, and decides the exit code."""
    from toneguard.cli.fix import Fixer, said

    drafts = "-" in options.paths
    shown = options.diff or options.dry_run
    fixer = Fixer(options.unsafe, write=not shown and not drafts, lint=narrowing)
    if options.add_ignores:
        from toneguard.silence import silencer

        fixer = replace(fixer, treat=silencer(options.reason, narrowing.narrowed))
    outcome = _run(options, settings, fixer, narrowing.changes, remembered)
    show_errors((*outcome.errors, *(f"note: {note}" for note in outcome.notes)))
    if options.diff or options.dry_run:
        write(fixer.diff() if options.diff else fixer.listed())
        said(fixer, applied=False)
        return FAILED if outcome.errors else FOUND if fixer.done and not options.exit_zero else CLEAN
    if drafts:
        write("".join(report.source.text for report in outcome.reports))
    _report(options, settings, outputs, outcome, printed=not drafts)
    said(fixer, applied=True)
    return _code(outcome, options, settings)


def changed(config: Config, options: Options) -> Config:
    """Return a configuration with the command line's options put over it."""
    fail_on = Severity(options.fail_on) if options.fail_on not in ("", NEVER) else config.fail_on
    overrides = config.overrides
    if options.select:  # what is asked for by name is what runs, whatever a path's settings say
        overrides = tuple(replace(override, select=None) for override in overrides)
    if options.markets:
        overrides = tuple(replace(override, markets=None) for override in overrides)
    if options.profile:
        overrides = tuple(replace(override, profile=None) for override in overrides)
    return replace(
        config,
        select=options.select or config.select,
        ignore=(*config.ignore, *options.ignore),
        forced_lang=options.lang,
        messages=options.messages or config.messages,
        profile=options.profile or config.profile,
        preset=options.preset or config.preset,
        markets=options.markets or config.markets,
        advice=options.advice if options.advice is not None else options.drafts or config.advice,
        model=options.model if options.model is not None else config.model,
        fail_on=fail_on,
        overrides=overrides,
        ask_rewriter=options.rewriter,
        ways_out=options.fixes or any(target.ways_out for target in options.targets),
    )


def _validate(options: Options) -> None:
    """Raise ConfigError for an option's value that is not on its list."""
    for name, value, known in (
        ("--color", options.color, ("auto", "always", "never")),
        ("--fail-on", options.fail_on or NEVER, (Severity.ERROR, Severity.WARNING, NEVER)),
    ):
        if value not in known:
            hint = nearest(value, known) or f", expected {', '.join(known)}"
            raise ConfigError(f"{name}: unknown value {value!r}{hint}")
    if options.outputs and (options.diff or options.dry_run):
        name = "--diff" if options.diff else "--dry-run"
        raise ConfigError(f"{name}: shows changes instead of findings; leave out --output")
    if options.unsafe and (options.add_ignores or not options.fixes):
        raise ConfigError("--unsafe: applies fixes that need a reader; it goes with --fix, --diff or --dry-run")
    if options.config and not options.config.is_file():
        raise ConfigError(f"{options.config}: does not exist; name a configuration file")
    narrow.validate(options)


def _run(options: Options, settings: Settings, treat: Treat, changes: Changes | None, remembered: Remembered) -> Run:
    """Lint what the paths mean; `-` is standard input, no path the current folder."""
    files = tuple(path for path in options.paths if path != "-")
    outcome = Run()
    if files or not options.paths:
        with course(options, remembered, settings) as way:
            outcome = run(
                files or (".",), settings, force_exclude=options.force_exclude, treat=treat, changes=changes, course=way
            )
    if "-" not in options.paths:
        return outcome
    from toneguard.cli.pasting import read_draft

    data = read_draft() if options.draft is None else options.draft
    name = options.stdin_filename or "-"
    draft = run_text(data, name, settings, force_exclude=options.force_exclude, treat=treat)
    return Run((*outcome.reports, *draft.reports), tuple(dict.fromkeys((*outcome.errors, *draft.errors))), draft.notes)


def _fail_on(report: Report, settings: Settings) -> Severity:
    return settings.registry(report.source.folder).config.fail_on


def _report(
    options: Options, settings: Settings, outputs: Mapping[str, Output], outcome: Run, *, printed: bool = True
) -> None:
    """Print the report and write those that go to files; with `printed` false, the latter only."""
    wanted = [target for target in options.targets if printed or target.path]
    counted = options.statistics and any(target.name == TEXT for target in wanted)
    appendix = _statistics(outcome) if counted else ""
    deliver(wanted, outputs, outcome, settings, color=options.color, appendix=appendix)


def _statistics(outcome: Run) -> str:
    """Return findings by rule, and the readability of each post as LIX (Björnsson 1968: under 40 is easy prose)."""
    import textstat

    counts = Counter(finding.rule for report in outcome.reports for finding in report.findings)
    lines = ["", "Findings by rule:"]
    lines += [f"  {count:>5}  {rule}" for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    declined = sum(report.declined for report in outcome.reports)
    lines += ["", f"Rewrites that were not good enough to be shown: {declined}"]
    lines += ["", "Words, findings per 100 words, and LIX (readability; under 40 is easy prose) by post:"]
    for report in outcome.reports:
        rate = 100 * len(report.findings) / max(1, report.words)
        lix = textstat.lix(report.prose) if report.words else 0.0
        lines.append(f"  {report.words:>6}  {rate:>5.1f}  {lix:>4.0f}  {report.source.path}")
    return "\n".join(lines) + "\n"
