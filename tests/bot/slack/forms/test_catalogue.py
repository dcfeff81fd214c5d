from __future__ import annotations

import pytest

from bot.playground.view_schema import parse_view
from bot.slack.asked import Asked
from bot.slack.forms.catalogue import Forms, forms_over
from knowledge.library import Library


@pytest.fixture
def forms(library: Library) -> Forms:
    return forms_over(library.documents)


def test_every_form_is_a_modal_that_slack_takes(forms: Forms) -> None:
    for form in forms.by_callback_id.values():
        view = parse_view(form.view("{}"), "modal")
        assert view["private_metadata"] == "{}"


def test_every_calculator_has_the_form_of_its_command(forms: Forms) -> None:
    assert set(forms.by_calculator.values()) <= set(forms.by_command.values())


def test_person_days_form_stands_for_a_question(forms: Forms) -> None:
    values = {
        "scheme": "TB-GZ-036",
        "audit_type": "surveillance",
        "headcount": "150",
        "reductions": "document_review,combined",
    }
    form = forms.by_command["/mandays"]
    assert form.faults(values) == {}
    assert form.asked(values) == Asked(
        "监督审核，有效人数150人，已做文件审核，与其他体系结合审核，要几个审核人日", "TB-GZ-036"
    )


def test_faults_are_named_by_the_block_that_shows_them(forms: Forms) -> None:
    faults = forms.by_command["/mandays"].faults({"headcount": "0", "scheme": "TB-GZ-036"})
    assert faults == {
        "facts:audit_type": "这一项必须填写。",
        "facts:headcount": "请写 1 到 1000000 之间的整数，例如 120。",
    }


@pytest.mark.parametrize(
    ("what", "earlier", "later", "name"),
    [
        ("0", "issue_date", "last_surveillance_date", "证书签发日"),
        ("0", "issue_date", "expiry_date", "证书签发日"),
        ("7", "stage_1_end", "stage_2_end", "第一阶段审核结束日"),
    ],
)
def test_dates_stand_in_their_order(
    forms: Forms, what: str, earlier: str, later: str, name: str
) -> None:
    values = {"scheme": "TB-GZ-036", "what": what, earlier: "2026-03-08", later: "2026-03-07"}
    form = forms.by_command["/deadline"]
    assert form.faults(values) == {f"facts:{later}": f"不能早于{name}。"}
    assert form.faults(values | {later: "2026-03-08"}) == {}


def test_deadline_wants_a_date_that_it_counts_from(forms: Forms) -> None:
    values = {"scheme": "TB-GZ-036", "what": "6", "issue_date": "2026-03-08"}
    assert forms.by_command["/deadline"].faults(values) == {
        "facts:stage_1_end": "这个问题要从第一阶段审核结束日算起，请填一个。"
    }


def test_dates_that_do_not_bear_on_the_question_are_not_said(forms: Forms) -> None:
    values = {
        "scheme": "TB-GZ-036",
        "what": "2",
        "issue_date": "2026-03-08",
        "stage_1_end": "2026-01-08",
    }
    asked = forms.by_command["/deadline"].asked(values)
    assert asked.text == "证书哪天到期，证书2026-03-08签发"


def test_comparison_is_over_all_schemes(forms: Forms) -> None:
    asked = forms.by_command["/compare"].asked({"words": "暂停最长多久"})
    assert asked == Asked("暂停最长多久，各家比一下", over_all=True)
