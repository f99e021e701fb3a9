"""Guards: what a sentence and its neighbours must or must not be for a match to count.

Each guard is one small function over a `Match`, on plain text only, so that its verdict is the same with or
without models. Packs name them in `unless` and `only`; the first line of a docstring is what `rules guards` shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from toneguard import subjects
from toneguard.late import late
from toneguard.match import Match, any_of, selling_words
from toneguard.persons import reader_words, sender_words, speaks_as_author
from toneguard.shadow import shadow

_DASH_SPEECH = late(rb"\A[^\w\"]*- ?\w")
_SIGNED = late(rb"(?:\A|[.!?\n ])\s*-+ ?\w[^.!?]{0,60}\Z")  # – Ada, 51
_TAIL = late(rb"[,?!\"] +")
_PULLED_LENGTH = 200  # characters of a line pulled out of the text
_ENDS = (b".", b"!", b"?", b",")
_WORD = late(rb"\w")
_FIGURE = late(rb"(?<![\d.,])(?!(?:19|20)\d\d(?!\d))\d")
_DIGIT = late(rb"\d")

Guard = Callable[[Match], bool]


def _last_words(text: bytes, count: int) -> bytes:
    """Return the last words of a text, one space apart."""
    return b" ".join(text.split()[-count:])


def mentioned(match: Match) -> bool:
    """The words are talked about: scare quotes, a quoted phrase after "the phrase", a blockquote of others."""
    if match.block.quoted:
        return not _own_voice(match)
    mention = any_of(match.language.mention)
    text = match.block.shadow
    if match.quotation is None:
        return _about_words(match) or _in_mentioned_italics(match)
    start, end = match.quotation
    alone = not _WORD.search(text, 0, start) and not _WORD.search(text, end)
    if alone:  # a quotation that is a whole paragraph is said; as a list item, cell or heading it is listed
        return match.block.kind in ("item", "cell", "heading")
    announced = mention.search(_last_words(text[max(0, start - 200) : start], 5))
    if announced:
        return True
    quoted = text[start + 1 : end - 1].split()
    whole = match.block.text[start + 1 : end].lstrip()[:1].isupper()  # a whole sentence may be said by and by
    reach = 400 if whole and (len(quoted) > 8 or quoted[-1].endswith(_ENDS)) else 60
    near = text[max(0, start - reach) : start] + b" " + text[end : end + reach]
    return not any_of(match.language.speech).search(near)


def _own_voice(match: Match) -> bool:
    """Tell whether a blockquote is the sender's: said by one of its own, or a line pulled out of the text.

    A pulled line has neither quotation marks nor a name behind a dash, and nothing announces it.
    """
    text = match.block.shadow
    if any_of(match.language.insiders).search(text[:200] + b" " + text[-200:]):
        return True
    if len(text) > _PULLED_LENGTH or b'"' in text or _SIGNED.search(text):
        return False
    blocks = match.document.blocks
    before = blocks[match.block_index - 1] if match.block_index else match.block
    end = before.shadow[-120:].rstrip()
    announced = end.endswith(b":") or any_of(match.language.mention | match.language.speech).search(end)
    return not before.quoted and not announced


def _about_words(match: Match) -> bool:
    """Tell whether the sentence speaks of words: a mention word right before a quotation, a colon or the match."""
    mention = any_of(match.language.mention)
    left = match.sentence.start
    for start, _ in match.block.quotations:
        if left <= start < left + match.start and mention.search(_last_words(match.block.shadow[left:start], 2)):
            return True
    return bool(mention.search(_last_words(match.before, 3)) and re.search(rb"[:'*]\s*\Z", match.before[-3:]))


def _in_mentioned_italics(match: Match) -> bool:
    """Tell whether the match stands in italics that a mention word announces within the ten words before."""
    left = match.sentence.start + match.start
    for start, end in match.block.emphasis:
        if start <= left < end:
            before = _last_words(match.block.shadow[max(0, start - 200) : start], 10)
            return bool(any_of(match.language.mention).search(before))
    return False


def attributed_to_others(match: Match) -> bool:
    """A customer, critic or other outsider says it."""
    speech, outsiders = any_of(match.language.speech), any_of(match.language.outsiders)
    if match.quotation is not None:
        start, end = match.quotation
        near = match.block.shadow[max(0, start - 80) : start] + b" " + match.block.shadow[end : end + 80]
        return bool(speech.search(near) and outsiders.search(near))
    if _DASH_SPEECH.match(match.block.shadow):
        behind = match.sentence.start + match.end
        tail = match.block.shadow[behind : behind + 400]
        said = speech.search(tail)
        return bool(said and outsiders.search(tail[said.start() :]))
    lead, tail = match.before, match.after
    if speech.search(lead) and outsiders.search(lead):
        return True
    said = _TAIL.search(tail)  # "…, asked the conductor"
    return bool(said and speech.match(tail, said.end()) and outsiders.search(tail, said.end()))


def quoted(match: Match) -> bool:
    """The words stand in quotation marks or in a blockquote."""
    return match.block.quoted or match.quotation is not None


def negated(match: Match) -> bool:
    """A negation stands within the four words before the match, or in a gap of it."""
    negations = any_of(match.language.negations)
    if negations.search(_last_words(match.before, 4)):
        return True
    inside = negations.findall(match.sentence.shadow, match.start, match.end)
    return bool(inside) and not negations.search(shadow(match.pattern))


def denied(match: Match) -> bool:
    """A negation stands anywhere in the sentence."""
    return bool(any_of(match.language.negations).search(match.sentence.shadow))


def question(match: Match) -> bool:
    """The sentence is a question."""
    return match.sentence.shadow.rstrip(b" \"')~").endswith(b"?")


def heading(match: Match) -> bool:
    """The match stands in a heading or title."""
    return match.block.kind in ("heading", "title")


def first_paragraph(match: Match) -> bool:
    """The match stands in the first paragraph of the body."""
    return match.block_index == match.document.opening


def item(match: Match) -> bool:
    """The match stands in a list item or table cell."""
    return match.block.kind in ("item", "cell")


def conditional(match: Match) -> bool:
    """A condition (if, om, hvis) opens the clause before the match."""
    return bool(any_of(match.language.conditions).search(_last_words(match.before, 6)))


def addresses_reader(match: Match) -> bool:
    """The sentence speaks to the reader (you, du, I)."""
    return any(True for _ in reader_words(match.sentence))


def speaks_of_sender(match: Match) -> bool:
    """The sentence has we, us or our."""
    return any(True for _ in sender_words(match.sentence))


def names_sender(match: Match) -> bool:
    """The sentence names the sender: we, our, I, my, or a brand that the configuration or front matter names."""
    if any(True for _ in sender_words(match.sentence, match.brands)):
        return True
    return speaks_as_author(match.sentence)


def supported(match: Match) -> bool:
    """The paragraph backs its claim: a figure other than a year, a link or a source."""

    def find() -> bool:
        text, span = match.block.shadow, match.block.span
        proof = _FIGURE.search(text) or any_of(match.language.sources).search(text)
        return bool(proof) or any(span.overlaps(link.span) for link in match.document.links)

    return bool(match.document.once(("supported", match.block_index), find))


def selling(match: Match) -> bool:
    """The sentence or its neighbours sell: prices, orders, offers; the match itself does not count."""
    start, end = match.sentence.start + match.start, match.sentence.start + match.end
    for index in range(max(0, match.block_index - 1), min(len(match.document.blocks), match.block_index + 2)):
        reach = _selling_reach(match, index)
        if reach and (index != match.block_index or reach[0] < start or reach[1] > end):
            return True
    return False


def _selling_reach(match: Match, index: int) -> tuple[int, int] | None:
    """Return where the first selling word of a block begins and the last one ends, or None without any."""

    def find() -> tuple[int, int] | None:
        found = [word.span() for word in selling_words(match.language).finditer(match.document.blocks[index].shadow)]
        return (found[0][0], found[-1][1]) if found else None

    reach: tuple[int, int] | None = match.document.once(("selling", match.language.code, index), find)
    return reach


def figures(match: Match) -> bool:
    """The sentence has a figure: an amount, a date, a count."""
    return bool(_DIGIT.search(match.sentence.shadow))


def tutorial(match: Match) -> bool:
    """The block or its neighbours teach: code, commands, steps; we is the author and the reader."""
    return b"^" in match.sentence.shadow or len(match.nearby("lessons", any_of(match.language.lessons))) >= 3


def exclaimed(match: Match) -> bool:
    """The sentence ends with an exclamation mark."""
    return match.sentence.shadow.rstrip(b" \"')~^").endswith(b"!")


GUARDS: dict[str, Guard] = {
    "mentioned": mentioned,
    "attributed-to-others": attributed_to_others,
    "quoted": quoted,
    "negated": negated,
    "denied": denied,
    "question": question,
    "heading": heading,
    "first-paragraph": first_paragraph,
    "item": item,
    "conditional": conditional,
    "addresses-reader": addresses_reader,
    "speaks-of-sender": speaks_of_sender,
    "names-sender": names_sender,
    "supported": supported,
    "selling": selling,
    "figures": figures,
    "tutorial": tutorial,
    "exclaimed": exclaimed,
    "apology": subjects.apology,
    "safety": subjects.safety,
    "mourning": subjects.mourning,
    "charity": subjects.charity,
    "hiring": subjects.hiring,
    "release-notes": subjects.release_notes,
    "interface": subjects.interface,
    "directions": subjects.directions,
    "engineering": subjects.engineering,
}
