"""A page for every rule, and the tables that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

from docs.generate.markdown import code, escaped, fenced, page, table
from toneguard.guards import GUARDS
from toneguard.languages import LANGUAGES
from toneguard.packs import PackRule, Section
from toneguard.registry import Registry
from toneguard.rule import Example, RuleInfo

# What a family is about, and what it finds: for readers who do not know its rules yet.
FAMILIES = {
    "self-centred": (
        "the sender talking about the sender",
        "“We are proud to announce …”, “Hos Acme brænder vi for …”",
    ),
    "pushy": ("pressure to buy, sign up or hurry", "“Only 3 left!!!”, “Skynda dig, erbjudandet gäller bara i dag”"),
    "endorsement": (
        "praise with a paid or other tie that is not disclosed as the reader's market asks",
        "an affiliate link without a word, “i samarbete med” where it takes “Reklam”",
    ),
    "press-release": ("a press release pasted into the blog", "dateline, canned quotes, “About Acme”, press contact"),
    "reader-value": ("nothing to take along, nobody to answer, hard to read", "a rank without a figure"),
}
_KINDS = {
    "phrase": "a phrase in a sentence",
    "density": "the whole post: so many matches for its length",
    "absence": "the whole post: something is missing",
    "share": "the whole post: a share of its words",
    "verdict": "the whole post: a verdict on evidence",
}
_BY = {
    "model": "a sentence, judged by [the sentence model](../../model-card.md)",
    "checks": "what a template cannot say, in Python",
}
_SCOPES = {
    "item": "list items",
    "cell": "table cells",
    "alt": "alternative texts",
    "meta": "descriptions in front matter",
}
_MARKED = "What is found stands in bold, in a block of code between `<<` and `>>`."


def pages(registry: Registry, root: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of the index and of every rule's page; `root` is the folder of the repository."""
    yield "docs/rules/README.md", index(registry)
    packed = {rule.info.name: rule for rule in registry.pack.rules}
    for info in registry.infos.values():
        file = Path(info.origin).relative_to(root).as_posix()
        yield f"docs/rules/{info.name}.md", _Page(registry, info, packed.get(info.name), file).text()


def families(registry: Registry, folder: str) -> str:
    """Return the README's table: families, what they find, and their rules as links into a folder."""
    rows = []
    for family, (finds, example) in FAMILIES.items():
        mine = [info for info in registry.infos.values() if info.family == family]
        advice = all(info.severity == "suggestion" for info in mine)
        links = ", ".join(f"[{info.name.partition('/')[2]}]({folder}{info.name}.md)" for info in mine)
        rows.append((code(family), f"{finds}{' (advice)' if advice else ''}: {example}", links))
    return table(("family", "finds", "rules"), rows)


def index(registry: Registry) -> str:
    """Return the page that lists all rules."""
    parts = ["# Rules", "`toneguard explain RULE` shows the same in the terminal, `toneguard rules` the list."]
    for family, (finds, example) in FAMILIES.items():
        mine = [info for info in registry.infos.values() if info.family == family]
        rows = [(f"[{info.name}]({info.name}.md)", str(info.severity), escaped(info.summary)) for info in mine]
        parts += [f"## {family}", f"{finds[0].upper()}{finds[1:]}: {example}."]
        parts.append(table(("rule", "severity", "finds"), rows))
    parts += [
        "## suppression",
        "`suppression/unused` and `suppression/unknown` are about comments to toneguard: one that silences nothing, "
        "and one that names no rule.",
    ]
    return page(*parts)


@dataclass(frozen=True)
class _Page:
    """One rule's page; `file` is where the rule is defined, `rule` what a pack says of it."""

    registry: Registry
    info: RuleInfo
    rule: PackRule | None
    file: str

    def text(self) -> str:
        info = self.info
        return page(
            f"# {info.name}",
            escaped(info.summary),
            escaped(info.why),
            self.facts(),
            self.messages(),
            self.guards(),
            self.examples(),
            self.silence(),
            self.sources(),
        )

    def facts(self) -> str:
        info = self.info
        rows = [
            (
                "severity",
                f"{info.severity}{' (advice, shown with `--advice`)' if info.severity == 'suggestion' else ''}",
            )
        ]
        if info.status == "preview":
            rows.append(("status", "preview: runs only when it is selected by its full name"))
        rows.append(
            ("looks at", _KINDS[self.rule.kind] if self.rule else _BY.get(Path(self.file).parent.name, _BY["checks"]))
        )
        scopes = sorted({scope for section in self.sections() for scope in section.scopes})
        if scopes:
            rows.append(("where", ", ".join(_SCOPES.get(scope, f"{scope}s".replace("-", " ")) for scope in scopes)))
        if info.worse_with:
            links = ", ".join(f"[{name}](../{name}.md)" for name in info.worse_with)
            rows.append(("worse", f"an error in a paragraph with {links}"))
        rows += [(kind, said) for kind, said in self.graded() if said]
        if info.aliases:
            rows.append(("formerly", ", ".join(map(code, info.aliases))))
        rows.append(("defined in", f"[{self.file}](../../../{self.file})"))
        return table(("", ""), rows)

    def sections(self) -> tuple[Section, ...]:
        return tuple(self.rule.sections.values()) if self.rule else ()

    def graded(self) -> Iterator[tuple[str, str]]:
        """Yield for profiles and presets what they change of the rule."""
        for kind, entries in self.registry.pack.profiles.items():
            said = []
            for name, profile in entries.items():
                level = profile.severity.get(self.info.name) or profile.severity.get(self.info.family)
                dose = profile.dose.get(self.info.name)
                said += [f"{code(name)}: {level}"] if level else []
                said += [f"{code(name)}: takes {dose:g} times as much"] if dose else []
            yield f"{kind}s", ", ".join(said)

    def messages(self) -> str:
        rows = [
            (LANGUAGES[language].name, escaped(text), escaped(self.info.asks.get(language, "")))
            for language, text in self.info.messages.items()
        ]
        return page("## What it says", table(("language", "message", "question to the writer"), rows))

    def guards(self) -> str:
        """Say what silences the rule, and where that holds for some languages or phrases only."""
        places: dict[str, dict[str, bool]] = {}  # guard → language → whether it holds for every phrase of it
        for section in self.sections():
            guards = [set(pattern.unless) for pattern in section.patterns] or [set(section.unless)]
            for name in dict.fromkeys(name for pattern in section.patterns for name in pattern.unless):
                places.setdefault(name, {})[section.language] = all(name in one for one in guards)
        if not places:
            return ""
        lines = [f"- {code(name)}{self._where(held)}: {_meaning(name)}" for name, held in places.items()]
        return page("## What it leaves alone", "\n".join(lines))

    def _where(self, held: Mapping[str, bool]) -> str:
        """Say for what languages or phrases a guard holds, nothing where it holds for all."""
        whole = [LANGUAGES[language].name for language, every in held.items() if every]
        some = [LANGUAGES[language].name for language, every in held.items() if not every]
        if len(whole) == len(self.info.languages):
            return ""
        said = [f"in {' and '.join(whole)}"] if whole else []
        if some:
            alone = len(some) == len(self.info.languages)
            said.append("for some phrases" + ("" if alone else f" in {' and '.join(some)}"))
        return f" ({', '.join(said)})"

    def examples(self) -> str:
        shown = self.info.examples
        blocks = any("\n" in (example.bad + example.good).strip() for example in shown)
        parts = ["## Examples", _MARKED if blocks else ""]
        for language in self.info.languages:
            mine = [example for example in shown if example.language == language]
            bad = sorted((example for example in mine if example.bad), key=lambda example: not example.fixed)
            good = [example for example in mine if example.good]
            parts += [f"### {LANGUAGES[language].name}", "Found:", _listed(_bad(example) for example in bad)]
            if language in self.info.ask_only:
                parts.append("No rewrite is offered: only the writer knows what could stand there.")
            parts += ["Left alone:", _listed(_shown(example.good, example) for example in good)]
        return page(*parts)

    def silence(self) -> str:
        name = self.info.name
        return page(
            "## Leave a sentence alone",
            fenced(f"<!-- toneguard: ignore {name} -- your reason -->", "markdown"),
            "It counts for the next paragraph, heading or list item; `ignore-file` counts for the post. In "
            "`toneguard.toml`, for all posts:",
            fenced(f'ignore = ["{name}"]', "toml"),
        )

    def sources(self) -> str:
        law = [f"- {escaped(text)}" for text in self.info.law]
        see = [f"- <{address}>" for address in self.info.see]
        return page(
            "## Sources" if law or see else "",
            "Law and guidance, each with its date; this is not legal advice." if law else "",
            "\n".join(law),
            "To read:" if law and see else "",
            "\n".join(see),
        ).strip()


def _meaning(guard: str) -> str:
    return escaped((GUARDS[guard].__doc__ or "").strip().splitlines()[0])


def _listed(items: Iterable[str]) -> str:
    """Return a list; further lines of an item are indented to it."""
    return "\n".join(indent(item, "  ").replace("  ", "- ", 1) for item in items)


def _bad(example: Example) -> str:
    fixed = f"<br>→ {escaped(example.fixed)}" if example.fixed else ""
    return _shown(example.bad, example) + fixed


def _shown(text: str, example: Example) -> str:
    """Return an example as a line with bold marks, or as a block where it has several lines or markup of its own."""
    settings = [f"markets: {', '.join(example.markets)}"] if example.markets else []
    settings += [f"brands: {', '.join(example.brands)}"] if example.brands else []
    settings += [f"publisher: {example.publisher}"] if example.publisher else []
    said = f" ({'; '.join(settings)})" if settings else ""
    newsroom = f"\nwith this release in the newsroom:\n{fenced(example.newsroom)}" if example.newsroom else ""
    if "\n" in text.strip():
        return f"{said.strip() or 'a post:'}\n{fenced(text.strip(), example.format)}{newsroom}"
    return _bold(text) + said + newsroom.replace("\n", "<br>", 1)


def _bold(text: str) -> str:
    parts = text.replace(">>", "<<").split("<<")
    return "".join(f"<b>{escaped(part)}</b>" if number % 2 else escaped(part) for number, part in enumerate(parts))
