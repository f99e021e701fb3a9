"""News and claims in English, turned round: what is announced, counted or won becomes what there is."""

from __future__ import annotations

import re

from toneguard.languages import forms_en as forms
from toneguard.languages import nouns_en as nouns
from toneguard.languages.calls_en import factual


def many(phrase: str) -> bool:
    """Tell whether the noun that heads a phrase is a plural: `new bus stops in Leith`."""
    head = re.split(
        r",| (?:that|which|who|where|when|for|in|on|at|with|of|from|by|to|between|and|near|so|this|next|along|across|"
        r"around|about|beside|under|over|through|during|until)\b",
        phrase,
    )[0]
    if head.partition(" ")[0].lower() in forms.NUMBERS - {"one"} or re.match(r"(?!1\b)\d", head):
        return True
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
    if first in ("a", "an", "new", "more", "free") or first[:1].isdigit() or first in forms.NUMBERS:
        return text
    return None


def there(phrase: str) -> str:
    """Say that there is something: `three new routes` becomes `there are three new routes`."""
    return f"there {'are' if many(phrase) else 'is'} {phrase}"


def now_there(phrase: str) -> str:
    """Say behind `there` that something is new: `a night line` becomes `is now a night line`."""
    return f"{'are' if many(phrase) else 'is'} now {phrase}"


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
        r"(?:and )?(?:that['’]s|that is|this is|which is) (?:exactly )?why|therefore|so|and so|and|as a result|"
        r"also|now|"
        rf"(?:from|in|on|since|until|this|next|last|every|each|as of|starting) [\w ]{{2,24}}|(?:from|"
        rf"on) (?:{nouns.DATE})",
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
    return new if found and not re.search(r"[;:–]|%|,(?!\d)", new) else None


def credited(sentence: str) -> str | None:
    """Drop to whom the sender gives the credit: `Thanks to our team, leaks are down by 12%` is `Leaks are …`."""
    by = rf"(?:all )?thanks to (?:(?:the|our|their|all|of|this|its) )+[^,.;:]*?\b(?:{nouns.CREDITED})"
    start = re.match(rf"{by}(?: (?:and|of|at|in) [^,]{{1,40}})?, (?P<rest>.+)", sentence, re.I)
    if start and (forms.SUBJECT.match(start["rest"]) or nouns.FINITE.match(start["rest"])):
        return factual(start["rest"])
    end = re.fullmatch(rf"(?P<rest>.+?),? (?:and it['’]s |which is )?{by}", sentence, re.I)
    return end and factual(end["rest"])


def pressed(verbs: str) -> str | None:
    """Turn what a firm does in its own news into what we do: `launches an app` is `are launching an app`."""
    first, _, rest = verbs.partition(" ")
    verb = nouns.PRESS.get(first.lower())
    if verb == "have" and not re.search(r"\d", rest):
        return None
    return f"{verb} {rest}" if verb and rest and not forms.NAMED.search(rest.replace(" it ", " ")) else None


def thanked(text: str) -> str | None:
    """Return what one can be thanked for: `the 300 letters you sent us`; none for `this award`."""
    given = re.match(r"(?:the|all(?: of)?(?: the)?|every|each|your|more than|over)\b|\d", text, re.I)
    return text if given and re.search(r"\b(?:you|your)\b", text) and not re.search(r",(?!\d)|[;:–]", text) else None


def titled(text: str) -> str | None:
    """Return the title of an award: `named Fintech of the Year in Ayr` becomes `Fintech of the Year in Ayr`."""
    found = re.match(
        r"(?:have been |be |being |been )?(?:once again |again )?(?:named|voted|crowned|recogni[sz]ed as|"
        r"chosen as|awarded)"
        r"(?: as)?(?: the title(?: of)?)? (?P<title>[A-Z].+)",
        text,
    )
    last = r"\b(?:last|yesterday|ago|this morning|tonight|in (?:\d{4}|" + nouns.MONTHS + r")|by)\b|[,;:–]"
    of_a_year = found and re.search(r"\bof the (?:year|month|decade)\b", found["title"], re.I)
    return found["title"] if found and of_a_year and not re.search(last, found["title"]) else None


def ours(text: str) -> str:
    """Put `our` before a noun: `40 vets` becomes `our 40 vets`."""
    return f"our {re.sub(r'^(?:' + forms.PRAISE + r') ', '', text)}"


TURNS = (
    had, there, now_there, introduced, lead, sized, placed, leading, size, reached, credited, pressed, thanked,
    titled, ours,
)  # fmt: skip
