"""Words for a time that is no day: 10月中旬, 上周, 月初, 前几天, and days of other calendars."""

from __future__ import annotations

import re
from datetime import date

from bot.assistant.understanding.date_forms import CHINESE_DAY, MONTH, STATUS_VERB, YEAR, DateForm

_PART_OF_MONTH = r"(?:[上中下]旬|初(?![次审评始步])|头上|中(?![风高]))"
_NOT_A_PERIOD = r"(?!\s*(?:[底末内\d]|以内))"
_HAPPENED = r"(?=.{0,3}(?:[签颁发停审做开收到]|暂停|撤销|注销))"
_CALENDAR_DAY = (
    rf"(?:[闰正腊冬]|{CHINESE_DAY})月(?:初?{CHINESE_DAY}|廿[一二三四五六七八九])?[日号]?"
)


def _form(pattern: str) -> DateForm:
    return DateForm(re.compile(pattern), _day_it_is_said, exact=False)


def _day_it_is_said(_: re.Match[str], today: date) -> date:
    """The words name no day; what they are near to counts for nothing."""
    return today


# Read before the forms of days: a part of a month is not its first day, 正月 is no 一月.
NEVER_DAYS: tuple[DateForm, ...] = (
    _form(r"民国\s*\S{1,4}?\s*年(?:\s*\S{1,3}?\s*月(?:\s*\S{1,3}?\s*[日号])?)?"),
    _form(rf"(?:农历|阴历|旧历)(?:[今去明前后]年)?\s*{_CALENDAR_DAY}"),
    _form(rf"[正腊冬]月(?:初{CHINESE_DAY}|廿[一二三四五六七八九]|{CHINESE_DAY}(?!月))"),
    _form(rf"{YEAR}?{MONTH}份?的?{_PART_OF_MONTH}"),
)

# Read where no form of a day fits.
VAGUE_FORMS: tuple[DateForm, ...] = (
    _form(rf"(?:上上|下下|上|这|本|下)个?月的?(?:{_PART_OF_MONTH}|{_NOT_A_PERIOD})"),
    _form(r"(?<![每个])月(?:初(?![次审评始步])|中旬)|(?<![月个\d])[上中下]旬"),
    _form(rf"{YEAR}\s*(?:的?[上下]半年|年?[初中](?![次审评始步风])|[春夏秋冬][天季])"),
    _form(r"(?<![每\d一二两三四五几去今明前后])年初(?![次审评始步])"),
    _form(r"(?<![每个])(?:上上|上|这|本|下)个?(?:周|星期|礼拜)(?![一二三四五六日天期])"),
    _form(rf"{MONTH}份?(?=[签颁停发撤][的了]|{STATUS_VERB})"),
    _form(rf"(?<![\d月日号])(?:3[01]|29)号{_HAPPENED}"),
)
