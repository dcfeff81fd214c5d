"""Which audit a nonconformity belongs to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from calculators.obligations import Survey
from calculators.obligations.event import CertificateFacts

TB = "TB-GZ-036"
ISSUED = ("issued", "2025-03-15")
Certificate = Callable[..., CertificateFacts]
Surveyed = Callable[[CertificateFacts, date], Survey]


def keys(found: Survey) -> set[str]:
    return {each.key for each in found.obligations}


@pytest.mark.parametrize(
    ("events", "rules"),
    [
        # Before any certificate: the initial audit.
        ([("nonconformity_raised", "2025-01-10")], {"initial_major_nonconformity"}),
        # No audit near: the certificate stands, so surveillance.
        (
            [ISSUED, ("nonconformity_raised", "2026-01-10")],
            {"surveillance_major_nonconformity"},
        ),
        (
            [
                ISSUED,
                ("recertification_ended", "2028-01-10"),
                ("nonconformity_raised", "2028-01-10"),
            ],
            {"recertification_nonconformity"},
        ),
        # Of a type that no rule is about.
        (
            [ISSUED, ("nonconformity_raised", "2026-01-10", {"audit_type": "special"})],
            set(),
        ),
    ],
)
def test_nonconformity_belongs_to_the_nearest_audit(
    events: list[tuple[str, str]],
    rules: set[str],
    certificate: Certificate,
    surveyed: Surveyed,
) -> None:
    found = surveyed(certificate(TB, *events), date(2028, 2, 1))
    assert {key.split(":")[0] for key in keys(found) if "nonconformity" in key} == rules
