"""What is said is kept in the database: over a restart, for the technical department, or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlmodel import SQLModel

from bot.assistant.answer import AnswerKind
from bot.playground import Message, SlackStandIn, Timing
from bot.settings import Settings
from bot.slack import ids
from bot.slack.services import Services
from bot.slack.serving import connect
from bot.store.database import Database
from bot.store.journal_entries import Entry, JournalEntries, Judgement
from bot.store.services import remembering
from tests.fakes.clock import Clock

CHANNEL = "市场部"
QUICK = Timing(acknowledge_within=1.0, retry_delays=(0.0, 0.1, 0.2))


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    with SlackStandIn(timing=QUICK) as stand_in:
        yield stand_in


@contextmanager
def running(slack: SlackStandIn, services: Services, database: Database) -> Iterator[None]:
    """The app as one process of it runs, from its start to its end."""
    settings = Settings.model_validate(
        {
            "slack_bot_token": slack.bot_token,
            "slack_app_token": slack.app_token,
            "slack_api_url": slack.api_url,
        }
    )
    with remembering(services, database, Clock(), "abc") as remembered:
        connection = connect(settings, remembered)
        try:
            yield
        finally:
            connection.close()


@pytest.fixture
def replies(slack: SlackStandIn) -> Callable[[Message, int], list[Message]]:
    def wait(message: Message, count: int = 1) -> list[Message]:
        slack.wait_for(lambda: len(slack.replies(message)) >= count)
        return slack.replies(message)

    return wait


def entries(slack: SlackStandIn, database: Database, judged: int) -> tuple[Entry, ...]:
    """The journal, once it holds so many judgements."""
    read = JournalEntries(database).since
    slack.wait_for(lambda: sum(len(entry.judgements) for entry in read()) == judged)
    return read()


def test_thread_goes_on_after_a_restart(
    slack: SlackStandIn,
    services: Services,
    database: Database,
    replies: Callable[..., list[Message]],
) -> None:
    with running(slack, services, database):
        asked = slack.post_message("小王", CHANNEL, "@ClauseBot 监督审核最晚哪天")
        replies(asked)
    with running(slack, services, database):
        slack.post_message("小王", CHANNEL, "腾标", thread_ts=asked.ts)
        replies(asked, 3)
        slack.redeliver()
        again = slack.post_message("小王", CHANNEL, "@ClauseBot 修约怎么算")
        replies(again)
    assert len(slack.replies(again)) == 1
    assert [entry.asked.words for entry in JournalEntries(database).since()] == [
        "监督审核最晚哪天",
        "监督审核最晚哪天，腾标",
        "修约怎么算",
    ]


def test_judgements_are_kept_with_the_answer_that_they_are_on(
    slack: SlackStandIn,
    services: Services,
    database: Database,
    replies: Callable[..., list[Message]],
) -> None:
    with running(slack, services, database):
        (answer,) = replies(slack.post_message("小王", CHANNEL, "@ClauseBot 修约怎么算"))
        slack.click("李工", answer, "👍")
        slack.click("小王", answer, "👎")
        form = slack.wait_for(lambda: slack.modal("小王"))
        said = {
            "facts:reason": {"fill_fact:reason": "missing"},
            "facts:words": {"fill_fact:words": "少了附录"},
        }
        assert slack.submit_view(form, said).accepted
        (entry,) = entries(slack, database, judged=2)
    assert (entry.kind, entry.user, entry.index_version) == (
        AnswerKind.CLAUSES,
        "U0XIAOWANG",
        "abc",
    )
    assert [str(ref) for ref in entry.cited] == ["TB-GZ-036 5.4.4 2)"]
    assert set(entry.judgements) == {
        Judgement("U0LIGONG", True),
        Judgement("U0XIAOWANG", False, "missing", "少了附录"),
    }


def test_answer_shared_with_the_channel_is_written_down_once(
    slack: SlackStandIn, services: Services, database: Database
) -> None:
    with running(slack, services, database):
        slack.slash_command("小王", CHANNEL, "/clause", "修约怎么算")
        (answer,) = slack.wait_for(lambda: slack.messages(CHANNEL, seen_by="小王"))
        slack.click("小王", answer, ids.SHARE)
        slack.wait_for(lambda: len(slack.messages(CHANNEL, seen_by="李工")) == 2)
    assert [entry.asked.words for entry in JournalEntries(database).since()] == ["修约怎么算"]


def test_question_is_answered_once_though_the_database_broke(
    slack: SlackStandIn,
    services: Services,
    database: Database,
    replies: Callable[..., list[Message]],
) -> None:
    with running(slack, services, database):
        with database.writing() as connection:
            SQLModel.metadata.drop_all(connection)
        asked = slack.post_message("小王", CHANNEL, "@ClauseBot 修约怎么算")
        (answer,) = replies(asked)
        slack.redeliver()
        slack.click("李工", answer, "👍")
        slack.wait_for(lambda: slack.messages(CHANNEL, seen_by="李工")[-1].text == "已记下，谢谢。")
    assert answer.text == "答：修约怎么算"
    assert len(slack.replies(asked)) == 1
