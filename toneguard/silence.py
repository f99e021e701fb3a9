"""Suppressions written into posts: a comment before each block with findings, in the markup of the post.

Every comment is tried on the spot: it stays only where it silences its block and leaves the rest of the post as it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence

from toneguard import suppress
from toneguard.config import ConfigError
from toneguard.document import Block, Document
from toneguard.finding import Edit, Finding, Fix, Report, Safety, fingerprint
from toneguard.fixing import Change, Fixed, applied
from toneguard.insertion import HTML, Insertion, Markup, around, at_file, before, in_front_matter, markup_of, rendered
from toneguard.late import late
from toneguard.lint import parsed
from toneguard.records import dataclass, replace
from toneguard.registry import OWN_RULES, Registry
from toneguard.run import linted
from toneguard.source import Source, SourceError, Span

_HYGIENE = "suppression"
_WHOLE = ("front matter", "ignore-file")  # actions that are for the whole post
_FORBIDDEN = late(r"--|\*/|[{}<>]|[\x00-\x1f\x7f-\x9f\u2028\u2029]")

Narrow = Callable[[Report, Registry], Report]


@dataclass(frozen=True)
class Group:
    """Findings that one comment is for: those of a block, or with no block those of the whole post."""

    block: Block | None
    findings: tuple[Finding, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The rules that the comment names."""
        return tuple(sorted({finding.rule for finding in self.findings}))

    @property
    def span(self) -> Span:
        """Where the block stands, or a finding in none."""
        return self.block.span if self.block else self.findings[0].span

    def without(self, rules: Container[str]) -> Group:
        """Return the group less what some rules found."""
        return replace(self, findings=tuple(finding for finding in self.findings if finding.rule not in rules))


def silencer(reason: str, narrow: Narrow) -> Callable[[Source, Registry], Fixed]:
    """Return what writes suppressions of the findings that are left of a report. Raises ConfigError for the reason."""
    if not reason.strip():
        raise ConfigError('--add-ignores: needs a reason, for those who read the post later: --reason "old campaign"')
    if found := _FORBIDDEN.search(reason.strip()):
        raise ConfigError(f"--reason: {found[0]!r} would end or break a comment; say it in plain words on one line")
    text = " ".join(reason.split())

    def write(source: Source, registry: Registry) -> Fixed:
        return _silenced(source, registry, text, narrow)

    return write


def _silenced(source: Source, registry: Registry, reason: str, narrow: Narrow) -> Fixed:
    """Return a post with suppressions of its findings. Raises SourceError where one cannot be silenced."""
    whole = linted(source, registry)
    wanted = [finding for finding in narrow(whole, registry).findings if finding.family != _HYGIENE]
    if not wanted:
        return Fixed(source, (), narrow(whole, registry))
    writer = _Writer(source, registry, reason)
    chosen: dict[tuple[str, int, int], tuple[Insertion, list[Group]]] = {}
    everywhere: set[str] = set()
    for found_there in _groups(wanted, writer.document):
        group = found_there.without(everywhere)
        if not group.findings:
            continue
        found = writer.insertion(group)
        everywhere.update(group.names if found.action in _WHOLE else ())
        chosen.setdefault((found.action, *found.place), (found, []))[1].append(group)
    changes = [_change(writer.joined(found, groups), groups, source) for found, groups in chosen.values()]
    text = applied(source.text, [edit for change in changes for edit in change.fix.edits])
    silent = Source(text, source.path)
    after = linted(silent, registry)
    _verify(whole, after, wanted, writer)
    return Fixed(silent, tuple(changes), narrow(after, registry))


def _groups(findings: Sequence[Finding], document: Document) -> Iterator[Group]:
    """Yield the findings by block; verdicts and what is found in the front matter concern the whole post."""
    blocks: dict[int | None, list[Finding]] = {}
    loose: list[Finding] = []
    for finding in sorted(findings, key=lambda finding: finding.order):
        index = _block(finding, document) if finding.scope == "span" else None
        if finding.scope == "span" and index is None:
            loose.append(finding)
            continue
        post = index is None or document.blocks[index].key
        blocks.setdefault(None if post else index, []).append(finding)
    if None in blocks:
        yield Group(None, tuple(blocks.pop(None)))
    yield from (Group(document.blocks[index], tuple(found)) for index, found in blocks.items() if index is not None)
    yield from (Group(None, (finding,)) for finding in loose)


def _block(finding: Finding, document: Document) -> int | None:
    """Return the index of the block that a finding stands in: the innermost."""
    around = [index for index, block in enumerate(document.blocks) if block.span.overlaps(finding.span)]
    return around[-1] if around else None


@dataclass
class _Writer:
    """Finds a place for comments in one post."""

    source: Source
    registry: Registry
    reason: str

    def __post_init__(self) -> None:
        self.document = self._parsed(self.source)
        self.markup: Markup | None = markup_of(self.source, self.registry.formats)
        self._rendered = rendered(self.source, self.markup)
        infos = self.registry.infos
        self._known = frozenset({*infos, *(info.family for info in infos.values()), *OWN_RULES})

    def _parsed(self, source: Source) -> Document:
        return parsed(source, self.registry, self.registry.config.for_path(source.path))

    def insertion(self, group: Group) -> Insertion:
        """Return the first insertion that silences a group and nothing but adds a comment. Raises SourceError."""
        for found in self._ways(group):
            if self._fits(found, group.findings):
                return found
        finding = group.findings[0]
        line, column = self.source.position(finding.span.start)
        why = "no comment can stand there" if self.markup else "this markup has no comments"
        raise SourceError(
            f"{self.source.path}:{line}:{column}: {finding.rule} cannot be silenced in the post: {why}; "
            "leave it out in the configuration ([[overrides]])"
        )

    def _ways(self, group: Group) -> Iterator[Insertion]:
        whole = group.block is None and any(_of_post(finding, self.document) for finding in group.findings)
        if whole:
            yield from in_front_matter(self.source, self.document, group.names, self.reason)
        if self.markup and whole:
            yield from at_file(self.source, self.markup, group.names, self.reason)
        elif self.markup:
            kind = group.block.kind if group.block else ""
            near = before(self.source, self.markup, group.span, group.names, self.reason)
            wide = around(self.source, self.markup, group.span, group.names, self.reason)
            ways = [*near, *wide]
            # A row of Markdown is one line: a comment in its cells would hide the words from whoever edits it.
            table = kind == "cell" and self.markup is not HTML
            yield from sorted(ways, key=lambda way: way.inline) if table else ways

    def _fits(self, insertion: Insertion, findings: Sequence[Finding]) -> bool:
        """Tell whether all of the findings are silenced, and whether the post reads and is set as it was."""
        silent = Source(applied(self.source.text, insertion.edits), self.source.path)
        document = self._parsed(silent)
        if not self.same(document) or rendered(silent, self.markup) != self._rendered:
            return False
        moved = [replace(finding, span=_moved(finding.span, insertion.edits)) for finding in findings]
        kept, _ = suppress.apply(moved, document, ran=frozenset(), known=self._known, aliases=self.registry.aliases)
        return not kept

    def same(self, document: Document) -> bool:
        """Tell whether the prose of another reading of the post is the same."""
        return document.problems == self.document.problems and _prose(document) == _prose(self.document)

    def joined(self, insertion: Insertion, groups: Sequence[Group]) -> Insertion:
        """Return an insertion that serves several groups, with the rules of all of them."""
        names = tuple(sorted({name for group in groups for name in group.names}))
        return insertion.naming(names)


def _of_post(finding: Finding, document: Document) -> bool:
    """Tell whether a finding concerns the whole post: a verdict, or one in the front matter."""
    index = _block(finding, document)
    return finding.scope == "document" or (index is not None and bool(document.blocks[index].key))


def _prose(document: Document) -> list[tuple[object, ...]]:
    return [(block.kind, block.text, block.level, block.quoted, block.key, block.language) for block in document.blocks]


def _moved(span: Span, edits: Sequence[Edit]) -> Span:
    """Return where a range stands after insertions."""
    return span.shifted(sum(len(edit.text) for edit in edits if edit.span.start <= span.start))


def _change(insertion: Insertion, groups: Sequence[Group], source: Source) -> Change:
    rules = ", ".join(sorted({name for group in groups for name in group.names}))
    line = min(source.position(group.span.start)[0] for group in groups)
    return Change(rules, line, "", Fix("a suppression", insertion.edits, Safety.SAFE))


def _verify(whole: Report, after: Report, wanted: Sequence[Finding], writer: _Writer) -> None:
    """Raise SourceError unless linting again finds what was found before, less all that was to be silenced."""
    allowed = _counted(whole, whole.findings) - _counted(whole, wanted)
    left = _counted(after, after.findings) - allowed
    document = writer._parsed(after.source)
    if not left and writer.same(document):
        return
    rule = next(iter(left), ("its prose", ""))[0]
    raise SourceError(f"{whole.source.path}: suppressions would leave {rule} changed or found; it is left as it is")


def _counted(report: Report, findings: Sequence[Finding]) -> Counter[tuple[str, str]]:
    return Counter((finding.rule, fingerprint(finding, report.source)) for finding in findings)
