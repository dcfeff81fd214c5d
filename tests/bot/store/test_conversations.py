from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import func, select

from bot.slack.asked import Asked
from bot.slack.conversations import Turn
from bot.store.conversations import StoredConversations
from bot.store.database import Database
from bot.store.tables import ThreadTurnRow, table_of
from tests.fakes.clock import Clock

TURN = Turn("U1", Asked("那再认证呢", "TB-GZ-036", ("监督几天",), from_channel=True), True)


def test_turn_is_known_after_a_restart(
    database: Database, connect: Callable[[], Database], now: Clock
) -> None:
    StoredConversations(database, now).remember("C1", "1.1", TURN)
    after = StoredConversations(connect(), now)
    assert after.last("C1", "1.1") == TURN
    assert after.last("C1", "2.2") is None
    assert after.last("C2", "1.1") is None


def test_last_turn_takes_the_place_of_the_one_before(database: Database, now: Clock) -> None:
    conversations = StoredConversations(database, now)
    other = Turn("U2", Asked("换成200人"), False)
    for turn in (TURN, other):
        conversations.remember("C1", "1.1", turn)
    assert conversations.last("C1", "1.1") == other


def test_turn_counts_for_a_week(database: Database, now: Clock) -> None:
    conversations = StoredConversations(database, now)
    conversations.remember("C1", "1.1", TURN)
    now.later(days=7)
    assert conversations.last("C1", "1.1")
    now.later(seconds=1)
    assert conversations.last("C1", "1.1") is None


def test_old_turns_are_taken_away_when_there_is_a_new_one(database: Database, now: Clock) -> None:
    conversations = StoredConversations(database, now)
    conversations.remember("C1", "1.1", TURN)
    now.later(days=8)
    conversations.remember("C1", "2.2", TURN)
    with database.reading() as connection:
        kept = connection.execute(select(func.count()).select_from(table_of(ThreadTurnRow)))
        assert kept.scalar() == 1


def test_words_that_no_database_keeps_are_left_out(database: Database, now: Clock) -> None:
    conversations = StoredConversations(database, now)
    conversations.remember("C1", "1.1", Turn("U1", Asked("几\0天\ud800🎉"), False))
    turn = conversations.last("C1", "1.1")
    assert turn
    assert turn.asked.text == "几天🎉"
