"""What each date of a question is the date of: issued, expires, last surveillance, …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.assistant.understanding.cues import Cues
from bot.assistant.understanding.dates import DateMention

EVENT = "event_date"
_DUE = "due"
_SURVEILLANCE = "last_surveillance_date"
_SEPARATORS = "，,。；;、！!？?\n"
_RIGHT_BEHIND = 10
_LIST = re.compile(r"\s*(?:和|、|跟|与|及)\s*")
_RANGE = re.compile(r"\s*(?:到|至|[-~—–])\s*")
# Of an audit that lasts some days, the last one counts.
_ON_ITS_LAST_DAY = ("stage_1_end", "stage_2_end", "initial_audit_date", _SURVEILLANCE)


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A date with the roles its surrounding words give it, the likeliest first; () if none.

    ``which`` says whether it is the first or second of its kind, where the words do; ``words`` are
    those of the date itself.
    """

    day: date
    roles: tuple[str, ...]
    exact: bool
    which: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Window:
    """The words around a date, up to separators or the neighbouring dates.

    ``opens`` and ``ends``: the date is the first or last day of a range; both have the words
    ``before`` the range. ``crowded``: the words behind may belong to the next date as well.
    """

    before: str
    after: str
    opens: bool
    ends: bool
    crowded: bool


def date_facts(text: str, mentions: tuple[DateMention, ...], cues: Cues) -> tuple[DatedFact, ...]:
    """Each date of the text with its roles."""
    ends = [0, *(mention.end for mention in mentions)]
    starts = [*(mention.start for mention in mentions), len(text)]
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    facts = []
    for place, mention in enumerate(mentions):
        window = _window(gaps, place)
        which = cues.first("first", window.before) or cues.first("first", window.after)
        words = text[mention.start : mention.end].strip()
        facts.append(DatedFact(mention.day, _roles(window, cues), mention.exact, which, words))
    return _with_shared_roles(facts, gaps[1:])


def _with_shared_roles(facts: Sequence[DatedFact], behind: Sequence[str]) -> tuple[DatedFact, ...]:
    """3月1号和5月1号发的: what is said behind the last date of a list is said of all."""
    shared: list[DatedFact] = []
    for fact, words in zip(reversed(facts), reversed(behind), strict=True):
        in_list = not fact.roles and shared and _LIST.fullmatch(words)
        shared.append(replace(fact, roles=shared[-1].roles) if in_list else fact)
    return tuple(reversed(shared))


def _window(gaps: Sequence[str], place: int) -> _Window:
    """The window of a date, given the words before each date and behind the last."""
    is_last = place + 2 == len(gaps)
    opens = not is_last and _RANGE.fullmatch(gaps[place + 1]) is not None
    ends = place > 0 and _RANGE.fullmatch(gaps[place]) is not None
    after = _until_separator(gaps[place + 1])
    return _Window(
        before=_since_separator(gaps[place - 1 if ends else place]),
        after=after,
        opens=opens,
        ends=ends,
        crowded=not is_last and after == gaps[place + 1],
    )


def _since_separator(text: str) -> str:
    return text[max(text.rfind(char) for char in _SEPARATORS) + 1 :]


def _until_separator(text: str) -> str:
    stops = [stop for char in _SEPARATORS if (stop := text.find(char)) >= 0]
    return text[: min(stops, default=len(text))]


def _roles(window: _Window, cues: Cues) -> tuple[str, ...]:
    """Roles as the words suggest them: right behind the date, before it, further behind."""
    is_range = window.opens or window.ends
    if is_range and cues.holds("date_range", "validity", window.before):
        return ("issue_date",) if window.opens else ("expiry_date",)
    near = cues.first("date_role", window.after, within=_RIGHT_BEHIND)
    behind = [near] if near else []
    before = list(cues.meanings("date_role", window.before))
    # 本该5月6号做的监督 was not done that day.
    before_counts_first = window.crowded or (near == _SURVEILLANCE and _DUE in before)
    nearest = [*before, *behind] if before_counts_first else [*behind, *before]
    roles = dict.fromkeys((*nearest, *cues.meanings("date_role", window.after)))
    return tuple(role for role in roles if not (window.opens and role in _ON_ITS_LAST_DAY))
