"""What a certificate is on a day, from its events and its expiry."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from calculators.obligations import Survey, status
from calculators.obligations.event import CertificateFacts
from calculators.obligations.event_kinds import Status

TB = "TB-GZ-036"
ISSUED = ("issued", "2025-03-15")
CASES = [
    ([], "2026-01-01", Status.NONE),
    ([("decided", "2025-03-01")], "2026-01-01", Status.NONE),
    ([ISSUED], "2025-03-14", Status.NONE),
    ([ISSUED], "2025-03-15", Status.VALID),
    ([ISSUED], "2028-03-14", Status.VALID),
    ([ISSUED], "2028-03-15", Status.EXPIRED),
    ([ISSUED, ("suspended", "2026-04-01")], "2026-03-31", Status.VALID),
    ([ISSUED, ("suspended", "2026-04-01")], "2026-04-01", Status.SUSPENDED),
    ([ISSUED, ("suspended", "2028-03-01")], "2028-03-15", Status.EXPIRED),
    ([ISSUED, ("suspended", "2026-04-01"), ("restored", "2026-05-01")], "2026-05-01", Status.VALID),
    ([ISSUED, ("withdrawn", "2026-04-01")], "2028-03-15", Status.WITHDRAWN),
    ([ISSUED, ("cancelled", "2026-04-01")], "2026-04-01", Status.CANCELLED),
    (
        [ISSUED, ("withdrawn", "2026-04-01"), ("restored", "2026-05-01")],
        "2026-06-01",
        Status.WITHDRAWN,
    ),
    (
        [ISSUED, ("withdrawn", "2026-04-01"), ("suspended", "2026-05-01")],
        "2026-06-01",
        Status.WITHDRAWN,
    ),
    ([ISSUED, ("withdrawn", "2026-04-01"), ("issued", "2027-05-01")], "2027-05-01", Status.VALID),
    ([("suspended", "2026-04-01")], "2026-05-01", Status.NONE),
    ([ISSUED, ("renewed", "2028-03-01")], "2028-03-15", Status.VALID),
    ([ISSUED, ("renewed", "2028-03-01")], "2031-03-14", Status.VALID),
    ([ISSUED, ("renewed", "2028-03-01")], "2031-03-15", Status.EXPIRED),
    ([ISSUED, ("renewed", "2028-06-01")], "2028-05-31", Status.EXPIRED),
    ([ISSUED, ("renewed", "2028-06-01")], "2028-06-01", Status.VALID),
    ([("issued", "2025-03-15", {"expires": date(2027, 1, 1)})], "2027-01-01", Status.VALID),
    ([("issued", "2025-03-15", {"expires": date(2027, 1, 1)})], "2027-01-02", Status.EXPIRED),
]


@pytest.mark.parametrize(("events", "day", "expected"), CASES)
def test_status_on_a_day(
    events: list[tuple[str, str]],
    day: str,
    expected: Status,
    certificate: Callable[..., CertificateFacts],
    surveyed: Callable[[CertificateFacts, date], Survey],
) -> None:
    assert surveyed(certificate(TB, *events), date.fromisoformat(day)).status is expected


def test_without_rules_only_a_printed_or_a_given_expiry_is_known(
    certificate: Callable[..., CertificateFacts],
) -> None:
    plain = certificate(TB, ISSUED)
    printed = certificate(TB, ("issued", "2025-03-15", {"expires": date(2027, 1, 1)}))
    day = date(2030, 1, 1)
    assert status(plain, day) is Status.VALID
    assert status(plain, day, expires=date(2028, 3, 14)) is Status.EXPIRED
    assert status(printed, day) is Status.EXPIRED


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], (None, None)),
        ([ISSUED], (date(2025, 3, 15), date(2028, 3, 14))),
        # Renewed in time: 10.2.1 2) the end of the cycle before and three years more.
        ([ISSUED, ("renewed", "2028-03-01")], (date(2028, 3, 1), date(2031, 3, 14))),
        # Renewed when even these three years are over: three years from the new issue.
        ([ISSUED, ("renewed", "2031-06-01")], (date(2031, 6, 1), date(2034, 5, 31))),
        ([ISSUED, ("issued", "2029-06-01")], (date(2029, 6, 1), date(2032, 5, 31))),
    ],
)
def test_survey_tells_the_days_of_the_last_certificate(
    events: list[tuple[str, str]],
    expected: tuple[date | None, date | None],
    certificate: Callable[..., CertificateFacts],
    surveyed: Callable[[CertificateFacts, date], Survey],
) -> None:
    found = surveyed(certificate(TB, *events), date(2035, 1, 1))
    assert (found.issued, found.expires) == expected


def test_a_document_without_validity_has_only_a_printed_expiry(
    certificate: Callable[..., CertificateFacts],
    surveyed: Callable[[CertificateFacts, date], Survey],
) -> None:
    found = surveyed(certificate("ZQHX-ISMS-ITSMS", ISSUED), date(2035, 1, 1))
    assert (found.status, found.expires) == (Status.VALID, None)
