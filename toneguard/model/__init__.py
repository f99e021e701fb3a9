"""The second judge: a small trained model that reads the sentences in which no template found anything."""

from toneguard.model.judge import Judge
from toneguard.model.rules import RULES, judged
from toneguard.model.weights import ModelError

__all__ = ["RULES", "Judge", "ModelError", "judged"]
