"""Which form of the register and the digests is which, and how it is opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient

from bot.slack import ids
from bot.slack.changing_certificates import adding, correcting, happening
from bot.slack.doing_obligations import doing, putting_off
from bot.slack.filling import About, Filling
from bot.slack.place import Place
from bot.slack.services import Services
from bot.slack.setting_digests import subscribing

FILLINGS: Mapping[str, Callable[[Mapping[str, Any], About, Services], Filling]] = {
    ids.CERTIFICATE_FORM: adding,
    ids.CORRECTION_FORM: correcting,
    ids.EVENT_FORM: happening,
    ids.DONE_FORM: doing,
    ids.PUT_OFF_FORM: putting_off,
    ids.DIGEST_FORM: subscribing,
}


@dataclass(frozen=True, slots=True)
class Acting:
    """A person who did something just now, and what is needed to answer it."""

    place: Place
    trigger_id: str
    client: WebClient
    services: Services


def filling_of(view: Mapping[str, Any], about: About, services: Services) -> Filling:
    """The form that a view shows, as it stands now; RegisterRefuses where it makes no sense."""
    return FILLINGS[view["callback_id"]](view, about, services)


def open_form(callback_id: str, about: About, acting: Acting) -> None:
    """Opens the form; RegisterRefuses where there is nothing to fill in."""
    filling = FILLINGS[callback_id]({}, about, acting.services)
    acting.client.views_open(trigger_id=acting.trigger_id, view=filling.view(about))
