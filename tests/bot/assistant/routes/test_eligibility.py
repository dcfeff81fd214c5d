"""Which questions are judged, by what is enough; every other one is left to the search."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.assistant.attempt import Attempt
from bot.assistant.routes.eligibility import EligibilityRoute
from bot.assistant.rulebooks import Rulebooks
from bot.assistant.understanding.cues import bundled_cues
from tests.bot.assistant.conftest import TODAY, Read

TB, RLAC, CNITSEC = "TB-GZ-036", "RLAC-CSSMS", "CNITSEC-CLOUD-1"
Judge = Callable[[str, str], Attempt]


@pytest.fixture(scope="module")
def route(rulebooks: Rulebooks) -> EligibilityRoute:
    return EligibilityRoute(
        rulebooks.eligibility, rulebooks.deadlines, rulebooks.calendar, bundled_cues()
    )


@pytest.fixture(scope="module")
def judge(route: EligibilityRoute, read: Read) -> Judge:
    def judged(words: str, document: str) -> Attempt:
        asked = read(words)
        return route.attempt(asked, document, TODAY) if route.applies(asked) else Attempt(document)

    return judged


@pytest.mark.parametrize(
    ("words", "document", "verdict", "clause"),
    [
        ("3个CISP够不够", CNITSEC, "不符合", "3.2.3 5."),
        ("CISP有4个行不行", CNITSEC, "符合", "3.2.3 5."),
        ("培训6学时行不行", RLAC, "不符合", "3.3"),
        ("27017培训上了8个小时够吗", RLAC, "符合", "3.3"),
        ("审核组带2个实习审核员行不行", TB, "不符合", "5.4.6.2 2) 注"),
        ("组里1名专职审核员够不够", TB, "符合", "5.4.6.1"),
        ("体系跑了2个月能申请吗", TB, "不符合", "5.1.2 3)"),
        ("体系跑了两个半月能收吗", TB, "不符合", "5.1.2 3)"),
        ("体系运行不到3个月，能报吗", RLAC, "不符合", "4.1 (6)"),
        ("体系运行三个多月了能申请吗", RLAC, "符合", "4.1 (6)"),
        ("体系运行满3个月了，能申请吗", TB, "符合", "5.1.2 3)"),
        ("证书被撤销10个月了能申请吗", TB, "不符合", "5.1.2 6)"),
        ("证书被撤销一年半了能申请吗", TB, "符合", "5.1.2 6)"),
    ],
)
def test_verdict_with_its_clause_first(
    words: str, document: str, verdict: str, clause: str, judge: Judge
) -> None:
    (found,) = judge(words, document).calculations
    assert found.value == verdict
    assert found.quotes[0].ref.number == clause


@pytest.mark.parametrize(
    ("words", "document"),
    [
        ("要几个CISP", CNITSEC),  # asks for the rule
        ("是不是要4个CISP才行", CNITSEC),
        ("培训至少8学时可以吗", RLAC),
        ("CISP够不够", CNITSEC),  # no number
        ("不到5个CISP行吗", CNITSEC),  # 4 would do, 3 would not
        ("体系运行快4个月了能申请吗", TB),
        ("体系运行两三个月能申请吗", TB),
        ("体系运行2个月，3年前拿的证，能申请吗", TB),  # two lengths of time
        ("体系2026-09-01开始运行，能申请吗", TB),  # a date is for the deadline calculator
        ("停证2个月了还能用标志吗", TB),  # about something else than applying
        ("3个CISP够不够", TB),  # no such requirement
        ("合同谁签行不行", TB),
    ],
)
def test_question_is_left_to_the_search(words: str, document: str, judge: Judge) -> None:
    assert not judge(words, document).says_something


def test_document_without_requirements_says_nothing(judge: Judge) -> None:
    assert not judge("3个CISP够不够", "NEW-1").says_something


def test_one_requirement_met_is_not_said_to_be_all(judge: Judge) -> None:
    (found,) = judge("CISP有4个行不行", CNITSEC).calculations
    assert found.warnings[-1] == "只核对了这一条，“人员构成与素质要求”的其他条件没有核对。"


def test_requirement_not_met_decides_by_itself(judge: Judge) -> None:
    (found,) = judge("3个CISP够不够", CNITSEC).calculations
    assert not any("只核对了这一条" in warning for warning in found.warnings)


def test_only_requirement_of_a_topic_needs_no_such_warning(judge: Judge) -> None:
    (found,) = judge("适用性声明有1份够不够", "ZQHX-ISMS-ITSMS").calculations
    assert found.value == "符合"


def test_result_is_named_for_its_topic_and_requirement(judge: Judge) -> None:
    (found,) = judge("体系跑了2个月能申请吗", TB).calculations
    assert found.label == "提出认证申请 · 申请前体系运行时间"
    assert found.inputs["operation_started"] == "2026-09-24"


def test_all_documents_with_requirements_may_be_asked(route: EligibilityRoute) -> None:
    assert set(route.documents()) >= {TB, RLAC, CNITSEC, "ZQHX-ISMS-ITSMS", "WAL-QP-21"}
