from __future__ import annotations

from typing import Any

import pytest

from bot import wording
from bot.assistant.answer import Answer, AnswerKind, Citation, Clarification, Option
from bot.playground.block_schema import message_blocks_problems
from bot.slack.asked import Asked
from bot.slack.blocks.answer import answer_messages
from calculators.calculation import Calculation
from calculators.person_day_variations import Variation
from knowledge.library import Library

OPTION = Option("scheme", "TB-GZ-036", "腾标公有云PII")


def blocks_of(answer: Answer, library: Library) -> list[dict[str, Any]]:
    messages = answer_messages(answer, Asked("问"), library)
    for message in messages:
        assert message_blocks_problems(list(message.blocks)) == []
    return [block for message in messages for block in message.blocks]


def kinds(blocks: list[dict[str, Any]]) -> list[str]:
    return [block["type"] for block in blocks]


def test_result_then_steps_then_readings_then_quotes_with_their_source(
    library: Library, calculation: Calculation, citation: Citation
) -> None:
    answer = Answer(AnswerKind.CALCULATION, "", (citation,), (calculation,))
    assert kinds(blocks_of(answer, library)) == [
        *("header", "table"),
        *("rich_text", "rich_text"),
        *("divider", "rich_text", "context", "actions"),
    ]


def test_warning_about_a_clause_stands_on_a_line_of_its_own_behind_it(
    library: Library, citation: Citation
) -> None:
    answer = Answer(AnswerKind.CLAUSES, "", (citation,), warnings=("印刷错误",))
    quote, _, warning, _ = blocks_of(answer, library)
    assert [part["text"] for part in warning["elements"][0]["elements"]] == ["⚠️ ", "印刷错误"]
    assert quote["elements"][-1]["type"] == "rich_text_quote"


def test_warning_about_a_result_stands_before_the_quotes(
    library: Library, calculation: Calculation, citation: Citation
) -> None:
    answer = Answer(AnswerKind.CALCULATION, "", (citation,), (calculation,), warnings=("印刷错误",))
    blocks = blocks_of(answer, library)
    assert blocks[-5]["elements"][0]["elements"][1]["text"] == "印刷错误"


def test_several_warnings_are_a_list_under_one_sign(library: Library, citation: Citation) -> None:
    answer = Answer(AnswerKind.CLAUSES, "", (citation,), warnings=("一", "二"))
    _, _, sign, points, _ = blocks_of(answer, library)
    assert sign["elements"][0]["elements"][0]["text"] == "⚠️ 请注意"
    assert [item["elements"][0]["text"] for item in points["elements"][0]["elements"]] == [
        "一",
        "二",
    ]


def test_quotes_of_several_schemes_stand_under_their_names(
    library: Library, citation: Citation
) -> None:
    other = Citation(library.quote(library.clauses("WAL-QP-21")[0].ref), (), "来源")
    first, _, second, *_ = blocks_of(Answer(AnswerKind.CLAUSES, "", (citation, other)), library)
    names = [block["elements"][0]["elements"][0]["text"] for block in (first, second)]
    assert names[0] == "腾标公有云PII 5.4.4 2)"
    assert names[1].startswith("网安联服务资质 ")


def test_offer_to_note_a_question_stands_behind_the_nearest_clause(
    library: Library, citation: Citation
) -> None:
    text = "\n\n".join(("没有规定。", wording.nearest(), wording.OFFER_TO_NOTE))
    blocks = blocks_of(Answer(AnswerKind.NO_ANSWER, text, (citation,)), library)
    assert kinds(blocks)[2:] == ["rich_text", "context", "context", "actions"]
    assert blocks[1]["elements"][0]["elements"][0]["text"] == wording.nearest()
    assert blocks[4]["elements"][0]["text"] == wording.OFFER_TO_NOTE


def test_other_facts_follow_the_readings(
    library: Library, calculation: Calculation, variations: tuple[Variation, ...]
) -> None:
    answer = Answer(AnswerKind.CALCULATION, "", (), (calculation,), variations=variations)
    assert kinds(blocks_of(answer, library))[-3:] == ["rich_text", "section", "actions"]


def test_how_words_were_read_is_small_print_at_the_end(
    library: Library, citation: Citation
) -> None:
    answer = Answer(AnswerKind.CLAUSES, "（年审 = 监督审核）", (citation,))
    assert kinds(blocks_of(answer, library)) == ["rich_text", "context", "context", "actions"]


def test_long_words_are_cut_into_paragraphs_without_loss(library: Library) -> None:
    answer = Answer(AnswerKind.NO_ANSWER, "很长的一句话。" * 3000)
    blocks = blocks_of(answer, library)
    *paragraphs, _ = blocks
    text = "".join(block["elements"][0]["elements"][0]["text"] for block in paragraphs)
    assert text == answer.text


def test_question_back_comes_before_what_is_quoted_meanwhile(
    library: Library, citation: Citation
) -> None:
    asking = Clarification(("scheme",), "哪个项目？", (OPTION,))
    answer = Answer(AnswerKind.CLARIFICATION, "哪个项目？", (citation,), (), asking)
    assert kinds(blocks_of(answer, library)) == [
        *("rich_text", "actions"),
        *("rich_text", "context", "actions"),
    ]


def test_mention_in_an_answer_calls_nobody(library: Library) -> None:
    answer = Answer(AnswerKind.NO_ANSWER, "<!channel> <@U1>")
    (message,) = answer_messages(answer, Asked("问"), library)
    assert message.text == "&lt;!channel&gt; &lt;@U1&gt;"
    part = message.blocks[0]["elements"][0]["elements"][0]
    assert part == {"type": "text", "text": "<!channel> <@U1>"}


@pytest.mark.parametrize("document", ["TB-GZ-036", "RLAC-CSSMS", "WAL-QP-21"])
def test_every_clause_can_be_shown_word_for_word(library: Library, document: str) -> None:
    for clause in library.clauses(document):
        quote = library.quote_whole(clause.ref)
        answer = Answer(AnswerKind.CLAUSES, "", (Citation(quote, (), "来源"),))
        assert quoted(blocks_of(answer, library)) == quote.text


def quoted(blocks: list[dict[str, Any]]) -> str:
    return "".join(
        part["text"]
        for block in blocks
        if block["type"] == "rich_text"
        for element in block["elements"]
        if element["type"] == "rich_text_quote"
        for part in element["elements"]
    )
