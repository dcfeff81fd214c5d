"""Somebody sent a form of the register or the digests: it is done, or said at the field why not."""

from __future__ import annotations

from slack_bolt import Ack, BoltContext, BoltResponse
from slack_sdk import WebClient

from bot.register.errors import RegisterRefuses
from bot.slack.desk_forms import filling_of
from bot.slack.filling import About
from bot.slack.middleware import Next
from bot.slack.place import Body
from bot.slack.posting import reply, tell_person
from bot.slack.services import Services
from bot.slack.telling_refusals import tell_refusal
from bot.slack.who_may import may_not_change, may_not_read


def take_form(
    view: Body, body: Body, context: BoltContext, ack: Ack, next_: Next
) -> BoltResponse | None:
    """Does what the form says before it closes, so that a refusal stands at its field."""
    client: WebClient = context["client"]
    services: Services = context["services"]
    about = About.of(view, body["user"]["id"])
    refusal = may_not_read(context, services) or may_not_change(about.place, client, services)
    if refusal:
        tell_person(client, about.place, refusal)
        return ack()
    try:
        filling = filling_of(view, about, services)
    except RegisterRefuses as gone:
        tell_refusal(client, about.place, gone)
        return ack()
    values = filling.form.values_in(view)
    faults = filling.faults(values, view)
    if not faults:
        try:
            context["told"] = filling.take(values, client)
        except RegisterRefuses as refused:
            faults = filling.fault(refused)
    if faults:
        return ack(response_action="errors", errors=faults)
    ack()
    return next_()


def tell_what_was_done(view: Body, body: Body, context: BoltContext, client: WebClient) -> None:
    """Says what was done, where the form was opened."""
    about = About.of(view, body["user"]["id"])
    reply(client, about.place, context["told"])
