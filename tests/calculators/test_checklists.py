"""Lists hold every item of the document, and are found by the words staff use."""

import tomllib
from copy import deepcopy
from pathlib import Path

import pytest

from calculators.checklists import Checklists, checklist, checklist_rules, matching_lists
from calculators.rulebook import parse_rulebook, rulebook_path
from knowledge.errors import RuleAbsent, RulebookError
from knowledge.library import Library

TB = "TB-GZ-036"


def test_items_are_quoted_in_the_order_of_the_document(library: Library) -> None:
    found = checklist(checklist_rules(TB, library), "application_conditions")
    numbers = [step.quote.ref.number for step in found.steps if step.quote]
    assert numbers == [f"5.1.2 {place})" for place in range(1, 8)]


def test_items_within_a_sentence_are_quoted_too(library: Library) -> None:
    found = checklist(checklist_rules("CNITSEC-CLOUD-1", library), "sanctions")
    words = [step.quote.text for step in found.steps if step.quote]
    assert words == ["警告", "限期整改", "暂停证书", "取消证书"]


@pytest.mark.parametrize(
    ("words", "list_id"),
    [
        ("首次会议要讲什么", "opening_meeting"),
        ("审核报告写哪些内容", "report"),
        ("末次会议", "closing_meeting"),
    ],
)
def test_list_is_found_by_words(words: str, list_id: str, library: Library) -> None:
    assert matching_lists(checklist_rules(TB, library), words)[0].id == list_id


def test_words_near_no_list_find_none(library: Library) -> None:
    assert not matching_lists(checklist_rules(TB, library), "天气")


def test_count_that_differs_from_the_document_is_refused(library: Library) -> None:
    data = deepcopy(tomllib.loads(rulebook_path(Checklists, TB).read_text("utf-8")))
    data["lists"][0]["value"] = "9"
    with pytest.raises(RulebookError, match="写的是 9 项，原文是 10 项"):
        parse_rulebook(Checklists, TB, data, library)


def test_words_that_are_not_printed_are_refused(library: Library) -> None:
    path = rulebook_path(Checklists, "CNITSEC-CLOUD-1")
    data = deepcopy(tomllib.loads(path.read_text("utf-8")))
    data["lists"][-1]["words"][0] = "罚款"
    with pytest.raises(RulebookError, match="没有原文“罚款”"):
        parse_rulebook(Checklists, "CNITSEC-CLOUD-1", data, library)


def test_clause_without_items_makes_no_list(library: Library) -> None:
    path = rulebook_path(Checklists, "CNITSEC-CLOUD-1")
    data = deepcopy(tomllib.loads(path.read_text("utf-8")))
    del data["lists"][-1]["words"]
    with pytest.raises(RulebookError, match="原文是 0 项"):
        parse_rulebook(Checklists, "CNITSEC-CLOUD-1", data, library)


def test_unknown_list_is_absent(library: Library) -> None:
    with pytest.raises(RuleAbsent):
        checklist(checklist_rules(TB, library), "weather")


def test_document_without_lists_is_absent(library: Library, tmp_path: Path) -> None:
    with pytest.raises(RuleAbsent):
        checklist_rules(TB, library, tmp_path)
