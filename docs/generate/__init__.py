"""Writes the pages of the documentation that follow from rules, configuration and examples: `make docs`."""
