"""reStructuredText within a block: emphasis, literals, roles, references, substitutions, escapes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from toneguard.document import STAND_IN
from toneguard.formats.flow import Ends, Flow, Line
from toneguard.formats.page import Page
from toneguard.late import late
from toneguard.source import Span

_BEFORE = "(?:\\A|(?<=[\\s'\"(\\[{<\\-/:\u00a1\u00ab\u00bb\u00bf\u2010-\u201f\u2039\u203a]))"
_AFTER = "(?=\\Z|[\\s'\")\\]}>\\-/\\\\:.,;!?\u00ab\u00bb\u2010-\u201f\u2026\u2039\u203a])"
_ROLE = r":[A-Za-z][\w.+:-]{0,60}:"
_TOKEN = late(
    r"(?P<escape>\\.)"
    r"|(?P<address>https?://[^\s<>\"'`)\]]++)"
    rf"|{_BEFORE}(?:(?P<role>{_ROLE})(?=`))?(?P<mark>``|`|\*\*|\*|\||_`)(?=\S)"
    rf"|{_BEFORE}(?P<note>\[(?:\d{{1,9}}|\#[\w.-]{{0,60}}|\*|[A-Za-z][\w.-]{{0,60}})\]_){_AFTER}"
    rf"|(?<![\w.+:-])(?P<name>[^\W_]++(?:[-._+:][^\W_]++)*+)__?+{_AFTER}",
    re.S,
)
_ENDS = {
    "``": re.compile(rf"(?<=\S)``{_AFTER}"),
    "`": re.compile(rf"(?<![\s\\])`(?:(?P<refers>__?)|(?P<role>{_ROLE}))?{_AFTER}"),
    "_`": re.compile(rf"(?<![\s\\])`{_AFTER}"),
    "**": re.compile(rf"(?<![\s\\])\*\*{_AFTER}"),
    "*": re.compile(rf"(?<![\s\\])\*{_AFTER}"),
    "|": re.compile(rf"(?<![\s\\])\|(?:__?)?{_AFTER}"),
}
_SPECIAL = late(r"[\\*`|_]")
_ESCAPE = late(r"\\(.)", re.S)
_EMBEDDED = late(r"(?:\s|\A)<([^<>]+)>\Z")
_CLOSING = dict(zip("'\"([{<‘“«‹", "'\")]}>’”»›", strict=True))
# Roles whose text is shown as it stands, and those that show a title where they have one.
_SHOWN = frozenset({"", "emphasis", "strong", "sub", "sup", "subscript", "superscript", "abbr", "dfn", "term", "title"})
_SHOWN |= {"title-reference", "guilabel", "t", "smallcaps", "underline"}
_TITLED = frozenset({"ref", "doc", "any", "download", "numref", "term", "external", "link", "post", "user", "index"})
_ITALIC = frozenset({"", "emphasis", "title", "title-reference", "t", "dfn"})


def read(page: Page, rows: list[Line], targets: Mapping[str, str]) -> None:
    """Add the prose of some lines to the open block; `targets` are the addresses of references by their names."""
    _Inline(page, Flow(page.text, rows), targets).run()


class _Inline:
    def __init__(self, page: Page, flow: Flow, targets: Mapping[str, str]) -> None:
        self.page = page
        self.flow = flow
        self.targets = targets
        self.ends = Ends(flow.text)

    def run(self) -> None:
        text, position = self.flow.text, 0
        search_from = 0 if _SPECIAL.search(text) else len(text)
        while search_from < len(text) and (found := _TOKEN.search(text, search_from)):
            search_from = end = found.end()
            if found["address"]:
                continue
            if found["mark"]:
                closed = None if _is_quoted(text, found) else self._closing(found)
                if closed is None:
                    continue
                end = closed.end()
                self.flow.verbatim(self.page, position, found.start())
                self._marked(found, closed)
            else:
                self.flow.verbatim(self.page, position, found.start())
                self._simple(found)
            position = search_from = end
        self.flow.verbatim(self.page, position, len(text))

    def _closing(self, found: re.Match[str]) -> re.Match[str] | None:
        mark = found["mark"]
        return self.ends.find(mark, _ENDS[mark], found.end() + 1)

    def _simple(self, found: re.Match[str]) -> None:
        """Take an escape, a reference of one word, or that of a footnote."""
        span = self.flow.span(*found.span())
        if found["escape"]:
            if not found["escape"][1].isspace():
                self.page.builder.stand_in(found["escape"][1], span)
        elif found["name"]:
            self.page.begin_link(span.start, self._target(found["name"]))
            self.flow.verbatim(self.page, *found.span("name"))
            self.page.end_link(span.end)

    def _marked(self, found: re.Match[str], closed: re.Match[str]) -> None:
        """Take a stretch between two marks."""
        mark, start, end = found["mark"], found.end(), closed.start()
        whole = self.flow.span(found.start(), closed.end())
        if mark in ("``", "|"):
            self.page.builder.stand_in(STAND_IN, whole)
        elif mark == "`":
            self._interpreted(found, closed, whole)
        else:
            self._words(start, end, italic=mark == "*")

    def _interpreted(self, found: re.Match[str], closed: re.Match[str], whole: Span) -> None:
        role = (found["role"] or closed["role"] or "").strip(":").lower()
        role = role if role.startswith("external") else role.rpartition(":")[2]
        start, end = found.end(), closed.start()
        embedded = _EMBEDDED.search(self.flow.text[start:end])
        if closed["refers"] or (embedded and (role in _TITLED or role.startswith("external"))):
            stop = start + embedded.start() if embedded else end
            target = embedded[1].strip() if embedded else self._target(self.flow.text[start:end])
            self.page.begin_link(whole.start, self._target(target[:-1]) if target.endswith("_") else target)
            if stop > start:
                self._words(start, stop)
            else:
                self.page.builder.stand_in(STAND_IN, whole)
            self.page.end_link(whole.end)
        elif role in _SHOWN:
            self._words(start, end, italic=role in _ITALIC)
        else:
            self.page.builder.stand_in(STAND_IN, whole)

    def _target(self, name: str) -> str:
        return self.targets.get(" ".join(name.split()).lower(), "")

    def _words(self, start: int, end: int, *, italic: bool = False) -> None:
        """Add words that hold no other markup than escapes."""
        if italic:
            self.page.builder.begin_emphasis()
        for found in _ESCAPE.finditer(self.flow.text, start, end):
            self.flow.verbatim(self.page, start, found.start())
            if not found[1].isspace():
                self.page.builder.stand_in(found[1], self.flow.span(*found.span()))
            start = found.end()
        self.flow.verbatim(self.page, start, end)
        if italic:
            self.page.builder.end_emphasis()


def _is_quoted(text: str, found: re.Match[str]) -> bool:
    """Tell whether a mark stands in quotes or brackets itself: "*" begins nothing."""
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    return bool(before) and _CLOSING.get(before) == after
