"""Calculations: one with its steps in a table, several side by side with their steps below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from slack_sdk.models.blocks import RawTextObject, TableBlock

from bot import wording
from bot.slack.blocks.message import Group
from bot.slack.blocks.rich_text import Text, bold, listed, paragraph, plain
from bot.slack.blocks.values import written
from bot.slack.text import shorten
from calculators.calculation import Alternative, Calculation, Step

# Slack takes 100 rows of 20 cells; a cell of more than this is no longer read in a table.
_MOST_ROWS = 100
_CELL = 500
_WRAPPED: dict[str, Any] = {"is_wrapped": True}


def calculation_groups(calculations: Sequence[Calculation]) -> Iterator[Group]:
    """How each result comes about, and what other readings of the rule would give."""
    if len(calculations) > 1:
        yield [_side_by_side(calculations)]
    for calculation in calculations:
        if len(calculations) > 1:
            yield [paragraph(bold(_title(calculation))), _numbered(calculation.steps)]
        elif len(calculation.steps) > 1:
            yield [_step_table(calculation.steps)]
        elif calculation.steps:
            yield [_numbered(calculation.steps)]
        if calculation.alternatives:
            yield [paragraph(bold(wording.OTHER_READINGS)), _alternatives(calculation)]


def _title(calculation: Calculation) -> str:
    return f"{calculation.label}：{written(calculation.value, calculation.unit)}"


def _side_by_side(calculations: Sequence[Calculation]) -> TableBlock:
    rows = [(each.label, written(each.value, each.unit), _clauses(each)) for each in calculations]
    return _table(wording.COMPARISON_COLUMNS, rows)


def _clauses(calculation: Calculation) -> str:
    return str(calculation.quotes[0].ref) if calculation.quotes else calculation.document


def _step_table(steps: Sequence[Step]) -> TableBlock:
    rows = [
        (f"{place}. {step.text}", written(step.value), _clause(step))
        for place, step in enumerate(steps, start=1)
    ]
    return _table(wording.STEP_COLUMNS, rows)


def _clause(step: Step | Alternative) -> str:
    return step.quote.ref.number if step.quote else wording.NO_CLAUSE


def _numbered(steps: Sequence[Step]) -> Any:
    items = [_item(step.text, written(step.value), _clause(step)) for step in steps]
    return listed(items, ordered=True)


def _alternatives(calculation: Calculation) -> Any:
    return listed(
        [
            _item(each.why, written(each.value, calculation.unit), _clause(each))
            for each in calculation.alternatives
        ]
    )


def _item(words: str, value: str, clause: str) -> list[Text]:
    return [plain(f"{words} → "), bold(value), plain(f"（{clause}）")]


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> TableBlock:
    # Slack refuses a table with an empty cell.
    cells = [
        [RawTextObject(text=shorten(cell, _CELL) or wording.NO_CLAUSE) for cell in row]
        for row in (columns, *rows[: _MOST_ROWS - 1])
    ]
    return TableBlock(rows=cells, column_settings=[_WRAPPED] * len(columns))
