"""A rule as SARIF describes it, with help as text and as Markdown."""

from __future__ import annotations

from typing import Any

from toneguard.finding import Severity
from toneguard.outputs.wording import OWN
from toneguard.rule import Example, RuleInfo

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "recommendation"}
_LONG = 1024  # characters of a description
_TAGS = 20
_EXAMPLES = 2  # of each language


def descriptor(name: str, info: RuleInfo | None) -> dict[str, Any]:
    """Return what is known of a rule; of one without an identity, its name."""
    if info is None:
        text = OWN.get(name, name)
        known = {"shortDescription": {"text": text}, "help": {"text": text}}
        return {"id": name, "name": _pascal(name), **known, "properties": {"tags": [name.partition("/")[0]]}}
    tags = dict.fromkeys((info.family, "tone", *info.languages))
    described = {
        "id": name,
        "name": _pascal(name),
        "shortDescription": {"text": _cut(info.summary)},
        "fullDescription": {"text": _cut(info.why or info.summary)},
        "help": {"text": _help(info), "markdown": _markdown(info)},
        "defaultConfiguration": {"level": LEVELS[info.severity]},
        "properties": {"tags": list(tags)[:_TAGS], "problem.severity": _PROBLEMS[info.severity]},
    }
    pages = _pages(info)
    return (
        described
        | ({"helpUri": pages[0]} if pages else {})
        | ({"deprecatedIds": list(dict.fromkeys(info.aliases))} if info.aliases else {})
    )


def _pascal(name: str) -> str:
    return "".join(part.capitalize() for part in name.replace("/", "-").split("-"))


def _cut(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"


def _pages(info: RuleInfo) -> list[str]:
    return [page for page in info.see if page.startswith(("https://", "http://"))]


def _help(info: RuleInfo) -> str:
    rows = (info.summary, info.why, *info.asks.values(), *info.law, *info.see)
    return "\n\n".join(dict.fromkeys(filter(None, rows)))


def _markdown(info: RuleInfo) -> str:
    parts = [info.why or info.summary]
    for language in info.languages:
        mine = [example for example in info.examples if example.language == language]
        parts += [f"### {language}", *_language(info.asks.get(language, ""), mine)]
    if info.law:
        parts += ["### Law and guidance", "This is not legal advice.", _list(info.law)]
    if info.see:
        parts += ["### See", _list(f"<{page}>" if page in _pages(info) else page for page in info.see)]
    parts.append(f"To leave a sentence alone: `<!-- toneguard: ignore {info.name} -- your reason -->`")
    return "\n\n".join(parts)


def _language(ask: str, examples: list[Example]) -> list[str]:
    bad = sorted((example for example in examples if example.bad), key=lambda example: not example.fixed)[:_EXAMPLES]
    rows = [f"*{ask}*"] if ask else []
    for example in bad:
        rows.append(_quoted("Instead of", example.bad))
        rows += [_quoted("write", example.fixed)] if example.fixed else []
    return rows


def _quoted(label: str, text: str) -> str:
    """Return an example as it is written, in a block that no mark of its own can end."""
    fence = "~" * 4
    plain = text.strip().replace("<<", "").replace(">>", "")
    return f"{label}\n\n{fence}text\n{plain}\n{fence}"


def _list(rows: Any) -> str:
    return "\n".join(f"- {row}" for row in rows)
