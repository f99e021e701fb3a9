"""Forms of Swedish verbs with what turns one into another, and word lists, for rewriting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toneguard.languages.language import words
from toneguard.late import late

# Verbs in -a, -ar, -ade, -at.
_FIRST = words("""
    agera aktivera analysera anlita annonsera anordna anpassa ansvara anteckna arbeta arrangera automatisera avboka
    avlasta avsluta avslöja backa bada baka bearbeta behandla belasta bemanna besluta betala bevaka bevara blanda blogga
    blomma boka bromsa börja cirkulera cykla dansa debitera dela designa digitalisera diskutera dokumentera donera
    dubbla duscha effektivisera elda elektrifiera erövra etablera expandera exportera fasa finansiera fira fiska fixa
    flytta foga fogra formulera forska fota fotografera frakta främja fråga fundera fungera funka förankra förbättra
    fördubbla förenkla förhandla förkorta förmedla förminska förnya förstora förvandla garantera gilla granska grilla
    grunda gynna gäspa halvera hamna handla hantera hitta hoppa hyvla hälsa hämta importera informera inkludera
    inspirera installera integrera introducera investera isolera jobba justera jämna kalla kassera kasta klaga klara
    klicka koka kolla kombinera kommentera kompensera komplettera konstatera kontakta kontrollera kopiera koppla korta
    kosta kretsa krydda kryssa kvittera ladda laga lagra landa lansera lasta leverera lista locka logga lossa lotsa lova
    lugna lyssna lätta låna mata matcha meddela mejla minska mjölka montera motionera motivera mura måla navigera
    nominera notera odla omboka omfatta optimera ordna organisera orka packa parkera passa passera pendla pensla placera
    planera plantera plocka polera prata prenumerera presentera prioritera producera programmera promenera prova pröva
    publicera putsa påverka redovisa registrera regna reklamera rekommendera rekrytera renovera rensa reparera
    representera reservera returnera rita rosta rulla rädda räkna rösta sakna samarbeta samla sammanfatta samordna
    sanera satsa segla servera signera sikta simma skaffa skala skapa skicka skissa skotta skruva skydda skörda slipa
    slopa slösa smaka snickra snöa somna sopa sortera sota spackla spara spela spola sponsra spärra stanna starta
    stimulera stoppa streama studera städa stötta surfa svara swisha tacka tala tanka tapetsera teckna testa tillverka
    tippa titta torka trafikera tredubbla trimma trolla träna tvätta täta tävla underlätta undervisa uppdatera
    uppgradera upphandla uppmana upprepa uppskatta utbilda utforska utmana utveckla utvärdera utöka vaccinera vakna
    vakta vandra variera varna vattna ventilera verifiera vila visa visualisera välkomna vänta värdera vässa vårda älska
    ändra ångra öka önska öppna öva översvämma
""")
# Verbs with other forms: infinitive, present, past and supine; the imperative is the infinitive without -a.
_OTHER = """
anmäla anmäler anmälde anmält / använda använder använde använt / avstå avstår avstod avstått / bidra bidrar bidrog
bidragit / bjuda bjuder bjöd bjudit / bygga bygger byggde byggt / dammsuga dammsuger - dammsugit / delta deltar deltog
deltagit / dröja dröjer dröjde dröjt / fortsätta fortsätter fortsatte fortsatt / frysa fryser frös frusit / fylla fyller
fyllde fyllt / föreslå föreslår föreslog föreslagit / förbereda förbereder förberedde förberett / förlänga förlänger
förlängde förlängt / hyra hyr hyrde hyrt / kartlägga kartlägger kartlade kartlagt / kräva kräver krävde krävt / köra kör
körde kört / lösa löser löste löst / mala maler malde malt / mäta mäter mätte mätt / märka märker märkte märkt / möta
möter mötte mött / offentliggöra offentliggör offentliggjorde offentliggjort / reda reder redde rett / sjunga sjunger
sjöng sjungit / släppa släpper släppte släppt / stämma stämmer stämde stämt / sända sänder sände sänt / söka söker sökte
sökt / tillkännage tillkännager tillkännagav tillkännagett / undersöka undersöker undersökte undersökt / undvika
undviker undvek undvikit / vara är var varit / värma värmer värmde värmt / växa växer växte växt / åka åker åkte åkt /
återvinna återvinner återvann återvunnit / äga äger ägde ägt / beskära beskär beskar beskurit / tömma tömmer tömde tömt
/ återuppta återupptar återupptog återupptagit / översätta översätter översatte översatt / anställa anställer anställde
anställt / fästa fäster fäste fäst / belysa belyser belyste belyst / steka steker stekte stekt / brygga brygger bryggde
bryggt / röka röker rökte rökt / trycka trycker tryckte tryckt / påminna påminner påminde påmint / räcka räcker räckte
räckt / slippa slipper slapp sluppit / beskriva beskriver beskrev beskrivit / inviga inviger invigde invigt / bo bor
bodde bott / må mår mådde mått / ge ger gav gett / gå går gick gått / lära lär lärde lärt / avgöra avgör avgjorde
avgjort / ske sker skedde skett / se ser såg sett / stå står stod stått / ta tar tog tagit / få får fick fått / ha har
hade haft / kunna kan kunde kunnat / vilja vill ville velat / göra gör gjorde gjort / komma kommer kom kommit / veta vet
visste vetat / inreda inreder inredde inrett / sjösätta sjösätter sjösatte sjösatt / läka läker läkte läkt / stärka
stärker stärkte stärkt / uppföra uppför uppförde uppfört / gälla gäller gällde gällt / pågå pågår pågick pågått / avgå
avgår avgick avgått / ankomma ankommer ankom ankommit / återstå återstår återstod återstått / jämföra jämför jämförde
jämfört / bli blir blev blivit / hjälpa hjälper hjälpte hjälpt / köpa köper köpte köpt / läsa läser läste läst / skriva
skriver skrev skrivit / sälja säljer sålde sålt / välja väljer valde valt / sätta sätter satte satt / hålla håller höll
hållit / ligga ligger låg legat / sitta sitter satt suttit / hänga hänger hängde hängt / finnas finns fanns funnits /
behöva behöver behövde behövt / beställa beställer beställde beställt / bestämma bestämmer bestämde bestämt / betyda
betyder betydde betytt / binda binder band bundit / byta byter bytte bytt / dra drar drog dragit / driva driver drev
drivit / dricka dricker drack druckit / erbjuda erbjuder erbjöd erbjudit / äta äter åt ätit / falla faller föll fallit /
flyga flyger flög flugit / följa följer följde följt / föda föder födde fött / försvinna försvinner försvann försvunnit
/ förstå förstår förstod förstått / förlora förlorar förlorade förlorat / genomföra genomför genomförde genomfört / höja
höjer höjde höjt / sänka sänker sänkte sänkt / höra hör hörde hört / innebära innebär innebar inneburit / innehålla
innehåller innehöll innehållit / ingå ingår ingick ingått / känna känner kände känt / leda leder ledde lett / leva lever
levde levt / låta låter lät låtit / lyfta lyfter lyfte lyft / lägga lägger lade lagt / lämna lämnar lämnade lämnat /
minnas minns mindes mints / nå når nådde nått / ringa ringer ringde ringt / resa reser reste rest / ryta ryter röt rutit
/ röra rör rörde rört / skjuta skjuter sköt skjutit / sköta sköter skötte skött / skära skär skar skurit / slå slår slog
slagit / sluta slutar slutade slutat / sova sover sov sovit / springa springer sprang sprungit / stiga stiger steg
stigit / stänga stänger stängde stängt / ställa ställer ställde ställt / säga säger sade sagt / ske sker skedde skett /
tillhöra tillhör tillhörde tillhört / tänka tänker tänkte tänkt / tillåta tillåter tillät tillåtit / träffa träffar
träffade träffat / utse utser utsåg utsett / vinna vinner vann vunnit / växla växlar växlade växlat / upphöra upphör
upphörde upphört / uppfylla uppfyller uppfyllde uppfyllt / utgå utgår utgick utgått / medföra medför medförde medfört /
kännas känns kändes känts / leta letar letade letat / heta heter hette hetat / njuta njuter njöt njutit / skaka skakar
skakade skakat / unna unnar unnade unnat / bära bär bar burit / bryta bryter bröt brutit / åtgärda åtgärdar åtgärdade
åtgärdat / ersätta ersätter ersatte ersatt / gräva gräver grävde grävt / sy syr sydde sytt / bre brer bredde brett / klä
klär klädde klätt / tro tror trodde trott / skola ska skulle skolat / underhålla underhåller underhöll underhållit /
motta mottar mottog mottagit / begränsa begränsar begränsade begränsat / avsätta avsätter avsatte avsatt / tillsätta
tillsätter tillsatte tillsatt / rycka rycker ryckte ryckt / dö dör dog dött / bevisa bevisar bevisade bevisat / bestå
består bestod bestått / utgöra utgör utgjorde utgjort / återkomma återkommer återkom återkommit / överlåta överlåter
överlät överlåtit / införa inför införde infört / överföra överför överförde överfört / uppnå uppnår uppnådde uppnått /
anlända anländer anlände anlänt / hinna hinner hann hunnit / lyckas lyckas lyckades lyckats / lida lider led lidit /
ligga ligger låg legat / behålla behåller behöll behållit / erhålla erhåller erhöll erhållit / vända vänder vände vänt /
rida rider red ridit / rinna rinner rann runnit / ådra ådrar ådrog ådragit / ryka ryker rök rykt / hugga hugger högg
huggit / knipa kniper knep knipit / hända händer hände hänt / tända tänder tände tänt / smälta smälter smälte smält /
täcka täcker täckte täckt / sträcka sträcker sträckte sträckt / väcka väcker väckte väckt / begära begär
begärde begärt / provköra provkör provkörde provkört / ansöka ansöker ansökte ansökt / rymma rymmer rymde rymt
"""
# Forms that are verbs only now and then: bärs, delar, rör, bad, var …
AMBIGUOUS = words("""
    bär delar rör låg bad bar led steg rök röt red var byte band åt växlar satt lagt köpt listar frågar lånar dansar
    tankar byggt sett gått hört tänkt lät sov
""")
MODALS = words(
    "kan kunde ska skall skulle bör borde måste får fick vill ville behöver brukar brukade tänker hinner slipper"
)
PRONOUNS = words("vi du ni jag man det den de dom han hon alla ingen någon allt båda")
OBJECTS = words("dig er oss mig sig honom henne dem dej")
PREPOSITIONS = words("""
    i på av till från med för hos över under om vid efter mot utan mellan genom bland inom utanför bakom framför
    före inför enligt längs kring runt sedan per trots innan tack
""")
SUBJUNCTIONS = words("som att där när om medan eftersom innan tills fast vilket vilken vilka därför varför hur vad vem")
DETERMINERS = words("en ett den det de vår vårt våra din ditt dina er ert era två tre fyra fem sex sju åtta nio tio")
NUMERALS = words("""
    en ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo
    trettio fyrtio femtio sextio sjuttio åttio nittio hundra tvåhundra trehundra femhundra tusen halva hälften
    dubbelt första sista dussin tiotal hundratal tusental miljon miljoner procent
""")
# Words of time and terms: what has one of them may be news to the reader.
TERMS = words("""
    måndag tisdag onsdag torsdag fredag lördag söndag midnatt helgen ikväll imorgon kväll morgon natt vecka veckan
    gratis kostnadsfritt kostnadsfri rabatt rabatten pris priset priser priserna höjs höjer sänks kr kronor
    fraktfritt betala betalar höst hösten vår våren vinter vintern sommar sommaren månad månaden år året timme
    timmar minuter dagar dygn klockan kl midsommar jul påsk juli länken länk koden kod
""") - words("vår")
# Adverbs that stand before the verb of a subordinate clause and behind that of a main clause, longest first.
_ADVERBS = """
    från och med i dag / från och med idag / från och med nu / än en gång / numera också / nu också / nu även /
    inte längre / inte heller / redan nu / redan i dag / redan idag / just nu / i dag / i år / i höst / inte /
    aldrig / alltid / nu / också / även / redan / ofta / snart / dessutom / numera / fortfarande / ännu /
    återigen / nyligen / faktiskt / bara / endast / därmed / idag / sällan / oftast / i dagsläget / tidigare /
    normalt / framöver / framåt / äntligen / officiellt / nu äntligen / åter / gärna / dagligen / ständigt /
    tyvärr / längre / igen / längre / stolt / verkligen / helt enkelt
"""
ADVERBS = tuple(" ".join(entry.split()) for entry in _ADVERBS.split("/"))
IDLE = words("äntligen officiellt stolt verkligen")  # those of them that go

# Words that speak of feelings, and those that may stand between them.
PRIDE = words("""
    vi jag är det att som vår våra vårt oss mig en ett den och men så ja i på med av över för om dag idag nu här hos
    inför stolt stolta stolthet glad glada glädje glädjen lycka lyckliga överlyckliga lyriska ödmjuka ödmjukt
    ödmjukhet tacksamma tacksam tacksamhet hedrade hedrad ära äran nöje nöjet förmånen exalterade taggade
    supertaggade peppade superpeppade förväntansfulla uppspelta spänning iver värme otroligt oerhört enormt väldigt
    mycket extra extremt sjukt galet himla verkligen så innerligt djupt superstolta jättestolta megastolta
    jätteglada superglada stor stora störst största enorm fantastiskt fantastisk roligt kul härligt underbart stort
    glädjande känns känner inte lite minst sagt äntligen officiellt även också kan vill får har haft hade få kunna
    gläds gläder jublar ser fram emot mot nyhet nyheter rolig roliga spännande fantastiska särskilt speciellt
    riktigt naturligtvis förstås givetvis återigen otrolig otroliga blandning både massa nyheten efter lång väntan
    ögonblick magiskt mäktigt häftigt innehåller nå sagt genuin genuint nästan barnsligt löjligt helt enkelt
    faktiskt därför hela teamet gänget alla enkom mer än glädjer overkligt
""")
# Words that ask, that lean on the sentence before, that join two sentences, and that do so further in.
ASKING = words("vad vem vilka vilken vilket hur varför när var vems kan ska skulle vill har är får")
LEANING = words("""
    det detta den de dom dessa denna han hon här där då så sådan sådana sådant samma båda bägge annars sedan sen
    svaret frågan bevisa hemligheten resultatet anledningen men för
""")
JOINING = words("därför dessutom därmed alltså följaktligen därtill")
INSIDE = words("""
    också även heller dock däremot i_stället istället ändå därför dessutom alltså nämligen sådan sådana motsatsen
    sådant
""")

# Orders that only hurry.
HOOKS = words("""
    passa missa skynda säkra tveka vänta slå knip roffa paxa norpa hugg grip haka häng dröj sov snabba agera
""")
# What boasts even when the adjectives are gone.
BOAST = late(
    r"\b(?:positionen|ställning|kliv|resan?|själ\w*|hjärtan?|hjärtat|passion\w*|brinner|förvandla\w*|med storm|nav|"
    r"dröm\w*|världsklass|särklass|dna|ryggmärgen|väggarna|stolt\w*|spelregler\w*|spelplanen|framtidens|morgondagens|"
    r"magi|stjärnor|självklara|lika|gåshud|framgång\w*|bäst|bästa|främsta|mest|spetskompetens|värden?|motstycke|"
    r"åstadkommit|navet|skärningspunkten|transformation\w*|följare|aldrig bara|inte bara|mer än bara|familj|släkten|"
    r"så är vi|utmana\w*|skillnad|"
    r"inspirera\w*|livsstil|magisk\w*|poesi|rinner iväg|varslet)\b",
    re.I,
)


def verbs() -> Iterator[tuple[str, str, str, str]]:
    """Yield the infinitive, present, past and supine of every verb."""
    rows = [tuple(row.split()) for row in _OTHER.split("/")]
    known = {row[0] for row in rows}
    for infinitive, present, past, supine in rows:
        yield infinitive, present, past, supine
    for infinitive in sorted(_FIRST - known):
        if infinitive.endswith("a") and len(infinitive) > 3:
            yield infinitive, f"{infinitive}r", f"{infinitive}de", f"{infinitive}t"


SPOKEN = late(
    r"(?:\A[–—-]|[,–—] ?(?:säger|sa|sade|berättar|menar|förklarar|konstaterar|skriver|tycker|undrar)\b)", re.I
)
DUMMY = late(
    r"det (?:finns|fanns|går|kostar|tar|krävs|behövs|räcker|gäller|blir|regnar|snöar|händer|bor|står|kommer|är "
    r"(?:bara |nu |också )?(?:möjligt|lätt|svårt|viktigt|dags|tillåtet|gratis|bra|enklast|\w+dag|kallt|varmt|fritt))\b",
    re.I,
)


def said_here(text: str) -> str | None:
    """Decline what somebody says: `…, säger Kim Ek`."""
    return None if SPOKEN.search(text) else text


def own(text: str) -> str | None:
    """Decline what somebody says, `…, säger Kim Ek`, and what boasts all the same."""
    return None if SPOKEN.search(text) or BOAST.search(text) else text


_VERBS = tuple(verbs())
PRESENT = {infinitive: present for infinitive, present, _, _ in _VERBS}
INFINITIVE = {present: infinitive for infinitive, present, _, _ in _VERBS}
SUPINES = frozenset(supine for *_, supine in _VERBS)
FINITE = (
    frozenset(form for _, present, past, _ in _VERBS for form in (present, past))
    | frozenset(f"{past}s" for _, _, past, _ in _VERBS if past.endswith("de"))
    | frozenset(f"{infinitive}s" for infinitive, present, _, _ in _VERBS if present.endswith("ar"))
    | frozenset(f"{present[:-2]}s" for _, present, _, _ in _VERBS if present.endswith("er") and len(present) > 4)
    | MODALS
)
_WEAK = {"kom": "komma", "gör": "göra", "glöm": "glömma", "bestäm": "bestämma", "bli": "bli", "hör": "höra"}
IMPERATIVE = _WEAK | {
    (inf if present.endswith("ar") or not inf.endswith("a") else inf[:-1]): inf for inf, present, _, _ in _VERBS
}


def plain(word: str) -> str:
    """Return a word in lower case without the marks around it."""
    return word.lower().strip(",;:()”\"'!?.")


def is_finite(text: list[str], index: int) -> bool:
    """Tell whether a word is a finite verb: `öppnar`; one that may be a noun only behind a pronoun."""
    word = plain(text[index])
    before = plain(text[index - 1]) if index else ""
    if word not in FINITE or (
        word.endswith(("ade", "de", "te")) and before in DETERMINERS | words("mest alla nya för")
    ):
        return False
    return word not in AMBIGUOUS or (before in PRONOUNS | words("inte nu också alltid"))


def clauses_in(text: list[str]) -> int:
    """Count the clauses that hang on another: `som …`, `när …`; `om` is one before a pronoun."""
    after = [*(plain(word) for word in text[1:]), ""]
    return sum(
        plain(word) in SUBJUNCTIONS - words("att innan") and (plain(word) != "om" or after[index] in PRONOUNS)
        for index, word in enumerate(text)
    )


def present(phrase: str) -> str | None:
    """Turn an infinitive into the present: `äntligen få öppna en butik` → `öppnar en butik`."""
    text = phrase.split()
    while len(text) > 1 and text[0] in ("äntligen", "nu", "få", "kunna", "även", "också", "officiellt"):
        if text[0] == "få" and plain(text[1]) not in (*PRESENT, "äntligen", "nu"):
            break
        text.pop(0)
    verb = PRESENT.get(text[0])
    return said_here(" ".join((verb, *text[1:]))) if verb and len(text) > 1 else None


def present_we(phrase: str) -> str | None:
    """Turn an infinitive into the present with its subject behind: `öppna en butik` → `öppnar vi en butik`."""
    turned = present(phrase)
    return None if turned is None else re.sub(r"\A(\S+)", r"\1 vi", turned)


def infinitive(phrase: str) -> str | None:
    """Let a phrase pass that begins with an infinitive: `betala i appen`."""
    first = phrase.split()[0]
    text = phrase.split()
    starts = sum(is_finite(text, index) for index in range(1, len(text)))
    barred = first in words("vara få ha bli") or len(text) < 2 or starts > clauses_in(text)
    return phrase if first in PRESENT and not barred and own(phrase) else None


def order(phrase: str) -> str | None:
    """Turn an order into a condition: `anmäl dig före fredag` → `anmäler du dig före fredag`."""
    text = phrase.split()
    verb = IMPERATIVE.get(text[0].lower())
    if (
        verb is None
        or len(text) < (4 if verb == "slå" else 2)
        or text[-1].endswith(",")
        or {"och", "innan", "–", "-"} & set(text)
    ):
        return None
    social = verb in words("skriva kommentera dela gilla tagga") and text[1] != "på"
    if social or any(word.isupper() and len(word) > 1 for word in text):
        return None
    you = "ni" if "er" in text else "du"
    return " ".join((PRESENT[verb], you, *text[1:])) if verb not in words("vara få ha") else None


def present_any(phrase: str) -> str | None:
    """Turn an infinitive into the present, and leave a present as it is: `öppnar en butik`."""
    first, _, rest = phrase.partition(" ")
    return None if rest.startswith("att ") else phrase if first in INFINITIVE else present(phrase)


def ordered(word: str) -> str | None:
    """Drop an order with which a clause begins: `boka`."""
    return "" if word in IMPERATIVE or word in HOOKS else None
