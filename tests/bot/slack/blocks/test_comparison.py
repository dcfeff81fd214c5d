from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.playground.block_schema import message_blocks_problems
from bot.slack.blocks.comparison import comparison_groups
from calculators.calculation import Calculation
from calculators.comparison import Compared, Comparison
from knowledge.errors import RuleAbsent
from knowledge.library import Library


@pytest.fixture
def comparison(calculation: Calculation) -> Comparison:
    rows = (
        Compared("TB-GZ-036", calculation, strictest=True),
        Compared("RLAC-CSSMS", absent=RuleAbsent("RLAC-CSSMS", "监督审核人日", ("4.4", "4.5"))),
    )
    return Comparison("person_days", "监督审核人日", rows, ("只有一家写了数字。",))


def blocks_of(comparison: Comparison, library: Library) -> list[dict[str, Any]]:
    blocks = [block for group in comparison_groups(comparison, library) for block in group]
    assert message_blocks_problems(blocks) == []
    return blocks


def rows_of(comparison: Comparison, library: Library) -> list[list[str]]:
    return [[cell["text"] for cell in row] for row in blocks_of(comparison, library)[1]["rows"]]


def test_table_says_who_demands_what_by_which_clause(
    comparison: Comparison, library: Library
) -> None:
    assert rows_of(comparison, library) == [
        ["项目", "结果", "依据"],
        ["腾标公有云PII", "★ 最严　3 人天", "5.4.4 2)"],
        ["RLAC云服务CSSMS", "没有给出监督审核人日", "4.4、4.5"],
    ]


def test_topic_stands_above_and_how_to_read_it_below(
    comparison: Comparison, library: Library
) -> None:
    header, _, note = blocks_of(comparison, library)
    assert header["text"]["text"] == "各项目对比 · 监督审核人日"
    assert note["elements"][0]["text"] == "只有一家写了数字。"


def test_several_rules_of_one_scheme_are_told_apart(
    comparison: Comparison, calculation: Calculation, library: Library
) -> None:
    again = Compared("TB-GZ-036", replace(calculation, label="再认证人日"))
    both = replace(comparison, rows=(*comparison.rows, again))
    results = [row[1] for row in rows_of(both, library)]
    assert results[1] == "★ 最严　监督审核人日：3 人天"
    assert results[3] == "再认证人日：3 人天"


def test_period_is_said_in_the_words_of_its_steps(
    comparison: Comparison, calculation: Calculation, library: Library
) -> None:
    (step, *_) = calculation.steps
    period = replace(
        calculation, value="12 个月", unit="", steps=(replace(step, text="签发日起 12 个月以内"),)
    )
    one = replace(comparison, rows=(Compared("TB-GZ-036", period),))
    assert rows_of(one, library)[1][1] == "签发日起 12 个月以内"
