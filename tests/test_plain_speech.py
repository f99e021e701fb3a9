"""Everyday sentences in words that selling texts like too: no rule may mind them."""

from __future__ import annotations

import pytest

from toneguard import Config, Severity, Source
from toneguard.lint import lint
from toneguard.registry import Registry

SENTENCES = [
    ("da", "Folk i Odense cykler mere end i Vejle."),
    ("da", "Mennesker i kø skal trække et nummer."),
    ("da", "Det gør en forskel, om du måler før eller efter kogning."),
    ("da", "Det er også et valg at vente til foråret."),
    ("da", "Det er meget mere end en time siden."),
    ("da", "Den kommer næppe bag på nogen, der har læst vejrudsigten."),
    ("da", "Pak tasken og find vandflasken frem."),
    ("da", "Sådan har vi altid gjort, og det er en dårlig grund."),
    ("da", "Nogle må leve med skaden resten af livet."),
    ("da", "Laveste pris i tabellen er 200 kr."),
    ("da", "Priser, der gælder til 1. maj, står på siden."),
    ("da", "Det er dig, der bestemmer, om filen skal gemmes."),
    ("da", "Regeringens nye strategi, der kom i maj, nævner ikke cykler."),
    ("sv", "Vi hinner inte i morgon."),
    ("sv", "Jag tror inte att du kommer att märka skillnaden."),
    ("sv", "Jag svär på att nyckeln låg där i går."),
    ("sv", "I tio år har vi mätt vattnet vid bryggan."),
    ("sv", "Låt det inte bli kallt innan du rör om."),
    ("sv", "Vi drar undan gardinen klockan åtta."),
    ("sv", "Är det du som vill ha soppan?"),
    ("sv", "Barnen tittar på och går utan skor."),
    ("en", "Our bus leaves when the driver has had her coffee."),
    ("en", "We have moved the bins, so you now find them behind the hall."),
    ("en", "The museum is one of the smallest in the county."),
    ("en", "She is more than a colleague to me."),
    ("en", "You can only book two seats at a time."),
    ("en", "The last bus goes at ten."),
    ("en", "We know that the lift is slow."),
    ("en", "If the light blinks, wait until it stops."),
    ("en", "Nobody likes the new form, and we are changing it."),
    ("en", "It was never just a hobby for my uncle."),
    ("en", "Everyone who has a card can borrow the drill."),
    ("en", "Thank you to Maria, who found the bug."),
    ("en", "The best time to prune is late winter."),
    ("en", "You will need more than one coat of paint."),
    ("sv", "Ingen annan station har samma väder."),
    ("sv", "Boken är mer än tio år gammal."),
    ("sv", "Alla som har kort kan låna borren."),
    ("sv", "Sista bussen går klockan tio."),
    ("sv", "Den bästa tiden att beskära är i februari."),
    ("sv", "Vi vet att hissen är långsam."),
    ("sv", "Du kan bara boka två platser åt gången."),
    ("sv", "Tack till Maria som hittade felet."),
    ("sv", "Museet är ett av länets minsta."),
    ("sv", "Vi har flyttat soptunnorna, så nu står de bakom huset."),
    ("sv", "Om lampan blinkar, vänta tills den slocknar."),
    ("sv", "Det är aldrig för sent att lära sig simma."),
    ("sv", "Priset höjs den 1 maj till 250 kronor."),
    ("sv", "Anmäl dig senast fredag, eftersom köket behöver veta antalet."),
    ("da", "Ingen anden station har samme vejr."),
    ("da", "Bogen er mere end ti år gammel."),
    ("da", "Alle, der har et kort, kan låne boremaskinen."),
    ("da", "Den sidste bus kører klokken ti."),
    ("da", "Den bedste tid at beskære på er februar."),
    ("da", "Vi ved, at elevatoren er langsom."),
    ("da", "Du kan kun bestille to pladser ad gangen."),
    ("da", "Tak til Maria, der fandt fejlen."),
    ("da", "Museet er et af amtets mindste."),
    ("da", "Vi har flyttet skraldespandene, så nu står de bag huset."),
    ("da", "Hvis lampen blinker, så vent, til den slukker."),
    ("da", "Det er aldrig for sent at lære at svømme."),
    ("da", "Prisen stiger den 1. maj til 250 kr."),
    ("da", "Tilmeld dig senest fredag, for køkkenet skal kende antallet."),
]


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_plain_speech_is_left_alone(registry: Registry, language: str, sentence: str) -> None:
    """A sentence that states a fact, a date, a rule of the house or a doubt is no finding."""
    report = lint(Source(sentence, "x.md"), registry, Config(forced_lang=language))
    assert [finding.rule for finding in report.findings if finding.severity is not Severity.SUGGESTION] == []
