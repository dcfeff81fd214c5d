"""The words of an answer, part by part."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from bot.assistant import composing
from bot.assistant.evidence import Evidence
from calculators.audit_types import AuditType, RiskLevel
from calculators.calculation import Alternative, Calculation, Step
from calculators.comparison_rows import Compared, Comparison
from calculators.person_day_request import PersonDayRequest
from calculators.person_day_variations import Variation
from knowledge.clause import ClauseRef
from knowledge.errors import RuleAbsent
from knowledge.glossary import Replacement
from knowledge.library import Library

TB = "TB-GZ-036"


@pytest.fixture
def calculation(library: Library) -> Calculation:
    quote = library.quote(ClauseRef(TB, "附录A 注⑤"))
    return Calculation(
        document=TB,
        calculator="mandays",
        label="监督审核人日",
        value=Fraction(3),
        unit="人天",
        inputs={},
        steps=(Step("查表", Fraction(8)), Step("取 1/3", Fraction(8, 3), quote)),
        quotes=(quote,),
        alternatives=(Alternative(Fraction(5, 2), "按低风险"),),
    )


def test_result_line_names_scheme_thing_and_value(
    calculation: Calculation, library: Library
) -> None:
    assert composing.result_line(library, calculation) == "腾标公有云PII · 监督审核人日：3 人天"


def test_steps_are_numbered_with_their_clauses_and_other_readings_follow(
    calculation: Calculation, library: Library
) -> None:
    assert composing.calculation_text(library, [calculation]).splitlines()[1:] == [
        "1. 查表",
        "2. 取 1/3（附录A 注⑤）",
        "另一种读法：2.5 人天——按低风险",
    ]


def test_unit_of_a_date_is_not_said(calculation: Calculation, library: Library) -> None:
    dated = replace(calculation, unit="日", alternatives=(), steps=())
    assert composing.calculation_text(library, [dated]).endswith("：3")


@pytest.mark.parametrize("number", [1, 2])
def test_calculations_are_parted_by_a_blank_line(
    number: int, calculation: Calculation, library: Library
) -> None:
    text = composing.calculation_text(library, [calculation] * number)
    assert text.count("\n\n") == number - 1


def test_variations_stand_in_one_line() -> None:
    request = PersonDayRequest(AuditType.INITIAL, 150)
    cases = [
        Variation("增到 176 人", request, Fraction(9), "人天"),
        Variation("低风险", replace(request, risk=RiskLevel.LOW), Fraction(15, 2), "人天"),
    ]
    cases.append(Variation("降到 125 人", request, Fraction(8), "人天", is_same=True))
    line = composing.variations_text(cases)
    assert line == "换个条件：增到 176 人为 9 人天；低风险为 7.5 人天；降到 125 人同为 8 人天。"


def test_nothing_is_said_of_what_is_not_there() -> None:
    assert composing.variations_text([]) == ""
    assert composing.quotes_text([]) == ""
    assert composing.warnings_text([]) == ""
    assert composing.reading_text([]) == ""
    assert composing.joined("", "一", "", "二") == "一\n\n二"


def test_schemes_without_the_rule_are_named_with_the_clause_that_lacks_it(
    library: Library,
) -> None:
    absent = RuleAbsent("RLAC-CSSMS", "上报的天数（只写及时）", ("7.4",))
    rows = (
        Compared("RLAC-CSSMS", absent=absent),
        Compared("WAL-QP-21", absent=RuleAbsent("WAL-QP-21", "上报")),
    )
    comparison = Comparison("status_reporting", "上报", rows, ("只有一家写了数字。",))
    assert composing.absent_text(library, comparison).splitlines() == [
        "RLAC云服务CSSMS：文件没有给出上报的天数（只写及时）（7.4）。",
        "网安联服务资质：文件没有关于“上报”的规定。",
        "只有一家写了数字。",
    ]


def test_every_line_of_a_quote_is_marked_and_its_source_follows(
    evidence: Evidence, library: Library
) -> None:
    citation = evidence.cite(library.quote_whole(ClauseRef(TB, "6.2.6")))
    *lines, source = composing.quotes_text([citation]).splitlines()
    assert len(lines) > 1
    assert all(line.startswith("> ") for line in lines)
    assert source == f"—— {citation.source}"


def test_warnings_have_a_line_each() -> None:
    assert composing.warnings_text(["甲。", "乙。"]) == "⚠️ 甲。\n⚠️ 乙。"


def test_words_read_as_others_are_told() -> None:
    read_as = [Replacement(said="年审", means="监督审核"), Replacement(said="停证", means="暂停")]
    assert composing.reading_text(read_as) == "（年审 = 监督审核；停证 = 暂停）"
