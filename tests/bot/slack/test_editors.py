from __future__ import annotations

import pytest

from bot.playground import SlackStandIn
from bot.settings import Settings
from bot.slack.client import web_client
from bot.slack.editors import Editors
from tests.fakes.clock import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_members_of_a_group_are_asked_for_once_a_minute(clock: Clock) -> None:
    editors = Editors(frozenset({"U1", "S0TECHNICAL"}), clock)
    with SlackStandIn() as slack:
        settings = Settings.model_validate(
            {"slack_bot_token": slack.bot_token, "slack_api_url": slack.api_url}
        )
        client = web_client(settings)
        for _ in range(3):
            assert editors.may_change("U0ZHANGZONG", client)
            assert editors.may_change("U1", client)
            assert not editors.may_change("U0LIGONG", client)
        assert len(slack.calls) == 1
        clock.later(minutes=1)
        slack.fail_next("usergroups.users.list", status=200, error="missing_scope")
        assert not editors.may_change("U0ZHANGZONG", client)
        assert editors.may_change("U1", client)
        client.pool.close()


def test_nobody_is_named_where_the_setting_is_empty(clock: Clock) -> None:
    assert not Editors(frozenset(), clock).are_named
