"""Swedish."""

from __future__ import annotations

from toneguard.languages.language import Language, words

LANGUAGE = Language(
    code="sv",
    name="Swedish",
    function_words=words("""
        och att är för inte från när också jag vad över än även alla ska skall någon varje var men om så vid
        mot efter eller bara kan har hade haft vara varit blir bli blev blivit till av på som det den de ett
        en vi ni er era du din ditt dina dig sig sin sitt sina oss vår vårt våra mig min mitt mina han hon
        hans hennes dem deras mycket mer mest här där hur då nu sedan utan under mellan genom detta dessa
        denna skulle måste får fick fått få göra gör gjort gjorde kommer kom komma något några ingen inget
        inga andra annan annat många innan medan i med hos man vill ville kunna kunde vet veta visste ser se
        sett såg finns fanns finnas ut upp in ner hem hela helt allt alltid aldrig redan igen kanske själv
        själva samt både därför eftersom dock ju väl ändå dels inom utom utanför bland bakom framför kring
        runt enligt trots snart idag imorgon igår åt ovan nedan ifrån hit dit genast precis ungefär nästan
        minst högst knappt såsom antingen varken ty fast varför vilken vilket vilka vem vems vars sådan sådant
        sådana sån dom nån nåt sen lite mindre flera fler flest färre år året åren dag dagen dagar dagarna
        vecka veckan veckor månad månaden månader tid gång gången gånger första sista nästa förra nya ny nytt
        gamla bra bättre bäst god goda gott stor stora stort större störst liten litet små två tre fyra fem
        sex sju åtta nio tio hundra tusen läs läsa köp köpa boka beställ ladda hämta prova kontakta tack hej
        gärna tillsammans hjälp hjälpa hjälper använd använda använder ger ge går gå gick gått tar ta tog
        tagit säger säga sade sa tycker tycka tror känns känner behöver behöva behövs börja börjar började
        hitta hittar visa visar arbetar arbeta jobbar jobba lär lära välj välja öppna kunder kunden företag
        företaget frågor svar sätt människor del delar saker annars ibland oavsett istället dessutom däremot
        alltså således före klockan ja nej bort tillbaka samma ännu bästa länge rätt fortfarande ofta per elva
        tolv skriv skriver verkligen tills någonsin endast fram halva hälften kvar ha fel kronor måndag tisdag
        onsdag torsdag fredag lördag söndag morgon kväll natt främsta enda lika tjugo trettio timme timmar
        minut minuter väntar vänta håller ligger står börjat hjärta barn ord ställe verksamhet verksamheten
        medarbetare priset sidan världen världens egen eget egna hittills hittade slå fortsätter fortsätta
        öppnar nämligen åtminstone snarare alldeles tyvärr självklart först senare tidigare senaste ingenting
        någonting allting skapa skapar bygga bygger viktigt viktig möjlighet möjligt samtidigt faktiskt
        annorlunda varandra läser just jobb jobbet nå folk heller inne ute lade taget henne brukar sist all
        båda väldigt flesta följande ganska särskilt olika längre snabbt enkelt enkel fungerar innebär hålla
        titta fråga vissa fall betyder bör långt direkt vart vidare höra stå tredje exempelvis förstå åker
        slår enskilda enskild personer dess handla slut hemma rum klart redo ledig öppen öppet pojke pojkar
        flicka flickor fjäll hösten vintern vinter säljer sälja kände minns trygg tryggt egentligen färg
        färger dålig mat maten frukost middag skola skolor mål målet öga ögon hand handen ljus ljuset vatten
        vattnet båt båten väg vägen bil bilen prata pratar berätta berättar berättade förstår frågade menar
        hoppas lördagar söndagar innehåll utveckla utvecklar utveckling lediga kunskap uppgift uppgifter
        tjänst tjänster lösning lösningar upplevelse erfarenhet vardag vardagen trivs nöjd nöjda svårt svår
        butik butiken våren cykel cykeln hus huset skogen gatan liv nätet
    """),
    common=(
        "att av den det en för i med och på som till är ett",
        "vi du de eller från har inte jag kan om så hos din ni vår sig",
        """
            alla andra använder bara behöver blir dag dem detta dig ditt dina då där efter fick finns få får
            företag första fram genom gå går gör göra ha han hela hon hur här in innan inom just kommer kr man
            mellan men mer min mycket många nu ny nya när någon något oss per samma se sedan ska skulle säger ta
            tar tre två under upp ut utan vad var vara varje vid vill våra vårt än även år åt över
        """,
    ),
    abbreviations=words("""
        t.ex. bl.a. m.m. m.fl. dvs. d.v.s. s.k. t.o.m. fr.o.m. o.s.v. osv. ca. kl. nr. tel. p.g.a. pga. resp. st.
        inkl. exkl. jan. feb. apr. aug. sept. okt. nov. dec. dr. prof. fil. civ. m.a.o. f.d. jfr. max. min. e.kr.
    """),
    negations=words("""
        inte aldrig ingen inget inga ingenting icke knappast utan varken slippa slipper sluta slutade ej istället_för
        i_stället_för
    """),
    speech=words("""
        säger sade sa utbrast minns berättar berättade skriver förklarar förklarade menar menade tycker kommenterar
        konstaterar tillägger svarar svarade skrev frågar undrar enligt säga uppger uppgav meddelade hävdar hävdade
        påpekar suckade mumlade ropade frågade undrade viskade
    """),
    mention=words("""
        frasen fraser fraserna ordet ord orden uttrycket uttryck meningen meningar klyschan klyscha klyschor floskel
        floskler flosklerna slogan rubriken rubrik rubriker raden rader formuleringen formuleringar etiketten knappen
        kallas så_kallad så_kallade betyder betyda heter ropar skriker skriver ämnesraden typ påståendet citat
        citaten citatet skylten skyltar
        skyltarna lappen affischen utkastet utkast stod_det står_det lyder löd reklamspråk vändningen skylt skylten
        skyltar skyltarna lappen lappar affischen stod_det skrev kallar kalla
    """),
    outsiders=words("""
        kund kunden kunder kunderna läsare läsaren besökare besökaren gäst gästen recensent recensenten kritiker
        kritikern journalist journalisten forskare forskaren professor boende granne grannen förälder användare
        användaren ministern minister rapporten studien myndigheten kommunalrådet rektorn rektor läraren lärare prästen
        polisen läkaren tränaren konduktören arrangören klubben spelaren lagkaptenen domaren utredaren meteorologen
        eleven eleverna studenten patienten sjuksköterskan mamma pappa mormor morfar farmor farfar dottern sonen
        mannen kvinnan författaren konsumentverket läkemedelsverket domstolen facket hyresgästen juryn
        svensk_handel tidningen dn reportern väninnan grannarna
    """),
    reader=words("du dig din ditt dina ni er ert era dej"),
    sender=words("vi oss vår vårt våra"),
    conditions=words("om ifall såvida så_länge_som förutsatt_att"),
    lessons=words("""
        guide guiden steg steget exempel kod koden funktion funktionen installera kommando kommandot fil filen klicka
        öppna kör följ recept receptet övning
    """),
    selling=words("""
        rea rean reapris* *rean *rea rabatt* *rabatt *rabatten erbjudande* *erbjudande *erbjudanden pris priset priser
        priserna *priser *pris *priset halva_priset gratis köp köpa beställ* handla shoppa boka spara fynd* *fynd kap
        kampanj* slutsåld* lagret utförsäljning* presentkort black_friday black_week anmäl prenumerera skynda
        sista_chansen billig* tävling* vinn
    """),
    insiders=words("""
        vd ceo verkställande_direktör grundare grundaren medgrundare ordförande koncernchef chef chefen marknadschef
        försäljningschef kommunikationschef produktchef platschef affärsområdeschef butikschef ägare ägaren delägare
        presstalesperson styrelseordförande regionchef teknikchef
    """),
    author=words("jag mig min mitt mina"),
    sources=words("""
        enligt källa källor källan studie studien undersökning undersökningen rapport rapporten mätning mätningen
        test testet certifierad certifierade statistik statistiken granskad rankning
    """),
    subjects={
        "engineering": words("""
            server servern servrar databas databasen databaser fråga kluster driftsatte driftsatta svarstid svarstider
            svarstiden kod koden kodbas kodbasen bibliotek api api:er logg loggen loggar lagring cache programvara
            migrera migrerade migrering certifikat certifikatet protokoll protokollet implementation implementerade
            arkitektur arkitekturen minne minnet disk nätverk trafik trafiken bugg buggar öppen_källkod data datamängd
            algoritm algoritmen tester testmiljö produktionsmiljö
        """),
        "apology": words("""
            förlåt ursäkt ber_om_ursäkt be_om_ursäkt bad_om_ursäkt beklagar beklagligt driftstörning driftstörningen
            driftstörningar driftstopp driftstoppet avbrott avbrottet incident incidenten störning störningen
            gick_fel vårt_fel vårt_misstag misstag misstaget olägenhet besväret kompensation ersättning
            grundorsak rullade_tillbaka driftavbrott driftavbrottet felsökning åtgärdat åtgärdade
            återställt återställde
        """),
        "safety": words("""
            återkallar återkallas återkallelse återkallade fara faran farligt farlig brandrisk brandfara kvävningsrisk
            giftig giftigt allergen allergener skada_sig utrym utrymning sårbarhet sårbarheten sårbarheter
            säkerhetsuppdatering säkerhetsuppdateringar säkerhetsfix säkerhetshål slutar_få slutar_fungera
            stöds_inte stöds_inte_längre supporten_upphör stödet_upphör fasas_ut
            stängs_av släcks_ned bedrägeri bedrägerier
            nätfiske bluffsamtal stormvarning översvämning akut akuta 112 1177 vaccin vaccination vaccinera
            vaccinera_dig
            smittspårning kokas koka_vattnet gasläcka utrymma evakuera evakuering smitta smittan strömavbrott
            halkvarning säkerhetsbrist säkerhetsbrister kokrekommendation kolmonoxid varning_för
        """),
        "mourning": words("""
            gått_bort gick_bort avled avlidit avlidne begravning begravningen sorg sorgen sörjer saknar_dig
            kondoleanser till_minne_av till_minne minnesstund minnesord vila_i_frid efterlevande anhöriga
            närmast_sörjande bortgång bortgången dödsfall begravs begravdes jordfästning
            somnat_in somnade_in
        """),
        "charity": words("""
            insamling insamlingen insamlingar insamlade skänk skänka skänker skänkte gåva gåvor donation donationer
            donera donerade röda_korset rädda_barnen hjälporganisation hjälpsändning flyktingar hemlösa matkasse
            volontär volontärer välgörenhet stadsmissionen blodgivare barncancerfonden cancerfonden hjälpbehövande
            musikhjälpen bössa bössan gåvorna bistånd biståndet nödhjälp katastrofhjälp hemlöshet
        """),
        "hiring": words("""
            tjänsten_är tillsvidareanställning visstid heltid deltid provanställning sista_ansökningsdag
            ansökningsdag ansök_senast din_ansökan ansökan_senast ansökan_med cv personligt_brev intervjuer
            löpande_urval anställningsform tillträde kollektivavtal vikariat praktikplats lärling
            vi_söker söker_vi kvalifikationer meriterande arbetsuppgifter arbetsuppgifterna tillsvidaretjänst
            rekryteringen lön_enligt anställningen sista_dag_att_söka
        """),
        "release-notes": words("""
            versionsnyheter versionsnyheterna ändringslogg ändringar_i nytt_i_version nyheter_i_version version
            buggfixar rättat versionshistorik changelog buggfix rättade_fel kända_problem uppgraderingsguide
        """),
        "interface": words("""
            knapp knappen knappar fält fältet fälten meny menyn flik fliken kryssruta kryssrutan rullista dialogruta
            verktygsfältet inställning inställningar inställningarna api webhook logga_in inloggning skärmen
            välj_fliken tryck_på klicka_på markera_rutan knapparna rullistan sidofältet sidomenyn dialogrutan
            kommandoraden inloggad
        """),
        "directions": words("""
            öppettider öppettiderna öppet öppnar stänger stängt vardagar helgfri ingång ingången entrén parkering
            parkeringen hållplats hållplatsen perrong tidtabell utlämning utlämningen insläpp vägbeskrivning
            öppethållande helgöppet kvällsöppet
        """),
    },
    relatives=words("som"),
    contrasts=words("men utan det den de vi"),
    definites=words("den det de"),
    news=r"\b(?:presenter|lanser|introducer|avslöj|annonser|släpp|öppn|meddel|berätt)[ae]\w{0,2}\b",
    promises=words("""
        gratis kostnadsfri kostnadsfria kostnadsfritt utan_kostnad pengarna_tillbaka öppet_köp fri_frakt fraktfritt
        halva_priset rabatt rabatten bindningstid garanti garantin avgiftsfri avgiftsfritt introprisen
        introduktionspriset
    """),
    story=(
        r"\b(?:(?:i|på) )?(?:Sverige|Norden|Skandinavien|Europa|Danmark|Norge|världen|landet|länet"
        r"|regionen|Norrland|Svealand|Götaland)(?:s)?\b|"
        r"\b(?:(?:sedan|grundat|grundades|grundad|startade|starten|anor från|anor sedan|från"
        r"|började)(?: i| år| starten)? "
        r"(?:1[5-9]|20)\d\d|1[5-9]\d\d|(?:i|efter|genom|med) (?:[\w-]+ ){1,4}?(?:år|generationer|decennier|sekler)"
        r"|[\w-]+ (?:år|gånger|gången) i rad|(?:[\w-]+ )(?:medarbetare|anställda|kollegor"
        r"|generationer))\b(?!s? garanti)"
    ),
    months=words("januari februari mars april maj juni juli augusti september oktober november december"),
    samples=(
        "Vi ses kl. 9 den 5 maj, t.ex. vid fontänen. Ta med fika.",
        "Det blev bl.a. soppa. Alla var mätta.",
    ),
)
