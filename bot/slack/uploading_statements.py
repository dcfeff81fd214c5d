"""The statement of an audit time, written to files and uploaded where it was asked for."""

from __future__ import annotations

from dataclasses import replace

from slack_sdk import WebClient

from bot.slack import phrases
from bot.slack.asked import Asked
from bot.slack.place import Place
from bot.slack.posting import tell_person
from bot.slack.services import Services
from bot.statement.docx import as_docx
from bot.statement.markdown import as_markdown
from bot.statement.statement import statement_of


def upload_statement(asked: Asked, place: Place, client: WebClient, services: Services) -> None:
    """Uploads the statement of the one calculation that answers the question."""
    today = services.today()
    answer = services.answers.answer(asked.question(today))
    if len(answer.calculations) != 1:
        tell_person(client, place, phrases.NO_STATEMENT)
        return
    person = _name_of(place.user, client)
    statement = statement_of(answer.calculations[0], services.library, today, person)
    target = _open_place(place, client)
    client.files_upload_v2(
        channel=target.channel,
        thread_ts=target.thread,
        initial_comment=phrases.STATEMENT_READY,
        file_uploads=[
            {"filename": phrases.STATEMENT_DOCX, "content": as_docx(statement)},
            {"filename": phrases.STATEMENT_MARKDOWN, "content": as_markdown(statement)},
        ],
    )
    if target != place:
        tell_person(client, place, phrases.STATEMENT_SENT)


def _name_of(user: str, client: WebClient) -> str:
    person = client.users_info(user=user)["user"]
    return str(person.get("real_name") or person.get("name") or user)


def _open_place(place: Place, client: WebClient) -> Place:
    """A file cannot be shown to one person in a channel: it goes to their own conversation."""
    if not place.is_private and place.channel:
        return place
    channel = client.conversations_open(users=place.user)["channel"]["id"]
    return replace(place, channel=channel, thread=None, response_url=None)
