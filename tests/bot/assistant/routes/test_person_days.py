"""What would be with other facts, beside a result of person-days."""

from __future__ import annotations

import pytest

from bot.assistant.figures import as_words
from bot.assistant.routes.person_days import PersonDayRoute
from bot.assistant.rulebooks import Rulebooks
from tests.bot.assistant.conftest import TODAY, Read


@pytest.fixture(scope="module")
def route(rulebooks: Rulebooks) -> PersonDayRoute:
    return PersonDayRoute(rulebooks.person_days)


def variations(words: str, document: str, route: PersonDayRoute, read: Read) -> dict[str, str]:
    found = route.attempt(read(words), document, TODAY).variations
    return {each.label: as_words(each.value) for each in found}


def test_neighbouring_bands_risks_and_reductions_are_shown(
    route: PersonDayRoute, read: Read
) -> None:
    # 8 × 1.1 = 8.8 → 9；7.7 → 7.5；9.9 → 10；7.2 → 7.5；8；高风险减 30%：8.8 − 2.64 = 6.16 → 6.5
    assert variations("150人，高风险，初审几个人天", "TB-GZ-036", route, read) == {
        "降到 125 人": "8",
        "增到 176 人": "10",
        "低风险": "7.5",
        "中风险": "8",
        "减到允许的最少": "6.5",
    }


def test_other_risks_are_left_to_the_readings_where_the_risk_is_unknown(
    route: PersonDayRoute, read: Read
) -> None:
    found = variations("150人初审几个人天", "TB-GZ-036", route, read)
    assert found.keys() == {"降到 125 人", "增到 176 人", "减到允许的最少"}


def test_edge_that_changes_nothing_is_shown_as_the_same(route: PersonDayRoute, read: Read) -> None:
    # 86-125 人：7 × 1.1 / 3 = 2.57 → 3，与 8 × 1.1 / 3 = 2.93 → 3 相同
    asked = read("150人，高风险，监督几个人天")
    lower, upper = route.attempt(asked, "TB-GZ-036", TODAY).variations[:2]
    assert (lower.label, lower.is_same) == ("降到 125 人", True)
    assert (upper.label, upper.is_same) == ("增到 176 人", False)


def test_risk_that_changes_nothing_is_left_out(route: PersonDayRoute, read: Read) -> None:
    # 8 / 3 = 2.67 → 2.5，再不低于 1/3 → 3，与高风险相同
    assert "中风险" not in variations("150人，高风险，监督几个人天", "TB-GZ-036", route, read)


@pytest.mark.parametrize(
    ("words", "document"),
    [
        ("150人和200人，高风险，初审分别几个人天", "TB-GZ-036"),  # two results
        ("初审10人天，监督几个人天", "TB-GZ-036"),  # no headcount
        ("150人，高风险，初审现场至少几个人天", "TB-GZ-036"),  # a share of the time
        ("150人要几个人天", "TB-GZ-036"),  # the audit is not known
        ("150人初审几个人天", "WAL-QP-21"),  # no table
    ],
)
def test_nothing_is_varied_where_a_headcount_does_not_decide_one_result(
    words: str, document: str, route: PersonDayRoute, read: Read
) -> None:
    assert variations(words, document, route, read) == {}


@pytest.mark.parametrize(
    ("words", "applies"),
    [
        ("150人初审几个人天", True),
        ("150人 监督", True),
        ("初审几个人天", True),
        ("人天怎么算", False),
        ("150人的公司，监督哪些内容", False),
        ("150人的公司，2026-03-01监督的，下次哪天", False),
    ],
)
def test_questions_that_want_person_days(
    words: str, applies: bool, route: PersonDayRoute, read: Read
) -> None:
    assert route.applies(read(words)) is applies


def test_documents_with_a_table_may_be_asked(route: PersonDayRoute) -> None:
    assert route.documents() == ("TB-GZ-036", "RLAC-CSSMS")


def test_rough_headcount_shows_what_the_others_that_may_be_meant_would_take(
    route: PersonDayRoute, read: Read
) -> None:
    (found,) = route.attempt(
        read("100到200人，中风险，初审几个人天"), "TB-GZ-036", TODAY
    ).calculations
    assert as_words(found.value) == "9"
    assert {each.why: as_words(each.value) for each in found.alternatives} == {
        "人数若为 100～125 人": "7",
        "人数若为 126～175 人": "8",
    }
    assert found.warnings[0] == (
        "“100到200”不是确切人数，按 200 人计算；在 100～200 人之间结果会变，"
        "见其他读法；说出确切人数可以重算。"
    )


def test_rough_headcount_within_one_band_says_that_the_result_stays(
    route: PersonDayRoute, read: Read
) -> None:
    (found,) = route.attempt(
        read("不到100人，中风险，初审几个人天"), "TB-GZ-036", TODAY
    ).calculations
    assert found.inputs["headcount"] == 99
    assert found.alternatives == ()
    assert found.warnings[0] == ("“不到100”不是确切人数，按 99 人计算；在 90～99 人之间结果不变。")


def test_rough_headcount_is_warned_of_beside_every_kind_of_audit(
    route: PersonDayRoute, read: Read
) -> None:
    found = route.attempt(read("三百多人，要几个人天"), "TB-GZ-036", TODAY).calculations
    assert len(found) == 3
    assert all("三百多" in each.warnings[0] for each in found)


def test_exact_headcount_gives_no_warning(route: PersonDayRoute, read: Read) -> None:
    (found,) = route.attempt(read("200人，中风险，初审几个人天"), "TB-GZ-036", TODAY).calculations
    assert found.warnings == ()


def test_week_of_the_audit_is_no_date_that_something_is_due(
    route: PersonDayRoute, read: Read
) -> None:
    assert route.applies(read("下周监督，150人"))


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        (
            "150人，高风险和低风险初审分别几个人天",
            ["初次认证审核人日（高风险）", "初次认证审核人日（低风险）"],
        ),
        (
            "150人，高中低风险初审各几个人天",
            [f"初次认证审核人日（{risk}风险）" for risk in "高中低"],
        ),
        ("80人和120人初审各几个人天", [f"初次认证审核人日（{count} 人）" for count in (80, 120)]),
        ("150人，原来低风险，现在高风险，初审几个人天", ["初次认证审核人日"]),
        ("150人，不是低风险，是高风险，初审几个人天", ["初次认证审核人日"]),
        ("150人，初审和监督各几个人天", ["初次认证审核人日", "监督审核人日"]),
    ],
)
def test_each_case_that_is_named_is_computed_and_told_from_the_others(
    words: str, labels: list[str], route: PersonDayRoute, read: Read
) -> None:
    found = route.attempt(read(words), "TB-GZ-036", TODAY).calculations
    assert [each.label for each in found] == labels


@pytest.mark.parametrize("words", ["腾标监督要几个人日", "RLAC换证要几天", "腾标现场审核要几天"])
def test_days_of_an_audit_are_for_this_route(words: str, route: PersonDayRoute, read: Read) -> None:
    assert route.applies(read(words))


@pytest.mark.parametrize(
    "words",
    ["腾标恢复审核要几个人日", "RLAC的证书发下来要几天", "每人天几千"],
)
def test_days_that_no_table_is_for_are_left_to_the_clauses(
    words: str, route: PersonDayRoute, read: Read
) -> None:
    assert not route.applies(read(words))


def test_document_that_has_no_rule_for_the_audit_says_nothing(
    route: PersonDayRoute, read: Read
) -> None:
    asked = read("扩大范围审核要几个人日")
    assert not route.attempt(asked, "TB-GZ-036", TODAY).says_something
    assert route.attempt(asked, "WAL-QP-21", TODAY).absent
