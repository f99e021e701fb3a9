"""A post against the index: fingerprints propose releases, the alignment with their texts decides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from toneguard.document import Document
from toneguard.languages.vote import tally
from toneguard.newsroom.align import Paragraph, Run, Text, aligned, paragraphs
from toneguard.newsroom.fingerprints import word_spans
from toneguard.newsroom.index import MANY, Index
from toneguard.newsroom.release import Release
from toneguard.press import SPEECH
from toneguard.records import dataclass
from toneguard.source import Span

_CANDIDATES = 8
_HITS = 2  # fingerprints in common, at least
_RECURS = 3  # releases that the post has little else of: what they share is boilerplate
_LITTLE = 0.75  # of a release's fingerprints
_ROUND_UP = 30  # words that a further release adds


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words on both sides: `mine`, half-open offsets in a block of the post, and `theirs`, in the release.

    `block` is the block's index, `span` what `mine` is in the post's source. `words` counts those that no release
    before has, `said` those among them that stand in a quotation.
    """

    block: int
    mine: tuple[int, int]
    theirs: tuple[int, int]
    span: Span
    words: int
    said: int


@dataclass(frozen=True, slots=True)
class Match:
    """A release that a post copies, the passages in the post's order, and how many words they have."""

    release: Release
    passages: tuple[Passage, ...]

    @property
    def copied(self) -> int:
        """The number of words that this release has and no release before it among the matches."""
        return sum(passage.words for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a post shares with releases, the one it takes most from first; `words` are those of its body.

    Left out of them are blockquotes, blocks of fewer than four words, and boilerplate that recurs in the releases.
    """

    matches: tuple[Match, ...]
    words: int

    @property
    def copied(self) -> int:
        """The number of words that any of the releases has."""
        return sum(match.copied for match in self.matches)

    @property
    def unsaid(self) -> int:
        """The number of copied words that the post does not put into anybody's mouth."""
        return self.copied - sum(passage.said for match in self.matches for passage in match.passages)

    @property
    def share(self) -> float:
        """The part of the words that is copied, from 0 to 1."""
        return self.copied / self.words if self.words else 0.0


def compare(document: Document, index: Index, *, itself: Iterable[str] = ()) -> Comparison:
    """Compare a post with the releases of an index, paragraph by paragraph.

    `itself` are places and addresses of the post: a release that has one of them is no match, nor is one in another
    language. Raises sqlite3.Error.
    """
    body = paragraphs(document)
    found = index.having(hashed for paragraph in body for hashed in paragraph.hashes)
    recurring = _recurring(found, index)
    own = [paragraph for paragraph in body if not _boilerplate(paragraph, found, recurring)]
    mine = frozenset(itself)
    candidates = [
        release
        for release in _proposed(own, found, index)
        if mine.isdisjoint((release.place, release.url)) and tally(release.text).leader == document.language
    ]
    return Comparison(_matches(document, own, candidates), sum(len(paragraph.words) for paragraph in own))


def _recurring(found: Mapping[int, Sequence[int]], index: Index) -> set[int]:
    """Return the hashes that stand in several releases which the post has little else of."""
    hits = Counter(number for releases in found.values() for number in releases)
    shared = {number for releases in found.values() if len(releases) >= _RECURS for number in releases}
    little = {number for number, size in index.sizes(shared).items() if hits[number] < _LITTLE * size}
    return {hashed for hashed, releases in found.items() if len(little.intersection(releases)) >= _RECURS}


def _boilerplate(paragraph: Paragraph, found: Mapping[int, Sequence[int]], recurring: set[int]) -> bool:
    known = [hashed for hashed in paragraph.hashes if hashed in found]
    return 2 * sum(hashed in recurring for hashed in known) > len(known)


def _proposed(body: Sequence[Paragraph], found: Mapping[int, Sequence[int]], index: Index) -> list[Release]:
    """Return the releases that share most fingerprints, where a rare one counts more."""
    hits: Counter[int] = Counter()
    weights: defaultdict[int, float] = defaultdict(float)
    for hashed in {hashed for paragraph in body for hashed in paragraph.hashes} & found.keys():
        releases = found[hashed]
        if len(releases) > MANY:
            continue
        for number in releases:
            hits[number] += 1
            weights[number] += 1 / len(releases)
    best = sorted((number for number in weights if hits[number] >= _HITS), key=lambda number: -weights[number])
    return [index.release(number) for number in best[:_CANDIDATES]]


def _matches(document: Document, body: Sequence[Paragraph], candidates: Sequence[Release]) -> tuple[Match, ...]:
    """Choose the release that the post has most of, then the one that has most of the rest, as long as it pays."""
    left = []
    for release in candidates:
        text = Text(release.text)
        left.append((release, text, [run for paragraph in body for run in aligned(paragraph, text)]))
    taken: dict[int, set[int]] = {paragraph.index: set() for paragraph in body}
    matches: list[Match] = []
    while left:
        fresh = [(sum(len(_fresh(run, taken)) for run in runs), release, text, runs) for release, text, runs in left]
        count, release, text, runs = max(fresh, key=lambda entry: (entry[0], entry[1].origin == "", entry[1].place))
        if count < (_ROUND_UP if matches else 1):
            break
        kept = [run for run in runs if _fresh(run, taken)]
        matches.append(Match(release, tuple(_passage(document, run, text, _fresh(run, taken)) for run in kept)))
        for run in kept:
            taken[run.paragraph].update(range(run.start, run.end))
        left = [entry for entry in left if entry[0] is not release]
    return tuple(matches)


def _fresh(run: Run, taken: Mapping[int, set[int]]) -> set[int]:
    return set(range(run.start, run.end)) - taken[run.paragraph]


def _passage(document: Document, run: Run, text: Text, fresh: set[int]) -> Passage:
    block = document.blocks[run.paragraph]
    spans = document.once(("words", run.paragraph), lambda: word_spans(block.text))
    mine = spans[run.start][0], spans[run.end - 1][1]
    theirs = text.spans[run.theirs][0], text.spans[run.theirs_end - 1][1]
    speech = bool(SPEECH.match(block.text))  # a line that a dash begins
    said = sum(speech or block.quotes(spans[word][0]) for word in fresh)
    return Passage(run.paragraph, mine, theirs, block.to_source(*mine), len(fresh), said)
