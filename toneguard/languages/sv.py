"""Swedish."""

from __future__ import annotations

from toneguard.languages.language import Language, words

LANGUAGE = Language(
    code="sv",
    name="Swedish",
    function_words=words("""
        och att är för inte från när också jag vad över än även alla ska någon varje var men om så vid mot efter
        eller bara kan har hade vara blir blev från till av på som det den de ett en vi ni er era du din ditt dina
        sig sin sitt sina oss vår vårt våra mycket mer här där hur då nu sedan utan under mellan genom detta dessa
        skulle måste får fick göra gör kommer något några andra många innan medan
    """),
    abbreviations=words("""
        t.ex. bl.a. m.m. m.fl. dvs. d.v.s. s.k. t.o.m. fr.o.m. o.s.v. osv. ca. kl. nr. tel. p.g.a. pga. resp. st.
        inkl. exkl. jan. feb. apr. aug. sept. okt. nov. dec. dr. prof. fil. civ. m.a.o. f.d. jfr. max. min. e.kr.
    """),
    negations=words("""
        inte aldrig ingen inget inga icke knappast utan varken slippa slipper sluta slutade ej istället_för
        i_stället_för
    """),
    speech=words("""
        säger sade sa berättar berättade skriver skrev förklarar förklarade menar menade tycker kommenterar
        konstaterar tillägger svarar svarade frågar undrar enligt
    """),
    mention=words("""
        frasen fraser fraserna ordet ord orden uttrycket uttryck meningen meningar klyschan klyscha klyschor floskel
        floskler flosklerna slogan rubriken rubrik rubriker raden rader formuleringen formuleringar etiketten knappen
        kallas så_kallad så_kallade betyder betyda heter ropar skriker skriver ämnesraden typ påståendet
    """),
    outsiders=words("""
        kund kunden kunder kunderna läsare läsaren besökare besökaren gäst gästen recensent recensenten kritiker
        kritikern journalist journalisten forskare forskaren professor boende granne grannen förälder användare
        användaren ministern minister rapporten studien myndigheten kommunalrådet
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
    samples=(
        "Vi ses kl. 9 den 5 maj, t.ex. vid fontänen. Ta med fika.",
        "Det blev bl.a. soppa. Alla var mätta.",
    ),
)
