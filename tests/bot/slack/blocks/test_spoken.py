from __future__ import annotations

from bot.assistant import composing
from bot.assistant.answer import Answer, AnswerKind, Citation, Clarification
from bot.slack.blocks.spoken import as_quote, spoken_paragraphs
from calculators.calculation import Calculation
from calculators.person_day_variations import Variation
from knowledge.library import Library


def test_what_is_shown_as_blocks_is_not_said_again(
    library: Library,
    calculation: Calculation,
    citation: Citation,
    variations: tuple[Variation, ...],
) -> None:
    text = composing.joined(
        "哪个项目？",
        composing.calculation_text(library, [calculation, calculation]),
        composing.variations_text(variations),
        composing.warnings_text(["一", "二"]),
        composing.quotes_text([citation, citation]),
        "（年审 = 监督审核）",
    )
    answer = Answer(
        AnswerKind.CLARIFICATION,
        text,
        (citation, citation),
        (calculation, calculation),
        Clarification(("scheme",), "哪个项目？"),
        ("一", "二"),
        variations,
    )
    assert spoken_paragraphs(answer, library) == ("（年审 = 监督审核）",)


def test_refusal_is_said(library: Library) -> None:
    answer = Answer(AnswerKind.NO_ANSWER, "没有规定。\n\n最接近的条款：\n\n> 原文\n—— 来源")
    assert spoken_paragraphs(answer, library) == (
        "没有规定。",
        "最接近的条款：",
        "> 原文\n—— 来源",
    )


def test_quotation_in_the_words_is_told_from_other_words() -> None:
    assert as_quote("> 一\n> 二\n—— 来源 3.1") == ("一\n二", "来源 3.1")
    assert as_quote("> 只是一个大于号") is None
    assert as_quote("普通的话") is None
