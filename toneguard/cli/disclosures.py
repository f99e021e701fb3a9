"""`toneguard disclosures`: for legal review, what each post shows of a connection and how it says so."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from toneguard.cache import Cache
from toneguard.cli.check import CLEAN, FAILED, FOUND
from toneguard.cli.terminal import show_errors, write
from toneguard.config import Config, ConfigError
from toneguard.endorsement import FAMILY, Assessment
from toneguard.finding import Finding
from toneguard.lint import assess, lint
from toneguard.nearest import nearest
from toneguard.packs import PackError
from toneguard.records import dataclass, replace
from toneguard.run import Settings, collect
from toneguard.source import Source, SourceError, Span

_FORMATS = ("text", "csv", "json")
_SHOWN = 70  # characters of a quotation


@dataclass(frozen=True)
class Row:
    """One post: its assessment, and the verdict on it, which may be suppressed."""

    source: Source
    assessed: Assessment
    verdict: Finding | None
    suppressed: bool

    @property
    def record(self) -> dict[str, Any]:
        """The row as plain data, with 1-based lines and columns."""
        language = self.assessed.document.language
        return {
            "post": self.source.path,
            "markets": list(self.assessed.markets),
            "verdict": self.verdict.rule if self.verdict else "",
            "severity": str(self.verdict.severity) if self.verdict else "",
            "message": self.verdict.message if self.verdict else "",
            "suppressed": self.suppressed,
            "reason": self.verdict.reason if self.verdict else "",
            "connection": [
                {"kind": item.kind, "says": item.reason, "certain": item.certain, "advertiser": item.advertiser}
                | self._place(item.span)
                for item in self.assessed.evidence
            ],
            "labels": [
                {
                    "tiers": {market: str(placed.tier(market, language)) for market in self.assessed.markets},
                    "form": placed.disclosure.label.form,
                    "placement": str(placed.placement),
                    "advertiser": placed.disclosure.advertiser,
                }
                | self._place(placed.disclosure.span)
                | {"text": placed.disclosure.text}
                for placed in self.assessed.disclosures
            ],
            "denials": [self._place(span) for span in self.assessed.denials],
        }

    def _place(self, span: Span) -> dict[str, Any]:
        line, column = self.source.position(span.start)
        return {"line": line, "column": column, "text": " ".join(self.source.slice(span).split())}


def table(paths: tuple[str, ...], form: str, markets: tuple[str, ...], config: Path | None, *, isolated: bool) -> int:
    """Print the table and return the exit code: 1 when a verdict stands, 2 when something could not be read."""

    def change(found: Config) -> Config:
        overrides = tuple(replace(override, markets=None) if markets else override for override in found.overrides)
        chosen = markets or found.markets
        return replace(found, select=(FAMILY,), markets=chosen, advice=False, model=False, overrides=overrides)

    errors: list[str] = []
    try:
        if form not in _FORMATS:
            raise ConfigError(f"--format: unknown value {form!r}{nearest(form, _FORMATS)}, expected text, csv or json")
        settings = Settings(config, isolated, change, Cache.of_user())
        rows = list(_rows(paths or (".",), settings, errors))
    except (ConfigError, PackError) as error:
        show_errors((str(error),))
        return FAILED
    write({"text": _text, "csv": _csv, "json": _json}[form](rows))
    show_errors((*settings.problems, *errors))
    if errors or settings.problems:
        return FAILED
    return FOUND if any(row.verdict and not row.suppressed for row in rows) else CLEAN


def _rows(paths: tuple[str, ...], settings: Settings, errors: list[str]) -> Iterator[Row]:
    """Yield a row for each post that shows a connection or a label."""
    for path in collect(paths, settings, errors):
        try:
            source = Source.read(path)
        except SourceError as error:
            errors.append(str(error))
            continue
        registry = settings.registry(path.parent)
        assessed = assess(source, registry, registry.config)
        if assessed is None or not (assessed.evidence or assessed.disclosures):
            continue
        report = lint(source, registry, registry.config)
        errors += report.errors
        standing, silenced = _first(report.findings), _first(report.suppressed)
        yield Row(source, assessed, standing or silenced, suppressed=standing is None and silenced is not None)


def _first(findings: Iterable[Finding]) -> Finding | None:
    return next((found for found in findings if found.family == FAMILY), None)


def _text(rows: list[Row]) -> str:
    lines: list[str] = []
    for row in rows:
        record = row.record
        verdict = f"{record['verdict']} ({record['severity']})" if record["verdict"] else "in order"
        if record["suppressed"]:
            verdict += f", suppressed: {record['reason'] or 'no reason given'}"
        lines.append(f"{record['post']}  [{' '.join(record['markets'])}]  {verdict}")
        lines += [
            f"  {'connection':<10} {_at(item)}  {item['says']}: {_quoted(item['text'])}"
            for item in record["connection"]
        ]
        for item in record["labels"]:
            tiers = ", ".join(f"{market} {tier}" for market, tier in item["tiers"].items())
            how = f"{tiers}; {item['form']}, {item['placement']}"
            lines.append(f"  {'label':<10} {_at(item)}  {how}: {_quoted(item['text'])}")
        lines += [f"  {'denial':<10} {_at(item)}  {_quoted(item['text'])}" for item in record["denials"]]
        lines.append("")
    standing = sum(row.verdict is not None and not row.suppressed for row in rows)
    lines.append(
        f"{len(rows)} posts with a connection or a label, {standing} with a verdict. This is not legal advice."
    )
    return "\n".join(lines) + "\n"


def _at(item: dict[str, Any]) -> str:
    return f"{item['line']}:{item['column']}".ljust(7)


def _quoted(text: str) -> str:
    return f"“{text if len(text) <= _SHOWN else text[: _SHOWN - 1] + '…'}”"


def _csv(rows: list[Row]) -> str:
    out = io.StringIO()
    names = ("post", "markets", "verdict", "severity", "suppressed", "reason", "connection", "labels", "message")
    writer = csv.writer(out)
    writer.writerow(names)
    for row in rows:
        record = row.record
        record["markets"] = " ".join(record["markets"])
        record["suppressed"] = "yes" if record["suppressed"] else "no"
        record["connection"] = "; ".join(
            f"{item['line']}:{item['column']} {item['says']}: {item['text']}" for item in record["connection"]
        )
        record["labels"] = "; ".join(
            f"{item['line']}:{item['column']} {'/'.join(item['tiers'].values())}, {item['form']}, {item['placement']}: "
            f"{item['text']}"
            for item in record["labels"]
        )
        writer.writerow([_cell(str(record[name])) for name in names])
    return out.getvalue()


def _cell(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text


def _json(rows: list[Row]) -> str:
    return json.dumps([row.record for row in rows], ensure_ascii=False, indent=2) + "\n"
