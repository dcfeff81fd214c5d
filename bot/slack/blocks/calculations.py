"""Calculations: one with its steps in a table, several side by side with their steps below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.assistant.composing import result_line
from bot.assistant.figures import as_words
from bot.slack import phrases
from bot.slack.blocks.kit import HEADER_LENGTH, MOST_FIELDS, Block, fields, header, table
from bot.slack.blocks.message import Group
from bot.slack.blocks.rich_text import bold, listed, paragraph, plain
from bot.slack.blocks.values import with_unit
from calculators.calculation import Alternative, Calculation, Step
from calculators.person_day_variations import Variation
from knowledge.library import Library


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
            yield [paragraph(bold(phrases.OTHER_READINGS)), _alternatives(calculation)]


def variation_groups(variations: Sequence[Variation]) -> Iterator[Group]:
    """What other facts would give, in two columns: a message takes only one table block."""
    cells = [cell for each in variations for cell in (each.label, _what_it_gives(each))]
    if cells:
        parts = [cells[at : at + MOST_FIELDS] for at in range(0, len(cells), MOST_FIELDS)]
        yield [paragraph(bold(phrases.IF_OTHERWISE)), *map(fields, parts)]


def _what_it_gives(variation: Variation) -> str:
    given = with_unit(variation.value, variation.unit)
    return phrases.the_same(given) if variation.is_same else given


def _in_large_letters(result: str) -> Block:
    """The result as a header, or bold where it is longer than Slack's headers may be."""
    return header(result) if len(result) <= HEADER_LENGTH else paragraph(bold(result))


def _side_by_side(calculations: Sequence[Calculation], library: Library) -> Block:
    rows = [
        (
            library.document(each.document).short,
            f"{each.label}：{with_unit(each.value, each.unit)}",
            each.quotes[0].ref.number if each.quotes else "",
        )
        for each in calculations
    ]
    return table(phrases.COMPARISON_COLUMNS, rows)


def _steps(steps: Sequence[Step]) -> list[Block]:
    return [_step_table(steps)] if len(steps) > 1 else _numbered(steps)


def _step_table(steps: Sequence[Step]) -> Block:
    rows = [
        (f"{place}. {step.text}", as_words(step.value), _clause(step))
        for place, step in enumerate(steps, start=1)
    ]
    return table(phrases.STEP_COLUMNS, rows)


def _numbered(steps: Sequence[Step]) -> list[Block]:
    items = [[plain(f"{step.text}{_in_brackets(step)}")] for step in steps]
    return [listed(items, ordered=True)] if items else []


def _alternatives(calculation: Calculation) -> Block:
    return listed(
        [
            [
                bold(with_unit(each.value, calculation.unit)),
                plain(f"：{each.why}{_in_brackets(each)}"),
            ]
            for each in calculation.alternatives
        ]
    )


def _clause(step: Step | Alternative) -> str:
    return step.quote.ref.number if step.quote else ""


def _in_brackets(step: Step | Alternative) -> str:
    return f"（{_clause(step)}）" if step.quote else ""
