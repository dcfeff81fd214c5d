"""Every finding that a document lists is found by its own words; strange words are refused."""

from pathlib import Path

import pytest

from calculators.deadline_rules import load_deadlines
from calculators.status import Outcome, StatusRequest, status, status_rules
from knowledge.errors import OutOfRange, RuleAbsent
from knowledge.library import Library

DOCUMENTS = ("TB-GZ-036", "RLAC-CSSMS", "CNITSEC-CLOUD-1", "ZQHX-ISMS-ITSMS", "WAL-QP-21")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_listed_finding_leads_to_its_outcome_by_its_own_words(
    document: str, library: Library
) -> None:
    rules, deadlines = status_rules(document, library), load_deadlines(document, library)
    for finding in rules.findings:
        for point in finding.points:
            request = StatusRequest(words=point.text, finding=finding.id)
            assert status(rules, request, deadlines).value == finding.outcome.label


def test_periods_named_by_a_finding_are_deadline_rules(library: Library) -> None:
    for document in DOCUMENTS:
        known = {rule.id for rule in load_deadlines(document, library)}
        for finding in status_rules(document, library).findings:
            assert set(finding.periods) <= known


def test_suspension_says_who_acts_and_within_how_long(library: Library) -> None:
    rules = status_rules("TB-GZ-036", library)
    request = StatusRequest(words="主动请求暂停", outcome=Outcome.SUSPENSION)
    texts = [
        step.text for step in status(rules, request, load_deadlines("TB-GZ-036", library)).steps
    ]
    assert any("审核部提出" in text for text in texts)
    assert any("5 日（自调查核实日起）" in text for text in texts)
    assert any("6 个月（自暂停起始日起）" in text for text in texts)


def test_words_near_no_finding_are_refused(library: Library) -> None:
    rules = status_rules("TB-GZ-036", library)
    with pytest.raises(OutOfRange, match="没有与“天气很好”相近的情形"):
        status(rules, StatusRequest(words="天气很好"), ())


def test_document_without_findings_is_absent(library: Library, tmp_path: Path) -> None:
    with pytest.raises(RuleAbsent):
        status_rules("TB-GZ-036", library, tmp_path)
