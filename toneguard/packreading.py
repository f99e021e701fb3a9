"""Rule files as they are written: TOML → rules, and error messages that name file, rule, key and what was expected."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from toneguard import profiles
from toneguard.finding import Safety, Severity
from toneguard.lexicon import read_lexicon
from toneguard.nearest import nearest
from toneguard.packformat import LANGUAGE_KEYS, PATTERN_KEYS, REWRITE_KEYS, RULE_KEYS, PackError, check
from toneguard.packs import TABLES, Pack, PackRule, Pattern, Rewrite, Section
from toneguard.profiles import Profile
from toneguard.rule import Example, RuleInfo, Status


def read_folder(folder: Path, languages: tuple[str, ...]) -> Pack:
    """Read every rule and lexicon below a folder; a file that is wrong becomes one of the pack's problems."""
    rules: list[PackRule] = []
    lexicons: dict[str, Mapping[str, tuple[str, ...]]] = {}
    problems: list[str] = []
    found: Mapping[str, Mapping[str, Profile]] = {}
    tables: dict[str, tuple[tuple[Path, Mapping[str, Any]], ...]] = {}
    for path in sorted(folder.rglob("*.toml")):
        try:
            raw = read_toml(path)
            if path == folder / profiles.FILE_NAME:
                found = profiles.read(path, raw)
            elif path.name in TABLES:
                tables[path.name] = (*tables.get(path.name, ()), (path, raw))
            elif path.parent.name == "rewriting":
                name = f"rewriting/{path.stem}"
                tables[name] = (*tables.get(name, ()), (path, raw))
            elif path.parent.name == "lexicon":
                lexicons[path.stem] = read_lexicon(path, raw)
            else:
                rules.append(read_rule(path, languages, raw))
        except PackError as error:
            problems.append(str(error))
    return Pack(tuple(rules), lexicons, tuple(problems), found, tables)


def read_toml(path: Path) -> dict[str, Any]:
    """Parse a file of a pack. Raises PackError."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise PackError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: is not valid TOML: {error}") from error


def read_rule(path: Path, languages: tuple[str, ...], parsed: Mapping[str, Any] | None = None) -> PackRule:
    """Read one rule file; the rule is named after its folder and file. Raises PackError."""
    where = f"{path}: rule {path.parent.name}/{path.stem}"
    raw = read_toml(path) if parsed is None else parsed
    sections = {key: value for key, value in raw.items() if isinstance(value, dict)}
    for code in sections:
        if code not in languages:
            raise PackError(f"{where}: unknown key {code!r}{nearest(code, (*languages, *RULE_KEYS))}")
    head = {key: value for key, value in raw.items() if key not in sections}
    check(head, RULE_KEYS, where)
    if not sections:
        raise PackError(f"{where}: expected at least one language section such as [en]")
    kind = head.get("kind", "phrase")
    guards = {key: tuple(head.get(key, ())) for key in ("unless", "only", "scopes")}
    read = {code: _section(code, value, guards, f"{where}: [{code}]", kind) for code, value in sections.items()}
    return PackRule(
        info=_info(path, head, sections, where),
        kind=kind,
        sections=read,
        at_least=head.get("at_least", 0),
        per_100_words=float(head.get("per_100_words", 0)),
        share=float(head.get("share", 0)),
        min_words=head.get("min_words", 0),
        worse_at=float(head.get("worse_at", 0)),
        links=tuple(head.get("links", ())),
        meta=tuple(head.get("meta", ())),
        doubtful=head.get("doubtful", False),
        certain=head.get("certain", False),
        weight=float(head.get("weight", 1)),
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
        ask_only=tuple(code for code, section in sections.items() if section.get("ask_only")),
        origin=str(path),
        worse_with=tuple(head.get("worse_with", ())),
        law=tuple(head.get("law", ())),
    )


def _example(code: str, entry: Mapping[str, Any]) -> Example:
    return Example(
        code,
        bad=entry.get("bad", ""),
        fixed=entry.get("fixed", ""),
        good=entry.get("good", ""),
        format=entry.get("format", "markdown"),
        brands=tuple(entry.get("brands", ())),
        markets=tuple(entry.get("markets", ())),
        publisher=entry.get("publisher", ""),
        newsroom=entry.get("newsroom", ""),
    )


def _section(
    code: str, raw: Mapping[str, Any], guards: Mapping[str, tuple[str, ...]], where: str, kind: str
) -> Section:
    check(raw, LANGUAGE_KEYS, where)
    if not raw.get("message"):
        raise PackError(f"{where}: 'message' is missing")
    if kind != "verdict" and not any(raw.get(key) for key in ("patterns", "regex", "tokens")):
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
        skeleton=raw.get("skeleton", ""),
    )


def _pattern(
    entry: str | Mapping[str, Any], guards: Mapping[str, tuple[str, ...]], scopes: tuple[str, ...], where: str
) -> Pattern:
    if isinstance(entry, str):
        return Pattern(entry, guards["unless"], guards["only"], scopes)
    check(entry, PATTERN_KEYS, f"{where}: 'patterns'")
    return Pattern(
        entry["match"],
        (*guards["unless"], *entry.get("unless", ())),
        (*guards["only"], *entry.get("only", ())),
        tuple(entry.get("scopes", scopes)),
        tuple(entry.get("near", ())),
        tuple(entry.get("around", ())),
        tuple(entry.get("allow", ())),
    )


def _rewrite(entry: Mapping[str, Any], where: str) -> Rewrite:
    check(entry, REWRITE_KEYS, f"{where}: 'rewrite'")
    return Rewrite(entry["from"], entry["to"], Safety(entry.get("safety", "review")))
