"""What reStructuredText looks like: the marks that begin its blocks, and which directives hold prose."""

from __future__ import annotations

import re
from collections.abc import Mapping

from toneguard.late import late

ADORNMENT = late(r"([!-/:-@\[-`{-~])\1+")
BULLET = late(r"[*+\-•‣⁃](?: +|\Z|(?=[\r\n]))")
ENUMERATOR = late(r"(?:\(?(?:\d{1,9}|#|[A-Za-z]|[ivxlcdm]{1,12}|[IVXLCDM]{1,12})\)|(?:\d{1,9}|#|[A-Za-z]"
                        r"|[ivxlcdm]{1,12}|[IVXLCDM]{1,12})\.)(?: +(?=\S))")  # fmt: skip
FIELD = late(r":(?![:\s])((?:[^:\\\r\n]|\\.|:(?!\s|\Z|`))+?)(?<!\s):(?:[ \t]+|(?=[\r\n])|\Z)")
OPTION = late(r":([A-Za-z][\w-]*+):(?:[ \t]+|(?=[\r\n])|\Z)")
_OPTION = r"(?:-[A-Za-z0-9?](?: ?[A-Za-z<][^\s,]*+)?|--[A-Za-z][\w-]*+(?:[ =][^\s,]++)?|/[A-Z](?![\w/]))"
OPTION_LIST = late(rf"{_OPTION}(?:, {_OPTION})*+(?: {{2,}}(?=\S)|(?=[\r\n])|\Z)")
BAR = late(r"\|(?: +|(?=[\r\n])|\Z)")
EXPLICIT = late(r"\.\.(?:[ \t]+|(?=[\r\n])|\Z)")
ANONYMOUS = late(r"__(?:[ \t]|(?=[\r\n])|\Z)")
NOTE = late(r"\[(?:\d{1,9}|#[\w.-]*+|\*|[A-Za-z][\w.-]*+)\](?:[ \t]+|(?=[\r\n])|\Z)")
NO_PROSE = late(r"_(?![ \t\r\n])|\|(?=\S)")  # a target, the definition of a substitution
DIRECTIVE = late(r"([^\W_]\w*+(?:[-._+:]\w++)*+) ?::(?:[ \t]+|(?=[\r\n])|\Z)")
COMMENT_FIELD = late(r"(title|description|lang|language|locale|summary|excerpt):[ \t]+(?=\S)")
_TARGET = late(r"^[ \t]*+\.\.[ \t]++_(?:`([^`\r\n]++)`|((?![_ ])[^:\r\n]++)):[ \t]++(\S++)", re.M)


def _names(text: str, kind: str) -> dict[str, str]:
    return dict.fromkeys(text.split(), kind)


# Where a directive has prose: in its body, in its body and a title before it, in one run from its name on, in a single
# line, in a body that is somebody's words, or below a picture. Those that are not here have none.
DIRECTIVES: Mapping[str, str] = {
    **_names("attention caution danger error hint important note tip warning seealso", "run-on"),
    **_names("admonition topic sidebar tab group-tab tab-item dropdown collapse details card grid-item-card", "titled"),
    **_names("table list-table", "titled"),
    **_names("container class rst-class cssclass compound only tabs tab-set grid grid-item card-carousel", "body"),
    **_names("glossary hlist post update highlights versionadded versionchanged deprecated div", "body"),
    **_names("epigraph pull-quote", "quote"),
    **_names("rubric centered csv-table", "line"),
    **_names("figure", "figure"),
}


def targets(text: str) -> dict[str, str]:
    """Return the addresses that references lead to, by their names in lower case."""
    found = (match.groups() for match in _TARGET.finditer(text))
    return {" ".join((quoted or plain).split()).lower(): address for quoted, plain, address in found}
