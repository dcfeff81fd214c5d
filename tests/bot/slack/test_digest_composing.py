"""A channel's digest is put together from the register: pages, a picture, and when it is late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.digest.subscription import Subscription
from bot.register.record import NewEvent, Particulars
from bot.slack.desk import Desk
from bot.slack.digest_composing import DigestComposing
from bot.store.database import Database
from bot.store.upgrading import upgrade
from knowledge.library import Library
from tests.fakes.clock import Clock
from tests.fakes.desks import desk_over

TODAY = date(2026, 11, 24)
AT_NINE = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
WISH = Subscription("C1", AT_NINE - timedelta(days=1), "U1")
PNG = b"\x89PNG"


@pytest.fixture
def now() -> Clock:
    clock = Clock()
    clock.moment = AT_NINE
    return clock


@pytest.fixture
def desk(tmp_path: Path, now: Clock, library: Library) -> Iterator[Desk]:
    database = Database(f"sqlite:///{tmp_path}/clausebot.db")
    upgrade(database)
    yield desk_over(database, library, now)
    database.close()


@pytest.fixture
def composing(desk: Desk, library: Library) -> DigestComposing:
    desk.subscriptions.turn_on(WISH)
    return DigestComposing(desk, library)


def add(desk: Desk, issued: date, owner: str = "") -> int:
    events = [NewEvent("issued", issued)]
    record = desk.register.add(
        "华信云", Particulars("RLAC-CSSMS", f"RLAC-{issued}", owner=owner), events, "测试"
    )
    return record.id


def test_picture_shows_ninety_days_whatever_the_digest_looks_ahead(
    composing: DigestComposing, desk: Desk
) -> None:
    add(desk, date(2026, 2, 10))

    composed = composing("C1", TODAY)

    assert composed and composed.picture
    assert "没有到期的期限" in composed.pages[0]["text"]
    assert composed.picture().startswith(PNG)


def test_there_is_no_picture_of_nothing(composing: DigestComposing, desk: Desk) -> None:
    add(desk, date(2026, 11, 1))

    composed = composing("C1", TODAY)

    assert composed and composed.picture is None


def test_picture_is_of_the_same_certificates_as_the_digest(
    composing: DigestComposing, desk: Desk
) -> None:
    add(desk, date(2025, 12, 10), owner="王工")
    desk.subscriptions.turn_on(replace(WISH, owners=("李工",)))

    composed = composing("C1", TODAY)

    assert composed and composed.picture is None


def test_what_is_put_off_is_in_the_picture_and_not_in_the_digest(
    composing: DigestComposing, desk: Desk
) -> None:
    id = add(desk, date(2025, 12, 10))
    (owed,) = (each for _, now in desk.survey.all(TODAY) for each in now.obligations[:1])
    desk.snoozes.put_off(id, owed.key, TODAY + timedelta(days=5), "U1")

    composed = composing("C1", TODAY)

    assert composed and composed.picture
    assert "没有到期的期限" in composed.pages[0]["text"]


@pytest.mark.parametrize(
    ("later", "says"),
    [
        (timedelta(minutes=5), None),
        (timedelta(hours=3), "今天的提醒没能准时发出"),
        (timedelta(days=2), "这是 2026-11-24 周二 的提醒"),
    ],
)
def test_late_digest_says_so(
    later: timedelta, says: str | None, composing: DigestComposing, now: Clock
) -> None:
    now.moment = AT_NINE + later

    composed = composing("C1", TODAY)

    assert composed
    assert ("补发" in composed.pages[0]["text"]) == (says is not None)
    assert (says or "") in composed.pages[0]["text"]


def test_channel_that_wants_to_hear_nothing_of_nothing_gets_none(
    composing: DigestComposing, desk: Desk
) -> None:
    desk.subscriptions.turn_on(replace(WISH, says_when_nothing_is_due=False))

    assert composing("C1", TODAY) is None
    assert composing("C2", TODAY) is None
