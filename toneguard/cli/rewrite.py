"""`toneguard rewrite`: a draft with its rewrites and cuts put in, and the gaps that only the writer can fill marked."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from toneguard.cache import Cache
from toneguard.cli.check import CLEAN, FAILED
from toneguard.cli.terminal import colored, replace_file, show_errors, write
from toneguard.config import ConfigError
from toneguard.document import Document
from toneguard.finding import Edit, Finding, Safety
from toneguard.fixing import Change, Fixed, FixError, applied, fixed
from toneguard.late import late
from toneguard.lint import lint, parsed
from toneguard.outputs.output import printable
from toneguard.packs import PackError
from toneguard.records import replace
from toneguard.registry import Registry
from toneguard.run import Settings
from toneguard.source import Source, SourceError, Span
from toneguard.worddiff import word_diff

_MARKS = {"old": ("[-", "-]", "31;9"), "new": ("{+", "+}", "32")}
_BLANK_LINES = late(r"\n[ \t]*\n\s*")
_HELD = frozenset({"title", "meta", "alt"})


def rewrite(path: str, form: str, target: Path | None, config: Path | None, *, isolated: bool, rewriter: bool) -> int:
    """Rewrite a draft and return the exit code. `form` is `text`, `diff` or `side-by-side`; no post is changed."""
    try:
        settings = Settings(config, isolated, lambda found: replace(found, ask_rewriter=rewriter), Cache.of_user())
        registry = settings.registry(Path(path).parent)
        source = Source.decode(sys.stdin.buffer.read(), "-") if path == "-" else Source.read(Path(path))
        result = fixed(source, lambda post: lint(post, registry, registry.config), unsafe=True)
        text = with_gaps(result, registry)
        shown = _FORMS[form](source.text, text) if form in _FORMS else text
        if target:
            replace_file(target, shown)
        else:
            write(shown)
    except (ConfigError, PackError, SourceError, FixError) as error:
        show_errors((str(error),))
        return FAILED
    except OSError as error:
        show_errors((f"{target}: cannot be written: {error.strerror or error}",))
        return FAILED
    sys.stdout.flush()
    print(_listed(result.changes, text.count("]") - source.text.count("]")), end="", file=sys.stderr)
    show_errors((*result.report.errors, *(f"note: {note}" for note in registry.notes)))
    return FAILED if result.report.errors else CLEAN


def with_gaps(result: Fixed, registry: Registry) -> str:
    """Return the text with the question of each finding that is left, in square brackets behind its sentence."""
    document = parsed(result.source, registry, registry.config.for_path(result.source.path))
    asked: dict[Span, Finding] = {}
    for finding in result.report.findings:
        if finding.scope == "span" and finding.ask and not _held(finding, document):
            asked.setdefault(finding.sentence, finding)
    ends = ((max([span.end, *_links_around(span, document)]), finding.ask) for span, finding in asked.items())
    edits = [Edit(Span(end, end), f" [{ask}]") for end, ask in ends]
    return applied(result.source.text, edits)


def _links_around(span: Span, document: Document) -> list[int]:
    """Return where the links end that a sentence stands in: brackets inside would break them."""
    return [link.span.end for link in document.links if link.span.contains(span)]


def _held(finding: Finding, document: Document) -> bool:
    """Tell whether a finding stands in front matter or an attribute, where brackets would do harm."""
    return any(block.kind in _HELD and block.span.overlaps(finding.span) for block in document.blocks)


def _listed(changes: Sequence[Change], gaps: int) -> str:
    """Return each change with its rule, and how many gaps are left."""
    lines = []
    for change in changes:
        new = " ".join(" ".join(edit.text for edit in change.fix.edits).split())
        kind = "cut" if change.fix.cut else "rewritten" if change.fix.safety is Safety.REVIEW else "safe"
        lines.append(f"{kind:<9}  {change.rule}: {printable(' '.join(change.old.split()))}")
        lines += [f"{'':<9}  → {printable(new)}"] if new else []
    lines.append(f"{_count(len(changes), 'change')}, {_count(gaps, 'gap')} for you to fill.")
    return "\n".join(lines) + "\n"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _diff(old: str, new: str) -> str:
    """Return both texts as one, with what went and what came marked: in colour, or in brackets as git does."""
    color = colored("auto")
    parts = []
    for part in word_diff(old, new):
        if part.kind == "same":
            parts.append(part.text)
            continue
        left, right, code = _MARKS[part.kind]
        parts.append(f"\x1b[{code}m{part.text}\x1b[0m" if color else f"{left}{part.text}{right}")
    return "".join(parts)


def _side_by_side(old: str, new: str) -> str:
    """Return the paragraphs that changed in two columns, and the others in both."""
    from difflib import SequenceMatcher

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    olds, news = _BLANK_LINES.split(old.strip()), _BLANK_LINES.split(new.strip())
    table = Table("draft", "rewritten", expand=True, show_lines=True, padding=(0, 1))
    for tag, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        style = "dim" if tag == "equal" else ""
        for row in range(max(b - a, d - c)):
            left, right = olds[a + row] if a + row < b else "", news[c + row] if c + row < d else ""
            table.add_row(Text(_plain(left), style), Text(_plain(right), style))
    out = io.StringIO()
    width = shutil.get_terminal_size((100, 24)).columns
    Console(file=out, width=width, force_terminal=colored("auto"), no_color=not colored("auto"), highlight=False).print(
        table
    )
    return out.getvalue()


_FORMS = {"diff": _diff, "side-by-side": _side_by_side}


def _plain(text: str) -> str:
    return "\n".join(printable(line) for line in text.splitlines())
