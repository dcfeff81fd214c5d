from __future__ import annotations

import hashlib
import hmac
import json
import time
import urllib.request
from collections.abc import Iterator
from urllib.error import HTTPError

import pytest
from slack_bolt import App

from bot.slack.http_connection import HttpConnection

CHALLENGE = json.dumps({"type": "url_verification", "challenge": "c"})


@pytest.fixture
def connection(app: App) -> Iterator[HttpConnection]:
    connection = HttpConnection(app, "127.0.0.1", 0, finish=lambda: None)
    yield connection
    connection.close()


def posted(
    connection: HttpConnection, secret: str, age: int = 0, path: str = "/slack/events"
) -> str:
    signed_at = int(time.time()) - age
    base = f"v0:{signed_at}:{CHALLENGE}".encode()
    headers = {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": str(signed_at),
        "X-Slack-Signature": "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest(),
    }
    body = CHALLENGE.encode()
    url = f"http://127.0.0.1:{connection.port}{path}"
    with urllib.request.urlopen(urllib.request.Request(url, body, headers)) as response:
        return str(response.read().decode())


def test_signed_request_reaches_the_app(connection: HttpConnection, signing_secret: str) -> None:
    assert json.loads(posted(connection, signing_secret)) == {"challenge": "c"}


@pytest.mark.parametrize(
    ("age", "path", "status"),
    [(3600, "/slack/events", "401"), (0, "/elsewhere", "404")],
    ids=["replayed after an hour", "another path"],
)
def test_other_requests_are_refused(
    connection: HttpConnection, signing_secret: str, age: int, path: str, status: str
) -> None:
    with pytest.raises(HTTPError, match=status) as refusal:
        posted(connection, signing_secret, age, path)
    refusal.value.close()


def test_unsigned_request_is_refused(connection: HttpConnection) -> None:
    url = f"http://127.0.0.1:{connection.port}/slack/events"
    with pytest.raises(HTTPError, match="401") as refusal:
        urllib.request.urlopen(urllib.request.Request(url, b'{"type":"event_callback"}'))
    refusal.value.close()


@pytest.mark.parametrize("body", [b"{nope", b"[1]", b"payload=%7Bnope", b"\xff"])
def test_body_that_is_none_of_slacks_is_refused(connection: HttpConnection, body: bytes) -> None:
    url = f"http://127.0.0.1:{connection.port}/slack/events"
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    with pytest.raises(HTTPError, match="400") as refusal:
        urllib.request.urlopen(request)
    refusal.value.close()


def test_calendar_is_served_beside_slacks_requests(app: App, signing_secret: str) -> None:
    connection = HttpConnection(
        app, "127.0.0.1", 0, finish=lambda: None, calendar=lambda secret: secret.encode()
    )
    with urllib.request.urlopen(f"http://127.0.0.1:{connection.port}/calendar/abc.ics") as response:
        assert response.read() == b"abc"
    assert json.loads(posted(connection, signing_secret)) == {"challenge": "c"}
    connection.close()


def test_port_that_is_taken_is_an_error(app: App, connection: HttpConnection) -> None:
    with pytest.raises(OSError, match="in use"):
        HttpConnection(app, "127.0.0.1", connection.port, finish=lambda: None)
