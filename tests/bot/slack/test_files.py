from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.playground import SlackStandIn
from bot.register.errors import RegisterRefuses
from bot.slack.files import read_file

_HERE, _ELSEWHERE = "127.0.0.1", "localhost"


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    with SlackStandIn() as stand_in:
        yield stand_in


def sent(slack: SlackStandIn, name: str, content: bytes) -> str:
    message = slack.post_message("小王", "市场部", "", files={name: content})
    return str(message.files[0]["id"])


@pytest.mark.parametrize("name", ["a.csv", "台账 (1) 终版%20.csv", "a#b?c.csv"])
def test_file_of_any_name_is_read(slack: SlackStandIn, name: str) -> None:
    client = WebClient(slack.bot_token, slack.api_url)
    file = sent(slack, name.replace("#", "").replace("?", ""), b"abc")
    assert read_file(file, client)[1] == b"abc"


def test_file_that_is_gone_is_refused(slack: SlackStandIn) -> None:
    with pytest.raises(RegisterRefuses, match="读不到这个文件"):
        read_file("F0NONE", WebClient(slack.bot_token, slack.api_url))


def test_token_is_shown_to_slack_only(slack: SlackStandIn) -> None:
    file = sent(slack, "a.csv", b"abc")
    with pytest.raises(RegisterRefuses, match="读不到这个文件"):
        read_file(file, TellingElsewhere(slack.bot_token, slack.api_url))


class TellingElsewhere(WebClient):
    """A Slack that says a file is on another server, which would give it for the token."""

    def files_info(self, *, file: str, **options: Any) -> Any:
        told = super().files_info(file=file, **options)["file"]
        return {
            "file": {**told, "url_private_download": told["url_private"].replace(_HERE, _ELSEWHERE)}
        }
