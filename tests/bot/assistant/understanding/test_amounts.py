from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.understanding.amounts import Amounts, PartTime, find_amounts
from bot.assistant.understanding.cues import bundled_cues


def amounts(text: str) -> Amounts:
    return find_amounts(text, bundled_cues())


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("我们35个人", [35]),
        ("客户一共260号人", [260]),
        ("210名员工", [210]),
        ("公司两百一十人", [210]),
        ("员工总数：77", [77]),
        ("员工数：77", [77]),
        ("有效人数是77", [77]),
        ("人数大概 77", [77]),
        ("规模300", [300]),
        ("全职55", [55]),
        ("55个全职", [55]),
        ("在岗的人90来个", []),
        ("90来个在岗的人", [90]),
        ("staff of 40 people", [40]),
        ("1.5万人", [15_000]),
        ("40人和75人各要几天", [40, 75]),
        ("40、75、110人各要几天", [40, 75, 110]),
        ("去年70人，今年变成95", [70, 95]),
        ("70到95人", [95]),
        ("0人", [0]),
        ("-3个人", [-3]),
        ("负8人", [-8]),
        ("12-15人", [15]),
        ("三个场所共210人", [210]),
    ],
)
def test_people_are_counted(text: str, people: list[int]) -> None:
    assert list(amounts(text).headcounts) == people


@pytest.mark.parametrize(
    ("text", "full_time", "part_time"),
    [
        ("60个全职，20个兼职", [60], [(20, None)]),
        ("全职60，兼职20（每天4小时）", [60], [(20, "1/2")]),
        ("全职60人，还有20个半天班", [60], [(20, "1/2")]),
        ("60个全职20个兼职", [60], [(20, None)]),
        ("60全职20兼职", [60], [(20, None)]),
        ("全职60人兼职20人", [60], [(20, None)]),
        ("全职60个里20个兼职", [60], [(20, None)]),
        ("六十个全职二十个兼职", [60], [(20, None)]),
        ("90人，其中20个兼职，每天干2小时", [70], [(20, "1/4")]),
        ("90人，里面有20个做半天的小时工", [70], [(20, "1/2")]),
        ("20个兼职，一周来3天", [], [(20, "3/5")]),
        ("20个兼职，每天四个半小时", [], [(20, "9/16")]),
        ("临时工20人按30%折算", [], [(20, "3/10")]),
        ("20个季节工折0.25", [], [(20, "1/4")]),
        ("外包人员12个，兼职0人", [], [(12, None), (0, None)]),
        ("正式员工60", [60], []),
        ("60人，没有兼职", [60], []),
    ],
)
def test_part_timers_are_told_from_full_time_people(
    text: str, full_time: list[int], part_time: list[tuple[int, str | None]]
) -> None:
    found = amounts(text)
    assert list(found.headcounts) == full_time
    groups = [(each.people, each.share and str(each.share)) for each in found.part_time]
    assert groups == part_time


@pytest.mark.parametrize("text", ["20个兼职，一周来3天", "兼职20人，一天4小时"])
def test_working_time_of_part_timers_is_nothing_else(text: str) -> None:
    found = amounts(text)
    assert (found.person_days, found.unclaimed) == ((), ())


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("14个相似场所", [14]),
        ("六家门店", [6]),
        ("门店一共有9家", [9]),
        ("场所数：3", [3]),
        ("2个数据中心，4处办公地点", [2, 4]),
        ("8个业务都一样的分店", [8]),
        ("分公司5个，每个20人", [5]),
        ("场所60个人", []),
        ("场所1.5个", []),
    ],
)
def test_sites_are_counted(text: str, sites: list[int]) -> None:
    assert list(amounts(text).site_counts) == sites


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("初审9人天", [("9", "初审9人天")]),
        ("初审是6.5个人日，监督呢", [("13/2", "初审是6.5个人日")]),
        ("单独审要4、6、8人天", [("4", "单独审要4"), ("6", "6"), ("8", "8人天")]),
        ("两个半人天", [("5/2", "两个半人天")]),
        ("查表12md", [("12", "查表12md")]),
        ("一共5天", [("5", "一共5天")]),
        ("30天内", []),
        ("提前5天之前", []),
    ],
)
def test_person_days_keep_the_words_around_them(text: str, days: list[tuple[str, str]]) -> None:
    assert [(str(each.days), each.words) for each in amounts(text).person_days] == days


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("最多减两成", ["1/5"]),
        ("减15%再减1/10", ["3/20", "1/10"]),
        ("砍掉一半", ["1/2"]),
        ("打八折", []),
    ],
)
def test_shares_are_kept_as_fractions(text: str, shares: list[str]) -> None:
    assert [str(share) for share in amounts(text).shares] == shares


@pytest.mark.parametrize(
    ("text", "hours", "auditors"),
    [
        ("客户每天只上6小时班", Fraction(6), None),
        ("一天干七个半小时", Fraction(15, 2), None),
        ("派2个审核员去", None, 2),
        ("三个人一起审", None, 3),
        ("20个人一起审", None, None),
        ("兼职20人每天4小时", None, None),
    ],
)
def test_working_day_and_team_are_not_taken_for_people(
    text: str, hours: Fraction | None, auditors: int | None
) -> None:
    found = amounts(text)
    assert (found.daily_hours, found.auditors) == (hours, auditors)


@pytest.mark.parametrize("text", ["派2个审核员去", "4名CISP", "审核组3人", "专家2名"])
def test_auditors_and_experts_are_no_headcount(text: str) -> None:
    assert amounts(text).headcounts == ()


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("监督，120，高风险", [120]),
        ("监督 120 几个人天", [120]),
        ("120初审", [120]),
        ("那120呢", [120]),
        ("TB-GZ-036监督", []),
        ("ISO 27017监督", []),
        ("QP-21，", []),
        ("三年 监督", []),
        ("监督一次要几天", []),
        ("2个体系", []),
        ("12个月", []),
        ("15个工作日", []),
        ("注册资金200万元", []),
        ("监督 2.5", []),
    ],
)
def test_only_numbers_that_nothing_explains_are_unclaimed(text: str, alone: list[int]) -> None:
    assert [number.value for number in amounts(text).unclaimed] == alone


@pytest.mark.parametrize(
    "text",
    ["5.4.4 2)怎么算", "10.3.1第7条", "附录A注4", "第5条", "4.1.2.6.2", "一样的，一起审", "第二次"],
)
def test_clause_numbers_and_idioms_count_nothing(text: str) -> None:
    assert amounts(text) == Amounts()


def test_row_of_a_table_counts_nothing_but_people_beside_a_clause_do() -> None:
    assert amounts("第5条，30人").headcounts == (30,)


@pytest.mark.parametrize("text", ["四十多人", "百来人", "七八个人", "30人和五十来人"])
def test_rough_headcount_is_marked(text: str) -> None:
    assert amounts(text).rough


def test_exact_headcount_is_not_marked() -> None:
    assert not amounts("40人，减三成多").rough


def test_stretches_that_are_taken_count_nothing() -> None:
    text = "9001、40人"
    assert amounts(text).headcounts == (9001, 40)
    assert find_amounts(text, bundled_cues(), [(0, 4)]).headcounts == (40,)


WORDS = (
    "人员工兼职全个名每天小时周其中场所门店审核现减成半百分之万、，和+-负0123456789.一二三十百%/"
)


@given(st.text(WORDS) | st.text())
def test_arbitrary_text_never_raises_and_counts_only_its_own_numbers(text: str) -> None:
    found = amounts(text)
    assert all(group.share is None or group.share >= 0 for group in found.part_time)
    assert all(0 <= number.start < number.end <= len(text) for number in found.unclaimed)


@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_two_headcounts_are_kept_in_order(first: int, second: int) -> None:
    assert amounts(f"{first}人和{second}个员工").headcounts == (first, second)


@given(st.integers(1, 500), st.integers(1, 8))
def test_part_timers_work_their_hours_of_eight(people: int, hours: int) -> None:
    (group,) = amounts(f"{people}个兼职，每天{hours}小时").part_time
    assert group == PartTime(people, Fraction(hours, 8))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("三班倒，每班45人", [135]),
        ("两班制每班30人，后勤还有15人", [75]),
        ("车间80人，另有12人在总部", [92]),
        ("甲公司80人，另外乙公司60人，各要几天", [80, 60]),
        ("原来80人，今年又招了12人", [92]),
        ("总部80人，分公司5个每个20人", [180]),
        ("总部80人，3家分店各20人", [140]),
        ("3家分店每店20人", [60]),
        ("总部80人，北京分公司20人，上海分公司15人", [115]),
        ("总部80人、分公司20人分别要几天", [80, 20]),
        ("80人或者20人", [80, 20]),
        ("甲80人，乙的分公司20人", [80, 20]),
        ("人不多，就9个", [9]),
        ("100到200人", [200]),
        ("100人到200人", [200]),
        ("从100人涨到200人", [100, 200]),
        ("不到100人", [99]),
        ("两班倒，每班三四十人", [80]),
        ("总部八十多人，分公司20人", [100]),
    ],
)
def test_people_of_shifts_and_those_that_come_on_top(text: str, people: list[int]) -> None:
    assert list(amounts(text).headcounts) == people
