"""Errors of packs, apart from what reads them: whoever reports an error need not load the readers."""

from __future__ import annotations


class PackError(Exception):
    """A pack that cannot be used; the message names file, rule or class, key and what was expected."""
