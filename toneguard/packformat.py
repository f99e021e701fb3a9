"""The pack format: every key, what it means and what it may hold.

Reading, checking and the JSON schema all come from this one definition.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toneguard.errors import PackError as PackError
from toneguard.finding import Safety, Severity
from toneguard.guards import GUARDS
from toneguard.nearest import nearest
from toneguard.records import dataclass

KINDS = ("phrase", "density", "absence", "share", "evidence", "verdict")
SCOPES = (
    "title",
    "heading",
    "opening",
    "paragraph",
    "item",
    "cell",
    "alt",
    "quote",
    "meta",
    "first-sentence",
)


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the format: its JSON type, what it means, and the choices where it has a closed list."""

    type: str
    about: str
    choices: tuple[str, ...] = ()
    required: bool = False


_GUARDS = "Names of guards; see `toneguard rules guards`."
RULE_KEYS: dict[str, Key] = {
    "summary": Key("string", "What the rule finds, in one sentence.", required=True),
    "why": Key("string", "Why a reader minds, in one or two sentences.", required=True),
    "severity": Key("string", "How grave a finding is.", tuple(Severity)),
    "kind": Key("string", "How matches become findings.", KINDS),
    "status": Key("string", "A preview rule runs only when it is selected by its full name.", ("stable", "preview")),
    "see": Key("strings", "Addresses of sources."),
    "law": Key("strings", "Laws, rulings and guidance the rule rests on, each with its date."),
    "certain": Key("boolean", "evidence: a match is proof by itself, or the formal mark of a press release."),
    "weight": Key("number", "evidence: how much a signal counts towards a verdict; 1 when left out."),
    "aliases": Key("strings", "Former full names of the rule."),
    "unless": Key("guards", "Guards that silence a match. " + _GUARDS),
    "only": Key("guards", "Guards that a match must meet, all of them. " + _GUARDS),
    "scopes": Key("strings", "Where the rule looks; everywhere when left out.", SCOPES),
    "at_least": Key("integer", "density, verdict: how many matches, or words that are copied, make a verdict."),
    "per_100_words": Key("number", "density: how many matches per 100 words make a verdict."),
    "share": Key("number", "share: matches of `patterns` over those and `against`; verdict: of the words. 0 to 1."),
    "links": Key("strings", "absence: parts of a link's target that count as a match."),
    "meta": Key("strings", "absence: fields of the front matter that count as a match."),
    "worse_with": Key("strings", "Rules whose finding in the same paragraph makes this one an error."),
    "worse_at": Key("number", "density: the multiple of the dose at which the verdict is an error."),
    "doubtful": Key("boolean", "The sentence model may overrule a match that it finds most unlikely."),
    "min_words": Key("integer", "Document kinds: shorter posts are left alone."),
}
LANGUAGE_KEYS: dict[str, Key] = {
    "message": Key("string", "What is there and what to do, in one sentence. {match} and slots are filled in."),
    "ask": Key("string", "A question that leads the writer to a better sentence."),
    "ask_only": Key("boolean", "No rewrite is possible: only the writer knows what could stand there."),
    "skeleton": Key("string", "verdict: lines for the writer to fill in; {facts} are taken from the post."),
    "patterns": Key("patterns", "Phrase templates, or tables with `match` and guards of their own."),
    "regex": Key("strings", "Regular expressions on the text itself, for what no template can say."),
    "tokens": Key("tokens", "spaCy Matcher patterns; need `patterns` or `near` as a gate."),
    "near": Key("strings", "Templates of which one must match in the same sentence."),
    "allow": Key("strings", "Templates: a sentence in which one matches is left alone."),
    "against": Key("strings", "share: templates that are counted on the other side."),
    "rewrite": Key("rewrites", "Sentence templates and what to write instead."),
    "example": Key("examples", "`bad` with <<marks>>, its `fixed` form, and `good` near misses."),
    "unless": RULE_KEYS["unless"],
    "only": RULE_KEYS["only"],
}
PATTERN_KEYS: dict[str, Key] = {
    "match": Key("string", "The phrase template.", required=True),
    "unless": RULE_KEYS["unless"],
    "only": RULE_KEYS["only"],
    "scopes": RULE_KEYS["scopes"],
    "near": Key("strings", "Templates of which one must match in the same sentence too."),
    "around": Key("strings", "Templates of which one must match in the sentence or in the one before or after it."),
    "allow": Key("strings", "Templates: a sentence in which one matches is left alone by this pattern."),
}
REWRITE_KEYS: dict[str, Key] = {
    "from": Key("string", "Template of the whole sentence.", required=True),
    "to": Key("string", "The new sentence; {slots} are copied from the source.", required=True),
    "safety": Key("string", "`safe` changes no claim.", tuple(Safety)),
}
REWRITING_KEYS: dict[str, Key] = {
    "rewrite": Key("tables", "Rewrites of a language, tried in order."),
    "skeleton": Key("texts", "Lines for the writer by rule or family; {facts} are those of the paragraph."),
}
TEMPLATE_KEYS: dict[str, Key] = {
    "from": Key("string", "Template of a whole sentence, without the mark that ends it."),
    "part": Key("string", "Template of a part of a sentence."),
    "to": Key("string", "What to write instead; {slot|name} sends a slot through the language's grammar."),
    "safety": Key("string", "`safe` changes no claim, `review` needs a reader.", ("safe", "review")),
    "rules": Key("strings", "Rules or families in whose sentences it is tried; all when left out."),
    "example": Key("tables", "Tables with `before` and `after`; without `after` it must be declined."),
}
BEFORE_KEYS: dict[str, Key] = {
    "before": Key("string", "A sentence or paragraph.", required=True),
    "after": Key("string", "What the rewrite makes of it."),
    "declined": Key("boolean", "Nothing is offered."),
}
EXAMPLE_KEYS: dict[str, Key] = {
    "bad": Key("string", "A text with every expected finding marked as <<…>>."),
    "fixed": Key("string", "The text after the rewrite."),
    "good": Key("string", "A near miss that must stay silent."),
    "format": Key("string", "Markup of the example.", ("markdown", "html", "plain")),
    "brands": Key("strings", "Brand names configured for the example."),
    "markets": Key("strings", "Markets configured for the example."),
    "newsroom": Key("string", "A release in the newsroom, as Markdown."),
    "publisher": Key("string", "Publisher configured for the example.", ("company", "creator")),
}


def check(raw: Mapping[str, Any], keys: Mapping[str, Key], where: str) -> None:
    """Check a table against its keys. Raises PackError naming the key, what stood there and what was expected."""
    for name, value in raw.items():
        if name not in keys:
            raise PackError(f"{where}: unknown key {name!r}{nearest(name, keys)}")
        _check_value(value, keys[name], f"{where}: {name!r}")
    for name, key in keys.items():
        if key.required and not raw.get(name):
            raise PackError(f"{where}: {name!r} is missing")


def _check_value(value: Any, key: Key, where: str) -> None:
    ok, expected = _TYPES[key.type]
    if not ok(value):
        raise PackError(f"{where}: expected {expected}, not {value!r}")
    if key.type == "examples":
        for entry in value:
            check(entry, EXAMPLE_KEYS, where)
    choices = tuple(GUARDS) if key.type == "guards" else key.choices
    for item in value if isinstance(value, list) else [value]:
        if choices and item not in choices:
            raise PackError(f"{where}: unknown {item!r}{nearest(item, choices) or ', expected ' + ', '.join(choices)}")


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item for item in value)


def _tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


_TYPES: dict[str, tuple[Any, str]] = {
    "string": (lambda value: isinstance(value, str), "a text"),
    "strings": (_strings, "a list of texts"),
    "guards": (_strings, "a list of guard names"),
    "integer": (
        lambda value: isinstance(value, int) and not isinstance(value, bool) and value >= 0,
        "a whole number",
    ),
    "number": (
        lambda value: isinstance(value, int | float) and not isinstance(value, bool) and value >= 0,
        "a number",
    ),
    "patterns": (
        lambda value: isinstance(value, list) and all(isinstance(item, str | dict) and item for item in value),
        "a list of templates",
    ),
    "tokens": (
        lambda value: isinstance(value, list) and all(_tables(item) and item for item in value),
        "a list of lists of tables",
    ),
    "table": (lambda value: isinstance(value, dict), "a table"),
    "tables": (_tables, "a list of tables"),
    "texts": (
        lambda value: isinstance(value, dict) and all(isinstance(text, str) and text for text in value.values()),
        "a text by language",
    ),
    "boolean": (lambda value: isinstance(value, bool), "true or false"),
    "rewrites": (_tables, "tables with 'from' and 'to'"),
    "examples": (_tables, "tables with 'bad' or 'good'"),
}
