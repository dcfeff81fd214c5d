"""Which findings are faults on record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge import ClauseRef, Library
from knowledge.checks import Finding, is_found, records_of
from knowledge.errata import Errata, Erratum, load_errata

REF = ClauseRef("TB-GZ-036", "6.1.1 3)")
FOUND = Finding("references", "TB-GZ-036", (REF,), ("按10.4.1条暂停",), "引用的 10.4.1 不存在。")


@pytest.fixture(scope="module")
def errata(library: Library) -> Errata:
    return load_errata(library)


def _one(errata: Errata, name: str) -> Erratum:
    return next(erratum for erratum in errata if erratum.id == name)


def test_finding_with_words_of_a_fault_in_its_clause_is_that_fault(errata: Errata) -> None:
    assert [one.id for one in records_of(FOUND, errata)] == ["TB-reference-10.4.1"]


@pytest.mark.parametrize(
    "other",
    [
        replace(FOUND, check="periods"),
        replace(FOUND, clauses=(ClauseRef("TB-GZ-036", "6.1.1 2)"),)),
        replace(FOUND, words=("每年按计划",)),
    ],
)
def test_finding_of_another_check_clause_or_words_is_not_on_record(
    errata: Errata, other: Finding
) -> None:
    assert records_of(other, errata) == ()


def test_fault_of_several_places_is_found_only_with_all_of_them(errata: Errata) -> None:
    fault = _one(errata, "TB-rules-not-listed")
    shown = [
        Finding("forms", "TB-GZ-036", (quote.ref,), (quote.text,), "不在清单里。")
        for quote in fault.printed
    ]
    assert is_found(fault, shown)
    assert not is_found(fault, shown[:1])


def test_fault_found_by_reading_is_found_by_no_check(errata: Errata) -> None:
    assert not is_found(_one(errata, "TB-stray-words"), [FOUND])
