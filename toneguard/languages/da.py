"""Danish."""

from __future__ import annotations

from toneguard.languages.language import Language, words

LANGUAGE = Language(
    code="da",
    name="Danish",
    function_words=words("""
        og at er for ikke fra når også jeg hvad over end alle skal nogen hver men om så ved mod efter eller kun kan
        har havde være bliver blev til af på som det den de et en vi jer jeres du din dit dine sig sin sit sine os
        vores meget mere her der hvor hvordan da nu siden uden under mellem gennem dette disse skulle må får fik
        gøre gør kommer noget nogle andre mange inden mens dig mig op ud ind
    """),
    abbreviations=words("""
        f.eks. fx. bl.a. m.m. mv. m.v. m.fl. dvs. d.v.s. ca. pct. adm. dir. tlf. kl. nr. inkl. ekskl. osv. o.s.v.
        s.k. evt. pga. p.g.a. jf. st. jan. feb. apr. aug. sept. okt. nov. dec. dr. prof. kr. mio. mia. maks. min.
    """),
    negations=words("""
        ikke aldrig ingen intet næppe uden hverken slippe slipper stoppe stoppede i_stedet_for frem_for
    """),
    speech=words("""
        siger sagde fortæller fortalte skriver skrev forklarer forklarede mener mente synes udtaler udtalte
        konstaterer tilføjer svarer svarede spørger ifølge
    """),
    mention=words("""
        frasen fraser fraserne ordet ord ordene udtrykket udtryk sætningen sætninger klichéen kliché klichéer floskel
        floskler flosklerne slogan overskriften overskrift overskrifter linjen linjer formuleringen formuleringer
        knappen kaldes såkaldt såkaldte betyder hedder råber skriger skriver emnelinjen påstanden
    """),
    outsiders=words("""
        kunde kunden kunder kunderne læser læseren læsere besøgende gæst gæsten anmelder anmelderen kritiker
        kritikeren journalist journalisten forsker forskeren professor beboer beboere nabo naboen forælder bruger
        brugeren ministeren minister rapporten undersøgelsen myndigheden borgmesteren
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
        priserne *priser *pris *prisen halv_pris gratis køb købe bestil* shop spar spare book kup kuppet *kup kampagne*
        udsolgt lager lageret gavekort black_friday black_week tilmeld abonner skynd sidste_chance billig* konkurrence*
        vind
    """),
    samples=(
        "Vi ses kl. 9 den 5. maj, f.eks. ved springvandet. Tag kaffe med.",
        "Der var bl.a. suppe. Alle blev mætte.",
    ),
)
