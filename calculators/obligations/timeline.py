"""What is known of a certificate today, in the order of its days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import chain

from calculators.audit_types import AuditType
from calculators.calculation import Calculation
from calculators.obligations.event import CertificateFacts, Event
from calculators.obligations.event_kinds import Status, event_kinds
from calculators.obligations.terms import obligation_terms

OPENINGS = ("issued", "renewed")
_STANDING = (Status.VALID, Status.SUSPENDED)


@dataclass(frozen=True, slots=True)
class Cycle:
    """The validity of one certificate (认证周期): from its issue or renewal to the next.

    ``expires`` is the day printed on it, else the one that the document rules, None where neither
    is known; ``calculation`` is that rule's, and ``renews`` the cycle before that it renews.
    """

    opening: Event
    until: Event | None
    expires: date | None = None
    calculation: Calculation | None = field(default=None, compare=False)
    renews: Cycle | None = None

    def has_expired(self, day: date) -> bool:
        """Whether its last day is over on a day, and it was not renewed by then."""
        if self.expires is None or day <= self.expires:
            return False
        return self.until is None or self.until.on > self.expires


class Timeline:
    """The events that are known on a day: none of the future but what is recorded ahead."""

    def __init__(self, certificate: CertificateFacts, today: date) -> None:
        ahead = obligation_terms().conventions.known_ahead
        known = [each for each in certificate.events if each.on <= today or each.kind in ahead]
        self.document = certificate.document
        self.today = today
        self.events: Sequence[Event] = sorted(known, key=lambda each: each.on)
        self.cycles: Sequence[Cycle] = ()

    @cached_property
    def place(self) -> dict[int, int]:
        """Where each event stands, by its number."""
        return {each.number: place for place, each in enumerate(self.events)}

    @cached_property
    def _by_kind(self) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = {}
        for each in self.events:
            found.setdefault(each.kind, []).append(each)
        return found

    def of(self, kinds: Iterable[str]) -> Sequence[Event]:
        """The events of some kinds, oldest first."""
        lists = [found for kind in kinds if (found := self._by_kind.get(kind))]
        if len(lists) == 1:
            return lists[0]
        return sorted(chain(*lists), key=lambda each: self.place[each.number])

    def follows(self, event: Event, opening: Event) -> bool:
        """Whether an event is not before another, nor it itself.

        On one day the order of entries tells nothing, but between events of the same kind.
        """
        if event.kind == opening.kind:
            return self.place[event.number] > self.place[opening.number]
        return event.on >= opening.on

    def after(self, kinds: Iterable[str], opening: Event) -> Iterator[Event]:
        """The events of some kinds that follow another, oldest first."""
        return (each for each in self.of(kinds) if self.follows(each, opening))

    def latest(self, kinds: Iterable[str], day: date) -> Event | None:
        """The last event of some kinds on a day or before it."""
        found = [each for each in self.of(kinds) if each.on <= day]
        return found[-1] if found else None

    def cycle_of(self, event: Event) -> Cycle | None:
        """The cycle in which an event happened; one on the day of issue belongs to before."""
        found = None
        for cycle in self.cycles:
            if cycle.opening is event or cycle.opening.on < event.on:
                found = cycle
        return found

    def status(self, eve_of: date | None = None) -> Status:
        """What the certificate is today, or on the eve of a day."""
        day = self.today if eve_of is None else eve_of - timedelta(days=1)
        found = Status.NONE
        kinds = event_kinds()
        for each in self.events:
            told = kinds[each.kind].status
            if told is None or each.on > day:
                continue
            if each.kind in OPENINGS or _may_become(found, told):
                found = told
        cycle = next((each for each in reversed(self.cycles) if each.opening.on <= day), None)
        expired = found in _STANDING and cycle is not None and cycle.has_expired(day)
        return Status.EXPIRED if expired else found

    def audit_end(self, kind: AuditType | None) -> tuple[str, ...]:
        """The events that end an audit of a type, or of any."""
        ends = obligation_terms().conventions.audit_ends
        if kind is None:
            return tuple(ends.values())
        return (ends[kind],) if kind in ends else ()


def _may_become(now: Status, told: Status) -> bool:
    """Whether an event changes the status: only a standing certificate is suspended or restored."""
    if told is Status.VALID:
        return now is Status.SUSPENDED
    return told is not Status.SUSPENDED or now in _STANDING
