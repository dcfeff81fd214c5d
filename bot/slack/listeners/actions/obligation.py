"""Somebody pressed 「已完成」, 「改期提醒」 or 「看条款」 for an obligation."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.register.errors import RegisterRefuses
from bot.slack import desk_phrases, ids
from bot.slack.blocks.digest import obligation_in
from bot.slack.blocks.whole_clause import whole_clause_view
from bot.slack.desk_forms import Acting, open_form
from bot.slack.doing_obligations import obligation_of
from bot.slack.filling import About
from bot.slack.listeners.actions.certificate import chosen
from bot.slack.place import Body, place_of
from bot.slack.services import Services
from bot.slack.telling_refusals import tell_refusal

_FORMS = {
    ids.OBLIGATION_DONE: ids.DONE_FORM,
    ids.OBLIGATION_PUT_OFF: ids.PUT_OFF_FORM,
}


def open_obligation_form(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Opens the form, or says by whom and when it was done before."""
    place = place_of(body)
    certificate, key = obligation_in(chosen(action))
    acting = Acting(place, body["trigger_id"], client, services)
    try:
        open_form(_FORMS[action["action_id"]], About(place, certificate, key), acting)
    except RegisterRefuses as refusal:
        tell_refusal(client, place, refusal)


def show_obligation_clause(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Opens the clause that governs the obligation, whole and between its neighbours."""
    certificate, key = obligation_in(chosen(action))
    try:
        now, obligation = obligation_of(certificate, key, services)
        if obligation is None:
            raise RegisterRefuses(desk_phrases.no_longer_owed(now.line))
    except RegisterRefuses as refusal:
        tell_refusal(client, place_of(body), refusal)
        return
    view = whole_clause_view(obligation.clause.ref, services.library)
    client.views_open(trigger_id=body["trigger_id"], view=view)
