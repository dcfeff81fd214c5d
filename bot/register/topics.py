"""What an obligation is about, in few words."""

from __future__ import annotations

from calculators.deadline_terms import deadline_terms
from calculators.obligations.obligation import Obligation


def topic_label(obligation: Obligation) -> str:
    """The name of its topic, the same in every document: 监督审核, 证书到期."""
    return deadline_terms().topics[obligation.topic].label
