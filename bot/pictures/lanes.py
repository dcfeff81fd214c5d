"""Places labels along an axis so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A label at ``x`` of the axis: so many points wide and so many rows high."""

    x: float
    width: float
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label is put: its left edge, and its first row away from the axis."""

    left: float
    row: int


@dataclass(frozen=True, slots=True)
class _Put:
    label: Label
    place: Place

    def covers(self, left: float, right: float, row: int, rows: int) -> bool:
        """Whether it takes any of these rows between two edges."""
        own = self.place
        beside = own.left + self.label.width <= left or right <= own.left
        return not beside and own.row < row + rows and row < own.row + self.label.rows

    def crosses(self, left: float, right: float, row: int) -> bool:
        """Whether the line from its point of the axis passes a label on the way."""
        return left < self.label.x < right and row < self.place.row


def placed(labels: Sequence[Label], left: float, gap: float) -> list[Place]:
    """A place for each label, in order, none left of the edge and all ``gap`` apart.

    A label ends at its point of the axis, or begins at the edge. The lines from the axis to the
    labels pass between other labels where that can be had.
    """
    put: dict[int, _Put] = {}
    # From the left, so that a line never has to pass a label that ends further right.
    for number in sorted(range(len(labels)), key=lambda each: (labels[each].x, each)):
        label = labels[number]
        start = max(left, label.x - label.width)
        put[number] = _Put(label, Place(start, _row(label, start, gap, list(put.values()))))
    return [put[number].place for number in range(len(labels))]


def rows_used(labels: Sequence[Label], places: Sequence[Place]) -> int:
    """How many rows the labels need."""
    ends = (place.row + label.rows for label, place in zip(labels, places, strict=True))
    return max(ends, default=0)


def _row(label: Label, start: float, gap: float, put: Sequence[_Put]) -> int:
    end = start + label.width + gap
    highest = max((each.place.row + each.label.rows for each in put), default=0)
    free = [
        row
        for row in range(highest + 1)
        if not any(each.covers(start - gap, end, row, label.rows) for each in put)
    ]
    clear = (row for row in free if _is_clear(label, start, end, row, put))
    return next(clear, free[0])


def _is_clear(label: Label, start: float, end: float, row: int, put: Sequence[_Put]) -> bool:
    """Whether neither its own line passes a label, nor another one's line passes it."""
    return not any(
        each.crosses(start, end, row) or each.covers(label.x - 1, label.x, 0, row) for each in put
    )
