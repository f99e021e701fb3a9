"""The grammar of English for rewriting."""

from __future__ import annotations

import re

from toneguard.languages import forms_en as forms
from toneguard.languages.grammar import Grammar
from toneguard.languages.language import words

_AN_HEARD = re.compile(r"(?:hour|honest|honou?r|heir|x-ray|mba|nhs|rsvp|sms|f1|8|11\b|18\b|[aeiou])", re.I)
_A_HEARD = re.compile(r"(?:uni(?!n|m)|use|usu|util|euro|ewe|one\b|once|u[kn]\b|usb)", re.I)
_DAY = r"mon|tues|wednes|thurs|fri|satur|sun"
_FACT = re.compile(
    rf"\d|[$£€%]|\b(?i:you (?:can|get|have|pay|will)|free|{'|'.join(sorted(forms.NUMBERS))})\b|"
    rf"\b(?:in|at|from|to|near|for|on|by|until|of) (?:the )?[A-Z][a-z]|\b(?i:(?:{_DAY})day|midnight|noon|o['’]clock)\b"
)
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|can|will|would|may|must|do|does|did|costs?|opens?|closes?|ends?|starts?|runs?|"
    r"remain|remains|get|gets|go|goes|take|takes|come|comes|sell|sells|make|makes|bake|bakes|mend|mends|keeps?|gives?|"
    r"returns?|holds?|\w{3,}ed)\b|['’](?:re|ve|ll|s|m|d)\b|n['’]t\b",
    re.I,
)
_EMPTY = re.compile(forms.EMPTY_TAIL, re.I)
_PRAISED = re.compile(
    rf"(?<![\w-])(?<!most )(?<!more )(?<!as )(?:(?:{forms.INTENSE}) )?(?:{forms.PRAISE})(?:(?:, | and |, and )(?:{forms.PRAISE}))*,? (?=([a-z][\w’'-]+))"
)
_HYPED = re.compile(rf"(?<![\w-])(?:(?:{forms.INTENSE}) )?(?:{forms.HYPE})(?:(?:, | and )(?:{forms.HYPE}))*,? (?=(\w[\w’'%-]*|[$£€]))")
_NO_NOUN = words("""
    and or but as at in on of to for from with by is are was were be when where while because that this than about who
    which what how if so too enough it we you they he she i not the a an my our your their his its will can has have had
    name names reputation force voice authority leader leaders leadership pioneer innovator innovators player way thing
    all across among after before since throughout within without during into over under until more
""")
_ARTICLE = re.compile(r"\b(a|an)( )(\w[\w-]*)", re.I)
_NAMED = re.compile(r"\b(?:it|itself|they|them|their|themselves|who|he|she)\b", re.I)
_URGENT = re.compile(
    r",? (?:right now|now|today only|this minute|this very minute|this instant|at once|immediately|without delay|right away|straight away|"
    r"asap|while you (?:still )?can|before it['’]s (?:too late|gone)|before they['’]re (?:all )?gone|fast|quickly|quick)(?= |,|$)",
    re.I,
)
_GAIN = re.compile(
    r"\A(?P<do>.+?),? and (?P<who>we['’]ll|we will|you['’]ll|you will|you can|you|i['’]ll|i will|)\s?\b(?P<what>.+)\Z", re.I
)
_GAINS = {"get": "get", "save": "save", "receive": "get", "enjoy": "get", "pay": "pay", "earn": "earn", "win": "win",
    "pocket": "get", "have": "have"}  # fmt: skip
_CONNECTOR = re.compile(rf"(?:{forms.CONNECTORS})(?:, | )", re.I)
_LEANS = re.compile(rf"(?:{forms.LEANS})(?!['’\w-])", re.I)
_LEANS_LATER = re.compile(
    r"(?:if|when|because|as|once|since|while|after|before|with|for|to|in|of|by|from|at|on|behind|inside) "
    r"(?:it|they|them|this|that|these|those|he|she)\b(?! (?:week|month|year|morning|summer|spring|winter|autumn|season))",
    re.I,
)
_DUMMY = re.compile(forms.DUMMY, re.I)
_SUBJECT = re.compile(
    r"(?:we|you|i|the|a|an|our|your|my|all|every|each|both|some|no|this|these|most|many|more|it|there|from|on|in|at|"
    r"customers|members|tickets|people|doors|bread|children|delivery|entry|anyone|everyone|\d)\b|[A-Z]",
    re.I,
)


def article(word: str) -> str:
    """Return a word with its indefinite article: `app` becomes `an app`, `university` becomes `a university`."""
    heard = _AN_HEARD.match(word) and not _A_HEARD.match(word)
    return f"{'an' if heard else 'a'} {word}"


def _with_articles(text: str) -> str:
    """Put every indefinite article right."""

    def right(found: re.Match[str]) -> str:
        new = article(found[3])
        return new[:1].upper() + new[1:] if found[1][0] == "A" and found[3][:1].islower() else new

    return _ARTICLE.sub(lambda found: right(found) if found[1] != "A" or found.start() == 0 else found[0], text)


def _without(pattern: re.Pattern[str], text: str) -> str | None:
    """Drop adjectives before a noun, and put the articles before them right."""

    def drop(found: re.Match[str]) -> str:
        return found[0] if found[1].lower() in _NO_NOUN or found[1].lower().endswith("ly") else "\0"

    marked = pattern.sub(drop, text)
    if "\0" not in marked:
        return None
    fixed = re.sub(r"\b([Aa])n?( )\0(\w[\w-]*)", lambda f: (a := article(f[3])) and f[1] + a[1:], marked)
    return fixed.replace("\0", "")


def unpraised(sentence: str) -> str | None:
    """Drop praise before nouns where a fact stays: `an award-winning bakery in Hull` becomes `a bakery in Hull`."""
    new = _without(_PRAISED, sentence)
    return factual(headed(new) or new) if new else None


def unhyped(sentence: str) -> str | None:
    """Drop hype before nouns and figures where a fact stays: `an insane $79` becomes `$79`."""
    spare = re.sub(
        rf"\b(?:an?|some|the|our) (?:{forms.INTENSE})? ?(?:{forms.HYPE}) (?=[$£€]?\d)", "", sentence, flags=re.I
    )
    new = spare if spare != sentence else _without(_HYPED, sentence)
    return factual(headed(new) or new) if new else None


def counted(sentence: str) -> str | None:
    """Let a number stand for itself: `There are only five rooms left` becomes `There are five rooms left`."""
    new = re.sub(
        r"\b(?:only|just|a mere) (?=(?:the )?(\d|\w+))",
        lambda f: "" if f[1].isdigit() or f[1].lower() in forms.NUMBERS else f[0],
        sentence,
        flags=re.I,
    )
    return (headed(new) or new) if new != sentence else None


def factual(text: str) -> str | None:
    """Return a text that has a fact or speaks of the reader, else None."""
    return text if _FACT.search(text) else None


def main(clause: str) -> str | None:
    """Return a clause that can stand as a sentence: `our shop opens at nine`; none for `with all of you`."""
    if not _SUBJECT.match(clause) or len(clause.split()) < 3 or clause.lower().startswith(("at last", "on behalf")):
        return None
    return clause


def own(verbs: str) -> str | None:
    """Let a sender speak of itself as we: `has moved its shop` becomes `have moved our shop`."""
    if _NAMED.search(verbs):
        return None
    return re.sub(r"\bits\b", "our", verbs)


def itself(clause: str) -> str | None:
    """Let a clause about the sender begin with we: `it has moved its shop` becomes `we have moved our shop`."""
    found = re.match(r"(?:it|they) (has|have|is|are|was|were|will|can|had|would) (.+)", clause, re.I)
    if found is None:
        return main(clause) if not re.match(r"(?:it|they|its|their)\b", clause, re.I) else None
    rest = own(found[2])
    verb = {"has": "have", "is": "are", "was": "were"}.get(found[1].lower(), found[1].lower())
    return rest and f"we {verb} {rest}"


def deed(infinitive: str) -> str | None:
    """Turn an infinitive into what we do: `launch an app` is `are launching an app`, `support a club` stays."""
    text = re.sub(r"\A(?:finally|now|also|once again|again|once more|today|officially|be able to) (?=\w)", "", infinitive)
    can = "can " if infinitive.startswith("be able to ") else ""
    first, _, rest = text.partition(" ")
    if not rest:
        return None
    if can:
        return can + text if first in forms.HABITS or first in forms.EVENTS else None
    if first == "be":
        named = rest.split()[0]
        return f"{'have been' if named in forms.HONOURED else 'are'} {rest}"
    if first == "have":
        return text
    for phrase, new in forms.EVENTS.items():
        if text.startswith(f"{phrase} "):
            return f"are {new}{text[len(phrase) :]}"
    found = re.match(r"(?:announce|share|confirm|celebrate|report) ((?:\w+ ){2,4}?(?:of|with|to)) (.+)", text)
    if found and found[1] in forms.NOMINAL:
        return f"{forms.NOMINAL[found[1]]} {found[2]}"
    return text if first in forms.HABITS else None


def deed_i(infinitive: str) -> str | None:
    """Turn an infinitive into what I do: `be joining a choir` is `am joining a choir`."""
    done = deed(infinitive)
    return done and re.sub(r"\Aare ", "am ", done)


def deed_then(infinitive: str) -> str | None:
    """Turn an infinitive behind a past feeling into what happened: `be named X` is `were named X`."""
    found = re.match(r"be (?:finally |once again |again )?((\w+) .+)", infinitive)
    return f"were {found[1]}" if found and found[2] in forms.HONOURED else None


def gerund(text: str) -> str | None:
    """Turn a gerund into a verb: `answering every letter` becomes `answer every letter`."""
    first, _, rest = text.partition(" ")
    base = forms.GERUNDS.get(first.lower())
    return f"{base} {rest}" if base and rest and " and " not in rest[:20] else None


def norm(clause: str) -> str | None:
    """Return a clause that says what should be; an opinion would become a claim."""
    return main(clause) if re.search(r"\b(?:should|must|needs? to|ought to|deserves?)\b", clause) else None


def yours(text: str) -> str | None:
    """Turn what customers do into what you do: `track their parcels` becomes `track your parcels`."""
    if re.search(r"\b(?:they|them|themselves|theirs|who|we|us)\b", text, re.I):
        return None
    return re.sub(r"\btheir\b", "your", text)


def single(noun: str) -> str | None:
    """Return a short noun phrase in the singular: `open day`; none for `open days`, `open day, talk`."""
    plural = re.search(r"(?<![su'’i])s\Z", noun) or re.search(r"\b(?:and|of|for|that|which|who|to)\b|,", noun)
    return None if plural or len(noun.split()) > 5 else noun


def short(text: str) -> str | None:
    """Return a phrase behind which another may follow: at most nine words without a comma."""
    return text if len(text.split()) <= 9 and not re.search(r"[,;:–]|\b(?:that|which|because|so)\b", text) else None


def bare(text: str) -> str | None:
    """Return a text without a mark inside, so that it is one phrase."""
    return text if not re.search(r"[,;:–—!?]", text) else None


def thing(word: str) -> str | None:
    """Return a word that can begin what one gets, none for `in` or `with`."""
    return None if word.lower() in _NO_NOUN - {"a", "an", "the", "our", "your", "all", "more", "this"} else word


def _order(text: str) -> str | None:
    """Return an order as its calm verb and the rest: `Grab a seat now` is `get a seat`."""
    text = re.sub(r"\A(?:so|and|please|just|now|then|do|go on,?|quick,?|hurry,?) (?=\w)", "", text, flags=re.I)
    for size in (3, 2, 1):
        verb = " ".join(text.lower().split()[:size])
        if verb in forms.IMPERATIVES and not re.match(r"['’-]", text[len(verb) : len(verb) + 1]):
            rest = _URGENT.sub("", text[len(verb) :])
            rest = re.sub(r"\bbefore (the|our) (\w+) (?:runs (?:dry|out)|is empty)\b", r"while \1 \2 lasts", rest)
            return f"{forms.IMPERATIVES[verb]}{rest}"
    return None


def can_do(order: str) -> str | None:
    """Turn an order with a fact into what one can do: `Grab your ticket now at the box office on Monday`."""
    done = _order(order)
    if done is None or not re.search(r"\d|[$£€%]|(?<=[a-z] )[A-Z][a-z]", done) or re.search(r"[;:!?]|[–—]|\.\s", done):
        return None
    if re.search(r",|\b(?:and|or) (?:we|you|get|save|don['’]t|do not|see|be|spend|risk|regret|miss|wait|thank|never|pay)\b", done):
        return None
    if re.match(r"\w+ (?:yours?|it|them|one|that|this) ?(?:\Z|now|before|or)", done) or _EMPTY.search(done):
        return None
    return f"you can {done}"


def if_done(text: str) -> str | None:
    """Turn an order and its gain round: `Book by Friday and save 15%` is `if you book by Friday, you save 15%`."""
    found = _GAIN.match(text)
    if found is None or re.search(r"[;:!?]|[–—]", text):
        return None
    done, who, what = _order(found["do"]), found["who"], found["what"]
    if done is None or "," in done or len(done.split()) < 2 or not factual(done + what):
        return None
    if not who or who.lower() == "you":
        what = re.sub(r"\A(?:lock in|bag|grab|claim|take) ", "get ", what)
        first, _, rest = what.partition(" ")
        if first.lower() not in _GAINS or not rest:
            return None
        who, what = "you", f"{_GAINS[first.lower()]} {rest}"
    return f"if you {done}, {who if who[0] == 'I' else who.lower()} {what}"


def sound(head: str) -> str | None:
    """Return a clause that can stand alone and has a fact: `We have four rooms`; none for `Tribunals have no mercy`."""
    if len(head.split()) < 4 or not _CLAUSE.search(head) or not _FACT.search(head) or _EMPTY.search(head):
        return None
    return head


def headed(sentence: str) -> str | None:
    """Drop a last clause that only presses or praises: `We have four rooms, so hurry` becomes `We have four rooms`."""
    for found in reversed(list(re.finditer(r", (?:so|and|because|but|or|as) |; | [–—-] |: |, ", sentence))):
        head, tail, link = sentence[: found.start()], sentence[found.end() :], found[0].strip(" ,")
        if not sound(head) or re.search(r"\d|[A-Z][a-z]+ [A-Z]", tail):
            return None
        if link in ("", ":"):
            continue
        if link in ("so", "but") and re.match(forms.PRESSES, tail, re.I):
            return head
        clause = re.match(
            r"(?:we|it|they|that|this|you|i|you['’]ll|it['’]s|we['’]re|they['’]re|they['’]ll|i['’]d|we['’]d|you['’]d|nobody|no one|"
            r"our|be|the|once|a|then|there|your)\b",
            tail,
            re.I,
        )
        if clause and _EMPTY.search(tail):
            return head
        if link in (";", "–", "—", "-") and re.match(forms.PRESSES, tail, re.I):
            return head
        return None
    return None


def calm(sentence: str) -> str | None:
    """Lower words that shout: `absolutely FREE` becomes `absolutely free`; none for a sentence all in capitals."""
    shouted = re.findall(r"(?<![\w-])[A-Z]{2,}(?![\w-])", sentence)
    if not shouted or sentence.isupper():
        return None
    new = re.sub(r"(?<![\w-])[A-Z]{2,}(?![\w-])", lambda f: f[0].lower() if f[0].lower() in _SHOUTED else f[0], sentence)
    return new if new != sentence else None


def orphan(sentence: str) -> str | None:
    """Return the sentence behind one that is cut, or None where it leans on what is gone."""
    text = sentence.lstrip()
    if not re.search(r"\w", text) or _DUMMY.match(text):
        return sentence
    found = _CONNECTOR.match(text)
    if found and not re.match(r"so (?:much|many|far|long|that|called)\b|and (?:now|then|so)\b", text, re.I):
        text = text[found.end() :]
        text = text[:1].upper() + text[1:]
        if not _DUMMY.match(text) and not re.match(r"(?:we|you|our|your|the|all|every|from|on|in)\b|[A-Z]", text, re.I):
            return None
    if _LEANS.match(text) and not _DUMMY.match(text):
        return None
    if _LEANS_LATER.match(text) or re.search(r"\b(?:too|as well|either|instead|the (?:former|latter|same|others?))\W*\Z", text):
        return None
    return text


_SHOUTED = words("""
    free now only today tonight not never all every last final huge sale save off half price you your must ever new best
    just one chance hurry fast here stop order book buy join everyone absolutely completely this week weekend hours days
    offer double extra more gone soon yes no always nothing everything and or the for
""")
GRAMMAR = Grammar(
    transforms={
        function.__name__: function
        for function in (
            article, unpraised, unhyped, factual, main, own, itself, deed, deed_i, deed_then, gerund, norm, yours, single, short,
            bare, thing, sound, counted, can_do, if_done, headed, calm,
        )
    },
    orphan=orphan,
    weekdays=words("monday tuesday wednesday thursday friday saturday sunday"),
    numerals=forms.NUMBERS - {"one"},
    empty=words("""
        very really truly super incredibly immensely hugely absolutely deeply extremely totally completely simply quite
        proud proudly pride happy glad excited thrilled delighted honoured honored humbled privileged pleased grateful
        great amazing incredible unique outstanding exceptional fantastic awesome brilliant unrivalled innovative finally
    """),
)  # fmt: skip
