from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.playground.view_schema import parse_view
from bot.slack.forms.ruling import CLAUSE, FIRST, WITHDRAWN, WORDS, clause_chosen, ruling_form
from bot.slack.rulings import Ruling, RulingSubject
from knowledge.clause import ClauseRef

ROUNDING = ClauseRef("TB-GZ-036", "5.4.4 2)")
RATIO = ClauseRef("TB-GZ-036", "6.2.2")
SUBJECT = RulingSubject("修约怎么算", (ROUNDING, RATIO))
MADE = Ruling(ROUNDING, "", "按半天" * 100, "问", "U1", "张总", date(2026, 11, 24), 7)


def test_form_is_a_modal_that_slack_takes_however_many_rulings_there_are() -> None:
    made = [replace(MADE, number=number) for number in range(30)]
    for form in (ruling_form(SUBJECT, []), ruling_form(SUBJECT, made)):
        assert parse_view(form.view("{}", {CLAUSE: FIRST}), "modal")


def test_clause_is_the_one_chosen() -> None:
    assert clause_chosen({CLAUSE: "1"}, SUBJECT) == RATIO


def test_first_ruling_needs_words() -> None:
    faults = ruling_form(SUBJECT, []).faults({CLAUSE: FIRST})
    assert faults == {"facts:words": "这一项必须填写。"}


def test_where_there_are_rulings_words_or_one_withdrawn_will_do() -> None:
    form = ruling_form(SUBJECT, [MADE])
    assert form.faults({CLAUSE: FIRST}) == {"facts:words": "这一项必须填写。"}
    assert form.faults({CLAUSE: FIRST, WORDS: "按一天"}) == {}
    assert form.faults({CLAUSE: FIRST, WITHDRAWN: "7"}) == {}
    assert form.faults({CLAUSE: FIRST, WITHDRAWN: "8"}) == {
        "facts:withdrawn": "请从列出的选项里选。"
    }
