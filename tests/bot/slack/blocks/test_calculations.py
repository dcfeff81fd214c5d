from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.playground.block_schema import message_blocks_problems
from bot.slack.blocks.calculations import calculation_groups
from calculators.calculation import Calculation


def blocks_of(*calculations: Calculation) -> list[dict[str, Any]]:
    return [block.to_dict() for group in calculation_groups(calculations) for block in group]


def cells(table: dict[str, Any]) -> list[list[str]]:
    return [[cell["text"] for cell in row] for row in table["rows"]]


def test_steps_stand_in_a_table_each_with_its_clause(calculation: Calculation) -> None:
    table = blocks_of(calculation)[0]
    assert cells(table) == [
        ["步骤", "结果", "依据"],
        ["1. 查附录A", "8", "5.4.4 2)"],
        ["2. × 1.1", "8.8", "5.4.4 2)"],
        ["3. × 1/3", "2.93（44/15）", "—"],
        ["4. 修约", "3", "5.4.4 2)"],
    ]


def test_single_step_is_a_line_not_a_table(calculation: Calculation) -> None:
    blocks = blocks_of(replace(calculation, steps=calculation.steps[:1], alternatives=()))
    assert [block["type"] for block in blocks] == ["rich_text"]


def test_other_readings_follow_with_their_reason(calculation: Calculation) -> None:
    words = [
        part["text"]
        for part in blocks_of(calculation)[-1]["elements"][0]["elements"][0]["elements"]
    ]
    assert words == ["不修约 → ", "2.93（44/15） 人天", "（5.4.4 2)）"]


def test_several_schemes_are_compared_in_one_table(calculation: Calculation) -> None:
    blocks = blocks_of(calculation, replace(calculation, label="另一项目"))
    assert [block["type"] for block in blocks].count("table") == 1
    assert [row[0] for row in cells(blocks[0])] == ["项目", "监督审核人日", "另一项目"]
    assert message_blocks_problems(blocks) == []


def test_no_cell_is_empty_for_slack_refuses_the_table(calculation: Calculation) -> None:
    step = replace(calculation.steps[0], value="")
    table = blocks_of(replace(calculation, steps=(step, step)))[0]
    assert cells(table)[1][1] == "—"
    assert message_blocks_problems([table]) == []
