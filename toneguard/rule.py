"""What a rule is: its identity, its examples and one method."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, Protocol

from toneguard.finding import Finding, Severity
from toneguard.records import dataclass, field
from toneguard.source import Source, Span

if TYPE_CHECKING:
    from toneguard.document import Document, Sentence

Status = Literal["stable", "preview"]


@dataclass(frozen=True, slots=True)
class Example:
    """A proof of a rule in one language.

    `bad` marks the exact span as `<<…>>` and must be found; `fixed` is its rewrite; `good` is a near miss that
    must stay silent. `format` names the markup, `newsroom` is the text of a release; the rest is what is configured.
    """

    language: str
    bad: str = ""
    fixed: str = ""
    good: str = ""
    format: str = "markdown"
    brands: tuple[str, ...] = ()
    markets: tuple[str, ...] = ()
    publisher: str = ""
    newsroom: str = ""


@dataclass(frozen=True)
class RuleInfo:
    """The identity of a rule: what `explain`, reports and documentation say about it.

    A warning of it is an error when a finding of a rule in `worse_with` stands in the same paragraph. `law` cites what
    the rule rests on, each with its date. `ask_only` are languages in which no rewrite is possible, only the question.
    """

    name: str
    summary: str
    why: str
    severity: Severity
    see: tuple[str, ...] = ()
    status: Status = "stable"
    aliases: tuple[str, ...] = ()
    messages: Mapping[str, str] = field(default_factory=dict)
    asks: Mapping[str, str] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    origin: str = ""
    ask_only: tuple[str, ...] = ()
    worse_with: tuple[str, ...] = ()
    law: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The part of the name before the slash."""
        return self.name.partition("/")[0]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the rule speaks."""
        return tuple(self.messages)


class Rule(Protocol):
    """Finds one bad pattern in a post. Stateless; `check` may be called for any document."""

    @property
    def info(self) -> RuleInfo:
        """The rule's identity."""
        ...

    def check(self, document: Document, settings: RuleSettings) -> Iterable[Finding]:
        """Yield findings in source order; severity and language filters are applied by the caller."""
        ...


@dataclass(frozen=True)
class Disclosing:
    """What the configuration says about disclosure.

    `markets` are those of the readers (none: by the text's language); `publisher` is `company`, `creator` or `""`;
    `social` says that the post is one. `frontmatter`, `shortcodes` and `site_wide` are what makes the theme print a
    disclosure: fields that are set, tags in the text, and the words it prints on every post; `links` are tags that
    print paid links.
    """

    markets: tuple[str, ...] = ()
    publisher: str = ""
    social: bool = False
    frontmatter: tuple[str, ...] = ()
    shortcodes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    site_wide: str = ""


@dataclass(frozen=True)
class RuleSettings:
    """What the configuration tells every rule.

    `brands` are names of the sender, `messages` the language of messages (`""`: the text's), `doses` factors by rule
    on how much a density, share or stack takes to count, `newsroom` whether the post lies where releases belong.
    """

    brands: tuple[str, ...] = ()
    messages: str = ""
    doses: Mapping[str, float] = field(default_factory=dict)
    newsroom: bool = False
    disclosing: Disclosing = field(default_factory=Disclosing)

    def dose(self, info: RuleInfo) -> float:
        """Return the factor of a rule; 1 when nothing was said."""
        return self.doses.get(info.name, 1.0)

    def message(self, info: RuleInfo, language: str, **slots: str) -> str:
        """Return the rule's message in the wanted language with its slots filled."""
        wanted = self.messages or language
        text = info.messages.get(wanted) or info.messages.get(language) or next(iter(info.messages.values()), "")
        for name, value in slots.items():
            text = text.replace("{" + name + "}", value)
        return text

    def finding(
        self, info: RuleInfo, source: Source, sentence: Sentence, start: int, end: int, **slots: str
    ) -> Finding:
        """Return the finding of a rule at half-open offsets in a sentence's own text."""
        span = sentence.to_source(start, end)
        language = sentence.block.language
        words = " ".join(sentence.text[start:end].split())
        return Finding(
            rule=info.name,
            severity=info.severity,
            message=self.message(info, language, match=words, **slots),
            span=span,
            text=source.slice(span),
            sentence=sentence.span,
            language=language,
            ask=self.ask(info, language),
            see=info.see,
            shown=sentence.text,
            marked=(Span(start, end),),
        )

    def verdict(
        self, info: RuleInfo, source: Source, language: str, evidence: tuple[Span, ...], **slots: str
    ) -> Finding:
        """Return the finding of a rule on a whole post; it points at the first of the places it rests on."""
        return Finding(
            rule=info.name,
            severity=info.severity,
            message=self.message(info, language, **slots),
            span=evidence[0],
            text=source.slice(evidence[0]),
            sentence=evidence[0],
            language=language,
            scope="document",
            ask=self.ask(info, language),
            see=info.see,
            evidence=evidence,
        )

    def ask(self, info: RuleInfo, language: str) -> str:
        """Return the rule's question to the writer in the wanted language."""
        return info.asks.get(self.messages or language) or info.asks.get(language, "")
