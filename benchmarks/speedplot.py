"""Draws lines over two logarithmic axes as SVG, readable on a light and on a dark page."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 190, 40, 50
GAP = 16  # between the names at the ends of lines
# For a light and a dark page; each pair is told apart by the colour-blind too (after Okabe and Ito).
COLOURS = (
    ("#d55e00", "#ff8a3d"),
    ("#0072b2", "#56b4e9"),
    ("#009e73", "#2fd0a3"),
    ("#a8467f", "#e38fc2"),
    ("#8a6d00", "#e6c229"),
    ("#5b5bd6", "#a3a3ff"),
    ("#666666", "#bbbbbb"),
)
Points = Sequence[tuple[float, float]]


def plot(lines: Mapping[str, Points], *, title: str, across: str, up: str) -> str:
    """Return the picture; the first line is drawn thicker, and one named “X (…)” dashed in the colour of X."""
    drawn = {name: points for name, points in lines.items() if points}
    xs = [x for points in drawn.values() for x, _ in points] or [1.0]
    ys = [y for points in drawn.values() for _, y in points] or [1.0]
    x_axis, y_axis = _axis(xs, LEFT, WIDTH - RIGHT), _axis(ys, HEIGHT - BOTTOM, TOP)
    names = {name: (WIDTH - RIGHT + 8.0, y_axis(points[-1][1])) for name, points in drawn.items()}
    heights = _apart([y for _, y in names.values()])
    parts = [*_head(title), *_grid(x_axis, y_axis, across, up)]
    for (name, points), height in zip(drawn.items(), heights, strict=True):
        style = f"c{_colour(name, list(drawn))}" + (" first" if name == next(iter(drawn)) else "")
        dashed = ' stroke-dasharray="6 4"' if " (" in name else ""
        places = [(x_axis(x), y_axis(y)) for x, y in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline class="line {style}" points="{path}"{dashed}/>')
        parts += [f'<circle class="dot {style}" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in places]
        (x, y), end = places[-1], WIDTH - RIGHT + 8
        parts.append(f'<path class="lead" d="M{x + 5:.1f} {y:.1f}L{end - 2} {height:.1f}"/>')
        parts.append(f'<text class="name {style}" x="{end + 2}" y="{height + 4:.1f}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>\n"])


class _Axis:
    """Places values between two pixels; `low` and `high` are powers of ten."""

    def __init__(self, low: int, high: int, start: float, end: float) -> None:
        self.low, self.high, self._start, self._end = low, high, start, end

    def __call__(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return self._start + share * (self._end - self._start)

    @property
    def powers(self) -> list[float]:
        """The powers of ten on the axis."""
        return [10.0**power for power in range(self.low, self.high + 1)]


def _axis(values: Sequence[float], start: float, end: float) -> _Axis:
    low, high = math.floor(math.log10(min(values)) + 1e-9), math.ceil(math.log10(max(values)) - 1e-9)
    return _Axis(low, max(high, low + 1), start, end)


def _apart(heights: Sequence[float]) -> list[float]:
    """Return the heights, moved so that no two are nearer than `GAP`, nor below the axis."""
    order = sorted(range(len(heights)), key=lambda index: heights[index])
    placed = list(heights)
    for before, after in pairwise(order):
        placed[after] = max(placed[after], placed[before] + GAP)
    limit = float(HEIGHT - BOTTOM)
    for index in reversed(order):
        placed[index] = min(placed[index], limit)
        limit = placed[index] - GAP
    return placed


def _colour(name: str, names: Sequence[str]) -> int:
    """Return the number of a line's colour: that of the line whose name it begins with, before a bracket."""
    heads = list(dict.fromkeys(other.split(" (")[0] for other in names))
    return heads.index(name.split(" (")[0]) % len(COLOURS)


def _head(title: str) -> list[str]:
    light = "\n".join(_rule(index, pair[0]) for index, pair in enumerate(COLOURS))
    dark = "\n".join(_rule(index, pair[1]) for index, pair in enumerate(COLOURS))
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
        f' role="img" aria-label="{escape(title)}">',
        f"<style>\n{_STYLE}{light}\n@media (prefers-color-scheme: dark) {{\n{_DARK}{dark}\n}}\n</style>",
        f'<rect class="page" width="{WIDTH}" height="{HEIGHT}"/>',
        f'<text class="title" x="{LEFT}" y="22">{escape(title)}</text>',
    ]


def _rule(index: int, colour: str) -> str:
    return f".line.c{index} {{ stroke: {colour} }} .dot.c{index}, .name.c{index} {{ fill: {colour} }}"


def _grid(x_axis: _Axis, y_axis: _Axis, across: str, up: str) -> list[str]:
    bottom, right, middle = HEIGHT - BOTTOM, WIDTH - RIGHT, (HEIGHT - BOTTOM + TOP) / 2
    parts = []
    for value in x_axis.powers:
        x = x_axis(value)
        parts.append(f'<path class="grid" d="M{x:.1f} {TOP}V{bottom}"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{value:,.0f}</text>')
    for value in y_axis.powers:
        y = y_axis(value)
        parts.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{right}"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:,g}</text>')
    parts.append(f'<text x="{(LEFT + right) / 2}" y="{HEIGHT - 12}" text-anchor="middle">{escape(across)}</text>')
    turned = f'transform="translate(18 {middle}) rotate(-90)"'
    return [*parts, f'<text {turned} text-anchor="middle">{escape(up)}</text>']


_STYLE = """\
.page { fill: #ffffff }
text { font: 12px system-ui, sans-serif; fill: #444444 }
.title { font-size: 15px; font-weight: 600; fill: #111111 }
.grid { stroke: #dddddd; fill: none }
.lead { stroke: #999999; stroke-width: 0.6; stroke-dasharray: 1 3; fill: none }
.line { fill: none; stroke-width: 1.6; stroke-linejoin: round }
.line.first { stroke-width: 3.2 }
.name.first { font-weight: 700 }
"""
_DARK = """\
.page { fill: #0d1117 }
text { fill: #b8c0c8 }
.title { fill: #f0f3f6 }
.grid { stroke: #2b3138 }
"""
