"""Danish words that rewriting must know by their forms: verbs, adverbs, and what praise is made of."""

from __future__ import annotations

import re

from toneguard.languages.language import words
from toneguard.late import late

# Verbs by their infinitive; the present is the infinitive and an r.
INFINITIVES = words("""
    advare afgøre aflevere afprøve afslutte afvise analysere anbefale ansætte arbejde arrangere bage beholde behandle
    behøve besøge bestille betale bidrage blande blive bo booke bore bringe bruge brygge bygge byde bytte bære dele
    deltage designe donere drikke drive dyrke dække efterlade elske erstatte etablere finde fjerne flytte foretage
    forberede fordele fordoble forhandle forkorte forlænge forny forstå fortsætte fortælle fortjene fragte fremstille få
    følge føre give gribe gå halvere handle hente hjælpe holde høre høste importere indbyde indføre indgå indrette
    indsamle indvie installere introducere invitere klare klippe kombinere komme kontakte koble koge kontrollere køre
    købe lade lancere lave lede leje levere lukke lægge lære læse løse male melde meddele mindske montere modtage måle
    møde nedsætte nå omlægge oprette opgradere opdatere overdrage overtage overveje pakke passe plante planlægge plukke
    præsentere producere prøve påbegynde redde reducere rense reparere reservere restaurere ringe riste rydde rådgive
    sammenligne samle samarbejde sejle sende servere se sige sikre skabe skifte skrive skære slippe slå sløjfe
    sponsorere spare spille spise springe stille starte stoppe styrke støtte stå svare synge sy sælge sætte sørge tage
    tale tegne tilbyde tilføje tilmelde tilpasse tjekke tjene trykke træne tælle tømme uddanne uddele udgive udlevere
    udleje udskifte udstille udvide udvikle undersøge undervise undgå vaske vedtage vente vinde vise vælge vække vågne
    yde æde åbne bemande bestride farve filme forkæle forske gemme glæde guide hedde huse hæve klargøre kåre kræve
    krydse leve ligge miste nedlægge omdanne opføre opleve opnå optage parkere fylde formidle begynde afholde genåbne
    genbruge gøre løbe løfte mærke nedbringe optimere vokse vende være have kunne skulle ville måtte turde vide burde
    forbedre sidde stamme ligne lykkes trives findes downloade streame annullere ombytte returnere afhente udfylde
    underskrive klikke snuppe ansøge sammensætte bestå indløse gense spørge nyde smage slappe tro mene undre lytte tilse
    forebygge beskytte forudbestille abonnere hugge hælde kigge gætte vurdere beregne regne printe udskrive fejre takke
    hylde opdage udforske opgive rive skovle trække vandre cykle rejse flyve campere overnatte bade svømme fiske huske
    glemme afbestille ombooke stemme tilbagebetale refundere dykke drømme kæmpe knokle brænde insistere stræbe håbe
    ønske sværge foretrække nægte forsøge forvente forpligte udfordre inspirere aflæse kende presse hæfte folde ombygge
    energimærke vedligeholde efteruddanne sortere organisere registrere fakturere koordinere isolere parkere renovere
    automatisere digitalisere betjene overvåge søge logge indtaste scanne planlægge score ændre rette tilpasse
    sammensætte
    opbevare vikle male tilvælge fravælge udregne aflyse røge stege grave vokse rydde løsne hilse virke aktivere
    afprøve
""")
PRESENTS = {
    "være": "er", "have": "har", "kunne": "kan", "skulle": "skal", "ville": "vil", "måtte": "må", "turde": "tør",
    "vide": "ved", "burde": "bør", "gøre": "gør", "spørge": "spørger", "lykkes": "lykkes", "trives": "trives",
    "findes": "findes",
}  # fmt: skip
# Finite forms besides the regular presents.
FINITE = words("""
    var havde kunne skulle ville måtte blev fik gik kom stod tog gav så sagde gjorde vidste fandt skrev vandt
    begyndte åbnede startede lancerede byggede solgte købte flyttede hentede lavede sker dør fås koster gælder udkommer
    udløber lander indeholder vejer varer foregår omfatter rummer leveres sælges åbnes lukkes bages laves sendes
    serveres bygges trykkes udsendes betyder slutter rykker træder rammer
""")
FINITE |= frozenset(PRESENTS.values()) | frozenset(f"{verb}r" for verb in INFINITIVES - set(PRESENTS))
# Adverbs that stand before the verb of a clause behind "at" and after that of a sentence.
ADVERBS = words("""
    ikke ikke_længere ikke_mere ikke_kun nu også altid aldrig endelig snart allerede fortsat stadig igen netop
    faktisk desværre heldigvis gerne ofte sjældent kun bare dermed derfor samtidig endnu_engang officielt for_alvor
    i_dag fremover lige nok jo endnu_en_gang i_år i_aften herefter ligeledes desuden dog virkelig ganske_enkelt
    simpelthen efterhånden
""")
# Imperative: infinitive. Those that sell by grabbing become plain verbs.
IMPERATIVES = {
    "bestil": "bestille", "book": "booke", "køb": "købe", "tilmeld": "tilmelde", "hent": "hente", "ring": "ringe",
    "skriv": "skrive", "prøv": "prøve", "se": "se", "læs": "læse", "kom": "komme", "meld": "melde", "vælg": "vælge",
    "find": "finde", "reservér": "reservere", "reserver": "reservere", "besøg": "besøge", "kontakt": "kontakte",
    "spar": "spare", "få": "få", "brug": "bruge", "send": "sende", "download": "downloade", "abonnér": "abonnere",
    "abonner": "abonnere", "forudbestil": "forudbestille", "lej": "leje", "smag": "smage", "hør": "høre",
    "skift": "skifte", "opgradér": "opgradere", "opgrader": "opgradere", "indløs": "indløse", "udfyld": "udfylde",
    "forny": "forny", "betal": "betale", "test": "teste", "oplev": "opleve", "start": "starte", "deltag": "deltage",
    "bliv": "blive", "lær": "lære", "tag": "tage", "mød": "møde", "gå": "gå", "klik": "klikke", "donér": "donere",
    "doner": "donere", "støt": "støtte", "spis": "spise", "ansøg": "ansøge", "svar": "svare", "vind": "vinde",
    "underskriv": "underskrive", "handl": "handle", "snup": "tage", "udnyt": "bruge", "slip": "slippe", "giv": "give",
    "nyd": "nyde", "hold": "holde", "flyt": "flytte", "søg": "søge", "følg": "følge", "drik": "drikke", "kør": "køre",
    "byt": "bytte", "scan": "scanne", "aflever": "aflevere", "byg": "bygge", "tjek": "tjekke", "hils": "hilse",
    "kig": "kigge", "log": "logge", "grib": "bruge", "fejr": "fejre", "rejs": "rejse", "tilføj": "tilføje",
    "aktivér": "aktivere", "aktiver": "aktivere", "fyld": "fylde", "afprøv": "afprøve",
}  # fmt: skip
# Words that go without being missed.
EMPTY = words("""
    stolt stolte stolthed glad glade glæde begejstret begejstrede begejstring spændt spændte henrykt henrykte
    taknemmelig taknemmelige taknemmelighed ydmyg ydmyge ydmyghed beæret beærede rørt rørte ære fornøjelse meget utrolig
    utroligt enormt virkelig rigtig rigtigt simpelthen vildt sindssygt superglade superstolte pavestolte fantastisk
    fantastiske enestående unik unikt unikke uovertruffen uovertruffet uovertrufne fremragende fænomenal fænomenalt
    fænomenale forrygende prisvindende prisbelønnet prisbelønnede legendarisk legendariske genial genialt geniale
    vidunderlig vidunderligt vidunderlige eminent eminente ekstraordinær ekstraordinære exceptionel exceptionelle
    formidabel formidable førsteklasses banebrydende innovativ innovativt innovative visionær visionært visionære
    nytænkende revolutionerende imponerende verdensførende markedsledende markedsførende brancheførende suveræn suverænt
    suveræne passioneret passionerede dedikeret dedikerede dygtig dygtige dygtigste bedste førende skarpeste ambitiøs
    ambitiøse kompromisløs kompromisløse passion lidenskab hjerteblod verdensklasse topklasse særklasse dna ildsjæl
    ildsjæle sublim sublime mageløs mageløse nyskabende talentfuld talentfulde ypperste smukkeste flotteste elsker
    brænder hjertet hjerte sjæl magi engageret engagerede kompetent kompetente absolut helt kæmpe
""")
# Things with seats, and things on a shelf.
SEATS = words("""
    plads pladser billet billetter tid tider værelse værelser bord borde bolig boliger lejlighed lejligheder hytte
    hytter bås båse grund grunde køje køjer hus huse stand stande
""")
GOODS = words("""
    flaske flasker eksemplar eksemplarer stk kasse kasser cykel cykler par sæt bog bøger kurv kurve buket buketter kage
    kager krukker jakke jakker stol stole lampe lamper plakat plakater glas træer planter
""")
COUNTS = words("én et ét en to tre fire fem seks syv otte ni ti elleve tolv")
NUMERALS = words("""
    to tre fire fem seks syv otte ni ti elleve tolv femten tyve tredive fyrre halvtreds hundrede tusind
""")
OFFERS = words("""
    tilbuddet rabatten prisen priserne kampagnen udsalget koden introprisen introduktionsprisen tilbudsprisen
    forårstilbuddet sommertilbuddet efterårstilbuddet vintertilbuddet juletilbuddet åbningstilbuddet pakketilbuddet
    early_bird-prisen abonnementstilbuddet rabatkoden kampagneprisen pris rabat tilbud bonussen velkomsttilbuddet
    forsalget
""")
EVENTS = words("""
    koncert koncerten foredrag foredraget webinar webinaret kursus kurset marked markedet julemarked julemarkedet
    loppemarked fest festen åbning åbningen udstilling udstillingen premiere festival festivalen smagning vinsmagning
    rundvisning workshop aften aftenen forestilling forestillingen løb løbet stævne messe konference oplæg fernisering
    høstfest havedag temaaften auktion lagersalg reception byvandring
""")

TOKEN = late(r"[^\s,.;:!?()–—]+")
DIGIT = late(r"\d")
READER = late(r"\b(?:du|dig|din|dit|dine|jer|jeres|I)\b(?<!\AI)")
STRONG = EMPTY - words("meget rigtig rigtigt helt virkelig absolut kæmpe glad glade bedste hjertet hjerte")
LOUD = late(
    r"revet væk|barren|ryger|foræret|bliver der ikke|på sidelinjen|har ret til|hårdt arbejde|aldrig at se igen|"
    r"aldrig igen|aldrig bare|mere end (?!\d|et|en|to|tre|fire|fem|ti|hundrede)|som vi har|amok|kompromis|"
    r"kendt (?:\w+ ){0,2}(?:som|for)|i blodet|"
    r"fyldes|bliver fyldt|gløder|tikker|en liga for sig|kaldes|rift om|"
    r"i fare|stå(?:r)? for døren|\b(?!\w*(?:tjen|forr|bag|fjern|hvil)este)\w{3,}este\b|lidenskab|topklasse|særklasse|"
    r"ydmyg|prale|øjenhøjde|sikret sig\Z|bedre end nogen|næste kapitel|eventyret|standard|som vi gør|sidestykke|"
    r"gør ikke|stærkere|aldrig før|ser lys|beviset|slå til|er de væk|forskellen mellem|går hurtigt|"
    r"\b(?:markedets|landets|branchens|byens|verdens)\b|"
    r"(?i:\b(?:hvad venter|hvorfor|har du|er du))|[!?]|ærgr|fortryd|tøver|nøler|du venter|ikke bare|mere end bare",
)
LEANING = words("""
    det detta dette den de denne disse han hun hans hendes dens dets deres her men for så eller begge sådan således
    sidstnævnte førstnævnte resultatet ellers derimod dog tværtimod ja nej altså og hvorfor derudover desuden alligevel
    også heller andre andet noget nogle hertil hvilket som til ligesom alt alle ingen samme
""")
DAYS = "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag"
MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
TIMES = late(
    rf"(?i)\b(?:{DAYS}|\d{{1,2}}\. ?[a-zæø]+|\d{{1,2}}/\d{{1,2}}|kl\.|klokken|i (?:dag|aften|morgen|år|{MONTHS})|"
    r"weekend\w*|uge \d+|19\d\d|20\d\d)\b"
)
WHEN = late(
    rf"(?:fra(?: og med)?|til(?: og med)?|i|på|om|efter|siden|den) (?:næste )?(?:den )?(?:{MONTHS}|{DAYS}|år|dag|aften|"
    rf"morgen|sommer|vinter|efterår|forår|uge \d+|\d+\. (?:{MONTHS})|"
    r"(?:\d+|to|tre|fire|fem|ti) (?:år|dage|uger|måneder))"
)
DATE = late(
    r"(?P<lead>(?:i|på|den|ved|kl\.|klokken|om|efter|uge|natten) )?(?P<day>(?:mandag|tirsdag|onsdag|torsdag|fredag|"
    r"lørdag|søndag|midnat|i aften|i dag|i morgen|i nat|\d|nytår|jul|juleaften|midten|udgangen)[^,;:]*)"
)
FEELING = words("""
    glæde stolthed resultat resultater nyhed nyheden nyheder verden fremtiden hemmelighed kapitel rejse mål vækst
    partnerskab samarbejde aftale strategi vision plan planer begejstring tanker
""")


def small_words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [token.lower() for token in TOKEN.findall(text)]


def factual(text: str) -> str | None:
    """Return a text with a figure in it, or one to the reader without praise: `svarer inden 24 timer`."""
    if re.search(r"\b(?:sin|sit|sine|sig)\b", text):
        return None
    if DIGIT.search(text) or re.search(r"\b(?:to|tre|fire|fem|seks|syv|otte|ni|ti|tolv|hver) (?:\w+)", text):
        return text
    return text if READER.search(text) and not set(small_words(text)) & EMPTY else None


def numbered(text: str) -> str | None:
    """Return a text with a figure in it."""
    return text if DIGIT.search(text) else None


def stated(text: str) -> str | None:
    """Return a text that says something besides: a figure, a time, a word to the reader."""
    return text if DIGIT.search(text) or TIMES.search(text) or READER.search(text) else None


def rounded(text: str) -> str | None:
    """Return a text whose last noun can do without what described it: not `et køkken` in class of its own."""
    return None if re.search(r"\b(?:en|et|med|af) \w+\Z", text) else text


def simple(text: str) -> str | None:
    """Return a phrase without a comma."""
    return None if "," in text else text


def nominal(text: str) -> str | None:
    """Return a noun phrase that can be presented as it stands, without a day: `vores nye app, der …`."""
    text = re.sub(r"\A(?:for )?(?:dig|jer)[, ]+", "", text)
    opens = re.match(r"(?:vores|en|et|årets|to|tre|fire|\d+ |min|mit|mine|den nye|det nye|de nye|den|det|de) ?\w", text)
    if (
        not opens
        or TIMES.search(text.partition(",")[0])
        or set(small_words(text)) & FEELING
        or LOUD.search(text)
        or " her" in text[:8]
    ):
        return None
    return text if not re.search(r"(?:, (?:og|så|men|for|fordi|mens|når)|[:;–]| til at )", text) else None


def plain(text: str) -> str | None:
    """Return a verb phrase of one clause: `holde styr på bilagene`. One with a comma or a `vi` is None."""
    opens = (text.split() or [""])[0]
    return text if opens in INFINITIVES and not re.search(r"[,;:–]|\b(?:vi|os|vores|(?<!og )med)\b", text) else None


def doable(text: str) -> str | None:
    """Return what a reader does, in a verb phrase: `finde din seng`."""
    verb = (text.split() or [""])[0]
    mine = words("finde vælge løse planlægge indrette forstå spare undgå få blive komme søge udfylde samle installere")
    return text if verb in mine and re.search(r"\b(?:din|dit|dine|dig)\b", text) and "," not in text else None


def places(text: str) -> str | None:
    """Say what is left: `fire pladser` is `fire ledige pladser`, `12 flasker` is `12 flasker på lager`."""
    number, _, thing = text.partition(" ")
    if number.lower() not in COUNTS and not number.isdigit():
        return None
    if thing.lower() in SEATS:
        ending = {"en": "", "én": "", "et": "t", "ét": "t"}.get(number.lower(), "e")
        return f"{number} ledig{ending} {thing}"
    return f"{text} på lager" if thing.lower() in GOODS else None


def offer(text: str) -> str | None:
    """Return an offer that can hold until a day: `tilbuddet`, `rabatten på cykler`, `halv pris på ski`."""
    tokens = small_words(text)
    known = any(token in OFFERS or re.search(r"(?:tilbuddet|rabatten|prisen|kampagnen)\Z", token) for token in tokens)
    return text if known and len(tokens) <= 6 and not set(tokens) & FINITE and ":" not in text else None


def until(text: str) -> str | None:
    """Say until when: `på søndag` is `og med søndag`, `ved midnat` is `midnat`, `den 5. maj` is `og med den 5. maj`."""
    found = DATE.fullmatch(text)
    if not found or any(token in FINITE - {"ved"} for token in small_words(text)):
        return None
    lead = (found["lead"] or "").strip()
    day = text if lead in ("i", "den", "kl.", "klokken", "uge") else found["day"]
    return day if re.search(r"midnat|kl\.|klokken|aften|nat", text) else f"og med {day}"


def offered(text: str) -> str | None:
    """Return what one can get: a plain noun phrase without praise: `gratis levering i Thy`."""
    text = re.sub(r"\A(?:dig|alle|vores kunder) ", "", text)
    tokens = small_words(text)
    vague = EMPTY | words("mere bedste vi os service vores løsninger løsning verden jer")
    if not tokens or set(tokens) & vague or tokens[0] in LEANING or LOUD.search(text):
        return None
    return (
        text
        if not re.search(r"(?:, (?:og|så|men|for|fordi|der|som)|[:;–])", text) and " at " not in f" {text} "
        else None
    )


def infinitive(text: str) -> str | None:
    """Return a phrase that opens with an infinitive."""
    return text if (text.split() or [""])[0] in INFINITIVES else None


def team(text: str) -> str | None:
    """Return nothing for people of the sender: `vores dygtige konsulenter`, `vi`."""
    people = r"(?:vi|vores(?: [\w-]+){1,5}|(?:hele )?(?:holdet|teamet))"
    return "" if re.fullmatch(people, text, re.I) and not DIGIT.search(text) else None


def headline(text: str) -> str | None:
    """Return an offer without a verb, or a whole sentence: `20 % på alle støvler`."""
    return text if DIGIT.search(text) and len(text.split()) > 2 and text[:1].isalnum() else None


def praised(text: str) -> str | None:
    """Return nothing for a praise of oneself that holds no fact: `landets mest erfarne hold`."""
    tokens = small_words(text)
    return (
        ""
        if any(t.endswith("ste") or t in EMPTY or t in ("mest", "førende") for t in tokens) and len(tokens) < 10
        else None
    )


def counted(text: str) -> str | None:
    """Return a number in words: `fire`."""
    return text if text.lower() in NUMERALS else None
