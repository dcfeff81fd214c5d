"""Trigger ids and response URLs run out."""

from __future__ import annotations

import pytest

from bot.playground.slack_error import SlackError
from bot.playground.tickets import ResponseTarget, Tickets
from bot.playground.timing import Timing

AT_ONCE = Timing(trigger_lives=-1.0, response_url_lives=-1.0)


def test_trigger_names_its_person() -> None:
    tickets = Tickets(Timing())
    assert tickets.exchange(tickets.trigger("U1")) == "U1"


def test_old_trigger_is_expired() -> None:
    tickets = Tickets(AT_ONCE)
    with pytest.raises(SlackError, match="expired_trigger_id"):
        tickets.exchange(tickets.trigger("U1"))


def test_old_response_url_is_expired() -> None:
    tickets = Tickets(AT_ONCE)
    with pytest.raises(SlackError, match="expired_url"):
        tickets.redeem(tickets.response_token(ResponseTarget("U1", "C1", None)))


def test_unknown_response_url_is_expired() -> None:
    with pytest.raises(SlackError, match="expired_url"):
        Tickets(Timing()).redeem("no such")


def test_slack_gives_a_trigger_three_seconds_and_a_url_half_an_hour() -> None:
    assert (Timing().trigger_lives, Timing().response_url_lives) == (3.0, 1800.0)
    assert Timing().response_url_uses == 5
