"""The grammar of Danish for rewriting."""

from __future__ import annotations

import re

from toneguard.languages import forms_da as forms
from toneguard.languages.grammar import Grammar
from toneguard.languages.language import words

_TOKEN = re.compile(r"[^\s,.;:!?()–—]+")
_DIGIT = re.compile(r"\d")
_READER = re.compile(r"\b(?:du|dig|din|dit|dine|jer|jeres|I)\b(?<!\AI)")
_OBJECTS = words("dig jer mig os sig den det dem ham hende")
_AUXILIARIES = words("er har kan skal vil må tør bør var havde kunne skulle ville måtte burde bliver blev får")
_SAYING = words("meddele fortælle dele annoncere afsløre offentliggøre konstatere løfte")
_DOING = words("præsentere lancere åbne byde invitere introducere indvie overtage udvide tilbyde")
_STRONG = forms.EMPTY - words("meget rigtig rigtigt helt virkelig absolut kæmpe glad glade bedste hjertet hjerte")
_LOUD = re.compile(
    r"revet væk|barren|ryger|foræret|bliver der ikke|på sidelinjen|har ret til|hårdt arbejde|aldrig at se igen|aldrig igen|aldrig bare|mere end |som vi har|amok|kompromis|kendt (?:som|for)|i blodet|fyldes|bliver fyldt|gløder|tikker|en liga for sig|kaldes|rift om|"
    r"i fare|stå(?:r)? for døren|(?!(?:næ|før|fle|me|sid|eneste|ene)st)\b\w{3,}este\b|lidenskab|topklasse|særklasse|ydmyg|prale"
    r"|(?i:hvad venter|hvorfor|har du|er du)|[!?]|ærgr|fortryd|tøver|nøler|ikke bare|mere end bare",
)
_OPENERS = words("hvad hvem hvordan hvorfor når hvis da fordi selvom mens inden før efter hvor som der at både hverken ikke kun enten jo siden om")
_DETERMINERS = words("den det de denne dette disse sådan sådanne hvilken hvilket hvilke")
_LEANING = words("""
    det detta dette den de denne disse han hun hans hendes dens dets deres her men for så eller begge sådan således
    sidstnævnte førstnævnte resultatet ellers derimod dog tværtimod ja nej altså og hvorfor derudover desuden
    alligevel også heller andre andet noget nogle hertil hvilket som til ligesom alt alle ingen samme begge
""")
_CONNECTORS = words("derfor dermed nu samtidig så således desuden derudover heldigvis endelig")
_PRONOUNS = words("vi jeg du I man")
_DUMMY = re.compile(
    r"\ADet (?:er|bliver|var|kan være) (?:[\wæøå]+ )?[\wæøå]+, ?at |\ADet (?:er|bliver|kan være) "
    r"(?:ikke |stadig |nu |også |altid )?(?:muligt|nemt|let|vigtigt|gratis|svært|nødvendigt|smart|bedst|en god idé) at "
    r"|\ADet (?:regner|sner|blæser|fryser|stormer)\b|\ADet, "
)
_TIMES = re.compile(
    r"\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|\d{1,2}\. ?[a-zæø]+|\d{1,2}/\d{1,2}|kl\.|klokken|"
    r"i (?:dag|aften|morgen|år|marts|april|maj|juni|juli|august|januar|februar|september|oktober|november|december)|"
    r"weekend\w*|uge \d+|19\d\d|20\d\d)\b"
)
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_DAYS = "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag"
_WHEN = re.compile(
    rf"(?:fra(?: og med)?|til(?: og med)?|i|på|om|efter|siden|den) (?:næste )?(?:den )?(?:{_MONTHS}|{_DAYS}|år|dag|aften|"
    rf"morgen|sommer|vinter|efterår|forår|uge \d+|\d+\. (?:{_MONTHS})|(?:\d+|to|tre|fire|fem|ti) (?:år|dage|uger|måneder))"
)
_DATE = re.compile(
    r"(?P<lead>(?:i|på|den|ved|kl\.|klokken|om|efter|uge|natten) )?(?P<day>(?:mandag|tirsdag|onsdag|torsdag|fredag|"
    r"lørdag|søndag|midnat|i aften|i dag|i morgen|i nat|\d|nytår|jul|juleaften|midten|udgangen)[^,;:]*)"
)


def _tokens(text: str) -> list[str]:
    return [token.lower() for token in _TOKEN.findall(text)]


def _lower(text: str) -> str:
    """Return a text with a small first letter, where its first word is no name: `Vores app` is `vores app`."""
    first = text.split()[0] if text.split() else ""
    return text[:1].lower() + text[1:] if first.lower() in _SMALL | forms.COUNTS and first != "I" else text


_SMALL = words("vores din dit dine jeres en et den det de vi du man her der nu i på med fra kun alle flere") - {"i"}


def sender(word: str) -> str | None:
    """Return the sender's pronoun: `vi` is `vi`, anything but `vi` and `jeg` is none."""
    return word.lower() if word.lower() in ("vi", "jeg") else None


def reader(word: str) -> str | None:
    """Return the reader as a subject: `dig` is `du`, `jer` is `I`."""
    return {"dig": "du", "jer": "I", "du": "du", "i": "I"}.get(word.lower())


def finite(word: str) -> str | None:
    """Return a verb in the present or past as it is: `bager` is `bager`, `butik` is none."""
    vague = words("elsker brænder lever drømmer tror mener håber ønsker stræber kæmper er nægter insisterer")
    return word.lower() if word.lower() in _FINITE - vague else None


def present(text: str) -> str | None:
    """Turn the infinitives of a phrase into the present: `levere strøm og bygge huse` is `leverer strøm og bygger huse`."""
    head, _, rest = text.partition(" ")
    verb = _present_of(head)
    if verb is None or set(_tokens(text)[:2]) & _SAYING:
        return None
    if head == "kunne" and rest.split()[0] in _DOING:
        return present(rest)
    parts = re.split(r"( og |, )", f" {rest}")
    bound = head in ("kunne", "skulle", "ville", "måtte", "turde", "burde", "have", "få", "lade")
    for index in range(2, len(parts), 2):
        first, space, more = parts[index].partition(" ")
        if first in forms.INFINITIVES and not bound and "at " not in parts[index - 2][-30:] and len(first) > 2:
            if any(opener in _tokens(rest) for opener in ("at", "kan", "skal", "vil")):
                return None
            parts[index] = f"{_present_of(first)}{space}{more}"
        elif index == 2 and not parts[0] and first.endswith("e") and not bound:
            parts[index] = f"{first}r{space}{more}"
        elif first.endswith("ere") and first not in forms.INFINITIVES and not first.endswith("nere"):
            return None
    return f"{verb}{''.join(parts)}".strip()


def _present_of(verb: str) -> str | None:
    if verb in forms.PRESENTS:
        return forms.PRESENTS[verb]
    return f"{verb}r" if verb in forms.INFINITIVES else None


def main(text: str) -> str | None:
    """Turn a clause behind `at` into a sentence: `vi nu kan tilbyde plads` is `vi kan nu tilbyde plads`."""
    parts = text.split()
    if not parts or parts[0].lower() in forms.INFINITIVES or len(parts) < 2 or set(_tokens(text)[:5]) & _SAYING:
        return None
    if parts[0].lower() in _OPENERS:
        return text if parts[0].lower() in ("hvis", "når") and "," in text else None
    place = next((index for index, part in enumerate(parts) if part.strip(",").lower() in _FINITE and index), None)
    if place is None or any("," in part for part in parts[:place]):
        return None if forms.ADVERBS & set(_tokens(text)) or place is not None else text
    subject, adverbs = parts[:place], []
    while len(subject) > 1 and (count := _adverb(subject)):
        adverbs = [*subject[-count:], *adverbs]
        subject = subject[:-count]
    if {"fra", "efter", "siden", "til"} & {part.lower() for part in subject[1:]}:
        return None
    if len(subject) > 1 and subject[0].lower() in _PRONOUNS | {"man"}:
        return None
    if not adverbs:
        return text
    rest = parts[place + 1 :]
    shift = 1 if parts[place].lower() not in _AUXILIARIES and rest and rest[0].lower() in _OBJECTS else 0
    return " ".join([*subject, parts[place], *rest[:shift], *adverbs, *rest[shift:]])


def _adverb(parts: list[str]) -> int:
    """Return how many words the adverb or the time at the end of a list has, 0 for none."""
    for count in (5, 4, 3, 2):
        if len(parts) > count and _WHEN.fullmatch(" ".join(parts[-count:])):
            return count
    for count in (3, 2, 1):
        if len(parts) > count and " ".join(parts[-count:]).lower() in forms.ADVERBS:
            return count
    return 0


def norm(text: str) -> str | None:
    """Return a clause that says what should be, not what is: `du skal kunne parkere gratis`."""
    found = re.match(r"(?:[\w-]+ ){1,4}?(?:skal|bør|må|fortjener|har ret til|behøver)\b", text)
    bad = any(token in forms.EMPTY for token in _tokens(text)) or re.search(r"\b(?:vi|os|vores|mere end)\b", text)
    return main(text) if found and not bad and len(_tokens(text)) > 3 else None


def factual(text: str) -> str | None:
    """Return a text with a figure in it, or one to the reader without praise: `svarer inden 24 timer`."""
    if re.search(r"\b(?:sin|sit|sine|sig)\b", text):
        return None
    if _DIGIT.search(text) or re.search(r"\b(?:to|tre|fire|fem|seks|syv|otte|ni|ti|tolv|hver) (?:\w+)", text):
        return text
    return text if _READER.search(text) and not set(_tokens(text)) & forms.EMPTY else None


def numbered(text: str) -> str | None:
    """Return a text with a figure in it."""
    return text if _DIGIT.search(text) else None


def to_reader(text: str) -> str | None:
    """Return a clause that begins with the reader: `du får svar`, `din pakke kommer mandag`."""
    return main(text) if re.match(r"(?:[Dd]u|I|[Dd]in|[Dd]it|[Dd]ine|[Jj]eres) ", text) else None


def clause(text: str) -> str | None:
    """Return a whole sentence as it is: a subject or adverb, then a finite verb. Others are None."""
    tokens = _tokens(text)
    if len(tokens) < 3 or tokens[0] in _OPENERS and "," not in text:
        return None
    first = text.partition(",")[0] if tokens[0] not in _OPENERS else text
    return text.rstrip(".") if any(token in _FINITE for token in _tokens(first)[:9]) else None


def kept(text: str) -> str | None:
    """Return what stands before a tail that goes, where it is a sober sentence: `billetten koster 80 kr`."""
    tokens = _tokens(text)
    hurry = words("men skynd løb tøv vent slå grib snup vær og så hvis når hvad hvorfor lad fordi")
    if len(tokens) < 3 or tokens[0] in hurry | _FINITE or re.match(r"\w+r (?:du|I|man|jeres|din|dit|vi)\b", text) or text[-1:] in ":,-–" or _LOUD.search(text):
        return None
    return text.rstrip(".") if not set(tokens) & _STRONG else None


def free(text: str) -> str | None:
    """Return a sentence that does not lean on what stood before it: `værkstedet åbner kl. 7`."""
    return text if orphan(text[:1].upper() + text[1:]) == text[:1].upper() + text[1:] else None


def sober(text: str) -> str | None:
    """Return a text without praise of oneself."""
    return None if set(_tokens(text)) & _STRONG or _LOUD.search(text) else text


def before(text: str) -> str | None:
    """Return a text behind which an adjective may go: `vi har en`. The adjective of `den` and `landets` stays."""
    last = (_tokens(text) or [""])[-1]
    tied = _DETERMINERS | forms.EMPTY | words("er bliver var mest mere så ikke og blive være blevet alle dem som end")
    return None if last in tied or (last.endswith("s") and last not in ("vores", "jeres")) or text[-1:] in ",;:." else text


def stated(text: str) -> str | None:
    """Return a text that says something besides: a figure, a time, a word to the reader."""
    return text if _DIGIT.search(text) or _TIMES.search(text) or _READER.search(text) else None


def rounded(text: str) -> str | None:
    """Return a text whose last noun can do without what described it: not `et køkken` in class of its own."""
    return None if re.search(r"\b(?:en|et|med|af) \w+\Z", text) else text


def called(text: str) -> str | None:
    """Return a call without its `now`, where its last clause still says something: `bestil din billet på museet`."""
    return kept(text) if len(re.split(r"[,:;–]", text)[-1].split()) > 2 else None


def simple(text: str) -> str | None:
    """Return a phrase without a comma."""
    return None if "," in text else text


def fluff(text: str) -> str | None:
    """Return nothing for words about the sender that no reader misses: `vi er stolte af vores team`."""
    tokens = _tokens(text)
    if _DIGIT.search(text) or _READER.search(text) or len(tokens) > 16 or not set(tokens) & _STRONG:
        return None
    if set(tokens) & words("gratis pris prisen rabat åbent åbner lukker ikke aldrig hvis når men bestil") or "http" in text:
        return None
    return "" if set(tokens) & words("vi os vores jeg mit min") else None


def bare(text: str) -> str | None:
    """Return a word that no adjective need follow: `en`, `vores`, `med`; `den` wants another noun and is None."""
    return None if text.lower() in _DETERMINERS | {"er", "bliver", "var", "mest", "mere", "så", "ikke", "og"} else text


def headed(text: str) -> str | None:
    """Return a phrase whose first word can be what an adjective stood before: `metode til …`."""
    first = text.split()[0] if text.split() else ""
    known = _FINITE | words("udsigt service oplevelse kvalitet stemning atmosfære faglighed indsats og eller men i på til af for med om som der at når hvis fra ved hos end over under på er")
    if not first or first.lower() in known or not first[0].isalpha() or text[:1] in ",;:.":
        return None
    return text


def nominal(text: str) -> str | None:
    """Return a noun phrase that can be presented as it stands: `vores nye app, der …`, without a day or a place in time."""
    text = re.sub(r"\A(?:for )?(?:dig|jer)[, ]+", "", text)
    opens = re.match(r"(?:vores|en|et|årets|to|tre|fire|\d+ |min|mit|mine|den nye|det nye|de nye|den|det|de) ?\w", text)
    if not opens or _TIMES.search(text.partition(",")[0]) or set(_tokens(text)) & _FEELING or _LOUD.search(text):
        return None
    return text if not re.search(r"(?:, (?:og|så|men|for|fordi|mens|når)|[:;–]| til at )", text) else None


_FEELING = words("glæde stolthed resultat resultater nyhed nyheden nyheder verden fremtiden hemmelighed kapitel rejse mål vækst partnerskab samarbejde aftale strategi vision plan planer begejstring tanker")


def plain(text: str) -> str | None:
    """Return a verb phrase of one clause: `holde styr på bilagene`. One with a comma or a `vi` is None."""
    opens = (text.split() or [""])[0]
    return text if opens in forms.INFINITIVES and not re.search(r"[,;:–]|\b(?:vi|os|vores|med)\b", text) else None


def doable(text: str) -> str | None:
    """Return what a reader does, in a verb phrase: `finde din seng`."""
    verb = (text.split() or [""])[0]
    mine = words("finde vælge løse planlægge indrette forstå spare undgå få blive komme søge udfylde samle installere")
    return text if verb in mine and re.search(r"\b(?:din|dit|dine|dig)\b", text) and "," not in text else None


def you_can(text: str) -> str | None:
    """Turn a call into what one can do: `bestil din billet og få rabat` is `bestille din billet og få rabat`."""
    head, _, rest = text.partition(" ")
    if head.lower() in ("sikr", "snup", "grib", "kapr", "scor"):
        head, rest = "få", rest.removeprefix("dig ")
    verb = forms.IMPERATIVES.get(head.lower())
    rest = re.sub(r" ?\b(?:allerede i dag|endnu i dag|lige nu|her og nu|nu|straks|omgående|med det samme)(?=,| og |\Z)", "", rest)
    late = re.search(r"\b(?:inden|før) (?P<time>.+)", rest)
    if not rest or late and not _DATE.match(late["time"]) or " eller " in rest or "hvis" in rest and "ikke" in rest:
        return None
    if verb is None or re.search(r"[:;–]|, (?!der|som|hvis|når|og)|, (?:hvis|når) .*,|\b(?:vi|jer|jeres|mig)\b", rest):
        return None
    parts = re.split(r"(,? og )", f" {rest}")
    for index in range(2, len(parts), 2):
        first, space, more = parts[index].partition(" ")
        if first in forms.IMPERATIVES:
            parts[index] = f"{forms.IMPERATIVES[first]}{space}{more}"
        elif not re.match(r"(?:din|dit|dine|en|et|de|den|det|\d+)\b|\w+(?:er|en|et|ne)\b", parts[index]):
            return None
    return f"{verb}{''.join(parts)}".replace(", og ", " og ")


def places(text: str) -> str | None:
    """Say what is left without a `left`: `fire pladser` is `fire ledige pladser`, `12 flasker` is `12 flasker på lager`."""
    parts = text.split()
    if len(parts) != 2 or not (parts[0].lower() in forms.COUNTS or parts[0].isdigit()):
        return None
    if parts[1].lower() in forms.SEATS:
        return f"{parts[0]} {'ledigt' if parts[0].lower() in ('et', 'ét') else 'ledig' if parts[0].lower() in ('en', 'én') else 'ledige'} {parts[1]}"
    return f"{text} på lager" if parts[1].lower() in forms.GOODS else None


def counted(text: str) -> str | None:
    """Return a number in words: `fire`."""
    return text if text.lower() in forms.NUMERALS else None


def offer(text: str) -> str | None:
    """Return an offer that can hold until a day: `tilbuddet`, `rabatten på cykler`, `halv pris på ski`."""
    tokens = _tokens(text)
    known = any(token in forms.OFFERS or re.search(r"(?:tilbuddet|rabatten|prisen|kampagnen)\Z", token) for token in tokens)
    return text if known and len(tokens) <= 6 and not set(tokens) & _FINITE and ":" not in text else None


def until(text: str) -> str | None:
    """Say until when: `på søndag` is `og med søndag`, `ved midnat` is `midnat`, `den 5. maj` is `og med den 5. maj`."""
    found = _DATE.fullmatch(text)
    if not found or any(token in _FINITE - {"ved"} for token in _tokens(text)):
        return None
    lead = (found["lead"] or "").strip()
    day = text if lead in ("i", "den", "kl.", "klokken", "uge") else found["day"]
    return day if re.search(r"midnat|kl\.|klokken|aften|nat", text) else f"og med {day}"


def offered(text: str) -> str | None:
    """Return what one can get: a noun phrase with a figure or a plain thing, without praise: `gratis levering i Thy`."""
    text = re.sub(r"\A(?:dig|alle|vores kunder) ", "", text)
    tokens = _tokens(text)
    vague = forms.EMPTY | words("bedste vi os service vores løsninger løsning verden jer")
    if not tokens or set(tokens) & vague or tokens[0] in _LEANING:
        return None
    return text if not re.search(r"(?:, (?:og|så|men|for|fordi|der|som)|[:;–])", text) and " at " not in f" {text} " else None


def infinitive(text: str) -> str | None:
    """Return a phrase that opens with an infinitive."""
    return text if (text.split() or [""])[0] in forms.INFINITIVES else None


def team(text: str) -> str | None:
    """Return nothing for people of the sender: `vores dygtige konsulenter`, `vi`."""
    people = r"(?:vi|vores(?: [\w-]+){1,5}|(?:hele )?(?:holdet|teamet))"
    return "" if re.fullmatch(people, text, re.I) and not _DIGIT.search(text) else None


def headline(text: str) -> str | None:
    """Return an offer without a verb, or a whole sentence: `20 % på alle støvler`."""
    return text if _DIGIT.search(text) and len(text.split()) > 2 and text[:1].isalnum() else None


def lasting(text: str) -> str | None:
    """Return a time that can stand at the end: `i dag`."""
    return text if text in words("i_dag i_aften i_weekenden i_denne_uge denne_uge denne_weekend hele_dagen") else None


def do(text: str) -> str | None:
    """Return what one can do at a known time, as an infinitive: `bestille plads til den 5. juni`."""
    return text if (text.split() or [""])[0] in forms.INFINITIVES and _TIMES.search(text) else None


def event(text: str) -> str | None:
    """Return something that takes place: `vores julemarked`."""
    tokens = _tokens(text)
    return text if tokens and tokens[-1] in forms.EVENTS and len(tokens) <= 6 else None


def role(text: str) -> str | None:
    """Return a trade that stands without an article: `leverandør`."""
    return text if text.lower() in forms.ROLES else None


def praised(text: str) -> str | None:
    """Return nothing for a praise of oneself that holds no fact: `landets mest erfarne hold`."""
    tokens = _tokens(text)
    return "" if any(t.endswith("ste") or t in forms.EMPTY or t in ("mest", "førende") for t in tokens) and len(tokens) < 10 else None


def orphan(sentence: str) -> str | None:
    """Return the sentence behind one that is cut, or None where it leans on what is gone.

    `Derfor har vi åbent.` is `Vi har åbent.`, `Den koster 20 kr.` is None, `Det er muligt at betale.` stays.
    """
    tokens = _tokens(sentence)
    if not tokens or not sentence[0].isalnum() or re.search(r"\b(?:den|det|dem)(?=[,.;!?]|\Z| (?:i|på|til|med|for|fra|ud|ind|hos|af|ned|op|hjem|nu|også|ikke|selv|her|der|ved|om|og)\b)", sentence[1:]):
        return None
    first, rest = tokens[0], sentence.split()
    if _DUMMY.match(sentence):
        return sentence
    if first in _CONNECTORS:
        return _straight(rest)
    if first == "og" and len(tokens) > 2 and tokens[1] in words("vi jeg du man i"):
        return f"{rest[1][:1].upper()}{rest[1][1:]} {' '.join(rest[2:])}" if tokens[2] in _FINITE else None
    if first in ("den", "de", "det") and re.match(r"[\wæøå]*(?:ede|ende|nye|ste|ige|iske)\Z", tokens[1]) and tokens[1] not in _FINITE:
        return sentence
    return None if first in _LEANING else sentence


def _straight(parts: list[str]) -> str | None:
    """Put the subject before the verb when the connector goes: `Derfor lukker vi …` is `Vi lukker …`."""
    if len(parts) < 4 or parts[1].lower() not in _FINITE or not (parts[2] == "I" or parts[2] in _PRONOUNS):
        return None
    return " ".join([parts[2][:1].upper() + parts[2][1:], parts[1], *parts[3:]])


_FINITE = (
    forms.FINITE | frozenset(forms.PRESENTS.values()) | frozenset(f"{v}r" for v in forms.INFINITIVES - set(forms.PRESENTS))
)

GRAMMAR = Grammar(
    transforms={
        "before": before, "do": do, "headline": headline, "infinitive": infinitive, "kept": kept, "free": free, "sober": sober, "lasting": lasting,
        "offered": offered, "simple": simple, "stated": stated, "team": team,
        "bare": bare, "called": called, "rounded": rounded, "counted": counted, "clause": clause, "doable": doable, "event": event, "factual": factual, "finite": finite,
        "fluff": fluff, "headed": headed, "lower": _lower, "main": main, "nominal": nominal, "norm": norm,
        "numbered": numbered, "offer": offer, "places": places, "plain": plain, "praised": praised,
        "present": present, "reader": reader, "role": role, "sender": sender, "to_reader": to_reader, "until": until,
        "you_can": you_can,
    },
    orphan=orphan,
    weekdays=words("mandag tirsdag onsdag torsdag fredag lørdag søndag"),
    empty=forms.EMPTY,
)  # fmt: skip
