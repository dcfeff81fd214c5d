"""Somebody chose 「用规则解答」 in the menu of a message."""

from __future__ import annotations

from slack_sdk import WebClient

from bot import wording
from bot.slack.answering import answer_question
from bot.slack.asked import Asked
from bot.slack.place import Body, place_of
from bot.slack.posting import tell_person
from bot.slack.services import Services
from bot.slack.text import typed_words


def answer_by_rules(shortcut: Body, client: WebClient, services: Services) -> None:
    """Answers the message in its thread, whoever wrote it."""
    words = typed_words(shortcut["message"].get("text") or "")
    if words:
        answer_question(Asked(words), place_of(shortcut), client, services)
    else:
        tell_person(client, place_of(shortcut), wording.NO_WORDS)
