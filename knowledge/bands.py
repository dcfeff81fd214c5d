"""Bands: what the first cell of a table's row says it is for (26～65, ≤15, 1000以上, 20至50)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from knowledge.clause import Clause, ClauseKind, ClauseRef
from knowledge.library import Library

_N = r"(\d+(?:\.\d+)?)"
_UNIT = r"[^\d<>≤≥]{0,4}"
_BETWEEN = re.compile(rf"{_N}{_UNIT}?(?:[-~—–]+|至|到){_N}{_UNIT}")
_BEYOND = re.compile(rf"([<≤>≥]|不足|少于|小于|不超过|不少于|超过|大于|多于){_N}{_UNIT}")
_FROM = re.compile(rf"{_N}{_UNIT}?(以上|以下|以内)(?:[(（].*)?")
_BELOW = frozenset({"<", "≤", "不足", "少于", "小于", "不超过", "以下", "以内"})
_OPEN = frozenset({"<", ">", "不足", "少于", "小于", "超过", "大于", "多于"})
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Band:
    """A range of numbers; an end that is None has no limit, ``open_end`` leaves its limit out."""

    low: Fraction | None
    high: Fraction | None
    open_end: bool = False

    def holds(self, number: Fraction) -> bool:
        """Whether the number lies in it."""
        if self.open_end and number in (self.low, self.high):
            return False
        above = self.low is None or self.low <= number
        return above and (self.high is None or number <= self.high)


def band_in(cell: str) -> Band | None:
    """The band that a cell prints, or None where it prints something else."""
    printed = "".join(unicodedata.normalize("NFKC", cell).split()).replace(",", "")
    if between := _BETWEEN.fullmatch(printed):
        return Band(Fraction(between.group(1)), Fraction(between.group(2)))
    if beyond := _BEYOND.fullmatch(printed):
        return _one_sided(beyond.group(1), Fraction(beyond.group(2)))
    if limit := _FROM.fullmatch(printed):
        return _one_sided(limit.group(2), Fraction(limit.group(1)))
    return None


def row_for(library: Library, ref: ClauseRef, numbers: Collection[Fraction]) -> ClauseRef:
    """The row of the same table whose band holds one of the numbers.

    The clause itself where it is neither a table nor a row with a band, or no row holds any.
    """
    clause = library.clause(ref)
    table = _table_of(library, clause)
    if table is None:
        return ref
    rows = [library.clause(child) for child in table.children]
    bands = [(row.ref, band) for row in rows if row.cells and (band := band_in(row.cells[0]))]
    if len(bands) < _FEWEST or (clause is not table and ref not in dict(bands)):
        return ref
    scale = _scale(table)
    held = (row for number in numbers for row, band in bands if band.holds(number / scale))
    return next(held, ref)


def _table_of(library: Library, clause: Clause) -> Clause | None:
    if clause.kind is ClauseKind.TABLE:
        return clause
    above = library.clause(clause.parent) if clause.parent else None
    in_table = above is not None and above.kind is ClauseKind.TABLE
    return above if clause.kind is ClauseKind.ROW and in_table else None


def _scale(table: Clause) -> int:
    """Ten thousand where the first column counts in 万."""
    return 10_000 if table.cells and "万" in table.cells[0] else 1


def _one_sided(sign: str, limit: Fraction) -> Band:
    below = sign in _BELOW
    return Band(None if below else limit, limit if below else None, sign in _OPEN)
