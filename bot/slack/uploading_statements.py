"""The statement of an audit time, written to files and uploaded where it was asked for."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.slack import phrases
from bot.slack.asked import Asked
from bot.slack.place import Place
from bot.slack.posting import tell_person
from bot.slack.services import Services
from bot.slack.uploading import NamedFile, upload
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
    files: list[NamedFile] = [
        (phrases.STATEMENT_DOCX, as_docx(statement)),
        (phrases.STATEMENT_MARKDOWN, as_markdown(statement)),
    ]
    upload(files, phrases.STATEMENT_READY, phrases.STATEMENT_SENT, place, client)


def _name_of(user: str, client: WebClient) -> str:
    person = client.users_info(user=user)["user"]
    return str(person.get("real_name") or person.get("name") or user)
