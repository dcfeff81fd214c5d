"""The data files of the working-day calendar: published years and statutory holidays."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from calculators.periods import is_weekend
from knowledge.errors import UnreadableDocument

BUNDLED = Path(__file__).parent / "calendars"
STATUTORY = "statutory.toml"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


_Model = TypeVar("_Model", bound=_Strict)


def _days(first: date, count: int) -> Iterator[date]:
    return (first + timedelta(days=ahead) for ahead in range(count))


class DayOff(_Strict):
    """One holiday of a published year, first and last day included."""

    name: str
    first: date
    last: date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError(f"{self.name}的末日早于首日")
        return self

    def days(self) -> Iterator[date]:
        """Every day of the holiday."""
        return _days(self.first, (self.last - self.first).days + 1)


class PublishedYear(_Strict):
    """A year as the State Council arranged it (放假通知)."""

    year: int
    notice: str
    url: str = ""
    workdays: tuple[date, ...] = ()
    day_off: tuple[DayOff, ...]

    @model_validator(mode="after")
    def _make_up_days_are_weekends(self) -> Self:
        for day in self.workdays:
            if not is_weekend(day):
                raise ValueError(f"调休上班日 {day} 不是周末")
        return self


class FixedHoliday(_Strict):
    """A statutory holiday with the same date every year."""

    name: str
    month: int
    day: int
    days: int = Field(gt=0)

    def in_year(self, year: int) -> Iterator[date]:
        """Its days in the year."""
        return _days(date(year, self.month, self.day), self.days)


class MovableHoliday(_Strict):
    """A statutory holiday that starts ``first`` days from an anchor of the year."""

    name: str
    anchor: str
    first: int
    days: int = Field(gt=0)


class StatutoryHolidays(_Strict):
    """The holidays by law, as far as they can be computed."""

    source: str
    compared: date
    fixed: tuple[FixedHoliday, ...]
    movable: tuple[MovableHoliday, ...]
    anchors: dict[int, dict[str, date]]

    def in_year(self, year: int) -> dict[date, str]:
        """Day → name; movable ones are missing beyond the years that have anchors."""
        found = {day: each.name for each in self.fixed for day in each.in_year(year)}
        anchors = self.anchors.get(year, {})
        for each in self.movable:
            if each.anchor in anchors:
                start = anchors[each.anchor] + timedelta(days=each.first)
                found.update(dict.fromkeys(_days(start, each.days), each.name))
        return found


def read_statutory(folder: Path = BUNDLED) -> StatutoryHolidays:
    """Read the statutory holidays."""
    return _read(folder / STATUTORY, StatutoryHolidays)


def read_published(folder: Path) -> tuple[PublishedYear, ...]:
    """Read every ``<year>.toml`` of the folder; UnreadableDocument names a file that is wrong."""
    files = sorted(path for path in folder.glob("*.toml") if path.name != STATUTORY)
    return tuple(_read(path, PublishedYear) for path in files)


def _read(path: Path, model: type[_Model]) -> _Model:
    try:
        return model.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise UnreadableDocument(str(path), str(error)) from error
