"""Writes the app's messages into the workspace, whatever way they came."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from bot.playground.content import Content
from bot.playground.core import Slack
from bot.playground.slack_error import SlackError
from bot.playground.tickets import ResponseTarget
from bot.playground.workspace import BOT_ID, BOT_USER, SLACKBOT, Change, Message


def post(slack: Slack, channel: str, content: Content, thread_ts: str | None = None) -> Message:
    """Posts a message of the app that everybody in the channel sees."""
    root = thread_root(slack, channel, thread_ts)
    message = slack.workspace.add(_message(slack, channel, content, root))
    clear_status(slack, message)
    slack.events.posted(message)
    return message


def post_ephemeral(
    slack: Slack, channel: str, user: str, content: Content, thread_ts: str | None = None
) -> Message:
    """Posts a message of the app that only this person sees; no event tells of it."""
    root = thread_root(slack, channel, thread_ts)
    return slack.workspace.add(_message(slack, channel, content, root, seen_by=user))


def clear_status(slack: Slack, message: Message) -> None:
    """Takes the assistant's status away once it has answered in the thread."""
    thread = slack.assistant_threads.get(message.thread_ts or "")
    if thread is not None and thread.get("status"):
        thread["status"] = ""
        data = {"channel": message.channel, "ts": message.thread_ts}
        slack.workspace.tell(Change("assistant", data))


def say_as_slackbot(slack: Slack, channel: str, user: str, text: str) -> Message:
    """Tells one person something in Slack's own name."""
    ts = slack.workspace.next_ts()
    return slack.workspace.add(Message(channel, ts, SLACKBOT, text, seen_by=user))


def update(slack: Slack, message: Message, content: Content) -> Message:
    """Replaces text, blocks and attachments of a message of the app."""
    changed = slack.workspace.replace(
        message,
        text=content.text,
        blocks=content.blocks,
        attachments=content.attachments,
        metadata=content.metadata or message.metadata,
        edited={"user": BOT_USER, "ts": f"{int(time.time())}.000000"},
    )
    if not message.seen_by:
        slack.events.changed(message, changed)
    return changed


def delete(slack: Slack, message: Message) -> None:
    """Deletes a message."""
    slack.workspace.remove(message)
    if not message.seen_by:
        slack.events.deleted(message)


def thread_root(slack: Slack, channel: str, thread_ts: str | None) -> str | None:
    """The message under which a reply hangs: the parent, also where a reply's ``ts`` was given.

    Slack takes any time stamp; the stand-in refuses one that no message has, since that is a bug.
    """
    if not thread_ts:
        return None
    message = slack.workspace.message(channel, thread_ts)
    if message is None:
        raise SlackError("thread_not_found")
    return message.thread_ts or message.ts


def respond(slack: Slack, target: ResponseTarget, body: Mapping[str, Any]) -> Message | None:
    """Carries out what the app sends to a response URL, or answers to a slash command with."""
    original = slack.workspace.message(target.channel, target.ts) if target.ts else None
    if body.get("delete_original"):
        if original is not None:
            delete(slack, original)
        return None
    content = Content.parse(body)
    if body.get("replace_original") and original is not None:
        return update(slack, original, content)
    thread_ts = body.get("thread_ts")
    if body.get("response_type") == "in_channel":
        return post(slack, target.channel, content, thread_ts)
    return post_ephemeral(slack, target.channel, target.user, content, thread_ts)


def _message(
    slack: Slack, channel: str, content: Content, root: str | None, seen_by: str | None = None
) -> Message:
    return Message(
        channel=channel,
        ts=slack.workspace.next_ts(),
        user=BOT_USER,
        text=content.text,
        blocks=content.blocks,
        attachments=content.attachments,
        thread_ts=root,
        bot_id=BOT_ID,
        metadata=content.metadata,
        seen_by=seen_by,
    )
