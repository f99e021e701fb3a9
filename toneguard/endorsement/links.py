"""Affiliate links, told by their host, path and parameters. Nothing is ever fetched.

The patterns are data: `rules/endorsement/networks.toml`, one row a network with its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlsplit

from toneguard.nearest import nearest
from toneguard.packformat import PackError

_ADDRESS_IN = re.compile(r"https?(?::|%3A)(?:/|%2F){2}([^/?&#%\s]+)", re.IGNORECASE)
_LONGEST = 8_000  # characters of an address that are looked at
KEYS: dict[str, frozenset[str]] = {
    "network": frozenset({"name", "class", "hosts", "links", "merchant", "source", "grade", "seen", "note"}),
    "parameter": frozenset({"name", "network", "class", "source", "grade", "seen", "note"}),
    "path": frozenset({"host", "path", "params", "network", "source", "grade", "seen", "note"}),
    "component": frozenset({"name", "means", "source", "note"}),
    "frontmatter": frozenset({"name", "means"}),
}
_LINK_KEYS = frozenset({"host", "path", "params"})


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: the network that tracks it, whether that is certain, and the merchant's host if it shows."""

    network: str
    certain: bool
    merchant: str = ""


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of a tracking link; every part that is given must hold.

    In a host `*` stands for any characters but a dot, in a path, which is a beginning, for any but a slash.
    """

    network: str
    certain: bool
    host: re.Pattern[str] | None = None
    path: re.Pattern[str] | None = None
    params: tuple[tuple[str, re.Pattern[str] | None], ...] = ()
    merchant: tuple[str, ...] = ()

    def holds(self, host: str, path: str, query: Mapping[str, str]) -> bool:
        """Tell whether an address has this form."""
        if self.host and not self.host.fullmatch(host):
            return False
        if self.path and not self.path.match(path):
            return False
        return all(name in query and (not glob or glob.fullmatch(query[name])) for name, glob in self.params)


@dataclass
class Networks:
    """The affiliate networks known, ready to look links up: by exact host, by domain, by parameter, and the rest."""

    hosts: dict[str, _Form] = field(default_factory=dict)
    domains: dict[str, _Form] = field(default_factory=dict)
    forms: list[_Form] = field(default_factory=list)
    parameters: dict[str, list[_Form]] = field(default_factory=dict)
    components: list[tuple[re.Pattern[str], str]] = field(default_factory=list)
    frontmatter: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

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
        likely = [form for form in self.forms if form.holds(host, path, query)]
        return next((form for form in likely if form.certain), likely[0] if likely else None)

    def prints(self, name: str) -> str:
        """Return what a tag of this name prints: `links`, `disclosure` or `""` for neither."""
        return next((means for pattern, means in self.components if pattern.fullmatch(name)), "")


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
            for number, row in enumerate(rows, 1):
                where = f"{path}: {kind} {row.get('name') or row.get('network') or number}"
                _check(row, KEYS[kind], where)
                _READERS[kind](networks, row, where)
    return networks


def _check(row: Mapping[str, Any], keys: frozenset[str], where: str) -> None:
    for key in row:
        if key not in keys:
            raise PackError(f"{where}: unknown key {key!r}{nearest(key, keys)}")
    if "source" in keys and not row.get("source"):
        raise PackError(f"{where}: 'source' is missing; name where the pattern is documented")


def _read_network(networks: Networks, row: Mapping[str, Any], where: str) -> None:
    name, certain = _text(row, "name", where), _certain(row, where)
    if not row.get("hosts") and not row.get("links"):
        raise PackError(f"{where}: expected 'hosts' or 'links'")
    merchant = tuple(row.get("merchant", ()))
    networks.names.add(name)
    for host in row.get("hosts", ()):
        form = _Form(name, certain, merchant=merchant)
        known = networks.domains if host.startswith("*.") else networks.hosts
        known[host.removeprefix("*.").removeprefix("www.")] = form
    for link in row.get("links", ()):
        networks.forms.append(_form(link, name, certain, merchant, where))


def _certain(row: Mapping[str, Any], where: str) -> bool:
    """Return whether a row's links are paid, not only likely to be."""
    given = row.get("class", "paid")
    if given not in ("paid", "likely"):
        raise PackError(f"{where}: 'class': expected 'paid' or 'likely', not {given!r}")
    return bool(given == "paid")


def _read_path(networks: Networks, row: Mapping[str, Any], where: str) -> None:
    link = {key: value for key, value in row.items() if key in _LINK_KEYS}
    networks.forms.append(_form(link, _text(row, "network", where), True, (), where))


def _read_parameter(networks: Networks, row: Mapping[str, Any], where: str) -> None:
    certain = _certain(row, where)
    form = _form({"params": [_text(row, "name", where)]}, row.get("network", ""), certain, (), where)
    networks.parameters.setdefault(form.params[0][0], []).append(form)


def _read_component(networks: Networks, row: Mapping[str, Any], where: str) -> None:
    means = row.get("means", "links")
    if means not in ("links", "disclosure"):
        raise PackError(f"{where}: 'means': expected 'links' or 'disclosure', not {means!r}")
    networks.components.append((glob(_text(row, "name", where), ".*"), means))


def _read_frontmatter(networks: Networks, row: Mapping[str, Any], where: str) -> None:
    if row.get("means") not in ("paid", "affiliate", "gift"):
        raise PackError(f"{where}: 'means': expected 'paid', 'affiliate' or 'gift', not {row.get('means')!r}")
    networks.frontmatter[_text(row, "name", where).lower()] = row["means"]


_READERS = {
    "network": _read_network,
    "path": _read_path,
    "parameter": _read_parameter,
    "component": _read_component,
    "frontmatter": _read_frontmatter,
}


def _text(row: Mapping[str, Any], key: str, where: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value:
        raise PackError(f"{where}: {key!r}: expected a text, not {value!r}")
    return value


def _form(link: Mapping[str, Any], network: str, certain: bool, merchant: tuple[str, ...], where: str) -> _Form:
    for key in link:
        if key not in _LINK_KEYS:
            raise PackError(f"{where}: 'links': unknown key {key!r}{nearest(key, _LINK_KEYS)}")
    if not link:
        raise PackError(f"{where}: 'links': expected host, path or params")
    params = []
    for param in link.get("params", ()):
        name, equals, value = param.partition("=")
        params.append((name.lower(), glob(value, ".*") if equals else None))
    return _Form(
        network,
        certain,
        glob(link["host"].lower().removeprefix("www."), "[^.]*") if "host" in link else None,
        glob(link["path"], "[^/]*") if "path" in link else None,
        tuple(params),
        merchant,
    )


def glob(text: str, star: str) -> re.Pattern[str]:
    """Return a text with `*` and `?` as a regex; `star` is what `*` stands for."""
    parts = (star if mark == "*" else "." if mark == "?" else re.escape(mark) for mark in text)
    return re.compile("".join(parts), re.IGNORECASE)
