"""What every headcount of a range would take."""

from fractions import Fraction

import pytest

from calculators.audit_types import AuditType, RiskLevel
from calculators.headcount import PartTime
from calculators.headcount_ranges import Stretch, over_headcounts
from calculators.person_day_request import PersonDayRequest
from calculators.person_day_rules import PersonDayRules, person_day_rules
from calculators.person_days import person_days
from knowledge.library import Library

INITIAL = PersonDayRequest(AuditType.INITIAL, risk=RiskLevel.MEDIUM)


@pytest.fixture
def tb(library: Library) -> PersonDayRules:
    return person_day_rules("TB-GZ-036", library)


def test_range_over_several_rows_has_a_stretch_for_each(tb: PersonDayRules) -> None:
    # 86-125 → 7；126-175 → 8；176-275 → 9
    assert over_headcounts(tb, INITIAL, 100, 200) == (
        Stretch(100, 125, Fraction(7)),
        Stretch(126, 175, Fraction(8)),
        Stretch(176, 200, Fraction(9)),
    )


def test_range_within_a_row_is_one_stretch(tb: PersonDayRules) -> None:
    assert over_headcounts(tb, INITIAL, 90, 125) == (Stretch(90, 125, Fraction(7)),)


def test_rows_with_the_same_result_are_joined(tb: PersonDayRules) -> None:
    # 监督 1/3：5 → 1.67 → 2；6 → 2，同为 2
    request = PersonDayRequest(AuditType.SURVEILLANCE, risk=RiskLevel.MEDIUM)
    assert over_headcounts(tb, request, 46, 85) == (Stretch(46, 85, Fraction(2)),)


def test_part_timers_move_the_edges(tb: PersonDayRules) -> None:
    # 20 个半天的兼职算 10 人：115 + 10 = 125
    part_time = (PartTime(20, Fraction(1, 2)),)
    request = PersonDayRequest(AuditType.INITIAL, risk=RiskLevel.MEDIUM, part_time=part_time)
    found = over_headcounts(tb, request, 110, 120)
    assert [(each.first, each.last) for each in found] == [(110, 115), (116, 120)]


def test_range_beyond_the_last_row_ends_with_the_result_of_its_end(tb: PersonDayRules) -> None:
    request = PersonDayRequest(AuditType.INITIAL, 13000, risk=RiskLevel.MEDIUM)
    found = over_headcounts(tb, INITIAL, 10000, 13000)
    assert [(each.first, each.last) for each in found] == [(10000, 10700), (10701, 13000)]
    assert found[-1].value == person_days(tb, request).value
