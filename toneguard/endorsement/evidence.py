"""Evidence of a material connection: links, tags and fields that are paid for, and sentences that tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from toneguard.document import Document
from toneguard.endorsement.links import Networks
from toneguard.endorsement.placement import Layout
from toneguard.late import late
from toneguard.records import dataclass
from toneguard.rule import Disclosing
from toneguard.scan import Hit
from toneguard.source import Span

# Classes of sentences that mean nothing where a company writes about what is its own.
OWN = frozenset({"code", "anycode", "employment", "ownership", "family", "insider", "ambassador", "gift", "paid"})
# Classes that count only beside praise: people tell of work, family and gifts in posts that recommend nothing.
BESIDE_PRAISE = frozenset({"employment", "ownership", "family", "insider", "gift", "trip", "loan", "ambassador"})
# Classes by which the writer earns when readers buy.
PAYS = frozenset({"link", "rel", "tag", "code", "anycode"})
# Classes that are seen in the markup, whatever the words say, and those that are told of money only.
SEEN = PAYS | {"field"}
TOLD = frozenset({"paid", "commission"})
# Classes that say something else than that there is a connection.
ASIDE = frozenset({"praise", "denial", "own", "independence"})
_NAMES = late(r"[A-ZÅÄÖÆØ]\w+(?:[ -]\w+){0,2}")
_CODES = ("code", "anycode")
_CODE = 6  # letters
_CODE_WORD = late(r"\b(?=\w*[A-ZÅÄÖÆØ]{2})[A-ZÅÄÖÆØ\d]*(?:\d|[A-ZÅÄÖÆØ]{5})[A-ZÅÄÖÆØ\d]*\b")
_ME = late(rb"(?<!\w)(?:me|mig|mej)(?!\w)")
_UNSET = frozenset({"", "false", "no", "none", "0", "null", "off", "nej", "nei", "~", "[]"})
_SPONSORED_ATTRIBUTE = late(r"\{:?[^{}\n]{0,100}\brel=[\"']?[^\"'{}\n]{0,50}\bsponsored\b")
_SPONSORS = late(rb"(?<!\w)(?:sponsors?|sponsorer(?:na|ne)?|backers?|supporters|st\wttare)(?!\w)")
_BRACKETS = late(r"\[(\w[\w-]*+)\s([^\]\[\n]*+)\]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sign of a connection: its range in the source, its class, what it says, and whether it is proof by itself.

    `advertiser` is whom it names; `link` says that it leads the reader to what is paid for.
    """

    span: Span
    kind: str
    reason: str
    certain: bool
    advertiser: str = ""
    link: bool = False


def gather(
    document: Document, layout: Layout, networks: Networks, hits: Mapping[str, Sequence[Hit]], told: Disclosing
) -> tuple[Evidence, ...]:
    """Return all evidence in source order. `hits` are those of evidence packs by class."""
    found = [*_links(document, layout, networks), *_tags(document, networks, told), *_fields(document, networks)]
    found += [*_sentences(hits), *_addresses(document, layout)]
    return tuple(sorted(found, key=lambda item: (item.span, item.kind)))


def _links(document: Document, layout: Layout, networks: Networks) -> Iterator[Evidence]:
    for link in document.links:
        target = networks.target(link.target)
        if not target and not _says_sponsored(document, link.span, link.rel):
            continue
        block = layout.block_at(link.span.start)
        if block is not None and block.quoted:
            continue
        if target:
            reason = f"{target.network} link" + (f" to {target.merchant}" if target.merchant else "")
            yield Evidence(link.span, "link", reason, target.certain, target.merchant, link=True)
        elif not _thanks_sponsors(layout, link.span):
            yield Evidence(link.span, "rel", 'rel="sponsored"', certain=True, link=True)


def _says_sponsored(document: Document, span: Span, rel: Iterable[str]) -> bool:
    if any(value.lower() == "sponsored" for value in rel):
        return True
    return bool(_SPONSORED_ATTRIBUTE.match(document.source.text, span.end))


def _thanks_sponsors(layout: Layout, span: Span) -> bool:
    """Tell whether a link stands under a heading that speaks of sponsors: a wall of thanks recommends nothing."""
    heading = layout.heading_at(span.start)
    return heading is not None and bool(_SPONSORS.search(heading.shadow))


def _tags(document: Document, networks: Networks, told: Disclosing) -> Iterator[Evidence]:
    """Yield shortcodes and components that print paid links; WordPress writes them in single brackets."""
    named = [(tag.span, tag.name) for tag in document.tags]
    for block in document.blocks:
        found = _BRACKETS.finditer(block.text) if "[" in block.text and not block.quoted else ()
        named += [(block.to_source(*match.span()), match[1]) for match in found if "=" in match[2]]
    printing = frozenset(name.lower() for name in told.links)
    for span, name in named:
        if name.lower() in printing or networks.prints(name) == "links":
            yield Evidence(span, "tag", f"the tag “{name}” prints paid links", certain=True, link=True)


def _fields(document: Document, networks: Networks) -> Iterator[Evidence]:
    """Yield the fields of the front matter that say that a post is paid for."""
    for name, value in document.meta.items():
        means = networks.frontmatter.get(name)
        if means is None or not is_set(value):
            continue
        place = re.search(rf"(?m)^[ \t]*[\"']?{re.escape(name)}[\"']?[ \t]*[:=].*$", document.source.text, re.I)
        start, end = place.span() if place else (0, 1)
        named = "" if value.strip().lower() in ("true", "yes", "on", "ja", "1") else value.strip()
        yield Evidence(Span(start, end), "field", f"front matter says “{name}”", certain=True, advertiser=named)


def is_set(value: str) -> bool:
    """Tell whether a field of the front matter says yes or names something."""
    return value.strip().lower() not in _UNSET


def _sentences(hits: Mapping[str, Sequence[Hit]]) -> Iterator[Evidence]:
    for kind, mine in hits.items():
        for hit in mine if kind not in ASIDE else ():
            match = hit.match
            if match.block.kind in ("alt", "meta"):
                continue
            code = hit.slots.get("code", "")
            if kind in _CODES and (match.sentence.text.isupper() or (code and not _is_code(code))):
                continue
            span = match.sentence.to_source(match.start, match.end)
            named = _whole(hit.slots.get("advertiser") or hit.slots.get("brand", ""), match.sentence.text)
            told_of = kind == "code" and not code and not _CODE_WORD.search(match.sentence.text)  # but not given
            yield Evidence(span, kind, kind, certain=hit.rule.certain and not told_of, advertiser=named)


def _is_code(text: str) -> bool:
    """Tell whether capitals are a code: some hold a figure, the others are longer than a word that is shouted."""
    return len(text) >= _CODE or any(map(str.isdigit, text))


def _whole(name: str, sentence: str) -> str:
    """Return a name with the capitalised words behind it: a template takes as few as it can."""
    found = re.search(re.escape(name) + r"(?:(?: & | )[A-ZÅÄÖÆØ][\w'-]*){0,3}", sentence) if name else None
    return found.group() if found else name


def _addresses(document: Document, layout: Layout) -> Iterator[Evidence]:
    """Yield the mail addresses at which the writer answers for what the post speaks of: "mail me at eva@pagelet.se"."""
    names: set[str] = set()
    for link in document.links:
        account, at, domain = link.target.removeprefix("mailto:").partition("@")
        block = layout.block_at(link.span.start) if at and account else None
        if block is None or block.quoted:
            continue
        sentence = layout.sentence_at(link.span.start)
        if sentence is None or not _ME.search(sentence.shadow):
            continue
        name = domain.lower().rpartition(".")[0].rpartition(".")[2]
        names = names or set(_named(document))
        if name in names:
            yield Evidence(link.span, "insider", f"the writer answers at {domain}", certain=False)


def _named(document: Document) -> Iterator[str]:
    """Yield the capitalised names of the post as they stand in a domain: "Harbour Log" is harbourlog."""
    for block in document.blocks:
        for found in _NAMES.finditer(block.text):
            words = found.group().replace("-", " ").split()
            yield from ("".join(words[:count]).lower() for count in range(1, len(words) + 1))
