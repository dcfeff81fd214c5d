"""What becomes of the calculators' results: an answer, a question back, or a pointer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.assistant.answer import Answer, AnswerKind, Question
from bot.assistant.answering import Answering
from bot.assistant.calculated import CalculatedAnswers
from bot.assistant.routes import Routes
from bot.assistant.rulebooks import Rulebooks
from bot.assistant.scope import scope_of
from knowledge.library import Library
from tests.bot.assistant.conftest import TODAY, Read

Calculate = Callable[[str], Answer | None]


@pytest.fixture(scope="module")
def calculated(answering: Answering, rulebooks: Rulebooks) -> CalculatedAnswers:
    return CalculatedAnswers(answering, Routes.over(rulebooks))


@pytest.fixture
def calculate(calculated: CalculatedAnswers, read: Read, library: Library) -> Calculate:
    def answer(words: str) -> Answer | None:
        question, asked = Question(words, TODAY), read(words)
        return calculated.answer(asked, question, scope_of(asked, question, library))

    return answer


def documents(answer: Answer | None) -> list[str]:
    assert answer
    return [each.document for each in answer.calculations]


def test_named_scheme_gets_its_result(calculate: Calculate) -> None:
    answer = calculate("腾标80人初审几个人天")
    assert answer
    assert answer.kind is AnswerKind.CALCULATION
    assert documents(answer) == ["TB-GZ-036"]


def test_without_a_scheme_every_result_stands_beside_the_question_which(
    calculate: Calculate,
) -> None:
    answer = calculate("80人初审几个人天")
    assert answer and answer.clarification
    assert answer.clarification.ask == ("scheme",)
    assert documents(answer) == ["TB-GZ-036", "RLAC-CSSMS"]


def test_rule_of_one_scheme_only_needs_no_question_which(calculate: Calculate) -> None:
    answer = calculate("首次申请一家，一共多少钱")
    assert answer
    assert answer.kind is AnswerKind.CALCULATION
    assert documents(answer) == ["CNITSEC-CLOUD-1"]


def test_missing_fact_is_asked_for_and_the_rule_quoted(calculate: Calculate) -> None:
    answer = calculate("腾标初审几个人天")
    assert answer and answer.clarification
    assert answer.clarification.ask == ("headcount",)
    assert answer.calculations == ()
    assert answer.citations


def test_missing_audit_type_is_asked_for_beside_what_each_would_take(calculate: Calculate) -> None:
    answer = calculate("腾标150人要几个人天")
    assert answer and answer.clarification
    assert answer.clarification.ask == ("audit_type",)
    assert len(answer.calculations) == 3


def test_several_named_schemes_are_answered_without_asking_which(calculate: Calculate) -> None:
    answer = calculate("腾标和RLAC，80人初审各几个人天")
    assert answer
    assert answer.kind is AnswerKind.CALCULATION
    assert documents(answer) == ["TB-GZ-036", "RLAC-CSSMS"]


def test_document_that_only_points_elsewhere_says_so_with_its_clause(calculate: Calculate) -> None:
    answer = calculate("网安联80人初审几个人天")
    assert answer
    assert answer.kind is AnswerKind.NO_ANSWER
    assert "没有给出" in answer.text
    assert answer.citations[0].quote.ref.number == "6.2"


def test_period_that_a_document_gives_in_words_only_is_answered_with_them(
    calculate: Calculate,
) -> None:
    answer = calculate("腾标接到投诉最晚哪天启动调查")
    assert answer
    assert answer.kind is AnswerKind.CLAUSES
    assert "只写即刻" in answer.text
    assert "接到投诉后需即刻启动调查" in answer.citations[0].quote.text


def test_period_that_a_document_leaves_to_others_is_not_given(calculate: Calculate) -> None:
    answer = calculate("腾标年度工作报告最晚哪天报")
    assert answer
    assert answer.kind is AnswerKind.NO_ANSWER
    assert "没有写日期" in answer.text
    assert answer.citations[0].quote.ref.number == "12.1"


def test_time_that_names_no_day_is_asked_for_in_its_own_words(calculate: Calculate) -> None:
    answer = calculate("腾标10月中旬停的证，最晚哪天恢复")
    assert answer and answer.clarification
    assert answer.clarification.ask == ("suspension_start_date",)
    assert "“10月中旬”没有说到公历的哪一天" in answer.text


def test_each_certificate_of_a_question_gets_its_deadline(calculate: Calculate) -> None:
    answer = calculate("腾标A证2026-3-1发的，B证2026-5-1发的，首次监督分别最晚哪天")
    assert answer
    assert answer.kind is AnswerKind.CALCULATION
    assert {each.label: str(each.value) for each in answer.calculations} == {
        "第一次监督审核最晚日（按 2026-03-01 计）": "2027-03-01",
        "第一次监督审核最晚日（按 2026-05-01 计）": "2027-05-01",
    }


def test_each_audit_of_a_question_gets_its_deadline_and_missing_facts_are_asked_for(
    calculate: Calculate,
) -> None:
    answer = calculate("腾标2026-3-1发的证，监督和再认证分别最晚哪天")
    assert answer and answer.clarification
    assert [str(each.value) for each in answer.calculations] == ["2029-02-28"]
    assert answer.clarification.ask == ("last_surveillance_date",)


def test_absent_rule_of_an_unnamed_scheme_is_left_to_the_search(calculate: Calculate) -> None:
    assert calculate("标准换版最晚哪天完成") is None


def test_variations_stand_beside_one_result_of_person_days(calculate: Calculate) -> None:
    answer = calculate("腾标150人，高风险，初审几个人天")
    assert answer
    # 8 × 1.1 = 8.8 → 9；7 × 1.1 → 7.5；9 × 1.1 → 10；8 × 0.9 → 7.5；8；8.8 × 0.7 → 6.5
    assert {each.label for each in answer.variations} >= {"降到 125 人", "增到 176 人", "低风险"}
    assert "换个条件：" in answer.text


@pytest.mark.parametrize("words", ["80人初审几个人天", "腾标的证2026-11-24签发，哪天到期"])
def test_other_answers_have_no_variations(words: str, calculate: Calculate) -> None:
    answer = calculate(words)
    assert answer
    assert answer.variations == ()


def test_question_that_is_for_no_calculator_is_left_to_the_search(calculate: Calculate) -> None:
    assert calculate("腾标的合同谁签字") is None


@pytest.mark.parametrize(
    ("words", "ours"),
    [
        ("腾标80人初审几个人天", True),
        ("80人初审几个人天", True),
        ("ISO9001 80人初审几个人天", False),
        ("测评中心二级资质一共多少钱", False),
        ("ISO9001初审10人天、腾标80人，结合审核一起审要几个人天", True),
    ],
)
def test_only_questions_about_schemes_and_levels_of_ours_are_computed(
    words: str, ours: bool, calculated: CalculatedAnswers, read: Read, library: Library
) -> None:
    asked = read(words)
    assert calculated.is_for_us(asked, scope_of(asked, Question(words, TODAY), library)) is ours
