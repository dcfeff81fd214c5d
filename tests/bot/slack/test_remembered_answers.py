from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier, BrokenBarrierError

import pytest

from bot.assistant.answer import Answer, AnswerKind, Question
from bot.slack.remembered_answers import RememberedAnswers
from knowledge.errors import UnknownDocument

TODAY = date(2026, 11, 21)


class Counting:
    """Answers with the number of questions that it has thought about."""

    def __init__(self) -> None:
        self.thought = 0

    def answer(self, _question: Question) -> Answer:
        self.thought += 1
        return Answer(AnswerKind.NO_ANSWER, str(self.thought))


@pytest.mark.parametrize(
    "other",
    [
        Question("甲", date(2026, 11, 22)),
        Question("乙", TODAY),
        Question("甲", TODAY, "TB-GZ-036"),
        Question("甲", TODAY, None, ("前面问的",)),
    ],
)
def test_same_question_is_thought_about_once_and_any_other_anew(other: Question) -> None:
    answers = RememberedAnswers(Counting())
    said = [answers.answer(each).text for each in (Question("甲", TODAY), other)]
    assert [*said, answers.answer(Question("甲", TODAY)).text] == ["1", "2", "1"]


def test_questions_are_thought_about_one_at_a_time() -> None:
    together = Barrier(2)

    class Meeting:
        def answer(self, _question: Question) -> Answer:
            try:
                together.wait(0.2)
            except BrokenBarrierError:
                return Answer(AnswerKind.NO_ANSWER, "alone")
            return Answer(AnswerKind.NO_ANSWER, "together")

    answers = RememberedAnswers(Meeting())
    with ThreadPoolExecutor(2) as threads:
        asked = threads.map(answers.answer, (Question("甲", TODAY), Question("乙", TODAY)))
        assert {answer.text for answer in asked} == {"alone"}


def test_refusal_is_not_remembered() -> None:
    class Refusing(Counting):
        def answer(self, question: Question) -> Answer:
            if not self.thought:
                self.thought += 1
                raise UnknownDocument("X", ())
            return super().answer(question)

    answers = RememberedAnswers(Refusing())
    with pytest.raises(UnknownDocument):
        answers.answer(Question("甲", TODAY))
    assert answers.answer(Question("甲", TODAY)).text == "2"
