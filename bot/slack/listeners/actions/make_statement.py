"""Somebody wants the audit time and its reasons as a document."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.slack.asked import Asked
from bot.slack.place import Body, place_of
from bot.slack.services import Services
from bot.slack.uploading_statements import upload_statement


def make_statement(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Uploads it as Word and Markdown: to the thread, or to the person's own conversation."""
    asked, _ = Asked.from_value(action["value"])
    upload_statement(asked, place_of(body), client, services)
