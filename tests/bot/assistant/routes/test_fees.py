"""Which amounts are charges that a document states."""

from __future__ import annotations

import pytest

from bot.assistant.routes.fees import FeeRoute
from bot.assistant.rulebooks import Rulebooks
from tests.bot.assistant.conftest import TODAY, Read

CENTRE = "CNITSEC-CLOUD-1"


@pytest.fixture(scope="module")
def route(rulebooks: Rulebooks) -> FeeRoute:
    return FeeRoute(rulebooks.fees)


def test_what_is_charged_for_an_application_is_computed(route: FeeRoute, read: Read) -> None:
    asked = read("测评中心一级首次申请一共多少钱")
    assert route.applies(asked)
    assert route.attempt(asked, CENTRE, TODAY).calculations


@pytest.mark.parametrize("words", ["注册资金至少多少万才能申请", "近三年合同总额一共多少"])
def test_what_a_company_has_is_no_charge(words: str, route: FeeRoute, read: Read) -> None:
    assert not route.applies(read(words))


@pytest.mark.parametrize(
    "words", ["审核费能打折吗，一共多少钱", "年金几张票，费用多少", "考一个证多少钱"]
)
def test_terms_of_payment_have_no_amount(words: str, route: FeeRoute, read: Read) -> None:
    found = route.attempt(read(words), CENTRE, TODAY)
    assert found.absent
    assert not found.calculations
