"""When schemes are put side by side, and what about."""

from __future__ import annotations

import pytest

from bot.assistant.answer import Answer, AnswerKind
from bot.assistant.answering import Answering
from bot.assistant.comparing import Comparing, topic_asked
from bot.assistant.rulebooks import Rulebooks
from bot.assistant.understanding.cues import bundled_cues
from tests.bot.assistant.conftest import Ask, Read, ScopeOf


@pytest.fixture(scope="module")
def comparing(answering: Answering, rulebooks: Rulebooks) -> Comparing:
    return Comparing(answering, rulebooks, bundled_cues())


def labels(answer: Answer) -> dict[str, str]:
    assert answer.kind is AnswerKind.CALCULATION
    return {each.document: each.label for each in answer.calculations}


@pytest.mark.parametrize(
    "words",
    [
        "两次监督最多隔多久，各家比一下",
        "停证最长多久，哪家最严",
        "记录保存几年，五家分别多久",
        "对比一下证书有效期",
        "腾标和网安联的记录保存年限有什么区别",
        "RLAC跟腾标的监督间隔一样吗",
    ],
)
def test_question_wants_schemes_side_by_side(
    words: str, comparing: Comparing, read: Read, scope: ScopeOf
) -> None:
    assert comparing.applies(read(words), scope(words))


@pytest.mark.parametrize(
    "words",
    [
        "腾标和别家比一下，监督间隔多久",  # only one scheme of ours
        "ISO9001和ISO14001监督间隔比一下",  # none of ours
        "各家2026-03-01做的监督，下次最晚哪天",  # a date is computed, not compared
        "监督间隔多久",
        "两个场所活动不同怎么抽",
        "出报告的是哪家机构",
    ],
)
def test_question_does_not_want_them_side_by_side(
    words: str, comparing: Comparing, read: Read, scope: ScopeOf
) -> None:
    assert not comparing.applies(read(words), scope(words))


def test_all_schemes_are_compared_where_none_is_named(ask: Ask) -> None:
    answer = ask("两次监督最多隔多久，各家比一下")
    assert labels(answer) == {
        "TB-GZ-036": "下一次监督审核最晚日（最严）",
        "RLAC-CSSMS": "下一次监督审核最晚日",
        "ZQHX-ISMS-ITSMS": "下一次监督审核最晚日（ITSMS）（最严）",
        "WAL-QP-21": "下一次监督审核最晚日（最严）",
    }
    assert "测评中心云计算一级：文件没有给出监督审核的天数" in answer.text


def test_only_the_schemes_that_are_named_are_compared(ask: Ask) -> None:
    answer = ask("腾标和RLAC的监督间隔比一下")
    assert labels(answer) == {
        "TB-GZ-036": "下一次监督审核最晚日（最严）",
        "RLAC-CSSMS": "下一次监督审核最晚日",
    }
    assert "测评中心" not in answer.text


def test_person_days_are_compared_without_asking_which_scheme(ask: Ask) -> None:
    answer = ask("150人初审几个人天，各家比一下")
    assert answer.clarification is None
    assert labels(answer)["RLAC-CSSMS"].endswith("（最严）")


def test_person_days_without_a_headcount_ask_for_it(ask: Ask) -> None:
    answer = ask("初审几个人天，各家比一下")
    assert answer.clarification
    assert "headcount" in answer.clarification.ask


def test_comparison_about_nothing_that_is_ruled_is_left_to_the_search(ask: Ask) -> None:
    assert ask("各家的食堂比一下").kind is AnswerKind.NO_ANSWER


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("停证最长多久", "suspension_end"),
        ("记录保存几年", "record_retention"),
        ("审核报告多久交给客户", "report_submission"),
        ("审核员培训多少学时", "training_hours"),
        ("要几个CISP", "cisp"),
        ("监督要几个人天", "person_days"),
        ("食堂在哪", None),
    ],
)
def test_topic_of_a_question(
    words: str, topic: str | None, read: Read, rulebooks: Rulebooks
) -> None:
    assert topic_asked(read(words), rulebooks.compared()) == topic


def test_documents_without_any_rule_are_left_out(rulebooks: Rulebooks) -> None:
    more = {**rulebooks.deadlines, "NEW-1": ()}
    books = Rulebooks(
        rulebooks.person_days,
        more,
        rulebooks.sampling,
        rulebooks.fees,
        rulebooks.classification,
        rulebooks.eligibility,
        rulebooks.status,
        rulebooks.calendar,
    )
    assert books.compared().documents == rulebooks.compared().documents
    assert "NEW-1" in books.compared(["NEW-1", "TB-GZ-036"]).documents
