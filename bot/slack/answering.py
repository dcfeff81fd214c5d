"""Answering in Slack: ask the assistant, show what it says where the question came from."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.assistant.answer import Answer, AnswerKind
from bot.slack.asked import Asked
from bot.slack.blocks.answer import answer_messages
from bot.slack.blocks.message import Message
from bot.slack.conversations import Turn
from bot.slack.journal import AnsweredQuestion
from bot.slack.place import Place
from bot.slack.posting import reply
from bot.slack.services import Services

_UNDERSTOOD = (AnswerKind.CALCULATION, AnswerKind.CLARIFICATION)


def answer_question(asked: Asked, place: Place, client: WebClient, services: Services) -> None:
    """Answers a question where it belongs."""
    reply(client, place, answered(asked, place, services))


def answered(
    asked: Asked, place: Place, services: Services, ending: str = ""
) -> tuple[Message, ...]:
    """The answer to a question as messages, remembered for what is said next.

    ``ending`` is what a command means by itself; it is added where the words alone do not say it.
    """
    asked, answer = _best(_in_channel(asked, place, services), ending, services)
    _remember(asked, answer, place, services)
    return _messages(answer, asked, place, services)


def answered_again(asked: Asked, place: Place, services: Services) -> tuple[Message, ...]:
    """An answer given before, for other eyes: it was written down when it was asked for."""
    asked, answer = _best(_in_channel(asked, place, services), "", services)
    return _messages(answer, asked, place, services)


def _in_channel(asked: Asked, place: Place, services: Services) -> Asked:
    return asked.in_channel_about(
        services.channel_schemes.of(place.channel) if place.channel else None
    )


def _messages(
    answer: Answer, asked: Asked, place: Place, services: Services
) -> tuple[Message, ...]:
    refs = {citation.quote.ref for citation in answer.citations}
    # What only one person sees has a button only where that person may use it.
    is_for_ruling = place.user in services.ruling_users or not place.is_private
    return answer_messages(
        answer,
        asked,
        services.library,
        place.is_private,
        rulings=services.rulings.on(refs),
        can_be_ruled_on=bool(services.ruling_users) and is_for_ruling,
    )


def _best(asked: Asked, ending: str, services: Services) -> tuple[Asked, Answer]:
    today = services.today()
    answer = services.answers.answer(asked.question(today))
    if not ending:
        return asked, answer
    meant = asked.with_ending(ending)
    other = services.answers.answer(meant.question(today))
    says_more = other.kind in _UNDERSTOOD and answer.kind not in _UNDERSTOOD
    return (meant, other) if says_more or other.comparison else (asked, answer)


def _remember(asked: Asked, answer: Answer, place: Place, services: Services) -> None:
    services.journal.answered(AnsweredQuestion(place, asked, answer))
    if place.channel and place.thread:
        turn = Turn(place.user, asked, answer.clarification is not None)
        services.conversations.remember(place.channel, place.thread, turn)
