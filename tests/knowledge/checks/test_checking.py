"""The checks over the five documents: they find what is on record, and little else."""

from __future__ import annotations

import pytest

from knowledge import ClauseRef, Library
from knowledge.checks import CHECKS, LABELS, Finding, check_document, is_found, records_of
from knowledge.errata import Errata, load_errata
from knowledge.errors import UnknownDocument
from knowledge.verbatim import compact

FALSE_ALARMS = {
    # 13.2 lists all records and 13.3 those that have to be signed: two lists on purpose.
    "TB-GZ-036": [("lists", "13.2")],
    "RLAC-CSSMS": [],
    "CNITSEC-CLOUD-1": [],
    "ZQHX-ISMS-ITSMS": [],
    "WAL-QP-21": [],
}
DOCUMENTS = sorted(FALSE_ALARMS)

Findings = dict[str, tuple[Finding, ...]]


@pytest.fixture(scope="module")
def findings(library: Library) -> Findings:
    return {document: check_document(library, document) for document in DOCUMENTS}


@pytest.fixture(scope="module")
def errata(library: Library) -> Errata:
    return load_errata(library)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_fault_that_a_check_is_said_to_find_is_found(
    findings: Findings, errata: Errata, document: str
) -> None:
    claimed = [one for one in errata.of_document(document) if one.found_by != "reading"]
    assert [one.id for one in claimed if not is_found(one, findings[document])] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_findings_that_are_no_fault_on_record_are_those_looked_at(
    findings: Findings, errata: Errata, document: str
) -> None:
    unknown = [one for one in findings[document] if not records_of(one, errata)]
    assert [(one.check, one.clauses[0].number) for one in unknown] == FALSE_ALARMS[document]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_words_of_every_finding_are_printed_in_its_clause(
    library: Library, findings: Findings, document: str
) -> None:
    for one in findings[document]:
        for ref, words in zip(one.clauses, one.words, strict=True):
            assert compact(words) in compact(library.quote(ref).text), one.sentence


def test_every_fault_is_found_by_a_check_that_exists_or_by_reading(errata: Errata) -> None:
    known = {"reading", *(f"check:{name}" for name in CHECKS)}
    assert {one.found_by for one in errata} <= known


def test_every_check_has_a_label_and_finds_something_in_the_five_documents(
    findings: Findings,
) -> None:
    assert set(LABELS) == set(CHECKS)
    assert {one.check for found in findings.values() for one in found} == set(CHECKS)


def test_findings_come_in_the_order_of_the_checks(findings: Findings) -> None:
    order = list(CHECKS)
    for found in findings.values():
        places = [order.index(one.check) for one in found]
        assert places == sorted(places)


def test_document_that_is_not_held_is_refused(library: Library) -> None:
    with pytest.raises(UnknownDocument, match="NO-SUCH"):
        check_document(library, "NO-SUCH")


def test_misprinted_band_is_found_with_the_number_that_was_meant(findings: Findings) -> None:
    first = findings["RLAC-CSSMS"][0]
    assert first.clauses[0] == ClauseRef("RLAC-CSSMS", "附录B 2451～4350")
    assert "疑为“3451～4350”" in first.sentence
