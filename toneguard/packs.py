"""Rule packs: TOML files → definitions, and error messages that name file, rule, key and what was expected.

`SPEC` is the one definition of the format: reading, checking and the JSON schema all come from it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from toneguard.finding import Safety, Severity
from toneguard.rule import Example, RuleInfo, Status

NAME = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
KINDS = ("phrase", "density", "absence", "share")
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


class PackError(Exception):
    """A pack that cannot be used; the message names file, rule or class, key and what was expected."""


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
    "aliases": Key("strings", "Former full names of the rule."),
    "unless": Key("guards", "Guards that silence a match. " + _GUARDS),
    "only": Key("guards", "Guards that a match must meet, all of them. " + _GUARDS),
    "scopes": Key("strings", "Where the rule looks; everywhere when left out.", SCOPES),
    "at_least": Key("integer", "density: how many matches make a verdict."),
    "per_100_words": Key("number", "density: how many matches per 100 words make a verdict."),
    "share": Key("number", "share: matches of `patterns` over matches of `patterns` and `against`, from 0 to 1."),
    "min_words": Key("integer", "Document kinds: shorter posts are left alone."),
}
LANGUAGE_KEYS: dict[str, Key] = {
    "message": Key("string", "What is there and what to do, in one sentence. {match} and slots are filled in."),
    "ask": Key("string", "A question that leads the writer to a better sentence."),
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
}
REWRITE_KEYS: dict[str, Key] = {
    "from": Key("string", "Template of the whole sentence.", required=True),
    "to": Key("string", "The new sentence; {slots} are copied from the source.", required=True),
    "safety": Key("string", "`safe` changes no claim.", tuple(Safety)),
}
EXAMPLE_KEYS: dict[str, Key] = {
    "bad": Key("string", "A text with every expected finding marked as <<…>>."),
    "fixed": Key("string", "The text after the rewrite."),
    "good": Key("string", "A near miss that must stay silent."),
    "format": Key("string", "Markup of the example.", ("markdown", "html", "plain")),
    "brands": Key("strings", "Brand names configured for the example."),
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase template with the guards and scopes that hold for it (the rule's own included)."""

    match: str
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A sentence template and what to write instead of the sentence."""

    source: str
    target: str
    safety: Safety


@dataclass(frozen=True)
class Section:
    """What a rule says and looks for in one language."""

    language: str
    patterns: tuple[Pattern, ...] = ()
    regex: tuple[str, ...] = ()
    tokens: tuple[tuple[Mapping[str, Any], ...], ...] = ()
    near: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True)
class PackRule:
    """A rule as its file states it; `scan.py` finds its matches."""

    info: RuleInfo
    kind: str
    sections: Mapping[str, Section]
    at_least: int = 0
    per_100_words: float = 0.0
    share: float = 0.0
    min_words: int = 0


@dataclass(frozen=True)
class Pack:
    """All that a folder of rules holds: rules, and lexicon classes by language."""

    rules: tuple[PackRule, ...] = ()
    lexicons: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)


def builtin_folder() -> Path:
    """Return the folder of the built-in packs: beside the package in a checkout, inside it in a wheel."""
    checkout = Path(__file__).resolve().parent.parent / "rules"
    inside = Path(__file__).resolve().parent / "_rules"
    return checkout if (checkout / "lexicon").is_dir() else inside


def load(folder: Path, languages: Iterable[str]) -> Pack:
    """Read every rule and lexicon below a folder. Raises PackError for the first thing that is wrong."""
    known = tuple(languages)
    if not folder.is_dir():
        raise PackError(f"{folder}: is not a folder; name one that holds <family>/<rule>.toml files")
    lexicons: dict[str, Mapping[str, tuple[str, ...]]] = {}
    rules: list[PackRule] = []
    for path in sorted(folder.rglob("*.toml")):
        if path.parent.name == "lexicon":
            lexicons[path.stem] = read_lexicon(path)
        else:
            rules.append(read_rule(path, known))
    return Pack(tuple(rules), lexicons)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise PackError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: is not valid TOML: {error}") from error


def read_lexicon(path: Path) -> dict[str, tuple[str, ...]]:
    """Read `class = ["form", …]`; an entry `<other>` takes in the forms of another class of the file."""
    raw = _toml(path)
    for name, forms in raw.items():
        if not isinstance(forms, list) or not forms or not all(isinstance(form, str) and form for form in forms):
            raise PackError(f"{path}: class {name!r}: expected a list of words, not {forms!r}")
    return {name: tuple(dict.fromkeys(_expanded(name, raw, path, ()))) for name in raw}


def _expanded(name: str, raw: Mapping[str, list[str]], path: Path, outer: tuple[str, ...]) -> list[str]:
    if name in outer:
        raise PackError(f"{path}: class {name!r}: takes itself in by way of {' → '.join(outer)}")
    forms: list[str] = []
    for form in raw[name]:
        inner = form[1:-1]
        if not (form.startswith("<") and form.endswith(">")):
            forms.append(form)
        elif inner in raw:
            forms.extend(_expanded(inner, raw, path, (*outer, name)))
        else:
            raise PackError(f"{path}: class {name!r}: unknown class {form}{_hint(inner, raw)}")
    return forms


def read_rule(path: Path, languages: tuple[str, ...]) -> PackRule:
    """Read one rule file; the rule is named after its folder and file. Raises PackError."""
    where = f"{path}: rule {path.parent.name}/{path.stem}"
    raw = _toml(path)
    sections = {key: value for key, value in raw.items() if isinstance(value, dict)}
    for code in sections:
        if code not in languages:
            raise PackError(f"{where}: unknown key {code!r}{_hint(code, (*languages, *RULE_KEYS))}")
    head = {key: value for key, value in raw.items() if key not in sections}
    _check(head, RULE_KEYS, where)
    if not sections:
        raise PackError(f"{where}: expected at least one language section such as [en]")
    guards = {key: tuple(head.get(key, ())) for key in ("unless", "only", "scopes")}
    read = {code: _section(code, value, guards, f"{where}: [{code}]") for code, value in sections.items()}
    return PackRule(
        info=_info(path, head, sections, where),
        kind=head.get("kind", "phrase"),
        sections=read,
        at_least=head.get("at_least", 0),
        per_100_words=float(head.get("per_100_words", 0)),
        share=float(head.get("share", 0)),
        min_words=head.get("min_words", 0),
    )


def _info(path: Path, head: Mapping[str, Any], sections: Mapping[str, Any], where: str) -> RuleInfo:
    examples: list[Example] = []
    for code, section in sections.items():
        entries = section.get("example", [])
        if not any("bad" in entry for entry in entries) or not any("good" in entry for entry in entries):
            raise PackError(f"{where}: [{code}]: 'example': expected at least one with 'bad' and one with 'good'")
        examples.extend(_example(code, entry) for entry in entries)
    status: Status = "preview" if head.get("status") == "preview" else "stable"
    return RuleInfo(
        name=f"{path.parent.name}/{path.stem}",
        summary=head["summary"],
        why=head["why"],
        severity=Severity(head.get("severity", "warning")),
        see=tuple(head.get("see", ())),
        status=status,
        aliases=tuple(head.get("aliases", ())),
        messages={code: section["message"] for code, section in sections.items()},
        asks={code: section.get("ask", "") for code, section in sections.items()},
        examples=tuple(examples),
        origin=str(path),
    )


def _example(code: str, entry: Mapping[str, Any]) -> Example:
    return Example(
        code,
        bad=entry.get("bad", ""),
        fixed=entry.get("fixed", ""),
        good=entry.get("good", ""),
        format=entry.get("format", "markdown"),
        brands=tuple(entry.get("brands", ())),
    )


def _section(code: str, raw: Mapping[str, Any], guards: Mapping[str, tuple[str, ...]], where: str) -> Section:
    _check(raw, LANGUAGE_KEYS, where)
    if not raw.get("message"):
        raise PackError(f"{where}: 'message' is missing")
    if not any(raw.get(key) for key in ("patterns", "regex", "tokens")):
        raise PackError(f"{where}: expected 'patterns', 'regex' or 'tokens'")
    if raw.get("tokens") and not (raw.get("patterns") or raw.get("near")):
        raise PackError(f"{where}: 'tokens': expected 'patterns' or 'near' as a gate beside it")
    mine = {
        "unless": (*guards["unless"], *raw.get("unless", ())),
        "only": (*guards["only"], *raw.get("only", ())),
    }
    return Section(
        language=code,
        patterns=tuple(_pattern(entry, mine, guards["scopes"], where) for entry in raw.get("patterns", ())),
        regex=tuple(raw.get("regex", ())),
        tokens=tuple(tuple(pattern) for pattern in raw.get("tokens", ())),
        near=tuple(raw.get("near", ())),
        allow=tuple(raw.get("allow", ())),
        against=tuple(raw.get("against", ())),
        rewrites=tuple(_rewrite(entry, where) for entry in raw.get("rewrite", ())),
        unless=mine["unless"],
        only=mine["only"],
        scopes=guards["scopes"],
    )


def _pattern(
    entry: str | Mapping[str, Any], guards: Mapping[str, tuple[str, ...]], scopes: tuple[str, ...], where: str
) -> Pattern:
    if isinstance(entry, str):
        return Pattern(entry, guards["unless"], guards["only"], scopes)
    _check(entry, PATTERN_KEYS, f"{where}: 'patterns'")
    return Pattern(
        entry["match"],
        (*guards["unless"], *entry.get("unless", ())),
        (*guards["only"], *entry.get("only", ())),
        tuple(entry.get("scopes", scopes)),
    )


def _rewrite(entry: Mapping[str, Any], where: str) -> Rewrite:
    _check(entry, REWRITE_KEYS, f"{where}: 'rewrite'")
    return Rewrite(entry["from"], entry["to"], Safety(entry.get("safety", "review")))


def _check(raw: Mapping[str, Any], keys: Mapping[str, Key], where: str) -> None:
    """Check a table against its keys. Raises PackError naming the key, what stood there and what was expected."""
    for name, value in raw.items():
        if name not in keys:
            raise PackError(f"{where}: unknown key {name!r}{_hint(name, keys)}")
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
            _check(entry, EXAMPLE_KEYS, where)
    choices = (*key.choices, *_guard_names()) if key.type == "guards" else key.choices
    for item in value if isinstance(value, list) else [value]:
        if choices and item not in choices:
            raise PackError(f"{where}: unknown {item!r}{_hint(item, choices) or ', expected ' + ', '.join(choices)}")


def _guard_names() -> tuple[str, ...]:
    from toneguard.guards import GUARDS

    return tuple(GUARDS)


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
    "rewrites": (_tables, "tables with 'from' and 'to'"),
    "examples": (_tables, "tables with 'bad' or 'good'"),
}


def _hint(name: object, known: Iterable[str]) -> str:
    close = get_close_matches(str(name), list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
