"""The words that deadline rulebooks are written in: used, complete, in the ask contract."""

import pytest

from calculators.deadline_rules import DeadlineRule, load_deadlines
from calculators.deadline_terms import deadline_terms
from knowledge.library import Library

TERMS = deadline_terms()
# The names that `clausebot ask` asks for (design.md, "ask").
ASKED = {
    "issue_date",
    "initial_audit_date",
    "last_surveillance_date",
    "expiry_date",
    "suspension_start_date",
    "decision_date",
    "stage_1_end",
    "stage_2_end",
    "event_date",
}


@pytest.fixture(scope="module")
def rules(library: Library) -> list[DeadlineRule]:
    return [rule for each in library.documents for rule in load_deadlines(each.id, library)]


def test_every_event_asks_for_a_fact_of_the_contract() -> None:
    assert {trigger.asked_name for trigger in TERMS.triggers.values()} == ASKED


def test_every_topic_belongs_to_a_rule(rules: list[DeadlineRule]) -> None:
    ruled = {topic for rule in rules for topic in rule.topics}
    assert ruled == {name for name, topic in TERMS.topics.items() if not topic.one_of}


def test_every_event_starts_a_limit(rules: list[DeadlineRule]) -> None:
    starts = {
        counted.trigger
        for rule in rules
        for limit in rule.limits
        for counted in (limit, *limit.readings)
    }
    assert starts == TERMS.triggers.keys()


def test_derived_topics_and_preceding_events_exist() -> None:
    for trigger in TERMS.triggers.values():
        assert trigger.derive is None or trigger.derive in TERMS.topics
        assert trigger.follows is None or trigger.follows in TERMS.triggers
    for topic in TERMS.topics.values():
        assert set(topic.one_of) <= TERMS.topics.keys()
