"""The way of one post: source → document → rules → findings → suppression → report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from toneguard import endorsement, press, suppress
from toneguard.config import ALL, Config, ConfigError
from toneguard.document import Document
from toneguard.finding import Finding, Report, Severity
from toneguard.formats import format_for
from toneguard.languages import detect
from toneguard.model import RULES, judged
from toneguard.packs import PackRule
from toneguard.profiles import Grading
from toneguard.records import replace
from toneguard.registry import OWN_RULES, Registry
from toneguard.rule import RuleSettings
from toneguard.scan import Hit, Scanner, group_by_rule
from toneguard.source import Source, Span
from toneguard.told import PROFILE, told_for, unknown_names
from toneguard.verdicts import verdict
from toneguard.weigh import weighed

# Folders of evidence packs, and the family of rules that weighs what they find.
_JUDGES = {"evidence": endorsement.FAMILY, "signals": press.FAMILY}

_Signs = defaultdict[str, defaultdict[str, list[Hit]]]


def lint(source: Source, registry: Registry, config: Config) -> Report:
    """Lint one post under the settings of its path. Raises PackError and ConfigError, nothing else."""
    settings = config.for_path(source.path)
    document = parsed(source, registry, settings)
    grading, problems = _grading(document, registry, settings)
    problems += unknown_names(document, registry)
    told = told_for(document, settings, registry, grading)
    asked = frozenset(registry.aliases.get(name, name) for name in settings.select)
    selected = _selected(registry, settings, grading, asked)
    found = _judged(document, registry, settings, told, selected)
    known = {*registry.infos, *(info.family for info in registry.infos.values()), *OWN_RULES}
    kept, silenced = suppress.apply(found, document, ran=selected, known=known, aliases=registry.aliases)
    graded = weighed(kept, document, grading, registry.infos)
    shown = [finding for finding in graded if _shown(finding, settings, asked)]
    findings, declined = _helped(shown, document, registry, settings, grading)
    return Report(
        source=source,
        findings=tuple(sorted(findings, key=lambda finding: finding.order)),
        suppressed=tuple(silenced),
        language=document.language,
        words=document.words,
        prose="\n".join(block.text for block in document.blocks),
        skipped=_skipped(document),
        not_run=_not_run(document, registry, selected),
        errors=tuple(f"{source.path}:{problem}" for problem in (*document.problems, *problems)),
        declined=declined,
    )


def _helped(
    found: Sequence[Finding], document: Document, registry: Registry, settings: Config, grading: Grading
) -> tuple[list[Finding], int]:
    """Return findings with a way out of them, and how many proposals were declined."""
    families = {finding.family for finding in found if finding.scope == "span"}
    if not families or not settings.ways_out:
        return list(found), 0
    from toneguard.rewriting.helping import helped

    told = told_for(document, settings, registry, grading)
    languages = {finding.language for finding in found} & registry.languages.keys()
    named = frozenset[str]().union(*(registry.pointing[family] for family in families))
    plain = replace(settings, advice=False, select=(ALL,))  # what is asked for by name changes no verdict on a rewrite

    def judge(changed: Document) -> Iterator[Finding]:
        again = _judged(changed, registry, plain, told_for(changed, plain, registry, grading), named, first=True)
        yield from (finding for finding in again if finding.scope == "span")

    rooms = {code: room for code in languages if (room := registry.rooms.room(code, judge))}
    ways_out = helped(found, document, rooms, told)
    return ways_out, sum(room.counts["declined"] for room in rooms.values())


def rule_findings(document: Document, registry: Registry, settings: Config) -> list[Finding]:
    """Return what packs and checks find in a document, before the model, suppression and grading have their say."""
    grading = registry.grading(settings)
    asked = frozenset(settings.select)
    told = told_for(document, settings, registry, grading)
    return list(_findings(document, registry, told, _selected(registry, settings, grading, asked)))


def evidence(source: Source, registry: Registry, settings: Config, name: str) -> list[Span]:
    """Return where one class of evidence stands in a post."""
    document = parsed(source, registry, settings)
    told = RuleSettings(brands=settings.brands)
    found = []
    for language in {block.language for block in document.blocks} & set(registry.languages):
        hits = registry.scanner(language).hits(document, told, frozenset({name}))
        found += [hit.match.sentence.to_source(hit.match.start, hit.match.end) for hit in hits]
    return found


def assess(source: Source, registry: Registry, config: Config) -> endorsement.Assessment | None:
    """Return what a post says about its connections; None where its language is not read."""
    settings = config.for_path(source.path)
    document = parsed(source, registry, settings)
    if document.language not in registry.languages:
        return None
    told = told_for(document, settings, registry)
    wanted = _evidence(registry, {endorsement.FAMILY})
    signs: _Signs = defaultdict(lambda: defaultdict(list))
    for language in sorted({block.language for block in document.blocks} & registry.languages.keys()):
        _sort(group_by_rule(registry.scanner(language).hits(document, told, wanted)), wanted, signs)
    mine = signs[endorsement.FAMILY]
    return endorsement.assess(document, mine, registry.networks, registry.labels, told)


def parsed(source: Source, registry: Registry, settings: Config) -> Document:
    """Return a post taken apart, with the language of every block."""
    document = format_for(source, registry.formats).parse(source)
    hint = settings.lang or detect.path_hint(settings.relative(source.path))
    return detect.assign(document, lang=settings.forced_lang, hint=hint)


def _grading(document: Document, registry: Registry, settings: Config) -> tuple[Grading, tuple[str, ...]]:
    """Return how this post's findings are weighed; a profile that nobody knows is a problem of the post's."""
    named = document.meta.get(PROFILE, "")
    try:
        return registry.grading(settings, named), ()
    except ConfigError as error:
        line = document.source.text.count("\n", 0, max(0, document.source.text.find(named))) + 1
        return registry.grading(settings), (f"{line}: {str(error).partition(': ')[2]}",)


def _selected(registry: Registry, settings: Config, grading: Grading, asked: frozenset[str]) -> frozenset[str]:
    """Return the rules that run: those selected, less what is off or advice, unless it is asked for by name."""
    wanted = registry.selected(settings)
    levels = {name: grading.severity(name, info.severity) for name, info in registry.infos.items() if name in wanted}
    unwanted = {
        name
        for name, level in levels.items()
        if name not in asked and (level is None or (level is Severity.SUGGESTION and not settings.advice))
    }
    return wanted - unwanted


def _shown(finding: Finding, settings: Config, asked: frozenset[str]) -> bool:
    return settings.advice or finding.severity is not Severity.SUGGESTION or finding.rule in asked


def _findings(
    document: Document, registry: Registry, told: RuleSettings, selected: frozenset[str], *, first: bool = False
) -> Iterator[Finding]:
    """Yield what pack rules and checks find, by language and rule.

    With `first`, a finding of a phrase rule stands at whichever of its places in a sentence is found first.
    """
    families = {name.partition("/")[0] for name in selected}
    wanted = _evidence(registry, families)
    signs: _Signs = defaultdict(lambda: defaultdict(list))
    for language in dict.fromkeys(block.language for block in document.blocks):
        if language not in registry.languages:
            continue
        scanner = registry.scanner(language)
        hits = group_by_rule(scanner.hits(document, told, selected | wanted, first=first))
        _sort(hits, wanted, signs)
        for rule in scanner.rules:
            if rule.info.name in selected:
                yield from _of_rule(rule, hits.get(rule.info.name, []), document, told, scanner)
    for check in registry.checks:
        if check.info.name in selected:
            yield from check.check(document, told)
    if document.language in registry.languages:
        yield from _weighed(document, registry, told, selected, signs)


def _evidence(registry: Registry, families: Collection[str]) -> frozenset[str]:
    """Return the evidence that the rules of some families weigh."""
    return frozenset(name for name in registry.evidence if _JUDGES.get(name.partition("/")[0]) in families)


def _sort(hits: Mapping[str, list[Hit]], wanted: frozenset[str], signs: _Signs) -> None:
    """Add hits of evidence to the signs, by the family that weighs them and their class."""
    for name in wanted & hits.keys():
        folder, _, kind = name.partition("/")
        signs[_JUDGES[folder]][kind] += hits[name]


def _of_rule(
    rule: PackRule, hits: list[Hit], document: Document, told: RuleSettings, scanner: Scanner
) -> Iterator[Finding]:
    """Yield what the hits of a pack rule come to."""
    if rule.kind == "phrase":
        yield from (_finding(hit, document, told) for hit in hits)
    elif rule.kind != "verdict" and (found := verdict(rule, hits, document, told, scanner)):
        yield found


def _weighed(
    document: Document,
    registry: Registry,
    told: RuleSettings,
    selected: frozenset[str],
    signs: Mapping[str, Mapping[str, list[Hit]]],
) -> Iterator[Finding]:
    """Yield the verdicts that weigh evidence: on disclosure, and on press releases."""
    infos = {name: info for name, info in registry.infos.items() if name in selected}
    if any(info.family == endorsement.FAMILY for info in infos.values()):
        mine = signs[endorsement.FAMILY]
        assessed = endorsement.assess(document, mine, registry.networks, registry.labels, told)
        independent = tuple(mine.get("independence", ()))
        yield from endorsement.findings(assessed, registry.labels, infos, told, independent)
    yield from _press(document, registry, told, selected, signs[press.FAMILY])


def _press(
    document: Document,
    registry: Registry,
    told: RuleSettings,
    selected: frozenset[str],
    signs: Mapping[str, Sequence[Hit]],
) -> Iterator[Finding]:
    """Yield the verdicts on press releases. Only one of them says what to write instead."""
    rules, copied = registry.press, None
    if press.REPOSTED in selected and registry.newsroom:
        copied = registry.newsroom.verdict(document, signs, rules[press.REPOSTED], told)
    if copied:
        yield copied
    if press.RULE in selected and (found := press.reads_like_one(document, signs, rules[press.RULE], told)):
        yield replace(found, fixes=()) if copied else found


def _judged(
    document: Document,
    registry: Registry,
    settings: Config,
    told: RuleSettings,
    selected: frozenset[str],
    *,
    first: bool = False,
) -> list[Finding]:
    """Return what the selected rules find, the second judge's among them.

    Where it is asked, rules of its families that are switched off are tried all the same: what they find in a sentence
    is what the house does not want to hear, from any judge.
    """
    families = {info.family for info in RULES if info.name in selected}
    if not settings.model or not families:
        return list(_findings(document, registry, told, selected, first=first))
    off = selected.union(*(registry.heard[family] for family in families))
    found = list(_findings(document, registry, told, off, first=first))
    advice = settings.advice or not selected.isdisjoint(settings.select)
    return [
        finding
        for finding in judged(found, document, told, registry.judge, registry.doubtful, advice=advice)
        if finding.rule in selected
    ]


def _finding(hit: Hit, document: Document, told: RuleSettings) -> Finding:
    match = hit.match
    found = told.finding(hit.rule.info, document.source, match.sentence, match.start, match.end, **hit.slots)
    return replace(found, pattern=hit.pattern)


def _skipped(document: Document) -> str | None:
    """Say which part of the post no rule ran on, if any."""
    other = sum(1 for block in document.blocks if block.language == detect.OTHER)
    if not document.blocks or document.unread:
        return document.unread or "no prose"
    if other == len(document.blocks):
        return "not in English, Swedish or Danish"
    return f"{other} of {len(document.blocks)} blocks are not in English, Swedish or Danish" if other else None


def _not_run(document: Document, registry: Registry, selected: frozenset[str]) -> tuple[str, ...]:
    """Name the selected rules that lack what a pipeline would give them."""
    languages = {block.language for block in document.blocks} & set(registry.languages)
    notes = (note for language in sorted(languages) for note in registry.scanner(language).not_run)
    return tuple(note for note in notes if note.split()[0] in selected)
