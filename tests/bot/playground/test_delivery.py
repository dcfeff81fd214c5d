"""What is not acknowledged comes again, as Slack's schedule says; what is, does not."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from slack_sdk.signature import SignatureVerifier
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web import WebClient

from bot.playground import SlackStandIn, Timing
from bot.playground.delivery import Courier, Outcome, Parcel
from bot.playground.delivery_http import signature
from bot.playground.web_api.endpoint import METHODS

Answering = Callable[[SocketModeRequest], bool]


class Listener:
    """A bare Socket Mode client that acknowledges only what it is told to."""

    def __init__(self, slack: SlackStandIn) -> None:
        self.requests: list[SocketModeRequest] = []
        self.acknowledges: Answering = lambda _request: True
        web = WebClient(base_url=slack.api_url)
        self.client = SocketModeClient(slack.app_token, web_client=web)
        self.client.socket_mode_request_listeners.append(self._take)
        self.client.connect()

    def _take(self, client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        self.requests.append(request)
        if self.acknowledges(request):
            client.send_socket_mode_response(SocketModeResponse(request.envelope_id))


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    with SlackStandIn(timing=Timing(acknowledge_within=0.1, retry_delays=(0.0, 0.0, 0.0))) as s:
        yield s


@pytest.fixture
def listener(slack: SlackStandIn) -> Iterator[Listener]:
    listening = Listener(slack)
    yield listening
    listening.client.auto_reconnect_enabled = False
    listening.client.closed = True
    slack.drop_connections()
    listening.client.enqueue_message("")
    listening.client.close()


def test_acknowledged_event_comes_once(slack: SlackStandIn, listener: Listener) -> None:
    slack.post_message("小王", "审核计划", "你好")
    slack.wait_for(lambda: slack.deliveries)
    assert [r.retry_attempt for r in listener.requests] == [0]


def test_unacknowledged_event_comes_three_times_more(
    slack: SlackStandIn, listener: Listener
) -> None:
    listener.acknowledges = lambda _request: False
    slack.post_message("小王", "审核计划", "你好")
    slack.wait_for(lambda: len(slack.deliveries) == 4)
    tries = [(r.retry_attempt, r.retry_reason) for r in listener.requests]
    assert tries == [(0, ""), (1, "timeout"), (2, "timeout"), (3, "timeout")]
    assert len({r.payload["event_id"] for r in listener.requests}) == 1
    assert len({r.envelope_id for r in listener.requests}) == 4


def test_repetition_ends_with_the_acknowledgement(slack: SlackStandIn, listener: Listener) -> None:
    listener.acknowledges = lambda request: request.retry_attempt == 1
    slack.post_message("小王", "审核计划", "你好")
    slack.wait_for(lambda: len(slack.deliveries) == 2)
    assert [d.outcome.acknowledged for d in slack.deliveries] == [False, True]


def test_command_is_never_repeated(slack: SlackStandIn, listener: Listener) -> None:
    listener.acknowledges = lambda _request: False
    outcome = slack.slash_command("小王", "审核计划", "/echo")
    assert outcome.failure == "timeout"
    assert [r.type for r in listener.requests] == ["slash_commands"]
    (told,) = slack.messages("审核计划", seen_by="小王")
    assert "operation_timeout" in told.text


def test_event_can_be_delivered_twice_on_purpose(slack: SlackStandIn, listener: Listener) -> None:
    slack.post_message("小王", "审核计划", "你好")
    slack.wait_for(lambda: slack.deliveries)
    slack.redeliver()
    slack.wait_for(lambda: len(slack.deliveries) == 2)
    first, second = listener.requests
    assert first.payload["event_id"] == second.payload["event_id"]
    assert second.retry_attempt == 1


def test_connection_needs_a_fresh_ticket(slack: SlackStandIn, listener: Listener) -> None:
    used = str(listener.client.wss_uri).replace("ws://", "http://")
    with pytest.raises(HTTPError) as refused:
        urlopen(used)
    refused.value.close()
    assert refused.value.code == 408
    assert slack.connections == 1


def test_schedule_is_slacks_own_unless_told_otherwise() -> None:
    assert Timing().acknowledge_within == 3.0
    assert Timing().retry_delays == (0.0, 60.0, 300.0)


def test_signature_is_the_one_that_slacks_own_library_checks() -> None:
    now = str(int(time.time()))
    signed = signature("geheim", now, "payload=%7B%7D")
    assert SignatureVerifier("geheim").is_valid("payload=%7B%7D", now, signed)
    assert not SignatureVerifier("anders").is_valid("payload=%7B%7D", now, signed)


def test_every_method_is_spelt_as_slack_spells_it() -> None:
    assert all(hasattr(WebClient, name.replace(".", "_")) for name in METHODS)


class LosesCancellation:
    """A transport whose wait ends in the moment it is cancelled, as `asyncio.wait_for` can."""

    async def deliver(self, _parcel: Parcel) -> Outcome:
        with suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        return Outcome("connection_failed")


def test_nothing_is_repeated_once_the_courier_is_closed() -> None:
    async def closed() -> int:
        courier = Courier(LosesCancellation(), Timing(retry_delays=(3600.0,)))
        courier.event({})
        await asyncio.sleep(0)
        await asyncio.wait_for(courier.close(), 5)
        return len(courier.deliveries)

    assert asyncio.run(closed()) == 1
