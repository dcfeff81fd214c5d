"""Beyond the last row: where each extrapolated row ends, in both readings."""

import pytest

from calculators.audit_time_table import even_steps, growing_steps
from calculators.person_day_rules import PersonDayRules, person_day_rules
from knowledge.library import Library


@pytest.fixture
def tb(library: Library) -> PersonDayRules:
    return person_day_rules("TB-GZ-036", library)


# 10700 × 10700/8500 = 13469.4…；13469 × 10700/8500 = 16955.0…
@pytest.mark.parametrize(
    ("people", "steps"), [(10701, 1), (13469, 1), (13470, 2), (16955, 2), (16956, 3)]
)
def test_rows_grow_as_the_last_one_did(people: int, steps: int, tb: PersonDayRules) -> None:
    assert growing_steps(tb.bands, people) == steps


# 10700 + 2200 = 12900
@pytest.mark.parametrize(("people", "steps"), [(10701, 1), (12900, 1), (12901, 2)])
def test_rows_of_equal_width_are_as_wide_as_the_last(
    people: int, steps: int, tb: PersonDayRules
) -> None:
    assert even_steps(tb.bands, people) == steps
