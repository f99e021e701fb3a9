"""`toneguard init`: looks at a repository, starts its configuration and hook, and shows what would be found."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import shorten, wrap

from toneguard import generators, sitename
from toneguard.cache import Cache
from toneguard.cli import hookfile
from toneguard.cli.check import CLEAN, FAILED
from toneguard.cli.starterfile import Starter
from toneguard.cli.terminal import replace_file, show_errors, write
from toneguard.config import FILE_NAME, Config, ConfigError, find
from toneguard.finding import Finding, Report, Severity
from toneguard.generators import Generator
from toneguard.languages import LANGUAGES
from toneguard.languages.detect import path_hint
from toneguard.lint import lint
from toneguard.outputs.output import printable
from toneguard.packs import PackError
from toneguard.records import dataclass, replace
from toneguard.registry import Registry
from toneguard.run import Settings, collect
from toneguard.sitename import SiteName
from toneguard.source import Source, SourceError

INTERRUPTED = 130
_MOST = 50  # posts that are tried
_PATIENCE = 10  # seconds for trying them
_ENOUGH = 3  # posts that show the language of a folder
_TELLING = 3
_RULES = 8
_WIDTH = 80


@dataclass(frozen=True)
class Wish:
    """What the command line says: only show, or ask nothing."""

    dry_run: bool = False
    yes: bool = False


@dataclass(frozen=True)
class Survey:
    """What was found in a repository."""

    generator: Generator | None
    posts: tuple[Path, ...]
    folder: str
    newsrooms: tuple[str, ...]
    site: SiteName | None
    reports: tuple[Report, ...] = ()


@dataclass(frozen=True)
class Hook:
    """What becomes of the file of hooks: `text` is written to `path`; without a text, `said` is all."""

    said: str
    path: Path | None = None
    text: str = ""
    old: Source | None = None


def init(root: Path, wish: Wish) -> int:
    """Run the command in a folder and return the exit code. Nothing that is there is overwritten."""
    try:
        _refuse_existing(root)
        survey = _surveyed(root)
        starter, hook = _starter(survey, root), _hook(root)
        write(_found(survey))
        if wish.dry_run:
            shown = f"\n--- {hookfile.FILE_NAME}: {hook.said}\n"
            write(f"\n--- {FILE_NAME}\n{starter.text()}{shown}{hookfile.snippet() if hook.text else ''}")
        elif not _agreed(hook, wish):
            write("Nothing was written.\n")
            return CLEAN
        else:
            _write(root / FILE_NAME, starter, hook)
        write(_would_find(survey, dry_run=wish.dry_run))
    except (ConfigError, PackError, SourceError) as error:
        show_errors((str(error),))
        return FAILED
    except KeyboardInterrupt:
        write("\n")
        return INTERRUPTED
    return CLEAN


def _refuse_existing(root: Path) -> None:
    present = find(root)
    if present and present.parent == root.resolve():
        raise ConfigError(f"{present.name}: configures toneguard already; nothing was changed")
    if os.path.lexists(root / FILE_NAME):
        raise ConfigError(f"{FILE_NAME}: exists already; nothing was changed")


def _surveyed(root: Path) -> Survey:
    """Look at a repository: its generator, posts, languages, releases and name. Raises PackError."""
    generator = generators.detect(root)
    settings = Settings(isolated=True, cache=Cache.of_user())
    posts = [path for path in collect([str(root)], settings, []) if not path.is_symlink()]
    newsrooms = generators.newsrooms(root, posts)
    kept = [path for path in posts if not any(root / name in path.parents for name in newsrooms)]
    folder = generators.posts_folder(root, generator, kept)
    kept = [path for path in kept if root / folder in path.parents] or kept
    survey = Survey(generator, tuple(kept), folder, newsrooms, sitename.find(root))
    return replace(survey, reports=tuple(_tried(survey, root)))


def _tried(survey: Survey, root: Path) -> Iterator[Report]:
    """Lint some of the posts, spread over all of them, as the new configuration would have it."""
    config = Config(
        root=root.resolve(),
        site=survey.site,
        newsroom={"paths": survey.newsrooms} if survey.newsrooms else {},
        ways_out=False,
    )
    registry = Registry(config, Cache.of_user())
    begun = time.monotonic()
    step = max(1, -(-len(survey.posts) // _MOST))
    for path in survey.posts[::step]:
        try:
            yield lint(Source.read(path), registry, config)
        except SourceError:
            continue  # a run names it
        if time.monotonic() - begun > _PATIENCE:
            return


def _starter(survey: Survey, root: Path) -> Starter:
    codes = [report.language for report in survey.reports if report.language in LANGUAGES]
    main, count = Counter(codes).most_common(1)[0] if codes else ("", 0)
    clear = count >= _ENOUGH and count >= 0.9 * len(codes)
    docs = survey.generator and "docs" in survey.generator.posts and survey.folder != "docs" and (root / "docs")
    return Starter(
        lang=main if clear else "",
        languages=_by_folder(survey.reports, main, root),
        newsroom=survey.newsrooms,
        docs="docs" if docs and docs.is_dir() and not docs.joinpath(survey.folder).is_dir() else "",
        site=survey.site.name if survey.site else "",
        place=_relative(survey.site.path, root) if survey.site else "",
    )


def _by_folder(reports: Sequence[Report], main: str, root: Path) -> dict[str, str]:
    """Return the folders in which every post is in another language than most, unless their path says it."""
    found: dict[Path, list[str]] = {}
    for report in reports:
        found.setdefault(Path(report.source.path).parent, []).append(report.language)
    clear = {
        f"{_relative(folder, root)}/": codes[0]
        for folder, codes in sorted(found.items())
        if len(codes) >= _ENOUGH and set(codes) == {codes[0]} and codes[0] in LANGUAGES and codes[0] != main
    }
    return {folder: code for folder, code in clear.items() if not path_hint(f"{folder}x")}


def _hook(root: Path) -> Hook:
    """Return what to do about the hook, at the top of the git repository."""
    top = next((place for place in (root.resolve(), *root.resolve().parents) if (place / ".git").exists()), None)
    if top is None:
        return Hook("no git repository, so no hook")
    path = top / hookfile.FILE_NAME
    if not os.path.lexists(path):
        return Hook("new, with the hook", path, hookfile.new_file())
    by_hand = f"left as it is; add the hook below `repos:` yourself:\n{hookfile.snippet()}".rstrip()
    try:
        old = Source.read(path)
    except SourceError:
        return Hook(by_hand)
    if hookfile.has_entry(old.text):
        return Hook("runs toneguard already")
    text = hookfile.with_entry(old.text)
    return Hook("the hook at the end of `repos`", path, text, old) if text else Hook(by_hand)


def _found(survey: Survey) -> str:
    """Return a line for each thing that was found."""
    counts = Counter(report.language for report in survey.reports)
    names = [f"{LANGUAGES[code].name} {number}" for code, number in counts.most_common() if code in LANGUAGES]
    others = sum(number for code, number in counts.items() if code not in LANGUAGES)
    names += [f"other {others}"] if others else []
    rows = [("site", survey.generator.name if survey.generator else "no site generator known")]
    where = f" in {survey.folder}/" if survey.folder != "." else ""
    rows.append(("posts", f"{len(survey.posts)}{where}" if survey.posts else "none found"))
    if names:
        tried = f" (of {len(survey.reports)} tried)" if len(survey.reports) < len(survey.posts) else ""
        rows.append(("languages", ", ".join(names) + tried))
    rows.append(("brand", f"{survey.site.name} ({_relative(survey.site.path, Path())}:{survey.site.line})"
                 if survey.site else "no name found; add yours as `brands`"))  # fmt: skip
    rows += [("releases", ", ".join(survey.newsrooms))] if survey.newsrooms else []
    return "".join(f"{name:<11}{printable(text)}\n" for name, text in rows)


def _agreed(hook: Hook, wish: Wish) -> bool:
    """Ask in a terminal; a pipe is never asked."""
    if wish.yes or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    also = f" and {hookfile.FILE_NAME} ({hook.said})" if hook.text else ""
    print(f"\nWrite {FILE_NAME}{also}? [Y/n] ", end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    return answer.endswith("\n") and answer.strip().lower() in ("", "y", "yes", "j", "ja")


def _write(path: Path, starter: Starter, hook: Hook) -> None:
    """Write both files, the configuration only where there is none. Raises ConfigError and SourceError."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(starter.text())
    except FileExistsError as error:
        raise ConfigError(f"{path}: exists already; nothing was changed") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written: {error.strerror or error}") from error
    write(f"\nWrote {path.name}.\n")
    if hook.path and hook.text:
        try:
            if hook.old:
                hook.old.replace(hook.text, hook.path)
            else:
                replace_file(hook.path, hook.text)
        except OSError as error:
            raise ConfigError(f"{hook.path}: cannot be written: {error.strerror or error}") from error
    verb = "Changed" if hook.old else "Wrote"
    write(f"{verb} {hookfile.FILE_NAME}: {hook.said}.\n" if hook.text else f"{hookfile.FILE_NAME}: {hook.said}\n")


def _would_find(survey: Survey, *, dry_run: bool) -> str:
    """Return counts by rule, the most telling sentences, and the next step."""
    if not survey.reports:
        return "\nNext: toneguard check, when there are posts.\n"
    found = [
        (report, finding)
        for report in survey.reports
        for finding in report.findings
        if finding.severity is not Severity.SUGGESTION
    ]
    touched = len({report.source.path for report, _ in found})
    tried = len(survey.reports)
    posts = f"{tried} of {len(survey.posts)} posts" if tried < len(survey.posts) else _count(tried, "post")
    lines = ["", f"What it finds in {posts}: {_count(len(found), 'finding')} in {_count(touched, 'post')}."]
    counts = Counter(finding.rule for _, finding in found).most_common()
    lines += [f"  {number:>4}  {rule}" for rule, number in counts[:_RULES]]
    if len(counts) > _RULES:
        lines.append(f"        and {_count(len(counts) - _RULES, 'rule')} more")
    for report, finding in _telling(found):
        lines += ["", *_sentence(report, finding)]
    lines += ["", *_next(survey, dry_run=dry_run)]
    return "\n".join(lines) + "\n"


def _telling(found: Sequence[tuple[Report, Finding]]) -> list[tuple[Report, Finding]]:
    """Return a few sentences that show best what toneguard is about: the gravest, each by another rule and post."""
    ranked = sorted(
        (item for item in found if item[1].scope == "span"),
        key=lambda item: (item[1].severity.rank, item[1].probability is not None, len(item[1].shown or item[1].text)),
    )
    chosen: dict[str, tuple[Report, Finding]] = {}
    for report, finding in ranked:
        if finding.rule not in chosen and all(other.source.path != report.source.path for other, _ in chosen.values()):
            chosen[finding.rule] = report, finding
    return list(chosen.values())[:_TELLING]


def _sentence(report: Report, finding: Finding) -> list[str]:
    line = report.source.position(finding.span.start)[0]
    shown = shorten(printable(finding.shown or report.source.slice(finding.sentence)), 110, placeholder=" …")
    said = f"{printable(finding.message)} [{finding.rule}]"
    return [
        f"{report.source.path}:{line}",
        *wrap(shown, _WIDTH, initial_indent="    ", subsequent_indent="    "),
        *wrap(said, _WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False),
    ]


def _next(survey: Survey, *, dry_run: bool) -> list[str]:
    if dry_run:
        return ["Nothing was written. Next: toneguard init"]
    posts = f"toneguard check {survey.folder}/" if survey.folder != "." else "toneguard check"
    every = "      pre-commit install    # from then on every commit is read"
    return [f"Next: {posts}", every, "      toneguard baseline    # old posts are silent, and only what is new is told"]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _relative(path: Path, root: Path) -> str:
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return str(path)
