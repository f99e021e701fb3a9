"""Calls and pressure in English, said calmly: what one can do, gets and has until when."""

from __future__ import annotations

import re

from toneguard.languages import forms_en as forms
from toneguard.languages import nouns_en as nouns


def factual(text: str) -> str | None:
    """Return a text that has a fact or speaks of the reader, else None."""
    return text if forms.FACT.search(text) else None


def dated(text: str) -> str | None:
    """Return a text with a figure, a day or a sum, else None."""
    return text if forms.DATED.search(text) else None


def unended(text: str) -> str | None:
    """Return a statement that may take the place of a question: no question left in it, and a fact."""
    return None if re.search(r"[?!;]|\b(?:don['’]t you|right|eh)\Z", text, re.I) else factual(text)


def can_do(order: str) -> str | None:
    """Turn an order into what one can do: `Grab a ticket now for 5 May` becomes `you can get a ticket for 5 May`."""
    done = forms.ordered(order)
    if (
        done is None
        or re.search(r"[;:!?,]|[–—]|\.\s|\byourself\b|\b(?:or|and) \w+\Z", done)
        or forms.EMPTY.search(done)
        or done.count(" and ") > 1
    ):
        return None
    if re.search(
        r"\b(?:and|or) (?:we|you|i|he|she|they|get|save|pay|receive|earn|win|enjoy|see|be|let|it|that|this|"
        r"have)\b|\bbefore (?:the|our|we|your|they|someone|it)\b",
        done,
    ):
        return None
    if re.search(
        r"\A(?:\w+ ){1,2}(?:yours|it|them|one|that|this|my|these|those|me|the phone)(?:\Z| (?!\w+day\b))", done
    ):
        return None
    if nouns.NO_ORDER.match(done) or re.search(r" (?:in|it|them|one)\Z", done):
        return None
    concrete = (
        re.search(r"\A(?!bring\b|go\b)(?:\w+ ){1,3}(?:an?|your|our|the|us)\b", done) and 3 <= len(done.split()) <= 10
    )
    return f"you can {timed(done)}" if forms.DATED.search(done) or concrete else None


def if_done(text: str) -> str | None:
    """Turn an order and its gain round: `Book by Friday and save 15%` is `if you book by Friday, you save 15%`."""
    text = re.sub(
        r"(?<=\w) to (?=(?:get|save|receive|secure|lock in|claim|bag|grab|earn|enjoy) )", " and ", text, count=1
    )
    text = re.sub(r", but (?:not|only|be|you|this|that|it)\b.*\Z", "", text)
    found = forms.GAIN.match(text)
    if found is None or re.search(r"[;:!?]|[–—]", text):
        return None
    done, who = forms.ordered(found["do"]), found["who"]
    what = forms.THREAT.sub("", found["what"])
    what = re.sub(r",? (?:absolutely|completely|totally) free\b", " free", what, flags=re.I)
    if done is None or "," in done or not factual(f"{done} {what}"):
        return None
    what = what.replace("get yourself ", "get ").replace("yourself ", "")
    if re.search(r",(?!\d)|guarantee", what.lower()) or forms.EMPTY.search(what):
        return None
    if not who or who.lower() == "you":
        what = re.sub(r"\A(?:lock in|bag|grab|claim|take) ", "get ", what)
        first, _, rest = what.partition(" ")
        if first.lower() not in forms.GAINS or not rest:
            return None
        who, what = "you", f"{forms.GAINS[first.lower()]} {rest}"
    done = re.sub(rf"\b(?:before|by) midnight(?: on)? ({nouns.WEEKDAY})", r"by \1 at midnight", done)
    return f"if you {done}, {who if who[0] == 'I' else who.lower()} {what}"


def timed(done: str) -> str:
    """Say until when, not before when it is over: `order by midnight Sunday` is `order until Sunday at midnight`."""
    done = re.sub(rf"\b(?:before|by) midnight(?: on)? ({nouns.WEEKDAY})", r"until \1 at midnight", done)
    done = re.sub(rf"\b(?:before|by) ({nouns.WEEKDAY}) (?:at )?midnight", r"until \1 at midnight", done)
    done = re.sub(r"\b(?:before|by) (midnight|noon)\b", r"until \1", done)
    return nouns.DRUM.sub("", done)


def others(text: str) -> str | None:
    """Say calmly how many others did it: `900 managers have already joined` becomes `900 managers have joined`."""
    found = re.fullmatch(
        rf"(?P<who>{nouns.MANY} (?:of your )?[\w -]{{3,30}}?) (?:have|['’]ve) already (?P<what>(?!been\b)[^,;:–]+)",
        text,
        re.I,
    )
    return found and f"{found['who']} have {found['what']}"


def aimed(infinitive: str) -> str | None:
    """Return an aim that one can see reached: `make meetings shorter`; none for `make the world a better place`."""
    first = infinitive.partition(" ")[0].lower()
    if first not in nouns.CONCRETE or re.search(r"\b(?:world|difference|lives|better place|dreams?)\b", infinitive):
        return None
    return infinitive if 3 <= len(infinitive.split()) <= 12 else None


def calm(sentence: str) -> str | None:
    """Keep the clauses with facts and say orders calmly: `Hurry – book by 3 May` is `You can book by 3 May`."""
    pieces, joints = _pieces(sentence)
    kept: list[str] = []
    ordered = changed = False
    for number, piece in enumerate(pieces):
        joint = joints[number - 1].strip(" ,") if number else ""
        if kept and nouns.TIME.fullmatch(piece):
            kept[-1], changed = f"{kept[-1]} {nouns.ONLY.sub('', piece)}", True
            continue
        new = _calmed(piece, joint)
        if new is None or (new == piece and ordered and not forms.FACT.search(piece)):
            return None
        changed, ordered = changed or new != piece, ordered or bool(new and new != piece)
        if new and kept and new == piece and joint in ("and", "but"):
            kept[-1] = f"{kept[-1]}, {joint} {new}"
        elif new:
            kept.append(new)
    return _told(kept) if changed and _stands(kept, pieces, ordered=ordered) else None


def _told(kept: list[str]) -> str:
    return ". ".join(f"{piece[:1].upper()}{piece[1:]}" for piece in kept)


def _stands(kept: list[str], pieces: list[str], *, ordered: bool) -> bool:
    """Tell whether what is kept stands without what is dropped, and says something."""
    if not 1 <= len(kept) <= 2 or not (ordered or nouns.SOLID.search(" ".join(kept))):
        return False
    return kept[0] == pieces[0] or not (nouns.PRONOUN.match(kept[0]) or nouns.LEANS.search(kept[0]))


def _pieces(sentence: str) -> tuple[list[str], list[str]]:
    joints = [found[0] for found in nouns.JOINT.finditer(sentence)]
    return [piece.strip(" ,!?…") for piece in nouns.JOINT.split(sentence)], joints


def _calmed(piece: str, joint: str) -> str | None:
    """Return a clause as it may stay, nothing where it only presses, None where it cannot be told."""
    facts = forms.FACT.search(piece)
    if nouns.EMPTY_LEAD.match(piece):
        return ""
    if nouns.PRESSING.match(piece) or forms.EMPTY.search(piece):
        return None if facts else ""
    if forms.ordered(piece) is not None:
        new = if_done(piece) or can_do(piece)
        if joint == "or":
            return None
        return new or (None if facts or len(piece.split()) > 8 else "")
    whole = nouns.FINITE.match(piece) or (
        forms.CLAUSE.search(piece) and (forms.SUBJECT.match(piece) or forms.DATED.search(piece))
    )
    tied = nouns.SUBORDINATE.match(piece) or joint in ("because", "as", "or", "then")
    return piece if whole and not tied else None


def visited(text: str) -> str | None:
    """Return where or when one is welcome: `to our open day on 3 May`; none for `grow`, `on this journey`."""
    there = re.match(r"(?:to|at|on|in|from|between)\b", text, re.I)
    return text if there and factual(text) and not re.search(r"[;:–]|\bjourney\b", text) else None


def when(text: str) -> str | None:
    """Return a condition that may lead a sentence: `while you're here`."""
    found = re.match(r"(?:if|when|while|once|whenever|before|after)\b", text, re.I)
    return text if found and len(text.split()) <= 10 else None


def gained(text: str) -> str | None:
    """Return what one gets, said by its figure: `40% off all coats`, `free soup` of `our free soup`."""
    new = re.sub(r"\A(?:our|the|this|your) (?=free |\d|[$£€])", "", text, flags=re.I)
    figure = re.match(
        r"(?:up to )?(?:[$£€]\s?)?\d[\d.,]*(?: ?%)? ?(?:\w+ )?(?:off|discount|in|back|cashback)\b|free ", new
    )
    return new if figure and not re.search(r"[;:–!]", new) else None


def joined(text: str) -> str | None:
    """Let those one should join speak: `over 5,000 runners who train with us` becomes `over 5,000 runners train …`."""
    found = re.match(
        rf"(?:the |our )?(?P<who>{nouns.MANY} [\w ]+?) who(?:['’]ve| have)? (?:already )?(?P<what>.+)", text
    )
    if found is None or re.search(r"[,;:–]", found["what"]):
        return None
    has = "have " if re.search(r"who(?:['’]ve| have) ", text) else ""
    return f"{found['who']} {has}{found['what']}"


def offered(text: str) -> str | None:
    """Return what stands behind a percentage that one gets: `off all kettles`; none for `of our guests`."""
    gain = re.match(r"(?:off|more|extra|discount|cashback|back)\b", text, re.I)
    return text if gain and not re.search(r"[;:–!]|\b(?:is|are|was|were|has|have)\b", text) else None


def unpressed(text: str) -> str | None:
    """Return a clause that neither presses nor praises."""
    return None if forms.EMPTY.search(text) or nouns.PRESSING.match(text) else text


CALLS = (
    factual, dated, unended, can_do, if_done, others, aimed, calm, visited, when, gained, joined, offered,
    unpressed,
)  # fmt: skip
