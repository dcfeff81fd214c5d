"""The kinds of events, and what statuses and states are called."""

from __future__ import annotations

from itertools import chain

from calculators.obligations.event import Severity
from calculators.obligations.event_kinds import Status, event_kinds
from calculators.obligations.obligation import State


def test_every_kind_has_words_of_its_own() -> None:
    words = list(chain.from_iterable((k.label, *k.aliases) for k in event_kinds().values()))
    assert len(words) == len(set(words))


def test_every_status_state_and_severity_has_a_label() -> None:
    for kind in (Status, State, Severity):
        labels = [each.label for each in kind]
        assert all(labels)
        assert len(labels) == len(set(labels))
