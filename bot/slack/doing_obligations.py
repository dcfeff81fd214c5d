"""「已完成」 and 「改期提醒」: an obligation is met by an event, or its reminder waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from slack_sdk import WebClient

from bot.register import phrases as register_phrases
from bot.register.errors import RegisterRefuses
from bot.register.record import NewEvent
from bot.slack import desk_phrases, ids
from bot.slack.blocks.certificate import Shown
from bot.slack.blocks.message import Message
from bot.slack.certificates import desk_of, record_of, shown
from bot.slack.filling import About, Filling
from bot.slack.forms.certificate_event import EXPIRES, KIND, NOTE, ON, choices_of, expires_field
from bot.slack.forms.field import Field, FieldKind
from bot.slack.forms.form import Form, Values
from bot.slack.mentioning import mention
from bot.slack.services import Services
from bot.slack.text import escape
from calculators.obligations.event import Event
from calculators.obligations.event_kinds import Detail, event_kinds
from calculators.obligations.obligation import Obligation, State
from calculators.obligations.terms import obligation_terms

UNTIL = "until"
_FARTHEST = timedelta(days=366)
_LATER = timedelta(days=7)


class DoneBefore(RegisterRefuses):
    """The obligation is met already; ``author`` recorded that."""

    def __init__(self, words: str, author: str) -> None:
        self.author = author
        super().__init__(words)


def doing(_view: Mapping[str, Any], about: About, services: Services) -> Filling:
    """The event by which the obligation is met; RegisterRefuses where it is met already."""
    now, obligation = open_obligation(about, services)
    kinds = obligation_terms().topics[obligation.topic].met_by
    if not kinds:
        raise RegisterRefuses(desk_phrases.never_met(obligation.label))

    def take(values: Values, _client: WebClient) -> Sequence[Message]:
        # Somebody may have been quicker since the form was opened.
        open_obligation(about, services)
        event = _event(values, kinds, obligation)
        desk_of(services).register.record(now.record.id, event, about.place.user)
        return [_told(event, obligation, about, services)]

    form = _done_form(kinds, obligation, now)
    filled = {ON: services.today().isoformat(), KIND: kinds[0]}
    return Filling(form, ON, take, filled)


def putting_off(_view: Mapping[str, Any], about: About, services: Services) -> Filling:
    """The day on which the digest speaks of the obligation again."""
    now, obligation = open_obligation(about, services)
    today = services.today()

    def take(values: Values, _client: WebClient) -> Sequence[Message]:
        until = date.fromisoformat(values[UNTIL])
        if not today < until <= today + _FARTHEST:
            raise RegisterRefuses(desk_phrases.put_off_wrong(until, today, today + _FARTHEST))
        who = about.place.user
        desk_of(services).snoozes.put_off(now.record.id, obligation.key, until, who)
        due = f"{obligation.due or obligation.earliest}"
        words = desk_phrases.put_off(now.line, obligation.label, due, until)
        return [Message(f"{mention(who)}：{escape(words)}")]

    field = Field(UNTIL, FieldKind.DATE, desk_phrases.UNTIL, hint=desk_phrases.UNTIL_HINT)
    form = Form(
        ids.PUT_OFF_FORM,
        desk_phrases.PUT_OFF_TITLE,
        (field,),
        send=desk_phrases.SAVE,
        lead=(now.line, obligation.label),
    )
    return Filling(form, UNTIL, take, {UNTIL: (today + _LATER).isoformat()})


def open_obligation(about: About, services: Services) -> tuple[Shown, Obligation]:
    """The obligation as it stands now; RegisterRefuses where nothing is to be done any more."""
    now, obligation = obligation_of(about.certificate or 0, about.key, services)
    if obligation is None:
        raise RegisterRefuses(desk_phrases.no_longer_owed(now.line))
    if obligation.met_by is not None:
        raise _done_before(now, obligation, obligation.met_by)
    return now, obligation


def obligation_of(
    certificate: int, key: str, services: Services
) -> tuple[Shown, Obligation | None]:
    """The certificate and its obligation with this key, None where it has no such one now."""
    now = shown(record_of(certificate, services), services)
    found = (each for each in now.survey.obligations if each.key == key)
    return now, next(found, None)


def _done_form(kinds: Sequence[str], obligation: Obligation, now: Shown) -> Form:
    fields = [Field(ON, FieldKind.DATE, desk_phrases.ON)]
    if len(kinds) > 1:
        fields.insert(0, Field(KIND, FieldKind.MENU, desk_phrases.BY_WHICH, choices_of(kinds)))
    if any(Detail.EXPIRES in event_kinds()[kind].details for kind in kinds):
        fields.append(expires_field())
    fields.append(Field(NOTE, FieldKind.TEXT, register_phrases.NOTE, optional=True))
    recorded = desk_phrases.records([event_kinds()[kind].label for kind in kinds])
    lead = (now.line, obligation.label, recorded)
    return Form(
        ids.DONE_FORM, desk_phrases.DONE_TITLE, tuple(fields), send=desk_phrases.SAVE, lead=lead
    )


def _event(values: Values, kinds: Sequence[str], obligation: Obligation) -> NewEvent:
    kind = event_kinds()[values.get(KIND, kinds[0])]
    expires = values.get(EXPIRES) if Detail.EXPIRES in kind.details else None
    answers = obligation.opened_by.number if Detail.ANSWERS in kind.details else None
    return NewEvent(
        kind.name,
        date.fromisoformat(values[ON]),
        values.get(NOTE, ""),
        answers=answers,
        expires=date.fromisoformat(expires) if expires else None,
    )


def _told(event: NewEvent, obligation: Obligation, about: About, services: Services) -> Message:
    """Who recorded what, and whether the obligation is met by it."""
    now, after = obligation_of(about.certificate or 0, about.key, services)
    desk = desk_of(services)
    moment = desk.now().astimezone(desk.zone)
    label = event_kinds()[event.kind].label
    words = desk_phrases.recorded(now.line, event.on, label, moment)
    is_met = after is None or after.state is State.MET
    outcome = (
        desk_phrases.is_met(obligation.label)
        if is_met
        else desk_phrases.not_yet_met(obligation.label)
    )
    return Message(f"{mention(about.place.user)} {escape(words + outcome)}")


def _done_before(now: Shown, obligation: Obligation, met_by: Event) -> DoneBefore:
    recorded = next(each for each in now.record.events if each.event.number == met_by.number)
    label = event_kinds()[met_by.kind].label
    words = desk_phrases.done_before(now.line, obligation.label, met_by.on, label)
    return DoneBefore(words, recorded.author)
