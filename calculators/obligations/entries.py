"""The rules of a document that make obligations, with what opens and meets them and what follows.

They are the same for every certificate, so they are put together once for each rulebook.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from calculators.deadline_rules import DeadlineRule
from calculators.deadline_terms import deadline_terms
from calculators.obligations.obligation import Missed
from calculators.obligations.terms import TopicTerms, terms_of
from knowledge.clause import Quote

EXPIRY = "certificate_expiry"


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule, what it is about, its terms, and what happens when it is missed."""

    rule: DeadlineRule
    topic: str
    terms: TopicTerms
    consequences: tuple[Missed, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """The dated rules of a document.

    ``dated`` has what others hang on first; ``derived`` are the rules from which a day that is
    not known follows.
    """

    dated: tuple[Entry, ...]
    derived: tuple[DeadlineRule, ...]
    by_topic: dict[str, DeadlineRule]


def surveillance_topics() -> tuple[str, ...]:
    """The topics of the surveillance that is to come."""
    return deadline_terms().topics["surveillance"].one_of


def entries(rules: Sequence[DeadlineRule]) -> Entries:
    """The rules with a day, each with its terms."""
    return _entries(_Same(rules))


class _Same:
    """A rulebook as itself, since to compare all its rules would take longer than to use them."""

    def __init__(self, rules: Sequence[DeadlineRule]) -> None:
        self.rules = rules

    def __hash__(self) -> int:
        return id(self.rules)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.rules is self.rules


@lru_cache
def _entries(same: _Same) -> Entries:
    dated = [rule for rule in same.rules if rule.limits]
    by_topic = {topic: rule for rule in reversed(dated) for topic in rule.topics}
    topics = _derived_topics()
    derived = [rule for rule in dated if not topics.isdisjoint(rule.topics)]
    found = sorted(_with_terms(dated, by_topic), key=_depth)
    return Entries(tuple(found), tuple(derived), by_topic)


def _derived_topics() -> set[str]:
    derived = {each.derive for each in deadline_terms().triggers.values() if each.derive}
    return derived | set(surveillance_topics())


def _with_terms(
    rules: Sequence[DeadlineRule], by_topic: dict[str, DeadlineRule]
) -> Iterator[Entry]:
    """The rules with their topic; a rule has several only for nonconformities of each severity."""
    for rule in rules:
        for place, topic in enumerate(rule.topics):
            terms = terms_of(rule, topic)
            if terms.why_none is None and (place == 0 or terms.severity):
                yield Entry(rule, topic, terms, _consequences(rule, terms, by_topic))


def _depth(entry: Entry) -> int:
    """What hangs on nothing, on the expiry or on a surveillance, in this order."""
    return 0 if entry.topic in surveillance_topics() else 1 if entry.topic == EXPIRY else 2


def _consequences(
    rule: DeadlineRule, terms: TopicTerms, by_topic: dict[str, DeadlineRule]
) -> tuple[Missed, ...]:
    """The rule's own consequences, then what follows from these; each clause once."""
    found: dict[Quote, Missed] = {}
    for each in _all_consequences(rule, terms, by_topic):
        found.setdefault(each.quote, each)
    return tuple(found.values())


def _all_consequences(
    rule: DeadlineRule, terms: TopicTerms, by_topic: dict[str, DeadlineRule]
) -> Iterator[Missed]:
    yield from _own(rule)
    for topic in terms.consequences_of:
        if follows := by_topic.get(topic):
            yield from _own(follows)
            if not follows.consequences:
                yield from (Missed(each.cited.text, each.cited) for each in follows.see_also)


def _own(rule: DeadlineRule) -> Iterator[Missed]:
    return (Missed(each.text, each.cited) for each in rule.consequences)
