"""Measures tools in turn: medians of wall and CPU time and of memory, whole processes, one at a time."""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.speedtools import Tool

_PROBE = Path(__file__).with_name("speedprobe.py")


@dataclass(frozen=True)
class Column:
    """What the tools are given: a post, or a folder of so many; `size` in bytes."""

    name: str
    target: Path
    posts: int
    size: int


@dataclass(frozen=True)
class Plan:
    """How often and how long: runs of each tool, seconds for all runs of a cell, for one run, and for everything."""

    runs: int = 5
    budget: float = 30
    limit: float = 100
    total: float = 14 * 60


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds, seconds of CPU in user mode, and MiB of its largest process."""

    wall: float
    user: float
    memory: float


@dataclass(frozen=True)
class Cell:
    """The runs of a tool on a column, or why there is none."""

    costs: tuple[Cost, ...] = ()
    note: str = ""

    def median(self, figure: str) -> float | None:
        """Return the median of `wall`, `user` or `memory`, or None without a run."""
        return statistics.median(getattr(cost, figure) for cost in self.costs) if self.costs else None


Row = dict[str, Cell]  # by column


def run(tool: Tool, target: Path, limit: float) -> Cost | str:
    """Run a tool once; return what it cost, or why that does not count."""
    tool.prepare()
    command = [sys.executable, "-I", "-S", str(_PROBE), *tool.call(target.resolve())]
    env, pipe = {**_environment(), **tool.env}, subprocess.PIPE
    with subprocess.Popen(
        command, stdout=pipe, stderr=pipe, text=True, env=env, cwd=target.parent, process_group=0
    ) as probe:
        try:
            output, errors = probe.communicate(timeout=limit)
        except BaseException as error:  # an interrupt too must not leave the tool running
            os.killpg(probe.pid, signal.SIGKILL)
            if isinstance(error, subprocess.TimeoutExpired):
                return f"more than {limit:.0f} s"
            raise
    if probe.returncode:
        return f"failed: {_last(errors)}"
    said = json.loads(output)
    if said["code"] not in tool.codes:
        return f"failed with {said['code']}: {_last(said['said'])}"
    return Cost(said["wall"], said["user"], said["memory"])


def _environment() -> dict[str, str]:
    """Return the environment of a run: no tool written in Python should have to compile itself each time."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _last(text: str) -> str:
    return (text.strip().splitlines() or ["it says nothing"])[-1][:100].replace("|", "/")


class Bench:
    """Fills the table column by column, smallest first, all tools in turn so that a busy machine burdens all alike."""

    def __init__(self, tools: Sequence[Tool], plan: Plan) -> None:
        self.tools, self.plan = tools, plan
        self.rows: dict[str, Row] = {tool.name: {} for tool in tools}
        self._end = time.monotonic() + plan.total
        self._seen: list[Column] = []

    def measure(self, column: Column) -> None:
        """Run every tool that can be expected to answer in time on a column."""
        for number in range(self.plan.runs):
            for tool in self.tools:
                if number == 0:
                    self.rows[tool.name][column.name] = Cell(note=self._excuse(tool, column))
                if self._due(self.rows[tool.name][column.name]):
                    self._add(tool, column)
        self._seen.append(column)
        for tool in self.tools:
            cell = self.rows[tool.name][column.name]
            said = f"{cell.median('wall'):8.3f} s  {len(cell.costs)} runs" if cell.costs else cell.note
            if said:
                print(f"{column.name:>12}  {tool.name:<26} {said}", file=sys.stderr, flush=True)

    def _add(self, tool: Tool, column: Column) -> None:
        cell = self.rows[tool.name][column.name]
        cost = run(tool, column.target, self.plan.limit)
        new = Cell(note=cost) if isinstance(cost, str) else Cell((*cell.costs, cost))
        self.rows[tool.name][column.name] = new

    def _due(self, cell: Cell) -> bool:
        """Tell whether one more run fits into what a cell may take."""
        if cell.note:
            return False
        spent = sum(cost.wall for cost in cell.costs)
        fits = spent + spent / len(cell.costs) <= self.plan.budget if cell.costs else True
        return fits and (not cell.costs or time.monotonic() < self._end)

    def _excuse(self, tool: Tool, column: Column) -> str:
        """Return why a tool is not run on a column, or ""."""
        if column.size > tool.most:
            return "–"
        if tool.after:
            return "" if self.rows[tool.after][column.name].costs else "not run"
        expected = self._expected(tool, column)
        if expected > self.plan.limit or expected > self._end - time.monotonic():
            return f"not run (≈ {expected:,.0f} s)"
        return ""

    def _expected(self, tool: Tool, column: Column) -> float:
        """Return the time that the folders so far let expect, were it to grow with the bytes; 0.0 without any."""
        folders = [seen for seen in self._seen if seen.target.is_dir()]
        known = [(seen.size, self.rows[tool.name][seen.name].median("wall")) for seen in folders]
        points = [(0, 0.0), *((size, wall) for size, wall in known if wall is not None)]
        if len(points) == 1:
            return 0.0
        (one, first), (two, second) = points[-2:]
        return second + (second - first) / (two - one) * (column.size - two)


def raw(rows: dict[str, Row]) -> dict[str, Any]:
    """Return every run as JSON takes it."""
    return {name: {column: asdict(cell) for column, cell in row.items()} for name, row in rows.items()}
