from __future__ import annotations

from typing import Any

from bot.assistant.answer import Answer, AnswerKind, Citation, Clarification, Option
from bot.playground.block_schema import message_blocks_problems
from bot.slack.asked import Asked
from bot.slack.blocks.answer import answer_messages
from calculators.calculation import Calculation

OPTION = Option("scheme", "TB-GZ-036", "腾标公有云PII")


def blocks_of(answer: Answer) -> list[dict[str, Any]]:
    messages = answer_messages(answer, Asked("问"))
    for message in messages:
        assert message_blocks_problems(list(message.blocks)) == []
    return [block for message in messages for block in message.blocks]


def test_result_comes_first_in_large_letters(calculation: Calculation, citation: Citation) -> None:
    answer = Answer(AnswerKind.CALCULATION, "3 人天", (citation,), (calculation,))
    blocks = blocks_of(answer)
    assert blocks[0]["type"] == "header"
    assert blocks[0]["text"]["text"] == "3 人天"
    assert [block["type"] for block in blocks[1:]] == [
        "table",
        "rich_text",
        "rich_text",
        "rich_text",
        "context",
    ]


def test_warning_stands_on_a_line_of_its_own_before_the_quotes(citation: Citation) -> None:
    answer = Answer(AnswerKind.CLAUSES, "见条款", (citation,), warnings=("印刷错误",))
    _, warning, quote, _ = blocks_of(answer)
    assert [part["text"] for part in warning["elements"][0]["elements"]] == ["⚠️ ", "印刷错误"]
    assert quote["elements"][-1]["type"] == "rich_text_quote"


def test_long_result_is_cut_into_paragraphs() -> None:
    answer = Answer(AnswerKind.CLAUSES, "很长的一句话。" * 800)
    blocks = blocks_of(answer)
    assert {block["type"] for block in blocks} == {"rich_text"}
    text = "".join(block["elements"][0]["elements"][0]["text"] for block in blocks)
    assert text == answer.text


def test_no_answer_does_not_shout() -> None:
    blocks = blocks_of(Answer(AnswerKind.NO_ANSWER, "没有规定。"))
    assert [block["type"] for block in blocks] == ["rich_text"]


def test_question_back_comes_before_what_is_quoted_meanwhile(citation: Citation) -> None:
    clarification = Clarification(("scheme",), "哪个项目？", (OPTION,))
    answer = Answer(
        AnswerKind.CLARIFICATION, "哪个项目？", (citation,), clarification=clarification
    )
    assert [block["type"] for block in blocks_of(answer)] == [
        "rich_text",
        "actions",
        "rich_text",
        "context",
    ]


def test_mention_in_an_answer_calls_nobody() -> None:
    (message,) = answer_messages(Answer(AnswerKind.NO_ANSWER, "<!channel> <@U1>"), Asked("问"))
    assert message.text == "&lt;!channel&gt; &lt;@U1&gt;"
    part = message.blocks[0]["elements"][0]["elements"][0]
    assert part == {"type": "text", "text": "<!channel> <@U1>"}
