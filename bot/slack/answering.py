"""Answering in Slack: ask the assistant, show what it says where the question came from."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk import WebClient

from bot import wording
from bot.assistant.answer import Question
from bot.slack.asked import Asked
from bot.slack.blocks.answer import answer_messages
from bot.slack.blocks.message import Message, sentence
from bot.slack.incoming import IncomingMessage
from bot.slack.posting import post_in_thread
from bot.slack.services import Services


def answer_messages_for(asked: Asked, services: Services) -> Sequence[Message]:
    """What the assistant says to a question, as messages."""
    answer = services.assistant.answer(Question(asked.text, services.today(), asked.scheme))
    return answer_messages(answer, asked, services.library)


def answer_in_thread(message: IncomingMessage, client: WebClient, services: Services) -> None:
    """Answers a message below it, once, however many events bring it."""
    if not services.seen.first_time(message.key):
        return
    if message.words:
        messages = answer_messages_for(Asked(message.words), services)
    else:
        messages = [sentence(wording.EMPTY_QUESTION)]
    post_in_thread(client, message.channel, message.thread, messages)
