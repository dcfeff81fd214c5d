from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.assistant.answer import Answer, AnswerKind, Citation, Clarification
from bot.slack import ids
from bot.slack.asked import Asked
from bot.slack.blocks.below import buttons_below, facts_in, ref_in, ref_value
from bot.slack.forms.catalogue import forms_over
from bot.slack.rulings import RulingSubject
from calculators.calculation import Calculation
from knowledge.clause import ClauseRef
from knowledge.library import Library

ASKED = Asked("监督几天")


def elements(
    answer: Answer, library: Library, asked: Asked = ASKED, is_private: bool = False
) -> list[dict[str, Any]]:
    return [
        element
        for block in buttons_below(answer, asked, library, is_private)
        for element in block["elements"]
    ]


def action_ids(answer: Answer, library: Library, **more: Any) -> list[str]:
    return [element["action_id"] for element in elements(answer, library, **more)]


def test_calculation_has_whole_clause_other_facts_and_feedback(
    library: Library, calculation: Calculation, citation: Citation
) -> None:
    answer = Answer(AnswerKind.CALCULATION, "", (citation,), (calculation,))
    assert action_ids(answer, library) == [
        *(ids.READ_WHOLE, ids.CHANGE_FACTS, ids.MAKE_STATEMENT),
        *(ids.PRAISE, ids.COMPLAIN),
    ]


def test_answer_seen_by_one_can_be_shared(library: Library) -> None:
    answer = Answer(AnswerKind.NO_ANSWER, "没有规定。")
    assert action_ids(answer, library, is_private=True)[0] == ids.SHARE


def test_question_back_is_not_judged(library: Library) -> None:
    asking = Clarification(("scheme",), "哪个项目？")
    answer = Answer(AnswerKind.CLARIFICATION, "哪个项目？", (), (), asking)
    assert action_ids(answer, library) == []


def test_question_without_a_rule_can_be_noted(library: Library, citation: Citation) -> None:
    silence = Answer(AnswerKind.NO_ANSWER, "没有规定。", (citation,))
    assert ids.WANT_RULE in action_ids(silence, library)
    quoting = Answer(AnswerKind.CLAUSES, "", (citation,))
    greeting = Answer(AnswerKind.NO_ANSWER, "你好。")
    assert ids.WANT_RULE not in action_ids(quoting, library) + action_ids(greeting, library)


def test_one_of_several_clauses_is_chosen_from_a_menu(library: Library, citation: Citation) -> None:
    other = Citation(library.quote(ClauseRef("TB-GZ-036", "6.2.2")), (), "")
    answer = Answer(AnswerKind.CLAUSES, "", (citation, other, citation))
    menu = elements(answer, library)[0]
    assert menu["type"] == "static_select"
    chosen = [ref_in(option["value"]) for option in menu["options"]]
    assert chosen == [citation.quote.ref, other.quote.ref]


def test_clause_number_survives_the_button() -> None:
    ref = ClauseRef("TB-GZ-036", "5.4.5 3) ②")
    assert ref_in(ref_value(ref)) == ref


def test_other_facts_carry_those_of_the_answer(library: Library, calculation: Calculation) -> None:
    answer = Answer(AnswerKind.CALCULATION, "", (), (calculation,))
    form, facts = facts_in(elements(answer, library)[0]["value"], forms_over(library.documents))
    assert form.callback_id == ids.MANDAYS_FORM
    assert facts == {"headcount": "150", "scheme": "TB-GZ-036"}


def test_several_calculations_have_no_one_form(library: Library, calculation: Calculation) -> None:
    other = replace(calculation, document="RLAC-CSSMS")
    answer = Answer(AnswerKind.CALCULATION, "", (), (calculation, other))
    assert ids.CHANGE_FACTS not in action_ids(answer, library)


def test_question_too_long_for_a_button_has_fewer_of_them(library: Library) -> None:
    answer = Answer(AnswerKind.NO_ANSWER, "没有规定。")
    assert action_ids(answer, library, asked=Asked("长" * 2000), is_private=True) == []


def test_answer_with_clauses_can_be_ruled_on_where_that_is_open(
    library: Library, citation: Citation
) -> None:
    answer = Answer(AnswerKind.CLAUSES, "", (citation, citation))
    (button,) = [
        element
        for block in buttons_below(answer, ASKED, library, False, can_be_ruled_on=True)
        for element in block["elements"]
        if element["action_id"] == ids.RULE
    ]
    subject = RulingSubject.from_value(button["value"])
    assert subject == RulingSubject("监督几天", (citation.quote.ref,))
    assert ids.RULE not in action_ids(answer, library)


def test_answer_without_clauses_has_nothing_to_rule_on(library: Library) -> None:
    answer = Answer(AnswerKind.NO_ANSWER, "没有规定。")
    shown = [*buttons_below(answer, ASKED, library, False, can_be_ruled_on=True)]
    assert ids.RULE not in str(shown)
