"""Text inside XML 1.0: escaped, and without the characters that no XML document may hold."""

from __future__ import annotations

from html import escape

from toneguard.late import late

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FORBIDDEN = late("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(value: str) -> str:
    """Return characters between tags."""
    return escape(_FORBIDDEN.sub("", value), quote=False).replace("\r", "&#13;")


def attributes(**values: object) -> str:
    """Return attributes in the given order, with a blank before each; white space becomes a blank."""
    return "".join(f' {name}="{_attribute(str(value))}"' for name, value in values.items())


def _attribute(value: str) -> str:
    return escape(" ".join(_FORBIDDEN.sub("", value).split()))
