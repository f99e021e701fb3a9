"""What the configuration and a post's own front matter tell the rules."""

from __future__ import annotations

from toneguard.config import Config, matches
from toneguard.configkeys import PUBLISHERS
from toneguard.document import Document
from toneguard.nearest import missing
from toneguard.profiles import Grading
from toneguard.registry import Registry
from toneguard.rule import Disclosing, RuleSettings

PROFILE = "toneguard.profile"
_MARKETS = ("toneguard.markets", "toneguard.market")
_PUBLISHER = "toneguard.publisher"


def told_for(document: Document, settings: Config, registry: Registry, grading: Grading | None = None) -> RuleSettings:
    """Return the settings of rules for one post; its front matter wins where what it names is known."""
    doses = (grading or registry.grading(settings)).doses
    return RuleSettings(
        brands=_brands(document, settings),
        messages=settings.messages,
        doses=doses,
        newsroom=_in_newsroom(document, settings),
        disclosing=_disclosing(document, settings, registry),
    )


def unknown_names(document: Document, registry: Registry) -> tuple[str, ...]:
    """Return `line: what is wrong` for each market or publisher of the front matter that is none."""
    named = [("market", name, tuple(registry.labels.markets)) for name in _markets(document)]
    if publisher := document.meta.get(_PUBLISHER):
        named.append(("publisher", publisher, PUBLISHERS))
    found = []
    for kind, name, known in named:
        if name not in known:
            line = document.source.text.count("\n", 0, max(0, document.source.text.find(name))) + 1
            found.append(f"{line}: {missing(kind, name, known)}")
    return tuple(found)


def _markets(document: Document) -> tuple[str, ...]:
    said = next((document.meta[key] for key in _MARKETS if document.meta.get(key)), "")
    return tuple(part.strip().lower() for part in said.split(",") if part.strip())


def _disclosing(document: Document, settings: Config, registry: Registry) -> Disclosing:
    publisher = document.meta.get(_PUBLISHER, "")
    return Disclosing(
        markets=tuple(name for name in _markets(document) if name in registry.labels.markets) or settings.markets,
        publisher=publisher if publisher in PUBLISHERS else settings.publisher,
        social=(document.meta.get(PROFILE) or settings.profile) == "social",
        **settings.disclosure,
    )


def _in_newsroom(document: Document, settings: Config) -> bool:
    paths = settings.newsroom.get("paths", ())
    return bool(paths) and matches(settings.relative(document.source.path), paths)


def _brands(document: Document, settings: Config) -> tuple[str, ...]:
    """Brand names from the configuration, the site, and the front matter's `brand` or `company`.

    A site's name that the post writes small too is a word: a site called Tea is not in every cup.
    """
    named = [document.meta[key] for key in ("brand", "brands", "company") if document.meta.get(key)]
    site = (settings.site.name,) if settings.site and settings.site.name.lower() not in document.source.text else ()
    return (*settings.brands, *site, *(name.strip() for value in named for name in value.split(",")))
