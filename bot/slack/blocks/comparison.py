"""All schemes side by side: who demands what, by which clause, the strictest marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from bot import wording
from bot.slack import phrases
from bot.slack.blocks.kit import header, small_print, table
from bot.slack.blocks.message import Group
from bot.slack.blocks.values import with_unit
from calculators.calculation import Calculation
from calculators.comparison import Compared, Comparison
from knowledge.library import Library


def comparison_groups(comparison: Comparison, library: Library) -> Iterator[Group]:
    """The topic, a row for each rule or for its absence, and how the rows are to be read."""
    documents = Counter(row.document for row in comparison.rows)
    rows = [
        (
            library.document(row.document).short,
            _demanded(row, is_one_of_several=documents[row.document] > 1),
            "、".join(dict.fromkeys(_clauses(row))),
        )
        for row in comparison.rows
    ]
    notes = [small_print(note) for note in comparison.notes]
    title = header(phrases.compared(comparison.label))
    yield [title, table(phrases.COMPARISON_COLUMNS, rows), *notes]


def _demanded(row: Compared, *, is_one_of_several: bool) -> str:
    if row.calculation is None:
        return wording.not_given(row.absent.topic) if row.absent else ""
    label = f"{row.calculation.label}：" if is_one_of_several else ""
    mark = phrases.STRICTEST if row.strictest else ""
    return f"{mark}{label}{_demand(row.calculation)}"


def _demand(calculation: Calculation) -> str:
    """A figure with its unit; a period in the words of its steps, which name the event too."""
    if isinstance(calculation.value, Fraction) or calculation.unit:
        return with_unit(calculation.value, calculation.unit)
    return "；".join(dict.fromkeys(step.text for step in calculation.steps))


def _clauses(row: Compared) -> Iterator[str]:
    if row.calculation:
        yield from (quote.ref.number for quote in row.calculation.quotes)
    elif row.absent:
        yield from row.absent.clauses
