"""The register as the assistant asks it: which certificates a text names, and what is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from bot.assistant.registered import Mentioned, RegisteredCertificate
from bot.register import phrases
from bot.register.cleaning import same
from bot.register.finding import Finding, Mention
from bot.register.record import CertificateRecord
from bot.register.survey import Survey
from calculators.obligations import Survey as CertificateSurvey
from calculators.obligations.event_kinds import Status, event_kinds
from knowledge.library import Library

# The facts of the ask contract that an event tells, the last event of its kind counting.
_FACT_OF_KIND = {
    "stage_1_ended": "stage_1_end",
    "stage_2_ended": "stage_2_end",
    "decided": "decision_date",
}
_SURVEILLANCE = "surveillance_ended"
_NTH = ("first_surveillance", "second_surveillance")


class RegisterLookup:
    """See :class:`bot.assistant.registered.CertificateLookup`."""

    def __init__(self, finding: Finding, survey: Survey, library: Library) -> None:
        self._finding = finding
        self._survey = survey
        self._library = library
        self._schemes = {same(name) for each in library.documents for name in each.aliases}

    def mentioned(self, text: str, today: date) -> Sequence[Mentioned]:
        """The certificates that a text names; the name of a scheme is the scheme's."""
        return [
            Mentioned(mention.start, mention.end, tuple(self._clients(mention, today)))
            for mention in self._finding.finder().mentioned(text)
            if same(text[mention.start : mention.end]) not in self._schemes
        ]

    def _clients(
        self, mention: Mention, today: date
    ) -> Iterator[tuple[RegisteredCertificate, ...]]:
        records = sorted(mention.records, key=lambda each: each.organization.id)
        for _, group in groupby(records, key=lambda each: each.organization.id):
            yield tuple(self._known(record, today) for record in group)

    def _known(self, record: CertificateRecord, today: date) -> RegisteredCertificate:
        survey = self._survey.of(record, today)
        particulars = record.particulars
        scheme = self._library.document(particulars.document).short
        return RegisteredCertificate(
            document=particulars.document,
            label=phrases.certificate_label(record.organization.name, scheme, particulars.number),
            known="；".join(_told(record, survey, today)),
            days=days_known(record, survey, today),
            obligations=survey.obligations,
            headcount=particulars.headcount,
            sites=particulars.sites,
            risk=particulars.risk,
        )


def days_known(
    record: CertificateRecord, survey: CertificateSurvey, today: date
) -> Mapping[str, date]:
    """The days of the running cycle by the names of the ask contract."""
    events = [each.event for each in record.events if each.event.on <= today]
    days = {
        fact: event.on for event in events if (fact := _FACT_OF_KIND.get(event.kind)) is not None
    }
    if survey.issued:
        days["issue_date"] = survey.issued
    if survey.expires:
        days["expiry_date"] = survey.expires
    since = survey.issued or date.min
    done = [each.on for each in events if each.kind == _SURVEILLANCE and each.on >= since]
    days |= dict(zip(_NTH, done, strict=False))
    if done:
        days["last_surveillance_date"] = done[-1]
    if len(done) == 1:
        days.pop("last_surveillance_date")
    if survey.status is Status.SUSPENDED:
        days["suspension_start_date"] = next(
            each.on for each in reversed(events) if each.kind == "suspended"
        )
    return days


def _told(record: CertificateRecord, survey: CertificateSurvey, today: date) -> Iterator[str]:
    """What the register knows, in words: the status, the last events, the size."""
    yield phrases.status_today(survey.status.label)
    last = {each.event.kind: each.event.on for each in record.events if each.event.on <= today}
    for kind, day in sorted(last.items(), key=lambda each: each[1]):
        yield phrases.last_event(event_kinds()[kind].label, day)
    if record.particulars.headcount:
        yield phrases.people(record.particulars.headcount)
