from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from bot.register.change import Correction, Happening, NewCertificate
from bot.register.errors import RegisterRefuses
from bot.register.record import CertificateRecord, NewEvent, Particulars
from bot.store.database import Database
from bot.store.register import StoredRegister
from calculators.audit_types import AuditType, RiskLevel
from calculators.obligations.event import Severity
from tests.fakes.clock import Clock

ISSUED = NewEvent("issued", date(2025, 3, 8), expires=date(2028, 3, 7))
SURVEYED = NewEvent("surveillance_ended", date(2026, 2, 20))
TENGBIAO = Particulars("TB-GZ-036", "TB-2025-001", 120, 3, RiskLevel.HIGH, "U1")


@pytest.fixture
def register(database: Database, now: Clock) -> StoredRegister:
    return StoredRegister(database, now)


@pytest.fixture
def huaxin(register: StoredRegister) -> CertificateRecord:
    return register.add("华信云科技有限公司", TENGBIAO, [ISSUED], "U9", ["华信云"])


def told(record: CertificateRecord) -> list[tuple[int, str, str]]:
    return [(each.event.number, each.event.kind, str(each.event.on)) for each in record.events]


def test_certificate_is_kept_as_it_was_told(
    register: StoredRegister,
    huaxin: CertificateRecord,
    connect: Callable[[], Database],
    now: Clock,
) -> None:
    assert huaxin.organization.name == "华信云科技有限公司"
    assert huaxin.organization.short_names == ("华信云",)
    assert huaxin.particulars == TENGBIAO
    (issued,) = huaxin.events
    assert (issued.event.kind, issued.event.on, issued.event.expires) == (
        "issued",
        date(2025, 3, 8),
        date(2028, 3, 7),
    )
    assert (issued.author, issued.recorded_at, issued.note) == ("U9", now.moment, "")
    assert register.certificate(huaxin.id) == huaxin
    assert StoredRegister(connect(), now).certificates() == (huaxin,)
    assert register.certificate(huaxin.id + 1) is None


def test_certificates_stand_by_organization_and_number(register: StoredRegister) -> None:
    for organization, number in (("乙公司", "1"), ("丁公司", "3"), ("丁公司", "2")):
        register.add(organization, Particulars("TB-GZ-036", number), [ISSUED], "U1")
    found = register.certificates()
    assert [(each.organization.name, each.particulars.number) for each in found] == [
        ("丁公司", "2"),
        ("丁公司", "3"),
        ("乙公司", "1"),
    ]
    assert found[0].organization.id == found[1].organization.id


def test_organization_is_one_however_its_name_is_spaced(register: StoredRegister) -> None:
    first = register.add("甲（北京）公司", Particulars("TB-GZ-036", "1"), [], "U1", ["甲"])
    second = register.add(
        "甲(北京) 公司", Particulars("TB-GZ-036", "2"), [], "U1", ["甲", "甲北京"]
    )
    assert second.organization.id == first.organization.id
    assert second.organization.short_names == ("甲", "甲北京")


def test_event_takes_the_next_number_and_days_decide_the_order(
    register: StoredRegister, huaxin: CertificateRecord
) -> None:
    register.record(huaxin.id, SURVEYED, "U1")
    record = register.record(huaxin.id, NewEvent("decided", date(2025, 3, 1)), "U1")
    assert told(record) == [
        (4, "decided", "2025-03-01"),
        (2, "issued", "2025-03-08"),
        (3, "surveillance_ended", "2026-02-20"),
    ]


def test_details_of_an_event_are_kept(register: StoredRegister, huaxin: CertificateRecord) -> None:
    raised = NewEvent(
        "nonconformity_raised",
        date(2026, 2, 20),
        "缺风险评估",
        Severity.MAJOR,
        AuditType.SURVEILLANCE,
    )
    register.record(huaxin.id, raised, "U1")
    record = register.record(
        huaxin.id, NewEvent("nonconformity_closed", date(2026, 3, 1), answers=3), "U2"
    )
    _, opened, closed = record.events
    assert (opened.event.severity, opened.event.audit_type, opened.note) == (
        Severity.MAJOR,
        AuditType.SURVEILLANCE,
        "缺风险评估",
    )
    assert closed.event.answers == opened.event.number


def test_corrected_event_keeps_its_number_and_can_be_corrected_again(
    register: StoredRegister, huaxin: CertificateRecord
) -> None:
    register.record(huaxin.id, SURVEYED, "U1")
    for day in (21, 22):
        was = NewEvent("surveillance_ended", date(2026, 2, day))
        record = register.replace(huaxin.id, 3, was, "U2", "抄错了")
    assert told(record)[1:] == [(3, "surveillance_ended", "2026-02-22")]
    assert (record.events[1].author, record.events[1].note) == ("U2", "抄错了")
    assert [(each.number, each.corrects) for each in register.history(huaxin.id)] == [
        (1, None),
        (2, None),
        (3, None),
        (4, 3),
        (5, 4),
    ]


def test_event_that_is_taken_back_counts_no_more_and_cannot_be_corrected(
    register: StoredRegister, huaxin: CertificateRecord
) -> None:
    register.record(huaxin.id, SURVEYED, "U1")
    record = register.replace(huaxin.id, 3, None, "U2", "没有审")
    assert told(record) == [(2, "issued", "2025-03-08")]
    assert (
        register.history(huaxin.id)[-1].text == "撤回第 3 条：2026-02-20 监督审核结束（没有审）。"
    )
    with pytest.raises(RegisterRefuses, match="没有第 3 条事件"):
        register.replace(huaxin.id, 3, SURVEYED, "U2")


def test_event_that_another_settles_is_not_taken_back(
    register: StoredRegister, huaxin: CertificateRecord
) -> None:
    register.record(huaxin.id, NewEvent("complaint_received", date(2026, 1, 5)), "U1")
    answered = NewEvent("complaint_answered", date(2026, 1, 9), answers=3)
    register.record(huaxin.id, answered, "U1")
    with pytest.raises(RegisterRefuses, match="请先撤回第 4 条"):
        register.replace(huaxin.id, 3, None, "U1")


def test_corrected_particulars_count_and_the_history_tells_the_difference(
    register: StoredRegister, huaxin: CertificateRecord
) -> None:
    given = Particulars("TB-GZ-036", "TB-2025-001", 150, 3, RiskLevel.HIGH)
    record = register.correct(huaxin.id, given, "U2", "人数变了")
    assert record.particulars == given
    assert [(each.author, each.text) for each in register.history(huaxin.id)] == [
        (
            "U9",
            "登记证书：认证项目 TB-GZ-036，证书编号 TB-2025-001，有效人数 120，场所数 3，"
            "风险等级 高风险，负责人 U1。",
        ),
        ("U9", "2025-03-08 签发证书，有效期至 2028-03-07。"),
        ("U2", "更正：有效人数由 120 改为 150，负责人由 U1 改为 未填（人数变了）。"),
    ]
    with pytest.raises(RegisterRefuses, match="不必更正"):
        register.correct(huaxin.id, given, "U2")


def test_the_register_is_known_as_it_was_on_a_past_moment(
    register: StoredRegister, huaxin: CertificateRecord, now: Clock
) -> None:
    before = now.moment - timedelta(seconds=1)
    at_first = now.moment
    now.later(days=1)
    register.record(huaxin.id, SURVEYED, "U1")
    with_survey = now.moment
    now.later(days=1)
    register.replace(huaxin.id, 3, None, "U1")
    register.correct(huaxin.id, Particulars("TB-GZ-036", "TB-2025-002"), "U1")
    assert register.certificates(before) == ()
    assert register.certificate(huaxin.id, before) is None
    assert register.certificates(at_first) == (huaxin,)
    (known,) = register.certificates(with_survey)
    assert told(known)[1:] == [(3, "surveillance_ended", "2026-02-20")]
    (present,) = register.certificates()
    assert (told(present), present.particulars.number) == (told(huaxin), "TB-2025-002")


def test_revision_grows_with_each_change_and_never_with_a_refusal(
    register: StoredRegister, connect: Callable[[], Database], now: Clock
) -> None:
    other = StoredRegister(connect(), now)
    revisions = [other.revision()]
    record = register.add("甲公司", TENGBIAO, [ISSUED], "U1")
    revisions.append(other.revision())
    register.record(record.id, SURVEYED, "U1")
    revisions.append(other.revision())
    assert revisions == sorted(set(revisions))
    with pytest.raises(RegisterRefuses):
        register.record(record.id, NewEvent("surveillance_ended", date(2024, 1, 1)), "U1")
    assert other.revision() == revisions[-1]


def test_what_another_process_changes_is_seen_at_once(
    register: StoredRegister, connect: Callable[[], Database], now: Clock
) -> None:
    other = StoredRegister(connect(), now)
    assert other.certificates() == ()
    record = register.add("甲公司", TENGBIAO, [ISSUED], "U1")
    assert other.certificates() == (record,)
    assert other.certificates() is other.certificates()


def test_number_is_of_one_certificate_in_a_scheme(
    register: StoredRegister, huaxin: CertificateRecord
) -> None:
    with pytest.raises(RegisterRefuses, match="tb-2025-001 已经登记在“华信云科技有限公司”名下"):
        register.add("乙公司", Particulars("TB-GZ-036", "tb-2025-001 "), [], "U1")
    second = register.add("乙公司", Particulars("WAL-QP-21", "TB-2025-001"), [], "U1")
    with pytest.raises(RegisterRefuses, match="已经登记在"):
        register.correct(second.id, TENGBIAO, "U1")
    assert {each.organization.name for each in register.certificates()} == {
        "华信云科技有限公司",
        "乙公司",
    }


def test_number_that_was_corrected_away_is_free_again(
    register: StoredRegister, huaxin: CertificateRecord
) -> None:
    register.correct(huaxin.id, Particulars("TB-GZ-036", "TB-2025-009"), "U1")
    again = register.add("乙公司", TENGBIAO, [], "U1")
    assert again.particulars.number == "TB-2025-001"


def test_one_number_written_by_many_at_once_is_of_one_certificate(
    connect: Callable[[], Database], database: Database, now: Clock
) -> None:
    registers = [StoredRegister(connect(), now) for _ in range(6)]

    def added(each: tuple[int, StoredRegister]) -> bool:
        try:
            each[1].add(f"{each[0]}公司", TENGBIAO, [ISSUED], "U1")
        except RegisterRefuses:
            return False
        return True

    with ThreadPoolExecutor() as pool:
        outcomes = list(pool.map(added, enumerate(registers)))
    assert outcomes.count(True) == 1
    assert len(StoredRegister(database, now).certificates()) == 1


def test_events_recorded_at_once_have_numbers_of_their_own(
    connect: Callable[[], Database], huaxin: CertificateRecord, now: Clock
) -> None:
    registers = [StoredRegister(connect(), now) for _ in range(6)]
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda each: each.record(huaxin.id, SURVEYED, "U1"), registers))
    record = registers[0].certificate(huaxin.id)
    assert record is not None
    assert [each.event.number for each in record.events] == [2, 3, 4, 5, 6, 7, 8]


def test_many_changes_are_made_together_or_not_at_all(
    register: StoredRegister, huaxin: CertificateRecord
) -> None:
    new = NewCertificate("乙公司", Particulars("TB-GZ-036", "2"), (ISSUED,), ("乙",))
    corrected = Correction(huaxin.id, Particulars("TB-GZ-036", "TB-2025-001", 99))
    heard: list[int] = []
    ids = register.take([corrected, Happening(huaxin.id, SURVEYED), new], "命令行", heard.append)
    assert (len(ids), sum(heard)) == (3, 3)
    assert [each.particulars.headcount for each in register.certificates()] == [None, 99]
    before = register.certificates()
    other = NewCertificate("丙公司", Particulars("TB-GZ-036", "3"))
    with pytest.raises(RegisterRefuses, match="出现了两次"):
        register.take([other, other], "命令行")
    with pytest.raises(RegisterRefuses, match="没有第 999 号证书"):
        register.take([other, Happening(999, SURVEYED)], "命令行")
    assert register.certificates() == before


def test_what_cannot_be_true_leaves_nothing_behind(
    register: StoredRegister, huaxin: CertificateRecord
) -> None:
    with pytest.raises(RegisterRefuses, match="早于发证日期"):
        register.record(huaxin.id, NewEvent("suspended", date(2025, 1, 1)), "U1")
    with pytest.raises(RegisterRefuses, match="早于发证日期"):
        register.record(huaxin.id, SURVEYED, "U1")
        register.replace(huaxin.id, 2, NewEvent("issued", date(2026, 3, 8)), "U1")
    assert [each.number for each in register.history(huaxin.id)] == [1, 2, 3]
