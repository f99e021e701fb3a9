"""Affiliate links: every network is told by its form, and nothing else is taken for one."""

from __future__ import annotations

import contextlib
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from toneguard.config import Config
from toneguard.endorsement import labels, links
from toneguard.packs import PackError
from toneguard.registry import Registry

NETWORKS = Registry(Config()).networks
DATA: dict[str, Any] = tomllib.loads((ROOT / "rules" / "endorsement" / "networks.toml").read_text("utf-8"))
EXAMPLES = [
    tuple(line.split("\t")) for line in (ROOT / "tests" / "endorsement" / "links.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("address", "network"), EXAMPLES)
def test_a_link_is_told_by_its_form(address: str, network: str) -> None:
    """An affiliate link names its network; campaign tracking, shops and blogs do not (`-`)."""
    found = NETWORKS.target(address)
    assert (found.network if found else "-") == network


def test_every_network_has_its_source() -> None:
    """Each row has a source, a grade and a class, and no host stands in two."""
    rows = DATA["network"]
    assert len(rows) >= 90
    assert all(row["source"].startswith("http") and row["grade"] in ("documented", "seen") for row in rows)
    hosts = [host for row in rows for host in row.get("hosts", ())]
    assert len(hosts) == len(set(hosts))


def test_the_merchant_shows_without_a_request() -> None:
    """Where a link carries the merchant's address, it is read from there."""
    found = NETWORKS.target("https://www.awin1.com/cread.php?awinmid=1&ued=https%3A%2F%2Fwww.kettles.example%2Fa")
    assert found is not None
    assert found.merchant == "kettles.example"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ({"network": [{"name": "X", "class": "paid", "hosts": ["x.se"]}]}, "'source' is missing"),
        ({"network": [{"name": "X", "class": "sure", "source": "s", "hosts": ["x.se"]}]}, "unknown 'sure'"),
        ({"network": [{"name": "X", "class": "paid", "source": "s"}]}, "expected 'hosts' or 'links'"),
        ({"network": [{"name": "X", "class": "paid", "source": "s", "links": [{"pth": "/"}]}]}, "unknown key 'pth'"),
        ({"netwrok": []}, "did you mean 'network'"),
        ({"frontmatter": [{"name": "x", "means": "y"}]}, "unknown 'y'"),
        ({"network": {"name": "X"}}, "expected tables such as [[network]]"),
        ({"network": [{"name": "X", "source": "s", "hosts": "x.se"}]}, "'hosts': expected a list of texts"),
    ],
)
def test_a_wrong_row_is_named(raw: dict[str, Any], message: str) -> None:
    """A row that cannot be used is an error that names the file and what was expected."""
    with pytest.raises(PackError, match="mine") as raised:
        links.read([(Path("mine.toml"), raw)])
    assert message in str(raised.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "source", "hosts", "links", "words", "language", "sv"]), inner)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["network", "path", "frontmatter", "label", "market", "topic", "text"]), JSON))
def test_tables_are_refused_with_pack_error_only(raw: dict[str, Any]) -> None:
    """Whatever stands in a file of networks or labels, reading raises PackError or nothing."""
    for read in (links.read, lambda tables: labels.read(tables, {})):
        with contextlib.suppress(PackError):
            read([(Path("mine.toml"), raw)])
