"""Danish."""

from __future__ import annotations

from toneguard.languages.language import Language, words

LANGUAGE = Language(
    code="da",
    name="Danish",
    function_words=words("""
        og at er for ikke fra når også jeg hvad over end alle skal nogen noget nogle hver hvert men om så ved
        mod efter eller kun kan har havde haft være været var bliver blev blive blevet til af på som det den
        de et en vi jer jeres i du din dit dine dig mig min mit mine sig sin sit sine os vores vor vort vore
        han hun hans hendes dem deres hinanden meget mere mest her der hvor hvordan hvorfor hvornår hvem hvis
        hvilken hvilket hvilke da nu siden uden under mellem gennem dette disse denne skulle må måtte får fik
        fået få gøre gør gjort gjorde kommer kom komme andre anden andet ingen intet mange inden mens op ud
        ind ned hen hjem hele helt alt altid aldrig allerede igen måske selv samt både fordi derfor derefter
        dog jo vel bare blot bag foran omkring ifølge trods snart ellers dermed desuden imidlertid således
        først sidst næsten omtrent mindst højst næppe stadig ofte nemlig ligesom indtil undtagen langs blandt
        hos med man vil ville kunne kunnet vide vidste ser se set findes fandtes år året dag dagen dage dagene
        uge ugen uger måned måneden måneder tid gang gangen gange første sidste næste forrige nye ny nyt gamle
        god gode godt bedre bedst stor store stort større størst lille små lidt mindre flere flest færre to
        tre fire fem seks syv otte ni ti hundrede tusind sådan sådant sådanne læs læse køb købe bestil hent
        prøv kontakt tak hej gerne sammen hjælp hjælpe hjælper brug bruge bruger brugt giver give gav går gå
        gik gået tager tage tog taget siger sige sagde synes tror føler behøver begynder begynde finde finder
        fandt vise viser arbejder arbejde lære vælg vælge åbn skriv skrive kunder kunden virksomhed
        virksomheden spørgsmål svar måde måden mennesker del dele ting hellere lige ret faktisk før ja nej
        tilbage væk står endnu samme klokken bedste én ét ene eneste længe længere netop begge hverken heller
        rundt folk holder holde ligger fejl kører køre skriver giv lad lade straks sted steder bagefter senest
        senere tidligere mandag tirsdag onsdag torsdag fredag lørdag søndag aften nat morgen minutter timer
        time tyve tredive kroner egen eget egne verden vist fortsat mangler børn penge kræver vigtigt vigtig
        mulighed muligt samtidig læser ingenting alting alligevel desværre bør burde turde tør ønsker ønske
        skabe skaber bygge bygger allerførst halvdelen hjemme inde ude oppe nede frem snarere dertil heraf
        hermed heri hvorledes jævnligt medmindre såsom såfremt tilbud stedet borte slags akkurat endelig
        gældende barn bort inne have altså nok nå slå mulig særlig særligt forskellige hurtigt hurtigere
        bruges laver lavet lave virker betyder følgende følger følge sikre prøve hente sætte sæt videre enhver
        nogensinde uanset fælles fleste muligheder side sider måder rigtig rigtige enten enkelt enkelte
        anvende anvender givet nemt nemme stå stole direkte besøg oplysninger slut tyder ejer eje bedes
        tilbyder hurtig hjemmeside ledig klar klart rum regning vært åben åbent åbner åbnet færdig dreng
        drenge pige piger hytte fjorden vinter støtte støtter sælger sælge kender kendte husk huske tryg trygt
        enkel egentlig farven farve farver dårlig mad maden frokost skrald regnskab regnskabet ansat ansatte
        skole skoler målet mål øje øjne hænder hånd hånden lys lyset vandet vand båd båden bil bilen brugte
        brugere snak snakke snakker fortælle fortæller fortalte forstår forstå spørg spørger spurgte mener
        mente håber håbe venter vente bestille lørdage søndage indhold omfatter sørge sørger sørg fungerer
        udvikling udvikle udvikler ledige viden opgave opgaver løsning løsninger oplevelse erfaring hverdag
        hverdagen trives trivsel tilfreds svært svær butik butikken forår efterår eftermiddag formiddag cykel
        cyklen hus huset skoven haven gaden vejen vej morgenmad aftensmad kage brød nettet liv
    """),
    common=(
        "af at den der det en er for i med og på til et",
        "vi du de fra har ikke jeg kan om skal som så hos vores din dig",
        """
            alle andre bare blev bliver bruge bruger dag dem denne dette dit dine efter eller end fordi fik få
            får før første gå går gør ham han have hele hende her hun hvad hver hvis hvor ind inden kommer kr
            kun man med mellem men mere mig min noget nogle nu ny nye når næste også op os over per samme se
            selv siger sig sin tag tager to tre ud uden under var ved vil være år
        """,
    ),
    abbreviations=words("""
        f.eks. fx. bl.a. m.m. mv. m.v. m.fl. dvs. d.v.s. ca. pct. adm. dir. tlf. kl. nr. inkl. ekskl. osv. o.s.v.
        s.k. evt. pga. p.g.a. jf. st. jan. feb. apr. aug. sept. okt. nov. dec. dr. prof. kr. mio. mia. maks. min.
    """),
    negations=words("""
        ikke aldrig ingen intet næppe uden hverken slippe slipper stoppe stoppede i_stedet_for frem_for
    """),
    speech=words("""
        siger sagde fortæller fortalte skriver forklarer forklarede mener mente synes udtaler udtalte
        konstaterer tilføjer svarer svarede spørger ifølge sige lyder_det lød_det
    """),
    mention=words("""
        frasen fraser fraserne ordet ord ordene udtrykket udtryk sætningen sætninger klichéen kliché klichéer floskel
        floskler flosklerne slogan overskriften overskrift overskrifter linje linjen linjer formuleringen formuleringer
        knappen lyder_sådan lyder_sådan_her lyder_den kaldes såkaldt såkaldte betyder hedder råber skriger skriver
        noget_imod hader træt_af trætte_af emnelinjen påstanden skiltet skilte skiltene plakaten plakater sedlen
        stod_der skrev kalder kalde
    """),
    outsiders=words("""
        kunde kunden kunder kunderne læser læseren læsere besøgende gæst gæsten anmelder anmelderen kritiker
        kritikeren journalist journalisten forsker forskeren professor sælger sælgeren telefonsælger beboer beboere
        nabo naboen forælder bruger brugeren ministeren minister rapporten undersøgelsen myndigheden borgmesteren
    """),
    reader=words("du dig din dit dine jer jeres"),
    sender=words("vi os vores vor vort vore"),
    conditions=words("hvis såfremt medmindre så_længe_som forudsat_at"),
    lessons=words("""
        guide guiden trin trinnet eksempel kode koden funktion funktionen installer kommando kommandoen fil filen klik
        åbn kør følg opskrift opskriften øvelse
    """),
    selling=words("""
        udsalg* *udsalg *udsalget rabat* *rabat tilbud tilbuddet tilbuddene *tilbud *tilbuddet pris prisen priser
        priserne *priser *pris *prisen halv_pris gratis køb købe bestil* shop spar spare book kup kuppet *kup
        kampagne*
        udsolgt lager lageret gavekort black_friday black_week tilmeld abonner skynd sidste_chance billig*
        konkurrence*
        vind
    """),
    insiders=words("""
        ceo direktør direktøren adm._direktør administrerende_direktør stifter stifteren medstifter partner indehaver
        indehaveren formand bestyrelsesformand koncernchef chef salgschef marketingchef kommunikationschef
        produktchef butikschef ejer ejeren medejer talsperson
    """),
    author=words("jeg mig min mit mine"),
    sources=words("""
        ifølge kilde kilder kilden undersøgelse undersøgelsen studie rapport rapporten måling målingen test testen
        certificeret statistik statistikken målt rangliste
    """),
    subjects={
        "engineering": words("""
            server serveren servere database databasen databaser forespørgsel klynge idriftsatte svartid svartider
            svartiden kode koden kodebase kodebasen bibliotek api api'er log loggen logge lager cache software migrere
            migrerede migrering certifikat certifikatet certifikater protokol protokollen implementering
            implementerede arkitektur arkitekturen hukommelse disk netværk trafik trafikken bug bugs open_source data
            datasæt algoritme algoritmen tests testmiljø produktionsmiljø
        """),
        "apology": words("""
            undskyld undskylder undskyldning undskyldningen beklager beklage beklagelse beklageligt nedbrud nedbruddet
            driftsforstyrrelse driftsforstyrrelsen driftsforstyrrelser driftsstop hændelse hændelsen fejlen_var
            gik_galt vores_fejl vores_ansvar ulejlighed ulejligheden kompensation erstatning årsagen_var
            rullede_tilbage afbrydelse afbrydelsen
        """),
        "safety": words("""
            tilbagekalder tilbagekaldes tilbagekaldelse tilbagekaldt fare faren farlig farligt brandfare brandrisiko
            kvælningsfare giftig giftigt allergen allergener komme_til_skade evakuer evakuering sårbarhed sårbarheden
            sårbarheder sikkerhedsopdatering sikkerhedsopdateringer sikkerhedsrettelse sikkerhedshul holder_op_med
            understøttes_ikke understøttes_ikke_længere supporten_ophører udfases lukkes_ned slukkes svindel svindlere
            phishing stormvarsel oversvømmelse stormflod akut akutte 112 1813 vaccine vaccination vaccineret
            kog_vandet gasudslip kulilte advarsel
        """),
        "mourning": words("""
            gået_bort gik_bort død døde afgået_ved_døden begravelse begravelsen bisættelse bisættelsen sorg sorgen
            sørger mindeord til_minde_om mindehøjtidelighed mindes hvil_i_fred efterladte pårørende sov_ind sovet_ind
            savner_dig kondolerer kondolencer
        """),
        "charity": words("""
            indsamling indsamlingen indsamlinger indsamlede doner donere donerer donation donationer gave_til gaver_til
            velgørenhed røde_kors red_barnet kræftens_bekæmpelse folkekirkens_nødhjælp nødhjælp flygtninge hjemløse
            frivillig frivillige mødrehjælpen bloddonor bloddonorer indsamlingsbøsse dus_med
        """),
        "hiring": words("""
            fuldtid deltid fuldtidsstilling deltidsstilling ansøgningsfrist ansøgningsfristen frist_for_ansøgning
            din_ansøgning ansøgning_senest send_din_ansøgning cv samtaler jobsamtaler jobopslag løn_efter
            overenskomst tiltrædelse barselsvikariat vikariat elevplads lærling stillingen stilling vi_søger søger_vi
            ansættelse kvalifikationer
        """),
        "release-notes": words("""
            versionsnoter versionsnyt ændringslog nyt_i_version nyheder_i_version version fejlrettelser rettet
            rettelser kendte_fejl kendte_problemer opgraderingsguide
        """),
        "interface": words("""
            knap knappen knapper felt feltet felter menu menuen fane fanen afkrydsningsfelt rulleliste dialogboks
            værktøjslinjen indstilling indstillinger indstillingerne api webhook log_ind login skærmen vælg_fanen
            tryk_på klik_på sæt_flueben standardteksten knapteksten knaptekst ikonet kommandolinjen adgangskoden
        """),
        "directions": words("""
            åbningstider åbningstiderne åbent åbner lukker lukket hverdage hverdag indgang indgangen parkering
            p-plads parkeringspladsen stoppested perron køreplan udlevering udleveringen afhentning dørene_åbner
        """),
    },
    relatives=words("som der"),
    contrasts=words("men det den de vi"),
    definites=words("den det de"),
    news=r"\b(?:præsentere|lancere|introducere|afsløre|annoncere|åbne|meddele|fortælle)\w{0,3}\b",
    promises=words("""
        gratis kvit_og_frit uden_beregning omkostningsfrit pengene_tilbage fri_fragt fragtfrit halv_pris rabat rabatten
        returret binding bindingsperiode garanti garantien introprisen introduktionsprisen
    """),
    story=(
        r"\b(?:(?:i|på) )?(?:Danmark|Norden|Skandinavien|Europa|Sverige|Norge|verden|landet"
        r"|regionen|Jylland|Sjælland|Fyn)(?:s)?\b|"
        r"\b(?:(?:siden|grundlagt|stiftet|startede|starten|rødder tilbage til|fra|begyndte)(?: i| år| starten)? "
        r"(?:1[5-9]|20)\d\d|1[5-9]\d\d|(?:i|efter|gennem|med) (?:[\w-]+ ){1,4}?(?:år|generationer|årtier|århundreder)"
        r"|[\w-]+ (?:år|gange|gang) (?:i træk|i streg|på stribe)|(?:[\w-]+ )(?:medarbejdere|ansatte"
        r"|kolleger|generationer))"
        r"\b(?!s? garanti)"
    ),
    months=words("januar februar marts april maj juni juli august september oktober november december"),
    samples=(
        "Vi ses kl. 9 den 5. maj, f.eks. ved springvandet. Tag kaffe med.",
        "Der var bl.a. suppe. Alle blev mætte.",
    ),
)
