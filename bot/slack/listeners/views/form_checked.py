"""A form came in: what is wrong with it is said at the fields, at once."""

from __future__ import annotations

from slack_bolt import Ack, BoltResponse

from bot.slack.middleware import Next
from bot.slack.place import Body
from bot.slack.services import Services


def check_form(view: Body, ack: Ack, services: Services, next_: Next) -> BoltResponse | None:
    """Closes a form that is right; leaves a faulty one open with its faults."""
    form = services.forms.by_callback_id[view["callback_id"]]
    faults = form.faults(form.values_in(view))
    if faults:
        return ack(response_action="errors", errors=faults)
    ack()
    return next_()
