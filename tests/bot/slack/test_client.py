from __future__ import annotations

import logging

import pytest

from bot.playground import SlackStandIn
from bot.settings import Settings
from bot.slack.client import web_client


def test_calls_are_not_spelled_out_where_everything_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with SlackStandIn() as slack, caplog.at_level(logging.DEBUG):
        settings = Settings(slack_api_url=slack.api_url, slack_bot_token=slack.bot_token)
        client = web_client(settings)
        client.chat_postMessage(channel="C0MARKETING", text="很长的答复")
        client.pool.close()
    assert "很长的答复" not in caplog.text
