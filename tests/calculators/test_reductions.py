"""What a document without a limit or a table refuses."""

import pytest

from calculators.audit_types import AuditType
from calculators.derivation import Derivation
from calculators.initial_time import initial_time
from calculators.person_day_request import PersonDayRequest, Reduction
from calculators.person_day_rules import PersonDayRules, person_day_rules
from calculators.reductions import shares_of, with_least_shares
from knowledge.errors import RuleAbsent
from knowledge.library import Library


@pytest.fixture
def wal(library: Library) -> PersonDayRules:
    return person_day_rules("WAL-QP-21", library)


def test_reduction_is_absent_without_a_limit(wal: PersonDayRules) -> None:
    with pytest.raises(RuleAbsent, match="审核时间的减少"):
        shares_of(wal, (Reduction(),), Derivation())


def test_initial_time_is_absent_without_a_table(wal: PersonDayRules) -> None:
    with pytest.raises(RuleAbsent, match="计算表"):
        initial_time(wal, PersonDayRequest(AuditType.INITIAL, 100), Derivation())


def test_step_names_the_share_that_is_left_after_the_limit(library: Library) -> None:
    rules = person_day_rules("RLAC-CSSMS", library)
    asked = (Reduction("combined"), Reduction("document_review"))
    request = PersonDayRequest(AuditType.INITIAL, 275, reductions=asked)
    derivation = Derivation()
    initial_time(rules, request, derivation)
    assert derivation.steps[-1].text.startswith("14 减 30%，得 9.8")


def test_no_reduction_asked_for_is_none_applied(wal: PersonDayRules) -> None:
    assert shares_of(wal, (), Derivation()) == []
    assert with_least_shares(wal, (Reduction(),)) == (Reduction(),)
