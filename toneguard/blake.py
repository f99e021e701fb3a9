"""The hash that names what is kept, from where Python itself has it: `hashlib` loads OpenSSL before it gives it."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # a Python without its own
    from hashlib import blake2b

__all__ = ["blake2b"]
