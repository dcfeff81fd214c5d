"""Somebody pressed a button of the register: for one certificate, a page, or the whole."""

from __future__ import annotations

from slack_bolt import BoltContext
from slack_sdk import WebClient

from bot.register.errors import RegisterRefuses
from bot.slack import ids
from bot.slack.blocks.certificate_list import Wanted
from bot.slack.certificate_actions import CERTIFICATE_ACTIONS, refuse_others
from bot.slack.desk_forms import Acting, filling_of, open_form
from bot.slack.filling import About
from bot.slack.place import Body, place_of
from bot.slack.posting import replace_seen, reply, tell_person
from bot.slack.services import Services
from bot.slack.showing_certificates import USUAL_FILE, export, page_of


def act_on_certificate(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Does with the certificate that the button or menu names what the action says."""
    acting = Acting(place_of(body), body["trigger_id"], client, services)
    name = action["action_id"].partition(":")[0]
    try:
        if chosen(action) == ids.NONE:
            refuse_others(acting)
            open_form(ids.EVENT_FORM, About(acting.place), acting)
        else:
            CERTIFICATE_ACTIONS[name](int(chosen(action)), acting)
    except RegisterRefuses as refusal:
        tell_person(client, acting.place, str(refusal))


def add_certificate(body: Body, client: WebClient, services: Services) -> None:
    """Opens the form for a new certificate."""
    acting = Acting(place_of(body), body["trigger_id"], client, services)
    open_form(ids.CERTIFICATE_FORM, About(acting.place), acting)


def list_certificates(body: Body, client: WebClient, services: Services) -> None:
    """Lists all certificates."""
    reply(client, place_of(body), [page_of(Wanted(), services)])


def export_register(body: Body, client: WebClient, services: Services) -> None:
    """Uploads the register to the person."""
    export(USUAL_FILE, place_of(body), client, services)


def turn_page(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Shows another page in place of this one."""
    page = page_of(Wanted.from_value(action["value"]), services)
    replace_seen(client, place_of(body), body, page)


def ask_what_the_kind_wants(
    action: Body, body: Body, context: BoltContext, client: WebClient, services: Services
) -> None:
    """Shows the fields that the chosen kind of event wants."""
    view = body["view"]
    about = About.of(view, body["user"]["id"])
    filling = filling_of(view, about, services)
    kept = filling.form.values_in(view)
    shown = filling.filled_with(kept).view(about)
    client.views_update(view_id=view["id"], hash=view["hash"], view=shown)


def chosen(action: Body) -> str:
    """The value of a button, or the one chosen in a menu."""
    return str(action.get("value") or action["selected_option"]["value"])
