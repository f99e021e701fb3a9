"""Danish words that rewriting must know by their forms: verbs, adverbs, and what praise is made of."""

from __future__ import annotations

from toneguard.languages.language import words

# Verbs by their infinitive; the present is the infinitive and an r.
INFINITIVES = words("""
    advare afgøre aflevere afprøve afslutte afvise analysere anbefale ansætte arbejde arrangere bage beholde behandle
    behøve besøge bestille betale bidrage blande blive bo booke bore bringe bruge brygge bygge byde bytte bære
    dele deltage designe donere drikke drive drosle dyrke dække efterlade ejerskifte elske erstatte etablere finde
    fjerne flytte foretage forberede fordele fordoble forhandle forkorte forlænge forny forstå fortsætte fortælle
    fortjene fragte fremstille få følge føre give gribe gå halvere handle hente hjælpe holde høre høste importere
    indbyde indføre indgå indrette indsamle indvie installere introducere invitere klare klippe kombinere komme
    kontakte koble koge kontrollere køre købe lade lancere lave lede leje levere lukke lægge lære læse løse male melde
    meddele mindske montere modtage måle møde nedsætte nå omlægge oprette opgradere opdatere overdrage overtage
    overveje pakke passe plante planlægge plukke præsentere producere prøve påbegynde redde reducere rense reparere
    reservere restaurere ringe riste rydde rådgive sammenligne samle samarbejde sejle sende servere se sige sikre skabe
    skifte skrive skære slippe slå sløjfe sponsorere spare spille spise springe stille starte stoppe styrke støtte
    stå svare synge sy sælge sætte sørge tage tale tegne tilbyde tilføje tilmelde tilpasse tjekke tjene trykke træne tælle
    tømme uddanne uddele udgive udlevere udleje udskifte udstille udvide udvikle undersøge undervise undgå vaske vedtage
    vente vinde vise vælge vække vågne yde æde åbne arve bemande bestride blive dyrke farve filme forkæle forske gemme glæde
    guide hedde huse hæve klargøre kåre kræve krydse leve ligge miste nedlægge omdanne opføre opleve opnå optage
    parkere fylde formidle begynde afholde genåbne genbruge gøre løbe løfte mærke nedbringe optimere vokse vende være
    have kunne skulle ville måtte turde vide burde forbedre sidde stamme ligne lykkes trives findes dele
    downloade streame annullere ombytte returnere afhente udfylde underskrive klikke snuppe ansøge sammensætte bestå
    dyrke indløse gense sikre spørge nyde smage slappe tro mene undre lytte passe tilse forebygge beskytte
    forudbestille abonnere hugge bruse hælde kigge gætte vurdere beregne regne printe udskrive fejre takke hylde
    opdage udforske opgive rive skovle trække vandre cykle rejse flyve campere overnatte bade svømme fiske huske glemme
    afbestille ombooke betro stemme tilbagebetale refundere dykke drømme kæmpe knokle brænde insistere stræbe håbe
    ønske sværge foretrække nægte forsøge forvente forpligte udfordre inspirere
""")
PRESENTS = {
    "være": "er", "have": "har", "kunne": "kan", "skulle": "skal", "ville": "vil", "måtte": "må", "turde": "tør",
    "vide": "ved", "burde": "bør", "gøre": "gør", "spørge": "spørger", "lykkes": "lykkes", "trives": "trives",
    "findes": "findes",
}  # fmt: skip
# Finite forms besides the regular presents.
FINITE = words("""
    er har kan skal vil må tør ved bør gør var havde kunne skulle ville måtte blev fik gik kom stod tog gav så sagde
    gjorde vidste fandt skrev vandt begyndte åbnede startede lancerede byggede solgte købte flyttede hentede lavede
    bor tror ser får går står slår sker når dør syr lykkes trives findes fås koster gælder hedder udkommer udløber
    ligger lander byder viser indeholder fylder måler vejer varer foregår omfatter bliver rummer leveres sælges
    åbnes lukkes bages laves sendes serveres bygges trykkes udsendes betyder slutter lukker rykker træder rammer
""")
# Adverbs that stand before the verb of a clause behind "at" and after that of a sentence.
ADVERBS = words("""
    ikke ikke_længere ikke_mere ikke_kun nu også altid aldrig endelig snart allerede fortsat stadig igen netop faktisk desværre heldigvis gerne
    ofte sjældent kun bare dermed derfor samtidig endnu_engang officielt for_alvor i_dag fremover lige igen nok jo
    endnu_en_gang i_år i_aften herefter ligeledes desuden dog virkelig ganske_enkelt simpelthen efterhånden
""")
SUBJECTS = words("vi jeg du I man han hun de den det der alle")
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
    "underskriv": "underskrive", "handl": "handle", "snup": "tage", "udnyt": "bruge",
}  # fmt: skip
# Words that go without being missed.
EMPTY = words("""
    stolt stolte stolthed glad glade glæde begejstret begejstrede begejstring spændt spændte henrykt henrykte
    taknemmelig taknemmelige taknemmelighed ydmyg ydmyge ydmyghed beæret beærede rørt rørte ære fornøjelse meget
    utrolig utroligt enormt virkelig rigtig rigtigt simpelthen vildt sindssygt superglade superstolte pavestolte
    fantastisk fantastiske enestående unik unikt unikke uovertruffen uovertruffet uovertrufne fremragende
    fænomenal fænomenalt fænomenale forrygende prisvindende prisbelønnet prisbelønnede legendarisk legendariske
    genial genialt geniale vidunderlig vidunderligt vidunderlige eminent eminente ekstraordinær ekstraordinære
    exceptionel exceptionelle formidabel formidable førsteklasses banebrydende innovativ innovativt innovative
    visionær visionært visionære nytænkende revolutionerende imponerende verdensførende markedsledende
    markedsførende brancheførende suveræn suverænt suveræne passioneret passionerede dedikeret dedikerede
    dygtig dygtige dygtigste bedste førende skarpeste ambitiøs ambitiøse kompromisløs kompromisløse passion
    lidenskab hjerteblod verdensklasse topklasse særklasse dna ildsjæl ildsjæle sublim sublime mageløs mageløse
    nyskabende talentfuld talentfulde ypperste smukkeste flotteste elsker brænder hjertet hjerte sjæl magi engageret
    engagerede kompetent kompetente absolut helt kæmpe
""")
# Adjectives of praise that may be left out before a noun.
PRAISE = words("""
    fantastisk fantastiske enestående unik unikt unikke uovertruffen uovertruffet uovertrufne fremragende
    fænomenal fænomenalt fænomenale forrygende prisvindende prisbelønnet prisbelønnede legendarisk legendariske
    genial genialt geniale vidunderlig vidunderligt vidunderlige eminent eminente ekstraordinær ekstraordinært
    ekstraordinære exceptionel exceptionelt exceptionelle formidabel formidabelt formidable førsteklasses
    banebrydende innovativ innovativt innovative visionær visionært visionære nytænkende revolutionerende
    imponerende verdensførende markedsledende markedsførende brancheførende suveræn suverænt suveræne passioneret
    passionerede dedikeret dedikerede dygtige dygtig sublim sublimt sublime mageløs mageløst mageløse nyskabende
    talentfuld talentfulde kompromisløs kompromisløst kompromisløse ikonisk ikoniske ambitiøs ambitiøst ambitiøse
    uforlignelig uforligneligt uforlignelige strålende ypperlig ypperligt ypperlige velrenommeret velrenommerede
    toneangivende trendsættende brillant brillante engagerede uforglemmelig uforglemmeligt uforglemmelige højt
    kvalificerede superdygtige topprofessionelle professionelle kompetente erfarne skønne seje
""")
# Things with seats, and things on a shelf.
SEATS = words("""
    plads pladser billet billetter tid tider værelse værelser bord borde bolig boliger lejlighed lejligheder hytte
    hytter bås båse grund grunde køje køjer hus huse stand stande
""")
GOODS = words("""
    flaske flasker eksemplar eksemplarer stk styk kasse kasser cykel cykler par sæt bog bøger kurv kurve buket buketter
    kage kager krukke krukker jakke jakker stol stole lampe lamper plakat plakater glas træer planter
""")
COUNTS = words("én et ét en to tre fire fem seks syv otte ni ti elleve tolv")
NUMERALS = words("to tre fire fem seks syv otte ni ti elleve tolv femten tyve tredive fyrre halvtreds hundrede tusind")
OFFERS = words("""
    tilbuddet rabatten prisen priserne kampagnen udsalget koden introprisen introduktionsprisen tilbudsprisen
    forårstilbuddet sommertilbuddet efterårstilbuddet vintertilbuddet juletilbuddet åbningstilbuddet pakketilbuddet
    early_bird-prisen abonnementstilbuddet rabatkoden kampagneprisen pris rabat tilbud bonussen velkomsttilbuddet
    forsalget
""")
EVENTS = words("""
    koncert koncerten foredrag foredraget webinar webinaret kursus kurset marked markedet julemarked julemarkedet
    loppemarked loppemarkedet fest festen åbning åbningen udstilling udstillingen premiere premieren festival festivalen
    smagning smagningen vinsmagning vinsmagningen ølsmagning rundvisning rundvisningen workshop workshoppen
    aften aftenen forestilling forestillingen løb løbet stævne stævnet messe messen konference konferencen åbent_hus
    oplæg oplægget fernisering ferniseringen høstfest høstfesten havedag havedagen temaaften temaaftenen auktion
    auktionen lagersalg lagersalget bogdag strikkecafé pop-up reception receptionen byvandring byvandringen
""")
ROLES = words("""
    leverandør producent udbyder forhandler importør specialist grossist eksportør totalentreprenør rådgiver arrangør
    udlejer leverandører producenter udbydere forhandlere importører specialister rådgivere
""")
