"""From an assessment to findings: one verdict a post with its evidence inside, and advice beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from toneguard.endorsement.assessment import FAMILY, Assessment, Placed, Verdict
from toneguard.endorsement.fixes import fix
from toneguard.endorsement.labels import Labels, Market, Tier
from toneguard.endorsement.placement import Placement
from toneguard.finding import Finding, Severity
from toneguard.late import late
from toneguard.records import replace
from toneguard.rule import RuleInfo, RuleSettings
from toneguard.scan import Hit
from toneguard.source import Span

_BEFORE, _BEHIND = 15, 25  # characters around a link, on its line, in which its own label may stand
_LINK_LABEL = late(
    r"(?<!\w)(?:reklam|annons|annonce|ad|ads|advert|paid|affiliate|commission|sponsored|sponset)\w*", re.IGNORECASE
)


def findings(
    assessed: Assessment,
    labels: Labels,
    infos: Mapping[str, RuleInfo],
    told: RuleSettings,
    independent: tuple[Hit, ...],
) -> Iterator[Finding]:
    """Yield the verdict, if the rule it falls under is among `infos`, and what else may be said."""
    verdicts = assessed.verdicts
    if verdicts:
        info = infos.get(f"{FAMILY}/{verdicts[0].rule}")
        if info:
            yield _verdict(verdicts[0], assessed, labels, info, told)
    else:
        yield from _advice(assessed, labels, infos, told)
    info = infos.get(f"{FAMILY}/fake-independence")
    if info and independent and assessed.certain:
        spans = tuple(hit.match.sentence.to_source(hit.match.start, hit.match.end) for hit in independent)
        slots = _slots(assessed, labels, told) | {"match": assessed.document.source.slice(spans[0])}
        yield told.verdict(info, assessed.document.source, assessed.document.language, spans, **slots)


def _verdict(verdict: Verdict, assessed: Assessment, labels: Labels, info: RuleInfo, told: RuleSettings) -> Finding:
    source, language = assessed.document.source, assessed.document.language
    market = labels.markets[verdict.market]
    spans = [item.span for item in assessed.evidence]
    spans += [placed.disclosure.span for placed in assessed.disclosures if placed.disclosure.label.language]
    if verdict.rule == "contradiction":
        spans += assessed.denials
    slots = _slots(assessed, labels, told, market, verdict.placed)
    found = told.verdict(info, source, language, _outermost(spans), **slots)
    if offered := fix(verdict, assessed, labels, market, told):
        found = replace(found, fixes=(offered,))
    if not assessed.either or len(assessed.verdicts) > 1:
        return found
    other = next(code for code in assessed.markets if code != verdict.market)
    names = {"market": _text(market.names, language, told), "other": _text(labels.markets[other].names, language, told)}
    note = _text(labels.texts["either"], language, told).format(**names)
    return replace(found, severity=Severity.SUGGESTION, message=f"{found.message} {note}")


def _outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the ranges in order without those that lie inside another."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span.start, -span.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _text(texts: Mapping[str, str], language: str, told: RuleSettings) -> str:
    """Return a text in the language of messages, or in that of the post, or in whichever there is."""
    return texts.get(told.messages or language) or texts.get(language) or next(iter(texts.values()))


def _slots(
    assessed: Assessment, labels: Labels, told: RuleSettings, market: Market | None = None, placed: Placed | None = None
) -> dict[str, str]:
    """Return what messages may name: the sign that works, the words found, the evidence and the market."""
    language = assessed.document.language
    market = market or labels.markets[assessed.markets[0]]
    evidence = min(assessed.evidence, key=lambda item: not item.certain, default=None)  # proof before signs
    kind = labels.texts.get(f"kind.{evidence.kind if evidence else 'label'}", labels.texts["kind.label"])
    return {
        "sign": sign(assessed, market),
        "found": " ".join(placed.disclosure.text.split()) if placed else "",
        "connection": _text(kind, language, told),
        "market": _text(market.names, language, told),
    }


def sign(assessed: Assessment, market: Market) -> str:
    """Return the words to begin the post with: with the advertiser where the post names one."""
    language = assessed.document.language
    if assessed.advertiser:
        signs = market.signs.get(language) or next(iter(market.signs.values()))
        return signs.replace("{advertiser}", assessed.advertiser)
    return market.words.get(language) or next(iter(market.words.values()))


def _advice(
    assessed: Assessment, labels: Labels, infos: Mapping[str, RuleInfo], told: RuleSettings
) -> Iterator[Finding]:
    """Yield what a well-labelled post could do better."""
    source, language = assessed.document.source, assessed.document.language
    for code in assessed.markets:
        market = labels.markets[code]
        good = [
            placed
            for placed in assessed.disclosures
            if placed.placement is Placement.EARLY
            and placed.tier(code, language) is Tier.ADEQUATE
            and placed.disclosure.label.language
        ]
        slots = _slots(assessed, labels, told, market, good[0] if good else None)
        info = infos.get(f"{FAMILY}/advertiser-not-named")
        if info and market.names_advertiser and good and _nameless(assessed):
            yield told.verdict(info, source, language, (good[0].disclosure.span,), **slots)
            break
    bare = tuple(_bare_links(assessed)) if any(labels.markets[code].each_link for code in assessed.markets) else ()
    if bare and (info := infos.get(f"{FAMILY}/unlabelled-link")):
        yield told.verdict(info, source, language, bare, **_slots(assessed, labels, told))


def _nameless(assessed: Assessment) -> bool:
    """Tell whether neither label nor evidence names an advertiser; links name theirs by where they lead."""
    named = any(placed.disclosure.advertiser for placed in assessed.disclosures)
    return not named and not any(item.advertiser or item.link for item in assessed.evidence)


def _bare_links(assessed: Assessment) -> Iterator[Span]:
    """Yield the paid links that no label stands in or beside."""
    text = assessed.document.source.text
    shown = {link.span: link.text for link in assessed.document.links}
    for item in assessed.evidence:
        if item.link and item.certain:
            before = text[max(0, item.span.start - _BEFORE) : item.span.start].rpartition("\n")[2]
            behind = text[item.span.end : item.span.end + _BEHIND].partition("\n")[0]
            if not _LINK_LABEL.search(f"{before} {shown.get(item.span, '')} {behind}"):
                yield item.span
