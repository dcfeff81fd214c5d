"""Who may read the register, and who may change it: everybody else is told in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_bolt import BoltContext, BoltResponse
from slack_sdk import WebClient

from bot.slack import desk_phrases
from bot.slack.middleware import Next
from bot.slack.place import Place, place_of
from bot.slack.posting import tell_person
from bot.slack.services import Services


def only_readers(
    body: Mapping[str, Any],
    context: BoltContext,
    client: WebClient,
    services: Services,
    next_: Next,
) -> BoltResponse | None:
    """Lets people of our own workspace pass, where there is a register."""
    refusal = may_not_read(context, services)
    if refusal:
        tell_person(client, place_of(body), refusal)
        return BoltResponse(status=200)
    return next_()


def only_editors(
    body: Mapping[str, Any],
    context: BoltContext,
    client: WebClient,
    services: Services,
    next_: Next,
) -> BoltResponse | None:
    """Lets those pass who may change the register and the digests."""
    place = place_of(body)
    refusal = may_not_read(context, services) or may_not_change(place, client, services)
    if refusal:
        tell_person(client, place, refusal)
        return BoltResponse(status=200)
    return next_()


def may_not_read(context: BoltContext, services: Services) -> str:
    """Why this person sees nothing of the register; empty where they do."""
    if services.desk is None:
        return desk_phrases.NO_REGISTER
    return desk_phrases.STRANGER if context["is_stranger"] else ""


def may_not_change(place: Place, client: WebClient, services: Services) -> str:
    """Why this person changes nothing; empty where they may."""
    if services.editors.may_change(place.user, client):
        return ""
    return desk_phrases.MAY_NOT_CHANGE if services.editors.are_named else desk_phrases.NO_EDITORS
