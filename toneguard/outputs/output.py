"""What an output is, and how text of a post is made safe to print."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from toneguard.finding import Report
from toneguard.late import late
from toneguard.records import dataclass, field

if TYPE_CHECKING:
    from toneguard.rule import RuleInfo

_CONTROL = late("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
URL = "https://github.com/toneguard/toneguard"


@dataclass(frozen=True)
class Style:
    """How a report may look; `width` in columns.

    `folder` is the current folder and `root` the one that addresses in a report start from, both absolute; without
    them a path stands as it is. `rules` are the identities of the rules, for outputs that describe them.
    """

    version: str = ""
    color: bool = False
    width: int = 80
    folder: str = ""
    root: str = ""
    rules: Mapping[str, RuleInfo] = field(default_factory=dict)


Render = Callable[[Sequence[Report], Sequence[str], Style], str]


@dataclass(frozen=True)
class Output:
    """A name, and a pure function from the reports and error lines of a run to characters.

    `summary` is a second one, for the page that the service shows of a run: the command line appends it to the file
    that GITHUB_STEP_SUMMARY names. `ways_out` says that fixes are shown, `describes` that `Style.rules` are read,
    `whole` that the text of posts without findings is shown.
    """

    name: str
    render: Render
    summary: Render | None = None
    ways_out: bool = True
    describes: bool = False
    whole: bool = False


def printable(text: str) -> str:
    """Return a text on one line without characters that could steer a terminal."""
    line = " ".join(text.split())
    return line if line.isprintable() else _CONTROL.sub("\ufffd", line)


def visible(text: str) -> str:
    """Return a text in its own lines, each ended by a line feed, without characters that could steer its reader."""
    return _CONTROL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
