"""The verdict that a post is a release of the newsroom, published again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toneguard.document import Document
from toneguard.finding import Finding, Fix, Related
from toneguard.formats import PLAIN
from toneguard.languages import detect
from toneguard.newsroom.index import Index
from toneguard.newsroom.matching import Comparison, compare
from toneguard.newsroom.release import Release, addresses
from toneguard.packs import PackRule
from toneguard.press import belongs, skeleton
from toneguard.records import replace
from toneguard.rule import RuleSettings
from toneguard.scan import Hit
from toneguard.source import Source, Span


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
    found = compare(document, index, itself=itself(document, place))
    if not is_repost(found, rule, told.dose(rule.info)):
        return None
    names = "; ".join(match.release.name for match in found.matches)
    share = f"{round(100 * found.share)}{'%' if document.language == 'en' else ' %'}"
    verdict = told.verdict(rule.info, document.source, document.language, _spans(found), share=share, release=names)
    section = rule.sections.get(document.language)
    fixes = (_skeleton(document, hits, section.skeleton, found.matches[0].release),) if section else ()
    return replace(verdict, fixes=fixes, related=_related(found))


def itself(document: Document, place: str) -> tuple[str, ...]:
    """Return by what a release is known to be the post itself: its place, and where it says it is published."""
    return (place, *addresses(document))


def is_repost(found: Comparison, rule: PackRule, dose: float = 1.0) -> bool:
    """Tell whether a post shares enough with the releases, and not only what somebody is quoted with."""
    return found.unsaid >= rule.at_least and found.share >= rule.share * dose


def _skeleton(document: Document, hits: Mapping[str, Sequence[Hit]], template: str, release: Release) -> Fix:
    """Return the skeleton of a post with the release's facts; who speaks and where stands in the post's signals."""
    whole = detect.assign(PLAIN.parse(Source(release.text)), lang=document.language)
    found = skeleton(whole, hits, template, {"what": release.title, "link": release.link})
    start = document.source.body_start
    return replace(found, edits=tuple(replace(edit, span=Span(start, start)) for edit in found.edits))


def _spans(found: Comparison) -> tuple[Span, ...]:
    return tuple(sorted({passage.span for match in found.matches for passage in match.passages}))


def _related(found: Comparison) -> tuple[Related, ...]:
    pairs = [(passage, match.release) for match in found.matches for passage in match.passages]
    return tuple(
        Related(
            passage.span,
            release.link,
            release.title,
            release.date,
            release.text[slice(*passage.theirs)],
        )
        for passage, release in sorted(pairs, key=lambda pair: pair[0].span)
    )
