"""What all certificates of the register owe: the register, the rulebooks and the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Self

from bot.register.record import CertificateRecord
from bot.register.register import Register
from calculators.deadline_rules import DeadlineRule, load_deadlines
from calculators.obligations import SOON, survey
from calculators.obligations import Survey as CertificateSurvey
from calculators.working_days import WorkingCalendar
from knowledge.library import Library


class Survey:
    """Obligations are computed again only for a certificate that has changed, and each day."""

    def __init__(
        self,
        register: Register,
        rules: Mapping[str, Sequence[DeadlineRule]],
        calendar: WorkingCalendar,
        soon: int = SOON,
    ) -> None:
        self._register = register
        self._rules = rules
        self._calendar = calendar
        self._soon = soon
        self._kept: dict[int, tuple[date, CertificateRecord, CertificateSurvey]] = {}

    @classmethod
    def load(cls, register: Register, library: Library, soon: int = SOON) -> Self:
        """Over the rulebooks of the library; RulebookError names the first entry that is wrong."""
        rules = {each.id: load_deadlines(each.id, library) for each in library.documents}
        return cls(register, rules, WorkingCalendar.load(), soon)

    def of(self, record: CertificateRecord, today: date) -> CertificateSurvey:
        """What one certificate is and owes on a day."""
        kept = self._kept.get(record.id)
        if kept and kept[0] == today and kept[1] == record:
            return kept[2]
        rules = self._rules.get(record.particulars.document, ())
        found = survey(record.facts, rules, today, self._calendar, self._soon)
        self._kept[record.id] = (today, record, found)
        return found

    def all(self, today: date) -> Iterator[tuple[CertificateRecord, CertificateSurvey]]:
        """Every certificate with what it owes, by organization and number."""
        return ((record, self.of(record, today)) for record in self._register.certificates())
