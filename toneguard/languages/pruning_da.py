"""Pressure and praise that go from a Danish sentence: its first or last clause, what opens it, its adjectives.

Each function takes away one thing and returns None where it finds none, or where what stays would be no sentence. What
has a figure, a name or a day is never taken: that is seen to when a rewrite is verified.
"""

from __future__ import annotations

import re

from toneguard.languages import calls_da as calls
from toneguard.languages import clauses_da as clauses
from toneguard.languages import forms_da as forms
from toneguard.languages import nouns_da as nouns
from toneguard.languages.language import words

_JOINT = re.compile(
    r",? – |,? - |, (?:og|men|så|for|fordi|der|som|hvor|hvilket|mens|før|inden) |; | og (?=(?:vi|det|de|der|så) )|, "
)
# A clause that presses the reader, by how it begins or by what it says.
_CALL = re.compile(
    r"(?i)\A(?:(?:så|og|men|derfor|bare|nu) )*(?:skynd|løb|tøv|vent ikke|vær (?:nu )?(?:\w+ )?(?:hurtig|kvik|vaks|førs?te?t?|med|"
    r"blandt)|slå til|grib|snup|kapr|scor|nap|hop|spring|kom (?:nu|ind|forbi|ned|og)|smæk|smid|stil|sæt|book|bestil|køb|"
    r"tilmeld|meld (?:dig|jer)|skriv (?:dig|jer)|sikr|reserv[ée]r|ring|handl|klik|forny|opgrad[ée]r|få fingre|få fat|"
    r"tag (?:det|den|chancen|springet)|lad (?:nu|endelig|være|ikke|dig)|(?:gå|mis|glem|tøv|nøl|gem) (?:nu |endelig )?ikke|"
    r"gør (?:det|noget|alvor)|hamstr|prøv|vælg|sig ja|grib|kontakt|besøg|kig forbi|du skal (?:\w+ )?være|"
    r"I skal (?:\w+ )?være|du må (?:\w+ )?ikke|vent\b|hold øje|giv|swipe)\b"
)
_PRESS = re.compile(
    r"(?i)\b(?:for sent|hvad venter|hvorfor vente|er (?:du|I) (?:med|klar|den næste)|bliver (?:du|I)|nu eller aldrig|"
    r"aldrig igen|aldrig (?:\w+ ){0,3}igen|først til mølle|møllen|ærgrer? |fortryde?r?|væk|udsolgt|revet|rift om|ryger|"
    r"tikker|gælder det om|grund til at|intet at|chancen|glip|sove i timen|aftrækkeren|minut senere|end (?:du|I) tror|hurtigere end|"
    r"(?:før|inden) (?:naboen|en anden|nogen|alle|de andre|andre|dine|vi fortryder|det)|mens (?:du|I) (?:kan|kunne)|"
    r"mens tid er|mens der (?:\w+ )?er|lige nu|senest nu|så er det (?:slut|sket|forbi)|næppe|stå(?:r)? for døren|i dag end i "
    r"morgen|sidste chance|dit eneste|skuffe\w*|tilbage på|uimodståelig|skal du virkelig|den næste|hurtigt|fyldes|forære\w*|klar\Z|proppet|betænke)"
)
# A clause in which the sender praises, thanks or feels.
_BOAST = re.compile(
    r"(?i)\b(?:\w*stolte?|stolthed|brænder for|elsker|passion|lidenskab|hjerte(?:t|blod|sag)?|dna|i blodet|kompromis|kan "
    r"(?:mærkes|ses|smages|smage|mærke|se|godt mærke)|mærkes|kan ikke vente|glæder (?:os|mig)|taknemm?e?lige?|ære i|ære for os|"
    r"verdensklasse|topklasse|særklasse|klasse for|gør (?:en|hele|al) forskel(?:len)?|skulderklap|rank ryg|drømme|simpelthen|"
    r"fantastiske?|enestående|unikke?|uovertruf\w+|markedsledende|førende|innovative?|visionære?|bevis på|vidner om|"
    r"kærlighed|ildsjæle?|magi|kender ikke|altid i front|forrest|forkant|nye højder|barren|i top|dygtige|dygtigste|"
    r"tårnhøj\w*|ambitiøse?|ypperste|begejstre\w+|varemærke|adelsmærke|rygrad\w*|fyrtårn\w*|fundament\w*|kendt for|kåret|sikre valg|rette partner|trygge "
    r"hænder|(?:kunden|kunderne|kvalitet(?:en)?|mennesket|mennesker) (?:\w+ )?(?:først|i centrum|i fokus|i højsædet)|i "
    r"højsædet|i centrum|værdi for|gør alt for|hele vejen|(?:på en|næste) (?:\w+ )?(?:vækst)?rejse|ekstra mil|smuk\w+|bedste|lækker|ikke bare|mere end bare|"
    r"(?:ikke|aldrig) (?:\w+ )?på akkord|nørder|sætter standarden|store armbevægelser|specialister|eksperter i)\b"
)
# What no reader would want to lose.
_NEEDED = re.compile(
    r"(?i)[\d#]|gratis|rabat|\b\w*pris(?:en|er|erne)?\b|gælder|\bkoden?\b|åbent?\b|åbner|lukker|lukket|levering|leverer|retur|"
    r"refund|garanti|medmindre|undtage|venteliste|http|@|adresse|betal|koster|sparer?\b|forsik|tilskud|fradrag|kvit|halv|"
    r"hvis (?!du (?:er|tør|kan nå|vil være|ikke vil))|\bikke længere\b|reparer|henter|sender|monter|plads til|billet til"
)
_GRADE = (
    r"(?:helt |meget |utrolig |utroligt |virkelig |ekstremt |særdeles |højt |absolut |hidtil |rigtig |så |totalt )*"
)
_PRAISE = words("""
    fantastisk fantastiske enestående uovertruffen uovertruffet uovertrufne uovertruffede fremragende fænomenal
    fænomenalt fænomenale forrygende prisvindende prisbelønnet prisbelønnede legendarisk legendariske genial genialt
    geniale vidunderlig vidunderligt vidunderlige eminent eminente ekstraordinær ekstraordinært ekstraordinære
    exceptionel exceptionelle formidabel formidable førsteklasses banebrydende innovativ innovativt innovative visionær
    visionært visionære nytænkende nyskabende revolutionerende verdensførende markedsledende markedsførende
    brancheførende suveræn suverænt suveræne passioneret passionerede dedikeret dedikerede dygtige dygtig sublim sublime
    mageløs mageløst mageløse talentfuld talentfulde kompromisløs kompromisløse ikonisk ikoniske uforlignelig
    uforlignelige ypperlig ypperlige toneangivende trendsættende unik unikt unikke superdygtige topprofessionelle
    engageret engagerede kompetent kompetente kvalificerede specialiserede ambitiøs ambitiøse imponerende inspirerende
    skøn skønt skønne sej seje magisk magiske elskede uundværlig uundværlige lækker lækre smukke kærlige erfarne
    serviceminded servicemindede søde verdensberømte populære kreative professionelle knivskarp knivskarpe
    uslåelig uslåeligt uslåelige vanvittig vanvittige vanvittigt vilde sindssyge sindssygt utrolig utrolige utroligt
    kundeorienteret kundeorienterede fuldendt uimodståelig uimodståelige spektakulær spektakulære uforglemmelig uforglemmelige stemningsfuld stemningsfulde
""")
_ADJECTIVE = rf"{_GRADE}(?:{'|'.join(sorted(_PRAISE, key=len, reverse=True))}|mest \w+e|(?!\w*(?:tjen|forr|bag|fjern|hvil)este)\w{{3,}}este)"
_PRAISED = re.compile(rf"(?P<before>\b[\w'’-]+) (?P<praise>{_ADJECTIVE}(?:(?:, | og ){_ADJECTIVE})*) (?P<noun>[\w-]+)")
_TIED = (
    clauses.DETERMINERS | forms.EMPTY | words("er bliver var mest mere så ikke og blive være blevet dem som end den")
)
_OWNERS = words("vores vore mine min mit vort alle")
_VAGUE = words("""
    team teamet hold holdet medarbejder medarbejdere kolleger folk mennesker kunder kunde partnere kvalitet service
    løsning løsninger værdi resultat resultater faglighed erfaring ekspertise rådgivning virksomhed firma brand os vi
    har er kan vil skal bliver altid hver dag hele tiden vores jeres bedste høj høje god godt gode stor stort store
    verden branchen markedet alt alle gør glæder tak indsats arbejde stemning oplevelse oplevelser i på til af for med
    og en et den det de der som at om fra ved hos så men også ikke mange sammen
    du dig din dit dine jer kun én ét nu her mere bare jo muligt grund
""")
_CONDITION = re.compile(r"(?:Hvis|Når|Mens|\w+r (?:du|I)\b) [^,:;–]+, (?P<verb>\w+) [^,:;–]+\Z")
_FRONT = re.compile(
    r"(?P<front>(?:Som|Med|Takket være|Efter|Drevet af|Gennem|Igennem|I kraft af|Hos|På|I|Fordi|Siden|Ud over) [^,;:–]{4,110}?"
    r"(?:, [^,;:–]{3,60},)?) (?P<verb>[a-zæøå]+) (?P<who>vi|du|I|man|jeg) (?P<rest>.+)\Z"
)


def _droppable(part: str) -> bool:
    tokens = forms.small_words(part)
    if not tokens or len(tokens) > 20 or _NEEDED.search(part):
        return False
    if forms.TIMES.search(part) and not _CALL.match(part):
        return False
    return bool(_CALL.match(part) or _PRESS.search(part) or _BOAST.search(part))


def _own(part: str) -> bool:
    """Tell whether a clause speaks of the sender or of what was just said."""
    return bool(set(forms.small_words(part)) & words("vi os vores jeg mig min mit mine det den man de"))


def boast(text: str) -> str | None:
    """Return nothing for praise of oneself that holds nothing else: `det sikre valg`."""
    return "" if _BOAST.search(text) and not _NEEDED.search(text) and len(text.split()) < 14 else None


def drop_last(text: str) -> str | None:
    """Return a sentence without its last clause, where that only presses or praises.

    `Salget begynder lørdag, så sæt alarmen nu` is `Salget begynder lørdag`.
    """
    for joint in reversed(list(_JOINT.finditer(text))):
        head, tail, link = text[: joint.start()], text[joint.end() :], joint.group().strip(" ,")
        if not _droppable(tail):
            if _NEEDED.search(tail):
                return None
            continue
        if _needs_tail(head, link, tail) or _droppable(head) or (kept := _calm(head)) is None:
            continue
        if not (set(forms.small_words(head)) & (forms.FINITE | set(forms.IMPERATIVES) | forms.NUMERALS)
            or forms.DIGIT.search(head)):
            continue
        return worth(kept)
    return None


def unpressed(text: str) -> str | None:
    """Return what one can do for a call and pressure behind it: `snup en tid, mens du kan` is `Du kan få en tid`."""
    parts = re.split(r", (?=mens|før|inden|så|for|men|og)|,? – ", text, maxsplit=1)
    if len(parts) < 2 or not _pushes(parts[1]) or not forms.stated(parts[0]) and not _NEEDED.search(parts[0]):
        return None
    able = calls.you_can(parts[0][:1].lower() + parts[0][1:])
    return f"Du kan {able}" if able else None


def _pushes(part: str) -> bool:
    return not _NEEDED.search(re.sub(r"(?i)\bhvis du er\b", "", part)) and bool(_CALL.match(part) or _PRESS.search(part))


def _needs_tail(head: str, link: str, tail: str) -> bool:
    first = (forms.small_words(head) or [""])[0]
    if first in clauses.OPENERS - {"siden", "efter", "om", "kun", "der"} or re.search(
        r"(?i)\bikke (?:bare|kun|blot|kunne)\b|\b(?:hverken|enten|både)\b|\A(?:det|den|alt|alle|hver \w+)(?: er)?\Z",
        head,
    ):
        return True
    if link == "hvor":
        return True
    if link in ("der", "som"):
        return (
            bool(re.match(r"(?i)det (?:er|var|bliver)\b", head))
            or not re.search(r"(?:\b(?:vores|et|en) (?:[\w-]+ ){0,3}[\w-]+)\Z", head)
            or bool(re.search(r"(?i)\b(?:søger|leder|til dig|kunder|mangler|ansætter|vælg|find)\b", head))
        )
    if link == "":  # a bare comma: a call or an apposition
        return not (
            _CALL.match(tail)
            or re.match(rf"(?:vores|landets|byens|branchens|markedets|verdens) {_GRADE}(?:mest|bedste|\w+este)", tail)
        )
    if link in ("og", "men", "så", "for", "fordi", "hvilket", "mens", "", "-", "–", ";"):
        return not (_CALL.match(tail) or _PRESS.search(tail) or _own(tail))
    return False


def drop_first(text: str) -> str | None:
    """Return a sentence without its first clause, where that only presses or praises, in the right word order.

    `Vi elsker brød, og derfor bager vi hver nat` is `Vi bager hver nat`.
    """
    for joint in re.finditer(r",? – |,? - |, (?:og|men|så|for) |: |; ", text):
        head, tail, link = text[: joint.start()], text[joint.end() :], joint.group().strip(" ,")
        first = (forms.small_words(head) or [""])[0]
        if first in clauses.OPENERS or (link in ("men", "så", "for") and first in forms.FINITE):
            return None
        if re.search(r"(?i)\bikke (?:bare|kun|blot)\b", head) or not _droppable(head):
            continue
        if (link in ("", ":") and not _CALL.match(head)) or re.match(r"(?i)(?:så|og) (?!\w+ (?:vi|du|I)\b)", tail):
            continue
        return None if _droppable(tail) else follow(tail)
    return None


def follow(text: str) -> str | None:
    """Return a clause as it stands by itself: `derfor bager vi her` is `Vi bager her`; a call is None."""
    opened = re.match(
        r"(?:(?:og|så) )?(?:derfor|dermed|så|nu|samtidig) (?P<verb>\w+) (?P<who>vi|du|I|man) (?P<rest>.+)", text
    )
    if opened:
        text = f"{opened['who']} {opened['verb']} {opened['rest']}" if opened["verb"] in forms.FINITE else ""
    whole = clauses.clause(text)
    calm = _calm(whole) if whole else None
    return clauses.free(calm) if calm and worth(calm) else None


def _calm(text: str) -> str | None:
    """Return a sentence that is sober, at most without its adjectives of praise."""
    if (condition := _CONDITION.match(text)) and condition["verb"] in forms.FINITE:
        return clauses.sober(text)
    return clauses.kept(text) or ((plain := _plain(text)) and clauses.kept(plain))


def worth(text: str) -> str | None:
    """Return a text that says something besides itself: a figure, a day, or three plain words."""
    if forms.DIGIT.search(text) or forms.TIMES.search(text):
        return text
    return text if len(set(forms.small_words(text)) - _VAGUE - forms.EMPTY) > 2 else None


def fronted(text: str) -> str | None:
    """Take away what praises in front of the verb: `Med vores dygtige team kan du løbe` is `Du kan løbe`."""
    found = _FRONT.match(text)
    if not found or found["verb"] not in forms.FINITE or _NEEDED.search(found["front"]):
        return None
    front = set(forms.small_words(found["front"]))
    if not (_BOAST.search(found["front"]) or front & (_PRAISE | forms.STRONG)) or re.search(
        r"(?i)\A(?:hos|på|i) [A-ZÆØÅ]", found["front"]
    ):
        return None
    rest = f"{found['who']} {found['verb']} {found['rest']}"
    return rest if clauses.sober(rest) and worth(rest) and len(rest.split()) > 3 else None


def unpraised(text: str) -> str | None:
    """Take away the adjectives of praise before nouns: `Hos os er to kompetente svende` is `Hos os er to svende`."""
    plain = _plain(text)
    return plain if plain and clauses.sober(plain) and worth(plain) else None


def _plain(text: str) -> str | None:
    plain = _PRAISED.sub(_without, text)
    return None if plain == text else re.sub(r"(?<=\w) (?:til dato|nogensinde)(?=[,.]|\Z)", "", plain)


def _without(found: re.Match[str]) -> str:
    before, noun = found["before"], found["noun"]
    last = before.lower()
    if last == "de" and found["praise"].endswith("ste") and nouns.several(noun):
        return noun
    tied = last in _TIED or (last.endswith("s") and last not in _OWNERS and last not in ("hos", "os"))
    best = re.search(r"este\Z|\bmest ", found["praise"])
    if tied or clauses.headed(noun) is None or (best and last not in _OWNERS):
        return found.group()
    return f"{before} {noun}"


def pressed(text: str) -> str | None:
    """Return nothing for words that only press the reader: `gå ikke glip af det`."""
    return "" if _droppable(text) and len(text.split()) < 14 else None


def calm(text: str) -> str | None:
    """Return a sentence that is sober and does not end in the middle of a phrase: `vi har leveret blomster`."""
    ends = re.search(
        r"\b(?:lavet|skabt|bygget|udført|arbejder?|leveret|drevet|virksomhed|firma|sted|hus|team|hold|fyldt|og|er|alt|allermest|mest|især|altid|bare)\Z",
        text,
    )
    return None if ends else _calm(text)


def praise_part(text: str) -> str | None:
    """Return nothing for what a sender says of itself before the verb that counts: `på en spændende rejse`."""
    return None if _NEEDED.search(text) or not _BOAST.search(text) or len(text.split()) > 12 or "," in text else ""


def unonly(text: str) -> str | None:
    """Return a clause that stands by itself, without its `kun`: `tilbuddet gælder kun i maj`."""
    return follow(re.sub(r"\bkun (?=i |til |hele |denne |den |på )", "", text))


def trimmed(text: str) -> str | None:
    """Return a text without a last clause that presses: `i stedet for 900 – så billigt bliver det aldrig igen`."""
    head, dash, tail = text.partition(" – ")
    return clauses.sober(head if dash and _PRESS.search(tail) and not forms.DIGIT.search(tail) else text)


def owned(text: str) -> str | None:
    """Return who or what the sender is glad of, as a subject: `vores elev Jonas`."""
    known = re.match(r"(?:vores|min|mit|[A-ZÆØÅ]\w+)\b", text)
    return calls.capital(_plain(text) or text) if known and len(text.split()) < 8 and "," not in text else None


def predicate(text: str) -> str | None:
    """Return a clause behind `der` as one behind its subject: `netop har bestået` is `har netop bestået`."""
    found = re.match(
        r"(?P<adverb>(?:nu|netop|lige|også|i dag|i går|snart|fremover|for nylig|allerede) )?(?P<verb>\w+) (?P<rest>.+)",
        text,
    )
    if not found or found["verb"] not in forms.FINITE or not clauses.sober(text) or not worth(text):
        return None
    return f"{found['verb']} {found['adverb'] or ''}{found['rest']}"


def plainly(text: str) -> str | None:
    """Return a text without its adjectives of praise, where it is sober then."""
    return clauses.sober(_plain(text) or text)


def unfact(text: str) -> str | None:
    """Return nothing for a short lead that holds no fact: `ja, jeg vil sove`."""
    return None if _NEEDED.search(text) or len(text.split()) > 10 else ""
