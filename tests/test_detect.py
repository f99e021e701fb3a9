"""The language of blocks and posts: what is stated, what the words say, and what stays with the document."""

from __future__ import annotations

import subprocess
import sys

import pytest

from toneguard.document import Block, Document
from toneguard.formats import format_for
from toneguard.languages import detect
from toneguard.source import Source

BOKMAAL = """
Vi har åpnet et nytt verksted ved elva, og kaffen er alltid varm.
Hvis du ikke finner nøkkelen, kan du ringe til oss før klokka fire.
Båten går fra kaia hver morgen, men ikke på søndager.
Hva gjør du når varmtvannet forsvinner midt i dusjen?
De fleste av kundene våre bor mindre enn ti minutter unna.
Jeg har aldri sett så mange rådyr i hagen som i år.
Slik bytter du dekk uten å bli skitten på hendene.
Etter middagen gikk vi en lang tur rundt vannet.
Dere får tilsendt en faktura når jobben er ferdig.
Det tar omtrent to timer å male en vegg med pensel.
Noen av bøkene er skadet, men ingen er borte.
Kan jeg avbestille timen min samme dag?
Ullgenseren krymper hvis du vasker den for varmt.
Brødet må heve over natten for å bli luftig.
Ingen av oss visste hvor nøklene hadde blitt av.
Vi selger ikke billetter i døra, bare på nettet.
Hun sa at toget var forsinket igjen.
Leiligheten ligger i tredje etasje og har utsikt mot fjorden.
Først kutter du løken, deretter steker du den i smør.
Nå er det bare to plasser igjen på kurset.
Regnskapet viser at vi brukte mer strøm enn i fjor.
Sykkelen din er klar, og du kan hente den i morgen.
Mange lurer på hvorfor ovnen ryker når det blåser.
Vi møtes utenfor biblioteket klokken halv seks.
Sjekk at alle vinduer er lukket før du drar.
Gi beskjed til læreren hvis barnet ditt er sykt.
Det var ikke meningen å gjøre deg lei deg.
Hagen blir finere for hvert år som går.
Utstillingen er gjennomført med støtte fra kommunen.
Her finner du svar på spørsmålene vi får oftest.
Forskjellen mellom de to malingene er glansen.
Snøen kom tidlig, og brøytebilen stod fast i bakken.
Du kan ta med deg hunden inn i kafeen.
Ta kontakt med oss dersom varen mangler i pakken.
Prisen gjelder til og med siste helg i august.
Alt vi syr, blir laget av rester fra fabrikken.
Vi trenger noen som kan snekre og som liker å stå tidlig opp.
Utpå høsten åpner vi dørene for skoleklasser.
Jeg tror ikke at appen forstår hva jeg sier til den.
Hver uke leser vi gjennom alle brevene som kommer inn.
"""
NYNORSK = """
Eg veit ikkje kvifor kaffimaskina lagar så mykje støy.
Vi har opna eit nytt verkstad nede ved elva.
Kva gjer du når straumen blir borte?
Dei fleste av kundane våre bur like i nærleiken.
Ho fortalde at toget var forseinka igjen.
Kan de kome ein annan dag, om det regnar?
Me treng nokon som kan snikre og som likar å stå tidleg opp.
Boka er skriven av ei lærarinne frå Sogn.
Hugs å slå av lyset før du går heim.
Det er berre to plassar att på kurset.
Korleis får eg flekken ut av ullgenseren?
Etter middagen gjekk vi ein lang tur rundt vatnet.
Ingen av oss visste kvar nøklane hadde vorte av.
Prisane gjeld fram til siste helga i august.
Borna får vere med utan å betale noko ekstra.
"""
GERMAN = """
Wir haben die Werkstatt am Fluss wieder geöffnet.
Der Kaffee ist heiß, und der Kuchen kommt gleich aus dem Ofen.
Was tun Sie, wenn plötzlich das Licht ausfällt?
Ich habe noch nie so viele Rehe im Garten gesehen.
Die meisten unserer Kunden wohnen gleich um die Ecke.
Bitte bringen Sie ein Handtuch und feste Schuhe mit.
Der Zug hatte gestern schon wieder Verspätung.
Nach dem Essen gingen wir einmal um den See.
Für den Teig brauchst du nur Mehl, Wasser und Salz.
Niemand wusste, wo die Schlüssel geblieben waren.
Das Fahrrad kann morgen ab acht Uhr abgeholt werden.
Hunde dürfen mit ins Café, wenn sie leise sind.
Zuerst schneiden wir die Zwiebeln in feine Ringe.
Es sind nur noch zwei Plätze im Kurs frei.
Wer zu spät kommt, hört die Geschichte von hinten.
"""
ELSEWHERE = """
Nous avons rouvert l'atelier au bord de la rivière, et le café est toujours chaud.
Wij hebben de werkplaats aan de rivier weer geopend, en de koffie is altijd warm.
Avasimme verstaan uudelleen joen rannalla, ja kahvi on aina kuumaa.
Hemos vuelto a abrir el taller junto al río, y el café siempre está caliente.
Abbiamo riaperto il laboratorio vicino al fiume, e il caffè è sempre caldo.
Otworzyliśmy ponownie warsztat nad rzeką, ale kawa nie jest już za darmo.
Atölyeyi nehrin kıyısında yeniden açtık ve kahve her zaman sıcak, kapı her sabah açık.
Мы снова открыли мастерскую у реки, и кофе всегда горячий.
"""
ENGLISH = """
The workshop by the river is open again, and there is always coffee on the stove.
Bring your own towel, because we keep running out of ours before the last guest has showered.
"""
SWEDISH = """
Verkstaden vid ån har öppnat igen, och det finns alltid kaffe på spisen.
Ta med en egen handduk, för våra brukar ta slut innan den sista gästen har duschat.
"""
DANISH = """
Værkstedet ved åen er åbent igen, og der er altid kaffe på kanden.
Tag dit eget håndklæde med, for vores plejer at slippe op, inden den sidste gæst har været i bad.
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def post(text: str) -> Document:
    source = Source(text, "")
    return format_for(source).parse(source)


def block(text: str, lang: str = "") -> Block:
    return Block("paragraph", text, (), lang=lang)


def languages(text: str, *, lang: str = "", hint: str = "") -> list[str]:
    return [found.language for found in detect.assign(post(text), lang=lang, hint=hint).blocks]


def sole(text: str) -> str:
    return detect.assign(post(text)).language


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (SWEDISH, "sv"), (DANISH, "da")])
def test_prose_is_known_by_its_words(text: str, language: str) -> None:
    """A sentence alone, without any help, is of its own language."""
    assert [sole(line) for line in lines(text)] == [language, language]


@pytest.mark.parametrize("sentence", lines(BOKMAAL) + lines(NYNORSK))
def test_norwegian_is_other(sentence: str) -> None:
    """A Norwegian sentence alone is taken neither for Danish nor for Swedish."""
    assert sole(sentence) == "other"


@pytest.mark.parametrize("sentence", lines(GERMAN) + lines(ELSEWHERE))
def test_other_languages_are_other(sentence: str) -> None:
    """German and languages further off are other, with or without word lists of their own."""
    assert sole(sentence) == "other"


def test_norwegian_in_a_danish_post_is_seldom_danish() -> None:
    """A Norwegian sentence stays with a Danish post only where most of its words are Danish as well."""
    verdicts = [detect.of_block(block(sentence), "da") for sentence in lines(BOKMAAL) + lines(NYNORSK)]
    assert verdicts.count("other") >= 0.9 * len(verdicts)


def test_norwegian_post_beside_danish_quote() -> None:
    """A Danish paragraph in a Norwegian post is Danish, the rest is other."""
    text = "\n\n".join(lines(BOKMAAL)[:4] + lines(DANISH))
    assert languages(text) == ["other"] * 4 + ["da"] * 2


def test_swedish_post_quoting_english() -> None:
    """Two English paragraphs in a Swedish post are English, and the post is Swedish."""
    text = "\n\n".join(lines(SWEDISH) + lines(ENGLISH) + lines(SWEDISH))
    assert languages(text) == ["sv", "sv", "en", "en", "sv", "sv"]
    assert detect.assign(post(text)).language == "sv"


@pytest.mark.parametrize(
    "heading",
    [
        "Start",
        "Team",
        "Program 2026",
        "Information",
        "Kontakt",
        "Best in show",
        "Nova Studio Live",
        "Om os",
        "The Kiosk",
    ],
)
def test_short_blocks_follow_the_document(heading: str) -> None:
    """A heading or button of few words is of the post's language, even with a foreign word in it."""
    for text, language in ((SWEDISH, "sv"), (DANISH, "da")):
        assert languages(f"# {heading}\n\n{text}")[0] == language


def test_short_block_with_very_clear_words() -> None:
    """A short block that only another language can say is of that language."""
    assert languages(f"# What would you have done?\n\n{SWEDISH}")[0] == "en"
    assert languages(f"# Hva gjør vi nå?\n\n{DANISH}")[0] == "other"


@pytest.mark.parametrize("text", ["2026–2027", "★★★★★", "+46 8 123 45 67", "***", "12 × 8 = 96"])
def test_letterless_blocks_follow_the_document(text: str) -> None:
    """A block without letters is of the post's language, and a post without letters is no failure."""
    assert detect.of_block(block(text), "da") == "da"
    assert detect.of_block(block(text), "other") == "other"
    assert detect.assign(Document(Source(text, ""), (block(text),))).language in ("en", "sv", "da")


def test_empty_post() -> None:
    """A post without blocks has a language, so that a report can name one."""
    assert detect.assign(post("")).language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lovelace, Grace Hopper, Karen Spärck Jones, Barbara Liskov, Radia Perlman",
        "config.yml, README.md, src/main.py, tests/conftest.py, Makefile, setup.cfg",
        "Malmö – Ålborg – Tromsø – Düsseldorf – Besançon – Jyväskylä – Gdańsk",
        "MAX_RETRIES=3 HTTP/2 x86_64 utf8mb4 IPv6 OAuth2 SHA256 ed25519",
    ],
)
@pytest.mark.parametrize("language", ["en", "sv", "da"])
def test_names_and_code_stay_with_the_document(text: str, language: str) -> None:
    """A block of proper names, file names or code words says nothing about its language."""
    assert detect.of_block(block(text), language) == language


@pytest.mark.parametrize("tag", ["no", "nb", "nn-NO", "nb_NO", "de", "fi-FI"])
def test_stated_other_language_takes_open_blocks(tag: str) -> None:
    """Front matter `lang: no` keeps rules away from blocks that could be Danish."""
    assert languages(f"---\nlang: {tag}\n---\n# Program\n\nFra 10 til 12\n") == ["other", "other"]


def test_front_matter_goes_before_the_hint() -> None:
    """What front matter states outweighs a path; a path outweighs an open vote."""
    text = "# Program\n\nFra 10 til 12\n"
    assert languages(f"---\nlang: sv-SE\n---\n{text}", hint="da") == ["sv", "sv"]
    assert languages(text, hint="en") == ["en", "en"]


def test_stated_language_yields_to_clear_words() -> None:
    """A paragraph that is clearly of another language than its post states is of that language."""
    assert languages(f"---\nlang: en\n---\n{lines(SWEDISH)[0]}")[-1] == "sv"
    assert languages(lines(DANISH)[0], hint="sv") == ["da"]


def test_stated_language_yields_to_a_whole_post() -> None:
    """A post that is in another language throughout takes its headings along."""
    text = "# Program\n\n" + ENGLISH * 2
    assert detect.assign(post(f"---\nlang: sv\n---\n{text}")).language == "en"
    assert languages(text, hint="sv")[0] == "en"


def test_lang_decides_for_every_block() -> None:
    """`--lang` silences words, markup and front matter alike."""
    text = f"---\nlang: en\n---\n{ENGLISH}\n\n{DANISH}"
    assert set(languages(text, lang="sv")) == {"sv"}
    assert set(languages(text, lang="nb-NO")) == {"other"}


def test_markup_decides_for_its_block() -> None:
    """A block whose markup states a language is of that language, whatever its words."""
    assert detect.of_block(block(lines(ENGLISH)[0], lang="sv-SE"), "en") == "sv"
    assert detect.of_block(block("Program", lang="de"), "en") == "other"


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("sv", "sv"),
        ("sv-SE", "sv"),
        ("en_GB", "en"),
        ("en_US.UTF-8", "en"),
        ("DA", "da"),
        (" da ", "da"),
        ("English", "en"),
        ("swedish", "sv"),
        ("other", "other"),
        ("no", "other"),
        ("zh-Hans-CN", "other"),
        ("Kotlin", ""),
        ("c++", ""),
        ("und", ""),
        ("", ""),
    ],
)
def test_normalised(tag: str, language: str) -> None:
    """A language tag becomes a language; what is no language tag states nothing."""
    assert detect.normalised(tag) == language


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("content/sv/post.md", "sv"),
        ("content/da-DK/post.md", "da"),
        ("content/en_GB/blog/post.md", "en"),
        ("posts/post.da.md", "da"),
        ("posts/post.sv-SE.html", "sv"),
        ("posts/report-sv.md", "sv"),
        ("da/posts/post.en.md", "en"),
        ("sv\\posts\\post.md", "sv"),
        ("content/nb/post.md", "other"),
        ("content/post.de.md", "other"),
        ("posts/en-dag-i-haven.md", ""),
        ("posts/da-vi-var-smaa.md", ""),
        ("posts/sv.md", ""),
        ("it/hr/post.md", ""),
        ("post.md", ""),
        ("", ""),
    ],
)
def test_path_hint(path: str, language: str) -> None:
    """A folder, suffix or end of name that is a language tag is a hint; the start of a slug is not."""
    assert detect.path_hint(path) == language


def test_verdict_is_the_same_every_time() -> None:
    """Open votes, which langdetect settles by drawing lots, come out the same in fresh processes."""
    code = (
        "from toneguard.languages import detect; from toneguard.document import Block, Document;"
        "from toneguard.source import Source; texts = ['Program', 'Fri entré', 'Hund'];"
        "print([detect.assign(Document(Source(t, ''), (Block('title', t, ()),))).language for t in texts])"
    )
    runs = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(3)}
    assert len(runs) == 1


@pytest.mark.parametrize("text", [ENGLISH, SWEDISH, DANISH])
def test_clear_posts_do_not_load_langdetect(text: str) -> None:
    """A plain post is decided by its words alone, headings and lists included."""
    markdown = f"# Start\n\n{text}\n\n## Info\n\n- Kontakt\n- 2026\n- Nova Studio\n"
    code = (
        "import sys; from toneguard.formats import format_for; from toneguard.source import Source;"
        "from toneguard.languages import detect; source = Source(sys.stdin.read(), '');"
        "detect.assign(format_for(source).parse(source)); print('langdetect' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], input=markdown, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
