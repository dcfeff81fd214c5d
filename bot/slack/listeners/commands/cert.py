"""Somebody gave ``/cert …``: the register of certificates."""

from __future__ import annotations

import re
from collections.abc import Mapping

from slack_sdk import WebClient

from bot.register.errors import RegisterRefuses
from bot.slack import desk_phrases, ids
from bot.slack.blocks.cert_menu import cert_menu
from bot.slack.blocks.certificate_list import Wanted
from bot.slack.certificate_actions import CERTIFICATE_ACTIONS, correct_event, refuse_others
from bot.slack.certificates import named, which_message
from bot.slack.desk_forms import Acting, open_form
from bot.slack.filling import About
from bot.slack.place import place_of
from bot.slack.posting import reply, tell_person
from bot.slack.services import Services
from bot.slack.showing_certificates import USUAL_FILE, export, page_of, wanted_by
from bot.slack.text import shorten, words_with_ids

_SHOW, _ADD, _EVENT, _CORRECT, _HISTORY = "查看", "新增", "事件", "更正", "历史"
_LIST, _FIND, _EXPORT = "列表", "查找", "导出"
_SUBCOMMANDS = {
    _SHOW: ("show", "看"),
    _ADD: ("add", "添加", "登记"),
    _EVENT: ("event",),
    _CORRECT: ("correct", "修改"),
    _HISTORY: ("history",),
    _LIST: ("list", "全部"),
    _FIND: ("find", "搜索", "找"),
    _EXPORT: ("export",),
}
_MEANT = {word: meant for meant, words in _SUBCOMMANDS.items() for word in (meant, *words)}
_OF_CERTIFICATE = {
    _SHOW: ids.CERTIFICATE_SHOW,
    _EVENT: ids.CERTIFICATE_EVENT,
    _CORRECT: ids.CERTIFICATE_CORRECT,
    _HISTORY: ids.CERTIFICATE_HISTORY,
}
_LONGEST_QUOTED = 50
_ENTRY = re.compile(r"\s+第?\s*(\d{1,6})\s*条$")


def serve_register(command: Mapping[str, str], client: WebClient, services: Services) -> None:
    """Does what the words say; without words, shows what can be said."""
    acting = Acting(place_of(command), command["trigger_id"], client, services)
    said, *rest = [*words_with_ids(command.get("text") or "").split(maxsplit=1), "", ""][:2]
    meant = _MEANT.get(said.lower())
    if meant is None:
        told = desk_phrases.unknown_subcommand(shorten(said, _LONGEST_QUOTED)) if said else ""
        reply(client, acting.place, [cert_menu(told)])
        return
    try:
        _serve(meant, rest[0].strip(), acting)
    except RegisterRefuses as refusal:
        tell_person(client, acting.place, str(refusal))


def _serve(meant: str, words: str, acting: Acting) -> None:
    place, services = acting.place, acting.services
    if meant == _ADD:
        refuse_others(acting)
        open_form(ids.CERTIFICATE_FORM, About(place), acting)
    elif meant == _EVENT and not words:
        refuse_others(acting)
        open_form(ids.EVENT_FORM, About(place), acting)
    elif meant == _EXPORT:
        export(words.lower() or USUAL_FILE, place, acting.client, services)
    elif meant == _LIST:
        page = page_of(wanted_by(words.split(), services), services)
        reply(acting.client, place, [page])
    elif not words:
        raise RegisterRefuses(desk_phrases.name_missing(meant))
    elif meant == _FIND:
        _find(words, acting)
    else:
        _with_certificate(meant, words, acting)


def _find(words: str, acting: Acting) -> None:
    services = acting.services
    if named(words, services):
        told = page_of(Wanted(words=words), services)
    else:
        told = which_message(words, services, ids.CERTIFICATE_SHOW)
    reply(acting.client, acting.place, [told])


def _with_certificate(meant: str, words: str, acting: Acting) -> None:
    """Acts on the one certificate that is named, or asks which one is meant."""
    action = _OF_CERTIFICATE[meant]
    entry = _ENTRY.search(words) if meant == _CORRECT else None
    name = words[: entry.start()] if entry else words
    found = named(name, acting.services)
    if len(found) != 1:
        told = which_message(name, acting.services, action)
        reply(acting.client, acting.place, [told])
    elif entry:
        correct_event(found[0].id, int(entry[1]), acting)
    else:
        CERTIFICATE_ACTIONS[action](found[0].id, acting)
