"""Periods of all schemes beside each other, without any date."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from calculators.comparison_periods import compare_periods
from calculators.comparison_rows import Compared
from calculators.deadline_comparison import compare_deadlines
from calculators.deadline_rules import DeadlineRule, Deadlines, load_deadlines
from calculators.rulebook import parse_rulebook, rulebook_path
from calculators.working_days import WorkingCalendar
from knowledge.library import Library

Books = Mapping[str, tuple[DeadlineRule, ...]]
ALL = ("TB-GZ-036", "RLAC-CSSMS", "CNITSEC-CLOUD-1", "ZQHX-ISMS-ITSMS", "WAL-QP-21")


@pytest.fixture(scope="module")
def books(library: Library) -> Books:
    return {each.id: load_deadlines(each.id, library) for each in library.documents}


def of(document: str, topic: str, books: Books) -> Compared:
    return next(row for row in compare_periods(topic, books).rows if row.document == document)


@pytest.mark.parametrize(
    ("topic", "documents"),
    [
        # 12 个月严于 15 个月
        ("next_surveillance", ("TB-GZ-036", "ZQHX-ISMS-ITSMS", "WAL-QP-21")),
        # 5 日严于 5 个工作日
        ("suspension_decision", ("TB-GZ-036",)),
        # 保存 10 年严于 3 年和 2 年
        ("record_retention", ("CNITSEC-CLOUD-1",)),
        # 三年，止于前一日
        ("certificate_expiry", ("TB-GZ-036",)),
        # 初次都是 6 个月；监督只有一家写了；再认证都不晚于到期
        ("major_nonconformity_verification", ()),
        # 决定后 15 个工作日严于签发后次月 10 日（平均 25.2 日）
        ("result_reporting", ("WAL-QP-21",)),
    ],
)
def test_strictest_schemes(topic: str, documents: tuple[str, ...], books: Books) -> None:
    assert compare_periods(topic, books).strictest == documents


@pytest.mark.parametrize(
    ("topic", "note"),
    [
        ("suspension_end", "写了数字的各家一样严。"),
        ("stage_interval", "只有一家写了数字，没有可比的。"),
        ("misuse_correction", "各家都没有写数字。"),
        ("recertification_application", "有的规定最早，有的规定最晚，不能比谁更严。"),
        ("record_retention", "各家起算的日子不同，宽严只按期间的长短比。"),
    ],
)
def test_note_says_how_the_comparison_is_to_be_read(topic: str, note: str, books: Books) -> None:
    assert compare_periods(topic, books).notes == (note,)


@pytest.mark.parametrize(
    ("document", "topic", "words", "value"),
    [
        ("WAL-QP-21", "next_surveillance", ["上次监督审核日起 12 个月以内"], "12 个月"),
        ("WAL-QP-21", "record_retention", ["记录形成日起满 3 年"], "满 3 年"),
        ("TB-GZ-036", "plan_reporting", ["至迟在现场审核实施日前 3 日"], "现场审核实施日前 3 日"),
        ("TB-GZ-036", "issue_after_decision", ["不早于认证决定日"], "不早于认证决定日"),
        ("TB-GZ-036", "recertification_completion", ["不晚于证书到期日"], "不晚于证书到期日"),
        ("TB-GZ-036", "certificate_expiry", ["证书签发日起 3 年以内，止于对应日的前一日"], "3 年"),
        ("TB-GZ-036", "internal_audit", ["上次内部审核日的次年年末以前"], "次年年末"),
        ("CNITSEC-CLOUD-1", "process_duration", ["合同签订日起 3 个月"], "3 个月"),
        (
            "CNITSEC-CLOUD-1",
            "annual_check",
            ["每年最早在证书签发日前 30 日", "每年不晚于证书签发日"],
            ("证书签发日前 30 日", "不晚于证书签发日"),
        ),
        (
            "TB-GZ-036",
            "result_reporting",
            ["证书签发日起 30 个工作日以内", "证书签发日的次月 10 日以前"],
            ("30 个工作日", "次月 10 日"),
        ),
        (
            "RLAC-CSSMS",
            "next_surveillance",
            [
                "上次监督审核日起 15 个月以内",
                "上次监督审核日的次年年末以前（应进行再认证的年份除外）",
            ],
            ("15 个月", "次年年末"),
        ),
    ],
)
def test_each_limit_is_told_with_its_event_and_direction(
    document: str, topic: str, words: list[str], value: object, books: Books
) -> None:
    found = of(document, topic, books).calculation
    assert found
    assert [step.text for step in found.steps] == words
    assert found.value == value
    assert all(step.quote for step in found.steps)


def test_rules_for_different_audits_have_a_row_each(books: Books) -> None:
    rows = compare_periods("major_nonconformity_verification", books).rows
    labels = [r.calculation.label for r in rows if r.calculation and r.document == "TB-GZ-036"]
    assert [label[:4] for label in labels] == ["初次认证", "监督审核", "再认证全"]


def test_document_without_a_number_names_the_clause_that_lacks_it(books: Books) -> None:
    absent = of("RLAC-CSSMS", "status_reporting", books).absent
    assert absent
    assert "只写及时" in absent.topic
    assert absent.clauses[0] == "7.4"


def test_document_without_the_rule_has_no_clause(books: Books) -> None:
    absent = of("WAL-QP-21", "stage_interval", books).absent
    assert absent
    assert absent.clauses == ()


def test_a_topic_that_stands_for_several_compares_each_with_its_like(books: Books) -> None:
    rows = compare_periods("surveillance", books).rows
    tb = [(row.calculation.label, row.strictest) for row in rows if row.calculation][:2]
    assert tb == [("第一次监督审核最晚日", False), ("下一次监督审核最晚日", True)]


def test_doubts_about_a_rule_are_passed_on(books: Books) -> None:
    found = of("TB-GZ-036", "consultant_cooling_off", books).calculation
    assert found
    assert any("起算" in warning for warning in found.warnings)


@pytest.mark.parametrize("today", [date(2026, 11, 24), date(2027, 1, 29), date(2028, 2, 29)])
def test_average_lengths_rank_rules_as_dates_do(today: date, books: Books) -> None:
    calendar = WorkingCalendar.load()
    for topic in ("next_surveillance", "suspension_decision", "record_retention"):
        dated = compare_deadlines(topic, books, {}, today, calendar)
        assert compare_periods(topic, books).strictest == tuple(
            each.document for each in dated if each.strictest
        )


def rule_with(
    document: str,
    offsets: list[dict[str, Any]],
    library: Library,
    direction: str = "no_later_than",
) -> tuple[DeadlineRule, ...]:
    """The document's rule on the surveillance interval with other limits."""
    path = rulebook_path(Deadlines, document)
    rule = tomllib.loads(path.read_text("utf-8"))["deadline"]["next_surveillance"]
    first = {**rule["limit"][0], "direction": direction}
    changed = {**rule, "limit": [{**first, "offset": offset} for offset in offsets]}
    data = {"document": document, "deadline": {"next_surveillance": changed}}
    return tuple(parse_rulebook(Deadlines, document, data, library).deadline.values())


def of_years(*years: int) -> list[dict[str, Any]]:
    return [{"value": each, "unit": "years"} for each in years]


@pytest.mark.parametrize(
    ("value", "unit", "side", "strictest"),
    [
        (8760, "hours", "after", ("RLAC-CSSMS",)),
        (365, "days", "after", ("RLAC-CSSMS",)),
        (366, "days", "after", ("WAL-QP-21",)),
        (260, "working_days", "after", ("RLAC-CSSMS",)),
        (262, "working_days", "after", ("WAL-QP-21",)),
        (13, "months", "after", ("WAL-QP-21",)),
        (2, "years", "after", ("WAL-QP-21",)),
        (0, "calendar_years", "after", ("RLAC-CSSMS",)),
        (1, "calendar_years", "after", ("WAL-QP-21",)),
        (10, "day_of_next_month", "after", ("RLAC-CSSMS",)),
        (1, "years", "after", ()),
        (2, "years", "before", ("RLAC-CSSMS",)),
    ],
)
def test_units_are_ranked_by_their_average_length(
    value: int, unit: str, side: str, strictest: tuple[str, ...], library: Library
) -> None:
    twelve = rule_with("WAL-QP-21", [{"value": 12, "unit": "months"}], library)
    offset = {"value": value, "unit": unit, "side": side}
    other = rule_with("RLAC-CSSMS", [offset], library)
    found = compare_periods("next_surveillance", {"WAL-QP-21": twelve, "RLAC-CSSMS": other})
    assert found.strictest == strictest


@pytest.mark.parametrize("direction", ["no_later_than", "no_earlier_than"])
def test_of_several_limits_the_one_that_binds_is_compared(direction: str, library: Library) -> None:
    # 最晚：2 年严于 3 年；最早：满 5 年严于满 4 年
    books = {
        "WAL-QP-21": rule_with("WAL-QP-21", of_years(2, 5), library, direction),
        "RLAC-CSSMS": rule_with("RLAC-CSSMS", of_years(3, 4), library, direction),
    }
    assert compare_periods("next_surveillance", books).strictest == ("WAL-QP-21",)


def test_two_rules_of_one_document_are_not_ranked(library: Library) -> None:
    both = (
        *rule_with("WAL-QP-21", of_years(1), library),
        *rule_with("WAL-QP-21", of_years(2), library),
    )
    assert compare_periods("next_surveillance", {"WAL-QP-21": both}).strictest == ()


def test_a_window_is_not_ranked_against_a_last_day(books: Books) -> None:
    two = {document: books[document] for document in ("TB-GZ-036", "CNITSEC-CLOUD-1")}
    found = compare_periods("recertification_application", two)
    assert (found.strictest, found.notes) == ((), ("有的规定最早，有的规定最晚，不能比谁更严。",))
