from __future__ import annotations

from bot.statement.statement import Statement
from calculators.calculation import Calculation
from knowledge.clause import ClauseRef
from knowledge.library import Library


def test_facts_are_those_of_the_calculation_with_version_day_and_person(
    statement: Statement, library: Library
) -> None:
    document = library.document("TB-GZ-036")
    assert {row[0]: row[1] for row in statement.facts} == {
        "认证项目": "腾标公有云PII",
        "依据文件": f"《{document.title}》（{document.issuer}）",
        "版本": document.version,
        "审核类型": "监督审核",
        "有效人数": "120",
        "风险等级": "高风险",
        "审核时间": "3 人天",
        "确定日期": "2026-11-21",
        "提问人": "小王",
    }


def test_every_step_names_its_clause(statement: Statement, calculation: Calculation) -> None:
    assert [row[2] for row in statement.steps] == [
        step.quote.ref.number if step.quote else "—" for step in calculation.steps
    ]
    assert statement.steps[-1][1] == "3"


def test_every_clause_is_quoted_once_and_word_for_word(
    statement: Statement, calculation: Calculation, library: Library
) -> None:
    words = [clause.words for clause in statement.clauses]
    assert len(set(words)) == len(words)
    for quote in calculation.quotes:
        assert library.quote(quote.ref).text in words
    rounding = ClauseRef("TB-GZ-036", "5.4.4 2)")
    assert library.quote(rounding).text in words


def test_notes_are_the_warnings(statement: Statement, calculation: Calculation) -> None:
    assert statement.notes == calculation.warnings
