"""How much a question says there is: so many of something, or so long since something.

People say 「不到3个月」 and 「3年以上」, so what is told is a range: what is true at both its ends
is true of the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from dateutil.relativedelta import relativedelta

from bot.assistant.understanding.numerals import find_numbers

_NUMBER = "＃"
_NEAR = 16
_MONTHS_A_YEAR = 12
_DAYS_A_WEEK = 7
_VERY_MANY = Fraction(10**6)
_VERY_LONG = relativedelta(years=100)
_UNITS = {
    "名": r"\s*(?:[个名位人]|(?=\s*(?:$|[,，。;；?？行够可能成])))",
    "份": r"\s*[份个]",
    "次": r"\s*[次回遍]",
    "学时": r"\s*个?(?:学时|课时|小时|钟头)",
}
# What may stand between a thing and how many there are of it; 差, 缺 and 另 may not.
_BETWEEN = (
    r"(?:[的有是共才就仅只满够:：\s]|专职|持证|注册|证书?|人员|老师|一共|总共|上了|学了|听了|做了|做过"
    r"|参加了?|去了?|带了?|不到|不足|没满|未满|超过|不止|[a-z/ -]*\d{4,5})*"
)
_LESS = re.compile(r"(?:不到|不足|没满|未满|不满|没到|还没|将近|快|接近|差点)\s*$")
_MORE = re.compile(r"(?:超过|不止|多于|大于)\s*$")
_AND_MORE = re.compile(r"\s*[个名位次年月天周]*\s*(?:多(?!少)|以上|出头|有余)")
_TIME = re.compile(
    r"\s*个?多?(?:(?P<years>年)(?P<half>半)?|(?P<months>月)|(?P<weeks>周|星期|礼拜)|(?P<days>[天日]))"
    r"(?!\s*(?:以?[前后内]|之[前后内]|金|费|检|审|度|底|初))"
)
_HALF = re.compile(
    r"(?<![一二两三四五六七八九十\d个年])半\s*(?:(?P<year>年)|个月)(?!\s*(?:以?[前后内]|之[前后内]))"
)


@dataclass(frozen=True, slots=True)
class Told:
    """The least and the most that the words allow, both included; both the same if exact."""

    least: Fraction
    most: Fraction


@dataclass(frozen=True, slots=True)
class Since:
    """The latest and the earliest day that an event may have had; both the same if exact."""

    latest: date
    earliest: date


@dataclass(frozen=True, slots=True)
class _Length:
    """A length of time as said at a place of the text; months in halves, or days."""

    start: int
    end: int
    months: Fraction = Fraction(0)
    days: Fraction = Fraction(0)
    approximate: bool = False

    def before(self, today: date) -> date:
        """The day this long ago, what is over a whole month left out."""
        return today - relativedelta(months=floor(self.months), days=floor(self.days))

    def just_short(self, today: date) -> date:
        """The first day that is less long ago, what is over a month counted as a whole one."""
        whole = relativedelta(months=ceil(self.months), days=ceil(self.days))
        return today - whole + timedelta(days=1)


def told_number(words: str, things: Iterable[str], unit: str) -> Told | None:
    """How many of a thing there are; None unless exactly one number is said of it.

    ``unit`` is the rulebook's (名, 学时).
    """
    thing = "|".join(map(re.escape, things))
    measure = _UNITS.get(unit, rf"\s*{re.escape(unit)}")
    beside = re.compile(
        rf"{_NUMBER}{measure}{_BETWEEN}(?:{thing})|(?:{thing}){_BETWEEN}{_NUMBER}{measure}",
        re.IGNORECASE,
    )
    found = [
        number
        for number in find_numbers(words)
        if not number.is_share and beside.search(_around(words, number.start, number.end))
    ]
    if len(found) != 1:
        return None
    number = found[0]
    match _side(words, number.start, number.end):
        case "less":
            return Told(Fraction(0), Fraction(ceil(number.value) - 1))
        case "more":
            return Told(number.value, _VERY_MANY)
        case _:
            return None if number.approximate else Told(number.value, number.value)


def told_time(words: str, today: date) -> Since | None:
    """How long ago something was; None unless exactly one length of time is said."""
    found = list(_lengths(words))
    if len(found) != 1:
        return None
    length = found[0]
    match _side(words, length.start, length.end):
        case "less":
            return Since(today, length.just_short(today))
        case "more":
            return Since(length.before(today), today - _VERY_LONG)
        case _ if length.approximate:
            return None
    over = length.months.denominator > 1
    latest = length.before(today)
    return Since(latest, length.just_short(today) if over else latest)


def _around(words: str, start: int, end: int) -> str:
    return words[max(0, start - _NEAR) : start] + _NUMBER + words[end : end + _NEAR]


def _side(words: str, start: int, end: int) -> str | None:
    """Whether less or more is meant than what stands from start to end."""
    before = words[max(0, start - _NEAR) : start]
    if _LESS.search(before):
        return "less"
    more = _MORE.search(before) or _AND_MORE.match(words, end) or "多" in words[start:end]
    return "more" if more else None


def _lengths(words: str) -> Iterator[_Length]:
    for number in find_numbers(words):
        match = _TIME.match(words, number.end)
        if match is None or number.is_share:
            continue
        place, value, rough = (number.start, match.end()), number.value, number.approximate
        if match["years"]:
            months = value * _MONTHS_A_YEAR + (_MONTHS_A_YEAR // 2 if match["half"] else 0)
            yield _Length(*place, months=months, approximate=rough)
        elif match["months"]:
            yield _Length(*place, months=value, approximate=rough)
        else:
            days = value * (_DAYS_A_WEEK if match["weeks"] else 1)
            yield _Length(*place, days=days, approximate=rough)
    for match in _HALF.finditer(words):
        months = Fraction(_MONTHS_A_YEAR if match["year"] else 1, 2)
        yield _Length(match.start(), match.end(), months=months)
