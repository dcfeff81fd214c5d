"""Cells of a table as values; RegisterRefuses names the field and what it should look like."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from bot.register import phrases
from bot.register.cleaning import same
from bot.register.errors import RegisterRefuses
from bot.register.validation import MOST_PEOPLE, MOST_SITES
from calculators.audit_types import RiskLevel
from calculators.rulebook import Rows, Strict

Cell = object
"""Whatever a cell of a table holds: text, a number, a day, nothing."""

_DAY = re.compile(
    r"(?P<year>\d{4}|\d{2})(?:\s*[-/.年]\s*)(?P<month>\d{1,2})(?:\s*[-/.月]\s*)(?P<day>\d{1,2})\s*日?"
    r"|(?P<whole>\d{8})"
)
_TIME = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*$")
_COUNT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?\s*(?:人|名|个|处|个场所|员工)?")
_GUARDED = re.compile(r"^'(?=[=+\-@\t\r])")
_CENTURY = 2000
# Excel counts days from here; the numbers are those of the years 1954 to 2119.
_FIRST_SERIAL = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)


class Values(Strict):
    """See ``values.toml``."""

    blank: Rows[str]
    single_site: Rows[str]
    risks: Mapping[str, list[str]]
    statuses: Mapping[str, list[str]]


@cache
def values() -> Values:
    """What cells say besides names, numbers and days."""
    file = Path(__file__).with_name("values.toml")
    return Values.model_validate(tomllib.loads(file.read_text("utf-8")))


def words(cell: Cell) -> str:
    """The cell as text, empty where it says that there is nothing."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = _GUARDED.sub("", str(cell).strip()).strip()
    return "" if same(text) in values().blank else text


def day(field: str, cell: Cell) -> date | None:
    """A date cell of Excel, or a date as people write it; None where it is empty."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool) and int(cell) in _SERIALS:
        return _FIRST_SERIAL + timedelta(days=int(cell))
    text = words(cell)
    if not text:
        return None
    found = _DAY.fullmatch(_TIME.sub("", unicodedata.normalize("NFKC", text)))
    if not found:
        raise RegisterRefuses(phrases.not_a_date(field, text))
    try:
        return _found_day(found)
    except ValueError as error:
        raise RegisterRefuses(phrases.not_a_date(field, text)) from error


def _found_day(found: re.Match[str]) -> date:
    if found["whole"]:
        return date.fromisoformat(found["whole"])
    year = int(found["year"])
    is_short = len(found["year"]) < len(str(_CENTURY))
    return date(_CENTURY + year if is_short else year, int(found["month"]), int(found["day"]))


def headcount(cell: Cell) -> int | None:
    """A number of people, as 120人; None where it is empty."""
    return _count(phrases.HEADCOUNT, words(cell), MOST_PEOPLE)


def sites(cell: Cell) -> int | None:
    """A number of sites, as 3个; 否 is one site; None where it is empty."""
    text = words(cell)
    if same(text) in values().single_site:
        return 1
    return _count(phrases.SITES, text, MOST_SITES)


def _count(field: str, text: str, most: int) -> int | None:
    if not text:
        return None
    found = _COUNT.fullmatch(unicodedata.normalize("NFKC", text))
    number = int(found[1].replace(",", "")) if found else 0
    if not 1 <= number <= most:
        raise RegisterRefuses(phrases.not_a_whole_number(field, text, most))
    return number


def risk(cell: Cell) -> RiskLevel | None:
    """A risk level; None where it is empty."""
    text = words(cell)
    if not text:
        return None
    for level, names in values().risks.items():
        if same(text) in names:
            return RiskLevel(level)
    raise RegisterRefuses(phrases.unknown_risk(text))


def status(cell: Cell) -> str | None:
    """The kind of event that a certificate of this status went through, if it is such a one."""
    text = same(words(cell))
    return next((kind for kind, names in values().statuses.items() if text in names), None)


def short_names(cell: Cell) -> tuple[str, ...]:
    """Short names, with anything but letters between them."""
    return tuple(name for name in re.split(r"[、，,;；/\n]\s*", words(cell)) if name)
