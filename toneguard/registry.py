"""Gathers what a run works with: rules, languages, formats and outputs.

They come from the built-in rooms, from the folders of packs that the configuration names, and from the entry points
of the group `toneguard` that it names. Nothing is scanned for that is not named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from toneguard.cache import Cache, builtin_folder
from toneguard.config import ALL, Config, ConfigError, line_of
from toneguard.nearest import missing

# Nothing of this is loaded before somebody asks for it: where all posts are known, nobody does.
if TYPE_CHECKING:
    from toneguard import endorsement, model
    from toneguard.formats import Format
    from toneguard.languages import Language
    from toneguard.newsroom import Newsroom
    from toneguard.outputs.output import Output
    from toneguard.packs import Pack, PackRule
    from toneguard.phrases import Lexicon
    from toneguard.plugins import Plugin
    from toneguard.profiles import Grading
    from toneguard.rewriting.author import Author
    from toneguard.rewriting.rooms import Rooms
    from toneguard.rule import Rule, RuleInfo
    from toneguard.scan import Scanner

_NO_CACHE = Cache()
# Findings about the linting itself: their names may be selected, ignored and suppressed like any rule's.
OWN_RULES = ("suppression/unused", "suppression/unknown")


class Registry:
    """The rooms of one run. Scanners are compiled when a language is first met."""

    def __init__(self, config: Config, cache: Cache = _NO_CACHE) -> None:
        self.config = config
        self.cache = cache
        self.outputs: dict[str, Output] = {}
        self.plugins = tuple(self._guest(name) for name in config.plugins)
        self._scanners: dict[str, Scanner] = {}

    def _guest(self, name: str) -> Plugin:
        """Take in a plugin. Raises ConfigError."""
        from toneguard import languages, plugins

        plugin = plugins.load(name, self.config)
        for language in plugin.languages:
            languages.add(language)
        self.outputs.update({output.name: output for output in plugin.outputs})
        return plugin

    @cached_property
    def formats(self) -> tuple[Format, ...]:
        """The markup formats, the latest plugin's first."""
        from toneguard.formats import FORMATS, with_prose

        mdx = self.config.mdx
        own = with_prose(mdx["prose"]) if "prose" in mdx else FORMATS
        return (*(guest for plugin in reversed(self.plugins) for guest in plugin.formats), *own)

    @cached_property
    def walked(self) -> frozenset[str]:
        """The endings of files that are posts where a folder is walked."""
        return frozenset(suffix for known in self.formats if known.walked for suffix in known.suffixes)

    @cached_property
    def languages(self) -> Mapping[str, Language]:
        """The languages that are read, by code."""
        from toneguard.languages import LANGUAGES

        return dict(LANGUAGES)

    @cached_property
    def pack(self) -> Pack:
        """The built-in pack and those of the configuration as one. Raises PackError for a folder that is not there."""
        from toneguard import packs

        folders = [builtin_folder()]
        folders += [self.config.root / folder for folder in self.config.packs]
        folders += [Path(folder) for plugin in self.plugins for folder in plugin.packs]
        return packs.merged(packs.load(folder, self.languages, self.cache) for folder in folders)

    def add(self, extra: Pack) -> None:
        """Take in a further pack, before any rule has been looked up."""
        from toneguard.packs import merged

        self.__dict__["pack"] = merged((self.pack, extra))
        for known in ("infos", "pointing", "heard", "evidence", "press", "networks", "labels", "rooms"):
            self.__dict__.pop(known, None)
        self._scanners.clear()

    @cached_property
    def checks(self) -> tuple[Rule, ...]:
        """Rules written in Python: the built-in room and the plugins' own."""
        from toneguard.checks import builtin_checks

        return (*builtin_checks(), *(rule for plugin in self.plugins for rule in plugin.rules))

    @cached_property
    def infos(self) -> dict[str, RuleInfo]:
        """The identity of every rule by name."""
        return {info.name: info for info in sorted(self.all_infos(), key=lambda info: info.name)}

    @cached_property
    def pointing(self) -> Mapping[str, frozenset[str]]:
        """The rules that may point at a sentence, by family; verdicts on a whole post are none."""
        whole = {rule.info.name for rule in self.pack.rules if rule.kind != "phrase"}
        return _by_family(info for name, info in self.infos.items() if name not in whole)

    @cached_property
    def heard(self) -> Mapping[str, frozenset[str]]:
        """The phrase rules that give verdicts, by family: what they find in a sentence concerns the second judge."""
        from toneguard.finding import Severity

        phrases = (rule.info for rule in self.pack.rules if rule.kind == "phrase")
        return _by_family(info for info in phrases if info.severity is not Severity.SUGGESTION)

    def all_infos(self) -> Iterator[RuleInfo]:
        """Yield the identity of every rule, of two with one name both."""
        from toneguard.model.infos import RULES

        yield from (rule.info for rule in self.pack.rules if rule.kind != "evidence")
        yield from (rule.info for rule in self.checks)
        yield from RULES

    @cached_property
    def evidence(self) -> dict[str, RuleInfo]:
        """The identity of what is no rule, but evidence that rules weigh, by name."""
        return {rule.info.name: rule.info for rule in self.pack.rules if rule.kind == "evidence"}

    @cached_property
    def press(self) -> dict[str, PackRule]:
        """The rules on press releases, by name."""
        from toneguard import press

        return {rule.info.name: rule for rule in self.pack.rules if rule.info.family == press.FAMILY}

    @cached_property
    def newsroom(self) -> Newsroom | None:
        """The releases of the configuration, brought up to date when a post first asks; None where there are none."""
        index = self.cache.newsroom(self.config.origin or self.config.root)
        if not any(self.config.newsroom.get(key) for key in ("paths", "feeds")) and not (index and index.exists()):
            return None
        from toneguard import newsroom

        return newsroom.opened(self.config, self.cache, self.formats)

    @cached_property
    def networks(self) -> endorsement.Networks:
        """The affiliate networks known. Raises PackError."""
        from toneguard import endorsement

        return endorsement.read_networks(self.pack.tables.get("networks.toml", ()))

    @cached_property
    def labels(self) -> endorsement.Labels:
        """The words that disclose, and the markets. Raises PackError."""
        from toneguard import endorsement
        from toneguard.phrasebook import PhraseBook

        pack = self.pack
        books = {
            code: PhraseBook(code, pack.lexicons.get(code, {}), self.cache, "labels", pack.key)
            for code in self.languages
        }
        found = endorsement.read_labels(self.pack.tables.get("labels.toml", ()), books)
        for book in books.values():
            book.save()
        return found

    @cached_property
    def judge(self) -> model.Judge:
        """The second judge. Raises ModelError for a tuning that cannot be used."""
        from toneguard import model
        from toneguard.model import tuning

        path = self.config.tuning
        return model.Judge(tuning=tuning.load(self.config.root / path) if path else None)

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """The rules whose hits the second judge may overrule."""
        return frozenset(rule.info.name for rule in self.pack.rules if rule.doubtful)

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with packs, as far as they have been needed; the rules concerned do not run."""
        found = list(self.pack.problems) if "pack" in self.__dict__ else []
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
        from toneguard import checkup

        checkup.check(self)

    @cached_property
    def author(self) -> Author | None:
        """The language model that may propose rewrites, where the command line asks for it. Raises ConfigError."""
        if not self.config.ask_rewriter:
            return None
        from toneguard.rewriting.author import Author

        return Author(self.config.rewriter)

    @cached_property
    def rooms(self) -> Rooms:
        """What rewriting works with."""
        from toneguard.rewriting.rooms import Rooms

        return Rooms(self.pack, self.cache, self.infos, self.config.pipelines, self.author)

    def scanner(self, language: str) -> Scanner:
        """Return the compiled pack rules of a language."""
        if language not in self._scanners:
            from toneguard.scan import Scanner

            lexicon: Lexicon = self.pack.lexicons.get(language, {})
            pipeline = self.config.pipelines.get(language, "")
            self._scanners[language] = Scanner(self.pack.rules, language, lexicon, pipeline, self.cache, self.pack.key)
        return self._scanners[language]

    def grading(self, settings: Config, profile: str = "") -> Grading:
        """Return how findings are weighed: the configuration's severities, then the profile, then the preset.

        `profile` is what the post itself says it is. Raises ConfigError for a name that is not there.
        """
        from toneguard.profiles import Grading, Profile

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


def _by_family(infos: Iterable[RuleInfo]) -> Mapping[str, frozenset[str]]:
    """Return the names of rules by their family; a family without any has the empty set."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for info in infos:
        found[info.family] |= {info.name}
    return found
