"""Side by side (各项目对比): for a topic, every scheme's rule and result, the strictest marked.

A topic is a deadline topic (`rulebooks/deadline_terms.toml`), ``person_days``, or the id of a
requirement that states a number (`rulebooks/*/eligibility.toml`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from calculators.comparison_figures import (
    PERSON_DAYS,
    compare_person_days,
    compare_thresholds,
    thresholds,
)
from calculators.comparison_periods import compare_periods
from calculators.comparison_rows import Compared, Comparison
from calculators.deadline_rules import DeadlineRule
from calculators.deadline_terms import deadline_terms
from calculators.eligibility_rules import EligibilityRules
from calculators.person_day_request import PersonDayRequest
from calculators.person_day_rules import TOPIC, PersonDayRules
from calculators.resemblance import resemblance
from knowledge.errors import OutOfRange

_OFFERED = 2


@dataclass(frozen=True, slots=True)
class ComparedBooks:
    """The rules of the documents to compare, by document id; ``deadlines`` gives their order."""

    deadlines: Mapping[str, Sequence[DeadlineRule]]
    person_days: Mapping[str, PersonDayRules]
    eligibility: Mapping[str, EligibilityRules]

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents, in the order of the comparison."""
        return tuple(self.deadlines)


def compare(
    topic: str, books: ComparedBooks, request: PersonDayRequest | None = None
) -> Comparison:
    """The topic in every document.

    ``request`` holds the client's facts for person-days: MissingInput names what it lacks.
    OutOfRange where no document rules the topic.
    """
    if topic == PERSON_DAYS:
        asked = request or PersonDayRequest()
        return compare_person_days(books.documents, books.person_days, asked)
    if topic in deadline_terms().topics:
        return compare_periods(topic, books.deadlines)
    if topic in thresholds(books.eligibility):
        return compare_thresholds(topic, books.documents, books.eligibility)
    raise OutOfRange("topic", topic, f"没有“{topic}”这个题目。")


def comparison_topics(books: ComparedBooks) -> Mapping[str, str]:
    """The topics that at least one of the documents rules, with their Chinese labels."""
    ruled = {name for rules in books.deadlines.values() for rule in rules for name in rule.topics}
    periods = {
        name: topic.label
        for name, topic in deadline_terms().topics.items()
        if ruled & {name, *topic.one_of}
    }
    return {PERSON_DAYS: TOPIC, **periods, **thresholds(books.eligibility)}


def topic_named(words: str, books: ComparedBooks) -> str:
    """The topic with this name or label, else the one whose label has the words in it.

    OutOfRange where there is none or more than one; the sentence offers the nearest.
    """
    topics = comparison_topics(books)
    if words in topics:
        return words
    exact = [name for name, label in topics.items() if label == words]
    found = exact or [name for name, label in topics.items() if words and words in label]
    if len(found) == 1:
        return found[0]
    near = sorted(topics.values(), key=lambda label: -resemblance(words, label))
    offered = [topics[name] for name in found] or near[:_OFFERED]
    reason = f"没有“{words}”这个题目" if not found else f"“{words}”不止一个题目"
    raise OutOfRange("topic", words, f"{reason}，可以写：{'、'.join(offered)}。")


__all__ = [
    "PERSON_DAYS",
    "Compared",
    "ComparedBooks",
    "Comparison",
    "compare",
    "comparison_topics",
    "topic_named",
]
