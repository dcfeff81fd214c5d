"""What the certificates of the register owe on a day; computed once for each state of a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.register.record import CertificateRecord
from bot.register.register import Register
from calculators.deadline_rules import DeadlineRule
from calculators.obligations import SOON, Survey, survey
from calculators.obligations.obligation import Obligation
from calculators.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Standing:
    """A certificate and what follows for it from the rules on a day."""

    record: CertificateRecord
    survey: Survey

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """See :func:`calculators.obligations.obligations`."""
        return self.survey.obligations


class Surveyor:
    """Surveys the register by the rulebooks of each document.

    A survey is kept for the day, and computed again only where the record has changed.
    """

    def __init__(
        self,
        register: Register,
        rules: Mapping[str, Sequence[DeadlineRule]],
        calendar: WorkingCalendar,
    ) -> None:
        self.register = register
        self._rules = rules
        self._calendar = calendar
        self._kept: dict[tuple[int, date, int], Standing] = {}

    def of(self, record: CertificateRecord, today: date, soon: int = SOON) -> Standing:
        """What one certificate owes."""
        key = (record.id, today, soon)
        kept = self._kept.get(key)
        if kept is None or kept.record != record:
            rules = self._rules.get(record.particulars.document, ())
            found = survey(record.facts, rules, today, self._calendar, soon)
            kept = self._kept[key] = Standing(record, found)
        return kept

    def all(self, today: date, soon: int = SOON) -> tuple[Standing, ...]:
        """What every certificate owes, in the order of the register."""
        self._forget_other_days(today)
        return tuple(self.of(record, today, soon) for record in self.register.certificates())

    def _forget_other_days(self, today: date) -> None:
        for key in [key for key in self._kept if key[1] != today]:
            self._kept.pop(key, None)
