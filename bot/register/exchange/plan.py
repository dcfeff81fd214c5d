"""What importing a table would change in the register; nothing is changed by planning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from bot.register.change import Change, NewCertificate
from bot.register.cleaning import same
from bot.register.errors import RegisterRefuses
from bot.register.exchange import phrases
from bot.register.exchange.cells import words
from bot.register.exchange.columns import Columns, headings_missing, read_headings
from bot.register.exchange.differences import differences, new_certificate
from bot.register.exchange.rows import BadRow, ReadRow, RowReader
from bot.register.exchange.schemes import SchemeNames
from bot.register.exchange.tables import MOST_ROWS, Row, read_sheets
from bot.register.record import CertificateRecord

_HEADINGS_WITHIN = 10
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row that changes something, with the sentences that the history will have."""

    line: int
    organization: str
    number: str
    changes: tuple[Change, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do; ``unchanged`` counts the rows that say nothing new."""

    new: tuple[PlannedRow, ...] = ()
    changed: tuple[PlannedRow, ...] = ()
    unchanged: int = 0
    bad: tuple[BadRow, ...] = ()
    unused: tuple[str, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """All changes, for ``Register.take``."""
        return tuple(change for row in (*self.new, *self.changed) for change in row.changes)

    @property
    def bad_rows(self) -> int:
        """How many rows have something wrong in them."""
        return len({bad.line for bad in self.bad})


@dataclass(slots=True)
class Importing:
    """Plans an import into the certificates that are registered now."""

    registered: Iterable[CertificateRecord]
    schemes: SchemeNames
    today: date
    scheme: str | None = None
    _known: dict[_Key, CertificateRecord] = field(init=False)

    def __post_init__(self) -> None:
        self._known = {
            (each.particulars.document, same(each.particulars.number)): each
            for each in self.registered
        }

    def plan(self, name: str, content: bytes, told: Callable[[int], None] = lambda _: None) -> Plan:
        """The plan of a file; ``told`` hears from time to time how many more rows are read.

        RegisterRefuses where the file as a whole cannot be imported.
        """
        columns, found = self._table(name, content)
        rows = list(islice(found, MOST_ROWS + 1))
        if len(rows) > MOST_ROWS:
            raise RegisterRefuses(phrases.too_many_rows(MOST_ROWS))
        reader = RowReader(columns, self.schemes, self.today, self.scheme)
        planning = _Planning(self._known, phrases.imported_from(name), self.today)
        for line, row in rows:
            planning.take(reader.read(line, row))
            told(1)
        if not (planning.bad or planning.seen):
            raise RegisterRefuses(phrases.EMPTY)
        return planning.plan(columns.unused)

    def _table(self, name: str, content: bytes) -> tuple[Columns, Iterator[tuple[int, Row]]]:
        """The first sheet that has headings, with the rows below them that are not empty."""
        is_empty = True
        for sheet in read_sheets(name, content):
            numbered = enumerate(sheet, 1)
            for _, row in zip(range(_HEADINGS_WITHIN), _not_empty(numbered), strict=False):
                is_empty = False
                columns = read_headings(row[1], scheme_given=self.scheme is not None)
                if columns:
                    return columns, _not_empty(numbered)
        raise RegisterRefuses(phrases.EMPTY) if is_empty else headings_missing()


def _not_empty(rows: Iterable[tuple[int, Row]]) -> Iterator[tuple[int, Row]]:
    return ((line, row) for line, row in rows if any(words(cell) for cell in row))


class _Planning:
    def __init__(self, known: dict[_Key, CertificateRecord], note: str, today: date) -> None:
        self._known = known
        self._note = note
        self._today = today
        self.seen: dict[_Key, int] = {}
        self.bad: list[BadRow] = []
        self._new: list[PlannedRow] = []
        self._changed: list[PlannedRow] = []
        self._unchanged = 0

    def take(self, row: ReadRow | tuple[BadRow, ...]) -> None:
        if not isinstance(row, ReadRow):
            self.bad += row
            return
        try:
            self._take(row)
        except RegisterRefuses as error:
            self.bad.append(BadRow(row.line, phrases.WHOLE_ROW, str(error)))

    def _take(self, row: ReadRow) -> None:
        number = row.particulars.number
        key = (row.particulars.document, same(number))
        first = self.seen.setdefault(key, row.line)
        if first != row.line:
            raise RegisterRefuses(phrases.number_in_row(number, first))
        record = self._known.get(key)
        if record is None:
            new, told = new_certificate(row)
            self._new.append(_planned(row, (new,), told))
            return
        changes, told = differences(record, row, self._note)
        if changes:
            self._changed.append(_planned(row, changes, told))
        else:
            self._unchanged += 1

    def plan(self, unused: tuple[str, ...]) -> Plan:
        return Plan(
            tuple(self._new), tuple(self._changed), self._unchanged, tuple(self.bad), unused
        )


def _planned(
    row: ReadRow, changes: tuple[Change | NewCertificate, ...], told: tuple[str, ...]
) -> PlannedRow:
    return PlannedRow(row.line, row.organization, row.particulars.number, changes, told)
