"""Guards: each on sentences it must silence and on near misses that must count, in all three languages."""

from __future__ import annotations

import pytest

from toneguard import Source
from toneguard.document import Document
from toneguard.formats import format_for
from toneguard.guards import GUARDS, Match
from toneguard.languages import detect


def verdict(guard: str, text: str, language: str) -> bool:
    """Return a guard's verdict on the words that stand between << and >>."""
    start = text.index("<<")
    end = text.index(">>") - 2
    source = Source(text.replace("<<", "").replace(">>", ""), "x.md")
    document: Document = detect.assign(format_for(source).parse(source), lang=language)
    for index, sentences in enumerate(document.sentences):
        for sentence in sentences:
            span = sentence.span
            if span.start <= start < span.end:
                left = next(i for i in range(len(sentence.text)) if sentence.to_source(i, i + 1).start == start)
                return GUARDS[guard](Match(document, sentence, left, left + end - start, index))
    raise AssertionError(text)


@pytest.mark.parametrize(
    ("guard", "language", "text", "expected"),
    [
        ("mentioned", "en", 'Never write "<<buy now>>" on a button.', True),
        ("mentioned", "en", "> <<Buy now>> and save.", True),
        ("mentioned", "en", 'The phrase "<<We are proud to announce our bar.>>" says nothing.', True),
        ("mentioned", "en", '"<<We are proud to open>> this shop," said Ann Lee, CEO of Acme.', False),
        ("mentioned", "en", '"<<We are proud to open>> this shop."', False),
        ("mentioned", "en", "<<We are proud>> of our *team*.", False),
        ("mentioned", "en", "I read the signs. *Hurry! <<Last chance>>!* Nobody did.", True),
        ("mentioned", "en", "We close at six, so *<<buy now>>*.", False),
        ("mentioned", "en", 'The word "only" works hard: <<only today>>, only here.', True),
        ("mentioned", "en", '- "Hurry! <<Only 2>> left."', True),
        ("mentioned", "sv", "På skylten stod det *<<Sista chansen>>!* i rött.", True),
        ("mentioned", "da", "På skiltet stod der *<<Sidste chance>>!* med rødt.", True),
        ("mentioned", "sv", "Skriv aldrig ”<<köp nu>>” på en knapp.", True),
        ("mentioned", "sv", "– <<Vi är stolta>> över huset, säger Eva Ek, vd på Acme.", False),
        ("mentioned", "da", "Skriv aldrig »<<køb nu>>« på en knap.", True),
        ("mentioned", "da", '"<<Vi er stolte>> af huset," siger Bo Ek, direktør i Acme.', False),
        ("attributed-to-others", "en", '"<<The best shop>> in town," said a customer on Monday.', True),
        ("attributed-to-others", "en", '"<<The best shop>> in town," said Ann Lee, CEO of Acme.', False),
        ("attributed-to-others", "sv", "– <<Bäst i stan>>, säger en kund som väntar utanför.", True),
        ("attributed-to-others", "sv", "– <<Bäst i stan>>, säger Eva Ek, vd på Acme.", False),
        ("attributed-to-others", "da", '"<<Bedst i byen>>," siger en kunde i køen.', True),
        ("attributed-to-others", "da", '"<<Bedst i byen>>," siger Bo Ek, direktør i Acme.', False),
        ("quoted", "en", 'She said "<<now>>" and left.', True),
        ("quoted", "en", 'She said "then" and left <<now>>.', False),
        ("negated", "en", "We do not <<believe>> in magic.", True),
        ("negated", "en", "It did not rain, and so we all <<believe>> in luck.", False),
        ("negated", "sv", "Vi är inte <<stolta>> över det.", True),
        ("negated", "da", "Vi er ikke <<stolte>> af det.", True),
        ("denied", "sv", "<<Vi tror>> att det inte går.", True),
        ("question", "en", "<<Ready>> to go?", True),
        ("question", "en", "<<Ready>> to go.", False),
        ("heading", "en", "# <<Proud>> of it", True),
        ("heading", "en", "<<Proud>> of it", False),
        ("first-paragraph", "en", "# A\n\n<<One>>.\n\nTwo.", True),
        ("first-paragraph", "en", "# A\n\nOne.\n\n<<Two>>.", False),
        ("item", "en", "- <<one>>\n", True),
        ("conditional", "en", "If you <<hurry>>, you make it.", True),
        ("conditional", "sv", "Om du <<skyndar>> dig hinner du.", True),
        ("conditional", "da", "Hvis du <<skynder>> dig, når du det.", True),
        ("addresses-reader", "en", "<<We>> give your bike a bell.", True),
        ("addresses-reader", "en", "<<We>> sell bells.", False),
        ("addresses-reader", "da", "<<Vi>> håber, at I kommer.", True),
        ("addresses-reader", "da", "I år bor <<vi>> i Odense.", False),
        ("speaks-of-sender", "sv", "<<Det>> är vår cykel.", True),
        ("speaks-of-sender", "sv", "<<Det>> är en cykel.", False),
        ("figures", "en", "<<Now>> for 3 days.", True),
        ("figures", "en", "<<Now>> for three days.", False),
        ("tutorial", "en", "Now <<we>> run `make`.", True),
        ("tutorial", "sv", "Klicka på filen och följ exempel ett, så är <<vi>> klara.", True),
        ("tutorial", "da", "<<Vi>> bor i Odense.", False),
        ("exclaimed", "en", "<<Now>>!", True),
        ("exclaimed", "en", "<<Now>>.", False),
    ],
)
def test_guard(guard: str, language: str, text: str, expected: bool) -> None:
    """A guard silences what it is for and lets the near miss count."""
    assert verdict(guard, text, language) is expected


def test_every_guard_is_tested() -> None:
    """No guard is without a case above."""
    cases = {case[0] for case in test_guard.pytestmark[0].args[1]}  # type: ignore[attr-defined]
    assert cases == set(GUARDS)
