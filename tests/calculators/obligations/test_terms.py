"""Every topic is classified: what opens, meets and ends its obligations, or why there are none."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from calculators.deadline_rules import Combination, DeadlineRule
from calculators.deadline_terms import deadline_terms
from calculators.obligations.event_kinds import event_kinds
from calculators.obligations.terms import Basis, TopicTerms, obligation_terms, terms_of

Books = dict[str, tuple[DeadlineRule, ...]]


def test_every_topic_is_classified() -> None:
    terms = obligation_terms()
    single = {name for name, topic in deadline_terms().topics.items() if not topic.one_of}
    assert terms.topics.keys() | set(terms.conventions.undated) == single
    assert not terms.topics.keys() & set(terms.conventions.undated)


def test_no_topic_with_a_day_is_taken_for_undated(books: Books) -> None:
    dated = {t for rules in books.values() for rule in rules if rule.limits for t in rule.topics}
    assert not dated & set(obligation_terms().conventions.undated)


def test_every_difference_is_of_a_rule_that_exists(books: Books) -> None:
    for document, rules in obligation_terms().rules.items():
        assert rules.keys() <= {rule.id for rule in books[document] if rule.limits}


def test_every_rule_is_opened_by_something(books: Books) -> None:
    for rules in books.values():
        for rule in rules:
            terms = terms_of(rule, rule.topics[0]) if rule.limits else None
            if terms and terms.why_none is None and terms.basis is not Basis.SURVEILLANCE:
                assert terms.opened_by, (rule.document, rule.id)


def test_limits_of_a_rule_lie_on_one_side_but_for_windows(books: Books) -> None:
    """So that the first limit tells whether the day of a rule is its first or its last."""
    for rules in books.values():
        for rule in rules:
            directions = {limit.direction for limit in rule.limits}
            assert len(directions) <= 1 or rule.combination is Combination.WINDOW


def test_every_trigger_is_the_day_of_an_event_or_follows_from_one() -> None:
    known = {trigger for kind in event_kinds().values() for trigger in kind.triggers}
    derived = {name for name, each in deadline_terms().triggers.items() if each.derive}
    assert deadline_terms().triggers.keys() == known | derived


@pytest.mark.parametrize(
    "entry", [{"met_by": ["no_such_event"]}, {"no_such_key": 1}, {"basis": "no_such_basis"}]
)
def test_terms_refuse_what_they_do_not_know(entry: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        TopicTerms.model_validate(entry)
