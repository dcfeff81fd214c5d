"""``assistant.threads.*``: status, suggested prompts and title of a thread with the assistant."""

from __future__ import annotations

from bot.playground.json_object import JsonObject
from bot.playground.slack_error import SlackError
from bot.playground.web_api.call import Call, Method, Methods
from bot.playground.workspace import Change

PROMPTS_LIMIT = 4


def set_status(call: Call) -> JsonObject:
    """``assistant.threads.setStatus``; an empty status clears it."""
    if "status" not in call.arguments:
        raise SlackError("invalid_arguments", ["missing required field: status"])
    _change(call, {"status": call.text("status")})
    return {}


def set_title(call: Call) -> JsonObject:
    """``assistant.threads.setTitle``."""
    _change(call, {"title": call.required("title")})
    return {}


def set_suggested_prompts(call: Call) -> JsonObject:
    """``assistant.threads.setSuggestedPrompts``; at most four, each with title and message."""
    prompts = call.parsed("prompts")
    if not isinstance(prompts, list) or not 1 <= len(prompts) <= PROMPTS_LIMIT:
        raise SlackError("invalid_arguments", ["prompts must have 1 to 4 items"])
    if not all(prompt.get("title") and prompt.get("message") for prompt in prompts):
        raise SlackError("invalid_arguments", ["prompts need title and message"])
    _change(call, {"prompts": prompts, "prompts_title": call.text("title")})
    return {}


def _change(call: Call, facts: JsonObject) -> None:
    channel = call.channel("channel_id")
    ts = call.required("thread_ts")
    if call.slack.workspace.message(channel.id, ts) is None:
        raise SlackError("invalid_thread_ts")
    call.slack.assistant_threads.setdefault(ts, {}).update(facts)
    data = {"channel": channel.id, "ts": ts}
    call.slack.workspace.tell(Change("assistant", data, only_for=channel.person))


METHODS: Methods = {
    "assistant.threads.setStatus": Method(set_status, "chat:write"),
    "assistant.threads.setTitle": Method(set_title, "assistant:write"),
    "assistant.threads.setSuggestedPrompts": Method(set_suggested_prompts, "assistant:write"),
}
