"""Puts the right label at the right place: in front of the text, or where a weaker one stands now."""

from __future__ import annotations

from toneguard.document import Block
from toneguard.endorsement.assessment import Assessment, Placed, Verdict
from toneguard.endorsement.labels import Labels, Market, Tier
from toneguard.endorsement.placement import Placement
from toneguard.finding import Edit, Fix, Safety
from toneguard.rule import RuleSettings
from toneguard.source import Span

_BY_LINES = ("rst", "adoc", "asciidoc")


def fix(verdict: Verdict, assessed: Assessment, labels: Labels, market: Market, told: RuleSettings) -> Fix | None:
    """Return the fix of a verdict: to review where the post says whose ad it is, else to be completed by the writer.

    Nothing is offered for a contradiction: only the writer knows which half is true.
    """
    if verdict.rule == "contradiction":
        return None
    language = assessed.document.language
    sign, safety = _sign(assessed, labels, market, language)
    if sign is None:
        return None
    if assessed.document.rigid >= {"paragraph"}:  # a mail as it will be sent
        return None
    edit = _instead(verdict.placed, sign, market, language) or _in_front(assessed, sign)
    titles = labels.texts["fix"]
    title = titles.get(told.messages or language) or next(iter(titles.values()))
    return Fix(title.replace("{sign}", sign), (edit,), safety) if edit else None


def _sign(assessed: Assessment, labels: Labels, market: Market, language: str) -> tuple[str | None, Safety]:
    """Return the words of the label: with the advertiser, for links, or with a gap."""
    if language not in market.signs:
        return None, Safety.SHOW
    if assessed.advertiser:
        return market.signs[language].replace("{advertiser}", assessed.advertiser), Safety.REVIEW
    if assessed.evidence and all(item.link for item in assessed.evidence):
        return market.links[language], Safety.REVIEW
    gap = labels.texts["gap"].get(language, "[…]")
    return market.signs[language].replace("{advertiser}", gap), Safety.SHOW


def _instead(placed: Placed | None, sign: str, market: Market, language: str) -> Edit | None:
    """Replace a label that stands early for itself but says it in words that do not do."""
    if placed is None or placed.placement is not Placement.EARLY or placed.disclosure.hashtag:
        return None
    label = placed.disclosure.label
    if label.sentence or label.explains or placed.tier(market.code, language) is Tier.ADEQUATE:
        return None
    return Edit(placed.disclosure.span, sign)


def _stands_free(text: str, left: int, block: Block) -> bool:
    """Tell whether a paragraph begins at the edge of its page, with nothing above that belongs to it."""
    above = text[max(0, left - 200) : left].rstrip(" \t")
    return block.kind == "paragraph" and block.span.start == left and (not left or above.endswith(("\n\n", "\r\n\r\n")))


def _in_front(assessed: Assessment, sign: str) -> Edit | None:
    """Put the label before the first block of the body, behind its title, in the post's own markup."""
    source = assessed.document.source
    body = assessed.layout.body
    first = next((block for block in body if not (block.kind == "heading" and block is body[0])), None)
    markup = source.path.rpartition(".")[2].lower()
    if first is None or markup in ("html", "htm"):
        return None
    end = "\r\n" if "\r\n" in source.text else "\n"
    left = max(source.text.rfind("\n", 0, first.span.start), source.text.rfind("\r", 0, first.span.start)) + 1
    left = max(left, source.body_start)
    if markup in _BY_LINES and not _stands_free(source.text, left, first):
        return None
    words = sign if sign.endswith((".", "!")) else f"{sign}."
    plain = markup in ("txt", "text")
    line = words if plain else f"**{words}**"
    return Edit(Span(left, left), f"{line}{end}{end}")
