"""Groups of questions as lines to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from bot.slack.phrases import COMPLAINTS
from bot.store import phrases
from bot.store.question_groups import QuestionGroup

_OTHER_WORDS = 5
_CLAUSES = 3


def report(groups: Sequence[QuestionGroup], zone: ZoneInfo) -> Iterator[str]:
    """How many there are, then each with who asked, other wordings, clauses and complaints."""
    yield phrases.questions_found(sum(len(group.entries) for group in groups), len(groups))
    for group in groups:
        yield from _lines(group, zone)


def _lines(group: QuestionGroup, zone: ZoneInfo) -> Iterator[str]:
    last_day = max(entry.asked_at for entry in group.entries).astimezone(zone).date()
    times = len(group.entries)
    yield phrases.question_group(times, group.people, last_day.isoformat(), _one_line(group.words))
    if other := group.other_words[:_OTHER_WORDS]:
        yield phrases.OTHER_WORDS + "；".join(_one_line(words) for words in other)
    cited = dict.fromkeys(str(ref) for entry in group.entries for ref in entry.cited)
    if cited:
        yield phrases.NEAREST + "、".join(list(cited)[:_CLAUSES])
    if wanted := sum(entry.is_wanted for entry in group.entries):
        yield phrases.wanted(wanted)
    for entry in group.entries:
        for each in entry.complaints:
            yield phrases.complaint(COMPLAINTS.get(each.reason, each.reason), each.words)


def _one_line(words: str) -> str:
    return " ".join(words.split())
