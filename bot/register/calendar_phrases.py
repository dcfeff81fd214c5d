"""What a calendar of deadlines says, in Chinese."""

from __future__ import annotations

from datetime import date

CALENDAR_NAME = "认证期限（ClauseBot）"
MAKER = "-//ClauseBot//条文助手//ZH"
STEPS = "怎么算的："
MISSED = "过期会怎样："


def summary(state: str, label: str, organization: str) -> str:
    """One line in a calendar; the state where it presses."""
    return f"【{state}】{organization} {label}" if state else f"{organization} {label}"


def certificate(scheme: str, number: str) -> str:
    """Which certificate."""
    return f"证书：{scheme} {number}"


def owner(name: str) -> str:
    """Who looks after it."""
    return f"负责人：{name}"


def window(earliest: date, due: date) -> str:
    """From when it may be done."""
    return f"可以办理：{earliest} 至 {due}"


def first_day(earliest: date) -> str:
    """A day before which it may not be done."""
    return f"不早于 {earliest}"


def clause(document: str, number: str, words: str) -> str:
    """The rule in its own words."""
    return f"依据：{document} {number}：“{words}”"


# ---- clausebot register calendar --------------------------------------------------------------
def made(number: int, path: str) -> str:
    """A new address; it is shown once."""
    return (
        f"已开通第 {number} 个日历地址（只显示这一次）：{path}\n"
        "在日历软件里按“通过网址订阅”添加，前面加上 clausebot serve 的地址，"
        "例如 https://bot.example.com" + path
    )


def listed(number: int, whose: str, made_on: date, revoked_on: date | None) -> str:
    """An address, without its secret."""
    state = f"{revoked_on} 已停用" if revoked_on else "使用中"
    return f"第 {number} 个　{whose or '全部证书'}　{made_on} 开通　{state}"


NONE = "还没有日历地址。开通：clausebot register calendar new"


def revoked(number: int) -> str:
    """An address leads nowhere now."""
    return f"第 {number} 个日历地址已停用，订阅它的日历不再更新。"


def not_revoked(number: int) -> str:
    """There is no such address."""
    return f"没有第 {number} 个使用中的日历地址，请用 clausebot register calendar list 查看。"
