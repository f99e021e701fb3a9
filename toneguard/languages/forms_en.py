"""Forms of English words for rewriting: verbs, praise, hype, and how a sentence leans on another."""

from __future__ import annotations

from toneguard.languages.language import words

# What one orders a reader to do, and what the reader can do instead.
IMPERATIVES: dict[str, str] = {
    verb: verb
    for verb in (
        "order", "buy", "book", "reserve", "sign up", "register", "subscribe", "join", "enrol", "enroll", "apply", "upgrade",
        "switch", "try", "download", "visit", "call", "ring", "phone", "text", "email", "reply", "donate", "renew", "pre-order",
        "preorder", "get", "come", "bring", "send", "start", "use", "enter", "reply", "save", "pick up", "collect", "stock up",
        "sign in", "log in", "add", "open", "rent", "hire", "taste", "test", "see", "pay", "schedule", "vote", "message",
        "write to", "drop in", "contact", "borrow", "return", "swap", "take out", "move", "choose", "pick", "follow", "invite",
    )
} | {
    "grab": "get", "snag": "get", "bag": "get", "nab": "get", "claim": "get", "snap up": "get", "scoop up": "get",
    "lock in": "get", "secure": "reserve", "treat yourself to": "get", "shop": "buy", "enjoy": "get", "pocket": "get",
    "experience": "see", "smash": "use", "hit": "use", "hurry to": "visit", "rush to": "visit",
}  # fmt: skip

# Verbs that a proud sender may be rid of pride with: the first as a habit, the second as something under way.
HABITS = words("""
    support sponsor offer serve use employ supply contribute give donate host run make bake build continue publish print
    sell stock train deliver provide help work partner produce grow teach repair mend answer keep pay brew roast sew
    design clean check test buy cook represent stand belong call teach treat care count hold own plant recycle reply
    insure fly ship store welcome collaborate cooperate cover accept guide advise
""")
EVENTS: dict[str, str] = {
    "launch": "launching", "introduce": "introducing", "unveil": "introducing", "open": "opening", "release": "releasing",
    "bring": "bringing", "add": "adding", "start": "starting", "begin": "starting", "extend": "extending", "join": "joining",
    "expand": "expanding", "move": "moving", "roll out": "rolling out", "present": "presenting", "reopen": "reopening",
    "double": "doubling", "lower": "lowering", "cut": "cutting", "celebrate": "celebrating", "take over": "taking over",
    "team up": "teaming up", "join forces": "joining forces", "embark": "embarking", "relaunch": "relaunching",
}  # fmt: skip
NOMINAL: dict[str, str] = {
    "the opening of": "are opening", "the launch of": "are launching", "the release of": "are releasing",
    "the start of": "are starting", "the introduction of": "are introducing", "the expansion of": "are expanding",
    "the return of": "are bringing back", "the appointment of": "have appointed", "the acquisition of": "have bought",
    "our partnership with": "are working with", "a partnership with": "are working with", "a new partnership with":
    "are working with", "our new partnership with": "are working with", "our move to": "are moving to",
    "the publication of": "are publishing", "the extension of": "are extending", "the completion of": "have finished",
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
        offer help answer build work support supply deliver sell keep teach train treat brew roast sew design clean check
        test cook repair mend reply finish respond listen find pay buy grow plant fix restore cover look visit print
        publish return call open turn explain follow send ship sort hold load protect lower show tell talk stock
    """)
}  # fmt: skip
SHORT: dict[str, str] = {"we're": "we are", "i'm": "I am", "we've": "we have", "i've": "I have"}

# Adjectives of praise that stand before a noun and say nothing of it.
PRAISE = (
    "world-class|world class|best-in-class|best in class|best-of-breed|(?:multi-)?award-winning|prize-winning|"
    "(?:industry|market|world|sector|class|category|region)-leading|market leading|world leading|industry leading|"
    "unrivall?ed|unparalleled|unmatched|unequall?ed|peerless|matchless|second-to-none|unsurpassed|incomparable|inimitable|"
    "outstanding|exceptional|extraordinary|remarkable|exemplary|unbeatable|legendary|visionary|trailblazing|pioneering|"
    "ground-?breaking|game-changing|brilliant|amazing|incredible|awesome|fantastic|phenomenal|stellar|superb|"
    "rock-?star|wonderful|tireless|unsung|stunning|unwavering|unstoppable|fabulous|magnificent|"
    "(?:world|internationally |nationally )-?renowned|renowned|acclaimed|critically acclaimed|"
    "prestigious|superhuman|top-notch|first-class|first-rate|top-tier|iconic|relentless|cutting[- ]edge|state-of-the-art|"
    "leading-edge|next-level|innovative|forward-thinking|future-ready|future-proof|uncompromising|"
    "impeccable|flawless|unforgettable|distinguished|esteemed|much-loved|well-loved|beloved|revolutionary|unique|"
    "breathtaking|spectacular|best-loved|glittering|coveted|disruptive|transformative|holistic|super-talented|"
    "hugely talented|incredibly talented|passionate|talented|gifted|leading|foremost"
)
HYPE = (
    "unbeatable|unmissable|irresistible|insane|crazy|incredible|amazing|unbelievable|sensational|fantastic|mind-blowing|"
    "jaw-dropping|ridiculous|massive|mega|epic|monster|rock-bottom|knock-?down|whopping|spectacular|phenomenal|killer|"
    "unheard-of|once-in-a-lifetime|bonkers|eye-watering|super|stunning|unrivalled|exclusive|huge|awesome|unique|special"
)
INTENSE = "very|really|truly|simply|absolutely|incredibly|immensely|hugely|utterly|totally|completely|quite|most|so"
NUMBERS = words("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
""")

# A clause at the end of a sentence that only presses, threatens or praises.
PRESSES = (
    r"hurry|be quick|be fast|don['’]t|do not|never|(?:act|move|book|order|buy|ring|call|click|grab|snag|nab|bag|claim|secure|"
    r"reserve|get|set|hustle|run|rush|smash|join|sign up|come early|treat yourself|lock in|stock up|snap|pounce|jump|"
    r"hand|let|what are you|why wait|why not|now['’]s|now is|if i were you|better|you['’]d better|gone|race|dash|"
    r"donate|renew|apply|register|subscribe|enrol|upgrade|switch|start|try|pick up)\b"
)
EMPTY_TAIL = (
    r"\b(?:pride|proud|proudly|prouder|passion|passionate|hearts?|soul|everything we do|who we are|what we do|dna|"
    r"just getting started|only getting started|getting started|journey|it shows|you can (?:see|feel|taste) it|dream|"
    r"testament|tribute|regret|kick(?:ing)? yourself|sorry|miss out|missing out|gone|won['’]t last|last long|hang (?:about|around)|"
    r"hate for you|thank (?:us|me|yourself)|your loss|come again|never again|ever again|for ever|forever|"
    r"be (?:quick|fast)|hurry|waiting for|too late|fear|envy|jealous|love what|live and breathe|in a class|like no(?: one| other)?|"
    r"nobody|no one else|unbeatable|unrivalled|finest|greatest|the best|wear with|humbl\w+|honou?r(?:ed)?|prouder|"
    r"anyone else|everyone else|someone else|be sorry|forgive|wake up|slams? shut|vanish\w*|disappear\w*)\b"
)

# How a sentence leans on the one before it.
CONNECTORS = (
    r"therefore|thus|hence|consequently|accordingly|as a result|for (?:that|this) reason|and|also|in addition|additionally|"
    r"moreover|furthermore|what['’]s more|what is more|plus|besides|on top of (?:that|this)|so|(?:and )?that(?:['’]s| is) why|"
    r"(?:and )?this is why|after all|indeed|in fact|in short"
)
LEANS = (
    r"but|yet|however|still|instead|otherwise|nor|or|then|such|nevertheless|nonetheless|even so|though|"
    r"they|them|he|she|his|her|hers|their|theirs|its|it|it['’]s|it['’]ll|they['’]re|they['’]ll|they['’]ve|he['’]s|she['’]s|"
    r"that|that['’]s|those|these|this|both|neither|either|each one|none|some|others|another|one|ones|the same|the other|"
    r"the others|the former|the latter|yes|no|not|because|which|who|whose|until then|since then|there we|not only|"
    r"here it|until now|here they|same|likewise|similarly|for example|for instance|too|the rest|else|ditto|"
    r"in (?:this|that) (?:way|case)|at that|by then|from (?:then|there)|to that|to do (?:so|that|this|it)|doing so"
)
DUMMY = (
    r"it(?:['’]s| is| was| will be| is not| isn['’]t) (?:\w+ )?(?:possible|easy|easier|important|worth|time|raining|snowing|necessary|"
    r"hard|harder|best|clear|true|good|cold|hot|dark|late|early|better|difficult|free to|up to you|wise|safe|cheaper)\b|"
    r"it (?:takes|pays|helps|rains|snows)\b|it can be\b|"
    r"this (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|this (?:week|weekend|month|year|morning|afternoon|evening|spring|"
    r"summer|autumn|fall|winter|season|term|time)\b|these days\b|one day\b|"
    r"some (?:of (?:you|us)|people|days)\b|that said\b"
)
