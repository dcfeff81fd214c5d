"""Certificates shown: one with its timeline, many as a table, a history, the whole as a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slack_sdk import WebClient

from bot.pictures.timeline import timeline_of
from bot.register.cleaning import same
from bot.register.errors import RegisterRefuses
from bot.register.exchange.export import as_csv, as_xlsx
from bot.register.record import CertificateRecord
from bot.slack import desk_phrases
from bot.slack.blocks import kit
from bot.slack.blocks.certificate import Shown, certificate_messages
from bot.slack.blocks.certificate_list import ROWS, Wanted, list_message
from bot.slack.blocks.message import Group, Message, pack
from bot.slack.blocks.rich_text import paragraph, plain
from bot.slack.certificates import desk_of, named, record_of, shown
from bot.slack.mentioning import mention_element
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
    every = list(_wanted(wanted, services))
    start = wanted.page * ROWS
    return list_message(every[start : start + ROWS], wanted, len(every))


def _wanted(wanted: Wanted, services: Services) -> Iterator[Shown]:
    if wanted.words:
        records: Sequence[CertificateRecord] = named(wanted.words, services)
    else:
        records = desk_of(services).register.certificates()
    for record in records:
        said = record.particulars
        is_wanted = wanted.document in ("", said.document) and wanted.owner in ("", said.owner)
        if not is_wanted:
            continue
        now = shown(record, services)
        if wanted.status in ("", now.survey.status):
            yield now


def wanted_by(words: Sequence[str], services: Services) -> Wanted:
    """What the words behind 列表 narrow it to: a scheme, a status, an owner."""
    wanted = Wanted()
    owners = {same(each.particulars.owner): each.particulars.owner for each in _all(services)}
    statuses = {each.label: each.value for each in Status}
    for word in words:
        if word in statuses:
            wanted = Wanted(wanted.document, statuses[word], wanted.owner)
        elif owner := owners.get(same(word)):
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
