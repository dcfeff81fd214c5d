from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.playground.block_schema import message_blocks_problems
from bot.slack.blocks.calculations import calculation_groups, variation_groups
from calculators.calculation import Calculation
from calculators.person_day_variations import Variation
from knowledge.library import Library


def blocks_of(library: Library, *calculations: Calculation) -> list[dict[str, Any]]:
    groups = calculation_groups(calculations, library)
    blocks = [block for group in groups for block in group]
    assert message_blocks_problems(blocks) == []
    return blocks


def cells(table: dict[str, Any]) -> list[list[str]]:
    return [[cell["text"] for cell in row] for row in table["rows"]]


def test_result_comes_first_in_large_letters(library: Library, calculation: Calculation) -> None:
    header = blocks_of(library, calculation)[0]
    assert header["type"] == "header"
    assert header["text"]["text"] == "腾标公有云PII · 监督审核人日：3 人天"


def test_result_too_long_for_a_header_is_bold(library: Library, calculation: Calculation) -> None:
    long = blocks_of(library, replace(calculation, label="很长" * 80))[0]
    assert long["elements"][0]["elements"][0]["style"] == {"bold": True}


def test_steps_stand_in_a_table_each_with_its_clause(
    library: Library, calculation: Calculation
) -> None:
    table = blocks_of(library, calculation)[1]
    assert cells(table) == [
        ["步骤", "结果", "依据"],
        ["1. 查附录A", "8", "5.4.4 2)"],
        ["2. × 1.1", "8.8", "5.4.4 2)"],
        ["3. × 1/3", "2.93（44/15）", "—"],
        ["4. 修约", "3", "5.4.4 2)"],
    ]


def test_single_step_is_a_line_not_a_table(library: Library, calculation: Calculation) -> None:
    short = replace(calculation, steps=calculation.steps[:1], alternatives=())
    assert [block["type"] for block in blocks_of(library, short)] == ["header", "rich_text"]


def test_other_readings_follow_with_their_reason(
    library: Library, calculation: Calculation
) -> None:
    (reading,) = blocks_of(library, calculation)[-1]["elements"][0]["elements"]
    assert [part["text"] for part in reading["elements"]] == [
        "2.93（44/15） 人天",
        "：不修约（5.4.4 2)）",
    ]


def test_several_schemes_are_compared_in_one_table(
    library: Library, calculation: Calculation
) -> None:
    other = replace(calculation, document="WAL-QP-21")
    blocks = blocks_of(library, calculation, other)
    assert [block["type"] for block in blocks].count("table") == 1
    assert cells(blocks[0])[0] == ["项目", "结果", "依据"]
    assert cells(blocks[0])[1] == ["腾标公有云PII", "监督审核人日：3 人天", "5.4.4 2)"]


def test_no_cell_is_empty_for_slack_refuses_the_table(
    library: Library, calculation: Calculation
) -> None:
    step = replace(calculation.steps[0], value="")
    table = blocks_of(library, replace(calculation, steps=(step, step)))[1]
    assert cells(table)[1][1] == "—"


def test_what_other_facts_would_give_stands_in_two_columns(
    variations: tuple[Variation, ...],
) -> None:
    lower, upper = variations
    ((_, fields),) = variation_groups((replace(lower, is_same=True), upper))
    assert [cell["text"] for cell in fields["fields"]] == [
        *("降到 125 人", "2.5 人天（同）"),
        *("增到 176 人", "3.5 人天"),
    ]


def test_many_other_facts_keep_to_what_slack_takes(variations: tuple[Variation, ...]) -> None:
    (group,) = variation_groups(variations * 6)
    assert message_blocks_problems(list(group)) == []
    assert sum(len(block.get("fields", ())) for block in group) == 24


def test_without_other_facts_nothing_is_shown() -> None:
    assert list(variation_groups(())) == []
