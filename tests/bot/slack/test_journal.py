from __future__ import annotations

from bot.assistant.answer import Answer, AnswerKind
from bot.slack.asked import Asked
from bot.slack.journal import AnsweredQuestion, RecentJournal
from bot.slack.place import Place

ANSWER = Answer(AnswerKind.NO_ANSWER, "没有规定。")


def journal_of(*questions: tuple[str, str]) -> RecentJournal:
    journal = RecentJournal()
    for user, words in questions:
        journal.answered(AnsweredQuestion(Place(user), Asked(words), ANSWER))
    return journal


def test_last_questions_are_the_persons_own_newest_first_each_once() -> None:
    journal = journal_of(("U1", "一"), ("U2", "别人的"), ("U1", "二"), ("U1", "一"))
    assert journal.last_questions("U1") == (Asked("一"), Asked("二"))


def test_person_who_asked_nothing_has_no_questions() -> None:
    assert RecentJournal().last_questions("U1") == ()


def test_old_questions_are_forgotten() -> None:
    journal = journal_of(*(("U1", str(number)) for number in range(30)))
    assert journal.last_questions("U1")[-1] == Asked("20")
