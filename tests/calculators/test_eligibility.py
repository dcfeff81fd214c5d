"""One failed fact fails the whole; what is unknown stays open; wrong facts are refused."""

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from calculators.calculation import Calculation
from calculators.deadline_rules import load_deadlines
from calculators.eligibility import eligibility, open_facts
from calculators.eligibility_rules import (
    EligibilityRequest,
    EligibilityRules,
    Fact,
    Kind,
    Requirement,
    eligibility_rules,
)
from calculators.rulebook import parse_rulebook, rulebook_path
from calculators.working_days import WorkingCalendar
from knowledge.errors import OutOfRange, RuleAbsent, RulebookError
from knowledge.library import Library

TODAY = date(2026, 11, 24)
LONG_AGO = date(2020, 1, 1)
CALENDAR = WorkingCalendar.load()
DOCUMENTS = ("TB-GZ-036", "RLAC-CSSMS", "CNITSEC-CLOUD-1", "ZQHX-ISMS-ITSMS", "WAL-QP-21")


def judged(
    document: str, request: EligibilityRequest, library: Library, today: date = TODAY
) -> Calculation:
    rules = eligibility_rules(document, library)
    return eligibility(rules, request, load_deadlines(document, library), today, CALENDAR)


def good_facts(requirement: Requirement) -> dict[str, Fact]:
    match requirement.kind:
        case Kind.YES | Kind.ANY:
            return dict.fromkeys(requirement.facts, True)
        case Kind.NO:
            return dict.fromkeys(requirement.facts, False)
        case Kind.ELAPSED:
            return {requirement.id: LONG_AGO}
        case _:
            assert requirement.value is not None
            return {requirement.id: requirement.value}


def bad_facts(requirement: Requirement) -> dict[str, Fact]:
    match requirement.kind:
        case Kind.YES | Kind.ANY:
            return dict.fromkeys(requirement.facts, False)
        case Kind.NO:
            return dict.fromkeys(requirement.facts, True)
        case Kind.ELAPSED:
            return {requirement.id: TODAY}
        case Kind.AT_LEAST:
            return {requirement.id: Fraction(0)}
        case _:
            assert requirement.value is not None
            return {requirement.id: requirement.value + 1}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_any_single_failed_requirement_fails_its_topic(document: str, library: Library) -> None:
    rules = eligibility_rules(document, library)
    for failed in rules.requirements:
        facts: dict[str, Fact] = {}
        for each in rules.requirements:
            if each.topic == failed.topic:
                facts |= bad_facts(each) if each is failed else good_facts(each)
        request = EligibilityRequest(failed.topic, facts)
        assert judged(document, request, library).value == "不符合", failed.id


@pytest.mark.parametrize("document", DOCUMENTS)
def test_nothing_known_leaves_every_topic_open(document: str, library: Library) -> None:
    rules = eligibility_rules(document, library)
    for topic in rules.topics:
        request = EligibilityRequest(topic.id)
        assert judged(document, request, library).value == "不能确定"
        assert len(open_facts(rules, request)) == len(judged(document, request, library).steps)


def test_known_facts_are_no_longer_open(library: Library) -> None:
    rules = eligibility_rules("WAL-QP-21", library)
    request = EligibilityRequest("remote_audit", {"approved": True})
    assert [each.id for each in open_facts(rules, request)] == [
        "special_factor",
        "both_agreed",
        "remote_agreement",
    ]


@pytest.mark.parametrize(
    ("document", "topic", "facts"),
    [
        ("CNITSEC-CLOUD-1", "staff", {"cisp": -1}),
        ("CNITSEC-CLOUD-1", "staff", {"cisp": True}),
        ("CNITSEC-CLOUD-1", "staff", {"stable_team": 3}),
        ("CNITSEC-CLOUD-1", "record", {"acceptance_failed": True}),
    ],
)
def test_fact_of_the_wrong_sort_is_refused(
    document: str, topic: str, facts: Mapping[str, Fact], library: Library
) -> None:
    with pytest.raises(OutOfRange, match="应为"):
        judged(document, EligibilityRequest(topic, facts), library)


def test_facts_are_written_as_json_can_hold_them(library: Library) -> None:
    facts: dict[str, Fact] = {"training_hours": Fraction(17, 2), "ccaa_isms_registration": True}
    found = judged("RLAC-CSSMS", EligibilityRequest("auditor", facts), library)
    assert found.inputs == {
        "topic": "auditor",
        "training_hours": 8.5,
        "ccaa_isms_registration": True,
    }
    dated = judged(
        "RLAC-CSSMS", EligibilityRequest("application", {"operation_started": LONG_AGO}), library
    )
    assert dated.inputs["operation_started"] == "2020-01-01"


def test_unknown_topic_is_absent(library: Library) -> None:
    with pytest.raises(RuleAbsent):
        judged("WAL-QP-21", EligibilityRequest("weather"), library)


@pytest.fixture
def data() -> dict[str, Any]:
    path = rulebook_path(EligibilityRules, "WAL-QP-21")
    return deepcopy(tomllib.loads(path.read_text("utf-8")))


def test_requirement_that_lacks_what_its_kind_needs_is_refused(
    data: dict[str, Any], library: Library
) -> None:
    data["requirements"][0]["kind"] = "at_least"
    with pytest.raises(RulebookError, match="缺少"):
        parse_rulebook(EligibilityRules, "WAL-QP-21", data, library)


def test_requirement_of_an_unlisted_topic_is_refused(
    data: dict[str, Any], library: Library
) -> None:
    data["requirements"][0]["topic"] = "weather"
    with pytest.raises(RulebookError, match="事项与条件不配"):
        parse_rulebook(EligibilityRules, "WAL-QP-21", data, library)


def test_document_without_requirements_is_absent(library: Library, tmp_path: Any) -> None:
    with pytest.raises(RuleAbsent):
        eligibility_rules("WAL-QP-21", library, tmp_path)
