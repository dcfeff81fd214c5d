"""Each channel gets each day's digest exactly once, wherever the process or Slack breaks."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.playground import Message, SlackStandIn
from bot.store.database import Database
from bot.store.digest_ledger import StoredLedger
from bot.store.upgrading import upgrade

PROGRAM = Path(__file__).with_name("digest_processes.py")
DAY = date(2026, 11, 24)
TIMEOUT = 0.5
KILLED = -9

Run = Callable[..., list[int]]


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    with SlackStandIn() as stand_in:
        yield stand_in


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    opened = Database(url)
    upgrade(opened)
    yield opened
    opened.close()


@pytest.fixture
def ledger(database: Database) -> StoredLedger:
    return StoredLedger(database, lambda: datetime.now(UTC))


@pytest.fixture
def run(slack: SlackStandIn, url: str) -> Iterator[Run]:
    """Starts processes that send what is owed, and says how they ended."""
    options = {
        "database": url,
        "api": slack.api_url,
        "token": slack.bot_token,
        "timeout": TIMEOUT,
    }
    program = subprocess.Popen(
        [sys.executable, str(PROGRAM), json.dumps(options)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdin
    assert program.stdout

    def start(**wanted: int) -> list[int]:
        assert program.stdin
        assert program.stdout
        print(json.dumps(wanted), file=program.stdin)
        program.stdin.flush()
        statuses: list[int] = json.loads(program.stdout.readline())
        return statuses

    yield start
    program.stdin.close()
    program.wait()
    program.stdout.close()


@pytest.fixture
def channel(slack: SlackStandIn) -> str:
    return slack.channel("审核计划").id


def digests(slack: SlackStandIn, channel: str, day: date) -> list[Message]:
    """The first pages that the channel got for a day."""
    return [
        message
        for message in slack.messages(channel)
        if message.metadata
        and message.metadata["event_payload"]["day"] == day.isoformat()
        and not message.is_reply
    ]


def is_whole(slack: SlackStandIn, channel: str, day: date) -> bool:
    """Whether the channel got the digest once: three pages in order and one picture."""
    firsts = digests(slack, channel, day)
    if len(firsts) != 1:
        return False
    below = slack.replies(firsts[0])
    texts = [firsts[0].text, *(each.text for each in below if each.metadata)]
    pictures = [file for each in below for file in each.files]
    return texts == ["第 1 页", "第 2 页", "第 3 页"] and len(pictures) == 1


def finish(run: Run, ledger: StoredLedger, channel: str, day: date) -> None:
    """Lets further processes try until nothing is owed any more."""
    for minutes in range(0, 300, 3):
        if not ledger.is_owed(channel, day):
            return
        run(minutes_ahead=minutes)
    pytest.fail("the digest was never finished")


def test_a_process_killed_at_any_step_leaves_exactly_one_digest(
    slack: SlackStandIn, ledger: StoredLedger, run: Run, channel: str
) -> None:
    day = DAY
    for step in range(1, 200):
        day += timedelta(days=1)
        ledger.owe(channel, day)
        ended = run(kill_at=step)
        if ended == [KILLED]:
            finish(run, ledger, channel, day)
        assert is_whole(slack, channel, day), f"killed at step {step}"
        if ended == [0]:
            assert step > 20
            return
    pytest.fail("the sending never came to its end")


@pytest.fixture(
    params=[
        {"status": 429, "retry_after": 1},
        {"status": 500},
        {"status": 500, "accept": True},
        {"status": 503, "accept": True},
        {"hang": TIMEOUT + 0.5},
        {"hang": TIMEOUT + 0.5, "accept": True},
        {"error": "internal_error", "accept": True},
    ],
    ids=str,
)
def fault(request: pytest.FixtureRequest) -> dict[str, Any]:
    return dict(request.param)


@pytest.fixture
def faulty(slack: SlackStandIn, method: str, fault: dict[str, Any]) -> None:
    """Slack fails twice in the same way at the method."""
    slack.fail_next(method, times=2, **fault)


@pytest.mark.parametrize("method", ["chat.postMessage", "files.completeUploadExternal"])
@pytest.mark.usefixtures("faulty")
def test_whatever_slack_answers_the_digest_comes_once(
    slack: SlackStandIn, ledger: StoredLedger, run: Run, channel: str
) -> None:
    ledger.owe(channel, DAY)

    finish(run, ledger, channel, DAY)

    assert is_whole(slack, channel, DAY)


def test_nothing_is_posted_again_while_slack_does_not_say_what_arrived(
    slack: SlackStandIn, ledger: StoredLedger, run: Run, channel: str
) -> None:
    ledger.owe(channel, DAY)
    slack.fail_next("chat.postMessage", status=500, accept=True)
    slack.fail_next("conversations.history", status=500, times=3)

    finish(run, ledger, channel, DAY)

    assert is_whole(slack, channel, DAY)


def test_three_replicas_share_the_channels_and_double_none(
    slack: SlackStandIn, ledger: StoredLedger, run: Run, channel: str
) -> None:
    days = [DAY + timedelta(days=n) for n in range(4)]
    for day in days:
        ledger.owe(channel, day)
    other = slack.channel("市场部").id
    ledger.owe(other, DAY)

    run(processes=3)
    for day in days:
        finish(run, ledger, channel, day)

    assert all(is_whole(slack, channel, day) for day in days)
    assert is_whole(slack, other, DAY)


def test_a_replica_that_is_killed_hands_over_to_the_others(
    slack: SlackStandIn, ledger: StoredLedger, run: Run, channel: str
) -> None:
    ledger.owe(channel, DAY)

    run(processes=3, kill_at=9)
    finish(run, ledger, channel, DAY)

    assert is_whole(slack, channel, DAY)
