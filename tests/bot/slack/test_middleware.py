from __future__ import annotations

from typing import Any

from slack_bolt import App, BoltRequest


def mention(event_id: str, ts: str, **more: Any) -> dict[str, Any]:
    event = {"type": "app_mention", "channel": "C0", "user": "U1", "ts": ts, "text": "问"}
    return {"type": "event_callback", "event_id": event_id, "event": event} | more


def status(app: App, body: dict[str, Any]) -> int:
    return app.dispatch(BoltRequest(mode="socket_mode", body=body)).status


def test_click_is_acknowledged_even_if_nobody_handles_it(app: App) -> None:
    request = BoltRequest(
        mode="socket_mode",
        body={"type": "block_actions", "actions": [{"action_id": "x", "block_id": "y"}]},
    )
    app.dispatch(request)
    assert request.context.ack.response


def test_form_is_left_to_its_own_check(app: App) -> None:
    request = BoltRequest(
        mode="socket_mode",
        body={"type": "view_submission", "view": {"type": "modal", "callback_id": "x"}},
    )
    app.dispatch(request)
    assert request.context.ack.response is None
