"""Press releases in disguise: the form of the text (`anatomy`)."""

from toneguard.press.anatomy import BELONGS, FAMILY, RULE, anatomy, reads_like_one

__all__ = ["BELONGS", "FAMILY", "RULE", "anatomy", "reads_like_one"]
