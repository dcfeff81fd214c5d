"""What to do with a message: answer it, take it as the reply to a question back, or leave it."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk import WebClient

from bot import wording
from bot.register.errors import RegisterRefuses
from bot.slack import desk_phrases, phrases
from bot.slack.answering import answer_question
from bot.slack.asked import Asked
from bot.slack.blocks.message import sentence
from bot.slack.conversations import Turn
from bot.slack.importing_files import is_table, plan_message
from bot.slack.incoming import AttachedFile, IncomingMessage
from bot.slack.place import Place
from bot.slack.posting import reply
from bot.slack.services import Services


def converse(
    message: IncomingMessage, client: WebClient, services: Services, *, is_stranger: bool = False
) -> None:
    """Answers a message below it, once, however many events bring it.

    ``is_stranger``: it comes from another workspace, which sees nothing of the register.
    """
    before = _turn_before(message, services)
    if not (message.addressed or _replies_to(before, message)):
        return
    if not services.seen.first_time(message.key):
        return
    place = Place(message.user, message.channel, message.thread)
    tables = [file for file in message.files if is_table(file.name)]
    if tables and services.desk is not None:
        refusal = desk_phrases.STRANGER if is_stranger else ""
        _plan_imports(tables, refusal, place, client, services)
    elif message.words:
        asked = before.asked.followed_by(message.words) if before else Asked(message.words)
        answer_question(asked, place, client, services)
    else:
        missing = phrases.FILE_NOT_READ if message.files else wording.EMPTY_QUESTION
        reply(client, place, [sentence(missing)])


def _plan_imports(
    tables: Sequence[AttachedFile],
    refusal: str,
    place: Place,
    client: WebClient,
    services: Services,
) -> None:
    """Says of each table what importing it would change."""
    for file in tables:
        try:
            if refusal:
                raise RegisterRefuses(refusal)
            reply(client, place, [plan_message(file.id, place, client, services)])
        except RegisterRefuses as refused:
            reply(client, place, [sentence(str(refused))])


def _turn_before(message: IncomingMessage, services: Services) -> Turn | None:
    """What was said in the thread; a message that begins one has nothing before it."""
    if not message.in_thread:
        return None
    return services.conversations.last(message.channel, message.thread)


def _replies_to(before: Turn | None, message: IncomingMessage) -> bool:
    """Whether a person who was asked back says something in that thread without a mention."""
    return before is not None and before.is_open and before.user == message.user
