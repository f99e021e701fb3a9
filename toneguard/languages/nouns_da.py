"""Danish nouns by gender and number, where a rewrite must choose an article, and adjectives by their three forms."""

from __future__ import annotations

import re

from toneguard.languages.language import words
from toneguard.late import late

# The last part of a compound tells its gender: `morgenmadskoncept` is as `koncept`. Longer endings win.
_COMMON = words("""
    app butik platform løsning klinik forening kollektion café cafe restaurant cykel bil bog webshop hjemmeside side
    afdeling maskine model serie metode skole bank forsikring menu festival koncert ydelse aftale pris rabat creme lampe
    stol sofa seng madras film podcast have park legeplads plads gård vin sal hal bane ordning leverandør producent
    entreprenør rådgiver partner arbejdsplads virksomhed organisation aktør udbyder forhandler kæde tjeneste funktion
    udgave version opdatering udstilling forestilling tur rejse bygning bolig lejlighed tid time dag uge aften weekend
    prøvetime prøvetur konsultation undersøgelse behandling rundvisning smagning gave dyne pude jakke kjole støvle
    taske ovn grill telefon computer tablet skærm højttaler vogn ladestander varmepumpe pumpe is kage ret buffet frokost
    brunch pizza burger mobilbank netbank selvbetjening ekspert mekaniker frisør fysioterapeut psykolog advokat revisor
    konsulent montør elektriker tømrer maler direktør leder chef kollega medarbejder elev lærling praktikant terrasse
    altan etage filial station havn bro sti vej bus færge rute linje sæson guide håndbog rapport analyse måling test
    oplevelse mulighed chance nyhed fordel garanti kasse pakke billet kupon kode kampagne konkurrence fest dragt
    kaffebar vinbar biograf sauna pool svømmehal hytte campingplads stue have bager slagter fisker gartner designer
""")
_NEUTER = words("""
    udvalg hotel hus program kursus team hold køkken museum marked firma værksted bryggeri bageri tilbud system netværk
    værktøj produkt sortiment design anlæg center sted rum showroom kontor lager lokale forløb abonnement medlemskab
    samarbejde bord bad magasin univers koncept tag byggeri område miljø resultat katalog menukort kort website
    websted selskab bureau studie studio galleri hostel spa bibliotek teater værelse møde foredrag webinar årsmøde
    seminar festtelt telt gulv vindue tæppe skab betræk stel armbånd ur smykke eksemplar par sæt stk stykke stævne løb
    ophold kamera headset tastatur tv varehus supermarked apotek hospital plejehjem børnehus hjem rækkehus
    sommerhus ladepunkt elnet internet fibernet bredbånd akademi institut laboratorium risteri mejeri slagteri gartneri
    destilleri overslag råd tjek eftersyn besøg træf arrangement event show kor orkester
""")
_MASS = words("""
    kaffe te mad vand kød ost fisk brød mælk øl musik rådgivning vejledning undervisning service support internet fiber
    energi strøm varme træ uld linned keramik tøj udstyr ventilation information håndværk design arkitektur teknologi
    opbevaring levering rengøring montering forplejning træning pasning pleje betjening vinteropbevaring hjælp
    forskning viden
""")
_BARE = _MASS | words("""
    priser cykler biler støvler møbler kager viner oste retter råvarer opskrifter kurser rejser billetter pladser
    værelser boliger lejligheder huse haver vinduer døre køkkener gulve tage senge madrasser dyner puder sofaer stole
    lamper borde tæpper telefoner computere maskiner varmepumper solceller grøntsager frugter blomster planter buketter
    is pizzaer burgere smykker tasker jakker kjoler bukser bøger løsninger produkter apps værktøjer tjenester ydelser
    forsikringer abonnementer medarbejdere kolleger konsulenter rådgivere montører håndværkere eksperter specialister
    undervisere lærere instruktører kokke frisører læger tandlæger jordemødre udviklere designere ingeniører arkitekter
    entreprenører leverandører producenter virksomheder butikker restauranter caféer hoteller museer skoler behandlinger
    oplevelser nyheder rabatter gaver flyttekasser brædder fliser sten materialer varer vare ure briller stel
    linser høreapparater cremer produkter hudpleje
""")
# Adjectives as they stand behind `vores`, and what they are with `en` and `et`.
_INDEFINITE = {
    "nye": ("ny", "nyt"), "store": ("stor", "stort"), "digitale": ("digital", "digitalt"), "lille": ("lille", "lille"),
    "lokale": ("lokal", "lokalt"), "grønne": ("grøn", "grønt"), "økologiske": ("økologisk", "økologisk"),
    "årlige": ("årlig", "årligt"), "gratis": ("gratis", "gratis"), "moderne": ("moderne", "moderne"),
    "populære": ("populær", "populært"), "elektriske": ("elektrisk", "elektrisk"), "tredje": ("tredje", "tredje"),
    "faste": ("fast", "fast"), "egen": ("egen", "eget"), "danske": ("dansk", "dansk"), "friske": ("frisk", "frisk"),
}  # fmt: skip
_PLURAL_END = late(r"(?:inger|elser|heder|ioner|[^c]enter|anter|ører|kere|gere|dere|nere)\Z")


def article(noun: str) -> str | None:
    """Return `en`, `et`, `""` for what takes none, or None for a noun that is not known."""
    noun = noun.lower().strip(".,")
    if noun in _BARE:
        return ""
    endings = [(len(end), one) for table, one in ((_COMMON, "en"), (_NEUTER, "et"), (_BARE, "")) for end in table
               if noun.endswith(end) and (len(end) > 3 or noun == end)]  # fmt: skip
    if endings:
        return max(endings)[1]
    if _PLURAL_END.search(noun):
        return ""
    return "en" if re.search(r"\w(?:hed|else|ning|tion)\Z", noun) else None


def indefinite(text: str) -> str | None:
    """Put a noun phrase that lost its owner into the indefinite: `nye showroom på Fyn` is `et nyt showroom på Fyn`."""
    parts = text.split()
    adjectives = []
    while len(parts) > 1 and parts[0] in _INDEFINITE:
        adjectives.append(parts.pop(0))
    if not parts or (kind := article(parts[0])) is None:
        return None
    if not kind and adjectives and parts[0].lower() in _MASS:
        return None
    place = {"en": 0, "et": 1}.get(kind)
    forms = [_INDEFINITE[word][place] if place is not None else word for word in adjectives]
    return " ".join([*([kind] if kind else []), *forms, *parts])


def several(text: str) -> str | None:
    """Return a phrase that opens with things of which there are many, or that are not counted: `priser på brænde`."""
    parts = text.split()
    return text if parts and article(parts[0]) == "" else None
