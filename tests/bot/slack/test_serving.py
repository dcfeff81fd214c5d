from __future__ import annotations

import urllib.request
from dataclasses import replace
from pathlib import Path
from time import sleep

import pytest

from bot.playground import SlackStandIn
from bot.settings import Settings
from bot.slack.errors import SlackNotConfigured, SlackUnreachable
from bot.slack.services import Services
from bot.slack.serving import connect, how_to_connect
from bot.store.calendar_addresses import StoredCalendarAddresses
from bot.store.services import open_database, open_desk


def settings(**values: object) -> Settings:
    blank = {"slack_bot_token": "", "slack_app_token": "", "slack_signing_secret": ""}
    return Settings.model_validate(blank | values)


def test_app_token_means_socket_mode() -> None:
    both = settings(slack_bot_token="b", slack_app_token="a", slack_signing_secret="s")
    assert how_to_connect(both) == "Socket Mode"


def test_signing_secret_without_app_token_means_http() -> None:
    assert how_to_connect(settings(slack_bot_token="b", slack_signing_secret="s", port=80)) == (
        "HTTP 80"
    )


@pytest.mark.parametrize(
    "given", [{}, {"slack_bot_token": "b"}, {"slack_app_token": "a"}, {"slack_signing_secret": "s"}]
)
def test_neither_says_what_to_set(given: dict[str, str]) -> None:
    with pytest.raises(SlackNotConfigured, match=r"SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET"):
        how_to_connect(settings(**given))


def test_refused_bot_token_is_told_in_one_sentence(services: Services) -> None:
    with SlackStandIn() as slack:
        wrong = settings(
            slack_bot_token="xoxb-wrong",
            slack_app_token=slack.app_token,
            slack_api_url=slack.api_url,
        )
        with pytest.raises(SlackUnreachable, match=r"连不上 Slack.*invalid_auth.*核对令牌"):
            connect(wrong, services)


def test_refused_app_token_is_told_in_one_sentence(
    services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    with SlackStandIn() as slack:
        wrong = settings(
            slack_bot_token=slack.bot_token,
            slack_app_token="xapp-wrong",
            slack_api_url=slack.api_url,
        )
        with pytest.raises(SlackUnreachable, match="invalid_auth"):
            connect(wrong, services)
        assert caplog.messages == []


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:1/api/", "localhost:1/api", "http://a:b"],
)
def test_nobody_at_the_address_is_told_in_one_sentence(
    services: Services, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = settings(slack_bot_token="b", slack_app_token="a", slack_api_url=address)
    with pytest.raises(SlackUnreachable, match=r"连不上 Slack.*核对令牌和网络"):
        connect(nowhere, services)
    assert caplog.messages == []


@pytest.mark.parametrize("mode", ["socket", "http"])
def test_calendar_is_served_at_the_port_that_is_set(
    services: Services, tmp_path: Path, free_tcp_port: int, mode: str
) -> None:
    with SlackStandIn() as slack:
        own = {
            "socket": {"slack_app_token": slack.app_token},
            "http": {"slack_signing_secret": "s"},
        }
        given = settings(
            slack_bot_token=slack.bot_token,
            slack_api_url=slack.api_url,
            port=free_tcp_port,
            database_url=f"sqlite:///{tmp_path}/register.db",
            **own[mode],
        )
        with open_database(given) as database:
            desk = open_desk(given, database, services.library)
            _, secret = StoredCalendarAddresses(database, desk.now).make()
            connection = connect(given, replace(services, desk=desk), "127.0.0.1")
            url = f"http://127.0.0.1:{free_tcp_port}/calendar/{secret}.ics"
            with urllib.request.urlopen(url) as response:
                assert response.read().startswith(b"BEGIN:VCALENDAR")
            connection.close()


@pytest.mark.parametrize("seconds", [0, 0.02, 0.05, 0.1, 0.12])
def test_what_is_stopped_as_soon_as_it_is_connected_stops(
    services: Services, seconds: float
) -> None:
    with SlackStandIn() as slack:
        connection = connect(
            settings(
                slack_bot_token=slack.bot_token,
                slack_app_token=slack.app_token,
                slack_api_url=slack.api_url,
            ),
            services,
        )
        sleep(seconds)
        connection.close()
