"""Affiliate links, told by their host, path and parameters. Nothing is ever fetched.

The patterns are data: `rules/endorsement/networks.toml`, one row a network with its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlsplit

from toneguard.late import late
from toneguard.nearest import nearest
from toneguard.packformat import Key, PackError, check
from toneguard.records import dataclass, field

_ADDRESS_IN = late(r"https?(?::|%3A)(?:/|%2F){2}([^/?&#%\s]+)", re.IGNORECASE)
_MEMORY = 1 << 12  # hosts
_LONGEST = 8_000  # characters of an address that are looked at
_SOURCE = {
    "source": Key("string", "Where the pattern is documented.", required=True),
    "grade": Key("string", "The network's own page shows it, or others' pages do.", ("documented", "seen")),
    "seen": Key("string", "When it was looked up, as YYYY-MM."),
    "note": Key("string", "What else there is to know."),
}
_NAME = {"name": Key("string", "What it is called.", required=True)}
_CLASS = {"class": Key("string", "Whether its links are paid, or only likely to be.", ("paid", "likely"))}
_LINK = {
    "host": Key("string", "A host; * stands for any characters but a dot."),
    "path": Key("string", "The beginning of a path; * stands for any characters but a slash."),
    "params": Key("strings", "Query parameters that must all be there; name=glob tests the value."),
}
KEYS: dict[str, dict[str, Key]] = {
    "network": {
        **_NAME,
        **_CLASS,
        "hosts": Key("strings", "Hosts that are the network's own; *.domain for all below a domain."),
        "links": Key("tables", "Forms of its links elsewhere."),
        "merchant": Key("strings", "Query parameters that hold the merchant's address."),
        **_SOURCE,
    },
    "parameter": {**_NAME, **_CLASS, "network": Key("string", "Whose it is.", required=True), **_SOURCE},
    "path": {**_LINK, "network": Key("string", "Whose it is.", required=True), **_SOURCE},
    "component": {**_NAME, "means": Key("string", "What the tag prints.", ("links", "disclosure")), **_SOURCE},
    "frontmatter": {**_NAME, "means": Key("string", "What the field says.", ("paid", "affiliate", "gift"), True)},
}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: the network that tracks it, whether that is certain, and the merchant's host if it shows."""

    network: str
    certain: bool
    merchant: str = ""


@dataclass(frozen=True)
class Glob:
    """A text with `*` and `?`; `star` is the regex that `*` stands for. Compiled when a link first asks."""

    text: str
    star: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The glob as a regex."""
        parts = (self.star if mark == "*" else "." if mark == "?" else re.escape(mark) for mark in self.text)
        return re.compile("".join(parts), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of a tracking link; every part that is given must hold.

    In a host `*` stands for any characters but a dot, in a path, which is a beginning, for any but a slash.
    """

    network: str
    certain: bool
    host: Glob | None = None
    path: Glob | None = None
    params: tuple[tuple[str, Glob | None], ...] = ()
    merchant: tuple[str, ...] = ()

    def holds(self, host: str, path: str, query: Mapping[str, str]) -> bool:
        """Tell whether an address has this form."""
        if self.host and not self.host.regex.fullmatch(host):
            return False
        if self.path and not self.path.regex.match(path):
            return False
        return all(name in query and (not glob or glob.regex.fullmatch(query[name])) for name, glob in self.params)


@dataclass
class Networks:
    """The affiliate networks known, ready to look links up: by exact host, by domain, by parameter, and the rest."""

    hosts: dict[str, _Form] = field(default_factory=dict)
    domains: dict[str, _Form] = field(default_factory=dict)
    forms: list[_Form] = field(default_factory=list)
    parameters: dict[str, list[_Form]] = field(default_factory=dict)
    components: list[tuple[Glob, str]] = field(default_factory=list)
    frontmatter: dict[str, str] = field(default_factory=dict)
    _known: dict[str, list[_Form]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def target(self, address: str) -> Target | None:
        """Return what an address says about itself, or None when no network is known in it."""
        parts = _split(address)
        if parts is None or not parts.netloc:
            return None
        host = _host(parts)
        query = {name.lower(): value for name, value in parse_qsl(parts.query, keep_blank_values=True)}
        form = self._form(host, parts.path or "/", query)
        if form is None:
            return None
        return Target(form.network, form.certain, _merchant(form, address, host, query))

    def _form(self, host: str, path: str, query: Mapping[str, str]) -> _Form | None:
        if host in self.hosts:
            return self.hosts[host]
        labels = host.split(".")
        for start in range(len(labels) - 1):
            if form := self.domains.get(".".join(labels[start:])):
                return form
        for name in query:
            for form in self.parameters.get(name, ()):
                if form.holds(host, path, query):
                    return form
        likely = [form for form in self._at(host) if form.holds(host, path, query)]
        return next((form for form in likely if form.certain), likely[0] if likely else None)

    def _at(self, host: str) -> list[_Form]:
        """Return the forms that links of a host may have: posts link to the same few hosts."""
        if host not in self._known:
            if len(self._known) >= _MEMORY:
                self._known.clear()
            self._known[host] = [form for form in self.forms if not form.host or form.host.regex.fullmatch(host)]
        return self._known[host]

    def prints(self, name: str) -> str:
        """Return what a tag of this name prints: `links`, `disclosure` or `""` for neither."""
        return next((means for pattern, means in self.components if pattern.regex.fullmatch(name)), "")


def _split(address: str) -> SplitResult | None:
    """Take an address apart; one without a scheme begins with its host."""
    address = address.strip()[:_LONGEST]
    if address.startswith("www."):
        address = f"//{address}"
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _host(parts: SplitResult) -> str:
    host = parts.netloc.rpartition("@")[2].partition(":")[0].lower().rstrip(".")
    return host.removeprefix("www.")


def _merchant(form: _Form, address: str, host: str, query: Mapping[str, str]) -> str:
    """Return the host of the merchant that a link leads to, as far as its parameters say."""
    for name in form.merchant:
        found = _split(query.get(name.lower(), ""))
        if found and found.netloc:
            return _host(found)
    inner = _ADDRESS_IN.search(address, address.find(host) + len(host))
    return inner[1].lower().removeprefix("www.") if inner else ""


def read(tables: Iterable[tuple[Path, Mapping[str, Any]]]) -> Networks:
    """Read the rows of all packs. Raises PackError naming file, row and key."""
    networks = Networks()
    for path, raw in tables:
        for kind, rows in raw.items():
            if kind not in KEYS:
                raise PackError(f"{path}: unknown table {kind!r}{nearest(kind, KEYS)}")
            for number, row in enumerate(as_rows(rows, f"{path}: {kind}"), 1):
                where = f"{path}: {kind} {row.get('name') or row.get('network') or number}"
                check(row, KEYS[kind], where)
                _READERS[kind](networks, row, where)
    return networks


def as_rows(rows: Any, where: str) -> list[dict[str, Any]]:
    """Return the tables of an array of tables. Raises PackError for anything else."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise PackError(f"{where}: expected tables such as [[{where.rpartition(' ')[2]}]], not {rows!r}")
    return rows


def _read_network(networks: Networks, row: Mapping[str, Any], where: str) -> None:
    name, certain = row["name"], row.get("class") != "likely"
    if not row.get("hosts") and not row.get("links"):
        raise PackError(f"{where}: expected 'hosts' or 'links'")
    merchant = tuple(row.get("merchant", ()))
    for host in row.get("hosts", ()):
        form = _Form(name, certain, merchant=merchant)
        known = networks.domains if host.startswith("*.") else networks.hosts
        known[host.removeprefix("*.").removeprefix("www.")] = form
    for link in row.get("links", ()):
        networks.forms.append(_form(link, name, certain, merchant, where))


def _read_path(networks: Networks, row: Mapping[str, Any], where: str) -> None:
    link = {key: value for key, value in row.items() if key in _LINK}
    networks.forms.append(_form(link, row["network"], True, (), where))


def _read_parameter(networks: Networks, row: Mapping[str, Any], where: str) -> None:
    form = _form({"params": [row["name"]]}, row["network"], row.get("class") != "likely", (), where)
    networks.parameters.setdefault(form.params[0][0], []).append(form)


def _read_component(networks: Networks, row: Mapping[str, Any], _: str) -> None:
    networks.components.append((Glob(row["name"], ".*"), row.get("means", "links")))


def _read_frontmatter(networks: Networks, row: Mapping[str, Any], _: str) -> None:
    networks.frontmatter[row["name"].lower()] = row["means"]


_READERS = {
    "network": _read_network,
    "path": _read_path,
    "parameter": _read_parameter,
    "component": _read_component,
    "frontmatter": _read_frontmatter,
}


def _form(link: Mapping[str, Any], network: str, certain: bool, merchant: tuple[str, ...], where: str) -> _Form:
    check(link, _LINK, f"{where}: 'links'")
    if not link:
        raise PackError(f"{where}: 'links': expected host, path or params")
    params = []
    for param in link.get("params", ()):
        name, equals, value = param.partition("=")
        params.append((name.lower(), Glob(value, ".*") if equals else None))
    return _Form(
        network,
        certain,
        Glob(link["host"].lower().removeprefix("www."), "[^.]*") if "host" in link else None,
        Glob(link["path"], "[^/]*") if "path" in link else None,
        tuple(params),
        merchant,
    )
