"""Rows are compared with the printed table; words that are near nothing are refused."""

import tomllib
from copy import deepcopy
from typing import Any

import pytest

from calculators.classification import (
    ClassificationRequest,
    ClassificationRules,
    classification,
    classification_rules,
)
from calculators.rulebook import parse_rulebook, rulebook_path
from knowledge.clause import ClauseKind
from knowledge.errors import OutOfRange, RuleAbsent, RulebookError
from knowledge.library import Library

RLAC = "RLAC-CSSMS"


@pytest.fixture
def rlac(library: Library) -> ClassificationRules:
    return classification_rules(RLAC, library)


@pytest.fixture
def data() -> dict[str, Any]:
    path = rulebook_path(ClassificationRules, RLAC)
    return deepcopy(tomllib.loads(path.read_text("utf-8")))


def test_every_printed_row_is_a_class_or_a_category(
    rlac: ClassificationRules, library: Library
) -> None:
    printed = {
        clause.ref.number
        for clause in library.clauses(RLAC)
        if clause.kind is ClauseKind.ROW and clause.ref.number.startswith("附录A")
    }
    table = rlac.tables[0]
    assert {row.clause for row in (*table.rows, *table.categories)} == printed


def test_level_that_is_not_the_printed_one_is_refused(
    data: dict[str, Any], library: Library
) -> None:
    data["tables"][0]["rows"][0]["level"] = "三"
    with pytest.raises(RulebookError, match="与原表不符"):
        parse_rulebook(ClassificationRules, RLAC, data, library)


def test_table_that_lacks_a_row_is_refused(data: dict[str, Any], library: Library) -> None:
    data["tables"][0]["rows"].pop()
    with pytest.raises(RulebookError, match="列出 34 类"):
        parse_rulebook(ClassificationRules, RLAC, data, library)


def test_words_near_no_class_are_refused(rlac: ClassificationRules) -> None:
    with pytest.raises(OutOfRange, match="没有与“量子占卜”相近的类别"):
        classification(rlac, ClassificationRequest("量子占卜"))


def test_code_within_a_sentence_is_found(rlac: ClassificationRules) -> None:
    found = classification(rlac, ClassificationRequest("04.13/2 是几级"))
    assert found.quotes[0].ref.number == "附录A 04.13/2"


def test_step_names_category_class_and_level(rlac: ClassificationRules) -> None:
    found = classification(rlac, ClassificationRequest("银行"))
    assert found.steps[0].text.startswith("03 商务 → 03.01 金融")
    assert found.steps[0].text.endswith("一级")


def test_document_without_classes_is_absent(library: Library) -> None:
    with pytest.raises(RuleAbsent):
        classification_rules("WAL-QP-21", library)
