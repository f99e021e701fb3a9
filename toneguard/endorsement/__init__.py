"""Praise with a paid or other material connection: is it disclosed as the reader's market requires?

Evidence and disclosures are found first (`evidence`, `labels`), then placed (`placement`) and weighed (`assessment`);
`findings` says it to the writer. What counts as a network, a label or a tell-tale sentence is data in
`rules/endorsement/`. None of it is legal advice.
"""

from toneguard.endorsement.assessment import FAMILY, RULES, Assessment, assess
from toneguard.endorsement.findings import findings
from toneguard.endorsement.labels import Labels
from toneguard.endorsement.labels import read as read_labels
from toneguard.endorsement.links import Networks
from toneguard.endorsement.links import read as read_networks

__all__ = ["FAMILY", "RULES", "Assessment", "Labels", "Networks", "assess", "findings", "read_labels", "read_networks"]
