"""A rulebook is refused, with file and key, where a table is wrong or its words are not printed."""

from copy import deepcopy
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from calculators.person_day_rules import PersonDayRules
from calculators.rulebook import load_rulebook, parse_rulebook, rules_of
from knowledge.errors import RulebookError
from knowledge.library import Library

WAL = "WAL-QP-21"
GOOD: dict[str, Any] = {
    "document": WAL,
    "unit": "人日",
    "ratio": {
        "recertification": {
            "value": "1",
            "clause": "6.8",
            "quote": "现场核查人日数按初认证规则确定",
            "checked": date(2026, 11, 24),
        }
    },
}


def changed(key: str, value: object) -> dict[str, Any]:
    data = deepcopy(GOOD)
    data["ratio"]["recertification"][key] = value
    return data


def test_rule_carries_its_words_as_printed(library: Library) -> None:
    book = parse_rulebook(PersonDayRules, WAL, GOOD, library)
    (key, rule), *_ = rules_of(book)
    assert key == "ratio.recertification"
    assert rule.cited.text == "现场核查人日数按初认证规则确定"


def test_exact_number_is_a_fraction(library: Library) -> None:
    book = parse_rulebook(PersonDayRules, WAL, changed("value", "1/3"), library)
    assert [ratio.value for ratio in book.ratio.values()] == [Fraction(1, 3)]


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("quote", "现场核查人日数按三分之一确定", "没有原文"),
        ("clause", "6.88", "没有条款"),
        ("clause", "6.9", "没有原文"),
        ("value", 0.5, "写成字符串"),
        ("value", "半", "Fraction"),
        ("checked", "2026-11-24", "date"),
        ("price", "3", "Extra"),
    ],
)
def test_wrong_entry_is_refused_with_its_key(
    key: str, value: object, reason: str, library: Library
) -> None:
    with pytest.raises(RulebookError, match=reason) as refused:
        parse_rulebook(PersonDayRules, WAL, changed(key, value), library)
    assert refused.value.document == "WAL-QP-21/person_days"
    assert refused.value.key.startswith("ratio.recertification")


def test_entry_without_quote_is_refused(library: Library) -> None:
    data = deepcopy(GOOD)
    del data["ratio"]["recertification"]["quote"]
    with pytest.raises(RulebookError, match="required"):
        parse_rulebook(PersonDayRules, WAL, data, library)


def test_rulebook_of_another_document_is_refused(library: Library) -> None:
    with pytest.raises(RulebookError, match="应为 TB-GZ-036"):
        parse_rulebook(PersonDayRules, "TB-GZ-036", {"document": WAL, "unit": "人日"}, library)


def test_file_that_is_no_toml_is_refused(tmp_path: Path, library: Library) -> None:
    (tmp_path / WAL).mkdir()
    (tmp_path / WAL / "person_days.toml").write_text("unit = ", "utf-8")
    with pytest.raises(RulebookError, match="不能解析"):
        load_rulebook(PersonDayRules, WAL, library, tmp_path)


def test_duplicate_key_is_refused(tmp_path: Path, library: Library) -> None:
    (tmp_path / WAL).mkdir()
    (tmp_path / WAL / "person_days.toml").write_text('unit = "天"\nunit = "人日"\n', "utf-8")
    with pytest.raises(RulebookError, match="不能解析"):
        load_rulebook(PersonDayRules, WAL, library, tmp_path)


def test_document_without_the_file_has_no_rulebook(tmp_path: Path, library: Library) -> None:
    assert load_rulebook(PersonDayRules, WAL, library, tmp_path) is None
