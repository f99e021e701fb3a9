"""What reStructuredText looks like: the marks that begin its blocks, and which directives hold prose."""

from __future__ import annotations

import re
from collections.abc import Mapping

ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1+")
BULLET = re.compile(r"[*+\-•‣⁃](?: +|\Z|(?=[\r\n]))")
ENUMERATOR = re.compile(r"(?:\(?(?:\d{1,9}|#|[A-Za-z]|[ivxlcdm]{1,12}|[IVXLCDM]{1,12})\)|(?:\d{1,9}|#|[A-Za-z]"
                        r"|[ivxlcdm]{1,12}|[IVXLCDM]{1,12})\.)(?: +(?=\S))")  # fmt: skip
FIELD = re.compile(r":(?![:\s])((?:[^:\\\r\n]|\\.|:(?!\s|\Z|`))+?)(?<!\s):(?:[ \t]+|(?=[\r\n])|\Z)")
OPTION = re.compile(r":([A-Za-z][\w-]*+):(?:[ \t]+|(?=[\r\n])|\Z)")
_OPTION = r"(?:-[A-Za-z0-9?](?: ?[A-Za-z<][^\s,]*+)?|--[A-Za-z][\w-]*+(?:[ =][^\s,]++)?|/[A-Z](?![\w/]))"
OPTION_LIST = re.compile(rf"{_OPTION}(?:, {_OPTION})*+(?: {{2,}}(?=\S)|(?=[\r\n])|\Z)")
BAR = re.compile(r"\|(?: +|(?=[\r\n])|\Z)")
EXPLICIT = re.compile(r"\.\.(?:[ \t]+|(?=[\r\n])|\Z)")
ANONYMOUS = re.compile(r"__(?:[ \t]|(?=[\r\n])|\Z)")
NOTE = re.compile(r"\[(?:\d{1,9}|#[\w.-]*+|\*|[A-Za-z][\w.-]*+)\](?:[ \t]+|(?=[\r\n])|\Z)")
NO_PROSE = re.compile(r"_(?![ \t\r\n])|\|(?=\S)")  # a target, the definition of a substitution
DIRECTIVE = re.compile(r"([^\W_]\w*+(?:[-._+:]\w++)*+) ?::(?:[ \t]+|(?=[\r\n])|\Z)")
COMMENT_FIELD = re.compile(r"(title|description|lang|language|locale|summary|excerpt):[ \t]+(?=\S)")
_TARGET = re.compile(r"^[ \t]*+\.\.[ \t]++_(?:`([^`\r\n]++)`|((?![_ ])[^:\r\n]++)):[ \t]++(\S++)", re.M)


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
