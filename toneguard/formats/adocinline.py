"""AsciiDoc within a block: emphasis, code, links, macros, attribute references, passthroughs, typographic quotes."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from toneguard.document import STAND_IN
from toneguard.formats.flow import Ends, Flow, Line
from toneguard.formats.page import Page
from toneguard.late import late
from toneguard.source import Span

_MACROS = (
    "link|mailto|xref|image|icon|kbd|btn|menu|footnote|footnoteref|stem|latexmath|asciimath|pass|anchor|indexterm2?"
)
_BRACKETS = r"\[(?:[^\[\]\\]|\\.|\[[^\[\]]*+\])*+\]"
# Every alternative stops at the first character that cannot belong to it, so that hostile text costs linear time.
_TOKEN = late(
    r"(?P<escape>\\(?:\*\*?|\||__?|``?|##?|\+\+?|[\^~{<(&:\\'\"]|(?=[a-z])))"
    rf"|(?<![\w:\\])(?P<macro>{_MACROS}):(?!:)(?P<target>[^\s\[\]]{{0,2000}}+)(?P<text>{_BRACKETS})"
    rf"|(?<!\\)(?P<address>(?:https?|ftp|irc)://[^\s<>\[\]\"]++)(?P<shown>{_BRACKETS})?"
    r"|(?P<reference><<[^<>\n]++>>)"
    r"|(?P<anchor>\[\[[^\[\]\n]++\]\])"
    r"|(?P<term>\(\(\([^()\n]++\)\)\))"
    r"|(?P<attribute>\{[\w][\w:.,%-]*+\})"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<quote>\"`|`\"|'`|`')"
    r"|(?P<role>\[[.#%][^\[\]\n]{0,200}\])(?=[#*_`])"
    r"|(?P<mark>\+\+\+|\+\+|\+|``|`|\*\*|\*|__|_|\#\#|\#|\^|~)"
    r"|(?P<hard>[ \t]\+\n)",
    re.S,
)
_ENDS = {
    **{mark: re.compile(rf"(?<![\s]){re.escape(mark)}(?![\w{re.escape(mark)}])") for mark in "*_#`+"},
    **{mark: re.compile(re.escape(mark)) for mark in ("**", "__", "##", "``", "++", "+++")},
    "^": re.compile(r"\^"),
    "~": re.compile(r"~"),
}
_SPECIAL = late(r"[\\*_`#+^~{&\[<]|://|\(\(\(|[\"']`")
_CONSTRAINED = frozenset("*_#`+")
_LITERAL = frozenset({"`", "``", "+", "++", "+++"})
_CURLED = {mark: re.compile(rf"(?<!\s){re.escape(mark)}(?!\w)") for mark in ('`"', "`'")}
_QUOTES = {'"`': "“", '`"': "”", "'`": "‘", "`'": "’"}
_CHARACTERS = {
    "nbsp": "\u00a0", "empty": "", "blank": "", "sp": " ", "zwsp": "", "wj": "", "apos": "'", "quot": '"', "lsquo": "‘",
    "rsquo": "’", "ldquo": "“", "rdquo": "”", "deg": "°", "plus": "+", "brvbar": "¦", "vbar": "|", "amp": "&",
    "lt": "<", "gt": ">", "startsb": "[", "endsb": "]", "caret": "^", "asterisk": "*", "tilde": "~", "backslash": "\\",
    "backtick": "`", "two-colons": "::", "two-semicolons": ";;", "cpp": "C++", "pp": "++",
}  # fmt: skip
_SETTINGS = late(r",\s*+(?:[\w-]++\s*+=|opts\b)")


def read(page: Page, rows: list[Line]) -> None:
    """Add the prose of some lines to the open block."""
    flow = Flow(page.text, rows)
    _Inline(page, flow, Ends(flow.text)).run(0, len(flow.text))


class _Inline:
    def __init__(self, page: Page, flow: Flow, ends: Ends) -> None:
        self.page = page
        self.flow = flow
        self.ends = ends
        self.open: dict[str, int] = {}  # marks that are open, and where each ends
        self.position = 0

    def run(self, start: int, end: int) -> None:
        """Read a range of the flow's text."""
        text, search_from = self.flow.text, start
        self.position = start
        while _SPECIAL.search(text, search_from, end) and (found := _TOKEN.search(text, search_from, end)):
            if stop := self._take(found):
                search_from = self.position = stop
            else:
                search_from = found.start() + 1 if found["quote"] else found.end()
        self._words(end)

    def _words(self, end: int) -> None:
        """Add what stands before the markup that was found."""
        self.flow.verbatim(self.page, self.position, end)
        self.position = max(self.position, end)

    def _take(self, found: re.Match[str]) -> int:
        """Take one piece of markup and return where it ends; 0 for what is none."""
        kind = next(name for name in _KINDS if found[name] is not None)
        if kind == "mark":
            return self._mark(found)
        if kind == "address" and (found["shown"] is None or not found["shown"][1:-1].strip()):
            return 0 if found["shown"] is None else self._stand_in(found, STAND_IN)
        if kind == "quote" and not self._curls(found):
            return self._mark(found) if found.group()[0] == "`" else 0
        return _TAKERS[kind](self, found)

    def _stand_in(self, found: re.Match[str], shown: str) -> int:
        self._words(found.start())
        self.page.builder.stand_in(shown, self.flow.span(*found.span()))
        return found.end()

    def _curls(self, found: re.Match[str]) -> bool:
        """Tell whether a backtick beside a quotation mark makes it a typographic one."""
        text, mark = self.flow.text, found.group()
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if mark[0] == "`":  # it closes, or is an apostrophe
            return bool(before.strip())
        closing = mark[::-1]
        opens = not before.isalnum() and bool(after.strip())
        return opens and self.ends.find(closing, _CURLED[closing], found.end()) is not None

    def _quote(self, found: re.Match[str]) -> int:
        return self._stand_in(found, _QUOTES[found.group()])

    def _escape(self, found: re.Match[str]) -> int:
        shown = found.group()[1:]
        if not shown:  # an escaped macro or address is text
            following = re.compile(r"[a-z]++:").match(self.flow.text, found.end())
            if not following:
                return 0
            self._words(found.start())
            self.position = found.end()
            return 0
        return self._stand_in(found, shown)

    def _entity(self, found: re.Match[str]) -> int:
        meaning = unescape(found.group())
        return self._stand_in(found, meaning) if meaning != found.group() else 0

    def _attribute(self, found: re.Match[str]) -> int:
        return self._stand_in(found, _CHARACTERS.get(found.group()[1:-1].lower(), STAND_IN))

    def _gap(self, found: re.Match[str]) -> int:
        return self._stand_in(found, "")

    def _hard(self, found: re.Match[str]) -> int:
        self._words(found.start())
        whole = Span(self.flow.at(found.start()), self.flow.at(found.end()))
        self.page.builder.line_break(whole, hard=True)
        return found.end()

    def _reference(self, found: re.Match[str]) -> int:
        comma = found.group().find(",")
        if comma < 0 or not found.group()[comma + 1 : -2].strip():
            return self._stand_in(found, STAND_IN)
        start = found.start() + comma + 1
        start += len(self.flow.text[start : found.end()]) - len(self.flow.text[start : found.end()].lstrip())
        return self._link(found, found.group()[2:comma], start, found.end() - 2)

    def _address(self, found: re.Match[str]) -> int:
        return self._link(found, found["address"], found.start("shown") + 1, found.end() - 1)

    def _macro(self, found: re.Match[str]) -> int:
        name, start, end = found["macro"], found.start("text") + 1, found.end() - 1
        text = self.flow.text[start:end]
        if name in ("link", "mailto", "xref") and text.strip():
            return self._link(found, found["target"] if name != "mailto" else f"mailto:{found['target']}", start, end)
        if name in ("image", "footnote", "footnoteref"):
            return self._aside(found, start, end, image=name == "image")
        if name in ("anchor", "indexterm"):
            return self._gap(found)
        return self._stand_in(found, STAND_IN)

    def _link(self, found: re.Match[str], target: str, start: int, end: int) -> int:
        """Take a link with words to show, less the settings behind them."""
        text = self.flow.text
        self._words(found.start())
        start, end = _shown(text, start, end)
        whole = self.flow.span(*found.span())
        self.page.begin_link(whole.start, target)
        if text[start:end].strip():
            _Inline(self.page, self.flow, Ends(text, end)).run(start, end)
        else:
            self.page.builder.stand_in(STAND_IN, whole)
        self.page.end_link(whole.end)
        return found.end()

    def _aside(self, found: re.Match[str], start: int, end: int, *, image: bool) -> int:
        """Take an image's alt text, or a footnote, which stands beside the sentence that it is in."""
        self._words(found.start())
        whole = self.flow.span(*found.span())
        self.page.begin_alt(whole, STAND_IN if image else "")
        if image:
            start, end = alt_text(self.flow.text, start, end)
            self.flow.verbatim(self.page, start, end)
        else:
            _Inline(self.page, self.flow, Ends(self.flow.text, end)).run(start, end)
        self.page.end_alt()
        return found.end()

    def _mark(self, found: re.Match[str]) -> int:
        """Take a mark of emphasis or code, where it opens or closes something."""
        mark = found["mark"] or "`"
        start = found.start()
        after = start + len(mark)
        if mark in self.open:
            if self.open[mark] != start:
                return 0
            del self.open[mark]
            self._words(start)
            if mark in ("_", "__"):
                self.page.builder.end_emphasis()
            return after
        closed = self._closing(mark, start, after)
        if closed is None:
            return 0
        self._words(start)
        if mark in _LITERAL:
            self.page.builder.stand_in(STAND_IN, self.flow.span(start, closed.end()))
            return closed.end()
        self.open[mark] = closed.start()
        if mark in ("_", "__"):
            self.page.builder.begin_emphasis()
        return after

    def _closing(self, mark: str, start: int, after: int) -> re.Match[str] | None:
        text = self.flow.text
        following = text[after : after + 1]
        if not following or (mark in _CONSTRAINED and (following.isspace() or not _may_open(text, start))):
            return None
        if mark in "^~" and following.isspace():
            return None
        closed = self.ends.find(mark, _ENDS[mark], after + 1)
        if closed and mark in "^~" and re.compile(r"\s").search(text, after, closed.start()):
            return None
        return closed


def _may_open(text: str, start: int) -> bool:
    before = text[start - 1 : start] if start else ""
    return not before or not (before.isalnum() or before in "_;:}\\")


def _shown(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of the words of a link: without settings, quotes around them, or the sign for a new window."""
    if settings := _SETTINGS.search(text, start, end):
        end = settings.start()
    if text[end - 1 : end] == "^":
        end -= 1
    if end - start > 1 and text[start] == text[end - 1] == '"':
        return start + 1, end - 1
    return start, max(start, end)


def alt_text(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of an alt text: the first value in the brackets, or the one that is named so."""
    if named := re.compile(r"(?<![^\[,\s])alt=(?:\"([^\"]*+)\"|([^,\]]*+))").search(text, start, end):
        return named.span(named.lastindex or 0)
    if text[start:end].startswith('"') and '"' in text[start + 1 : end]:
        return start + 1, text.index('"', start + 1)
    comma = text.find(",", start, end)
    stop = comma if comma >= 0 else end
    return (start, start) if "=" in text[start:stop] else (start, stop)


_TAKERS: dict[str, Callable[[_Inline, re.Match[str]], int]] = {
    "escape": _Inline._escape,
    "macro": _Inline._macro,
    "address": _Inline._address,
    "reference": _Inline._reference,
    "anchor": _Inline._gap,
    "term": _Inline._gap,
    "attribute": _Inline._attribute,
    "entity": _Inline._entity,
    "quote": _Inline._quote,
    "role": _Inline._gap,
    "hard": _Inline._hard,
}
_KINDS = (*_TAKERS, "mark")
