"""What the rules of the second judge are called and say."""

from __future__ import annotations

from toneguard.finding import Severity
from toneguard.rule import RuleInfo

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
    origin=__file__,
)

RULES = (ABOUT_THE_SENDER, PRESSES_THE_READER)
