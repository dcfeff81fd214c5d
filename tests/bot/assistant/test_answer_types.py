"""Which sort of figure a question wants, and whether a clause has one of that sort."""

from __future__ import annotations

import pytest

from bot.assistant.answer_types import AnswerType, contains, wanted


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("评审一次多少钱", AnswerType.MONEY),
        ("年金是多少", AnswerType.MONEY),
        ("罚多少", AnswerType.MONEY),
        ("投诉打哪个电话", AnswerType.TELEPHONE),
        ("传真号", AnswerType.TELEPHONE),
        ("几个工作日内回复", AnswerType.PERIOD),
        ("几天内回复", AnswerType.PERIOD),
        ("证书有效期几年", AnswerType.PERIOD),
        ("暂停最长多久", AnswerType.PERIOD),
        ("要几名审核员", AnswerType.COUNT),
        ("占比例是多少", AnswerType.COUNT),
        ("报告一式几份", AnswerType.COUNT),
        ("谁签字", None),
        ("几个月能下来", AnswerType.PERIOD),
        ("最长的那个场所怎么选", None),
    ],
)
def test_question_wants_a_sort_of_figure(question: str, sort: AnswerType | None) -> None:
    assert wanted(question) is sort


@pytest.mark.parametrize(
    ("sort", "words"),
    [
        (AnswerType.MONEY, "年金为5000元"),
        (AnswerType.MONEY, "收取2万元"),
        (AnswerType.TELEPHONE, "联系电 话：见网站"),
        (AnswerType.TELEPHONE, "0791-88888888"),
        (AnswerType.PERIOD, "应在 30 个工作日内"),
        (AnswerType.PERIOD, "有效期为三年"),
        (AnswerType.PERIOD, "应在下次审核时验证"),
        (AnswerType.COUNT, "至少 1 名专职审核员"),
        (AnswerType.COUNT, "所有场所"),
    ],
)
def test_words_have_the_sort(sort: AnswerType, words: str) -> None:
    assert contains(sort, words)


@pytest.mark.parametrize(
    ("sort", "words"),
    [
        (AnswerType.MONEY, "收费标准在网站公开"),
        (AnswerType.TELEPHONE, "可向机构投诉"),
        (AnswerType.PERIOD, "应限期整改"),
        (AnswerType.COUNT, "应有充足的人员"),
    ],
)
def test_words_that_only_speak_of_the_thing_lack_it(sort: AnswerType, words: str) -> None:
    assert not contains(sort, words)
