"""The Chinese sentences in which obligations are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from calculators.deadline_terms import deadline_terms


def unknown(label: str, missing: Sequence[str]) -> str:
    """Why a day cannot be computed, and what to record."""
    named = "、".join(deadline_terms().triggers[each].label for each in missing)
    return f"{label}算不出：没有记录{named}。"


def printed(expires: date) -> str:
    """The step of a printed day of expiry."""
    return f"证书写明有效期至 {expires}"


def printed_too_late(expires: date, ruled: date) -> str:
    """That a certificate is printed to be valid for longer than the document allows."""
    return f"证书写明的到期日 {expires} 晚于按规则计算的 {ruled}，请核对。"


def severity_unknown() -> str:
    """What is assumed of a nonconformity."""
    return "没有记录不符合的严重程度，按严重不符合计算。"


def audit_end_unknown(label: str, day: date) -> str:
    """From which day a nonconformity's period is counted instead."""
    return f"没有记录{label}的结束日，按不符合项开出日 {day} 起算。"


def too_early(label: str, day: date, earliest: date) -> str:
    """That it was done before the first day on which it may be."""
    return f"{label}（{day}）早于最早日 {earliest}，请核对。"


def ruled() -> str:
    """Why another day of expiry is shown beside the printed one."""
    return "按规则计算的到期日"


def nth_year(label: str, nth: int) -> str:
    """The name of a yearly deadline in one year of the certificate."""
    return f"{label}（第 {nth} 年）"
