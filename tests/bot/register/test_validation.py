from __future__ import annotations

from datetime import date

import pytest

from bot.register.errors import RegisterRefuses
from bot.register.record import NewEvent, Particulars
from bot.register.validation import (
    check_timeline,
    checked_event,
    checked_particulars,
    documents_with_rules,
)
from calculators.audit_types import AuditType
from calculators.obligations.event import Event, Severity

TODAY = date(2026, 11, 24)
ISSUED = Event(2, "issued", date(2025, 3, 8), expires=date(2028, 3, 7))


def particulars(
    document: str = "TB-GZ-036",
    number: str = "TB-1",
    headcount: int | None = None,
    sites: int | None = None,
    owner: str = "",
) -> Particulars:
    return Particulars(document, number, headcount, sites, None, owner)


def event(number: int, kind: str, day: str, answers: int | None = None) -> Event:
    return Event(number, kind, date.fromisoformat(day), answers=answers)


def test_documents_with_deadlines_are_those_that_have_certificates() -> None:
    assert set(documents_with_rules()) == {
        "TB-GZ-036",
        "RLAC-CSSMS",
        "CNITSEC-CLOUD-1",
        "ZQHX-ISMS-ITSMS",
        "WAL-QP-21",
    }


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (particulars(number=" ＴＢ—１\u200b "), particulars(number="TB—1")),
        (particulars(owner="<@U0123ABC>"), particulars(owner="U0123ABC")),
        (particulars(owner="<@U0123ABC|wang>"), particulars(owner="U0123ABC")),
        (particulars(owner=" 王 工 "), particulars(owner="王 工")),
    ],
)
def test_particulars_are_kept_without_what_no_screen_shows(
    given: Particulars, kept: Particulars
) -> None:
    assert checked_particulars(given) == kept


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (particulars(document="ISO9001"), "认证项目 ISO9001 没有规则手册"),
        (particulars(number=""), "证书编号是空的"),
        (particulars(number="\u200b"), "证书编号是空的"),
        (particulars(number="9" * 61), "证书编号有 61 个字，超过了 60 字"),
        (particulars(number="TB😀1"), "证书编号里有“😀”"),
        (particulars(number="TB:smile:1"), "证书编号里有“:smile:”"),
        (particulars(number="*TB*"), "证书编号里有“\\*”"),
        (particulars(owner="<script>"), "负责人里有“<”"),
        (particulars(headcount=0), "有效人数不能是“0”，请写 1 到 1000000 的整数"),
        (particulars(headcount=-5), "有效人数不能是“-5”"),
        (particulars(headcount=10**9), "有效人数不能是“1000000000”"),
        (particulars(sites=0), "场所数不能是“0”"),
    ],
)
def test_particulars_that_cannot_be_are_refused(given: Particulars, sentence: str) -> None:
    with pytest.raises(RegisterRefuses, match=sentence):
        checked_particulars(given)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (NewEvent("party", TODAY), "没有“party”这种事件"),
        (NewEvent("issued", date(1989, 12, 31)), "签发证书 1989-12-31 太早了"),
        (NewEvent("surveillance_ended", date(2226, 1, 1)), "监督审核结束 2226-01-01 太晚了"),
        (NewEvent("issued", TODAY, expires=date(2226, 1, 1)), "证书有效期至 2226-01-01 太晚了"),
        (NewEvent("issued", TODAY, expires=TODAY), "不晚于发证日期"),
        (NewEvent("issued", TODAY, expires=date(2026, 1, 1)), "不晚于发证日期"),
        (NewEvent("issued", TODAY, severity=Severity.MAJOR), "签发证书没有不符合的严重程度"),
        (NewEvent("issued", TODAY, audit_type=AuditType.INITIAL), "签发证书没有审核类型"),
        (NewEvent("suspended", TODAY, answers=2), "暂停证书没有所回应的事件"),
        (NewEvent("suspended", TODAY, expires=date(2028, 1, 1)), "暂停证书没有证书有效期至"),
        (NewEvent("nonconformity_raised", TODAY), "要写明是严重不符合还是一般不符合"),
        (NewEvent("issued", TODAY, "字" * 1001), "备注有 1001 个字"),
    ],
)
def test_event_that_cannot_be_is_refused(given: NewEvent, sentence: str) -> None:
    with pytest.raises(RegisterRefuses, match=sentence):
        checked_event(given, TODAY)


def test_event_of_the_first_and_the_last_day_is_taken() -> None:
    for day in (date(1990, 1, 1), date(2029, 11, 26)):
        assert checked_event(NewEvent("decided", day, " 备\n注 "), TODAY).note == "备 注"
    with pytest.raises(RegisterRefuses):
        checked_event(NewEvent("decided", date(2029, 11, 27)), TODAY)


@pytest.mark.parametrize(
    "events",
    [
        [],
        [event(2, "application_submitted", "2024-11-01"), event(3, "stage_1_ended", "2025-01-01")],
        [ISSUED, event(3, "stage_2_ended", "2025-02-01"), event(4, "decided", "2025-03-01")],
        [ISSUED, event(3, "contract_signed", "2024-11-01")],
        [ISSUED, event(3, "stage_2_ended", "2025-02-01"), event(4, "stage_1_ended", "2025-02-01")],
        [ISSUED, event(3, "surveillance_ended", "2025-03-08")],
        [ISSUED, event(3, "suspended", "2026-01-01"), event(4, "restored", "2026-01-01")],
        [
            ISSUED,
            event(3, "suspended", "2026-01-01"),
            event(4, "renewed", "2026-02-01"),
            event(5, "restored", "2026-02-01"),
        ],
        [ISSUED, event(3, "restored", "2028-04-01")],
        [ISSUED, event(3, "withdrawn", "2026-01-01"), event(4, "status_reported", "2026-01-05")],
        [ISSUED, event(3, "renewed", "2028-01-01"), event(4, "renewed", "2031-01-01")],
        [
            event(3, "nonconformity_raised", "2025-02-01"),
            event(4, "nonconformity_closed", "2025-02-01", answers=3),
        ],
    ],
)
def test_events_that_can_follow_each_other_are_taken(events: list[Event]) -> None:
    check_timeline(events)


@pytest.mark.parametrize(
    ("events", "sentence"),
    [
        ([ISSUED, event(3, "surveillance_ended", "2025-03-07")], "“监督审核结束” 2025-03-07 早于"),
        ([ISSUED, event(3, "suspended", "2025-01-01")], "早于发证日期 2025-03-08"),
        ([event(2, "suspended", "2025-01-01")], "还没有登记发证日期"),
        (
            [event(2, "stage_1_ended", "2025-02-02"), event(3, "stage_2_ended", "2025-02-01")],
            "“第二阶段审核结束” 2025-02-01 早于“第一阶段审核结束” 2025-02-02",
        ),
        ([ISSUED, event(5, "issued", "2025-03-09")], "已登记为第 2 条"),
        ([ISSUED, event(3, "restored", "2026-01-01")], "状态是“有效”，不能登记“恢复证书”"),
        (
            [ISSUED, event(3, "suspended", "2026-02-01"), event(4, "restored", "2026-01-01")],
            "状态是“有效”",
        ),
        (
            [ISSUED, event(3, "withdrawn", "2026-01-01"), event(4, "restored", "2026-02-01")],
            "状态是“撤销”",
        ),
        (
            [ISSUED, event(3, "cancelled", "2026-01-01"), event(4, "suspended", "2026-02-01")],
            "状态是“注销”",
        ),
        ([event(2, "nonconformity_closed", "2026-01-01")], "没有“开出不符合项”"),
        (
            [
                event(2, "complaint_received", "2026-01-02"),
                event(3, "complaint_answered", "2026-01-01"),
            ],
            "到 2026-01-01 为止没有“收到申诉（投诉）”",
        ),
        (
            [
                ISSUED,
                event(3, "complaint_received", "2026-01-02"),
                event(4, "complaint_answered", "2026-01-03", 2),
            ],
            "第 2 条不是“收到申诉（投诉）”",
        ),
    ],
)
def test_events_that_cannot_follow_each_other_are_refused(
    events: list[Event], sentence: str
) -> None:
    with pytest.raises(RegisterRefuses, match=sentence):
        check_timeline(events)
