"""The house style of an invented ferry line: what the entry point offers to toneguard."""

from __future__ import annotations

from pathlib import Path

from toneguard import Plugin
from toneguard_ferries.table import OUTPUT
from toneguard_ferries.title import LongTitle

PLUGIN = Plugin(
    rules=(LongTitle(),),
    packs=(str(Path(__file__).parent / "packs"),),
    outputs=(OUTPUT,),
)
