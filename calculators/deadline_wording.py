"""The Chinese sentences in which a deadline's steps and warnings are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from calculators.periods import Offset, Side, Unit
from calculators.working_days import WorkingCalendar


def counted_from(label: str, day: date, offset: Offset) -> str:
    """What a step counts: 证书签发日 2025-03-15 起 12 个月."""
    if not offset.value:
        return f"{label} {day} 当日"
    match offset.unit:
        case Unit.DAY_OF_NEXT_MONTH:
            return f"{label} {day} 的{offset}"
        case Unit.CALENDAR_YEARS:
            return f"{label} {day} 的次年年末" if offset.value == 1 else f"{label} {day} 后{offset}"
    side = "起" if offset.side is Side.AFTER else "前"
    end = "，止于对应日的前一日" if offset.ends_day_before else ""
    return f"{label} {day} {side} {offset}{end}"


def no_corresponding_day(start: date, end: date) -> str:
    """Why a period ends on a month's last day."""
    return f"{start:%Y-%m-%d} 在末月没有对应日，按该月末日 {end} 计（《民法典》第二百零二条）。"


def provisional_years(years: Sequence[int]) -> str:
    """That working days were counted without a published arrangement."""
    named = "、".join(str(year) for year in years)
    return f"{named} 年的放假安排尚未公布，工作日按周一至周五减去法定节假日暂算，公布后须重算。"


def day_off(day: date, calendar: WorkingCalendar) -> str | None:
    """That a last day is not worked, and the last working day before it; None where it is."""
    reason = calendar.day_off(day)
    if reason is None:
        return None
    before = calendar.last_working_day_before(day)
    doubt = "" if calendar.is_published(day.year) else "（该年放假安排尚未公布）"
    return f"{day} 不是工作日（{reason}）{doubt}，期限不顺延；此前最后一个工作日是 {before}。"


def passed(day: date, today: date) -> str:
    """That a last day has gone by."""
    return f"截至 {today}，期限 {day} 已过 {(today - day).days} 天。"


def disagreement(days: Sequence[tuple[date, str]]) -> str:
    """That two statements give two days, the earlier being the safe one."""
    told = "，".join(f"按 {clause} 为 {day}" for day, clause in days)
    if len({clause for _, clause in days}) == 1:
        told = f"{days[0][1]} 有两个限度，为 " + "、".join(str(day) for day, _ in days)
    return f"规定不一致：{told}。较早的 {days[0][0]} 稳妥。"


def not_binding(text: str) -> str:
    """Why a later limit is shown beside the binding one."""
    return f"另一限度，较晚：{text}"


def not_counted(text: str, reason: str) -> str:
    """A step for a limit that does not apply."""
    return f"{text}（不计入：{reason}）"


def unchecked(label: str, words: str) -> str:
    """That a limit could not be looked at because its event is not known."""
    return f"不知道{label}，未核对“{words}”。"


def recertification_year(year: int) -> str:
    """Why the calendar-year limit does not apply."""
    return f"{year} 年应进行再认证"


def recertification_year_unknown(year: int) -> str:
    """What was assumed about the calendar year."""
    return f"不知道证书签发日和到期日，按 {year} 年不是再认证年份计算。"


def second_surveillance_done(last: date, first_limit: date | None) -> str:
    """Why the limit on the second surveillance does not apply."""
    if first_limit is None:
        return f"第二次监督审核已于 {last} 完成"
    return f"上次监督审核 {last} 晚于第一次监督的最晚日 {first_limit}，视为第二次监督已完成"


def if_it_was_the_first(text: str) -> str:
    """The reading that a late surveillance was only the first one."""
    return f"如果上次监督其实是逾期的第一次监督，还须满足：{text}"


def beyond_certificate(day: date, expiry: date) -> str:
    """That a surveillance limit lies where the recertification is due."""
    if day > expiry:
        return f"{day} 晚于证书到期日 {expiry}，到期前须完成再认证。"
    return f"证书同年 {expiry} 到期，到期前须完成再认证。"


def anniversary(label: str, nth: int) -> str:
    """The name of an anniversary."""
    return f"{label}的第 {nth} 个周年日"


def no_anniversary(label: str) -> str:
    """That a yearly deadline does not come up."""
    return f"{label}的周年日都不在所问的年份或证书有效期内，请核对日期。"


def other_year(nth: int) -> str:
    """The same yearly deadline in another year of the certificate."""
    return f"第 {nth} 年"


def no_number(label: str, why: str) -> str:
    """What a document does not rule, and what stands there instead."""
    return f"{label}的天数（{why}）"


def before_the_certificate(label: str, day: date, issued: date) -> str:
    """That a day does not belong to the certificate."""
    return f"{label} {day} 早于证书签发日 {issued}，请核对日期。"


def missed() -> str:
    """The heading of a consequence."""
    return "逾期的后果"


def counted_back(label: str, act: date) -> str:
    """The heading of a backward calculation."""
    return f"{label}（由 {act} 倒推）"


def event_allowed(label: str, act: date, offset: Offset, *, latest: bool) -> str:
    """Which day of the event a backward step finds."""
    relation, end = ("不早于", "最晚") if latest else ("不晚于", "最早")
    side = "后" if offset.side is Side.AFTER else "前"
    return f"{act} {relation}{label}{side} {offset}：{label}{end}"
