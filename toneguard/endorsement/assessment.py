"""What a post says about its connections, and what a fair editor would say to that in a market."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice

from toneguard.document import Document
from toneguard.endorsement import evidence as signs
from toneguard.endorsement.disclosures import Disclosure, find, find_in
from toneguard.endorsement.evidence import Evidence
from toneguard.endorsement.labels import Label, Labels, Tier
from toneguard.endorsement.links import Networks
from toneguard.endorsement.placement import Layout, Placement
from toneguard.languages import LANGUAGES
from toneguard.persons import speaks_as_author
from toneguard.records import dataclass, replace
from toneguard.rule import Disclosing, RuleSettings
from toneguard.scan import Hit
from toneguard.source import Span, inside

FAMILY = "endorsement"
_PRINTED = Label("", None, evidence=False)
# English without a configured market: what either of these accepts is no verdict.
EITHER = ("us", "uk")
_BY_LANGUAGE = {"sv": ("se",), "da": ("dk",)}
_MISPLACED = {
    Placement.BURIED: "buried-in-hashtags",
    Placement.AFTER_LINK: "label-after-link",
    Placement.LATE: "late-label",
}
_ADVICE = ("advertiser-not-named", "unlabelled-link", "fake-independence")
_MISWORDED = ((Tier.FOREIGN, "wrong-language-label"), (Tier.WEAK, "weak-label"), (Tier.GENERAL, "sitewide-only"))
_PERSONAL = 2  # sentences in the first person singular
RULES = frozenset(
    f"{FAMILY}/{name}"
    for name in (
        *("missing-disclosure", "likely-missing", "contradiction"),
        *_MISPLACED.values(),
        *(rule for _, rule in _MISWORDED),
        *_ADVICE,
    )
)


@dataclass(frozen=True)
class Placed:
    """A disclosure and where it stands."""

    disclosure: Disclosure
    placement: Placement

    def tier(self, market: str, language: str) -> Tier:
        """Return how far its words do in a market."""
        return self.disclosure.label.tier(market, language)


@dataclass(frozen=True)
class Verdict:
    """What is wrong in a market: the rule without its family, and the disclosure it is about, if there is one."""

    rule: str
    market: str
    placed: Placed | None = None


@dataclass(frozen=True)
class Assessment:
    """A post's evidence, disclosures and denials in source order, and the markets of its readers.

    `either` says that what one of the markets accepts is no verdict, `topical` that the post is about disclosing.
    """

    document: Document
    layout: Layout
    evidence: tuple[Evidence, ...]
    disclosures: tuple[Placed, ...]
    denials: tuple[Span, ...]
    markets: tuple[str, ...]
    either: bool
    topical: bool

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What is wrong, market by market; nothing where nothing is."""
        found = (self.verdict(market) for market in self.markets)
        return tuple(verdict for verdict in found if verdict is not None)

    @cached_property
    def advertiser(self) -> str:
        """The one advertiser that the post names, or `""` when it names none or several."""
        named = [item.advertiser for item in self.evidence if item.advertiser and not item.link]
        named += [placed.disclosure.advertiser for placed in self.disclosures if placed.disclosure.advertiser]
        short = min(named, key=len, default="")
        return short if all(_same(short, name) for name in named) else ""

    @property
    def certain(self) -> bool:
        """Whether any evidence proves a connection by itself."""
        return any(item.certain for item in self.evidence)

    def verdict(self, market: str) -> Verdict | None:
        """Return what is wrong for readers of a market, or None."""
        language = self.document.language
        tiers = [(placed, placed.tier(market, language)) for placed in self.disclosures]
        adequate = [placed for placed, tier in tiers if tier is Tier.ADEQUATE]
        if any(placed.placement is Placement.EARLY for placed in adequate):
            return None
        telling = not self.topical and any(_proves(placed) for placed in self.disclosures)
        if not self.evidence and not telling:
            return None
        if self.denials and not adequate and any(item.certain and item.kind in signs.SEEN for item in self.evidence):
            return Verdict("contradiction", market)
        if adequate:
            first = adequate[0]
            return Verdict(_MISPLACED[first.placement], market, first)
        for wanted, rule in _MISWORDED:
            if placed := next((placed for placed, tier in tiers if tier is wanted), None):
                return Verdict(rule, market, placed)
        return Verdict("missing-disclosure" if self.certain else "likely-missing", market)


def _same(short: str, name: str) -> bool:
    """Tell whether a name is another one with more words: the lovely Acme is Acme."""
    return f" {short.lstrip('@').casefold()} " in f" {name.lstrip('@').casefold()} "


def _proves(placed: Placed) -> bool:
    """Tell whether a disclosure shows by itself that there is a connection; a late word alone may be any word."""
    found, label = placed.disclosure, placed.disclosure.label
    if not label.evidence or label.general:
        return False
    return found.hashtag or label.sentence or placed.placement is Placement.EARLY or bool(found.advertiser)


def assess(
    document: Document,
    hits: Mapping[str, Sequence[Hit]],
    networks: Networks,
    labels: Labels,
    told: RuleSettings,
) -> Assessment:
    """Weigh a post. `hits` are those of evidence packs by class."""
    disclosing = told.disclosing
    layout = Layout(document, disclosing.social)
    found = signs.gather(document, layout, networks, hits, disclosing)
    disclosed = list(find(document, labels, told))
    topical = bool(found or disclosed) and labels.is_topic(document)
    if topical:  # words that do not do are what it is about
        disclosed = [item for item in disclosed if item.label.adequate and not item.hashtag]
    found = _counting(_apart(found, disclosed), document, hits, disclosing, topical=topical)
    if hits.get("denial"):  # what such a post says of money is how it said no
        found = tuple(item for item in found if item.kind not in signs.TOLD)
    first_link = min((item.span.start for item in found if item.link and item.certain), default=None)
    disclosed += _explanations(found, labels, layout, first_link)
    apart = {item.span: item for item in reversed(disclosed)}.values()
    placed = [Placed(item, layout.placement(item.span, first_link)) for item in apart]
    placed += _printed(document, networks, labels, layout, first_link, told)
    markets = disclosing.markets or _BY_LANGUAGE.get(document.language, EITHER)
    return Assessment(
        document,
        layout,
        found,
        tuple(sorted(placed, key=lambda item: item.disclosure.span)),
        tuple(hit.match.sentence.to_source(hit.match.start, hit.match.end) for hit in hits.get("denial", ())),
        markets,
        not disclosing.markets and markets == EITHER,
        topical,
    )


def _counting(
    found: tuple[Evidence, ...],
    document: Document,
    hits: Mapping[str, Sequence[Hit]],
    told: Disclosing,
    *,
    topical: bool,
) -> tuple[Evidence, ...]:
    """Return the evidence that counts: a house may praise its own, and a post about the topic tells of others."""
    creator = told.publisher == "creator"
    own = told.publisher == "company" or (not creator and _own_voice(hits))
    praised = creator or bool(hits.get("praise"))
    told_of_code = any(item.kind == "anycode" for item in found)
    personal = creator or not told_of_code or _speaks_as_one(document)
    return tuple(
        item
        for item in found
        if not (own and item.kind in signs.OWN)
        and not (topical and not item.link)
        and (praised or item.kind not in signs.BESIDE_PRAISE)
        and (personal or item.kind != "anycode")
    )


def _speaks_as_one(document: Document) -> bool:
    """Tell whether the writer speaks as one person, as a seller hardly does."""
    said = (
        sentence
        for block, sentences in zip(document.blocks, document.sentences, strict=True)
        if block.language in LANGUAGES and not block.quoted
        for sentence in sentences
        if speaks_as_author(sentence)
    )
    return len(list(islice(said, _PERSONAL))) == _PERSONAL


def _apart(found: tuple[Evidence, ...], disclosed: Sequence[Disclosure]) -> tuple[Evidence, ...]:
    """Return the evidence less what a note on the whole site says: it tells of no post."""
    general = sorted(item.span for item in disclosed if item.label.general)
    return tuple(item for item in found if not inside(general, item.span.start))


def _own_voice(hits: Mapping[str, Sequence[Hit]]) -> bool:
    """Tell whether the post speaks openly as the seller, in a sentence that is no slip."""
    slips = {hit.match.sentence.span for hit in hits.get("insider", ())}
    return any(hit.match.sentence.span not in slips for hit in hits.get("own", ()))


def _explanations(
    found: tuple[Evidence, ...],
    labels: Labels,
    layout: Layout,
    first_link: int | None,
) -> list[Disclosure]:
    """Return the evidence sentences that disclose themselves: a plain one anywhere, others at the start or the end."""
    kinds = {label.explains for label in labels.explanations}
    said = [item for item in found if item.kind in kinds]
    money = any(item.kind in signs.PAYS for item in found)
    disclosed = []
    for item in said:
        sentence = layout.sentence_at(item.span.start)
        if sentence is None:
            continue
        label = _explanation(labels, item.kind, sentence.block.language, sentence.shadow)
        if label is None or (money and not label.anywhere):  # a word on the gift says nothing of the code
            continue
        early = layout.placement(sentence.span, first_link) is Placement.EARLY
        if label.anywhere or early or layout.closes(sentence.span):
            disclosed.append(Disclosure(sentence.span, sentence.text, label, item.advertiser))
    return disclosed


def _explanation(labels: Labels, kind: str, language: str, sentence: bytes) -> Label | None:
    for label in labels.explanations:
        if label.explains != kind or label.language not in ("", language):
            continue
        if label.phrase is None or label.search(sentence):
            return replace(label, language=language)
    return None


def _printed(
    document: Document,
    networks: Networks,
    labels: Labels,
    layout: Layout,
    first_link: int | None,
    told: RuleSettings,
) -> list[Placed]:
    """Return the disclosures that the theme prints: tags where they stand, the rest above the text."""
    disclosing = told.disclosing
    codes = {name.lower() for name in disclosing.shortcodes}
    found = [
        Placed(Disclosure(tag.span, tag.name, _PRINTED), layout.placement(tag.span, first_link))
        for tag in document.tags
        if tag.name.lower() in codes or networks.prints(tag.name) == "disclosure"
    ]
    top = Span(document.source.body_start, document.source.body_start + 1)
    wanted = {name.lower() for name in disclosing.frontmatter}
    if any(name in wanted and signs.is_set(value) for name, value in document.meta.items()):
        found.append(Placed(Disclosure(top, "front matter", _PRINTED), Placement.EARLY))
    if disclosing.site_wide:
        printed = find_in(disclosing.site_wide, document.language, labels, told)
        found += [Placed(replace(item, span=top), Placement.EARLY) for item in printed]
    return found
