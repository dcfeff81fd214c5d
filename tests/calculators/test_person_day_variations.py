"""Break points, what-if, and the most people for so many person-days."""

from fractions import Fraction

import pytest

from calculators.audit_types import AuditType, RiskLevel
from calculators.calculation import Value
from calculators.headcount import PartTime
from calculators.person_day_request import PersonDayRequest
from calculators.person_day_rules import PersonDayRules, person_day_rules
from calculators.person_day_variations import (
    Variation,
    break_points,
    largest_headcount,
    what_if,
)
from knowledge.errors import MissingInput, OutOfRange, RuleAbsent
from knowledge.library import Library


@pytest.fixture
def tb(library: Library) -> PersonDayRules:
    return person_day_rules("TB-GZ-036", library)


@pytest.fixture
def rlac(library: Library) -> PersonDayRules:
    return person_day_rules("RLAC-CSSMS", library)


def values(found: tuple[Variation, ...]) -> dict[str, Value]:
    return {each.label: each.value for each in found}


def test_break_points_are_the_neighbouring_bands(tb: PersonDayRules) -> None:
    # 126-175 → 8；125 人 → 7；176 人 → 9
    request = PersonDayRequest(AuditType.INITIAL, 150)
    assert values(break_points(tb, request)) == {"降到 125 人": 7, "增到 176 人": 9}


def test_first_band_has_only_an_upper_break_point(tb: PersonDayRules) -> None:
    assert values(break_points(tb, PersonDayRequest(AuditType.INITIAL, 3))) == {"增到 16 人": 3}


def test_beyond_the_last_band_only_the_lower_break_point_is_known(tb: PersonDayRules) -> None:
    request = PersonDayRequest(AuditType.INITIAL, 11000)
    assert values(break_points(tb, request)) == {"降到 10700 人": 22}


def test_break_points_count_part_time_people_as_equivalents(tb: PersonDayRules) -> None:
    # 100 + 40/2 = 120 人，86-125 档
    request = PersonDayRequest(AuditType.INITIAL, 100, part_time=(PartTime(40, Fraction(1, 2)),))
    assert values(break_points(tb, request)) == {"降到 85 人": 6, "增到 126 人": 8}


def test_break_points_need_a_headcount(tb: PersonDayRules) -> None:
    with pytest.raises(MissingInput):
        break_points(tb, PersonDayRequest(AuditType.INITIAL))


def test_what_if_shows_the_other_risks_and_the_largest_reduction(tb: PersonDayRules) -> None:
    # 8 × 0.9 = 7.2 → 7.5；8 × 1.1 = 8.8 → 9；8 × 0.7 = 5.6 → 6
    request = PersonDayRequest(AuditType.INITIAL, 150, risk=RiskLevel.MEDIUM)
    assert values(what_if(tb, request)) == {
        "低风险": Fraction(15, 2),
        "高风险": 9,
        "减到允许的最少": 6,
    }


def test_what_if_shows_each_reduction_that_the_document_names(rlac: PersonDayRules) -> None:
    # 14 × 0.7；14 × 0.7～0.8；14 × 0.8
    found = what_if(rlac, PersonDayRequest(AuditType.INITIAL, 200))
    low, high = Fraction("9.8"), Fraction("11.2")
    assert [each.value for each in found] == [low, (low, high), high]


def test_largest_headcount_within_the_days(tb: PersonDayRules) -> None:
    # 46-65 → 5；66 人起 6
    request = PersonDayRequest(AuditType.INITIAL, risk=RiskLevel.MEDIUM)
    found = largest_headcount(tb, request, Fraction(5))
    assert (found.value, found.unit) == (Fraction(65), "人")
    assert found.quotes[0].ref.number == "附录A 46-65"


def test_largest_headcount_of_the_last_band_says_that_more_is_extrapolated(
    tb: PersonDayRules,
) -> None:
    request = PersonDayRequest(AuditType.INITIAL, risk=RiskLevel.MEDIUM)
    assert largest_headcount(tb, request, Fraction(22)).value == 10700


def test_largest_headcount_is_refused_where_even_one_person_needs_more(
    tb: PersonDayRules,
) -> None:
    with pytest.raises(OutOfRange, match="最小的一档"):
        largest_headcount(tb, PersonDayRequest(AuditType.INITIAL), Fraction(2))


def test_largest_headcount_is_absent_without_a_table(library: Library) -> None:
    with pytest.raises(RuleAbsent):
        largest_headcount(
            person_day_rules("WAL-QP-21", library),
            PersonDayRequest(AuditType.INITIAL),
            Fraction(9),
        )
