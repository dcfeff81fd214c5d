"""What is refused of the fees, and that the printed totals are the sums of their parts."""

import pytest

from calculators.fees import Component, FeeRequest, FeeRules, fee_rules, fees
from knowledge.errors import OutOfRange, RuleAbsent
from knowledge.library import Library


@pytest.fixture
def cnitsec(library: Library) -> FeeRules:
    return fee_rules("CNITSEC-CLOUD-1", library)


def test_printed_total_is_the_sum_of_its_parts(cnitsec: FeeRules) -> None:
    for charge in (cnitsec.first, cnitsec.renewal):
        assert charge
        assert charge.audit.value + charge.annuity.value == charge.total.value


@pytest.mark.parametrize(
    "request_",
    [
        FeeRequest(),
        FeeRequest(first=-1),
        FeeRequest(renewals=-1),
        FeeRequest(first=1, years=0),
    ],
)
def test_impossible_application_is_refused(request_: FeeRequest, cnitsec: FeeRules) -> None:
    with pytest.raises(OutOfRange):
        fees(cnitsec, request_)


def test_charges_without_an_amount_are_named_with_every_result(cnitsec: FeeRules) -> None:
    for request in (FeeRequest(first=1), FeeRequest(component=Component.DIFFERENCE)):
        found = fees(cnitsec, request)
        assert {"4.2 第2段", "9 3."} <= {quote.ref.number for quote in found.quotes}


def test_document_that_says_nothing_of_fees_is_absent(library: Library) -> None:
    with pytest.raises(RuleAbsent):
        fee_rules("ZQHX-ISMS-ITSMS", library)
