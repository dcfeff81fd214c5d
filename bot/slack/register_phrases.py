"""What the register and the digests say in Slack, in Chinese, grouped by where it is said."""

from __future__ import annotations

from datetime import date

_WEEKDAYS = "一二三四五六日"
ALL_SCHEMES = "全部项目"


def day_of_week(day: date) -> str:
    """A day as people name it."""
    return f"{day.isoformat()} 周{_WEEKDAYS[day.weekday()]}"


# ---- 每日提醒 ---------------------------------------------------------------------------------
DONE = "已完成"
PUT_OFF = "改期提醒"
READ_CLAUSE = "看条款"
OVERDUE = "已逾期"
PICTURE_TITLE = "今后 90 天的期限"


def digest_title(day: date) -> str:
    """The heading of a digest."""
    return f"证书期限提醒 · {day_of_week(day)}"


def digest_summary(overdue: int, upcoming: int, days: int) -> str:
    """What the digest holds, in one line."""
    counts = [f"逾期 {overdue} 项"] if overdue else []
    counts.append(f"今后 {days} 天到期 {upcoming} 项")
    return "，".join(counts) + "。"


def nothing_due(days: int) -> str:
    """The one line of a digest without items."""
    return f"今后 {days} 天没有到期的期限，也没有逾期的。"


def late_digest(day: date) -> str:
    """A digest that could not be sent at its hour."""
    return f"这是 {day.isoformat()} 的提醒，当时没能发出，现在补发；下面按那一天计算。"


def due_on(day: date) -> str:
    """The heading above what falls due on a day."""
    return f"{day_of_week(day)} 到期"


def days_left(days: int) -> str:
    """How far away the last day is."""
    if days < 0:
        return f"逾期 {-days} 天"
    return "今天到期" if days == 0 else f"还剩 {days} 天"


def owned_by(mention: str) -> str:
    """Who looks after the certificate."""
    return f"负责人 {mention}"
