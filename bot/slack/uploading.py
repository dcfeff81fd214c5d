"""Files on their way to people: a file cannot be shown to one person in a channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from slack_sdk import WebClient

from bot.slack.place import Place
from bot.slack.posting import tell_person

NamedFile = tuple[str, str | bytes]
"""A name and what is in the file."""


def upload(
    files: Sequence[NamedFile], comment: str, sent: str, place: Place, client: WebClient
) -> None:
    """Uploads to the thread, or to the person's own conversation and says so by ``sent``."""
    target = open_place(place, client)
    client.files_upload_v2(
        channel=target.channel,
        thread_ts=target.thread,
        initial_comment=comment,
        file_uploads=[{"filename": name, "content": content} for name, content in files],
    )
    if target != place:
        tell_person(client, place, sent)


def open_place(place: Place, client: WebClient) -> Place:
    """Where a file can be put that belongs to this place."""
    if not place.is_private and place.channel:
        return place
    channel = client.conversations_open(users=place.user)["channel"]["id"]
    return replace(place, channel=channel, thread=None, response_url=None)
