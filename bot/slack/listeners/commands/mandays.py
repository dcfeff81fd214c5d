"""Somebody gave ``/mandays``."""

from __future__ import annotations

from collections.abc import Mapping

from slack_bolt import Respond

from bot import wording
from bot.slack.answering import answer_messages_for
from bot.slack.asked import Asked
from bot.slack.blocks.message import sentence
from bot.slack.posting import respond_to_person
from bot.slack.services import Services
from bot.slack.text import typed_words


def ask_person_days(command: Mapping[str, str], respond: Respond, services: Services) -> None:
    """Answers the words behind the command to the person alone."""
    words = typed_words(command.get("text") or "")
    if words:
        respond_to_person(respond, answer_messages_for(Asked(words), services))
    else:
        respond_to_person(respond, [sentence(wording.BARE_MANDAYS)])
