"""The app's memory over a database from which the tables were taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import SQLModel

from bot.assistant.answer import Answer, AnswerKind, Question
from bot.slack.answering import answered
from bot.slack.asked import Asked
from bot.slack.conversations import Turn
from bot.slack.journal import AnsweredQuestion
from bot.slack.place import Place
from bot.slack.rulings import Ruling
from bot.slack.services import Services
from bot.store.database import Database
from bot.store.journal_entries import JournalEntries
from bot.store.services import remembering
from knowledge.clause import ClauseRef
from knowledge.library import Library
from tests.fakes.clock import Clock

PLACE = Place("U1", "C1", "1.1")
SILENCE = Answer(AnswerKind.NO_ANSWER, "没有规定。")


class Silent:
    """Has no answer to anything."""

    def answer(self, question: Question) -> Answer:
        return Answer(AnswerKind.NO_ANSWER, f"{question.scheme} 没有规定。")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load()


@pytest.fixture
def services(database: Database, now: Clock, library: Library) -> Iterator[Services]:
    plain = Services(Silent(), lambda: date(2026, 11, 24), library)
    with remembering(plain, database, now, "abc") as remembered:
        yield remembered


@pytest.fixture
def broken(services: Services, database: Database) -> Services:
    services.channel_schemes.set("C1", "TB-GZ-036")
    services.channel_schemes.of("C1")
    with database.writing() as connection:
        SQLModel.metadata.drop_all(connection)
    return services


def test_question_is_answered_with_what_this_process_knows(broken: Services) -> None:
    (message,) = answered(Asked("几天"), PLACE, broken)
    assert message.text == "TB-GZ-036 没有规定。"
    turn = broken.conversations.last("C1", "1.1")
    assert turn
    assert turn.asked.text == "几天"
    assert [asked.text for asked in broken.journal.last_questions("U1")] == ["几天"]


def test_event_is_still_taken_once(broken: Services) -> None:
    assert [broken.seen.first_time("event:1") for _ in range(2)] == [True, False]


def test_setting_that_would_not_last_fails(broken: Services) -> None:
    with pytest.raises(SQLAlchemyError):
        broken.channel_schemes.set("C1", "WAL-QP-21")


def test_everything_is_known_to_another_process(
    services: Services, connect: Callable[[], Database], now: Clock
) -> None:
    services.channel_schemes.set("C1", "TB-GZ-036")
    services.seen.first_time("event:1")
    answered(Asked("几天"), PLACE, services)
    services.journal.last_questions("U1")
    with remembering(services, connect(), now, "abc") as other:
        assert other.channel_schemes.of("C1") == "TB-GZ-036"
        assert not other.seen.first_time("event:1")
        turn = other.conversations.last("C1", "1.1")
        assert turn
        assert turn.asked == Asked("几天", "TB-GZ-036", from_channel=True)
        assert other.journal.last_questions("U1") == (turn.asked,)


def test_no_ruling_is_shown_and_none_can_be_made(broken: Services) -> None:
    ref = ClauseRef("TB-GZ-036", "5.4.4 2)")
    ruling = Ruling(ref, "", "按半天", "问", "U1", "张总", date(2026, 11, 24))
    assert broken.rulings.on([ref]) == ()
    with pytest.raises(SQLAlchemyError):
        broken.rulings.make(ruling)


def test_change_of_this_process_is_seen_at_once(services: Services) -> None:
    schemes, ref = services.channel_schemes, ClauseRef("TB-GZ-036", "5.4.4 2)")
    for document in ("TB-GZ-036", None, "WAL-QP-21"):
        schemes.set("C1", document)
        assert schemes.of("C1") == document
    assert services.rulings.on([ref]) == ()
    ruling = Ruling(ref, "", "按半天", "问", "U1", "张总", date(2026, 11, 24))
    services.rulings.make(ruling)
    (made,) = services.rulings.on([ref])
    services.rulings.withdraw([made.number], "U1")
    assert services.rulings.on([ref]) == ()


def test_question_is_known_however_much_is_still_to_be_written(services: Services) -> None:
    for number in range(300):
        services.journal.answered(AnsweredQuestion(PLACE, Asked(f"{number}"), SILENCE))
    services.conversations.remember("C1", "1.1", Turn("U1", Asked("最后"), False))
    turn = services.conversations.last("C1", "1.1")
    assert turn
    assert turn.asked.text == "最后"
    for number in range(300):
        services.journal.answered(AnsweredQuestion(PLACE, Asked(f"又{number}"), SILENCE))
    assert services.journal.last_questions("U1")[0].text == "又299"


def test_what_was_said_last_is_kept_at_the_end(
    services: Services, database: Database, now: Clock
) -> None:
    with remembering(services, database, now, "abc") as remembered:
        for number in range(300):
            question = AnsweredQuestion(PLACE, Asked(f"{number}"), SILENCE)
            remembered.journal.answered(question)
    assert len(JournalEntries(database).since()) == 300
