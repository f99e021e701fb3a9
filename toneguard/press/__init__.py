"""Press releases in disguise: the form of the text (`anatomy`), and what to write instead (`skeleton`)."""

from toneguard.press.anatomy import BELONGS, FAMILY, REPOSTED, RULE, SPEECH, anatomy, belongs, reads_like_one
from toneguard.press.skeleton import skeleton

__all__ = ["BELONGS", "FAMILY", "REPOSTED", "RULE", "SPEECH", "anatomy", "belongs", "reads_like_one", "skeleton"]
