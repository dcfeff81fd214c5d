"""The deadlines of the register as an iCalendar (RFC 5545), at an address that is a secret."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from icalendar import Calendar
from icalendar import Event as Entry

from bot.register import calendar_phrases as phrases
from bot.register.record import CertificateRecord
from bot.register.register import Register
from bot.register.survey import Survey
from calculators.obligations import Survey as CertificateSurvey
from calculators.obligations.obligation import Obligation, State

PATH = "/calendar/{secret}.ics"
"""Where a calendar is served; the secret is all that a reader has to know."""

_PRESSING = (State.OVERDUE, State.DUE_SOON)
_NEVER = datetime(1990, 1, 1, tzinfo=UTC)
Scheme = Callable[[str], str]


def calendar(
    surveyed: Iterable[tuple[CertificateRecord, CertificateSurvey]], scheme: Scheme
) -> bytes:
    """All obligations that are not met as all-day events; ``scheme`` names a document for people.

    An event keeps its UID when its day changes, so a calendar moves it.
    """
    feed = Calendar()
    feed.add("prodid", phrases.MAKER)
    feed.add("version", "2.0")
    feed.add("calscale", "GREGORIAN")
    feed.add("x-wr-calname", phrases.CALENDAR_NAME)
    for record, survey in surveyed:
        changed_at = max((each.recorded_at for each in record.events), default=_NEVER)
        for obligation in survey.obligations:
            day = obligation.due or obligation.earliest
            if day is not None and obligation.met_by is None:
                feed.add_component(_entry(record, obligation, day, changed_at, scheme))
    return bytes(feed.to_ical())


def _entry(
    record: CertificateRecord,
    obligation: Obligation,
    day: date,
    changed_at: datetime,
    scheme: Scheme,
) -> Entry:
    state = obligation.state.label if obligation.state in _PRESSING else ""
    entry = Entry()
    entry.add("uid", f"{record.id}-{obligation.key}@clausebot")
    entry.add("dtstamp", changed_at.astimezone(UTC))
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("summary", phrases.summary(state, obligation.label, record.organization.name))
    entry.add("description", "\n".join(_description(record, obligation, scheme)))
    entry.add("transp", "TRANSPARENT")
    return entry


def _description(
    record: CertificateRecord, obligation: Obligation, scheme: Scheme
) -> Iterator[str]:
    said = record.particulars
    yield phrases.certificate(scheme(said.document), said.number)
    if said.owner:
        yield phrases.owner(said.owner)
    if obligation.earliest and obligation.due:
        yield phrases.window(obligation.earliest, obligation.due)
    elif obligation.earliest:
        yield phrases.first_day(obligation.earliest)
    clause = obligation.clause
    yield phrases.clause(scheme(clause.ref.document), clause.ref.number, clause.text)
    yield phrases.STEPS
    yield from (step.text for step in obligation.calculation.steps)
    if obligation.consequences:
        yield phrases.MISSED
        yield from (missed.text for missed in obligation.consequences)


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the feed (日历地址), without its secret; ``owner`` is empty for all."""

    number: int
    owner: str
    made_at: datetime
    revoked_at: datetime | None = None


class CalendarAddresses(Protocol):
    """The addresses that were given out."""

    def with_secret(self, secret: str) -> Address | None:
        """The address with this secret, unless it was revoked."""
        ...


class CalendarFeed:
    """What an address leads to; made once for each revision of the register and day."""

    def __init__(
        self,
        addresses: CalendarAddresses,
        register: Register,
        survey: Survey,
        today: Callable[[], date],
        scheme: Scheme,
    ) -> None:
        self._addresses = addresses
        self._register = register
        self._survey = survey
        self._today = today
        self._scheme = scheme
        self._made: dict[str, tuple[int, date, bytes]] = {}

    def __call__(self, secret: str) -> bytes | None:
        """The calendar at the address with this secret; None where it leads nowhere."""
        address = self._addresses.with_secret(secret)
        if address is None:
            return None
        revision, today = self._register.revision(), self._today()
        made = self._made.get(address.owner)
        if made is None or made[:2] != (revision, today):
            content = calendar(self._of_owner(address.owner, today), self._scheme)
            self._made[address.owner] = made = (revision, today, content)
        return made[2]

    def _of_owner(
        self, owner: str, today: date
    ) -> Iterator[tuple[CertificateRecord, CertificateSurvey]]:
        return (
            (record, survey)
            for record, survey in self._survey.all(today)
            if not owner or record.particulars.owner == owner
        )
