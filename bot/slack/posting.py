"""Saying something in Slack: in a thread, to one person, or in their own conversation."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from slack_bolt import Respond
from slack_sdk import WebClient

from bot.slack import phrases
from bot.slack.blocks.message import Message, sentence
from bot.slack.place import Body, Place

# Slack lets an app answer a command or a click five times by its response_url, for half an hour.
_MOST_RESPONSES = 5


def reply(client: WebClient, place: Place, messages: Sequence[Message]) -> None:
    """Says the messages, in order, where they belong."""
    if not place.is_private:
        _post(client, place, messages)
    elif not _respond(client, place, messages, "ephemeral"):
        _show(client, place, messages)


def tell_person(client: WebClient, place: Place, words: str) -> None:
    """One sentence that only the person sees, wherever they are."""
    tell_person_message(client, place, sentence(words))


def tell_person_message(client: WebClient, place: Place, message: Message) -> None:
    """A message that only the person sees, wherever they are."""
    messages = [message]
    if place.is_private:
        reply(client, place, messages)
    elif place.channel and not place.channel.startswith("D"):
        _show(client, place, messages)
    else:
        _post(client, place, messages)


def share(client: WebClient, place: Place, messages: Sequence[Message]) -> None:
    """Shows everybody in the channel what the person alone has seen."""
    if not _respond(client, place, messages, "in_channel"):
        _post(client, place, messages)


def replace_seen(client: WebClient, place: Place, body: Body, message: Message) -> None:
    """Puts a message in place of the one in which the person pressed a button."""
    if place.response_url is None:
        client.chat_update(
            channel=place.channel or place.user,
            ts=body["container"]["message_ts"],
            text=message.text,
            blocks=message.blocks,
        )
        return
    respond = Respond(response_url=place.response_url, proxy=client.proxy, ssl=client.ssl)
    respond(text=message.text, blocks=message.blocks, replace_original=True)


def _post(client: WebClient, place: Place, messages: Sequence[Message]) -> None:
    for message in messages:
        client.chat_postMessage(
            channel=place.channel or place.user,
            thread_ts=place.thread,
            text=message.text,
            blocks=message.blocks or None,
            unfurl_links=False,
            unfurl_media=False,
        )


def _show(client: WebClient, place: Place, messages: Sequence[Message]) -> None:
    for message in messages:
        client.chat_postEphemeral(
            channel=place.channel or place.user,
            user=place.user,
            thread_ts=place.thread,
            text=message.text,
            blocks=message.blocks or None,
        )


def _respond(client: WebClient, place: Place, messages: Sequence[Message], to: str) -> bool:
    """Whether Slack took the messages: a ``response_url`` can be used up or too old."""
    if place.response_url is None:
        return False
    respond = Respond(response_url=place.response_url, proxy=client.proxy, ssl=client.ssl)
    shown = list(messages[:_MOST_RESPONSES])
    if len(messages) > _MOST_RESPONSES:
        shown[-1] = sentence(phrases.TOO_LONG_FOR_ONE_PERSON)
    return all(_is_taken(respond, message, to) for message in shown)


def _is_taken(respond: Respond, message: Message, to: str) -> bool:
    response = respond(
        text=message.text,
        blocks=message.blocks,
        response_type=to,
        replace_original=False,
        unfurl_links=False,
        unfurl_media=False,
    )
    return response.status_code == HTTPStatus.OK
