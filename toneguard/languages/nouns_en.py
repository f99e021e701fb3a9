"""English nouns, openers and verbs that turn a sentence round in rewriting."""

from __future__ import annotations

import re

from toneguard.languages.language import words
from toneguard.late import late

# What one has and can count, behind `with more than 3,000 …`.
COUNTED = words("""
    members customers clients users subscribers readers followers students pupils employees staff colleagues shops
    stores branches offices depots restaurants clinics hotels rooms beds bikes cars vans buses ferries boats seats flats
    homes sites schools teachers doctors nurses dentists vets engineers drivers consultants bakers apprentices
    volunteers machines stations chargers warehouses factories locations practices salons gyms studios dealers partners
    suppliers recipes courses titles books products tenants patients guests donors owners players coaches therapists
    cafes cafés
    companies firms businesses organisations organizations households families people farms charities councils years
""")
# Nouns of an event: one does not have it, it happens.
HAPPENS = words("""
    launch opening release return partnership collaboration appointment acquisition merger winner winners results result
    news arrival completion move extension expansion introduction decision plan plans start end closure success
    achievement milestone anniversary award celebration nomination win agreement deal sale investment journey chapter
    step day moment era commitment vision
""")
# People and efforts to which a sender gives the credit.
CREDITED = (
    r"teams?|people|staff|colleagues|employees|crews?|engineers?|experts?|specialists?|chemists?|bakers?|chefs?|"
    r"designers?|developers?|technicians?|drivers?|nurses?|doctors?|teachers?|consultants?|craftsmen|craftspeople|"
    r"volunteers?|supporters?|customers?|partners|work|dedication|passion|commitment|expertise|experience|efforts?|"
    r"enthusiasm|determination|creativity|spirit|professionalism|know-how|love|skills?|talents?|attitude|approach|"
    r"family"
)
# Third person of the press: `launches` is what we are doing.
PRESS: dict[str, str] = {
    "launches": "are launching", "introduces": "are introducing", "presents": "are presenting",
    "unveils": "are introducing", "opens": "are opening", "releases": "are releasing", "expands": "are expanding",
    "extends": "are extending", "adds": "are adding", "starts": "are starting", "moves": "are moving",
    "lowers": "are lowering", "doubles": "are doubling", "celebrates": "are celebrating", "joins": "are joining",
    "invests": "are investing", "hires": "are hiring", "recruits": "are recruiting", "supports": "support",
    "sponsors": "sponsor", "offers": "offer", "supplies": "supply", "employs": "employ",
    "sells": "sell", "makes": "make", "builds": "build", "delivers": "deliver", "serves": "serve", "insures": "insure",
    "ships": "ship", "teaches": "teach", "trains": "train", "repairs": "repair", "publishes": "publish",
    "donates": "donate", "provides": "provide", "welcomes": "welcome", "hosts": "host", "has": "have",
    "works": "work", "owns": "own", "treats": "treat", "helps": "help", "covers": "cover", "bakes": "bake",
    "brews": "brew", "prints": "print", "grows": "grow", "rents": "rent", "produces": "produce",
}  # fmt: skip
# What we want to do for somebody, in a verb that one can see done.
CONCRETE = words("""
    plant build reduce lower cut halve save mend teach feed reach double train open repair recycle raise house insulate
    make help keep bring
""")
MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Apr|Aug|Sept|Sep|"
    "Oct|Nov|Dec"
)
DATE = rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})\b|(?:{MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?\b"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# When an offer is over.
OVER = late(
    rf"\b(\w+) (ends?|expires?|vanish(?:es)?|disappears?|dies?|evaporates?|finish(?:es)?|closes?|stops? working|"
    rf"(?:slams? )?shuts?|runs? out) "
    rf"(?:on |at |by )?({DATE}|(?:this |next )?{WEEKDAY}|midnight|noon|tonight|tomorrow|\d{{1,2}}[.:]\d\d|"
    rf"\d{{1,2}} ?[ap]\.?m)\b",
    re.I,
)
# Several words that say how many, before a noun.
MANY = (
    r"(?:(?:more than|over|nearly|almost|around|about|some|up to|a total of) )?\d[\d,.]*(?: (?:million|thousand))?\+?"
)
SIZE = late(rf"(?P<size>{MANY} (?P<noun>(?:[a-z-]+ ){{0,2}}?(?:{'|'.join(sorted(COUNTED))})))\b(?P<after>.*)\Z", re.I)
LEADING = late(
    r"\b(?:leading|largest|biggest|best|finest|fastest-growing|foremost|premier|number one|no\. ?1|first choice|"
    r"natural choice|obvious choice|preferred choice|partner of choice|favourite|favorite|top|ultimate|go-to|"
    r"most \w+|strongest|greatest|renowned|pioneer|specialist|specialists|expert|experts|authority)\b",
    re.I,
)
PLACED = late(r" in (?:the )?((?:North|South|East|West|Greater|Upper|Lower)? ?[A-Z]\w+(?: [A-Z]\w+)?)")
# A clause by its first words, and one that needs another.
FINITE = late(
    r"\A(?!(?:and|or|but|so|if|when|who|which|that|what)\b)(?:[\w’'-]+ ){1,4}?(?:is|are|was|were|has|have|will|can|"
    r"do|does|did|costs?|opens?)\b",
    re.I,
)
SUBORDINATE = late(r"(?:if|when|because|although|though|while|since|unless|with|without|once|as|after|before)\b", re.I)
SOLID = late(rf"\d|[$£€%]|\b(?:{WEEKDAY}|midnight|noon|half|free|two|three|four|five|six|seven|eight|nine|ten)\b", re.I)
# What is beaten before a sum, and a time that stands by itself.
DRUM = late(
    r"\b(?:just|only|a mere|an? (?:insane|crazy|incredible|amazing|unbelievable|unbeatable|ridiculous|sensational|"
    r"fantastic|mind-blowing|jaw-dropping|rock-bottom|staggering|whopping)) (?=[$£€]?\d)",
    re.I,
)
TIME = late(
    rf"(?:only |just )?(?:today|tonight|this (?:week|weekend|month)|(?:until|on|from|by) (?:{WEEKDAY}|"
    rf"{DATE}))(?: only)?",
    re.I,
)
ONLY = late(r"\A(?:only|just) | only\Z", re.I)
# Where one clause of a sentence ends and another may begin.
JOINT = late(
    r" [–—-] |[;:] |[!?…]\s|, (?:so|and|but|because|or|as|then) |, (?=(?:don['’]t|so|there (?:are|is)|we (?:have|"
    r"are)|only \d)\b)",
    re.I,
)
PRESSING = late(
    r"\A(?:(?:so|and|but|please|then|just|only|oh) )*(?:hurry|be (?:quick|fast|there|sure|the first)|don['’]t|do not|"
    r"never|act|move fast|get moving|dig deep|let['’]s|no time|time is|time['’]s|the clock|tick|last chance|final|"
    r"now or never|what are you|why wait|why not|treat yourself|you deserve|you know you|you(?:['’]ll|"
    r" will) (?:never|love|wish|regret)|you['’]ll love|you (?:don['’]t|won['’]t|do not) want|your excuses|"
    r"you['’]ll not|"
    r"trust us|believe us|believe me|trust me|run|rush|race|get ready|get set|get your skates|set (?:an|that|"
    r"your) alarm|"
    r"first come|it would be (?:silly|mad|crazy|a shame)|you['’]d be (?:silly|mad|crazy|daft|a fool)|"
    r"(?:your|the) \w+ can['’]t wait|\w+ like you\b|(?:\w+ ){1,4}(?:are|is) (?:selling|going|filling|flying|"
    r"vanishing|"
    r"disappearing)|.*\bnever been (?:this|so) (?:cheap|low|good)|blink|stop|seriously|go on|"
    r"come on|good luck|if i were you|"
    r"(?:this|these|such|our|prices|places|seats|tickets|spots|spaces|rooms|tables|slots|stocks?|it|"
    r"they)\b.*\b(?:won['’]t"
    r"|will not|flying|fly|going fast|go fast|limited|selling|sell out|sell fast|disappear|vanish|running out|"
    r"runs out|"
    r"filling|fill up|snapped|moves? fast|too good|be back|be around))\b",
    re.I,
)
PRONOUN = late(r"\A(?:it|they|them|that|this|these|those|which|who|he|she|its|their|one)\b(?!['’]s (?:free|on))", re.I)
LEANS = late(r"\b(?:them|him|her|it|they|she|he|theirs|hers)\b", re.I)
# What begins as an order would, but is a label: `Contact for the day`.
NO_ORDER = late(
    r"(?:contact|phone|call|email|start|return|message|text|post) (?:for|of|details|times|numbers?|hours|dates?)\b|"
    r"(?:order|test|taste|vote|visit|plant|book|use|return) (?:of|details|times|forms?|is|are|was|were|has|have)\b",
    re.I,
)
EMPTY_LEAD = late(
    r"\A(?:(?:good|great|big|huge|fantastic|amazing|exciting|wonderful|brilliant|happy|massive|breaking) news|"
    r"news ?flash|guess what|surprise|wow|yay|woohoo|hooray|hurray|heads up|listen up|attention|psst|alert|"
    r"flash sale|"
    r"spoiler alert|fun fact|drum ?roll|finally|at last|it['’]s (?:finally )?here|best of all|the best part|"
    r"even better|"
    r"better still|(?:but )?that['’]s not all|(?:but )?wait,? there['’]s more|believe it or not|yes|that['’]s right|"
    r"you (?:heard|read) (?:it |that )?right|brace yourselves?|hold on to your hats|no joke|no kidding|red alert|"
    r"stop what you['’]re doing|save the date|mark your calendars?|calling all [\w ]+|attention,? [\w ]+|"
    r"time to party|"
    r"the secret is out|the news is out|the rumours are true|the rumors are true|you asked,? (?:and )?we listened|"
    r"the wait is (?:finally )?over|ready\?*|ready,? set,? go|here we go|(?:deal|offer|bargain|tip) of the \w+)\Z",
    re.I,
)
