"""The language of every block: what the markup states, else its words, else the language of the document."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import repeat
from operator import itemgetter

from toneguard.document import Block, Document
from toneguard.languages import LANGUAGES
from toneguard.languages.language import words
from toneguard.languages.vote import OTHER as OTHER
from toneguard.languages.vote import Tally, tally, total
from toneguard.late import late
from toneguard.records import replace

AUTO = "auto"
_LANG = late(r"lang\s+[\w-]+")
SHORT = 6  # words: what is shorter follows the document unless its words are very clear
_IN_PATHS = LANGUAGES.keys() | words("nb nn no de nl fr fi")  # not every code: /it/ and /hr/ are departments
_NAMES = {language.name.lower(): code for code, language in LANGUAGES.items()}
_TAG = late(r"([a-z]{2,3})(?:[-_.@][a-z0-9.@_-]*)?")


def assign(document: Document, *, lang: str = "", hint: str = "") -> Document:
    """Give every block its language. `lang` decides for all; `hint` is what path or configuration say.

    A directive `lang sv` decides from where it stands to the next one; `lang auto` ends it.
    """
    if forced := normalised(lang):
        blocks = tuple(block.spoken(forced) for block in document.blocks)
        return replace(document, blocks=blocks, language=forced)
    document = _directed(document)
    tallies = [tally(block.text) for block in document.blocks]
    votes = total(tallies)
    language = _main(document, votes, normalised(document.lang) or normalised(hint))
    blocks = tuple(map(_spoken, document.blocks, tallies, repeat(language)))
    found = replace(document, blocks=blocks, language=language)
    vars(found)["words"] = votes.tokens  # the vote has counted them
    return found


def _directed(document: Document) -> Document:
    """Note on each block the language that the last directive before it states."""
    stated = [(item.span.end, item.text.split()[1]) for item in document.directives if _LANG.fullmatch(item.text)]
    if not stated:
        return document
    blocks = list(document.blocks)
    for number, block in enumerate(blocks):
        index = bisect_right(stated, block.span.start, key=itemgetter(0)) - 1
        if index >= 0 and stated[index][1] != AUTO:
            blocks[number] = replace(block, lang=stated[index][1])
    return replace(document, blocks=tuple(blocks))


def normalised(tag: str) -> str:
    """Return the language of a tag such as `sv-SE` or `en_GB`: a known code, `other`, or `""` for no tag."""
    tag = tag.strip().lower()
    if tag in _NAMES or tag == OTHER:
        return _NAMES.get(tag, OTHER)
    found = _TAG.fullmatch(tag)  # `language: Kotlin` says nothing about the prose
    if not found or found[1] in ("und", "mul"):
        return ""
    return found[1] if found[1] in LANGUAGES else OTHER


def of_block(block: Block, language: str) -> str:
    """Return a block's language; that of the document, `language`, decides when the words do not."""
    return _decided(block, tally(block.text), language)


def path_hint(path: str) -> str:
    """Return the language a path states, as in `/sv/`, `da-DK/`, `post.da.md` or `post-en.md`, or `""`."""
    *folders, name = re.split(r"[/\\]", path.lower())
    stem, *suffixes = name.split(".")
    end = [code for code in LANGUAGES if stem.endswith((f"-{code}", f"_{code}"))]
    for tag in (*reversed(suffixes), *end, *reversed(folders)):
        if re.split("[-_]", tag)[0] in _IN_PATHS and _TAG.fullmatch(tag):
            return normalised(tag)
    return ""


def _spoken(block: Block, votes: Tally, language: str) -> Block:
    return block.spoken(_decided(block, votes, language))


def _decided(block: Block, votes: Tally, language: str) -> str:
    if stated := normalised(block.lang) if block.lang else "":
        return stated
    if votes.led_by(language):
        return language
    leader, lead = votes.leader, votes.lead(language)
    if not lead or not (votes.familiar or leader == OTHER):
        return language
    if votes.words < SHORT:
        return leader if lead >= 8 and _quartered(votes, language) else language
    clear = lead >= 6 and 5 * lead >= votes.scores[leader]  # Danish has four fifths of most Norwegian votes
    return leader if clear or (lead >= 3 and _opinion(block.text) == leader) else language


def _main(document: Document, votes: Tally, stated: str) -> str:
    """Return the document's language: what is stated unless all its words say otherwise, else the leader."""
    if stated and not (votes.lead(stated) >= 40 and _quartered(votes, stated)):
        return stated
    if votes.words >= 2 * SHORT and not votes.familiar:
        return OTHER
    level = [code for code in votes.scores if votes.lead(code) < 2]
    if votes.leader != OTHER and OTHER in level:
        level.remove(OTHER)  # Norwegian has to show itself: it is Danish that posts are written in
    if len(level) == 1:
        return votes.leader
    opinion = _opinion("\n".join(block.text for block in document.blocks))
    return opinion if opinion in level else votes.leader


def _quartered(votes: Tally, language: str) -> bool:
    """Tell whether a language has at most a quarter of the leader's votes."""
    return 4 * votes.scores[language] <= votes.scores[votes.leader]


def _opinion(text: str) -> str:
    """Ask langdetect, which only a post with an open vote has to load."""
    from toneguard.languages.second_opinion import opinion

    language, probability = opinion(text)
    return normalised(language) if probability > 0.9 else ""
