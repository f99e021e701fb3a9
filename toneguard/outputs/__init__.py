"""The outputs: one file each, exposing `OUTPUT`; pure functions from the reports of a run to characters."""

from __future__ import annotations

from toneguard.outputs.concise import OUTPUT as CONCISE
from toneguard.outputs.json import OUTPUT as JSON
from toneguard.outputs.output import Output, Style
from toneguard.outputs.text import OUTPUT as TEXT

OUTPUTS: dict[str, Output] = {output.name: output for output in (TEXT, CONCISE, JSON)}

__all__ = ["OUTPUTS", "Output", "Style"]
