"""What a rule found, what may be done about it, and the report on one post."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from toneguard.blake import blake2b
from toneguard.records import dataclass
from toneguard.shadow import shadow
from toneguard.source import Source, Span


class Severity(StrEnum):
    """`error` and `warning` are verdicts; `suggestion` is advice and never fails a run."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Safety(StrEnum):
    """`safe` changes no claim, `review` needs a reader, `show` needs the writer and is never applied."""

    SAFE = "safe"
    REVIEW = "review"
    SHOW = "show"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace a source range by a text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together, with a title for the writer; a `cut` takes a sentence out."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """The same words elsewhere: a source range of the post, and the text of the release that has them.

    `place` is the release's address or path, as far as known with its title and date.
    """

    span: Span
    place: str
    title: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One place, or with scope `document` one verdict on the whole post.

    `span` and `sentence` are source ranges; `text == source.text[span]`. `evidence` lists the places a document
    verdict rests on, or the words that weighed most for a model. `shown` is the sentence as a reader sees it, and
    `marked` the ranges of it to mark. `pattern` is the template or regex that matched, for those who tune rules;
    `probability` is what a model gives its finding, from 0 to 1; `reason` is why a directive silenced it, if it says.
    `related` are the passages of releases that a post repeats.
    """

    rule: str
    severity: Severity
    message: str
    span: Span
    text: str
    sentence: Span
    language: str
    scope: Literal["span", "document"] = "span"
    ask: str = ""
    see: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    evidence: tuple[Span, ...] = ()
    shown: str = ""
    marked: tuple[Span, ...] = ()
    pattern: str = ""
    probability: float | None = None
    reason: str = ""
    related: tuple[Related, ...] = ()

    @property
    def family(self) -> str:
        """The part of the rule's name before the slash."""
        return self.rule.partition("/")[0]

    @property
    def order(self) -> tuple[int, int, str]:
        """Sort key: place, then rule."""
        return self.span.start, self.span.end, self.rule


def fingerprint(finding: Finding, source: Source) -> str:
    """Name a finding by its rule and folded sentence, so that edits elsewhere do not rename it (16 hex digits)."""
    text = finding.text if finding.scope == "span" else ""
    sentence = source.slice(finding.sentence) if finding.scope == "span" else ""
    folded = b" ".join(shadow(f"{text} | {sentence}").split())
    return blake2b(finding.rule.encode() + b"\0" + folded, digest_size=8).hexdigest()


@dataclass(frozen=True)
class Report:
    """Everything there is to say about one post.

    `language` is the post's main language, `prose` the text of its blocks a line each, `skipped` the reason why no
    rule ran on (part of) it, `not_run` the rules that lack a pipeline, `suppressed` what directives and configuration
    silenced, `errors` what went wrong although the post could be read, `declined` how many rewrites were not good
    enough to be shown, `known` the findings that a baseline counts.
    """

    source: Source
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    language: str = ""
    words: int = 0
    prose: str = ""
    skipped: str | None = None
    not_run: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    declined: int = 0
    known: tuple[Finding, ...] = ()
