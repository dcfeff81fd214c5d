from __future__ import annotations

from dataclasses import replace

from bot.statement.markdown import as_markdown
from bot.statement.statement import QuotedClause, Statement


def test_markdown_has_every_part(statement: Statement) -> None:
    text = as_markdown(statement)
    for part in ("# 审核时间确定及理由", "| 有效人数 | 120 |", "| 步骤 | 结果 | 依据条款 |"):
        assert part in text
    assert statement.steps[0][0] in text
    assert "编制：" in text


def test_quotes_are_shown_letter_by_letter(statement: Statement) -> None:
    clause = QuotedClause("甲 * 乙 | <丙>\n第二行", "来源")
    text = as_markdown(replace(statement, clauses=(clause,)))
    assert "> 甲 \\* 乙 \\| &lt;丙>\n> 第二行\n" in text


def test_empty_parts_have_no_heading(statement: Statement) -> None:
    text = as_markdown(replace(statement, readings=(), notes=()))
    assert "四、" not in text
    assert "五、" not in text
