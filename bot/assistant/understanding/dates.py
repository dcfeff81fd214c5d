"""Dates as people type them: 2026-02-28, 25年3月8号, 去年12月10号, 上个月底, 三天前, 下周五, 今天."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.assistant.understanding.numerals import chinese_integer

_N = r"(?:\d{1,4}|[零〇一二两三四五六七八九十]{1,4})"
_YEAR_WORDS = {
    "前年": -2,
    "去年": -1,
    "上年": -1,
    "今年": 0,
    "本年": 0,
    "明年": 1,
    "来年": 1,
    "后年": 2,
}
_MONTH_WORDS = {"上上": -2, "上": -1, "这": 0, "本": 0, "当": 0, "下": 1, "下下": 2}
_DAY_WORDS = {
    "大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "昨儿": -1, "今天": 0, "今日": 0, "今儿": 0,
    "当天下": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3,
}  # fmt: skip
_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六")} | {"日": 6, "天": 6, "末": 5}
_YEAR = r"(?:(?P<year>" + _N + r")年|(?P<year_word>" + "|".join(_YEAR_WORDS) + r")的?)"
_PAST = re.compile(
    r"了|没|未|过(?!期)|完|已经|上次|的$|刚|查实|核实|查清|知道|得知|获悉|收到|通报|发生|[签做发办停审交]的"
)
_FUTURE = re.compile(r"要|将|准备|计划|打算|想|预计|安排|进场|到期|届满|期满|下次")
_EXPIRED = re.compile(r"(?:到期|届满|期满).{0,4}(?:没|了|未|已)|已经?到期")
_RECENT = timedelta(days=60)
_AROUND = 8
_TWO_DIGITS = 100


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date found in a text. ``exact`` is False where only a month or a year is named."""

    day: date
    start: int
    end: int
    exact: bool = True


def _number(words: str) -> int:
    return int(words) if words.isdigit() else chinese_integer(words)


def _full_year(words: str) -> int:
    year = _number(words)
    return year + 2000 if year < _TWO_DIGITS else year


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date | None:
    first = _valid(year, month, 1)
    return first and first + relativedelta(months=1) - timedelta(days=1)


def _likely_year(month: int, day: int, around: str, today: date) -> int:
    """The year of a bare month and day: this year's, unless the words point the other way."""
    this_year = _valid(today.year, month, day)
    if this_year is None:
        return today.year
    past, future = _PAST.search(around), _FUTURE.search(around)
    if past and _EXPIRED.search(around):
        future = None
    if future and (past is None or future.start() < past.start()):
        return today.year + (this_year < today)
    if past and this_year > today + _RECENT:
        return today.year - 1
    return today.year


class _Reader:
    """Turns each kind of expression into a date, given the day the question is asked."""

    def __init__(self, text: str, today: date) -> None:
        self.text = text
        self.today = today

    def year_of(self, match: re.Match[str]) -> int | None:
        if match["year"]:
            return _full_year(match["year"])
        if match["year_word"]:
            return self.today.year + _YEAR_WORDS[match["year_word"]]
        return None

    def calendar_day(self, match: re.Match[str]) -> date | None:
        month, day = _number(match["month"]), _number(match["day"])
        year = self.year_of(match)
        if year is None:
            around = self.text[match.end() : match.end() + _AROUND]
            year = _likely_year(month, day, around, self.today)
        return _valid(year, month, day)

    def punctuated(self, match: re.Match[str]) -> date | None:
        return _valid(_full_year(match["y"]), int(match["m"]), int(match["d"]))

    def slashed(self, match: re.Match[str]) -> date | None:
        month, day = int(match["m"]), int(match["d"])
        around = self.text[match.end() : match.end() + _AROUND]
        return _valid(_likely_year(month, day, around, self.today), month, day)

    def month_end(self, match: re.Match[str]) -> date | None:
        month = _number(match["month"])
        year = self.year_of(match)
        if year is None:
            year = _likely_year(
                month, 1, self.text[match.end() : match.end() + _AROUND], self.today
            )
        return _month_end(year, month)

    def month_only(self, match: re.Match[str]) -> date | None:
        month = _number(match["month"])
        year = self.year_of(match)
        if year is None:
            year = _likely_year(
                month, 1, self.text[match.end() : match.end() + _AROUND], self.today
            )
        return _valid(year, month, 1)

    def year_end(self, match: re.Match[str]) -> date | None:
        return _valid(self.year_of(match) or self.today.year, 12, 31)

    def day_word(self, match: re.Match[str]) -> date | None:
        return self.today + timedelta(days=_DAY_WORDS[match["word"]])

    def named_month(self, match: re.Match[str]) -> date | None:
        month = self.today.replace(day=1) + relativedelta(months=_MONTH_WORDS[match["which"]])
        if match["end_of"]:
            return _month_end(month.year, month.month)
        return _valid(month.year, month.month, _number(match["day"]))

    def end_of_this_month(self, match: re.Match[str]) -> date | None:
        return _month_end(self.today.year, self.today.month)

    def weekday(self, match: re.Match[str]) -> date | None:
        monday = self.today - timedelta(days=self.today.weekday())
        weeks = _MONTH_WORDS[match["which"] or "这"]
        return monday + timedelta(weeks=weeks, days=_WEEKDAYS[match["weekday"]])

    def distance(self, match: re.Match[str]) -> date | None:
        half = bool(match["half"])
        count = 0 if half else _number(match["count"])
        sign = -1 if match["direction"] in ("前", "以前", "之前") else 1
        unit = match["unit"]
        if unit == "天":
            return self.today + sign * timedelta(days=count)
        if unit in ("周", "星期", "礼拜"):
            return self.today + sign * timedelta(weeks=count)
        if half:
            step = relativedelta(months=6) if unit == "年" else relativedelta(days=15)
        else:
            step = relativedelta(years=count) if unit == "年" else relativedelta(months=count)
        return self.today + step * sign

    def bare_day(self, match: re.Match[str]) -> date | None:
        return _valid(self.today.year, self.today.month, _number(match["day"]))


_VERB_AFTER_SLASHED = r"(?=\s*(?:号|日)?\s*(?:这天|那天|当天|颁|发|签|到期|结束|审|做|查|停|通报|收到|开|进场|暂停|知|决定|出))"
_KINDS: tuple[tuple[str, Callable[[_Reader, re.Match[str]], date | None], bool], ...] = (
    (
        r"(?<![\d.])(?P<y>20\d\d|19\d\d)\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})(?!\d)\s*[日号]?",
        _Reader.punctuated, True,
    ),
    (r"(?<!\d)(?P<y>20\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)", _Reader.punctuated, True),
    (
        r"(?<![\d.])(?P<y>2\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?![\d.]|\s*[条款第(（])",
        _Reader.punctuated, True,
    ),
    (
        _YEAR + r"?\s*(?P<month>" + _N + r")\s*月\s*(?:份)?\s*(?P<day>" + _N + r")\s*[日号]",
        _Reader.calendar_day, True,
    ),
    (
        _YEAR + r"?\s*(?P<month>" + _N + r")\s*月\s*(?P<day>\d{1,2})(?![\d人个天月家名%.])",
        _Reader.calendar_day, True,
    ),
    (_YEAR + r"?\s*(?<!个)(?P<month>" + _N + r")\s*月份?(?:底|末)", _Reader.month_end, True),
    (r"(?P<which>上上|下下|上|这|本|当|下)个?月(?:的)?(?:(?P<end_of>底|末)|(?P<day>" + _N + r")[日号])",
     _Reader.named_month, True),
    (r"(?P<which>上上|下下|上|这|本|下)?个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?!次|期|年)",
     _Reader.weekday, True),
    (r"(?:" + _YEAR + r"\s*(?:年)?|(?<=[^\w])|^)(?:年底|年末|底)(?=[^\w]|[前到之签发审做的])", _Reader.year_end, True),
    (r"(?P<word>" + "|".join(_DAY_WORDS) + r")", _Reader.day_word, True),
    (
        r"(?P<half>半)?(?P<count>" + _N + r")?(?:个)?(?P<unit>天|周|星期|礼拜|月|年)(?P<direction>以前|之前|前|以后|之后|后)"
        r"(?=签|发|拿|审|做|结束|到期|停|的|就|刚|要|收|开|查|暂停|$|[,，。])",
        _Reader.distance, True,
    ),
    (_YEAR + r"\s*(?P<month>" + _N + r")\s*月份?", _Reader.month_only, False),
    (r"(?<![\d.])(?P<m>1[0-2]|0?[1-9])[/.](?P<d>3[01]|[12]\d|0?[1-9])(?![\d./)])" + _VERB_AFTER_SLASHED,
     _Reader.slashed, True),
    (r"(?<!个)(?<![\d个])(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份(?![日号])", _Reader.month_only, False),
    (r"(?<![月\d])(?P<day>3[01]|[12]\d|[1-9])号(?!人|线|文|证|标|楼)", _Reader.bare_day, True),
    (r"月底|月末", _Reader.end_of_this_month, True),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern), read, exact) for pattern, read, exact in _KINDS)


def _candidates(text: str, today: date) -> Iterator[DateMention]:
    reader = _Reader(text, today)
    for pattern, read, exact in _COMPILED:
        for match in pattern.finditer(text):
            if (groups := match.groupdict()).get("unit") and not (
                groups.get("half") or groups.get("count")
            ):
                continue
            day = read(reader, match)
            if day is not None:
                yield DateMention(day, match.start(), match.end(), exact)


def find_dates(text: str, today: date) -> tuple[DateMention, ...]:
    """The dates of a text in order; where two readings overlap, the more specific one stays."""
    kept: list[DateMention] = []
    for mention in _candidates(text, today):
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.start))


_LOOKS_LIKE_A_DATE = re.compile(
    r"(?P<y>\d{4})\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})(?!\d)|"
    r"(?<![\d.])(?P<m2>\d{1,2})月(?P<d2>\d{1,2})[日号]"
)


def find_impossible_date(text: str) -> str | None:
    """The first thing written like a date that no calendar has (2026-02-30, 13月5日), or None."""
    for match in _LOOKS_LIKE_A_DATE.finditer(text):
        if match["y"]:
            real = _valid(int(match["y"]), int(match["m"]), int(match["d"]))
        else:  # a leap year, so that 2月29日 without a year is possible
            real = _valid(2024, int(match["m2"]), int(match["d2"]))
        if real is None:
            return match.group()
    return None
