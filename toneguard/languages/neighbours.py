"""Languages that no rule is written for, known only so that they are not taken for one that has rules."""

from __future__ import annotations

from toneguard.languages.language import words

NEIGHBOURS: dict[str, frozenset[str]] = {
    "no": words("""
        og at er for ikke fra når også jeg hva over enn alle skal noen noe hver hvert men om så ved mot etter
        eller kun bare kan har hadde hatt være vært var blir ble bli blitt til av på som det den de et en ei
        vi dere deres i du din ditt dine deg meg min mitt mine seg sin sitt sine oss vår vårt våre han hun
        hans hennes dem hverandre veldig mye mer mest mere her der hvor hvordan hvorfor hvem hvis hvilken
        hvilket hvilke da nå siden uten under mellom gjennom dette disse denne skulle må måtte får fikk fått
        få gjøre gjør gjort gjorde kommer kom komme andre annen annet ingen ingenting mange innen mens opp ut
        inn ned hjem hele helt alt alltid aldri allerede igjen kanskje selv samt både fordi derfor deretter
        likevel jo vel bak foran rundt omkring ifølge tross snart ellers dessuten imidlertid dermed først sist
        nesten omtrent minst høyst neppe fortsatt ofte nemlig liksom inntil unntatt langs blant hos med man
        vil ville kunne kunnet vet vite visste ser se sett finnes fantes år året dag dagen dager dagene uke
        uken uka uker måned måneden måneder tid gang gangen ganger første siste neste forrige nye ny nytt
        gamle god gode godt bra bedre best stor store stort større størst liten lille små litt mindre flere
        flest færre to tre fire fem seks sju syv åtte ni ti hundre tusen sånn slik slikt slike les lese kjøp
        kjøpe bestill hent prøv kontakt takk hei gjerne sammen hjelp hjelpe hjelper bruk bruke bruker brukt
        gir gi ga går gå gikk gått tar ta tok tatt sier si sa synes tror føler trenger begynner begynne finne
        finner fant vise viser jobber jobbe jobb arbeider lære velg velge åpne skriv skrive kunder kunden
        bedrift bedriften selskap selskapet spørsmål svar måte måten mennesker folk del dele ting hverken
        verken akkurat faktisk lenger heller dit hit ikkje eg dei ein eit eitt me kva kvar kvart korleis
        kvifor kven nokon noko nokre frå òg berre vere vore vorte blei vert sidan utan dykk dykkar deira ho
        honom henne hjå seie seier gjer gjere kjem heile sjølv difor meir mykje ynskjer ønskjer treng finst
        sjå sjår veit kor høyrer tenkje tenkjer brukar dagar månader vekene veke veker fyrste begge saman
        allereie kvarandre medan fleire annan desse dagleg gjev gje tek teke seinare tidlegare å før ja nei
        tilbake vekk står ennå samme klokken beste én ene eneste lenge lengre nettopp holder holde ligger feil
        kjører kjøre skriver la straks sted steder stedet senere senest tidligere mandag tirsdag onsdag
        torsdag fredag lørdag søndag kveld natt morgen minutter timer time tjue tretti kroner egen eget egne
        verden fortsetter barn penger krever viktig mulighet mulig samtidig bør burde ønsker ønske skape
        skaper bygge bygger klarte klarer hjemme inne ute oppe nede frem fram endelig altså slags rett bort
        borte gjelder gjeldende tilbyr tilbud meld motta kveldar heime mangler snarere tog nok særlig spesielt
        forskjellige ulike raskt raskere brukes lager lage laget virker betyr følgende følger følge sikre
        prøve hente sette videre enhver noensinne uansett felles fleste muligheter side sider måter riktig
        riktige enten enkelt enkelte tilgjengelig anledning direkte stole besøk opplysninger slutt eier eie
        stå slå hjemmeside ledig klar klart rom regning antall valg lenke lengde rekke annenhver unna sånne
        åpen åpent åpner åpnet ferdig gutt gutter jente jenter jenta kveldsmat hytte hytta fjell fjellet
        fjorden høst høsten vinter sykkel leilighet leiligheten nettet nettsiden jobben støtte støtter drar
        dra hage hagen kaia butikk butikken bedrifter selger selge kjenner kjente husk huske sjekk sjekke
        trygg trygt enkel nåværende egentlig fargen farge farger dårlig mat maten frokost lunsj middag søppel
        regnskap regnskapet ansatt ansatte ansettelse barnehage skole skoler mål målet mellomtiden ettermiddag
        formiddag igår øye øyne hender hånd hånden lys lyset vann vannet sjø sjøen båt båten vei veien bil
        bilen brukte brukere snakk snakke snakker fortelle forteller fortalte forstår forstå spør spurte mener
        mente håper håpe liker like lurer venter vente bestille avbestille kansellere påmelding meldt lørdager
        søndager innhold omfatter sørge sørger sørg fungerer utvikling utvikle utvikler ledige kunnskap
        oppgave oppgaver tjeneste tjenester løsning løsninger opplevelse erfaring tilpasset hverdag hverdagen
        trives trivsel fornøyd fornøyde vanskelig plassar opna opnar skriven straum straumen verkstad heim
        borna prisane bur likar lærar lærarar bøker boka nøkkel nøkkelen nøklar liv
    """),
    "de": words("""
        der die das und ist nicht mit für von den dem des ein eine einen einem einer eines auf zu im in am an
        als auch es sich wir sie ihr ihre ihren ihrem ihrer unser unsere unseren unserer ich du er wird werden
        wurde wurden worden sind war waren sein hat haben hatte kann können konnte soll sollen sollte muss
        müssen will wollen oder aber wenn dass daß weil wie was wer wo warum welche welcher nur noch schon
        mehr sehr bei nach aus um über unter vor durch gegen ohne bis seit zum zur beim vom ins diese dieser
        dieses diesen jede jeder jeden alle alles allen kein keine keinen man uns euch ihnen mich dich mein
        meine dein seine seinen hier dort jetzt dann immer wieder heute morgen neue neuen neuer neues gut
        viele viel so doch denn damit dabei darauf dafür daran davon deshalb trotzdem zwischen während bereits
        ja nein gibt geht macht machen lassen jahr jahre jahren tag tage zeit etwas nichts selbst ganz etwa
        also
    """),
    "nl": words("""
        de het een en van ik te dat die in is niet met op voor zijn aan er om ook als dan maar bij nog uit
        naar door over wat worden wordt werd hebben heeft heb had was waren kan kunnen moet moeten wil wij we
        jij je jouw u uw ons onze hun haar hem hij zij ze deze dit daar hier waar wie hoe waarom wanneer meer
        veel geen of want omdat zonder tussen onder tegen tot tijdens altijd nooit weer alle alles iets niets
        goed goede nieuwe jaar dag tijd wel toch zo zoals zelf vanaf hierbij ben bent gaat gaan komt komen
        doen maken maakt
    """),
    "fr": words("""
        le la les un une des du de et est en que qui dans pour pas sur au aux par plus avec ne ce cette ces
        cet il elle ils elles nous vous on son sa ses leur leurs notre nos votre vos mon ma mes je tu te se
        mais ou où donc comme sont être avoir ont été fait faire peut tout tous toute toutes très bien aussi
        sans sous entre chez même quand si ainsi alors encore moins depuis vers lors afin dont nouvelle
        nouveau année jour c'est d'un d'une qu'il qu'elle n'est n'a s'il l'on j'ai a
    """),
    "es": words("""
        el la los las un una unos unas de del y en que no es por para con se su sus lo al como más pero sin
        sobre este esta estos estas ese esa entre cuando muy también hasta desde todo todos toda todas nos
        nuestro nuestra nuestros nuestras usted está están son ser fue hay porque qué cómo donde ya si o le
        les me te mi tu yo ha han tiene puede hacer cada a
    """),
    "it": words("""
        il lo la i gli le un una di del della dei delle degli e è che non per con su da in si come più ma
        anche questo questa questi sono essere nel nella nei alla al dal dalla nostro nostra tutti tutto molto
        perché ha hanno ci vi o se chi cosa a
    """),
    "fi": words("""
        ja on ei se että mutta kun niin ovat oli olla ole myös jos tai kuin kaikki vain nyt mitä mikä joka
        jotka tämä tämän ne he me te minä sinä hän meidän teidän heidän sen siitä sitä siinä voi voit voimme
        ollut kanssa sekä jo vielä miten miksi missä kuten ennen jälkeen mukaan uusi hyvä paljon ilman enemmän
        emme eivät olemme olet en sinun meille teille
    """),
    "pl": words("""
        i w na z do nie się że jest to o jak po od za przez dla są oraz ale jego jej ich który która które tym
        tego ten ta tak już tylko może być czy co ze a
    """),
}
