"""The verdict that a post is a release of the newsroom, published again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from toneguard.document import Document
from toneguard.finding import Finding, Related
from toneguard.newsroom.index import Index
from toneguard.newsroom.matching import Comparison, compare
from toneguard.newsroom.release import addresses
from toneguard.packs import PackRule
from toneguard.press import belongs, skeleton
from toneguard.rule import RuleSettings
from toneguard.scan import Hit
from toneguard.source import Span


def reposted(
    document: Document,
    hits: Mapping[str, Sequence[Hit]],
    rule: PackRule,
    told: RuleSettings,
    index: Index,
    place: str,
) -> Finding | None:
    """Return the verdict on a post, or None. `hits` are signals of a release by class, `place` is the post's own path.

    Raises sqlite3.Error.
    """
    if told.newsroom or belongs(document, hits):
        return None
    found = compare(document, index, itself=(place, *addresses(document)))
    if found.unsaid < rule.at_least or found.share < rule.share * told.dose(rule.info):
        return None
    names = "; ".join(match.release.name for match in found.matches)
    share = f"{round(100 * found.share)}{'%' if document.language == 'en' else ' %'}"
    verdict = told.verdict(rule.info, document.source, document.language, _spans(found), share=share, release=names)
    section = rule.sections.get(document.language)
    fixes = (skeleton(document, hits, section.skeleton, _link(found)),) if section else ()
    return replace(verdict, fixes=fixes, related=_related(found))


def _link(found: Comparison) -> str:
    release = found.matches[0].release
    return release.url or release.place


def _spans(found: Comparison) -> tuple[Span, ...]:
    return tuple(sorted({passage.span for match in found.matches for passage in match.passages}))


def _related(found: Comparison) -> tuple[Related, ...]:
    pairs = [(passage, match.release) for match in found.matches for passage in match.passages]
    return tuple(
        Related(passage.span, release.url or release.place, release.title, release.date, passage.text)
        for passage, release in sorted(pairs, key=lambda pair: pair[0].span)
    )
