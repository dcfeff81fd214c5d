"""``files.*``: the two-step upload, and facts of a file."""

from __future__ import annotations

from bot.playground.content import Content
from bot.playground.files import StoredFile
from bot.playground.json_object import JsonObject
from bot.playground.posting import thread_root
from bot.playground.slack_error import SlackError
from bot.playground.web_api.call import Call, Method, Methods
from bot.playground.workspace import BOT_ID, BOT_USER, Channel, Message


def get_upload_url(call: Call) -> JsonObject:
    """``files.getUploadURLExternal``."""
    length = call.required("length")
    if not length.isdigit() or int(length) == 0:
        raise SlackError("invalid_arguments", ["length must be a positive number"])
    name = call.required("filename")
    file = call.slack.files.expect(name, int(length), BOT_USER, call.text("alt_txt"))
    url = f"{call.slack.address}/upload/v1/{file.upload_key}"
    return {"upload_url": url, "file_id": file.id}


def complete_upload(call: Call) -> JsonObject:
    """``files.completeUploadExternal``; shares the files where a channel is named."""
    entries = call.parsed("files")
    if not isinstance(entries, list) or not entries:
        raise SlackError("invalid_arguments", ["missing required field: files"])
    channel = call.own_channel("channel_id") if call.text("channel_id") else None
    files = [call.slack.files.complete(e.get("id", ""), e.get("title") or "") for e in entries]
    if channel is not None:
        _share(call, channel, files)
    return {"files": [file.json(call.slack.address) for file in files]}


def info(call: Call) -> JsonObject:
    """``files.info``."""
    file = call.slack.files.get(call.required("file"))
    if file is None or not file.complete:
        raise SlackError("file_not_found")
    return {"file": file.json(call.slack.address), "comments": []}


def _share(call: Call, channel: Channel, files: list[StoredFile]) -> None:
    comment = call.text("initial_comment")
    blocks = None if comment else call.arguments.get("blocks")
    content = Content.parse({"text": comment or " ", "blocks": blocks})
    message = Message(
        channel=channel.id,
        ts=call.slack.workspace.next_ts(),
        user=BOT_USER,
        text=comment,
        blocks=content.blocks,
        thread_ts=thread_root(call.slack, channel.id, call.text("thread_ts") or None),
        bot_id=BOT_ID,
        subtype="file_share",
        files=tuple(file.json(call.slack.address) for file in files),
    )
    call.slack.workspace.add(message)
    call.slack.events.posted(message)


METHODS: Methods = {
    "files.getUploadURLExternal": Method(get_upload_url, "files:write"),
    "files.completeUploadExternal": Method(complete_upload, "files:write"),
    "files.info": Method(info, "files:read"),
}
