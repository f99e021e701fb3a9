"""Swedish nouns with their gender and number, and words of praise and pressure, for rewriting."""

from __future__ import annotations

import re

from toneguard.languages.forms_sv import BOAST
from toneguard.languages.language import words
from toneguard.late import late

# What is one of many: plural, singular with its article.
_ONE_OF = """
    leverantörer en leverantör / aktörer en aktör / företag ett företag / bolag ett bolag / byråer en byrå / tillverkare
    en tillverkare / kedjor en kedja / producenter en producent / skolor en skola / hotell ett hotell / butiker en butik
    / arbetsgivare en arbetsgivare / återförsäljare en återförsäljare / distributörer en distributör / grossister en
    grossist / entreprenörer en entreprenör / restauranger en restaurang / bagerier ett bageri / kliniker en klinik /
    mäklare en mäklare / tjänster en tjänst / plattformar en plattform / anläggningar en anläggning / förlag ett förlag
    / banker en bank / föreningar en förening / varumärken ett varumärke / museer ett museum / konferenser en konferens
    / mässor en mässa / koncerner en koncern / verkstäder en verkstad / åkerier ett åkeri / bryggerier ett bryggeri /
    rosterier ett rosteri / campingar en camping / rederier ett rederi / salonger en salong / apotek ett apotek /
    utbildningar en utbildning / högskolor en högskola / universitet ett universitet / kommuner en kommun / partner en
    partner / konsulter en konsult / förvaltare en förvaltare / operatörer en operatör / destinationer en destination
"""
ONE_OF = {row.split()[0]: " ".join(row.split()[1:]) for row in _ONE_OF.split("/")}
NEUTER = late(
    r"\w*(?:företag|bolag|hotell|bageri|eri|förlag|märke|museum|apotek|universitet|hus|gym|spa|kafé"
    r"|café|konditori|team"
    r"|center|centrum|program|system|verktyg|bibliotek|rum|sortiment|utbud|nätverk|skafferi|kontor|torg"
    r"|lager|kök|val)\Z"
)
COMMON = late(
    r"\w*(?:leverantör|aktör|byrå|are|kedja|producent|skola|butik|distributör|entreprenör|restaurang|klinik|tjänst"
    r"|ing|plattform|bank|konferens|mässa|koncern|verkstad|salong|kommun|partner|konsult|operatör|app"
    r"|het|tion|mottagning"
    r"|metod|arena|park|festival|optiker|frisör|teknik|station|maskin|modell|cykel|bil)\Z"
)

# Praise for one's own: what may be left out of an opening such as `som marknadsledande aktör`.
PRAISE = late(
    r"\b(?:\w*ledande|främsta|bästa|största|vassa\w*|unik\w*|\w*erfar\w*|erfarenhet\w*|engage\w+"
    r"|passion\w*|kompetens\w*"
    r"|kompeten\w*|kunskap\w*|kunnig\w*|kärlek\w*|stolthet|glädje|precision|hjärta\w*|fantastisk\w*|innovativ\w*"
    r"|hållbara\w*|omtyckta|moderna\w*|nytänkande|framåtlutade|duktig\w*|skicklig\w*|grymma|fokus\w*"
    r"|dedik\w*|prisbel\w+"
    r"|självklara\w*|naturliga|starka|banbrytande|hög\w* (?:kvalitet|servicenivå|ambition\w*)|närhet"
    r"|expertis|helhets\w*"
    r"|omtanke|noggrannhet|hantverks\w*|tradition\w*|trygg\w*|gedigen|gediget|gedigna|mångårig\w*|flexib\w*|\w+fokus"
    r"|spetskompetens|toppmodern\w*|modig\w*|personlig\w*|professionell\w*|lyhörd\w*|handplockad\w*|uppskattad\w*)\b",
    re.I,
)
# What a clause that only boasts has in it.
BOASTING = late(
    BOAST.pattern
    + r"|\b(?:stolt\w*|stolthet\w*|glada?|tacksam\w*|märks|lovar|kvitto|bevis|ingen slump|världens|unik\w*"
    r"|fantastisk\w*|magisk\w*|otrolig\w*|oslagbar\w*|omöjligt att|kärlek\w*|slår (?:oss|det|dem)"
    r"|gåshud|förtroende\w*"
    r"|betyder allt|ödmjuk\w*|historisk\w*|firar oss|självklar\w*|ledstjärna|rörda|rodnar|älskar|avund\w*|drömma\w*"
    r"|bevisar|partner|vänner|livet|duktiga|kunniga|pålitliga|gillar oss|nöjda?|klockrent|guld värt"
    r"|säger (?:väl |en del|allt|egentligen)|väl är vi|skryt\w*)\b",
    re.I,
)
# What a clause has in it that threatens, envies or speaks in riddles: it is not kept.
LOOMING = late(
    r"\b(?:ta[rl]? slut|ryk(?:a|er)|rinner|sken(?:a|ar)|växer|fylldes|fylls|såldes|säljs slut|går åt"
    r"|gick åt|minne blott|väntar"
    r"|hinner|tveka\w*|ångra\w*|har redan|säkrat|undra\w*|framtida jag|dör|smäller|mer än|inte ett"
    r"|aldrig|något som|allt som"
    r"|inga andra|ingen annan|andra|allt (?:det|som)|så är|verkligen|i blodet|partner|vardagen"
    r"|kund(?:en)? (?:är|alltid)|är här"
    r"|vi med|sagan|klockan tickar|sova|grannen|i rasande)\b",
    re.I,
)
# Verbs of what a firm does for its customers.
DEEDS = late(
    r"\b(?:öppnar|öppet|släpper|startar|börjar|levererar|levereras|kör|erbjuder|säljer|bjuder|finns"
    r"|kostar|ingår|gäller|hjälper"
    r"|svarar|skickar|hämtar|monterar|ritar|lagar|bakar|bygger|odlar|tillverka[rs]|hyr|lånar|köper"
    r"|sänker|höjer|byter|flyttar"
    r"|får (?:du|ni)|(?:du|ni) (?:kan|får|slipper|sparar)|kan (?:du|ni))\b",
    re.I,
)
FEELING = words("""
    är var älskar tror brinner vet drivs lever vill strävar känner nöjer sätter drömmer andas vågar har ser tycker
    säger försöker kämpar blir fortsätter skapar menar
""")
# What a clause that only presses begins with.
PRESSING = late(
    r"(?:(?:och|men|så|för|därför|ja|alltså) )*(?:skynda\w*|passa|missa|vänta|tveka|slå till|sov|dröj"
    r"|häng|haka|boka|köp"
    r"|beställ|säkra|knip|roffa|paxa|norpa|hugg|klicka|släng|kasta|spring|rusa|agera|grip|snabba|fynda"
    r"|kila|tagga|tipsa"
    r"|dela|rafsa|bestäm|säg|fega|vela|gör slag|ta chansen|ta för dig|ställ (?:dig|klockan|alarmet)"
    r"|sätt (?:alarmet|fart)"
    r"|lyft luren|unna|häv|lås|uppgradera|teckna|anmäl|registrera|prenumerera|trycka?|ring|mejla|hör av"
    r"|var snabb|först"
    r"|annars|varför|vad väntar|hur länge|vill (?:du|ni)|ska (?:du|ni)|har (?:du|ni)|vågar (?:du|ni)"
    r"|kan (?:du|ni) verkligen"
    r"|tiden|klockan (?:tickar|klämtar)|det är (?:nu |bara att |bråttom|hög tid|dags att)|nu (?:är det"
    r"|gäller|eller)|valet är"
    r"|(?:du|ni) (?:vill|får|lär|kommer|riskerar|ångrar|missar|slipper|har ingen|kan inte)(?: väl)?(?: inte)?"
    r"|missar|ge dig|gör som|låt inte|se(?:da)?n (?:är|stänger|smäller|försvinner)|då är det|bara att"
    r"|det (?:går|brukar|lär|gäller) (?:fort|undan|snabbt|åt|att vara|att skynda)"
    r"|det (?:vill|får|kan) (?:du|ni) inte missa|(?:de|den|det|platserna|tiderna|biljetterna|borden"
    r"|rummen) (?:lär|brukar|går"
    r"|tar slut|försvinner|ryker|blir (?:snabbt|fort))|in med|upp ur|kom (?:och|in|hem)|innan (?:du"
    r"|någon|alla)|den som"
    r"|grann\w+|konkurrenten\w*|dina konkurrenter|alla andra|vakna|blinka|fundera inte|räkna inte"
    r"|tänk inte|i morgon)\b",
    re.I,
)
# What a clause with `innan`, `medan` or `annars` has in it when it threatens.
THREAT = late(
    r"\b(?:slut\w*|för sent|borta|fullt|full\w*bokat?\w*|över|kört|försvinner|ryker|höjs|stiger|sticker"
    r"|hinner|hunnit|andra"
    r"|annan|grann\w+|konkurrent\w*|ångra\w*|sinar|rycker|plockar|sista|chansen|tåget|räcker|gråta"
    r"|skämmas|missar?|(?:dörren|luckan|kassan|fönstret) stänger"
    r"|räkningen|ditt val|klättrar|går upp|rusar|för evigt|tomt|tomma|finns kvar|kvar|snor|tar din"
    r"|väcks|ändrar sig)\b",
    re.I,
)
NOW = (
    r"(?:redan nu|nu direkt|redan i ?(?:dag|kväll|morgon)|med en gång|på en gång|på direkten"
    r"|på momangen|på stört|med detsamma"
    r"|omgående|omedelbart|genast|direkt|illa kvickt|nu|i dag|idag)"
)
# Orders that a firm gives its customers.
SALES = late(
    r"(?:boka|köp|beställ|handla|ring|mejla|kontakta|prova|testa|provkör|teckna|hämta|anmäl|registrera"
    r"|ladda|läs|hyr|begär"
    r"|lägg|kom|skaffa|besök|prenumerera|gå med|gå in|byt|uppgradera|reservera|investera|skriv upp|sälj|res|swisha|ge"
    r"|skänk|stötta|bli medlem|ansök|skicka|spara|klicka hem|hör av)\b",
    re.I,
)
# Adjectives of praise, as stems with their endings.
_STEMS = """
    fantastisk duktig kunnig dedikerad engagerad passionerad hängiven skicklig härlig underbar kompetent otrolig
    enastående talangfull prisbelön oslagbar oöverträffad unik världsunik makalös briljant dynamisk superduktig
    högkompetent toppmodern banbrytande revolutionerande magisk imponerande världsberömd ambitiös legendarisk ikonisk
    innovativ sömlös värdeskapande disruptiv högkvalitativ framtidssäker kundcentrerad holistisk proaktiv
    lösningsorienterad
    exceptionell fenomenal suverän kompromisslös förstklassig hjärtevarm spektakulär efterlängtad skräddarsydd skalbar
    agil exklusiv magnifik kritikerrosad prisvinnande oemotståndlig häpnadsväckande marknadsledande världsledande
    branschledande nytänkande omsorgsfull behovsanpassad helhjärtad tongivande prestigelös
"""
_FORMS = "|".join(re.sub(r"(?:ad|en|er|d)\Z", "", stem) for stem in sorted(_STEMS.split(), key=len, reverse=True))
ADJECTIVE = rf"(?:{_FORMS})(?:t|a|d|ad|ade|at|da|dda|tt|en|et|na|n|er|ra|era|rt|set|sen|sna|tta|ta)?"
