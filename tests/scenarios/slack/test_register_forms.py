"""The forms of the register in Slack: filled in, filled in wrongly, and what they change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.playground import Message, SlackStandIn, View
from bot.register.record import CertificateRecord, NewEvent, Particulars
from bot.slack import ids
from bot.slack.desk import Desk
from bot.slack.services import Services
from calculators.audit_types import RiskLevel
from calculators.obligations.event import Severity

ISSUED = NewEvent("issued", date(2025, 3, 8))
NEW = {
    "organization": "云帆数据有限公司",
    "scheme": "TB-GZ-036",
    "number": "TB-2025-009",
    "issued": "2025-03-08",
    "headcount": "120",
}
Told = Callable[..., Message]
Open = Callable[..., View]
Refused = Callable[..., dict[str, str]]
Filled = Callable[..., dict[str, dict[str, object]]]


@pytest.fixture
def broken() -> bool:
    """Whether the register's database is gone."""
    return False


@pytest.fixture
def services(services: Services, desk: Desk, broken: bool) -> Services:
    register: Any = Broken() if broken else desk.register
    return replace(services, desk=replace(desk, register=register))


@pytest.fixture
def huaxin(desk: Desk) -> CertificateRecord:
    said = Particulars("TB-GZ-036", "TB-2025-001", 120, owner="U0LIGONG")
    return desk.register.add("华信云科技有限公司", said, [ISSUED], "U9", ["华信云"])


def now(desk: Desk, record: CertificateRecord) -> CertificateRecord:
    found = desk.register.certificate(record.id)
    assert found
    return found


# ---- 新增 ---------------------------------------------------------------------------------------
def test_certificate_is_added_by_a_form(form: Open, send: Told, desk: Desk) -> None:
    more = {"owner": "U0LIGONG", "short_names": "云帆、YF", "sites": "2", "risk": "high"}
    answer = send(form("新增"), **NEW, **more)
    assert answer.text == "已登记 云帆数据有限公司 · 腾标公有云PII TB-2025-009。"
    (record,) = desk.register.certificates()
    assert set(record.organization.short_names) == {"云帆", "YF"}
    assert record.particulars == Particulars(
        "TB-GZ-036", "TB-2025-009", 120, 2, RiskLevel.HIGH, "U0LIGONG"
    )
    assert record.events[0].author == "U0XIAOWANG"


WRONG = [
    ({"issued": "1951-03-08"}, "issued", "太早了"),
    ({"issued": "1901-03-08"}, "issued", "请选 1950 年"),
    ({"issued": "2031-03-08"}, "issued", "太晚了"),
    ({"expires": "2024-03-08"}, "expires", "不晚于发证日期"),
    ({"headcount": "0"}, "headcount", "不小于 1"),
    ({"headcount": "1000001"}, "headcount", "整数"),
    ({"sites": "10001"}, "sites", "1 到 10000"),
    ({"number": "TB-2025-001"}, "number", "已经登记在“华信云科技有限公司”名下"),
    ({"number": "*"}, "number", "标记符号"),
    ({"number": " "}, "number", "必须填写"),
    ({"organization": "<!channel>"}, "organization", "标记符号"),
    ({"organization": "字" * 101}, "organization", "超过了 100 字"),
    ({"short_names": "*华信*"}, "short_names", "标记符号"),
    ({"scheme": "NO-SUCH"}, "scheme", ""),
]


@pytest.mark.parametrize(("wrong", "field", "words"), WRONG)
@pytest.mark.usefixtures("huaxin")
def test_wrong_certificate_is_refused_at_its_field(
    form: Open, refused: Refused, wrong: dict[str, str], field: str, words: str
) -> None:
    errors = refused(form("新增"), **{**NEW, **wrong})
    assert list(errors) == [field]
    assert words in errors[field]


@pytest.mark.usefixtures("huaxin")
def test_nothing_is_kept_of_what_is_refused(form: Open, refused: Refused, desk: Desk) -> None:
    refused(form("新增"), **{**NEW, "number": "TB-2025-001"})
    assert len(desk.register.certificates()) == 1


# ---- 事件 ---------------------------------------------------------------------------------------
@pytest.fixture
def choose(slack: SlackStandIn, filled: Filled) -> Callable[..., View]:
    """Chooses a kind of event, and gives the form as it asks then."""

    def chosen(opened: View, kind: str, wanted: str, **facts: object) -> View:
        slack.click_in_view(opened, ids.EVENT_KIND, kind, filled(**facts))
        slack.wait_for(lambda: wanted in str(slack.modal("小王")))
        view = slack.modal("小王")
        assert view
        return view

    return chosen


def test_event_form_asks_what_its_kind_wants(
    form: Open, choose: Open, send: Told, desk: Desk, huaxin: CertificateRecord
) -> None:
    opened = form("事件 华信云")
    asking = choose(opened, "nonconformity_raised", "facts:severity", note="现场")
    answer = send(asking, on="2026-11-01", severity="major")
    assert "2026-11-01 开出不符合项" in answer.text
    recorded = now(desk, huaxin).events[-1]
    assert (recorded.event.severity, recorded.note) == (Severity.MAJOR, "现场")


def test_answer_says_which_event_it_answers(
    form: Open, choose: Open, send: Told, desk: Desk, huaxin: CertificateRecord
) -> None:
    raised = NewEvent("nonconformity_raised", date(2026, 3, 1), severity=Severity.MAJOR)
    for _ in range(2):
        last = desk.register.record(huaxin.id, raised, "U9").events[-1].event.number
    asking = choose(form("事件 华信云"), "nonconformity_closed", "facts:answers")
    send(asking, on="2026-03-09", answers=str(last))
    assert now(desk, huaxin).events[-1].event.answers == last


def test_certificate_is_named_in_the_form_where_it_was_not_before(
    form: Open, send: Told, refused: Refused, desk: Desk, huaxin: CertificateRecord
) -> None:
    opened = form("事件")
    facts = {"kind": "surveillance_ended", "on": "2026-03-01"}
    unknown = refused(opened, **facts, certificate="没有这家")
    assert "登记册里没有“没有这家”" in unknown["certificate"]
    send(opened, **facts, certificate="华信云")
    assert now(desk, huaxin).events[-1].event.kind == "surveillance_ended"


@pytest.mark.parametrize(
    ("kind", "day", "words"),
    [
        ("surveillance_ended", "2024-03-01", "早于发证日期 2025-03-08"),
        ("surveillance_ended", "1951-03-01", "太早了"),
        ("surveillance_ended", "1901-03-01", "请选 1950 年"),
        ("surveillance_ended", "2040-03-01", "太晚了"),
        ("restored", "2026-03-01", "状态是“有效”"),
        ("nonconformity_closed", "2026-03-01", "没有“开出不符合项”"),
        ("issued", "2026-03-01", "已登记为第"),
    ],
)
@pytest.mark.usefixtures("huaxin")
def test_wrong_event_is_refused_at_its_day(
    form: Open, refused: Refused, kind: str, day: str, words: str
) -> None:
    assert words in refused(form("事件 华信云"), kind=kind, on=day)["on"]


@pytest.mark.usefixtures("huaxin")
def test_severity_is_asked_for_where_the_form_was_sent_too_soon(
    form: Open, refused: Refused
) -> None:
    errors = refused(form("事件 华信云"), kind="nonconformity_raised", on="2026-03-01")
    assert errors == {"on": "不符合的严重程度：这一项必须填写。"}


# ---- 更正 ---------------------------------------------------------------------------------------
def test_correction_begins_with_what_is_registered(
    form: Open, send: Told, refused: Refused, desk: Desk, huaxin: CertificateRecord
) -> None:
    opened = form("更正 华信云")
    assert refused(opened) == {"number": "更正的内容和现在登记的一样，不必更正。"}
    send(opened, headcount="150", short_names="华信", note="扩编")
    corrected = now(desk, huaxin)
    assert corrected.particulars == replace(huaxin.particulars, headcount=150)
    assert set(corrected.organization.short_names) == {"华信", "华信云"}
    history = "".join(each.text for each in desk.register.history(huaxin.id))
    assert "有效人数由 120 改为 150（扩编）" in history


def test_owner_without_a_slack_account_stays(form: Open, send: Told, desk: Desk) -> None:
    said = Particulars("TB-GZ-036", "N-1", owner="张三")
    record = desk.register.add("云帆", said, [ISSUED], "U9")
    send(form("更正 云帆"), headcount="9")
    assert now(desk, record).particulars.owner == "张三"


def test_event_is_corrected_and_taken_back(
    form: Open, send: Told, desk: Desk, huaxin: CertificateRecord
) -> None:
    surveyed = NewEvent("surveillance_ended", date(2026, 2, 1))
    number = desk.register.record(huaxin.id, surveyed, "U9").events[-1].event.number
    send(form(f"更正 华信云 第{number}条"), on="2026-02-20")
    assert now(desk, huaxin).events[-1].event.on == date(2026, 2, 20)
    send(form(f"更正 华信云 第{number}条"), never=["never"])
    assert len(now(desk, huaxin).events) == 1


class Broken:
    """A register whose database is gone."""

    def add(self, *_arguments: object) -> CertificateRecord:
        raise OSError("secret cause")


@pytest.mark.parametrize("broken", [True])
def test_form_that_breaks_is_told_with_a_reference(
    form: Open, send: Told, services: Services, broken: bool
) -> None:
    answer = send(form("新增"), **NEW)
    assert "编号" in answer.text
    assert "secret" not in answer.text
