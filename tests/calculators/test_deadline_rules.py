"""Loading deadline rulebooks: what is refused, and with which words."""

from pathlib import Path

import pytest

from calculators.deadline_rules import DeadlineRule, DeadlinesNotComputed, load_deadlines
from calculators.rulebook import RULEBOOKS, load_rulebook
from knowledge.errors import RulebookError
from knowledge.library import Library

DOCUMENT = "RLAC-CSSMS"
GOOD = """
document = "RLAC-CSSMS"

[deadline.suspension_end]
topics = ["suspension_end"]
label = "暂停的最晚期满日"
checked = 2026-11-24

[[deadline.suspension_end.limit]]
trigger = "suspended"
offset = { value = 6, unit = "months" }
clause = "7.2.2"
quote = "认证证书暂停期不得超过6个月"
"""
UNDATED = """
why_undated = "只写及时"
[[deadline.suspension_end.undated]]
clause = "7.4"
quote = "及时上报"
"""


def load(text: str, folder: Path, library: Library) -> tuple[DeadlineRule, ...]:
    (folder / DOCUMENT).mkdir()
    (folder / DOCUMENT / "deadlines.toml").write_text(text, "utf-8")
    return load_deadlines(DOCUMENT, library, folder)


def test_rule_is_loaded_with_the_words_as_printed(tmp_path: Path, library: Library) -> None:
    (rule,) = load(GOOD, tmp_path, library)
    assert rule.document == DOCUMENT
    assert rule.limits[0].cited.text == "认证证书暂停期不得超过 6个月"
    assert [source.clause for source in rule.sources()] == ["7.2.2"]


@pytest.mark.parametrize(
    ("change", "key", "words"),
    [
        (("超过6个月", "超过3个月"), "deadline.suspension_end.limit.0", "没有原文"),
        (("7.2.2", "7.2.9"), "deadline.suspension_end.limit.0", "没有条款 7.2.9"),
        (('"suspended"', '"stopped"'), "deadline.suspension_end.limit.0", "没有起算事件 stopped"),
        (('["suspension_end"]', '["stop"]'), "deadline.suspension_end", "没有事项 stop"),
        (('["suspension_end"]', "[]"), "deadline.suspension_end.topics", "at least 1"),
        (("value = 6", 'value = "6"'), "deadline.suspension_end.limit.0.offset.value", "integer"),
        (("value = 6", "value = -6"), "deadline.suspension_end.limit.0.offset.value", "equal to 0"),
        (('"months"', '"moons"'), "deadline.suspension_end.limit.0.offset.unit", "months"),
        (("label =", "note = 1\nlabel ="), "deadline.suspension_end.note", "string"),
        (("label =", "colour = 1\nlabel ="), "deadline.suspension_end.colour", "not permitted"),
        (("checked = 2026-11-24", ""), "deadline.suspension_end.checked", "required"),
        (("checked = 2026", 'combination = "window"\nchecked = 2026'), "suspension_end", "window"),
        (("[[deadline", UNDATED + "[[deadline"), "deadline.suspension_end", "要么写 limit"),
        (("[deadline.suspension_end]", "[deadline.suspension_end"), "TOML", "不能解析"),
    ],
)
def test_wrong_entry_is_refused_by_file_and_key(
    tmp_path: Path, library: Library, change: tuple[str, str], key: str, words: str
) -> None:
    with pytest.raises(RulebookError) as wrong:
        load(GOOD.replace(*change, 1), tmp_path, library)
    assert wrong.value.document == f"{DOCUMENT}/deadlines"
    assert key in wrong.value.key
    assert words in str(wrong.value)


def test_rule_without_limit_or_reason_is_refused(tmp_path: Path, library: Library) -> None:
    head = GOOD.partition("[[")[0]
    with pytest.raises(RulebookError, match="要么写 limit"):
        load(head, tmp_path, library)


def test_document_without_deadlines_has_none(tmp_path: Path, library: Library) -> None:
    assert load_deadlines(DOCUMENT, library, tmp_path) == ()


@pytest.mark.parametrize("path", sorted(RULEBOOKS.glob("*/deadlines.toml")), ids=str)
def test_bundled_rulebook_loads(path: Path, library: Library) -> None:
    assert load_deadlines(path.parent.name, library)


@pytest.mark.parametrize("path", sorted(RULEBOOKS.glob("*/deadlines_not_computed.toml")), ids=str)
def test_what_is_not_computed_has_its_words_and_a_reason(path: Path, library: Library) -> None:
    book = load_rulebook(DeadlinesNotComputed, path.parent.name, library)
    assert book
    assert all(rule.why for rule in book.not_computed)
