"""Bands of a table: gaps, overlaps, values that fall as the band rises, a band without a value."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument
from knowledge.clause import Clause, ClauseKind, ClauseRef

NAME = "tables"

_BAND = re.compile(r"(\d+)[-~](\d+)|([<≤>≥])(\d+)|(\d+)(以上|以下|及以上|及以下)")
_VALUE = re.compile(r"\d+(?:\.\d+)?")
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Band:
    """A row whose first cell is a range of whole numbers; an open end is None."""

    row: Clause
    low: int
    high: int | None

    @property
    def label(self) -> str:
        """The band as printed."""
        return self.row.cells[0]

    @property
    def value(self) -> Fraction | None:
        """The number in the second cell, if there is one."""
        cell = unicodedata.normalize("NFKC", self.row.cells[1]) if self.row.cells[1:] else ""
        return Fraction(cell) if _VALUE.fullmatch(cell) else None

    def overlaps(self, other: Band) -> bool:
        """Whether a number lies in both."""
        first, second = sorted((self, other), key=lambda band: band.low)
        return first.high is None or second.low <= first.high


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """The faults of every table of the document that has bands."""
    for bands in _tables(reviewed):
        yield from _overlaps(bands)
        yield from _gaps(bands)
        yield from _falls(bands)
        yield from _without_value(bands)


def _tables(reviewed: ReviewedDocument) -> Iterator[list[Band]]:
    tables: dict[ClauseRef | None, list[Band]] = defaultdict(list)
    for clause in reviewed.clauses:
        band = _band(clause) if clause.kind is ClauseKind.ROW and clause.cells else None
        if band:
            tables[clause.parent].append(band)
    for bands in tables.values():
        if len(bands) >= _ENOUGH:
            yield sorted(bands, key=lambda band: band.low)


def _band(row: Clause) -> Band | None:
    printed = "".join(unicodedata.normalize("NFKC", row.cells[0]).split())
    match = _BAND.fullmatch(printed)
    if match is None:
        return None
    low, high, sign, limit, number, word = match.groups()
    if low:
        return Band(row, int(low), int(high))
    edge = int(limit or number)
    if sign in ("<", "≤") or (word and word.endswith("下")):
        return Band(row, 1, edge - (sign == "<"))
    return Band(row, edge + (sign == ">"), None)


def _overlaps(bands: Sequence[Band]) -> Iterator[Finding]:
    others = {
        band: [other for other in bands if other != band and band.overlaps(other)] for band in bands
    }
    for band in sorted(bands, key=lambda band: -len(others[band])):
        clashing = [other for other in others[band] if band in others[other]]
        if clashing:
            yield _overlap(band, clashing, bands)
            for other in clashing:
                others[other].remove(band)
            others[band] = []


def _overlap(band: Band, clashing: Sequence[Band], bands: Sequence[Band]) -> Finding:
    named = "".join(f"“{other.label}”" for other in clashing)
    below = [
        other.high
        for other in bands
        if other != band
        and other.high is not None
        and band.high is not None
        and other.high < band.high
    ]
    meant = f"，疑为“{max(below) + 1}～{band.high}”之误" if below else ""
    places = [(other.row, other.row.text) for other in (band, *clashing)]
    return finding(NAME, places, f"“{band.label}”一档与{named}重叠{meant}。")


def _gaps(bands: Sequence[Band]) -> Iterator[Finding]:
    reached = bands[0].high
    for before, band in pairwise(bands):
        if reached is not None and band.low > reached + 1:
            places = [(before.row, before.row.text), (band.row, band.row.text)]
            first, last = reached + 1, band.low - 1
            named = str(first) if first == last else f"{first}～{last}"
            yield finding(NAME, places, f"{named} 没有对应的档。")
        if reached is not None:
            reached = None if band.high is None else max(reached, band.high)


def _falls(bands: Sequence[Band]) -> Iterator[Finding]:
    for before, band in pairwise(bands):
        if band.overlaps(before) or before.value is None or band.value is None:
            continue
        if band.value < before.value:
            places = [(before.row, before.row.text), (band.row, band.row.text)]
            yield finding(NAME, places, f"“{band.label}”的数值比前一档“{before.label}”小。")


def _without_value(bands: Sequence[Band]) -> Iterator[Finding]:
    for band in bands:
        if band.value is None:
            sentence = f"“{band.label}”一档没有数值，只写“{'，'.join(band.row.cells[1:])}”。"
            yield finding(NAME, [(band.row, band.row.text)], sentence)
