"""A row of a table as a certificate with its events, or all that is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from bot.register import cleaning
from bot.register import phrases as said
from bot.register.errors import RegisterRefuses
from bot.register.exchange import cells, event_lines, phrases
from bot.register.exchange.columns import Columns
from bot.register.exchange.schemes import SchemeNames
from bot.register.exchange.tables import Row
from bot.register.record import NewEvent, Particulars
from bot.register.validation import checked_event, checked_particulars
from calculators.obligations.event_kinds import event_kinds

_CERTIFIES = ("issued", "renewed")
T = TypeVar("T")
Told = tuple[int | None, NewEvent]
"""An event with the number that it had where the table comes from, if it had one."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """What is wrong in a row: its line in the file, the heading of the cell, and the reason."""

    line: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A certificate as a row tells of it.

    ``events`` are those of the column that has all of them, with the numbers that they had there,
    then those of the columns of days, ``dated`` of which nothing more is known than their day.
    """

    line: int
    organization: str
    short_names: tuple[str, ...]
    particulars: Particulars
    events: tuple[Told, ...]
    dated: frozenset[NewEvent]


class RowReader:
    """Reads the rows of one table; ``scheme`` stands where the table has no such column."""

    def __init__(
        self, columns: Columns, schemes: SchemeNames, today: date, scheme: str | None = None
    ) -> None:
        self._columns = columns
        self._schemes = schemes
        self._today = today
        self._scheme = scheme

    def read(self, line: int, row: Row) -> ReadRow | tuple[BadRow, ...]:
        """The certificate, or what is wrong, cell by cell."""
        return _Reading(self._columns, self._schemes, self._today, line, row).read(self._scheme)


class _Reading:
    def __init__(
        self, columns: Columns, schemes: SchemeNames, today: date, line: int, row: Row
    ) -> None:
        self._columns = columns
        self._schemes = schemes
        self._today = today
        self._line = line
        self._row = row
        self._bad: list[BadRow] = []

    def read(self, scheme: str | None) -> ReadRow | tuple[BadRow, ...]:
        organization = self._of("organization", _organization, "")
        no_names: tuple[str, ...] = ()
        short_names = self._of("short_names", cells.short_names, no_names)
        document = self._of("scheme", self._document, scheme or "") or scheme or ""
        particulars = Particulars(
            document,
            self._of("number", _number, ""),
            self._of("headcount", cells.headcount, None),
            self._of("sites", cells.sites, None),
            self._of("risk", cells.risk, None),
            self._of("owner", lambda cell: cleaning.owner(cells.words(cell)), ""),
        )
        events, dated = self._events()
        if not self._bad:
            self._attempt(phrases.WHOLE_ROW, lambda: checked_particulars(particulars))
        if self._bad:
            return tuple(self._bad)
        return ReadRow(self._line, organization, short_names, particulars, events, dated)

    def _events(
        self,
    ) -> tuple[tuple[Told, ...], frozenset[NewEvent]]:
        nothing: tuple[Told, ...] = ()
        told = self._of("events", event_lines.read, nothing)
        known = {(event.kind, event.on) for _, event in told}
        dated: list[NewEvent] = []
        for event in self._dated():
            if (event.kind, event.on) not in known:
                known.add((event.kind, event.on))
                dated.append(event)
        dated.sort(key=lambda event: event.on)
        expires = self._of("expires", lambda cell: cells.day(said.EXPIRES, cell), None)
        events: list[Told] = [*told, *((None, event) for event in dated)]
        if not self._bad:
            events = self._attempt(
                self._heading("expires"), lambda: _with_expiry(events, expires), events
            )
        for _, event in () if self._bad else events:
            self._attempt(phrases.WHOLE_ROW, lambda event=event: checked_event(event, self._today))  # type: ignore[misc]
        self._check_status([event.kind for _, event in events])
        return tuple(events), frozenset(event for _, event in events[len(told) :])

    def _dated(self) -> Iterator[NewEvent]:
        """The events of the columns of days; a first issue makes a later one a renewal."""
        days: list[tuple[str, date]] = []
        for place, kind in self._columns.events:
            heading = self._columns.headings[place]
            on = self._attempt(heading, lambda p=place, h=heading: cells.day(h, self._cell(p)))  # type: ignore[misc]
            if on is not None:
                days.append((kind, on))
        first = self._of("first_issued", lambda cell: cells.day("初次发证日期", cell), None)
        for kind, on in days:
            is_renewal = first is not None and kind == "issued" and on > first
            yield NewEvent("renewed" if is_renewal else kind, on)
        if first is not None:
            yield NewEvent("issued", first)

    def _check_status(self, kinds: Sequence[str]) -> None:
        cell = self._cell(self._columns.fields.get("status"))
        kind = cells.status(cell)
        if kind is not None and kind not in kinds:
            label = event_kinds()[kind].label
            reason = phrases.status_without_event(cells.words(cell), label)
            self._bad.append(BadRow(self._line, self._heading("status"), reason))

    def _document(self, cell: cells.Cell) -> str:
        return self._schemes.document(cells.words(cell))

    def _of(self, field: str, read: Callable[[cells.Cell], T], otherwise: T) -> T:
        """What the cell of a field says; ``otherwise`` where there is no such column."""
        if field not in self._columns.fields:
            return otherwise
        cell = self._cell(self._columns.fields[field])
        return self._attempt(self._heading(field), lambda: read(cell), otherwise)

    def _attempt(self, column: str, read: Callable[[], T], otherwise: T | None = None) -> T:
        try:
            return read()
        except RegisterRefuses as error:
            self._bad.append(BadRow(self._line, column, str(error)))
            return otherwise  # type: ignore[return-value]

    def _heading(self, field: str) -> str:
        place = self._columns.fields.get(field)
        return phrases.WHOLE_ROW if place is None else self._columns.headings[place]

    def _cell(self, place: int | None) -> cells.Cell:
        return self._row[place] if place is not None and place < len(self._row) else None


def _organization(cell: cells.Cell) -> str:
    return cleaning.name(said.ORGANIZATION, cells.words(cell))


def _number(cell: cells.Cell) -> str:
    return cleaning.certificate_number(cells.words(cell))


def _with_expiry(events: list[Told], expires: date | None) -> list[Told]:
    """The last certificate with the day that is printed on it."""
    if expires is None:
        return events
    certified = [place for place, (_, event) in enumerate(events) if event.kind in _CERTIFIES]
    if not certified:
        raise RegisterRefuses(phrases.EXPIRES_WITHOUT_ISSUE)
    last = max(certified, key=lambda place: events[place][1].on)
    number, event = events[last]
    events = list(events)
    events[last] = (number, replace(event, expires=expires))
    return events
