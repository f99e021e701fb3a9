"""What the rules of the second judge are called and say."""

from __future__ import annotations

from toneguard.finding import Severity
from toneguard.rule import Example, RuleInfo

_HOW = (
    "A small model trained on sentences labelled by editors weighs the words of each sentence, then what stands around "
    "it: its neighbours, its place, what templates found in the post. It speaks up where no template did and it is "
    "sure; the quoted words are those that weighed most. It can be wrong in ways that a list of phrases is not: "
    "--no-model leaves it out."
)

ABOUT_THE_SENDER = RuleInfo(
    name="self-centred/about-the-sender",
    summary="Reads as being about the sender, by its words and surroundings.",
    why=_HOW,
    severity=Severity.WARNING,
    messages={
        "en": "Reads as being about the sender ({words}); say what the reader gets.",
        "sv": "Läses som att den handlar om avsändaren ({words}); säg vad läsaren får.",
        "da": "Læses, som om den handler om afsenderen ({words}); sig, hvad læseren får.",
    },
    asks={
        "en": "What would the reader miss if this sentence went?",
        "sv": "Vad skulle läsaren sakna om meningen ströks?",
        "da": "Hvad ville læseren savne, hvis sætningen blev strøget?",
    },
    examples=(
        Example("en", bad="<<Three generations of curiosity and stubborn care live in every decision we take.>>"),
        Example("en", bad="<<There is a certain magic in our office that guests notice the moment they step in.>>"),
        Example("en", good="Our office is on the second floor, and guests ring the bell marked Larch."),
        Example("en", good="We moved the archive to the cellar because the attic was too damp for paper."),
        Example("sv", bad="<<Tre generationers nyfikenhet lever vidare i varje beslut vi tar.>>"),
        Example("sv", bad="<<Det vilar en alldeles särskild anda över våra lokaler, och den känner man direkt.>>"),
        Example("sv", good="Våra lokaler ligger två trappor upp, och ringklockan är märkt Lärkan."),
        Example("sv", good="Vi flyttade arkivet till källaren, för på vinden var det för fuktigt för papper."),
        Example("da", bad="<<Tre generationers nysgerrighed lever videre i hver beslutning, vi tager.>>"),
        Example("da", bad="<<Få på egnen har givet så meget af sig selv til brødet som folkene bag vores disk.>>"),
        Example("da", good="Vores lokaler ligger på anden sal, og der står Lærken på dørklokken."),
        Example("da", good="Vi flyttede arkivet ned i kælderen, for på loftet var der for fugtigt til papir."),
    ),
    origin=__file__,
)

PRESSES_THE_READER = RuleInfo(
    name="pushy/presses-the-reader",
    summary="Reads as pressure on the reader, by its words and surroundings.",
    why=_HOW,
    severity=Severity.WARNING,
    messages={
        "en": "Reads as pressure ({words}); give the fact and leave the choice to the reader.",
        "sv": "Läses som en påtryckning ({words}); ge fakta och låt läsaren välja.",
        "da": "Læses som pres ({words}); giv oplysningen, og lad læseren vælge.",
    },
    asks={
        "en": "What would you say to somebody who has all the time in the world?",
        "sv": "Vad skulle du säga till någon som har all tid i världen?",
        "da": "Hvad ville du sige til en, der har al tid i verden?",
    },
    examples=(
        Example("en", bad="<<Do yourself a favour and put your name down before the others wake up.>>"),
        Example("en", bad="<<Click now, thank yourself tonight.>>"),
        Example("en", good="Put your name on the list at the desk, and we ring you when the shoes are in."),
        Example("en", good="Water the seedlings before the others wake up, when the soil is still cool."),
        Example("sv", bad="<<Grannen har redan hämtat sin, så dröj inte för länge med din.>>"),
        Example("sv", good="Skriv upp dig på listan i kassan, så ringer vi när skorna har kommit."),
        Example("sv", good="Dröj inte för länge med gallringen, för plantorna behöver ljus."),
        Example("da", bad="<<Forkæl dig selv i aften, i morgen kan den være væk.>>"),
        Example("da", bad="<<Klik nu, og tak dig selv i aften.>>"),
        Example("da", good="Skriv dig på listen ved kassen, så ringer vi, når skoene er kommet."),
        Example("da", good="Vent ikke for længe med at tynde ud, for planterne har brug for lys."),
    ),
    origin=__file__,
)

RULES = (ABOUT_THE_SENDER, PRESSES_THE_READER)
