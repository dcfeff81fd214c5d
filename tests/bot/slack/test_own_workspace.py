from __future__ import annotations

from typing import Any

import pytest

from bot.slack.own_workspace import OwnWorkspace

OURS = {"team_id": "T1", "user": {"id": "U1", "team_id": "T1"}}


@pytest.mark.parametrize(
    ("body", "is_stranger"),
    [
        ({"command": "/cert", "team_id": "T1"}, False),
        ({"command": "/cert", "team_id": "T2"}, True),
        ({"team": {"id": "T1"}, "user": {"id": "U1", "team_id": "T1"}}, False),
        ({"team": {"id": "T1"}, "user": {"id": "U2", "team_id": "T2"}}, True),
        ({"team_id": "T1", "event": {"team": "T1"}}, False),
        ({"team_id": "T1", "event": {"team": "T2"}}, True),
        ({"team_id": "T1", "event": {"team": "T1", "user_team": "T2"}}, True),
        ({"team_id": "T1", "event": {"message": {"team": "T2"}}}, True),
        ({"team_id": "T1", "event": {"type": "app_home_opened"}}, False),
        ({}, False),
    ],
)
def test_who_is_of_another_workspace_is_a_stranger(body: dict[str, Any], is_stranger: bool) -> None:
    own = OwnWorkspace()
    own.is_stranger(OURS, "T1")
    assert own.is_stranger(body, "T1") is is_stranger


def test_nobody_is_a_stranger_until_the_workspace_was_heard_from() -> None:
    assert not OwnWorkspace().is_stranger({"command": "/cert", "team_id": "T2"}, "T1")
    assert not OwnWorkspace().is_stranger({"command": "/cert", "team_id": "T2"}, None)
