"""What the document says happens when an obligation is missed."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.deadline_rules import DeadlineRule
from calculators.obligations.obligation import Missed
from calculators.obligations.reckoning import Reckoning
from calculators.obligations.terms import TopicTerms
from knowledge.clause import Quote


def consequences(rule: DeadlineRule, terms: TopicTerms, reckoning: Reckoning) -> tuple[Missed, ...]:
    """The rule's own consequences, then what follows from these; each clause once."""
    found: dict[Quote, Missed] = {}
    for each in _all(rule, terms, reckoning):
        found.setdefault(each.quote, each)
    return tuple(found.values())


def _all(rule: DeadlineRule, terms: TopicTerms, reckoning: Reckoning) -> Iterator[Missed]:
    yield from _own(rule)
    for topic in terms.consequences_of:
        follows = reckoning.rule_about(topic)
        if follows is None:
            continue
        yield from _own(follows)
        if not follows.consequences:
            yield from (Missed(each.cited.text, each.cited) for each in follows.see_also)


def _own(rule: DeadlineRule) -> Iterator[Missed]:
    return (Missed(each.text, each.cited) for each in rule.consequences)
