from __future__ import annotations

from datetime import date

import pytest

from bot.assistant.understanding.cues import bundled_cues
from bot.assistant.understanding.date_roles import DatedFact, date_facts
from bot.assistant.understanding.dates import find_dates

TUESDAY = date(2026, 11, 24)


def facts(text: str) -> tuple[DatedFact, ...]:
    return date_facts(text, find_dates(text, TUESDAY), bundled_cues())


def likeliest(text: str) -> list[str | None]:
    return [next(iter(fact.roles), None) for fact in facts(text)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("证书2025年5月6号签发", "issue_date"),
        ("5月6号发的证", "issue_date"),
        ("5月6号拿的证", "issue_date"),
        ("签发日期是2025-05-06", "issue_date"),
        ("证书 2025-05-06", "issue_date"),
        ("2028年5月5号到期的证", "expiry_date"),
        ("证书有效期至2028-05-05", "expiry_date"),
        ("截止日期：2028-05-05", "expiry_date"),
        ("证书昨天过期了", "expiry_date"),
        ("上次监督是5月6号", "last_surveillance_date"),
        ("5月6号做的监督审核", "last_surveillance_date"),
        ("初次认证审核5月6号结束", "initial_audit_date"),
        ("第一阶段审核5月6号做完", "stage_1_end"),
        ("第二阶段审核5月6号结束", "stage_2_end"),
        ("末次会议5月6号", "stage_2_end"),
        ("5月6号做的认证决定", "decision_date"),
        ("5月6号暂停的", "suspension_start_date"),
        ("证5月6号被停了", "suspension_start_date"),
        ("5月6号签的商务协议", "contract_date"),
        ("体系5月6号开始运行", "operation_start"),
        ("本该5月6号做的监督", "due"),
        ("5月6号收到投诉", "event_date"),
        ("5月6号知道被处罚", "event_date"),
        ("12月6号进场", "event_date"),
        ("初次认证审核5月6号做的时候那边其实早就已经停的证", "initial_audit_date"),
        ("5月6号客户那边临时打电话过来说已经暂停", "suspension_start_date"),
        ("签发日:5月6号 第一次监督截止哪天", "issue_date"),
        ("证书5月6号 监督最晚哪天", "issue_date"),
        ("5月6号监督做完了", "last_surveillance_date"),
        ("5月6号那天", None),
    ],
)
def test_words_beside_a_date_say_whose_it_is(text: str, role: str | None) -> None:
    assert likeliest(text) == [role]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("5月6号发的证，11月7号停的", ["issue_date", "suspension_start_date"]),
        ("去年5月6号签发11月7号做的监督", ["issue_date", "last_surveillance_date"]),
        ("第一阶段审核5月6号第二阶段审核11月7号", ["stage_1_end", "stage_2_end"]),
        (
            "发证日期:2025-05-06,到期日期:2028-05-05,上次监督:2026-04-01",
            ["issue_date", "expiry_date", "last_surveillance_date"],
        ),
        ("监督5月6号做的。证书2028-05-05到期", ["last_surveillance_date", "expiry_date"]),
    ],
)
def test_each_date_has_the_words_up_to_its_neighbours(text: str, roles: list[str]) -> None:
    assert likeliest(text) == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("有效期2025-05-06到2028-05-05", ["issue_date", "expiry_date"]),
        ("证书有效期从2025-05-06至2028-05-05", ["issue_date", "expiry_date"]),
        ("证书上写着2025-05-06到2028-05-05", ["issue_date", "expiry_date"]),
        ("证书：2025-05-06~2028-05-05", ["issue_date", "expiry_date"]),
        ("第二阶段审核5月4号到5月6号", [None, "stage_2_end"]),
        ("5月4号到6号做的监督", [None, "last_surveillance_date"]),
        ("暂停5月6号到8月6号", ["suspension_start_date", "suspension_start_date"]),
    ],
)
def test_range_is_a_validity_or_an_audit_that_counts_from_its_last_day(
    text: str, roles: list[str | None]
) -> None:
    assert likeliest(text) == roles


def test_likeliest_role_stands_first_and_the_others_are_kept() -> None:
    (fact,) = facts("证书2028年5月5号到期")
    assert fact.roles == ("expiry_date", "issue_date")


def test_words_beyond_a_separator_give_no_role() -> None:
    (fact,) = facts("监督，5月6号，停的证")
    assert fact.roles == ()


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("第一次监督5月6号做的", "first"),
        ("5月6号做的第二次监督", "second"),
        ("5月6号做的监督", None),
    ],
)
def test_first_and_second_of_a_kind_are_told_apart(text: str, which: str | None) -> None:
    (fact,) = facts(text)
    assert fact.which == which


def test_fact_keeps_the_day_and_whether_it_is_one() -> None:
    day, month = facts("2025-05-06发的证，去年3月做的监督")
    assert (day.day, day.exact) == (date(2025, 5, 6), True)
    assert (month.day, month.exact) == (date(2025, 3, 1), False)


def test_text_without_dates_has_no_facts() -> None:
    assert facts("证书什么时候到期") == ()


def test_what_is_said_behind_a_list_of_dates_is_said_of_all() -> None:
    assert likeliest("2026-3-1、2026-4-1和2026-5-1发的证") == ["issue_date"] * 3


def test_date_before_a_separator_keeps_to_itself() -> None:
    assert likeliest("2026-3-1，2026-5-1发的证") == [None, "issue_date"]
