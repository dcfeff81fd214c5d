"""The forms for a new certificate and for the correction of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.register import phrases as register_phrases
from bot.register.change import NewCertificate
from bot.register.exchange import cells
from bot.register.record import CertificateRecord, NewEvent, Particulars
from bot.register.validation import documents_with_rules
from bot.slack import desk_phrases, ids
from bot.slack.forms.field import Choice, Field, FieldKind
from bot.slack.forms.form import SCHEME, Form, Values
from bot.slack.mentioning import is_user
from calculators.audit_types import RiskLevel
from knowledge.catalogue import Document

ORGANIZATION, NUMBER, SHORT_NAMES = "organization", "number", "short_names"
ISSUED, EXPIRES = "issued", "expires"
HEADCOUNT, SITES, RISK, OWNER, NOTE = "headcount", "sites", "risk", "owner", "note"


def new_certificate_form(documents: Sequence[Document]) -> Form:
    """What is asked of a certificate that is not registered yet."""
    fields = (
        Field(ORGANIZATION, FieldKind.TEXT, register_phrases.ORGANIZATION),
        _scheme(documents),
        Field(NUMBER, FieldKind.TEXT, register_phrases.NUMBER),
        Field(ISSUED, FieldKind.DATE, desk_phrases.ISSUED_ON),
        Field(
            EXPIRES,
            FieldKind.DATE,
            register_phrases.EXPIRES,
            optional=True,
            hint=desk_phrases.EXPIRES_HINT,
        ),
        *_more_fields(),
        Field(
            SHORT_NAMES,
            FieldKind.TEXT,
            register_phrases.SHORT_NAME,
            optional=True,
            hint=desk_phrases.SHORT_NAMES_HINT,
        ),
    )
    return Form(ids.CERTIFICATE_FORM, desk_phrases.ADD_TITLE, fields, send=desk_phrases.SAVE)


def correction_form(documents: Sequence[Document], record: CertificateRecord) -> Form:
    """What can be corrected of a certificate besides its events."""
    owner = record.particulars.owner
    hint = desk_phrases.owner_now(owner) if owner and not is_user(owner) else ""
    names = desk_phrases.names_now(record.organization.short_names)
    fields = (
        _scheme(documents),
        Field(NUMBER, FieldKind.TEXT, register_phrases.NUMBER),
        *_more_fields(hint),
        Field(SHORT_NAMES, FieldKind.TEXT, desk_phrases.MORE_NAMES, optional=True, hint=names),
        Field(NOTE, FieldKind.TEXT, desk_phrases.WHY, optional=True),
    )
    return Form(
        ids.CORRECTION_FORM,
        desk_phrases.CORRECT_TITLE,
        fields,
        send=desk_phrases.SAVE,
        lead=(record.organization.name,),
    )


def _scheme(documents: Sequence[Document]) -> Field:
    with_rules = documents_with_rules()
    choices = tuple(Choice(each.id, each.short) for each in documents if each.id in with_rules)
    return Field(SCHEME, FieldKind.MENU, register_phrases.SCHEME, choices)


def _more_fields(owner_hint: str = "") -> tuple[Field, ...]:
    risks = tuple(Choice(level.value, level.label) for level in RiskLevel)
    return (
        Field(HEADCOUNT, FieldKind.NUMBER, register_phrases.HEADCOUNT, optional=True),
        Field(SITES, FieldKind.NUMBER, register_phrases.SITES, optional=True),
        Field(RISK, FieldKind.MENU, register_phrases.RISK, risks, optional=True),
        Field(OWNER, FieldKind.PERSON, register_phrases.OWNER, optional=True, hint=owner_hint),
    )


def certificate_in(values: Values) -> NewCertificate:
    """The certificate that a form without faults describes."""
    expires = values.get(EXPIRES)
    issued = NewEvent(
        "issued",
        date.fromisoformat(values[ISSUED]),
        expires=date.fromisoformat(expires) if expires else None,
    )
    return NewCertificate(
        values[ORGANIZATION], particulars_in(values), (issued,), short_names_in(values)
    )


def particulars_in(values: Values, before: Particulars | None = None) -> Particulars:
    """The particulars; an owner whom the form cannot show stays as before."""
    headcount, sites, risk = values.get(HEADCOUNT), values.get(SITES), values.get(RISK)
    unshown = before.owner if before and not is_user(before.owner) else ""
    return Particulars(
        document=values[SCHEME],
        number=values[NUMBER],
        headcount=int(headcount) if headcount else None,
        sites=int(sites) if sites else None,
        risk=RiskLevel(risk) if risk else None,
        owner=values.get(OWNER) or unshown,
    )


def short_names_in(values: Values) -> tuple[str, ...]:
    """The short names, as they are written in one field."""
    return cells.short_names(values.get(SHORT_NAMES))


def filled_in(record: CertificateRecord) -> Values:
    """A certificate as the values of its form."""
    said = record.particulars
    return {
        SCHEME: said.document,
        NUMBER: said.number,
        HEADCOUNT: str(said.headcount or ""),
        SITES: str(said.sites or ""),
        RISK: said.risk.value if said.risk else "",
        OWNER: said.owner if is_user(said.owner) else "",
    }
