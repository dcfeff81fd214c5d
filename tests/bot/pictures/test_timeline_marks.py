"""What a timeline shows of a certificate."""

from __future__ import annotations

from datetime import date

from bot.pictures.timeline_marks import event_marks, rows, spells
from calculators.obligations.event_kinds import Status
from calculators.obligations.obligation import State
from knowledge.library import Library
from tests.fakes.certificates import certificate, surveyed

TODAY = date(2026, 11, 24)


def test_what_happened_on_one_day_is_one_mark() -> None:
    marks = event_marks(
        certificate(
            ("issued", date(2025, 1, 10)),
            ("surveillance_ended", date(2025, 12, 12)),
            ("nonconformity_closed", date(2025, 12, 12)),
        )
    )

    assert [mark.words for mark in marks] == ["签发证书", "监督审核结束、不符合项验证关闭"]


def test_rows_are_what_is_owed_first_with_the_days_left_and_then_what_is_done(
    library: Library,
) -> None:
    record = certificate(("issued", date(2025, 1, 10)), ("surveillance_ended", date(2025, 12, 12)))

    found = rows(surveyed(record, TODAY, library), TODAY)

    assert (found[0].label, found[0].day) == ("下一次监督审核", "2026-12-31 还剩 37 天")
    assert (found[-1].state, found[-1].day) == (State.MET, "2025-12-12 已完成")
    assert found[-1].marker == date(2025, 12, 12)


def test_what_was_done_too_late_says_so(library: Library) -> None:
    record = certificate(("issued", date(2025, 1, 10)), ("surveillance_ended", date(2026, 3, 1)))

    done = rows(surveyed(record, TODAY, library), TODAY)[-1]

    assert done.day == "2026-03-01 逾期完成"


def test_first_day_alone_keeps_the_words_that_say_what_it_is(library: Library) -> None:
    record = certificate(("issued", date(2025, 1, 10)), document="WAL-QP-21")

    first = next(each for each in rows(surveyed(record, TODAY, library), TODAY) if not each.is_last)

    assert (first.label, first.day) == ("可提交再认证申请的最早日", "2027-10-10")


def test_suspension_is_a_spell_of_its_own_and_the_rest_is_valid_until_it_expires(
    library: Library,
) -> None:
    record = certificate(
        ("issued", date(2023, 1, 10)),
        ("suspended", date(2024, 3, 1)),
        ("restored", date(2024, 5, 1)),
    )

    found = list(spells(record, surveyed(record, TODAY, library), date(2027, 1, 1)))

    assert [(each.status, each.start, each.end) for each in found] == [
        (Status.VALID, date(2023, 1, 10), date(2024, 3, 1)),
        (Status.SUSPENDED, date(2024, 3, 1), date(2024, 5, 1)),
        (Status.VALID, date(2024, 5, 1), date(2026, 1, 10)),
        (Status.EXPIRED, date(2026, 1, 10), date(2027, 1, 1)),
    ]
