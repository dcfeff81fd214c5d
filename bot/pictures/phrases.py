"""What stands in the pictures, in Chinese."""

from __future__ import annotations

from datetime import date

_WEEKDAYS = "一二三四五六日"
TODAY = "今天"
SUSPENDED = "暂停"
OVERDUE = "已逾期"
HAPPENED = "已发生"
MONTH = "月"
MONTHS = tuple(f"{month}{MONTH}" for month in range(1, 13))
WEEK = tuple(f"周{day}" for day in _WEEKDAYS)
NO_EVENTS = "还没有登记事件；登记“签发证书”之后，这里画出各项期限。"
WEEKEND = "周末"
DAYS_OFF = "周末、节假日"
WHAT_IS_COUNTED = "一张证书一天到期的算一项"
NOTHING_OVERDUE = "没有逾期"
NAMES_JOINED = "、"
PARTS_JOINED = " · "


def day_of_week(day: date) -> str:
    """A day as people name it."""
    return f"{day.isoformat()} 周{_WEEKDAYS[day.weekday()]}"


def reckoned_on(day: date) -> str:
    """The day that the picture is of."""
    return f"按 {day_of_week(day)} 计算"


def valid(issued: date, expires: date | None) -> str:
    """The validity of a certificate."""
    return f"{issued} 至 {expires}" if expires else f"{issued} 签发"


def days_left(days: int) -> str:
    """How far away a last day is."""
    if days < 0:
        return f"逾期 {-days} 天"
    return "今天到期" if days == 0 else f"还剩 {days} 天"


def met_on(day: date, *, is_late: bool) -> str:
    """When an obligation was met."""
    return f"{day} {'逾期完成' if is_late else '已完成'}"


def not_shown(obligations: int, gaps: int) -> str:
    """What a timeline leaves out."""
    parts = [f"另有 {obligations} 项没有画出"] if obligations else []
    parts += [f"{gaps} 项还算不出日期"] if gaps else []
    return "；".join(parts)


def days_ahead(days: int) -> str:
    """The title of the calendar."""
    return f"今后 {days} 天的证书期限"


def counts(day: date, overdue: int, upcoming: int) -> str:
    """What the calendar holds."""
    late = [f"逾期 {overdue} 项"] if overdue else []
    return PARTS_JOINED.join([reckoned_on(day), *late, f"到期 {upcoming} 项"])


def items(count: int) -> str:
    """How many are due on a day."""
    return f"{count} 项"


def overdue(count: int) -> str:
    """The heading above what is overdue."""
    return f"{OVERDUE} {count} 项"


def and_more(count: int) -> str:
    """How many names are left out."""
    return f"另有 {count} 项"


def overdue_by(days: int) -> str:
    """How long ago the last day was."""
    return f"逾期 {days} 天"
