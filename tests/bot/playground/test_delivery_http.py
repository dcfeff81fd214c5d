"""Signed HTTP delivery: the challenge, the failures, and who gets no repetition."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from slack_bolt import App

from bot.playground import SlackStandIn


class Receiver(ThreadingHTTPServer):
    """A server that answers everything with one status and notes the headers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.status = 200
        self.extra: dict[str, str] = {}
        self.attempts: list[tuple[str | None, str | None]] = []


class Answer(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        retry = self.headers["X-Slack-Retry-Num"], self.headers["X-Slack-Retry-Reason"]
        self.server.attempts.append(retry)
        self.send_response(self.server.status)
        for name, value in self.server.extra.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def receiver(slack: SlackStandIn) -> Iterator[Receiver]:
    server = Receiver()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    slack.deliver_over_http(f"http://127.0.0.1:{server.server_port}/slack/events")
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_app_answers_the_challenge(slack: SlackStandIn, http_app: App) -> None:
    assert slack.verify_events_url()


def test_error_status_brings_the_event_again_with_its_reason(
    slack: SlackStandIn, receiver: Receiver
) -> None:
    receiver.status = 500
    slack.post_message("小王", "审核计划", "你好")
    slack.wait_for(lambda: len(slack.deliveries) == 4)
    again = [("1", "http_error"), ("2", "http_error"), ("3", "http_error")]
    assert receiver.attempts == [(None, None), *again]


def test_app_can_ask_for_no_repetition(slack: SlackStandIn, receiver: Receiver) -> None:
    receiver.status = 500
    receiver.extra = {"X-Slack-No-Retry": "1"}
    slack.post_message("小王", "审核计划", "你好")
    (delivery,) = slack.wait_for(lambda: slack.deliveries)
    assert delivery.outcome.final


def test_command_that_fails_is_told_to_the_person(slack: SlackStandIn, receiver: Receiver) -> None:
    receiver.status = 404
    assert slack.slash_command("小王", "审核计划", "/echo").failure == "http_error"
    (told,) = slack.messages("审核计划", seen_by="小王")
    assert told.text == "/echo 失败，错误为“dispatch_failed”。"


def test_nobody_at_the_url_is_a_failed_connection(slack: SlackStandIn) -> None:
    slack.deliver_over_http("http://127.0.0.1:9/slack/events")
    assert slack.slash_command("小王", "审核计划", "/echo").failure == "connection_failed"
