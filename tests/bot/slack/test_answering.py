from __future__ import annotations

from dataclasses import replace

import pytest

from bot.assistant.answer import Answer, AnswerKind, Clarification, Question
from bot.slack.answering import answered
from bot.slack.asked import Asked
from bot.slack.place import Place
from bot.slack.services import Services

THREAD = Place("U1", "C1", "1.1")


class NeedsTheWord:
    """Answers what speaks of person-days; asks back where 谁 stands in the question."""

    def answer(self, question: Question) -> Answer:
        if "谁" in question.text:
            asking = Clarification(("scheme",), "哪个项目？")
            return Answer(AnswerKind.CLARIFICATION, "哪个项目？", clarification=asking)
        kind = AnswerKind.CALCULATION if "人日" in question.text else AnswerKind.NO_ANSWER
        return Answer(kind, f"{question.scheme} {question.text}")


@pytest.fixture
def services(services: Services) -> Services:
    return replace(services, assistant=NeedsTheWord())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("150人", "None 150人，要几个审核人日"),
        ("150人几个人日", "None 150人几个人日"),
        ("谁", "哪个项目？"),
    ],
    ids=["words alone do not say it", "words say it", "words lack a fact"],
)
def test_command_adds_what_it_means_only_where_the_words_do_not_say_it(
    services: Services, words: str, said: str
) -> None:
    (message,) = answered(Asked(words), THREAD, services, "要几个审核人日")
    assert message.text == said


def test_question_that_stays_unanswered_is_shown_as_it_was_asked(services: Services) -> None:
    (message,) = answered(Asked("天气"), THREAD, services, "怎么样")
    assert message.text == "None 天气"


def test_channels_scheme_is_used_where_the_question_has_none(services: Services) -> None:
    services.channel_schemes.set("C1", "TB-GZ-036")
    assert answered(Asked("几个人日"), THREAD, services)[0].text == "TB-GZ-036 几个人日"
    own = answered(Asked("几个人日", "WAL-QP-21"), THREAD, services)
    assert own[0].text == "WAL-QP-21 几个人日"


def test_thread_remembers_what_was_asked_and_whether_an_answer_is_awaited(
    services: Services,
) -> None:
    answered(Asked("谁"), THREAD, services)
    turn = services.conversations.last("C1", "1.1")
    assert turn
    assert (turn.asked, turn.user, turn.is_open) == (Asked("谁"), "U1", True)
    answered(Asked("几个人日"), THREAD, services)
    turn = services.conversations.last("C1", "1.1")
    assert turn
    assert not turn.is_open
