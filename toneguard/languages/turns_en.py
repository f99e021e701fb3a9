"""Turns of English sentences: what we announce, claim, count and order becomes what there is and what you can do."""

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
    if nouns.NO_ORDER.match(done) or done.endswith(" in"):
        return None
    concrete = re.search(r"\A(?!bring\b)(?:\w+ ){1,3}(?:an?|your|our|the|us)\b", done) and 3 <= len(done.split()) <= 10
    return f"you can {timed(done)}" if forms.DATED.search(done) or concrete else None


def if_done(text: str) -> str | None:
    """Turn an order and its gain round: `Book by Friday and save 15%` is `if you book by Friday, you save 15%`."""
    text = re.sub(r"(?<=\w) to (?=(?:get|save|receive|secure|lock in|claim|bag|grab|earn|enjoy) )", " and ", text, count=1)
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
    return re.sub(r"\b(?:just|only) (?=[$£€]?\d)", "", done)


def many(phrase: str) -> bool:
    """Tell whether the noun that heads a phrase is a plural: `new bus stops in Leith`."""
    head = re.split(
        r",| (?:that|which|who|where|when|for|in|on|at|with|of|from|by|to|between|and|near|so|this|next)\b", phrase
    )[0]
    return bool(re.search(r"(?<![siu'’])s\Z", head.split()[-1] if head.split() else ""))


def had(phrase: str) -> str | None:
    """Turn what is announced into what there is: `our new menu for children` is `a new menu for children`."""
    text = re.sub(r"\A(?:the (?:launch|introduction|arrival) of|yet) ", "", phrase)
    head = re.split(r",| (?:that|which|for|in|on|at|with|of|from|by|to|between)\b", text)[0].lower()
    if head.split()[-1:] and head.split()[-1] in nouns.HAPPENS:
        return None
    found = re.match(rf"(?P<count>(?:our|its) {nouns.MANY} .+)|(?:our|its) (?P<first>\w+) (?P<rest>.+)", text, re.I)
    if found and found["count"]:
        return text.partition(" ")[2]
    if found and found["first"].lower() in ("new", "brand-new", "latest", "newest"):
        new = f"new {found['rest']}"
        return new if many(new) else f"a {new}"
    if found and found["first"].lower() in ("network", "fleet", "range", "team", "chain", "collection", "archive"):
        return f"a {found['first']} {found['rest']}"
    first = text.partition(" ")[0].lower()
    if first in ("a", "an", "new", "more", "free") or first[0].isdigit() or first in forms.NUMBERS:
        return text
    return None


def introduced(text: str) -> str | None:
    """Turn a name and what stands beside it into a sentence: `Quay, a block of 84 flats` is `Quay is a block of …`."""
    found = re.match(
        r"(?P<name>[A-Z0-9][\w&'’-]*(?: (?:(?:and|of|the|&) )?[A-Z0-9][\w&'’-]*){0,4}), "
        r"(?P<article>an?|the (?:first|ultimate|new|only)|our(?: brand)?[ -]new|our) (?P<rest>.+)",
        text,
    )
    if found is None or re.search(r"\b(?:most|best|finest|greatest|ever)\b", found["rest"]) or "!" in found["rest"]:
        return None
    article, rest = found["article"], found["rest"]
    rest = (forms.without(forms.PRAISED, f"a {rest}") or f"a {rest}")[1:].strip().removeprefix("n ")
    if article in ("a", "an", "the ultimate"):
        return f"{found['name']} is {forms.article(rest)}"
    return f"{found['name']} is {article} {rest}"


def lead(text: str) -> str | None:
    """Return how a sentence is tied to the one before, or when it happens: `That's why`, `In May`."""
    tied = re.fullmatch(
        r"(?:and )?(?:that['’]s|that is|this is|which is) (?:exactly )?why|therefore|so|and so|and|as a result|also|now|"
        rf"(?:from|in|on|since|until|this|next|last|every|each|as of|starting) [\w ]{{2,24}}|(?:from|on) (?:{nouns.DATE})",
        text.strip(" ,"),
        re.I,
    )
    return text if tied else None


def sized(text: str) -> str | None:
    """Keep the figure of a claim: `the leading gym in Ayr with 900 members` becomes `900 members in Ayr`."""
    claim, with_, figure = re.split(r",? (with) ", text, maxsplit=1) if " with " in text else (text, "", "")
    found = nouns.SIZE.match(figure)
    if not with_ or not found or not nouns.LEADING.search(claim) or re.search(r"[,;:–]", claim + found["after"]):
        return None
    return f"{found['size']}{found['after']}{placed(claim)}"


def placed(claim: str) -> str | None:
    """Return where a claim holds, with a space before it: ` in Ayr`; nothing where it names no place."""
    found = nouns.PLACED.search(claim)
    return f" in {found[1].strip()}" if found else ""


def leading(claim: str) -> str | None:
    """Return where a claim of being the best holds; none where it claims something else."""
    return placed(claim) if nouns.LEADING.search(claim) and not re.search(r"[,;:–]|\d", claim) else None


def size(text: str) -> str | None:
    """Return how many of something there are: `more than 3,000 members`; none for `a passion for tea`."""
    return text if nouns.SIZE.fullmatch(text) else None


def reached(text: str) -> str | None:
    """Return what a milestone counts: `the milestone of 1 million users` becomes `1 million users`."""
    new = re.sub(
        rf"\A(?:(?:a|an|the|our|another) )?(?:[\w-]+ ){{0,2}}(?:milestone|mark)(?: of|:| [–-]) (?={nouns.MANY})",
        "",
        text,
    )
    new = re.sub(r"\A(?:an? (?:[\w-]+ )?|the |our )(?=\d)", "", new)
    new = re.sub(r"\A(\d[\d,.]*)[ -](\w+?)s? mark\b", r"\1 \2s", new)
    found = re.match(rf"{nouns.MANY} (?!years|days|months|weeks)[a-z]\w+", new)
    return new if found and not re.search(r"[;:–]|%", new) else None


def credited(sentence: str) -> str | None:
    """Drop to whom the sender gives the credit: `Thanks to our team, leaks are down by 12%` is `Leaks are …`."""
    by = rf"(?:all )?thanks to (?:(?:the|our|their|all|of|this|its) )+[^,.;:]*?\b(?:{nouns.CREDITED})"
    start = re.match(rf"{by}(?: (?:and|of|at|in) [^,]{{1,40}})?, (?P<rest>.+)", sentence, re.I)
    if start and (forms.SUBJECT.match(start["rest"]) or re.match(r"\w+ (?:is|are|has|have|can)\b", start["rest"])):
        return factual(start["rest"])
    end = re.fullmatch(rf"(?P<rest>.+?),? (?:and it['’]s |which is )?{by}", sentence, re.I)
    return end and factual(end["rest"])


def pressed(verbs: str) -> str | None:
    """Turn what a firm does in its own news into what we do: `launches an app` is `are launching an app`."""
    first, _, rest = verbs.partition(" ")
    verb = nouns.PRESS.get(first.lower())
    return f"{verb} {rest}" if verb and rest and not forms.NAMED.search(rest.replace(" it ", " ")) else None


def aimed(infinitive: str) -> str | None:
    """Return an aim that one can see reached: `make meetings shorter`; none for `make the world a better place`."""
    first = infinitive.partition(" ")[0].lower()
    if first not in nouns.CONCRETE or re.search(r"\b(?:world|difference|lives|better place|dreams?)\b", infinitive):
        return None
    return infinitive if 3 <= len(infinitive.split()) <= 12 else None


def calm(sentence: str) -> str | None:
    """Keep the clauses with facts and say calmly what they order: `Hurry – book by 3 May!` is `You can book by 3 May`."""
    pieces, joints = _pieces(sentence)
    kept: list[str] = []
    changed = False
    for number, piece in enumerate(pieces):
        joint = joints[number - 1] if number else ""
        new = _calmed(piece, joint)
        if new is None:
            return None
        changed = changed or new != piece
        if new:
            if kept and nouns.PRONOUN.match(new) is None and joint.strip(" ,") in ("and", "but") and new == piece:
                kept[-1] = f"{kept[-1]}{joint}{new}"
            else:
                kept.append(new)
    if not changed or not 1 <= len(kept) <= 2 or not forms.FACT.search(" ".join(kept)):
        return None
    if kept[0] != pieces[0] and (nouns.PRONOUN.match(kept[0]) or nouns.LEANS.search(kept[0])):
        return None
    return ". ".join(f"{piece[:1].upper()}{piece[1:]}" for piece in kept)


def _pieces(sentence: str) -> tuple[list[str], list[str]]:
    joints = [found[0] for found in nouns.JOINT.finditer(sentence)]
    return [piece.strip(" ,!?…") for piece in nouns.JOINT.split(sentence)], joints


def _calmed(piece: str, joint: str) -> str | None:
    """Return a clause as it may stay, nothing where it only presses, None where it cannot be told."""
    facts = forms.DATED.search(piece)
    if nouns.EMPTY_LEAD.match(piece):
        return ""
    if nouns.PRESSING.match(piece) or forms.EMPTY.search(piece):
        return None if facts else ""
    if forms.ordered(piece) is not None:
        new = if_done(piece) or can_do(piece)
        if joint.strip(" ,") == "or":
            return None
        return new or (None if facts or len(piece.split()) > 8 else "")
    whole = forms.CLAUSE.search(piece) and (len(piece.split()) >= 4 or forms.SUBJECT.match(piece))
    return piece if whole and joint.strip(" ,") not in ("because", "as", "or", "then") else None


def thanked(text: str) -> str | None:
    """Return what one can be thanked for: `the 300 letters you sent us`; none for `this award`."""
    given = re.match(r"(?:the|all(?: of)?(?: the)?|every|each|your|more than|over)\b|\d", text, re.I)
    return text if given and re.search(r"\b(?:you|your)\b", text) and not re.search(r",(?!\d)|[;:–]", text) else None


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
    figure = re.match(r"(?:up to )?(?:[$£€]\s?)?\d[\d.,]*(?: ?%)? ?(?:\w+ )?(?:off|discount|in|back|cashback)\b|free ", new)
    return new if figure and not re.search(r"[;:–!]", new) else None


def titled(text: str) -> str | None:
    """Return the title of an award: `named Fintech of the Year in Ayr` becomes `Fintech of the Year in Ayr`."""
    found = re.match(
        r"(?:have been |be |being |been )?(?:once again |again )?(?:named|voted|crowned|recogni[sz]ed as|chosen as|awarded)"
        r"(?: as)?(?: the title(?: of)?)? (?P<title>[A-Z].+)",
        text,
    )
    last = r"\b(?:last|yesterday|ago|this morning|tonight|in (?:\d{4}|" + nouns.MONTHS + r")|by)\b|[,;:–]"
    return found["title"] if found and not re.search(last, found["title"]) else None


def joined(text: str) -> str | None:
    """Let those one should join speak: `over 5,000 runners who train with us` becomes `over 5,000 runners train …`."""
    found = re.match(rf"(?:the |our )?(?P<who>{nouns.MANY} [\w ]+?) who(?:['’]ve| have)? (?:already )?(?P<what>.+)", text)
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


def ours(text: str) -> str:
    """Put `our` before a noun: `40 vets` becomes `our 40 vets`."""
    return f"our {re.sub(r'^(?:' + forms.PRAISE + r') ', '', text)}"


TURNS = (
    factual, dated, unended, can_do, if_done, had, introduced, lead, sized, placed, leading, size, reached, credited,
    pressed, aimed, calm, thanked, visited, when, gained, ours, titled, joined, offered,
    unpressed,
)  # fmt: skip
