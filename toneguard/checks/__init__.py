"""Rules that a template cannot say, one file each, exposing `RULE`."""
