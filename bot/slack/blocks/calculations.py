"""Calculations: one with its steps in a table, several side by side with their steps below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    HeaderBlock,
    PlainTextObject,
    RawTextObject,
    TableBlock,
)

from bot import wording
from bot.assistant.composing import result_line
from bot.assistant.figures import as_words
from bot.slack.blocks.message import Group
from bot.slack.blocks.rich_text import bold, listed, paragraph, plain
from bot.slack.blocks.values import with_unit
from bot.slack.text import shorten
from calculators.calculation import Alternative, Calculation, Step
from knowledge.library import Library

# Slack takes 100 rows of 20 cells; a cell of more than this is no longer read in a table.
_MOST_ROWS = 100
_CELL = 500
_HEADER = 150
_WRAPPED: dict[str, Any] = {"is_wrapped": True}


def calculation_groups(calculations: Sequence[Calculation], library: Library) -> Iterator[Group]:
    """The result in large letters, how it comes about, and what other readings would give."""
    if len(calculations) > 1:
        yield [_side_by_side(calculations, library)]
    for calculation in calculations:
        result = result_line(library, calculation)
        if len(calculations) > 1:
            yield [paragraph(bold(result)), *_numbered(calculation.steps)]
        else:
            yield [_in_large_letters(result), *_steps(calculation.steps)]
        if calculation.alternatives:
            yield [paragraph(bold(wording.OTHER_READINGS)), _alternatives(calculation)]


def _in_large_letters(result: str) -> Block:
    """The result as a header, or bold where it is longer than Slack's headers may be."""
    if len(result) > _HEADER:
        return paragraph(bold(result))
    return HeaderBlock(text=PlainTextObject(text=result, emoji=False))


def _side_by_side(calculations: Sequence[Calculation], library: Library) -> TableBlock:
    rows = [
        (
            library.document(each.document).short,
            f"{each.label}：{with_unit(each.value, each.unit)}",
            each.quotes[0].ref.number if each.quotes else wording.NO_CLAUSE,
        )
        for each in calculations
    ]
    return table(wording.COMPARISON_COLUMNS, rows)


def _steps(steps: Sequence[Step]) -> list[Block]:
    return [_step_table(steps)] if len(steps) > 1 else _numbered(steps)


def _step_table(steps: Sequence[Step]) -> TableBlock:
    rows = [
        (f"{place}. {step.text}", as_words(step.value), _clause(step))
        for place, step in enumerate(steps, start=1)
    ]
    return table(wording.STEP_COLUMNS, rows)


def _clause(step: Step | Alternative) -> str:
    return step.quote.ref.number if step.quote else wording.NO_CLAUSE


def _numbered(steps: Sequence[Step]) -> list[Block]:
    items = [[plain(f"{step.text}（{_clause(step)}）")] for step in steps]
    return [listed(items, ordered=True)] if items else []


def _alternatives(calculation: Calculation) -> Block:
    return listed(
        [
            [
                bold(with_unit(each.value, calculation.unit)),
                plain(f"：{each.why}（{_clause(each)}）"),
            ]
            for each in calculation.alternatives
        ]
    )


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> TableBlock:
    """A table with a heading row; rows beyond Slack's limit are left to the fallback text."""
    # Slack refuses a table with an empty cell.
    cells = [
        [RawTextObject(text=shorten(cell, _CELL) or wording.NO_CLAUSE) for cell in row]
        for row in (columns, *rows[: _MOST_ROWS - 1])
    ]
    return TableBlock(rows=cells, column_settings=[_WRAPPED] * len(columns))
