"""Danish words and turns of pressure and praise, and what no reader would want to lose with them."""

from __future__ import annotations

from toneguard.languages.language import words
from toneguard.late import late

CALL = late(
    r"(?i)\A(?:(?:så|og|men|derfor|bare|nu) )*(?:skynd|løb|tøv|vent ikke|vær (?:nu )?(?:\w+ )?(?:hurtig|kvik|"
    r"vaks|førs?te?t?|med|"
    r"blandt)|slå til|grib|snup|kapr|scor|nap|hop|spring|kom (?:nu|ind|forbi|ned|og)|smæk|smid|stil|sæt|book|"
    r"bestil|køb|"
    r"tilmeld|meld (?:dig|jer)|skriv (?:dig|jer)|sikr|reserv[ée]r|ring|handl|klik|forny|opgrad[ée]r|få fingre|få fat|"
    r"tag (?:det|den|chancen|springet)|lad (?:nu|endelig|være|ikke|dig)|(?:gå|mis|glem|tøv|nøl|gem) (?:nu |"
    r"endelig )?ikke|"
    r"gør (?:det|noget|alvor)|hamstr|prøv|vælg|sig ja|grib|kontakt|besøg|kig forbi|du skal (?:\w+ )?være|"
    r"I skal (?:\w+ )?være|du må (?:\w+ )?ikke|vent\b|hold øje|giv|swipe|læg|få nu|fyld|rul)\b"
)
PRESS = late(
    r"(?i)\b(?:for sent|hvad venter|hvorfor vente|er (?:du|I) (?:med|klar|den næste)|bliver (?:du|I)|nu eller aldrig|"
    r"aldrig igen|aldrig (?:\w+ ){0,3}igen|først til mølle|møllen|ærgrer? |fortryde?r?|væk|udsolgt|revet|rift om|ryger|"
    r"tikker|gælder det om|grund til at|konkurrenter|i bund|intet at|"
    r"chancen|glip|sove i timen|aftrækkeren|minut senere|end (?:du|I) tror|hurtigere end|"
    r"(?:før|inden) (?:naboen|en anden|nogen|alle|de andre|andre|dine|vi fortryder|det)|mens (?:du|I) (?:kan|kunne)|"
    r"mens tid er|mens der (?:\w+ )?er|lige nu|senest nu|så er det (?:slut|sket|forbi)|næppe|ellers|(?:du|"
    r"I) (?:venter|tøver|nøler)|mangler vi (?:kun )?dig|hvad holder|du ved|så længe|stiger igen|læser videre|"
    r"hjertet banker|billigt\b|stå(?:r)? for døren|i dag end i "
    r"morgen|sidste chance|dit eneste|skuffe\w*|tilbage på|uimodståelig|skal du virkelig|den næste|hurtigt|"
    r"fyldes|forære\w*|klar\Z|proppet|betænke)"
)
BOAST = late(
    r"(?i)\b(?:\w*stolte?|stolthed|brænder for|elsker|passion|lidenskab|hjerte(?:t|blod|sag)?|dna|i blodet|"
    r"kompromis|kan "
    r"(?:mærkes|ses|smages|smage|mærke|se|godt mærke)|mærkes|kan ikke vente|glæder (?:os|mig)|taknemm?e?lige?|"
    r"ære i|ære for os|"
    r"verdensklasse|topklasse|særklasse|klasse for|gør (?:en|hele|al) forskel(?:len)?|skulderklap|rank ryg|"
    r"drømme|simpelthen|"
    r"fantastiske?|enestående|unikke?|uovertruf\w+|markedsledende|førende|innovative?|visionære?|bevis på|vidner om|"
    r"kærlighed|ildsjæle?|magi|kender ikke|altid i front|forrest|forkant|nye højder|barren|i top|dygtige|"
    r"dygtigste|lige begyndt|beære\w+|ydmyge?|rørte?|målløse?|prestige\w+|være i os selv|af glæde|fortjent|eksperter|"
    r"tårnhøj\w*|ambitiøse?|ypperste|begejstre\w+|varemærke|adelsmærke|rygrad\w*|fyrtårn\w*|fundament\w*|"
    r"kendt for|kåret|sikre valg|rette partner|trygge "
    r"hænder|(?:kunden|kunderne|kvalitet(?:en)?|mennesket|mennesker) (?:\w+ )?(?:først|i centrum|i fokus|i højsædet)|i "
    r"højsædet|i centrum|værdi for|gør alt for|hele vejen|(?:på en|næste) (?:\w+ )?(?:vækst)?rejse|ekstra mil|"
    r"smuk\w+|bedste|lækker|ikke bare|mere end bare|"
    r"(?:ikke|aldrig) (?:\w+ )?på akkord|nørder|sætter standarden|store armbevægelser|specialister|eksperter i)\b"
)
NEEDED = late(
    r"(?i)[\d#]|gratis|rabat|\b\w*pris(?:en|er|erne)?\b|gælder|udløber|slett|bortfald|\bpoint\b|lager haves|så længe "
    r"lager|\bkoden?\b|åbent?\b|åbner|lukker|lukket|levering|leverer|retur|refund|garanti|medmindre|undtage|venteliste|http|@|adresse|betal|koster|sparer?\b|forsik|tilskud|fradrag|"
    r"kvit|halv|"
    r"hvis (?!du (?:er|tør|kan nå|vil være|ikke vil))|\bikke længere\b|reparer|henter|sender|monter|plads til|"
    r"billet til"
)
GRADE = r"(?:helt |meget |utrolig |utroligt |virkelig |ekstremt |særdeles |højt |absolut |hidtil |rigtig |så |totalt )*"
PRAISE = words("""
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
    kundeorienteret kundeorienterede fuldendt uimodståelig uimodståelige spektakulær spektakulære uforglemmelig
    uforglemmelige stemningsfuld stemningsfulde
""")
_LONGEST_FIRST = "|".join(sorted(PRAISE, key=len, reverse=True))
_SUPERLATIVE = r"mest \w+e|(?!\w*(?:tjen|forr|bag|fjern|hvil)este)\w{3,}este"
ADJECTIVE = rf"{GRADE}(?:{_LONGEST_FIRST}|{_SUPERLATIVE})"
PRAISED = late(rf"(?P<before>\b[\w'’-]+) (?P<praise>{ADJECTIVE}(?:(?:, | og ){ADJECTIVE})*) (?P<noun>[\w-]+)")
VAGUE = words("""
    team teamet hold holdet medarbejder medarbejdere kolleger folk mennesker kunder kunde partnere kvalitet service
    løsning løsninger værdi resultat resultater faglighed erfaring ekspertise rådgivning virksomhed firma brand os vi
    har er kan vil skal bliver altid hver dag hele tiden vores jeres bedste høj høje god godt gode stor stort store
    verden branchen markedet alt alle gør glæder tak indsats arbejde stemning oplevelse oplevelser i på til af for med
    og en et den det de der som at om fra ved hos så men også ikke mange sammen
    du dig din dit dine jer kun én ét nu her mere bare jo muligt grund
""")
