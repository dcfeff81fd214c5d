"""Somebody gave ``/digest …``: the daily digest of the channel."""

from __future__ import annotations

from collections.abc import Mapping

from slack_sdk import WebClient

from bot.register.errors import RegisterRefuses
from bot.slack import digest_phrases, ids
from bot.slack.certificate_actions import refuse_others
from bot.slack.desk_forms import Acting, open_form
from bot.slack.digest_wishes import wish_in
from bot.slack.filling import About
from bot.slack.place import place_of
from bot.slack.posting import reply, share, tell_person
from bot.slack.services import Services
from bot.slack.setting_digests import digests_messages, send_now, turn_off, turn_on
from bot.slack.text import words_with_ids
from bot.slack.who_may import may_not_change

_ON, _OFF, _NOW, _LIST = "on", "off", "now", "list"
_SUBCOMMANDS = {
    _ON: ("打开", "开", "订阅"),
    _OFF: ("关闭", "关", "退订"),
    _NOW: ("现在", "马上"),
    _LIST: ("列表",),
}
_MEANT = {word: meant for meant, words in _SUBCOMMANDS.items() for word in (meant, *words)}


def serve_digest(command: Mapping[str, str], client: WebClient, services: Services) -> None:
    """Does what the words say; without words, opens the form of this channel's digest."""
    acting = Acting(place_of(command), command["trigger_id"], client, services)
    said, *rest = [*words_with_ids(command.get("text") or "").split(maxsplit=1), "", ""][:2]
    try:
        _serve(said.lower(), rest[0], acting)
    except RegisterRefuses as refusal:
        tell_person(client, acting.place, str(refusal))


def _serve(said: str, words: str, acting: Acting) -> None:
    place, client, services = acting.place, acting.client, acting.services
    meant = _MEANT.get(said, said)
    if not meant:
        refuse_others(acting)
        open_form(ids.DIGEST_FORM, About(place), acting)
    elif meant == _ON:
        refuse_others(acting)
        wish = wish_in(words, services.scheme_names.document)
        share(client, place, [turn_on(wish, place, client, services)])
    elif meant == _OFF:
        refuse_others(acting)
        share(client, place, [turn_off(place, services)])
    elif meant == _NOW:
        may_change = not may_not_change(place, client, services)
        send_now(place, client, services, to_channel=may_change)
    elif meant == _LIST:
        reply(client, place, digests_messages(services))
    else:
        raise RegisterRefuses(digest_phrases.DIGEST_USAGE)
