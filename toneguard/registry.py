"""Gathers what a run works with: rules, languages, formats and outputs.

They come from the built-in rooms, from the folders of packs that the configuration names, and from the entry points
of the group `toneguard` that it names. Nothing is scanned for that is not named.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from toneguard import endorsement, languages, model, packs, plugins, press, profiles
from toneguard.cache import Cache
from toneguard.config import ALL, Config, ConfigError, Override, line_of
from toneguard.formats import FORMATS, Format, with_prose
from toneguard.languages import LANGUAGES
from toneguard.languages.detect import OTHER
from toneguard.model import tuning
from toneguard.nearest import missing
from toneguard.outputs.output import Output
from toneguard.packs import Pack, PackError, PackRule
from toneguard.phrasebook import PhraseBook
from toneguard.phrases import Lexicon
from toneguard.profiles import Grading, Profile
from toneguard.rewriting.author import Author
from toneguard.rewriting.rooms import Rooms
from toneguard.rule import Rule, RuleInfo
from toneguard.scan import Scanner

if TYPE_CHECKING:
    from toneguard.newsroom import Newsroom

_NO_CACHE = Cache()
_VERDICTS = endorsement.RULES | {press.RULE, press.REPOSTED}
# Findings about the linting itself: their names may be selected, ignored and suppressed like any rule's.
OWN_RULES = ("suppression/unused", "suppression/unknown")


class Registry:
    """The rooms of one run. Scanners are compiled when a language is first met."""

    def __init__(self, config: Config, cache: Cache = _NO_CACHE) -> None:
        self.config = config
        self.cache = cache
        self.plugins = tuple(plugins.load(name, config) for name in config.plugins)
        self.formats: tuple[Format, ...] = with_prose(config.mdx["prose"]) if "prose" in config.mdx else FORMATS
        self.outputs: dict[str, Output] = {}
        for plugin in self.plugins:
            for language in plugin.languages:
                languages.add(language)
            self.formats = (*plugin.formats, *self.formats)
            self.outputs.update({output.name: output for output in plugin.outputs})
        self.languages = dict(LANGUAGES)
        self._scanners: dict[str, Scanner] = {}

    @cached_property
    def pack(self) -> Pack:
        """The built-in pack and those of the configuration as one. Raises PackError for a folder that is not there."""
        folders = [packs.builtin_folder()]
        folders += [self.config.root / folder for folder in self.config.packs]
        folders += [Path(folder) for plugin in self.plugins for folder in plugin.packs]
        return merged(packs.load(folder, self.languages, self.cache) for folder in folders)

    def add(self, extra: Pack) -> None:
        """Take in a further pack, before any rule has been looked up."""
        self.__dict__["pack"] = merged((self.pack, extra))
        for known in ("infos", "evidence", "press", "networks", "labels", "rooms"):
            self.__dict__.pop(known, None)
        self._scanners.clear()

    @cached_property
    def checks(self) -> tuple[Rule, ...]:
        """Rules written in Python: the built-in room and the plugins' own."""
        return (*builtin_checks(), *(rule for plugin in self.plugins for rule in plugin.rules))

    @cached_property
    def infos(self) -> dict[str, RuleInfo]:
        """The identity of every rule by name."""
        return {info.name: info for info in sorted(self._all_infos(), key=lambda info: info.name)}

    def _all_infos(self) -> Iterator[RuleInfo]:
        yield from (rule.info for rule in self.pack.rules if rule.kind != "evidence")
        yield from (rule.info for rule in self.checks)
        yield from model.RULES

    @cached_property
    def evidence(self) -> dict[str, RuleInfo]:
        """The identity of what is no rule, but evidence that rules weigh, by name."""
        return {rule.info.name: rule.info for rule in self.pack.rules if rule.kind == "evidence"}

    @cached_property
    def press(self) -> dict[str, PackRule]:
        """The rules on press releases, by name."""
        return {rule.info.name: rule for rule in self.pack.rules if rule.info.family == press.FAMILY}

    @cached_property
    def newsroom(self) -> Newsroom | None:
        """The releases of the configuration, brought up to date when a post first asks; None where there are none."""
        from toneguard import newsroom  # sqlite3 is not loaded before it is needed

        return newsroom.opened(self.config, self.cache, self.formats)

    @cached_property
    def networks(self) -> endorsement.Networks:
        """The affiliate networks known. Raises PackError."""
        return endorsement.read_networks(self.pack.tables.get("networks.toml", ()))

    @cached_property
    def labels(self) -> endorsement.Labels:
        """The words that disclose, and the markets. Raises PackError."""
        books = {
            code: PhraseBook(code, self.pack.lexicons.get(code, {}), self.cache, "labels") for code in self.languages
        }
        found = endorsement.read_labels(self.pack.tables.get("labels.toml", ()), books)
        for book in books.values():
            book.save()
        return found

    @cached_property
    def judge(self) -> model.Judge:
        """The second judge. Raises ModelError for a tuning that cannot be used."""
        path = self.config.tuning
        return model.Judge(tuning=tuning.load(self.config.root / path) if path else None)

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """The rules whose hits the second judge may overrule."""
        return frozenset(rule.info.name for rule in self.pack.rules if rule.doubtful)

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with packs, as far as they have been needed; the rules concerned do not run."""
        found = list(self.pack.problems)
        for scanner in self._scanners.values():
            found += scanner.problems
        if "rooms" in self.__dict__:
            found += self.rooms.problems
        return tuple(found)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a run should say that is no reason to fail."""
        sayers = (self.__dict__.get(name) for name in ("newsroom", "author"))
        return tuple(note for sayer in sayers if sayer for note in sayer.notes)

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Former names of rules, and their names now."""
        return {alias: info.name for info in self.infos.values() for alias in info.aliases}

    def check(self) -> None:
        """Raise ConfigError or PackError for whatever the configuration names that is not there."""
        origins: dict[str, str] = {}
        for info in self._all_infos():
            if info.name in origins:
                raise PackError(f"rule {info.name}: is defined in {origins[info.name]} and in {info.origin}")
            origins[info.name] = info.origin
        for info in self._all_infos():
            for name in info.worse_with:
                if name not in origins:
                    raise PackError(f"{info.origin}: rule {info.name}: 'worse_with': unknown rule {name!r}")
        for rule in self.pack.rules:
            if rule.kind == "verdict" and rule.info.name not in _VERDICTS:
                where = f"{rule.info.origin}: rule {rule.info.name}"
                raise PackError(f"{where}: 'kind': 'verdict' is for {', '.join(sorted(_VERDICTS))}")
        self._check_profiles()
        if self.config.packs or self.plugins:  # the built-in tables are read when a post needs them
            _ = (self.networks, self.labels, [self.rooms.read(language) for language in self.languages])
        _ = self.config.model and self.judge
        _ = self.author
        for settings in (
            self.config,
            *(_as_config(self.config, override) for override in self.config.overrides),
        ):
            self._check_names(settings)

    def _check_names(self, settings: Config) -> None:
        """Raise ConfigError for a rule, profile, market or language that some settings name and that is not there."""
        self.selected(settings)
        self.grading(settings)
        for selector in settings.severity:
            list(self.expand(selector, settings, previews=True))
        for market in settings.markets:
            if market not in self.labels.markets:
                raise ConfigError(f"{line_of(settings, market)}: {missing('market', market, self.labels.markets)}")
        for code in (settings.lang, settings.messages, *settings.languages.values(), *settings.pipelines):
            if code and code not in self.languages and code != OTHER:
                raise ConfigError(f"{line_of(settings, code)}: {missing('language', code, self.languages)}")

    def _check_profiles(self) -> None:
        """Raise PackError for a rule or family that a profile or preset names and that is not there."""
        known = {*self.infos, *(info.family for info in self.infos.values()), *self.aliases}
        for kind, entries in self.pack.profiles.items():
            for name, profile in entries.items():
                for rule in (*profile.severity, *profile.dose):
                    if rule not in known:
                        raise PackError(f"{kind} {name}: {missing('rule', rule, known)}")

    @cached_property
    def author(self) -> Author | None:
        """The language model that may propose rewrites, where the command line asks for it. Raises ConfigError."""
        return Author(self.config.rewriter) if self.config.ask_rewriter else None

    @cached_property
    def rooms(self) -> Rooms:
        """What rewriting works with."""
        return Rooms(self.pack, self.cache, self.infos, self.config.pipelines, self.author)

    def scanner(self, language: str) -> Scanner:
        """Return the compiled pack rules of a language."""
        if language not in self._scanners:
            lexicon: Lexicon = self.pack.lexicons.get(language, {})
            pipeline = self.config.pipelines.get(language, "")
            self._scanners[language] = Scanner(self.pack.rules, language, lexicon, pipeline, self.cache)
        return self._scanners[language]

    def grading(self, settings: Config, profile: str = "") -> Grading:
        """Return how findings are weighed: the configuration's severities, then the profile, then the preset.

        `profile` is what the post itself says it is. Raises ConfigError for a name that is not there.
        """
        layers = [Profile("configuration", severity=settings.severity)]
        for kind, name in (("profile", profile or settings.profile), ("preset", settings.preset)):
            known = self.pack.profiles.get(kind, {})
            if name and name not in known:
                raise ConfigError(f"{line_of(settings, name)}: {missing(kind, name, known)}")
            layers += [known[name]] if name else []
        return Grading(tuple(layers))

    def selected(self, settings: Config) -> frozenset[str]:
        """Return the names of the rules that run under some settings. Raises ConfigError for an unknown selector."""
        wanted = self._named(settings.select, settings)
        return wanted - self._named(settings.ignore, settings, previews=True)

    def _named(self, selectors: Iterable[str], settings: Config, *, previews: bool = False) -> frozenset[str]:
        names: set[str] = set()
        for selector in selectors:
            names.update(self.expand(selector, settings, previews=previews))
        return frozenset(names)

    def expand(self, selector: str, settings: Config, *, previews: bool = False) -> Iterator[str]:
        """Yield the rules a selector means: a full name, a former name, a family or `all`. Raises ConfigError."""
        name = self.aliases.get(selector, selector)
        if name in self.infos or name in OWN_RULES:
            yield name
            return
        families = {info.family for info in self.infos.values()} | {own.partition("/")[0] for own in OWN_RULES}
        if selector != ALL and selector not in families:
            known = (*self.infos, *families, *self.aliases, *OWN_RULES, ALL)
            said = missing("rule" if "/" in selector else "rule or family", selector, known, "see `toneguard rules`")
            raise ConfigError(f"{line_of(settings, selector)}: {said}")
        for info in self.infos.values():
            if selector in (ALL, info.family) and (previews or info.status == "stable"):
                yield info.name
        yield from (own for own in OWN_RULES if selector in (ALL, own.partition("/")[0]))


def _as_config(config: Config, override: Override) -> Config:
    """Return the settings of an override alone, for checking its names."""
    return replace(
        config,
        select=override.select if override.select is not None else config.select,
        ignore=override.ignore,
        severity=override.severity,
        lang=override.lang or "",
        profile=override.profile or "",
        markets=override.markets or (),
    )


def merged(found: Iterable[Pack]) -> Pack:
    """Return several packs as one; a later lexicon adds classes and replaces those of the same name."""
    rules: list[PackRule] = []
    lexicons: dict[str, dict[str, tuple[str, ...]]] = {}
    problems: list[str] = []
    packs_found = list(found)
    names = dict.fromkeys(name for pack in packs_found for name in pack.tables)
    tables = {name: tuple(row for pack in packs_found for row in pack.tables.get(name, ())) for name in names}
    for pack in packs_found:
        rules.extend(pack.rules)
        problems.extend(pack.problems)
        for language, classes in pack.lexicons.items():
            lexicons.setdefault(language, {}).update(classes)
    merged_profiles = profiles.merged(pack.profiles for pack in packs_found)
    return Pack(tuple(rules), lexicons, tuple(problems), merged_profiles, tables)


def builtin_checks() -> Iterator[Rule]:
    """Yield the `RULE` of every module in `toneguard/checks/`; a module without one is an error."""
    import toneguard.checks as room

    for module in sorted(pkgutil.iter_modules(room.__path__), key=lambda module: module.name):
        yield import_module(f"{room.__name__}.{module.name}").RULE
