from __future__ import annotations

import pytest
from slack_sdk.models.blocks import Block as BlockModel

from bot.playground.block_schema import message_blocks_problems
from bot.slack.blocks import kit
from bot.slack.blocks.kit import Block
from bot.slack.blocks.rich_text import bold, entry, listed, paragraph, plain, quoted

EVERY_BLOCK = [
    kit.header("结果"),
    kit.small_print("来源"),
    kit.divider(),
    kit.table(("甲", "乙"), [("1", ""), ("2", "长" * 600)]),
    kit.actions(kit.button("字" * 80, "a", "v"), kit.button("好", "b", "v", "primary")),
    kit.input_block("b1", "选", kit.menu("a", [kit.option("字" * 80, "v")] * 120, "请选")),
    kit.input_block("b2", "哪天", kit.date_picker("a")),
    kit.input_block("b3", "几个", kit.number_field("a", 1)),
    paragraph(bold("粗"), plain("细")),
    quoted("原文", [plain("标题")]),
    listed([[plain("一")], [plain("二")]], ordered=True),
    entry([bold("甲")], [[plain("一")], [plain("二")]]),
]


@pytest.mark.parametrize("block", EVERY_BLOCK, ids=lambda block: str(block["type"]))
def test_block_is_what_slacks_own_models_know(block: Block) -> None:
    parsed = BlockModel.parse(block)
    assert parsed
    parsed.validate_json()
    assert parsed.to_dict() == block


def test_blocks_keep_within_the_limits_of_a_message() -> None:
    assert message_blocks_problems(EVERY_BLOCK) == []
