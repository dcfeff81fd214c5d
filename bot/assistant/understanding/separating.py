"""Taking apart a question about several things: 首次监督和再认证分别…, A证…发的、B证…发的, 各…."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.assistant.understanding.cues import Cues
from bot.assistant.understanding.topics import Topic, deadline_topics
from bot.assistant.understanding.understanding import Understanding

# The same thing for each of several certificates; of several surveillances only the last counts.
_OF_EACH = (
    *("issue_date", "expiry_date", "suspension_start_date", "decision_date", "initial_audit_date"),
    *("stage_1_end", "stage_2_end", "event_date", "contract_date", "operation_start"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One of several things asked at once; ``day`` tells it from the others where that does."""

    asked: Understanding
    day: date | None = None


def parts(asked: Understanding, cues: Cues, topics: Sequence[Topic]) -> tuple[Part, ...]:
    """The things that a question asks one by one; itself alone where it asks for one."""
    if "several" not in asked.wants:
        return (Part(asked),)
    subjects = list(_by_subject(asked, cues, tuple(topics))) or [asked]
    return tuple(part for subject in subjects for part in _by_day(subject))


def _by_subject(
    asked: Understanding, cues: Cues, topics: tuple[Topic, ...]
) -> Iterator[Understanding]:
    """Each kind of audit, or the first and the second one, with the words about the others gone."""
    # 监1是2月做的 tells which was done, not which is asked for.
    order = () if any(fact.which for fact in asked.dates) else asked.order
    for group, named in (("audit_type", asked.audit_types), ("first", order)):
        if len(named) == 1:
            continue
        for meaning in named:
            others = [each for each in named if each != meaning]
            words = cues.without(group, others, asked.words)
            own = deadline_topics(words, topics)
            kinds = (meaning,) if group == "audit_type" else asked.audit_types
            if own:
                yield replace(asked, words=words, topics=own, audit_types=kinds)
        if named:
            return


def _by_day(asked: Understanding) -> Iterator[Part]:
    """Once for each of the days that are days of the same thing."""
    roles = Counter(fact.roles[0] for fact in asked.exact_dates if fact.roles and not fact.which)
    repeated = next((role for role in _OF_EACH if roles[role] > 1), None)
    if repeated is None:
        yield Part(asked)
        return
    others = tuple(fact for fact in asked.dates if fact.roles[:1] != (repeated,))
    for fact in asked.exact_dates:
        if fact.roles[:1] == (repeated,):
            yield Part(replace(asked, dates=(fact, *others)), fact.day)
