"""The grammar of English for rewriting."""

from __future__ import annotations

import re

from toneguard.languages import forms_en as forms
from toneguard.languages import nouns_en as nouns
from toneguard.languages.calls_en import CALLS, factual
from toneguard.languages.grammar import Grammar
from toneguard.languages.language import words
from toneguard.languages.turns_en import TURNS


def unpraised(sentence: str) -> str | None:
    """Drop praise before nouns where a fact stays: `an award-winning bakery in Hull` becomes `a bakery in Hull`."""
    new = forms.without(forms.PRAISED, sentence)
    return (headed(new) or new) if new and (factual(new) or re.search(r"[a-z] [A-Z][a-z]", new)) else None


def unhyped(sentence: str) -> str | None:
    """Drop hype before nouns and figures where a fact stays: `an insane $79` becomes `$79`."""
    spare = re.sub(rf"\b(?:an?|some) (?:{forms.INTENSE})? ?(?:{forms.HYPE}) (?=[$£€]?\d)", "", sentence, flags=re.I)
    new = spare if spare != sentence else forms.without(forms.HYPED, sentence)
    return factual(headed(new) or new) if new else None


def counted(sentence: str) -> str | None:
    """Let a number stand for itself: `Only five rooms left in June` becomes `There are five rooms left in June`."""
    found = re.match(r"(?:only|just) (\w+) ([\w -]+?) (?:are |now )?(?:left|remain|remaining)\b(.*)", sentence, re.I)
    if found and (found[1].isdigit() or found[1].lower() in forms.NUMBERS - {"one"}):
        new = f"There are {found[1]} {found[2]} left{found[3]}"
        return headed(new) or new
    new = re.sub(
        r"\b(?:only|just|a mere) (?=(?:the )?(\d|\w+))",
        lambda f: "" if f[1].isdigit() or f[1].lower() in forms.NUMBERS - {"one"} else f[0],
        sentence,
        flags=re.I,
    )
    return (headed(new) or new) if new != sentence else None


def main(clause: str) -> str | None:
    """Return a clause that can stand as a sentence: `our shop opens at nine`; none for `with all of you`."""
    if not forms.SUBJECT.match(clause) or len(clause.split()) < 3 or clause.lower().startswith("on behalf"):
        return None
    return clause


def until(sentence: str) -> str | None:
    """Say how long instead of when it is over: `The offer ends on Friday` becomes `The offer runs until Friday`."""

    def runs(found: re.Match[str]) -> str:
        noun, verb = found[1], found[2].lower()
        before = re.split(r"[,;:–]| and ", sentence[: found.start()])[-1]
        if noun.lower() == "it":
            return found[0]
        many = noun.lower().endswith("s") and not noun.lower().endswith("ss")
        if inner := re.search(r"(\w+) (?:of|to|for|at|in|from|with|on)\b", before):  # its head stands further in front
            noun, many = inner[1], not verb.endswith("s")
        if re.search(r"ticket|pass(?:es)?\b", noun, re.I) and not verb.startswith(("expire", "stop")):
            new = "are on sale" if many else "is on sale"
        elif re.search(r"code|voucher|coupon|pass|ticket", noun, re.I):
            new = "work" if many else "works"
        elif re.search(r"pric|rate|fare", noun, re.I):
            new = "hold" if many else "holds"
        elif verb.startswith(("close", "shut", "slam")):
            new = "are open" if many else "is open"
        else:
            new = "run" if many else "runs"
        return f"{found[1]} {new} until {found[3]}"

    new = nouns.OVER.sub(runs, sentence, count=1)
    return None if new == sentence else headed(new) or new


def that_clause(clause: str) -> str | None:
    """Return what stands behind `announce that` as a sentence: `milk comes by boat`; none for `kind of thing`."""
    first = clause.lower().partition(" ")[0]
    if len(clause.split()) < 3 or first in forms.NO_SUBJECT or first.endswith("ly"):
        return None
    return clause


def own(verbs: str) -> str | None:
    """Let a sender speak of itself as we: `has moved its shop` becomes `have moved our shop`."""
    if forms.NAMED.search(verbs):
        return None
    return re.sub(r"\bits\b", "our", verbs)


def itself(clause: str) -> str | None:
    """Let a clause about the sender begin with we: `it has moved its shop` becomes `we have moved our shop`."""
    found = re.match(r"(?:it|they) (has|have|is|are|was|were|will|can|had|would) (.+)", clause, re.I)
    if found is None:
        return that_clause(clause) if not re.match(r"(?:it|they|its|their)\b", clause, re.I) else None
    rest = own(found[2])
    verb = {"has": "have", "is": "are", "was": "were"}.get(found[1].lower(), found[1].lower())
    return rest and f"we {verb} {rest}"


def deed(infinitive: str) -> str | None:
    """Turn an infinitive into what we do: `launch an app` is `are launching an app`, `support a club` stays."""
    text = re.sub(
        r"\A(?:finally|now|also|once again|again|once more|today|officially|be able to) (?=\w)", "", infinitive
    )
    first, _, rest = text.partition(" ")
    if not rest or first in ("keep", "continue", "see", "witness"):
        return None
    if infinitive.startswith("be able to "):
        return f"can {text}" if first in forms.HABITS or first in forms.EVENTS else None
    if first in ("present", "introduce", "unveil") and re.search(r"[A-Z]\w+, (?:an?|our|the) ", rest):
        return None
    if first == "be":
        named = rest.partition(" ")[0]
        if named in ("regarded", "seen", "considered", "known"):
            return None
        return f"{'have been' if named in forms.HONOURED else 'are'} {rest}"
    if first == "have":
        return text
    for phrase, new in sorted(forms.EVENTS.items(), key=lambda entry: -len(entry[0])):
        if text.startswith(f"{phrase} "):
            return f"are {new}{text[len(phrase) :]}"
    text = re.sub(r" (?:successful|grand|official|long-awaited|upcoming|exciting) (?=\w+ of\b)", " ", text)
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
    return that_clause(clause) if re.search(r"\b(?:should|must|needs? to|ought to|deserves?)\b", clause) else None


def yours(text: str) -> str | None:
    """Turn what customers do into what you do: `track their parcels` becomes `track your parcels`."""
    if re.search(r"\b(?:they|them|themselves|theirs|who|we|us)\b", text, re.I):
        return None
    return re.sub(r"\btheir\b", "your", text)


def apposed(text: str) -> str | None:
    """Return a clause that ends with a name, behind which an apposition may go: `We sell the Kettlewise One`."""
    return text if re.search(r"[A-Z]\w*(?: \d+)?\Z", text) and forms.CLAUSE.search(text) else None


def quiet(text: str) -> str | None:
    """Return a text that does not press itself: none for `Seats go fast, so grab one`."""
    presses = re.search(rf"(?:so|and|but|[–;:-]) (?:{forms.PRESSES})|\A\w+ (?:yours|it|one|them)\Z", text, re.I)
    return None if presses or forms.EMPTY.search(text) or len(text.split()) < 3 else text


def bare(text: str) -> str | None:
    """Return a text without a mark inside, so that it is one phrase."""
    return text if not re.search(r"[,;:–—!?]", text) else None


def thing(word: str) -> str | None:
    """Return a word that can begin what one gets, none for `in` or `with`."""
    return None if word.lower() in forms.NO_NOUN - {"a", "an", "the", "our", "your", "all", "more", "this"} else word


def sound(head: str) -> str | None:
    """Return a clause that can stand alone and has a fact: `We have four rooms`; none for `Tribunals have no mercy`."""
    return head if forms.CLAUSE.search(head) and _weighs(head) else None


def _weighs(head: str) -> bool:
    """Tell whether a clause has a fact and neither presses nor praises."""
    return len(head.split()) >= 4 and bool(forms.FACT.search(head)) and not forms.EMPTY.search(head)


def headed(sentence: str) -> str | None:
    """Drop a last clause that only presses or praises: `We have four rooms, so hurry` becomes `We have four rooms`."""
    for found in reversed(list(re.finditer(r", (?:so|and|because|but|or|as) |; | [–—-] |: |, ", sentence))):
        head, tail, link = sentence[: found.start()], sentence[found.end() :], found[0].strip(" ,")
        if (
            not _weighs(head)
            or not (forms.CLAUSE.search(head) or link == "because")
            or re.search(r"\d|[A-Z][a-z]+ [A-Z]", tail)
        ):
            return None
        if link in ("", ":"):
            continue
        if link in ("so", "but") and re.match(forms.PRESSES, tail, re.I):
            return head
        clause = re.match(
            r"(?:we|it|they|that|this|you|i|you['’]ll|it['’]s|we['’]re|they['’]re|they['’]ll|i['’]d|we['’]d|"
            r"you['’]d|nobody|no one|"
            r"our|be|the|once|a|then|there|your|no|yes)\b",
            tail,
            re.I,
        )
        if (clause or link == "because") and forms.EMPTY.search(tail):
            return head
        if link in (";", "–", "—", "-") and re.match(forms.PRESSES, tail, re.I):
            return head
        return None
    return None


def orphan(sentence: str) -> str | None:
    """Return the sentence behind one that is cut, or None where it leans on what is gone."""
    text = sentence.lstrip()
    if not re.search(r"\w", text) or forms.DUMMIES.match(text):
        return sentence
    found = forms.CONNECTOR.match(text)
    if found and not re.match(r"so (?:much|many|far|long|that|called)\b|and (?:now|then|so)\b", text, re.I):
        text = text[found.end() :]
        text = text[:1].upper() + text[1:]
        if found[0].lower().startswith(("so", "and")) and not forms.SUBJECT.match(text):
            return None
    if forms.LEANING.match(text) and not forms.DUMMIES.match(text):
        return None
    if forms.LEANS_LATER.match(text) or re.search(
        r"\b(?:too|as well|either|instead|the (?:former|latter|same|others?))\W*\Z", text
    ):
        return None
    return text


GRAMMAR = Grammar(
    transforms={
        function.__name__: function
        for function in (
            unpraised, unhyped, until, main, that_clause, own, itself, deed, deed_i, deed_then, gerund, norm,
            yours, forms.single, forms.short, bare, thing, apposed, quiet, sound, counted, headed, *CALLS, *TURNS,
        )
    },
    orphan=orphan,
    weekdays=words("monday tuesday wednesday thursday friday saturday sunday"),
    terms=forms.NUMBERS - {"one"} | words("noon midnight tomorrow hourly weekly monthly daily"),
    empty=forms.EMPTIES | words("dna"),
)  # fmt: skip
