"""What describes toneguard, and what writes the part of it that can be written."""
