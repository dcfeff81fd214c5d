"""Dates as people type them: 2026-02-28, 25年3月8号, 去年12月10号, 上个月底, 三天前, 下周五."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.assistant.understanding.date_forms import (
    DONE_VERB,
    FORMS,
    as_integer,
    full_year,
    real_day,
)
from bot.assistant.understanding.vague_dates import NEVER_DAYS, VAGUE_FORMS

_LOOKS_LIKE_A_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})(?!\d)[日号]?"
    r"|(?:(?<!\d)(?P<short_year>\d\d)年)?(?<![\d.])(?P<bare_month>\d{1,2}|[一二三四五六七八九十]{1,3})月"
    r"(?P<bare_day>\d{1,2}|[一二三四五六七八九十]{1,3})(?:[日号]|(?=" + DONE_VERB + "))"
    r"|(?<!\d)(?P<figures>20\d\d[01]\d[0-3]\d)(?=\s*(?:[日号]|" + DONE_VERB + "))"
)
_LEAP_YEAR = "2024"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date found in a text. ``exact`` is False where the words name no day (3月, 上旬)."""

    day: date
    start: int
    end: int
    exact: bool = True


def _candidates(text: str, today: date) -> Iterator[DateMention]:
    for form in (*NEVER_DAYS, *FORMS, *VAGUE_FORMS):
        for match in form.pattern.finditer(text):
            day = form.read(match, today)
            if day is not None:
                yield DateMention(day, match.start(), match.end(), form.exact)


def find_dates(text: str, today: date) -> tuple[DateMention, ...]:
    """The dates of a text in order; where two readings overlap, the more specific one stays."""
    kept: list[DateMention] = []
    for mention in _candidates(text, today):
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.start))


def find_impossible_date(text: str) -> str | None:
    """The first thing written like a date that no calendar has (2026-02-30, 13月5日), or None."""
    for match in _LOOKS_LIKE_A_DATE.finditer(text):
        # 2月29日 without a year is possible in some year.
        figures = match["figures"] or ""
        year = match["year"] or match["short_year"] or figures[:4] or _LEAP_YEAR
        month = match["month"] or match["bare_month"] or figures[4:6]
        day = match["day"] or match["bare_day"] or figures[6:]
        if real_day(full_year(year), as_integer(month), as_integer(day)) is None:
            return match[0]
    return None
