"""The outputs: one file each, exposing `OUTPUT`; pure functions from the reports of a run to characters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from toneguard.outputs.output import Output, Style

NAMES = (
    "text",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
    "rdjsonl",
    "markdown",
    "html",
)


class _Room(Mapping[str, Output]):
    """The outputs by name; a file is loaded when its output is asked for."""

    def __getitem__(self, name: str) -> Output:
        if name not in NAMES:
            raise KeyError(name)
        output: Output = import_module(f"{__name__}.{name}").OUTPUT
        return output

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


OUTPUTS: Mapping[str, Output] = _Room()

__all__ = ["NAMES", "OUTPUTS", "Output", "Style"]
