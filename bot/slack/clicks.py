"""From Slack's click payloads to where the answer belongs, and the answer put there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from slack_bolt import Respond
from slack_sdk import WebClient

from bot import wording
from bot.assistant.answer import Option
from bot.slack.blocks.message import Message
from bot.slack.posting import post_in_thread, respond_to_person

Body = Mapping[str, Any]
State = Mapping[str, Any]


def reply_to_click(
    body: Body, client: WebClient, respond: Respond, messages: Sequence[Message]
) -> None:
    """In the thread of the clicked message; to the person alone where only they see it."""
    container: Mapping[str, Any] = body.get("container") or {}
    if container.get("is_ephemeral"):
        respond_to_person(respond, messages)
        return
    message: Mapping[str, Any] = body.get("message") or {}
    thread = container.get("thread_ts") or message.get("thread_ts") or message.get("ts")
    channel = container.get("channel_id") or body["channel"]["id"]
    post_in_thread(client, str(channel), str(thread or container["message_ts"]), messages)


def filled_facts(body: Body) -> tuple[Option, ...]:
    """The facts filled in below a question back; what was left empty is not there."""
    values: Mapping[str, Mapping[str, State]] = body.get("state", {}).get("values", {})
    filled = (
        _fact(action_id.partition(":")[2], state)
        for inputs in values.values()
        for action_id, state in inputs.items()
    )
    return tuple(fact for fact in filled if fact)


def _fact(name: str, state: State) -> Option | None:
    if chosen := state.get("selected_option"):
        return Option(name, chosen["value"], chosen["text"]["text"])
    value = state.get("selected_date") or state.get("value")
    return Option(name, str(value), wording.fact(name, str(value))) if value else None
