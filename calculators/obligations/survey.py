"""Every deadline of a certificate: a pure function of rulebook, events and today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from calculators.deadline_rules import DeadlineRule
from calculators.obligations.cycle_occurrences import in_cycles, once_missed
from calculators.obligations.cycles import cycles
from calculators.obligations.entries import Entry, surveillance_topics
from calculators.obligations.event import CertificateFacts
from calculators.obligations.event_kinds import Status
from calculators.obligations.event_occurrences import by_events
from calculators.obligations.obligation import Obligation
from calculators.obligations.occurrence import Occurrence, Settled
from calculators.obligations.reckoning import Gap, Reckoning
from calculators.obligations.settling import settled
from calculators.obligations.surveillance import after_recertification, before_nth, hanging_on
from calculators.obligations.terms import Basis, obligation_terms
from calculators.obligations.timeline import Timeline
from calculators.working_days import WorkingCalendar

SOON = obligation_terms().conventions.soon_days
"""Within how many days of its last day an obligation is due soon, where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a certificate is and owes on a day.

    ``issued`` and ``expires`` are the days of the last certificate that was issued or renewed,
    ``gaps`` the obligations whose day cannot be computed.
    """

    status: Status
    issued: date | None
    expires: date | None
    obligations: tuple[Obligation, ...]
    gaps: tuple[Gap, ...]


def survey(
    certificate: CertificateFacts,
    rules: Sequence[DeadlineRule],
    today: date,
    calendar: WorkingCalendar,
    soon: int = SOON,
) -> Survey:
    """What follows from the rules of the certificate's document on a day.

    Events after today are not known yet, planned audits excepted. Never raises for a certificate
    that the register accepted: what cannot be computed is a gap.
    """
    reckoning = Reckoning(rules, today, calendar)
    timeline = Timeline(certificate, today)
    timeline.cycles = cycles(timeline, reckoning)
    found = _Found(timeline, reckoning, soon).all()
    last = timeline.cycles[-1] if timeline.cycles else None
    return Survey(
        timeline.status(),
        last.opening.on if last else None,
        last.expires if last else None,
        tuple(sorted(found, key=_order)),
        tuple(reckoning.gaps),
    )


def obligations(
    certificate: CertificateFacts,
    rules: Sequence[DeadlineRule],
    today: date,
    calendar: WorkingCalendar,
    soon: int = SOON,
) -> tuple[Obligation, ...]:
    """The obligations of :func:`survey`, in this order.

    Overdue ones, then by last day, then those without a last day, met ones at the end.
    """
    return survey(certificate, rules, today, calendar, soon).obligations


def status(certificate: CertificateFacts, today: date, expires: date | None = None) -> Status:
    """What the certificate is on a day.

    ``expires`` is the day of expiry that :func:`survey` found; without it only printed ones count.
    """
    timeline = Timeline(certificate, today)
    timeline.cycles = cycles(timeline, None, expires)
    return timeline.status()


def _order(each: Obligation) -> tuple[bool, bool, date, str, int]:
    day = each.due or each.earliest or date.max
    return (each.met_by is not None, each.due is None, day, each.topic, each.opened_by.number)


class _Found:
    """The obligations found so far; those on which others hang are found first."""

    def __init__(self, timeline: Timeline, reckoning: Reckoning, soon: int) -> None:
        self._timeline = timeline
        self._reckoning = reckoning
        self._soon = soon
        self._found: dict[str, list[Settled]] = {}
        self._surveillances: list[Settled] = []

    def all(self) -> list[Obligation]:
        """All obligations that matter."""
        for entry in self._reckoning.entries.dated:
            occurrences = list(self._occurrences(entry))
            found = list(settled(occurrences, self._timeline, self._reckoning, self._soon))
            self._found.setdefault(entry.topic, []).extend(found)
            if entry.topic in surveillance_topics():
                self._surveillances.extend(found)
        every = chain(*self._found.values())
        return [each.obligation for each in every if each.ended is None]

    def _occurrences(self, entry: Entry) -> Iterator[Occurrence]:
        if entry.terms.basis is Basis.SURVEILLANCE:
            yield from hanging_on(entry, self._surveillances, self._timeline)
        elif entry.terms.basis is Basis.CYCLE:
            for each in in_cycles(entry, self._timeline):
                yield from self._hung(each)
        else:
            yield from by_events(entry, self._surveillances, self._timeline)
        if entry.terms.from_recertification:
            yield from after_recertification(entry, self._timeline)

    def _hung(self, occurrence: Occurrence) -> Iterator[Occurrence]:
        """An occurrence of a cycle, with the one that it depends on."""
        terms = occurrence.terms
        if terms.once_overdue:
            parents = self._found.get(terms.once_overdue, [])
            yield from once_missed(occurrence, parents, self._timeline.today)
        elif terms.nth > 1:
            yield before_nth(occurrence, self._timeline)
        else:
            yield occurrence
