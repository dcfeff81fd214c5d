"""Which year a date without a year belongs to, by the words around it: 12月10号做的, 2月底到期."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import Enum

_DONE = re.compile(
    r"了|没|未|过(?!期)|完|已经|上次|的$|刚|查实|核实|查清|知道|得知|获悉|收到|通报|发生"
    r"|[签做发办停审交]的"
)
_TO_COME = re.compile(r"要|将|准备|计划|打算|想|预计|安排|进场|到期|届满|期满|下次")
_EXPIRED = re.compile(r"(?:到期|届满|期满).{0,4}(?:没|了|未|已)|已经?到期")
_INTENDED = re.compile(r"(?:打算|计划|准备|预计|想|拟|安排)(?:在|于|到)?\s*$")
_LAST_TIME = re.compile(r"(?:上一?次|最近一次|前一次)[^,。;]{0,8}$")
_SEPARATOR = re.compile(r"[,，。;；、!?\n]")
_AROUND = 8
# People say 12月15号下的决定 of a day that they only plan for.
_SOON = timedelta(days=60)
# 2月29日 comes again after eight years where a century has no leap day.
_YEARS = 9


class Tense(Enum):
    """What the words around a date say of it."""

    DONE = "done"
    LAST_TIME = "last time"
    TO_COME = "to come"
    OPEN = "open"


def tense_around(text: str, start: int, end: int) -> Tense:
    """Whether the date that stands at ``start`` to ``end`` of a text is past or still to come."""
    before, after = text[max(0, start - 2 * _AROUND) : start], text[end : end + _AROUND]
    if _LAST_TIME.search(before):
        return Tense.LAST_TIME
    if _INTENDED.search(before):
        return Tense.TO_COME
    if _EXPIRED.search(after):
        return Tense.DONE
    own_words = _SEPARATOR.split(after, maxsplit=1)[0]
    done, to_come = _DONE.search(own_words), _TO_COME.search(own_words)
    if to_come and (done is None or to_come.start() < done.start()):
        return Tense.TO_COME
    return Tense.DONE if done else Tense.OPEN


def likely_day(in_year: Callable[[int], date | None], tense: Tense, today: date) -> date | None:
    """The day of the year that the tense suggests, this year's where it suggests none.

    ``in_year`` gives the day in a year, None where that year has no such day (2月29日).
    """
    forwards = range(today.year, today.year + _YEARS)
    backwards = range(today.year, today.year - _YEARS, -1)
    match tense:
        case Tense.TO_COME:
            return _first(in_year, forwards, lambda day: day >= today)
        case Tense.DONE:
            return _first(in_year, backwards, lambda day: day <= today + _SOON)
        case Tense.LAST_TIME:
            return _first(in_year, backwards, lambda day: day <= today)
        case Tense.OPEN:
            return _first(in_year, backwards, lambda _: True)


def _first(
    in_year: Callable[[int], date | None], years: Iterable[int], fits: Callable[[date], bool]
) -> date | None:
    days = (in_year(year) for year in years)
    return next((day for day in days if day is not None and fits(day)), None)
