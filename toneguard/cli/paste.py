"""`toneguard paste`: a draft without a file, pasted or from the clipboard, with a question only where one is open."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from toneguard.cache import Cache
from toneguard.cli.check import FAILED, Options, changed, check
from toneguard.cli.pasting import read_draft
from toneguard.cli.terminal import show_errors, write
from toneguard.config import ConfigError
from toneguard.endorsement.assessment import EITHER, FAMILY
from toneguard.formats import format_for
from toneguard.languages import detect, vote
from toneguard.lint import assess
from toneguard.nearest import missing
from toneguard.outputs.output import printable
from toneguard.packs import PackError
from toneguard.records import dataclass, replace
from toneguard.registry import Registry
from toneguard.run import Settings
from toneguard.source import Source, SourceError

INTERRUPTED = 130
_TRIES = 3
_NARROW = 1  # votes by which the first language may lead the second and still be open
_LANGUAGE = "Which language is the draft in?"
_MARKET = "Where are its readers? What counts as a disclosure differs."
_REMOTE = ("SSH_CONNECTION", "SSH_TTY")


@dataclass(frozen=True)
class Wish:
    """What the command line says beside the options of `check`; `rewritten` is None where it says nothing."""

    clipboard: bool = False
    rewritten: bool | None = None


def paste(options: Options, wish: Wish) -> int:
    """Read a draft, ask what cannot be told, report, and return the exit code."""
    try:
        asks = sys.stdin.isatty()
        data = _clipboard() if wish.clipboard else read_draft()
        source = Source.decode(data, "-")
        if not source.text.strip():
            raise ConfigError("the draft is empty; nothing was read")
        if asks:
            options = _asked(source, options)
        code = check(replace(options, paths=("-",), draft=data))
        wanted = asks and options.format == "text" if wish.rewritten is None else wish.rewritten
        if wanted and code != FAILED:
            _rewritten(source, options, always=wish.rewritten is True)
    except (ConfigError, PackError, SourceError) as error:
        show_errors((str(error),))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _clipboard() -> bytes:
    """Return what the clipboard holds. Raises ConfigError where none can be reached."""
    import pyperclip

    try:
        return str(pyperclip.paste()).encode("utf-8", "surrogatepass")
    except (pyperclip.PyperclipException, OSError) as error:
        if any(os.environ.get(name) for name in _REMOTE):
            why = "over SSH the clipboard stays on your own computer; run `toneguard paste` and paste into the terminal"
        else:
            why = "install wl-clipboard, xclip or xsel, or run `toneguard paste` and paste into the terminal"
        raise ConfigError(f"--clipboard: no clipboard can be reached: {why}") from error


def _settings(options: Options) -> Settings:
    # A draft gets advice as `check -` gives it, and its path is that of standard input.
    chosen = replace(options, paths=("-",))
    return Settings(options.config, options.isolated, lambda config: changed(config, chosen), Cache.of_user())


def _asked(source: Source, options: Options) -> Options:
    """Return the options with the answers to what neither the draft nor the configuration tells."""
    registry = _settings(options).registry(Path())
    settings = registry.config.for_path("-")
    if not settings.forced_lang and not settings.lang and _is_open(source, registry):
        options = replace(options, lang=_answer("language", _LANGUAGE, registry.languages, "Enter: cannot say"))
        registry = _settings(options).registry(Path())
    if not settings.markets and _depends_on_market(source, registry):
        known = registry.labels.markets
        market = _answer("market", _MARKET, known, f"Enter: {' or '.join(EITHER)}")
        options = replace(options, markets=(market,) if market else ())
    return options


def _is_open(source: Source, registry: Registry) -> bool:
    """Tell whether a draft is so short, or so much without words of a language, that none leads."""
    document = format_for(source, registry.formats).parse(source)
    if document.lang or any(block.lang for block in document.blocks) or document.directives:
        return False
    votes = vote.total(vote.tally(block.text) for block in document.blocks)
    scores = sorted((votes.scores[code] for code in registry.languages if code in votes.scores), reverse=True)
    foreign = votes.scores[vote.OTHER] - scores[0] > _NARROW
    return votes.words < 2 * detect.SHORT and scores[0] - scores[1] <= _NARROW and not foreign


def _depends_on_market(source: Source, registry: Registry) -> bool:
    """Tell whether the verdict on a disclosure is another one in each of the markets that an English draft may have."""
    assessed = assess(source, registry, registry.config)
    if assessed is None or not assessed.either:
        return False
    found = {verdict.rule if verdict else "" for verdict in map(assessed.verdict, assessed.markets)}
    named = registry.selected(registry.config)
    return len(found) > 1 and any(name.startswith(f"{FAMILY}/") for name in named)


def _answer(kind: str, question: str, known: Iterable[str], empty: str) -> str:
    """Ask the writer for one of the known names; an empty answer, or three wrong ones, is none."""
    names = list(known)
    with _terminal() as lines:
        for _ in range(_TRIES):
            print(f"{question} [{' '.join(names)}; {empty}] ", end="", file=sys.stderr, flush=True)
            said = lines.readline()
            if not said.endswith("\n"):  # Ctrl-D
                print(file=sys.stderr)
                return ""
            name = said.strip().lower()
            if not name or name in names:
                return name
            show_errors((missing(kind, name, names),))
    return ""


@contextmanager
def _terminal() -> Iterator[IO[str]]:
    """Yield what the writer types: the terminal itself, or standard input where there is no other way to it."""
    try:
        with Path("/dev/tty").open(encoding="utf-8", errors="replace") as lines:
            yield lines
    except OSError:
        yield sys.stdin


def _rewritten(source: Source, options: Options, *, always: bool) -> None:
    """Print the draft with its rewrites put in and its gaps marked, if there are any."""
    from toneguard.cli.rewrite import with_gaps
    from toneguard.fixing import FixError, fixed
    from toneguard.lint import lint

    registry = _settings(options).registry(Path())
    try:
        result = fixed(source, lambda post: lint(post, registry, registry.config), unsafe=True)
    except FixError as error:
        show_errors((str(error),))
        return
    if result.changes or always:
        count = len(result.changes)
        width = min(shutil.get_terminal_size((80, 24)).columns, 100)
        text = with_gaps(result, registry)
        gaps = ", with what only you know in brackets" if text.count("]") > source.text.count("]") else ""
        title = f" rewritten in {count} place{'' if count == 1 else 's'}{gaps} "
        write(f"\n{title:─^{width}}\n\n{_for_screen(text)}")


def _for_screen(text: str) -> str:
    """Return a text of several lines without characters that could steer a terminal, ending in a newline."""
    return "".join(f"{_steady(line)}\n" for line in text.splitlines())


def _steady(line: str) -> str:
    return line[: len(line) - len(line.lstrip())] + printable(line)
