from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from urllib.error import HTTPError

import pytest

from bot.slack.calendar_page import calendar_app
from bot.slack.web_server import WebServer


@pytest.fixture
def server() -> Iterator[WebServer]:
    feed = {"geheim": "BEGIN:VCALENDAR"}
    app = calendar_app(lambda secret: feed[secret].encode() if secret in feed else None)
    server = WebServer(app, "127.0.0.1", 0)
    yield server
    server.close()


def test_calendar_is_at_its_secret_address(server: WebServer) -> None:
    url = f"http://127.0.0.1:{server.port}/calendar/geheim.ics"
    with urllib.request.urlopen(url) as response:
        assert response.read() == b"BEGIN:VCALENDAR"
        assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert response.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "path",
    ["/calendar/geheim", "/calendar/other.ics", "/calendar/", "/calendar", "/", "/calendar/.ics"],
)
def test_any_other_address_is_not_found_and_says_nothing(server: WebServer, path: str) -> None:
    with pytest.raises(HTTPError, match="404") as refusal:
        urllib.request.urlopen(f"http://127.0.0.1:{server.port}{path}")
    assert b"geheim" not in refusal.value.read()
    refusal.value.close()
