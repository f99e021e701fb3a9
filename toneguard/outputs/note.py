"""What an HTML page says of one finding."""

from __future__ import annotations

from html import escape

from toneguard.finding import Finding, Report, Safety
from toneguard.outputs.output import Style, printable, visible
from toneguard.outputs.wording import OWN, written
from toneguard.source import Source, Span

_PLACES = 12  # of a verdict on the whole post, and of passages of a release
_LONG = 160  # characters of a place


def note(finding: Finding, report: Report, identity: str, number: int, style: Style) -> str:
    """Return the note: number, severity, place and rule, the message, what could stand there or else the question."""
    kind = finding.severity
    line = report.source.position(finding.span.start)[0]
    where = f'<a href="#{identity}t">line {line}</a>' if finding.scope == "span" else "the whole post"
    code = f"<code>{escape(finding.rule)}</code>"
    head = f'<p class="kind"><b>{number}</b> <span class="{kind}">{kind}</span>, {where}, {code}</p>'
    tried = [fix for fix in finding.fixes[:1] if fix.safety is not Safety.SHOW]
    ways = [f'<p class="try"><b lang="en">Try:</b> {escape(visible(written(fix)))}</p>' for fix in tried]
    asked = f'<p class="ask">{escape(printable(finding.ask))}</p>' if finding.ask else ""
    rows = [head, f"<p>{escape(printable(finding.message))}</p>", *(ways or [asked])]
    rows += [_evidence(finding, report.source), _related(finding), _more(finding, style, asked if ways else "")]
    language = escape(finding.language or "en")
    body = "\n".join(filter(None, rows))
    return f'<article class="{kind}" id="{identity}" lang="{language}">\n{body}\n</article>\n'


def _more(finding: Finding, style: Style, asked: str) -> str:
    """Return what is folded: the question where a text was offered, lines to fill in, the reason, and sources."""
    fills = [fix for fix in finding.fixes[:1] if fix.safety is Safety.SHOW]
    rows = [asked, *(f'<p class="try"><b lang="en">Fill in:</b> {escape(visible(written(fix)))}</p>' for fix in fills)]
    info = style.rules.get(finding.rule)
    why = info.why if info else OWN.get(finding.rule, "")
    rows += [f'<p lang="en">{escape(why)}</p>'] if why else []
    rows += [f'<p><a href="{escape(page)}">{escape(page)}</a></p>' for page in finding.see if _is_page(page)]
    body = "\n".join(filter(None, rows))
    return f'<details>\n<summary lang="en">Why, and what to write</summary>\n{body}\n</details>' if body else ""


def _evidence(finding: Finding, source: Source) -> str:
    """Return the places that a verdict on the whole post rests on."""
    if finding.scope == "span":
        return ""
    rows = [f"<li>Line {_line(source, span)}: {_short(source.slice(span))}</li>" for span in finding.evidence[:_PLACES]]
    return _listed(rows, len(finding.evidence))


def _related(finding: Finding) -> str:
    rows = []
    for passage in finding.related[:_PLACES]:
        name = escape(printable(passage.title or passage.place))
        link = f'<a href="{escape(passage.place)}">{name}</a>' if _is_page(passage.place) else name
        rows.append(f"<li>{link}{f' ({escape(passage.date)})' if passage.date else ''}: {_short(passage.text)}</li>")
    return _listed(rows, len(finding.related))


def _listed(rows: list[str], total: int) -> str:
    more = f'\n<li lang="en">and {total - len(rows)} more</li>' if total > len(rows) else ""
    return "<ul>\n" + "\n".join(rows) + f"{more}\n</ul>" if rows else ""


def _is_page(address: str) -> bool:
    return address.startswith(("https://", "http://"))


def _short(text: str) -> str:
    plain = printable(text)
    return escape(plain if len(plain) <= _LONG else f"{plain[:_LONG]}…")


def _line(source: Source, span: Span) -> int:
    return source.position(span.start)[0]
