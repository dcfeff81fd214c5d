from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from slack_sdk import WebClient

from bot.playground import SlackStandIn
from bot.register.errors import RegisterRefuses
from bot.slack.files import read_file


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


def test_token_is_shown_to_slack_only(slack: SlackStandIn, tmp_path: Path) -> None:
    """The address that Slack tells is on another server: nothing is asked there."""
    file = sent(slack, "a.csv", b"abc")
    elsewhere = _TellingElsewhere(slack.bot_token, slack.api_url)
    with pytest.raises(RegisterRefuses, match="读不到这个文件"):
        read_file(file, elsewhere)


class _TellingElsewhere(WebClient):
    """A Slack that says a file is on some other server."""

    def files_info(self, **options: object) -> dict[str, object]:  # type: ignore[override]
        return {"file": {"name": "a.csv", "size": 3, "url_private": "http://127.0.0.1:1/a.csv"}}
