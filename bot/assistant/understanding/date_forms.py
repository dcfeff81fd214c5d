"""The forms in which people write dates, each with how it is read. The order is that of trust."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.assistant.understanding.numerals import chinese_integer
from bot.assistant.understanding.tense import likely_day, tense_around

_YEAR_WORDS = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1}
_YEAR_WORDS |= {"来年": 1, "后年": 2}
_MONTH_WORDS = {"上上": -2, "上": -1, "这": 0, "本": 0, "当": 0, "下": 1, "下下": 2}
_DAY_WORDS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "大后": 3}
_WEEKDAYS = {char: number for number, char in enumerate("一二三四五六日")} | {"天": 6}
# What people name days by; those of the lunar calendar are left out.
_NAMED_DAYS = {"元旦": (1, 1), "三八": (3, 8), "五一": (5, 1), "劳动节": (5, 1), "六一": (6, 1)}
_NAMED_DAYS |= {"七一": (7, 1), "八一": (8, 1), "教师节": (9, 10), "国庆": (10, 1), "十一": (10, 1)}
_NAMED_DAYS |= {"双十一": (11, 11), "圣诞": (12, 25)}
_NAMES = "|".join(sorted(_NAMED_DAYS, key=len, reverse=True))
_OLDEST_TWO_DIGIT_YEAR = 80
_FAR = 24

_CHINESE_DIGIT = "[零〇○一二三四五六七八九]"
CHINESE_DAY = "[一二三四五六七八九十]{1,3}"
_UP_TO_31 = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
YEAR = (
    rf"(?:(?<!\d)(?P<year>\d\d(?:\d\d)?|{_CHINESE_DIGIT}{{2}}(?:{_CHINESE_DIGIT}{{2}})?)\s*年"
    rf"|(?P<year_word>{'|'.join(_YEAR_WORDS)})的?)"
)
MONTH = rf"\s*(?<!个)(?P<month>{_UP_TO_31})\s*月"
DONE_VERB = (
    r"(?:这天|那天|当天|签|颁|发[的了证出布]|[停审做开出办交][的了完过]|停证|到期|过期|届满|结束|查实|核实"
    r"|收到|进场|得知|知道|获悉|停(?:[到,。;]|$)|决定[的了]|通报[的了])"
)
# What the glossary makes of 停的证, 撤了, 发证; behind 10.1 they belong to a clause.
STATUS_VERB = "(?:暂停|撤销|注销|恢复|颁发)"
# 两个月前签的 counts from today; 到期两个月前要申请 does not.
_NOW = (
    r"签|颁|发|拿|领|审|做|结束|到期|停|的|就|刚|收|开|查|核实|知道|递|被|(?:申请|提交|通报|撤销|注销)[的了]"
    r"|暂停|$|[,，。]"
)
_RANGE_FROM = re.compile(rf"{YEAR}?{MONTH}份?\s*\d{{1,2}}\s*[日号]?\s*(?:[-~—、]|到|至|和)\s*$")
_RELATIVE_TO_AN_EVENT = re.compile(
    r"(?:提前|(?:到期|届满|期满|结束|签发|颁发|发证|颁证|获证|[审做]完|完成|停证|暂停|决定|收到|之日)"
    r"(?:日|后|之后|起|当天)?)\s*$"
)

Read = Callable[[re.Match[str], date], date | None]


@dataclass(frozen=True, slots=True)
class DateForm:
    """A pattern and what it means on the day it is said; not ``exact`` where it names no day."""

    pattern: re.Pattern[str]
    read: Read
    exact: bool = True


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def as_integer(words: str) -> int:
    """The integer written in figures or in Chinese."""
    return int(words) if words.isdecimal() else chinese_integer(words)


def full_year(words: str) -> int:
    """2026 for 2026, 26, 二六 and 二〇二六; 1999 for 99."""
    year = as_integer(words)
    if len(words) > len("26"):
        return year
    return year + (1900 if year >= _OLDEST_TWO_DIGIT_YEAR else 2000)


def _month_end(year: int, month: int) -> date | None:
    first = real_day(year, month, 1)
    return first and first + relativedelta(months=1, days=-1)


def _year_named(match: re.Match[str], today: date) -> int | None:
    if match["year"]:
        return full_year(match["year"])
    if match["year_word"]:
        return today.year + _YEAR_WORDS[match["year_word"]]
    return None


def _in_year_named(
    match: re.Match[str], today: date, in_year: Callable[[int], date | None]
) -> date | None:
    """The day in the year that is named, or in the one that the words around suggest."""
    year = _year_named(match, today)
    if year is not None:
        return in_year(year)
    return likely_day(in_year, tense_around(match.string, *match.span()), today)


def _calendar_day(match: re.Match[str], today: date) -> date | None:
    month, day = as_integer(match["month"]), as_integer(match["day"])
    return _in_year_named(match, today, lambda year: real_day(year, month, day))


def _end_of_month(match: re.Match[str], today: date) -> date | None:
    month = as_integer(match["month"])
    return _in_year_named(match, today, lambda year: _month_end(year, month))


def _month_only(match: re.Match[str], today: date) -> date | None:
    month = as_integer(match["month"])
    return _in_year_named(match, today, lambda year: real_day(year, month, 1))


def _end_of_year(match: re.Match[str], today: date) -> date | None:
    return _in_year_named(match, today, lambda year: real_day(year, 12, 31))


def _all_figures(match: re.Match[str], _: date) -> date | None:
    return real_day(full_year(match["year"]), int(match["month"]), int(match["day"]))


def _day_word(match: re.Match[str], today: date) -> date | None:
    day = today + timedelta(days=_DAY_WORDS[match["which"]])
    return day + relativedelta(years=_YEAR_WORDS[match["year_word"] or "今年"])


def _named_month(match: re.Match[str], today: date) -> date | None:
    month = today.replace(day=1) + relativedelta(months=_MONTH_WORDS[match["which"] or "这"])
    if match["end_of"]:
        return _month_end(month.year, month.month)
    return real_day(month.year, month.month, as_integer(match["day"]))


def _weekday(match: re.Match[str], today: date) -> date | None:
    monday = today - timedelta(days=today.weekday())
    weeks = _MONTH_WORDS[match["which"] or "这"]
    return monday + timedelta(weeks=weeks, days=_WEEKDAYS[match["weekday"]])


def _distance(match: re.Match[str], today: date) -> date | None:
    if _RELATIVE_TO_AN_EVENT.search(_before(match)):
        return None
    half = match["count"] == "半" or match["half_more"] or match["and_half"]
    step = _length(match["count"], match["unit"], bool(half))
    return today - step if match["back"] else today + step


def _length(count: str, unit: str, half: bool) -> relativedelta:
    number = 0 if count == "半" else as_integer(count)
    match unit:
        case "年":
            return relativedelta(years=number, months=6 * half)
        case "月":
            return relativedelta(months=number, days=15 * half)
        case "天":
            return relativedelta(days=number)
        case _:
            return relativedelta(weeks=number)


def _bare_day(match: re.Match[str], today: date) -> date | None:
    """The day of this month, or of the month before it in a range (3月1号到5号)."""
    day = as_integer(match["day"])
    begun = _RANGE_FROM.search(_before(match))
    if begun is None:
        return real_day(today.year, today.month, day) if match["mark"] == "号" else None
    year, month = _year_named(begun, today), as_integer(begun["month"])
    if year is not None:
        return real_day(year, month, day)
    tense = tense_around(match.string, *match.span())
    return likely_day(lambda each: real_day(each, month, day), tense, today)


def _named_day(match: re.Match[str], today: date) -> date | None:
    month, day = _NAMED_DAYS[match["name"]]
    return _in_year_named(match, today, lambda year: real_day(year, month, day))


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _FAR) : match.start()]


def _form(pattern: str, read: Read, *, exact: bool = True) -> DateForm:
    return DateForm(re.compile(pattern), read, exact)


FORMS: tuple[DateForm, ...] = (
    _form(
        r"(?<![\d.])(?P<year>(?:20|19)\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*"
        r"(?P<day>\d{1,2})(?!\d)\s*[日号]?",
        _all_figures,
    ),
    _form(r"(?<!\d)(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)", _all_figures),
    _form(
        r"(?<![\d.-])(?P<year>2\d)(?P<month>[01]\d)(?P<day>[0-3]\d)"
        rf"(?=\s*(?:[号日]|{DONE_VERB}|{STATUS_VERB}))",
        _all_figures,
    ),
    _form(
        r"(?<![\d.])(?P<year>2\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
        r"(?![\d.]|\s*[条款第(（])",
        _all_figures,
    ),
    _form(rf"{YEAR}?{MONTH}份?\s*(?P<day>{_UP_TO_31})\s*[日号]", _calendar_day),
    _form(
        rf"{YEAR}?{MONTH}\s*(?P<day>\d{{1,2}}|[一二三]?十[一二三四五六七八九]?)"
        r"(?![\d一二三四五六七八九十百千人个天月家名次%.])",
        _calendar_day,
    ),
    _form(rf"{YEAR}?{MONTH}份?(?:底|末)", _end_of_month),
    _form(
        r"(?P<which>上上|下下|上|这|本|当|下)个?月的?"
        rf"(?:(?P<end_of>底|末)|(?P<day>{_UP_TO_31})[日号])",
        _named_month,
    ),
    _form(
        r"(?<![每个一两三四几\d日号(（])(?P<which>上上|下下|上|这|本|下)?个?(?:周|星期|礼拜)"
        r"(?P<weekday>[一二三四五六日天])(?![次期年天个])",
        _weekday,
    ),
    _form(rf"{YEAR}\s*年?(?:底|末)(?![子下线层座])", _end_of_year),
    _form(
        r"(?<![每\d一二两三四五六七八九十几年])(?P<year>)(?P<year_word>)年(?:底|末)(?![子下线层座])",
        _end_of_year,
    ),
    _form(
        rf"(?:(?P<year_word>{'|'.join(_YEAR_WORDS)})的?)?"
        r"(?P<which>(?<![提之以])(?:大?前|后)(?=天)|大后(?=天)|昨|今|(?<!声)明(?=天)|(?<![证声])明)"
        r"[天日儿晚早](?![数期])",
        _day_word,
    ),
    _form(
        r"(?<![\d.])(?P<count>半|\d{1,4}|[一二两三四五六七八九十]{1,4})(?:个(?P<half_more>半)?)?"
        r"(?P<unit>天|周|星期|礼拜|月|年)(?P<and_half>半)?"
        rf"(?:(?P<back>以前|之前|前)(?={_NOW})|(?:以后|之后|后)(?={_NOW}|要))",
        _distance,
    ),
    _form(rf"{YEAR}{MONTH}份?", _month_only, exact=False),
    _form(
        r"(?<![\d.])(?P<year>)(?P<year_word>)(?P<month>1[0-2]|0?[1-9])[/.]"
        rf"(?P<day>3[01]|[12]\d|0?[1-9])(?![\d./)])(?=\s*(?:[号日]|{DONE_VERB}))",
        _calendar_day,
    ),
    _form(
        r"(?<![\d./])(?P<year>)(?P<year_word>)(?P<month>1[0-2]|0?[1-9])/"
        rf"(?P<day>3[01]|[12]\d|0?[1-9])(?![\d./)])(?=\s*{STATUS_VERB})",
        _calendar_day,
    ),
    _form(
        r"(?<![\d个])(?P<year>)(?P<year_word>)(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
        r"月份(?![日号])",
        _month_only,
        exact=False,
    ),
    _form(
        r"(?<![月\d.])(?P<day>3[01]|[12]\d|[1-9])(?P<mark>[号日])(?![人线文证标楼内起])", _bare_day
    ),
    _form(r"(?<![每次个])(?P<which>)(?P<end_of>月底|月末)", _named_month),
    _form(rf"{YEAR}?(?P<name>{_NAMES})节?[那当这]?[天日]", _named_day),
)
