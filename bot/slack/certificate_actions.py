"""What is done with one certificate, whether a command or a button asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.register.errors import RegisterRefuses
from bot.slack import ids
from bot.slack.desk_forms import Acting, open_form
from bot.slack.filling import About
from bot.slack.posting import reply
from bot.slack.showing_certificates import history_messages, show_certificate
from bot.slack.who_may import may_not_change

CertificateAction = Callable[[int, Acting], None]


def show(certificate: int, acting: Acting) -> None:
    """Shows it."""
    show_certificate(certificate, acting.place, acting.client, acting.services)


def tell_history(certificate: int, acting: Acting) -> None:
    """Tells who said what of it and when."""
    reply(acting.client, acting.place, history_messages(certificate, acting.services))


def add_event(certificate: int, acting: Acting) -> None:
    """Opens the form for an event."""
    refuse_others(acting)
    open_form(ids.EVENT_FORM, About(acting.place, certificate), acting)


def correct(certificate: int, acting: Acting) -> None:
    """Opens the form for other particulars."""
    refuse_others(acting)
    open_form(ids.CORRECTION_FORM, About(acting.place, certificate), acting)


def correct_event(certificate: int, number: int, acting: Acting) -> None:
    """Opens the form for the correction of an event."""
    refuse_others(acting)
    open_form(ids.EVENT_FORM, About(acting.place, certificate, event=number), acting)


def refuse_others(acting: Acting) -> None:
    """RegisterRefuses for people who may not change the register."""
    refusal = may_not_change(acting.place, acting.client, acting.services)
    if refusal:
        raise RegisterRefuses(refusal)


CERTIFICATE_ACTIONS: Mapping[str, CertificateAction] = {
    ids.CERTIFICATE_SHOW: show,
    ids.CERTIFICATE_HISTORY: tell_history,
    ids.CERTIFICATE_EVENT: add_event,
    ids.CERTIFICATE_CORRECT: correct,
}
