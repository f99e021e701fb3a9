"""Writes what was measured as Markdown: tables of time, CPU time and memory, and what they were measured on."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.speedrun import Cell, Column, Plan, Row
from benchmarks.speedtools import OWN, ROOT, RULE

_TITLES = {"wall": "Time", "user": "CPU time in user mode", "memory": "Peak memory"}


def figure(value: float, name: str) -> str:
    """Return a figure with its unit and three digits at most."""
    if name == "memory":
        return f"{value:,.0f} MiB"
    digits = 3 if value < 0.1 else 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:,.{digits}f} s"


def ratio(value: float, base: float) -> str:
    """Return how many times the base a value is."""
    times = value / base if base else 0.0
    return f"{times:.{2 if times < 1 else 1 if times < 10 else 0}f}×"


def _text(cell: Cell, base: float | None, name: str, runs: int) -> str:
    value = cell.median(name)
    if value is None:
        return (cell.note if name == "wall" else "") or "–"
    parts = [figure(value, name)]
    if base is not None:
        parts.append(ratio(value, base))
    if len(cell.costs) < runs and name != "memory":
        parts.append(f"n={len(cell.costs)}")
    return " · ".join(parts)


def table(rows: Mapping[str, Row], columns: Sequence[Column], name: str, runs: int) -> list[str]:
    """Return the table of one figure; ratios are to toneguard's row."""
    lines = ["| | " + " | ".join(column.name for column in columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for tool, row in rows.items():
        cells = []
        for column in columns:
            base = rows[OWN][column.name].median(name) if tool != OWN else None
            cells.append(_text(row.get(column.name, Cell()), base, name, runs))
        lines.append(f"| {f'**{tool}**' if tool == OWN else tool} | " + " | ".join(cells) + " |")
    return lines


def report(
    rows: Mapping[str, Row], columns: Sequence[Column], plan: Plan, facts: Mapping[str, str], absent: Sequence[str]
) -> str:
    """Return the page."""
    lines = ["# Speed", ""]
    lines += [f"- {name}: {value}" for name, value in facts.items()]
    lines += [f"- {line}." for line in absent]
    lines += ["", _METHOD.format(runs=plan.runs, budget=plan.budget, limit=plan.limit, rule=RULE)]
    lines += ["![Time over number of posts](speed.svg)", ""]
    for name, title in _TITLES.items():
        lines += [f"## {title}", "", *table(rows, columns, name, plan.runs), ""]
    return "\n".join(lines)


_METHOD = """\
Each figure is the median of {runs} runs, whole processes, all tools in turn, output thrown away; `n=` where fewer \
fitted into {budget:.0f} s. A tool that would take more than {limit:.0f} s, or than is left of the time for all, is \
not run, and what it would take is reckoned from the smaller columns. Ratios are to the row **toneguard**.

- *toneguard*: as a hook calls it on posts that it has not seen; the compiled rules are there, results are not.
- *(second run)*: the same posts again, straight after. Of the peers only textlint keeps results.
- *(first run ever)*: no cache at all, so that the rules are compiled.
- *textlint* runs one phrase rule, `{rule}`; the others run as they are installed. They look for other things than \
toneguard does, and codespell for spelling only: a yardstick.
- Peak memory is that of a tool's largest process.
"""


def machine() -> str:
    """Return the processor, its cores, the memory and the system."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{_processor()}, {cores} cores, {memory:.0f} GiB, {platform.system()} {platform.release()}"


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    named = re.search(r"^model name\s*: (.+)$", path.read_text("utf-8"), re.MULTILINE) if path.exists() else None
    return named[1] if named else platform.processor() or platform.machine()


def commit() -> str:
    """Return the commit that was measured, or "" outside of git."""
    try:
        command = ["git", "describe", "--always", "--dirty"]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    except OSError:
        return ""
    return done.stdout.strip()
