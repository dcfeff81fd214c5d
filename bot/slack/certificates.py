"""Certificates of the register by what people type, each with what it owes today."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from heapq import nlargest

from bot.register.cleaning import same
from bot.register.errors import RegisterRefuses
from bot.register.record import CertificateRecord
from bot.slack import desk_phrases, ids
from bot.slack.blocks import kit
from bot.slack.blocks.certificate import Shown, open_certificate_menu
from bot.slack.blocks.message import Message
from bot.slack.desk import Desk
from bot.slack.services import Services
from bot.slack.text import escape, shorten

_MOST_BUTTONS = 6
_MOST_OPTIONS = 100
_SUGGESTIONS = 5
_LONGEST_QUOTED = 50


def desk_of(services: Services) -> Desk:
    """The desk; RegisterRefuses where there is none."""
    if services.desk is None:
        raise RegisterRefuses(desk_phrases.NO_REGISTER)
    return services.desk


def shown(record: CertificateRecord, services: Services) -> Shown:
    """The certificate with what it owes today."""
    today = services.today()
    return Shown(record, desk_of(services).survey.of(record, today), today, services.library)


def record_of(certificate: int, services: Services) -> CertificateRecord:
    """The certificate with this id; RegisterRefuses where it is gone."""
    record = desk_of(services).register.certificate(certificate)
    if record is None:
        raise RegisterRefuses(desk_phrases.GONE)
    return record


def named(words: str, services: Services) -> Sequence[CertificateRecord]:
    """The certificates that these words may mean, the best first."""
    return desk_of(services).finding.finder().find(words)


def one_named(words: str, services: Services) -> CertificateRecord:
    """The one certificate that is meant; RegisterRefuses where none or several are."""
    found = named(words, services)
    if len(found) == 1:
        return found[0]
    if found:
        lines = [shown(each, services).line for each in found[:_SUGGESTIONS]]
        raise RegisterRefuses(desk_phrases.several(_quoted(words), len(found), lines))
    names = [each.organization.name for each in _nearest(words, services)]
    raise RegisterRefuses(desk_phrases.not_found(_quoted(words), names))


def which_message(words: str, services: Services, action: str) -> Message:
    """None or several are meant: a button for each, or what comes nearest.

    ``action`` is what a click on one of them does.
    """
    found = named(words, services)
    if found:
        lines = [shown(each, services).line for each in found[:_SUGGESTIONS]]
        told = desk_phrases.several(_quoted(words), len(found), lines)
    else:
        found = _nearest(words, services)
        names = [each.organization.name for each in found]
        told = desk_phrases.not_found(_quoted(words), names)
    if not found:
        return Message(escape(told))
    choosing = _choosing(found, services, action)
    return Message(escape(told), (kit.section(escape(told)), choosing))


def _choosing(found: Sequence[CertificateRecord], services: Services, action: str) -> kit.Block:
    labelled = [(each, shown(each, services).line) for each in found]
    if len(labelled) <= _MOST_BUTTONS:
        return kit.actions(
            *(
                kit.button(label, ids.with_place(action, place), str(record.id))
                for place, (record, label) in enumerate(labelled)
            )
        )
    return kit.actions(open_certificate_menu(labelled[:_MOST_OPTIONS], action))


def _quoted(words: str) -> str:
    return shorten(words, _LONGEST_QUOTED)


def _nearest(words: str, services: Services) -> list[CertificateRecord]:
    """Certificates whose names share most with the words; none where they share nothing."""
    asked = set(same(words))
    firsts = {each.organization.id: each for each in desk_of(services).register.certificates()}
    sharing = [each for each in firsts.values() if asked & set(same(each.organization.name))]
    return nlargest(_SUGGESTIONS, sharing, key=lambda each: _likeness(words, each))


def _likeness(words: str, record: CertificateRecord) -> float:
    return SequenceMatcher(None, same(words), same(record.organization.name)).ratio()
