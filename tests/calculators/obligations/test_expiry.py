"""A printed expiry, a renewed one, and what is counted from them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from calculators.obligations import Survey
from calculators.obligations.event import CertificateFacts
from calculators.obligations.obligation import Obligation

TB, ZQHX = "TB-GZ-036", "ZQHX-ISMS-ITSMS"
ISSUED = ("issued", "2025-03-15")
Certificate = Callable[..., CertificateFacts]
Surveyed = Callable[[CertificateFacts, date], Survey]


def one(found: Survey, key: str) -> Obligation:
    return next(each for each in found.obligations if each.key == key)


def keys(found: Survey) -> set[str]:
    return {each.key for each in found.obligations}


def test_printed_expiry_is_told_as_a_step_and_doubted_where_it_is_too_late(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    late = certificate(TB, ("issued", "2025-03-15", {"expires": date(2028, 3, 18)}))
    found = one(surveyed(late, date(2028, 4, 1)), "certificate_expiry:1")
    assert found.due == date(2028, 3, 18)
    assert "证书写明有效期至 2028-03-18" in [each.text for each in found.calculation.steps]
    assert [each.value for each in found.calculation.alternatives] == [date(2028, 3, 14)]
    for words in ("晚于按规则计算的 2028-03-14", "周末", "已过 14 天"):
        assert any(words in each for each in found.calculation.warnings), words
    asked = one(surveyed(late, date(2028, 4, 1)), "recertification_completion:1")
    assert asked.calculation.steps[0].text == "证书写明有效期至 2028-03-18"


def test_printed_expiry_that_the_rules_give_too_needs_no_word(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    printed = certificate(TB, ("issued", "2025-03-15", {"expires": date(2028, 3, 14)}))
    plain = certificate(TB, ISSUED)
    today = date(2026, 1, 1)
    found = one(surveyed(printed, today), "certificate_expiry:1")
    assert found.calculation == one(surveyed(plain, today), "certificate_expiry:1").calculation


def test_renewed_expiry_is_derived_in_the_steps(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    facts = certificate(TB, ISSUED, ("renewed", "2028-03-01"))
    found = one(surveyed(facts, date(2028, 4, 1)), "recertification_completion:2").calculation
    assert found.steps[0].text == "证书到期日 2028-03-14 起 3 年"
    assert found.quotes[0].ref.number == "7.1.1 1)"
    assert "10.2.1 2)" in [each.ref.number for each in found.quotes]


def test_printed_expiry_is_counted_from_where_the_document_rules_none(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    facts = certificate(
        ZQHX,
        ("issued", "2025-03-15", {"expires": date(2026, 6, 30)}),
        ("surveillance_ended", "2025-06-30"),
    )
    assert "next_surveillance:2" not in keys(surveyed(facts, date(2025, 7, 1)))


def test_surveillance_that_a_short_certificate_does_not_reach_is_superseded(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    cases: list[tuple[date, set[str]]] = [
        (date(2026, 3, 15), set()),
        (date(2026, 3, 16), {"first_surveillance:1"}),
        (date(2027, 3, 15), {"first_surveillance:1"}),
        (date(2027, 3, 16), {"first_surveillance:1", "second_surveillance:1"}),
    ]
    for expires, left in cases:
        facts = certificate(TB, ("issued", "2025-03-15", {"expires": expires}))
        found = keys(surveyed(facts, date(2025, 6, 1)))
        assert found & {"first_surveillance:1", "second_surveillance:1"} == left
