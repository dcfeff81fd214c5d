"""What becomes of the forms for a new certificate, a correction and an event."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from slack_sdk import WebClient

from bot.register.change import Change, Correction, ShortNames
from bot.register.errors import RegisterRefuses
from bot.register.record import CertificateRecord, RecordedEvent
from bot.slack import desk_phrases
from bot.slack.blocks.certificate import certificate_messages, obligation_line
from bot.slack.blocks.message import Message, sentence
from bot.slack.certificates import desk_of, one_named, record_of, shown
from bot.slack.filling import About, Filling, RefusedAt
from bot.slack.forms import certificate, certificate_event
from bot.slack.forms.form import Values
from bot.slack.services import Services
from calculators.obligations.event_kinds import event_kinds

_MOST_NEXT = 3


def adding(_view: Mapping[str, Any], about: About, services: Services) -> Filling:
    """A new certificate."""
    form = certificate.new_certificate_form(services.library.documents)

    def take(values: Values, _client: WebClient) -> Sequence[Message]:
        new = certificate.certificate_in(values)
        record = desk_of(services).register.add(
            new.organization, new.particulars, new.events, about.place.user, new.short_names
        )
        told = sentence(desk_phrases.added(shown(record, services).line))
        return told, *certificate_messages(shown(record, services))

    return Filling(form, certificate.ISSUED, take)


def correcting(_view: Mapping[str, Any], about: About, services: Services) -> Filling:
    """Other particulars of a certificate."""
    record = record_of(about.certificate or 0, services)
    form = certificate.correction_form(services.library.documents, record)

    def take(values: Values, _client: WebClient) -> Sequence[Message]:
        changes = _corrections(record, values)
        desk_of(services).register.take(changes, about.place.user)
        return _followed(desk_phrases.corrected, record.id, services)

    return Filling(form, certificate.NUMBER, take, certificate.filled_in(record))


def _corrections(record: CertificateRecord, values: Values) -> Sequence[Change]:
    """What the form says otherwise; the particulars alone where it says nothing new."""
    particulars = certificate.particulars_in(values, record.particulars)
    names = certificate.short_names_in(values)
    changes: list[Change] = [ShortNames(record.id, names)] if names else []
    if particulars != record.particulars or not names:
        changes.append(Correction(record.id, particulars, values.get(certificate.NOTE, "")))
    return changes


def happening(view: Mapping[str, Any], about: About, services: Services) -> Filling:
    """An event of a certificate, a new one or the correction of one."""
    record = record_of(about.certificate, services) if about.certificate else None
    if record and about.event is not None:
        return _replacing(view, about, record, services)
    form = certificate_event.event_form(record, _kind(view))

    def take(values: Values, _client: WebClient) -> Sequence[Message]:
        of = record or _named(values[certificate_event.CERTIFICATE], services)
        event = certificate_event.event_in(values)
        desk_of(services).register.record(of.id, event, about.place.user)
        label = event_kinds()[event.kind].label
        return _followed(lambda line: desk_phrases.happened(line, event.on, label), of.id, services)

    return Filling(form, certificate_event.ON, take)


def _named(words: str, services: Services) -> CertificateRecord:
    try:
        return one_named(words, services)
    except RegisterRefuses as refusal:
        raise RefusedAt(certificate_event.CERTIFICATE, str(refusal)) from refusal


def _replacing(
    view: Mapping[str, Any], about: About, record: CertificateRecord, services: Services
) -> Filling:
    recorded = _event(record, about.event)
    form = certificate_event.event_form(
        record, _kind(view) or recorded.event.kind, corrects=recorded.event.number
    )

    def take(values: Values, _client: WebClient) -> Sequence[Message]:
        never = bool(values.get(certificate_event.NEVER))
        event = None if never else certificate_event.event_in(values)
        note = values.get(certificate_event.NOTE, "") if never else ""
        desk_of(services).register.replace(
            record.id, recorded.event.number, event, about.place.user, note
        )
        return _followed(desk_phrases.corrected, record.id, services)

    filled = certificate_event.filled_in(recorded.event, recorded.note)
    return Filling(form, certificate_event.ON, take, filled)


def _event(record: CertificateRecord, number: int | None) -> RecordedEvent:
    for each in record.events:
        if each.event.number == number:
            return each
    known = [each.event.number for each in record.events]
    raise RegisterRefuses(desk_phrases.no_event(number, known))


def _kind(view: Mapping[str, Any]) -> str:
    """The kind that stands in the form by now."""
    values = certificate_event.event_form(None, "").values_in(view)
    return certificate_event.kind_in(values)


def _followed(
    told: Callable[[str], str], certificate_id: int, services: Services
) -> Sequence[Message]:
    """What was done, and what the certificate owes next."""
    now = shown(record_of(certificate_id, services), services)
    lines = [obligation_line(each, now) for each in now.open if each.due][:_MOST_NEXT]
    return [sentence(told(now.line) + desk_phrases.what_follows(lines))]
