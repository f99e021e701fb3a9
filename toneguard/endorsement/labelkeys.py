"""The keys of the rows of `rules/endorsement/labels.toml`: labels, explanations and markets."""

from toneguard.packformat import Key

_FORMS = ("label", "sentence")
_SOURCE = {
    "source": Key("string", "What the row rests on.", required=True),
    "date": Key("string", "Of the rule, ruling or guidance, or when it was read.", required=True),
    "note": Key("string", "What else there is to know."),
}
_TIERS = {
    "adequate": Key("strings", "Markets where the words do; in a text of their language they do in all but `weak`."),
    "weak": Key("strings", "Markets where the words do not."),
}
LABEL = {
    "language": Key("string", "The language of the words.", required=True),
    "words": Key("strings", "Templates.", required=True),
    "form": Key("string", "A label stands for itself, a sentence says it in running text.", _FORMS),
    **_TIERS,
    "general": Key("boolean", "The words speak of the whole site, not of this post."),
    "evidence": Key("boolean", "Whether the words prove a connection by themselves."),
    **_SOURCE,
}
EXPLANATION = {
    "explains": Key("string", "The class of evidence that discloses itself.", required=True),
    "language": Key("string", "The language it is said in; any when left out."),
    "words": Key("strings", "Templates of which one must match in the sentence."),
    **_TIERS,
    "anywhere": Key("boolean", "Whether it is a disclosure, though a late one, in the middle of the post."),
    **_SOURCE,
}
MARKET = {
    "name": Key("texts", "What the market is called.", required=True),
    "word": Key("texts", "The word that works there.", required=True),
    "sign": Key("texts", "What to begin a post with; {advertiser} is filled in.", required=True),
    "links": Key("texts", "What to begin a post of paid links with.", required=True),
    "each_link": Key("boolean", "Whether every link is labelled too."),
    "names_advertiser": Key("boolean", "Whether the label says whose advertisement it is."),
    **_SOURCE,
}
