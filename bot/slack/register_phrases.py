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
GOES_ON_IN_THREAD = "这条消息列不下，其余的在它的话题里。"
OWNED_BY = "负责人 "


def digest_title(day: date) -> str:
    """The heading of a digest."""
    return f"证书期限提醒 · {day_of_week(day)}"


def digest_summary(overdue: int, upcoming: int, days: int) -> str:
    """What the digest holds, in one line."""
    counts = [f"逾期 {overdue} 项"] if overdue else []
    counts.append(f"今后 {days} 天到期 {upcoming} 项")
    return "，".join(counts) + "。"


def unrecorded(count: int) -> str:
    """What was due before the certificates were entered, and nobody recorded."""
    return f"另有 {count} 项在登记之前就已到期、没有完成记录，不在这里列出，可用 /cert show 查看。"


def nothing_due(days: int) -> str:
    """The one line of a digest without items."""
    return f"今后 {days} 天没有到期的期限，也没有逾期的。"


def late_digest(day: date, sent: date) -> str:
    """A digest that could not be sent at its hour; ``sent`` is the day on which it is."""
    if sent == day:
        return "今天的提醒没能准时发出，现在补发。"
    return f"这是 {day_of_week(day)} 的提醒，当时没能发出，现在补发；下面按那一天计算。"


def overdue(count: int) -> str:
    """The heading above what is overdue."""
    return f"已逾期 {count} 项"


def due_on(day: date, days: int) -> str:
    """The heading above what falls due on a day."""
    return f"{day_of_week(day)} 到期（{days_left(days)}）"


def days_left(days: int) -> str:
    """How far away the last day is."""
    if days < 0:
        return f"逾期 {-days} 天"
    return "今天到期" if days == 0 else f"还剩 {days} 天"


def since(day: date) -> str:
    """The last day of what is overdue."""
    return f"（{day.isoformat()} 到期）"


def goes_on(heading: str) -> str:
    """A heading whose items stand above already."""
    return f"{heading}（接上）"


def by_clause(number: str) -> str:
    """The clause that demands it."""
    return f"条款 {number}"
