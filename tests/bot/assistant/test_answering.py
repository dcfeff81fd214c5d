"""How an answer is put together: its kind, its citations, its warnings, each said once."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from bot.assistant.answer import AnswerKind, Clarification
from bot.assistant.answering import Answering
from bot.assistant.rulebooks import Rulebooks
from calculators.calculation import Calculation, Step
from calculators.comparison import compare
from calculators.comparison_rows import Compared, Comparison
from knowledge.clause import ClauseRef, Quote
from knowledge.errata import FaultKind
from knowledge.library import Library
from tests.bot.assistant.conftest import Read

TB, RLAC = "TB-GZ-036", "RLAC-CSSMS"
BACK = Clarification(("scheme",), "问的是哪个认证项目？")


def tb(number: str) -> ClauseRef:
    return ClauseRef(TB, number)


def result(
    document: str, *quotes: Quote, step: Quote | None = None, warnings: tuple[str, ...] = ()
) -> Calculation:
    steps = (Step("第一步", Fraction(1), step),)
    return Calculation(document, "deadline", "甲", Fraction(1), "人天", {}, steps, quotes, warnings)


def test_quoting_answer_says_how_words_were_read(
    answering: Answering, read: Read, library: Library
) -> None:
    citation = answering.evidence.cite(library.quote(tb("13.1")))
    answer = answering.clauses(read("停证期间资料怎么存"), [citation])
    assert answer.kind is AnswerKind.CLAUSES
    assert answer.citations == (citation,)
    assert answer.text.startswith("（停证 = 暂停")


def test_calculation_cites_governing_clauses_before_those_of_steps(
    answering: Answering, read: Read, library: Library
) -> None:
    first, second, step = (library.quote(tb(each)) for each in ("13.1", "4.1", "4.2"))
    third = library.quote(ClauseRef(RLAC, "3.3"))
    results = [result(TB, first, second, step=step), result(RLAC, third)]
    answer = answering.calculation(read("x"), results)
    assert answer.kind is AnswerKind.CALCULATION
    assert [each.quote for each in answer.citations] == [first, third, second, step]


def test_quotes_that_were_found_stand_before_those_of_the_calculation(
    answering: Answering, read: Read, library: Library
) -> None:
    found, own = library.quote(tb("4.1")), library.quote(tb("13.1"))
    answer = answering.calculation(read("x"), [result(TB, own)], found=[found])
    assert [each.quote for each in answer.citations] == [found, own]


def test_calculation_that_asks_back_says_the_question_first(
    answering: Answering, read: Read, library: Library
) -> None:
    answer = answering.calculation(read("x"), [result(TB, library.quote(tb("13.1")))], BACK)
    assert answer.kind is AnswerKind.CLARIFICATION
    assert answer.clarification == BACK
    assert answer.text.startswith(BACK.prompt)


def test_question_back_quotes_the_rule_meanwhile(
    answering: Answering, read: Read, library: Library
) -> None:
    answer = answering.clarification(read("x"), BACK, [library.quote(tb("13.1"))])
    assert answer.kind is AnswerKind.CLARIFICATION
    assert "> " in answer.text
    assert answer.calculations == ()


def test_warning_of_a_calculation_is_said_once(
    answering: Answering, read: Read, library: Library
) -> None:
    quote = library.quote(tb("4.1"))
    twice = [result(TB, quote, warnings=("请核对。",)), result(TB, quote, warnings=("请核对。",))]
    assert answering.calculation(read("x"), twice).warnings == ("请核对。",)


def test_fault_of_the_words_quoted_is_warned_of(
    answering: Answering, read: Read, library: Library
) -> None:
    # RLAC 附录B 的一档印作 2451～4350，应为 3451～4350。
    row = library.quote(ClauseRef(RLAC, "附录B 2451～4350"))
    answer = answering.clauses(read("x"), [answering.evidence.cite(row)])
    assert any("3451" in warning for warning in answer.warnings)


def test_fault_of_other_words_of_the_document_is_not(
    answering: Answering, read: Read, library: Library
) -> None:
    # 5.1.2 6) 有疑，这里只引 5.1.2 的开头
    opening = library.quote(tb("5.1.2"))
    assert any(erratum.is_material for erratum in answering.errata.within(opening.ref))
    assert answering.clauses(read("x"), [answering.evidence.cite(opening)]).warnings == ()


def test_fault_that_the_calculator_has_warned_of_is_not_said_again(
    answering: Answering, read: Read, library: Library
) -> None:
    row = library.quote(ClauseRef(RLAC, "附录B 2451～4350"))
    (fault,) = answering.clauses(read("x"), [answering.evidence.cite(row)]).warnings
    own = f"{fault[:20]}（计算器的话）"
    assert answering.calculation(read("x"), [result(RLAC, row, warnings=(own,))]).warnings == (own,)


def test_other_side_of_a_disagreement_is_known(answering: Answering) -> None:
    # 证书信息上报：9.4.4 6) 30 个工作日，12.3 1) 次月 10 日前。
    assert tb("12.3 1)") in answering.other_sides(tb("9.4.4 6)"))
    assert tb("9.4.4 6)") in answering.other_sides(tb("12.3 1)"))


def test_clause_that_nothing_contradicts_has_no_other_side(answering: Answering) -> None:
    assert answering.other_sides(tb("4.1")) == ()


def test_every_material_disagreement_knows_its_other_sides(answering: Answering) -> None:
    for erratum in answering.errata:
        sides = {place.quote.ref for place in erratum.sides}
        if erratum.kind is FaultKind.DISAGREEMENT and erratum.is_material and len(sides) > 1:
            for ref in sides:
                others = set(answering.other_sides(ref))
                assert sides - {ref} <= others, erratum.id
                assert ref not in others


def test_absent_rule_says_where_it_would_be(answering: Answering, library: Library) -> None:
    answer = answering.absent("没有给出。", [library.quote(tb("4.1"))])
    assert answer.kind is AnswerKind.NO_ANSWER
    assert answer.text.startswith("没有给出。")
    assert [each.quote.ref for each in answer.citations] == [tb("4.1")]


def test_nothing_found_says_what_was_searched_and_what_comes_nearest(
    answering: Answering, library: Library
) -> None:
    nearest = [answering.evidence.cite(library.quote(tb(each))) for each in ("4.1", "4.2")]
    answer = answering.nothing([TB, RLAC], nearest)
    assert answer.kind is AnswerKind.NO_ANSWER
    assert "腾标公有云PII、RLAC云服务CSSMS" in answer.text
    assert answer.text.count("——") == 1


def test_nothing_near_is_not_spoken_of(answering: Answering) -> None:
    assert "最接近" not in answering.nothing([TB], []).text


def test_comparison_marks_the_strictest_and_cites_each_scheme(
    answering: Answering, read: Read, library: Library
) -> None:
    rows = (
        Compared(TB, result(TB, library.quote(tb("13.1"))), strictest=True),
        Compared(RLAC, result(RLAC, library.quote(ClauseRef(RLAC, "3.3")))),
    )
    answer = answering.comparison(read("x"), Comparison("t", "题目", rows))
    assert answer.kind is AnswerKind.CALCULATION
    assert [each.label for each in answer.calculations] == ["甲（最严）", "甲"]
    assert [str(each.quote.ref) for each in answer.citations] == [f"{TB} 13.1", f"{RLAC} 3.3"]


@pytest.mark.parametrize("topic", ["suspension_end", "report_submission"])
def test_comparison_cites_where_a_number_is_lacking_after_all_numbers(
    topic: str, answering: Answering, read: Read, rulebooks: Rulebooks
) -> None:
    found = compare(topic, rulebooks.compared())
    answer = answering.comparison(read("x"), found)
    ruled = [row.document for row in found.rows if row.calculation]
    assert [each.quote.ref.document for each in answer.citations][: len(ruled)] == ruled
    assert len(answer.citations) > len(ruled)


def test_answer_is_made_without_changing_what_was_computed(
    answering: Answering, read: Read, library: Library
) -> None:
    calculation = result(TB, library.quote(tb("13.1")))
    before = replace(calculation)
    assert answering.calculation(read("x"), [calculation]).calculations == (before,)
