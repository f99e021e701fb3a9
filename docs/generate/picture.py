"""The picture at the top of the README: a post in a terminal, and what toneguard says of it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from toneguard import Config, Source
from toneguard.lint import lint
from toneguard.outputs import Style
from toneguard.outputs.text import render
from toneguard.registry import Registry

POST = "en-bad-launch.md"
_COLUMNS = 80
# As rich's own, without the fonts that it would fetch from a network and that a page of a forge would not load anyway.
_FORMAT = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title">
<title id="title">A post in a terminal, and what toneguard says of it</title>
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px;
  line-height: {line_height}px;
}}
.{unique_id}-title {{ font: bold 18px sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def svg(path: Path, registry: Registry) -> str:
    """Return the picture of a post and the report on it."""
    from rich.console import Console
    from rich.text import Text

    post = path.read_text("utf-8")
    console = Console(record=True, width=_COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text(f"$ cat {path.name}", style="bold"))
    console.print(Text(f"{post}\n"), end="")
    console.print(Text(f"$ toneguard check {path.name}", style="bold"))
    console.print(Text.from_ansi(report(post, path.name, registry).rstrip("\n")))
    console.print()
    picture = console.export_svg(title="toneguard", code_format=_FORMAT, unique_id="toneguard")
    return "\n".join(line.rstrip() for line in picture.splitlines()) + "\n"


def report(post: str, name: str, registry: Registry, *, color: bool = True) -> str:
    """Return what `toneguard check` prints of a post in a terminal."""
    found = lint(Source(post, name), registry, replace(Config(), select=("all",)))
    return render([found], [], Style(color=color, width=_COLUMNS))
