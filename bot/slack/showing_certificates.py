"""Certificates shown: one with its timeline, many as a table, a history, the whole as a file."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk import WebClient

from bot.pictures.timeline import timeline_of
from bot.register.cleaning import same
from bot.register.errors import RegisterRefuses
from bot.register.exchange.export import as_csv, as_xlsx
from bot.register.record import CertificateRecord
from bot.slack import desk_phrases
from bot.slack.blocks import kit
from bot.slack.blocks.certificate import certificate_messages
from bot.slack.blocks.certificate_list import ROWS, Wanted, list_message
from bot.slack.blocks.message import Group, Message, pack
from bot.slack.blocks.rich_text import paragraph, plain
from bot.slack.certificates import desk_of, named, record_of, shown
from bot.slack.mentioning import is_user, mention_element
from bot.slack.place import Place
from bot.slack.posting import reply
from bot.slack.services import Services
from bot.slack.uploading import upload
from calculators.obligations.event_kinds import Status

_WRITERS = {"csv": as_csv, "xlsx": as_xlsx}
USUAL_FILE = "xlsx"


def show_certificate(certificate: int, place: Place, client: WebClient, services: Services) -> None:
    """Its facts and what it owes, and its timeline as a picture."""
    now = shown(record_of(certificate, services), services)
    reply(client, place, certificate_messages(now))
    name = desk_phrases.timeline_name(now.record.particulars.number)
    picture = name, timeline_of(now.record, now.survey, now.today, now.library)
    upload([picture], now.line, desk_phrases.SENT_TO_PERSON, place, client)


def page_of(wanted: Wanted, services: Services) -> Message:
    """A page of the certificates that are wanted."""
    every = [each for each in _found(wanted, services) if _is_wanted(each, wanted, services)]
    start = wanted.page * ROWS
    page = [shown(each, services) for each in every[start : start + ROWS]]
    return list_message(page, wanted, len(every))


def _found(wanted: Wanted, services: Services) -> Sequence[CertificateRecord]:
    return named(wanted.words, services) if wanted.words else _all(services)


def _is_wanted(record: CertificateRecord, wanted: Wanted, services: Services) -> bool:
    """Whether it is of the scheme, the owner and the status; the status is computed last."""
    said = record.particulars
    if wanted.document not in ("", said.document) or wanted.owner not in ("", said.owner):
        return False
    return not wanted.status or shown(record, services).survey.status == wanted.status


def wanted_by(words: Sequence[str], services: Services) -> Wanted:
    """What the words behind 列表 narrow it to: a scheme, a status, an owner."""
    wanted = Wanted()
    owners = {same(each.particulars.owner): each.particulars.owner for each in _all(services)}
    statuses = {each.label: each.value for each in Status}
    for word in words:
        if word in statuses:
            wanted = Wanted(wanted.document, statuses[word], wanted.owner)
        elif owner := owners.get(same(word), word if is_user(word) else ""):
            wanted = Wanted(wanted.document, wanted.status, owner)
        else:
            wanted = Wanted(_document(word, services), wanted.status, wanted.owner)
    return wanted


def _document(word: str, services: Services) -> str:
    try:
        return services.scheme_names.document(word)
    except RegisterRefuses as refusal:
        raise RegisterRefuses(desk_phrases.unknown_filter(word)) from refusal


def _all(services: Services) -> Sequence[CertificateRecord]:
    return desk_of(services).register.certificates()


def history_messages(certificate: int, services: Services) -> tuple[Message, ...]:
    """Every entry about a certificate, oldest first, with who said it and when."""
    desk = desk_of(services)
    now = shown(record_of(certificate, services), services)
    title = desk_phrases.history_title(now.line)
    groups: list[Group] = [[kit.header(title[: kit.HEADER_LENGTH])]]
    lines = [title]
    for entry in desk.register.history(certificate):
        moment = entry.recorded_at.astimezone(desk.zone)
        words = desk_phrases.history_line(entry.number, moment, entry.text)
        lines.append(f"{entry.author}{words}")
        groups.append([paragraph(mention_element(entry.author), plain(words))])
    return pack("\n\n".join(lines), groups)


def export(ending: str, place: Place, client: WebClient, services: Services) -> None:
    """Uploads the whole register as a file; RegisterRefuses where the ending is none of ours."""
    if ending not in _WRITERS:
        raise RegisterRefuses(desk_phrases.no_such_file(ending, list(_WRITERS)))
    records = _all(services)
    content = _WRITERS[ending](
        records,
        services.scheme_names.short,
        lambda record: shown(record, services).survey.status,
    )
    name = desk_phrases.export_name(services.today(), ending)
    comment = desk_phrases.exported(len(records))
    upload([(name, content)], comment, desk_phrases.FILE_SENT_TO_PERSON, place, client)
