"""The tests of toneguard."""
