"""Impossible teams are refused."""

from fractions import Fraction

import pytest

from calculators.audit_time import TeamTime, counted_audit_time
from calculators.person_day_rules import person_day_rules
from knowledge.errors import OutOfRange
from knowledge.library import Library


@pytest.mark.parametrize(
    "team",
    [
        TeamTime(auditors=0, days=Fraction(1)),
        TeamTime(auditors=1, days=Fraction(-1)),
        TeamTime(auditors=1, days=Fraction(1), experts=-1),
        TeamTime(auditors=1, days=Fraction(1), hours=Fraction(0)),
        TeamTime(auditors=1, days=Fraction(1), travel=Fraction(-1)),
        TeamTime(auditors=1, days=Fraction(1), off_site=Fraction(-1)),
    ],
)
def test_impossible_team_is_refused(team: TeamTime, library: Library) -> None:
    with pytest.raises(OutOfRange):
        counted_audit_time(person_day_rules("TB-GZ-036", library), team)


def test_team_that_spends_nothing_counts_nothing(library: Library) -> None:
    team = TeamTime(auditors=1, days=Fraction(0))
    assert counted_audit_time(person_day_rules("TB-GZ-036", library), team).value == 0
