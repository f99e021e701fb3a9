"""The version, for the package and for keys of caches."""

VERSION = "0.1.0"
