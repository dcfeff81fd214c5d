"""Ruling on a clause: who may, the form for it, and what comes of a form that was sent."""

from __future__ import annotations

import json

from slack_sdk import WebClient

from bot.slack import phrases
from bot.slack.blocks.message import pack, sentence
from bot.slack.blocks.rulings import ruling_groups
from bot.slack.forms.form import Form, Values
from bot.slack.forms.ruling import WITHDRAWN, WORDS, clause_chosen, ruling_form
from bot.slack.place import Body, Place
from bot.slack.posting import reply
from bot.slack.rulings import Ruling, RulingSubject, text_hash
from bot.slack.services import Services


def may_rule(user: str, services: Services) -> bool:
    """Whether the settings name this person."""
    return user in services.ruling_users


def form_for(subject: RulingSubject, services: Services) -> Form:
    """The form for these clauses, with the rulings that can be withdrawn."""
    return ruling_form(subject, services.rulings.on(subject.refs))


def metadata_of(subject_value: str, place: Place) -> str:
    """What the form brings back: what is ruled on, and where that is to be said."""
    return json.dumps([place.to_metadata(), subject_value], ensure_ascii=False)


def read_metadata(view: Body, user: str) -> tuple[Place, RulingSubject]:
    """Reads what :func:`metadata_of` wrote."""
    place, subject = json.loads(view["private_metadata"])
    return Place.from_metadata(place, user), RulingSubject.from_value(subject)


def take(
    values: Values, subject: RulingSubject, body: Body, place: Place, services: Services
) -> Ruling | None:
    """Withdraws and makes what the form says; the new ruling, if it has one."""
    if withdrawn := values.get(WITHDRAWN):
        services.rulings.withdraw([int(number) for number in withdrawn.split(",")], place.user)
    if not values.get(WORDS):
        return None
    ref = clause_chosen(values, subject)
    made = Ruling(
        ref,
        text_hash(ref, services.library),
        values[WORDS],
        subject.question,
        place.user,
        body["user"].get("name") or place.user,
        services.today(),
    )
    services.rulings.make(made)
    return made


def tell(made: Ruling | None, place: Place, client: WebClient, services: Services) -> None:
    """Says below the answer what was ruled, or that something was withdrawn."""
    if made is None:
        reply(client, place, [sentence(phrases.RULING_GONE)])
        return
    groups = ruling_groups([made], services.library)
    reply(client, place, pack(phrases.ruling_made(made.name, made.ref.number), groups))
