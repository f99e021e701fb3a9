"""Measurements: speed and quality, beside peers."""
