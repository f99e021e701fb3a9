"""Forms of English words for rewriting: verbs, praise, hype, and how a sentence leans on another."""

from __future__ import annotations

import re

from toneguard.languages.language import words
from toneguard.late import late


def _listed(text: str) -> list[str]:
    """Return the phrases of a list with commas."""
    return [" ".join(phrase.split()) for phrase in text.split(",")]


# What one orders a reader to do, and what the reader can do instead.
IMPERATIVES: dict[str, str] = {
    verb: verb
    for verb in _listed("""
        order, buy, book, reserve, sign up, register, subscribe, join, enrol, enroll, apply, upgrade, switch, try,
        download, visit, call, ring, phone, text, email, reply, donate, renew, pre-order, preorder, get, come,
        bring, send, start, use, enter, save, pick up, collect, stock up, sign in, log in, add, open, rent, hire,
        taste, test, pay, schedule, vote, message, write to, drop in, fit, upload, transfer, take, redeem, ask,
        give, pledge, adopt, plant, speak to, talk to, drop, trade in, bring in, install, activate,
        reactivate, request, go, stop by, pop in, comment, arrange, insure, claim back, browse,
        go live, drive away, chip in, contact, borrow, return, swap, take out, choose, pick, follow, invite
    """)
} | {
    "grab": "get", "snag": "get", "bag": "get", "nab": "get", "claim": "get", "snap up": "get", "scoop up": "get",
    "lock in": "get", "secure": "reserve", "treat yourself to": "get", "shop": "buy", "enjoy": "get", "pocket": "get",
    "discover": "see", "experience": "see", "smash": "use", "hit": "use", "hurry to": "visit", "rush to": "visit",
}  # fmt: skip

# Verbs that a proud sender may be rid of pride with: the first as a habit, the second as something under way.
HABITS = words("""
    support sponsor offer serve use employ supply contribute give donate host run make bake build continue publish print
    sell stock train deliver provide help work partner produce grow teach repair mend answer keep pay brew roast sew
    design clean check test buy cook represent stand belong call teach treat care count hold own plant recycle reply
    insure fly ship store welcome collaborate cooperate cover accept guide advise
""")
EVENTS: dict[str, str] = {
    "launch": "launching", "introduce": "introducing", "unveil": "introducing", "open": "opening",
    "release": "releasing", "bring": "bringing", "add": "adding", "start": "starting", "begin": "starting",
    "extend": "extending", "join": "joining", "expand": "expanding", "move": "moving", "roll out": "rolling out",
    "present": "presenting", "reopen": "reopening", "double": "doubling", "lower": "lowering", "cut": "cutting",
    "celebrate": "celebrating", "take over": "taking over", "team up": "teaming up",
    "join forces": "joining forces", "bring to the market": "selling", "embark": "embarking", "relaunch": "relaunching",
}  # fmt: skip
NOMINAL: dict[str, str] = {
    "the opening of": "are opening", "the launch of": "are launching", "the release of": "are releasing",
    "the start of": "are starting", "the introduction of": "are introducing", "the expansion of": "are expanding",
    "the return of": "are bringing back", "the appointment of": "have appointed",
    "the acquisition of": "have bought", "our partnership with": "are working with",
    "a partnership with": "are working with", "a new partnership with": "are working with",
    "our new partnership with": "are working with", "our move to": "are moving to",
    "the publication of": "are publishing", "the extension of": "are extending",
    "the completion of": "have finished",
}  # fmt: skip
HONOURED = words("""
    named voted awarded ranked chosen selected recognised recognized shortlisted invited nominated certified rated
    listed accredited appointed asked featured included
""")
GERUNDS: dict[str, str] = {
    "making": "make", "giving": "give", "baking": "bake", "serving": "serve", "using": "use", "providing": "provide",
    "producing": "produce", "creating": "create", "writing": "write", "taking": "take", "sharing": "share",
    "reducing": "reduce", "caring": "care", "driving": "drive", "preparing": "prepare", "solving": "solve",
    "improving": "improve", "saving": "save", "guiding": "guide", "advising": "advise", "cutting": "cut",
    "running": "run", "getting": "get", "putting": "put", "fitting": "fit", "planning": "plan", "shipping": "ship",
    "swapping": "swap", "sourcing": "source", "raising": "raise", "pricing": "price", "recycling": "recycle",
} | {
    f"{verb}ing": verb
    for verb in words("""
        offer help answer build work support supply deliver sell keep teach train treat brew roast sew design clean
        check test cook repair mend reply finish respond listen find pay buy grow plant fix restore cover look visit
        print publish return call open turn explain follow send ship sort hold load protect lower show tell talk stock
    """)
}  # fmt: skip

# Adjectives of praise that stand before a noun and say nothing of it.
PRAISE = (
    "world-class|world class|best-in-class|best in class|best-of-breed|(?:multi-)?award-winning|prize-winning|"
    "(?:industry|market|world|sector|class|category|region)-leading|market leading|world leading|industry leading|"
    "unrivall?ed|unparalleled|unmatched|unequall?ed|peerless|matchless|second-to-none|unsurpassed|incomparable|"
    "inimitable|"
    "outstanding|exceptional|extraordinary|remarkable|exemplary|unbeatable|legendary|visionary|trailblazing|pioneering|"
    "ground-?breaking|game-changing|brilliant|amazing|incredible|awesome|fantastic|phenomenal|stellar|superb|"
    "rock-?star|wonderful|tireless|unsung|stunning|unwavering|unstoppable|fabulous|magnificent|"
    "(?:world|internationally |nationally )-?renowned|renowned|acclaimed|critically acclaimed|"
    "prestigious|superhuman|top-notch|first-class|first-rate|top-tier|iconic|relentless|cutting[- ]edge|"
    "state-of-the-art|"
    "leading-edge|next-level|innovative|forward-thinking|future-ready|future-proof|uncompromising|"
    "impeccable|flawless|unforgettable|distinguished|esteemed|much-loved|well-loved|beloved|revolutionary|unique|"
    "dedicated|hard-?working|world-famous|luxurious|highly (?:skilled|experienced|motivated|talented|qualified)|"
    "breathtaking|spectacular|best-loved|glittering|coveted|disruptive|transformative|holistic|super-talented|"
    "hugely talented|incredibly talented|passionate|talented|gifted|(?<=\\ba )leading|(?<=\\bA )leading"
)
HYPE = (
    "unbeatable|unmissable|irresistible|insane|crazy|incredible|amazing|unbelievable|sensational|fantastic|"
    "mind-blowing|"
    "jaw-dropping|ridiculous|massive|mega|epic|monster|rock-bottom|knock-?down|whopping|spectacular|phenomenal|killer|"
    "unheard-of|once-in-a-lifetime|bonkers|eye-watering|super|stunning|unrivalled|exclusive|huge|awesome|unique|special"
)
INTENSE = (
    "insanely|ridiculously|wildly|highly|exceptionally|extraordinarily|remarkably|genuinely|enormously|very|really|"
    "truly|simply|absolutely|incredibly|immensely|hugely|utterly|totally|completely|quite"
)
NUMBERS = words("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
""")

# A clause at the end of a sentence that only presses, threatens or praises.
PRESSES = (
    r"hurry|be quick|be fast|don['’]t|do not|never|(?:act|move|book|order|buy|ring|call|click|grab|snag|nab|bag|"
    r"claim|secure|"
    r"reserve|get|set|hustle|run|rush|smash|join|sign up|come early|treat yourself|lock in|stock up|snap|pounce|jump|"
    r"hand|let|what are you|why wait|why not|now['’]s|now is|if i were you|better|you['’]d better|gone|race|dash|"
    r"send|drop|ask|commit|set|don|donate|renew|apply|register|subscribe|enrol|upgrade|switch|start|try|pick up)\b"
)
EMPTY_TAIL = (
    r"\b(?:pride|proud|proudly|prouder|passion|passionate|hearts?|soul|everything we do|who we are|what we do|dna|"
    r"just getting started|only getting started|getting started|journey|it shows|you can (?:see|feel|taste) it|dream|"
    r"testament|tribute|regret|kick(?:ing)? yourself|sorry|miss out|missing out|(?:all|be|is|are|[’']s|[’']re|"
    r"once|till|until) gone|exceptions|that[’']s it|flying|won['’]t last|last long|"
    r"hang (?:about|around)|"
    r"hate for you|thank (?:us|me|yourself)|your loss|come again|never again|ever again|for ever|forever|"
    r"be (?:quick|fast)|hurry|around (?:for )?long|behind|must|blood|making do|slip|waiting for|too late|fear|"
    r"envy|jealous|love what|live and breathe|in a class|like no(?: one| other)?|"
    r"nobody|no one else|unbeatable|unrivalled|finest|greatest|the best|wear with|humbl\w+|honou?r(?:ed)?|prouder|"
    r"blame|deserve|dare|evaporate|anyone else|everyone else|someone else|be sorry|forgive|wake up|slams? shut|"
    r"vanish\w*|disappear\w*)\b"
)

# What an order threatens with or lures to, behind what is to be done.
THREATS = (
    r"or (?:else|sit|make do|stay|put up|end up|settle|hobble|brace|explain|be|spend|risk|regret|miss|wait|cry|"
    r"forever|carry|watch|lose|live|face|hand|"
    r"prepare|kiss|say|wave|"
    r"wake|get used|you|your|it|someone|they|pay the|keep|go without)|and (?:don['’]t|do not|never|be the|be one|"
    r"thank|feel|find out|"
    r"discover|stop|watch|let|see (?:why|how|what|for yourself|the difference)|leave|show|join the|treat|make|"
    r"enjoy|start|put|become|beat|be)|"
    r"before (?:prices|it['’]s|it is|they['’]re|they are|someone|somebody|everyone|anyone|your (?:competitors?|"
    r"neighbou?rs?|rivals?)|others?|"
    r"we (?:change|come)|(?:\w+ ){1,3}(?:beats?|gets?|does|do|slams?|fills?|descends?|catches|bites?|strikes?|"
    r"disappears?|"
    r"vanish(?:es)?)|you know it|everybody)|while (?:we|you|they|there|it['’]s|stocks? lasts?|your)|because|"
    r"since|as if|"
    r"if you (?:want|dare|don['’]t want)|unless"
)

# How a sentence leans on the one before it.
CONNECTORS = (
    r"therefore|thus|hence|consequently|accordingly|as a result|for (?:that|this) reason|and|also|in addition|"
    r"additionally|"
    r"moreover|furthermore|what['’]s more|what is more|plus|besides|on top of (?:that|this)|so|"
    r"(?:and )?that(?:['’]s| is) why|"
    r"(?:and )?this is why|after all|indeed|in fact|in short"
)
LEANS = (
    r"but|yet|however|still|instead|otherwise|nor|or|then|such|nevertheless|nonetheless|even so|though|"
    r"they|them|he|she|his|her|hers|their|theirs|its|it|it['’]s|it['’]ll|they['’]re|they['’]ll|they['’]ve|"
    r"he['’]s|she['’]s|"
    r"that|that['’]s|those|these|this|both|neither|either|each one|none|some|others|another|one|ones|the same|"
    r"the other|"
    r"the others|the former|the latter|yes|no|not|because|which|who|whose|until then|since then|there we|not only|"
    r"here it|until now|here they|same|likewise|similarly|for example|for instance|too|the rest|else|ditto|"
    r"in (?:this|that) (?:way|case)|at that|by then|from (?:then|there)|to that|to do (?:so|that|this|it)|doing so"
)
DUMMY = (
    r"it(?:['’]s| is| was| will be| is not| isn['’]t) (?:\w+ )?(?:possible|easy|easier|important|worth|time|"
    r"raining|snowing|necessary|"
    r"hard|harder|best|clear|true|good|cold|hot|dark|late|early|better|difficult|free to|up to you|wise|safe|"
    r"cheaper)\b|"
    r"it (?:takes|pays|helps|rains|snows)\b|it can be\b|"
    r"this (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|this (?:week|weekend|month|year|morning|afternoon|"
    r"evening|spring|"
    r"summer|autumn|fall|winter|season|term|time)\b|these days\b|one day\b|"
    r"some (?:of (?:you|us)|people|days)\b|that said\b"
)

AN_HEARD = late(r"(?:hour|honest|honou?r|heir|x-ray|mba|nhs|rsvp|sms|f1|8|11\b|18\b|[aeiou])", re.I)
A_HEARD = late(r"(?:uni(?!n|m)|use|usu|util|euro|ewe|one\b|once|u[kn]\b|usb)", re.I)
DAY = r"mon|tues|wednes|thurs|fri|satur|sun"
FACT = late(
    rf"\d|[$£€%]|\b(?i:you (?:can(?!['’]t)|get|have|pay|will)|free|half|{'|'.join(sorted(NUMBERS - {'one'}))})\b|"
    rf"\b(?:in|at|near|until) (?:the )?[A-Z][a-z]|\b(?i:(?:{DAY})day|midnight|noon|tonight|tomorrow|o['’]clock)\b"
)
CLAUSE = late(
    r"\b(?:is|are|was|were|am|has|have|had|can|will|would|may|must|do|does|did|costs?|opens?|closes?|ends?|"
    r"starts?|runs?|remain|remains|get|gets|go|goes|take|takes|come|comes|sell|sells|make|makes|bake|bakes|mend|mends|keeps?|"
    r"gives?|"
    r"returns?|holds?|rises?|falls?|sold|won|ran|gave|built|went|costs|\w{3,}ed)\b|['’](?:re|ve|ll|s|m|d)\b|n['’]t\b",
    re.I,
)
EMPTY = late(EMPTY_TAIL, re.I)
PRAISED = late(
    rf"(?<![\w-])(?<!most )(?<!more )(?<!as )(?<!and )(?<!, )(?:(?:{INTENSE}) )?(?:{PRAISE})(?:(?:, | and |"
    rf", and )(?:{PRAISE}))*,? (?=([a-z][\w’'-]+))"
)
HYPED = late(rf"(?<![\w-])(?:(?:{INTENSE}) )?(?:{HYPE})(?:(?:, | and )(?:{HYPE}))*,? (?=(\w[\w’'%-]*|[$£€]))")
NO_NOUN = words("""
    and or but as at in on of to for from with by is are was were be when where while because that this than about who
    which what how if so too enough it we you they he she i not the a an my our your their his its will can has have
    had heroes amount work service quality results standards commitment dedication experience ambition family name
    names reputation force voice authority leader leaders leadership pioneer innovator innovators player way thing
    around past behind near along beyond like all across among after before since throughout within without during into
    over under until more
""")
NO_SUBJECT = words("""
    kind sort feeling same much way is was are be of in on at to for with by from thanks despite although though if as
    like because news story moment very who which long far good great special
""")
NAMED = late(r"\b(?:it|itself|they|them|their|themselves|who|he|she)\b", re.I)
URGENT = late(
    r",? (?:today(?= (?:for|on|by|at|before)\b)|right now|now|today only|this minute|this very minute|"
    r"this instant|this second|at once|immediately|without delay|right away|straight away|"
    r"asap|while you (?:still )?can|before it['’]s (?:too late|gone)|before they['’]re (?:all )?gone|fast|"
    r"quickly|quick)(?= |,|$)",
    re.I,
)
THREAT = late(rf"(?:,|;| [–—-])? (?:{THREATS})\b.*\Z|, (?:you(?:['’]ll| will| won['’]t| know)|which)\b.*\Z", re.I)
DATED = late(rf"\d|[$£€%]|\b(?i:(?:{DAY})day|midnight|noon|tomorrow|this week(?:end)?)\b")
GAIN = late(
    r"\A(?P<do>.+?),? and (?P<who>we['’]ll|we will|you['’]ll|you will|you can|you|i['’]ll|i will|he['’]ll|"
    r"she['’]ll|they['’]ll|it['’]s|)\s?\b(?P<what>.+)\Z",
    re.I,
)
GAINS = {"get": "get", "save": "save", "receive": "get", "enjoy": "get", "pay": "pay", "earn": "earn", "win": "win",
    "pocket": "get", "have": "have"}  # fmt: skip
CONNECTOR = late(rf"(?:{CONNECTORS})(?:, | )", re.I)
LEANING = late(rf"(?:{LEANS})(?!['’\w-])", re.I)
LEANS_LATER = late(
    r"(?:if|when|because|as|once|since|while|after|before|with|for|to|in|of|by|from|at|on|behind|inside) "
    r"(?:it|they|them|this|that|these|those|he|she)\b(?! (?:week|month|year|morning|summer|spring|winter|autumn|"
    r"season))",
    re.I,
)
DUMMIES = late(DUMMY, re.I)
SUBJECT = late(
    r"(?i:we|you|i|the|a|an|our|your|my|all|every|each|both|some|no|this|these|most|many|more|it|there|from|on|in|at|"
    r"customers|members|tickets|people|doors|bread|children|delivery|entry|anyone|everyone|when|two|three|four|"
    r"five|six)\b|\d|"
    r"[A-Z][a-z]+ [A-Z]|[A-Z][a-z]+ (?:is|are|was|has|can|will)\b"
)
EMPTIES = words("""
    very really truly super incredibly immensely absolutely deeply extremely totally completely simply quite proud
    proudly pride happy glad excited thrilled delighted honoured humbled pleased amazing incredible unique outstanding
""")


def article(word: str) -> str:
    """Return a word with its indefinite article: `app` becomes `an app`, `university` becomes `a university`."""
    heard = AN_HEARD.match(word) and not A_HEARD.match(word)
    return f"{'an' if heard else 'a'} {word}"


def without(pattern: re.Pattern[str], text: str) -> str | None:
    """Drop adjectives before a noun, and put the articles before them right."""

    def drop(found: re.Match[str]) -> str:
        return found[0] if found[1].lower() in NO_NOUN or found[1].lower().endswith("ly") else "\0"

    marked = pattern.sub(drop, text)
    if "\0" not in marked:
        return None
    fixed = re.sub(r"\b([Aa])n?( )\0(\w[\w-]*)", lambda f: (a := article(f[3])) and f[1] + a[1:], marked)
    return fixed.replace("\0", "")


def ordered(text: str) -> str | None:
    """Return an order as its calm verb and the rest, no threat: `Grab a seat now or regret it` is `get a seat`."""
    if re.search(r"\b[A-Z]{4,}\b", text):
        return None
    first = (
        r"\A(?:so|and|please|just|now|then|do|go on,?|quick,?|hurry(?:,| and)?|come (?:along |on down |round |"
        r"in )?and|"
        r"why not) "
    )
    text = re.sub(rf"{first}(?=\w)", "", text, flags=re.I)
    for size in (3, 2, 1):
        verb = " ".join(text.lower().split()[:size])
        if verb in IMPERATIVES and text[len(verb) : len(verb) + 1] in ("", " "):
            rest = re.sub(
                r"\bbefore (the|our) (\w+) (?:runs (?:dry|out)|is empty)\b", r"while \1 \2 lasts", text[len(verb) :]
            )
            rest = URGENT.sub("", THREAT.sub("", rest))
            return f"{IMPERATIVES[verb]}{rest}"
    return None


def single(noun: str) -> str | None:
    """Return a short noun phrase in the singular: `open day`; none for `open days`, `open day, talk`."""
    plural = re.search(r"(?<![su'’i])s\Z", noun) or re.search(r"\b(?:and|of|for|that|which|who|to)\b|,", noun)
    return None if plural or len(noun.split()) > 5 else noun


def short(text: str) -> str | None:
    """Return a phrase behind which another may follow: at most nine words without a comma."""
    return text if len(text.split()) <= 9 and not re.search(r"[,;:–]|\b(?:that|which|because|so)\b", text) else None
