"""Words of another scheme inside a rule."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.foreign_terms import find
from knowledge.checks.reviewed import ReviewedDocument

Review = Callable[..., ReviewedDocument]

RULES = "能源管理体系认证规则"


def _found(review: Review, sentence: str, heading: str = "审核") -> list[str]:
    text = f"1. {heading}\n1.1. {sentence}\n"
    return [found.sentence for found in find(review(text, title=RULES))]


def test_words_of_another_system_are_named_with_it(review: Review) -> None:
    assert _found(review, "确认反贿赂管理体系的有效性。") == [
        "“反贿赂”是反贿赂管理体系的用语，疑为粘贴。"
    ]


def test_words_of_the_own_system_are_allowed(review: Review) -> None:
    assert _found(review, "能源管理体系的能源绩效应持续改进。") == []


def test_other_systems_are_allowed_where_people_qualify(review: Review) -> None:
    assert _found(review, "应有质量管理体系审核经历。", "对认证人员的要求") == []


def test_other_systems_are_allowed_in_combined_audits(review: Review) -> None:
    assert _found(review, "与质量管理体系结合审核时可以减少20%。") == []


def test_enumeration_of_several_systems_is_allowed(review: Review) -> None:
    assert _found(review, "取得质量管理体系/环境管理体系/信息安全管理体系任一资格。") == []


def test_title_of_a_document_is_allowed(review: Review) -> None:
    assert _found(review, "依据《质量管理体系认证规则》制定。") == []


def test_longer_own_name_does_not_count_as_the_shorter_foreign_one(review: Review) -> None:
    text = "1. 审核\n1.1. 评价云服务信息安全管理体系。\n1.2. 评价信息安全管理体系范围。\n"
    reviewed = review(text, title="云服务信息安全管理体系认证规则")
    assert [ref.number for found in find(reviewed) for ref in found.clauses] == ["1.2"]


def test_internal_class_number_is_named(review: Review) -> None:
    assert len(_found(review, "A99小管理体系的审核组由正式审核员组成。")) == 1
