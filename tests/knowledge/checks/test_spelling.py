"""Misspelt names and known slips."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.reviewed import ReviewedDocument
from knowledge.checks.spelling import find

Review = Callable[..., ReviewedDocument]


def _found(review: Review, text: str) -> list[str]:
    return [found.sentence for found in find(review(text))]


def test_abbreviation_with_its_letters_swapped_is_named(review: Review) -> None:
    text = "1. 总则\n1.1. XYZB 审核。\n1.2. XYZB 决定。\n1.3. XZYB 发证。\n"
    assert _found(review, text) == ["“XZYB”有 1 处，应为“XYZB”。"]


def test_authority_with_its_words_swapped_is_named(review: Review) -> None:
    text = "1. 上报\n1.1. 报国家市场管理监督总局。\n1.2. 报国家市场监督管理总局。\n"
    assert _found(review, text) == ["“国家市场管理监督总局”应为“国家市场监督管理总局”。"]


def test_former_authority_is_named_with_the_present_one(review: Review) -> None:
    assert _found(review, "1. 资格\n有工商行政管理部门颁发的执照。\n") == [
        "“工商行政管理部门”是旧名，现为市场监督管理部门。"
    ]


def test_known_slip_is_named_with_what_is_meant(review: Review) -> None:
    assert _found(review, "1. 报告\n报告应提供一下信息。\n") == ["“提供一下信息”疑为“以下”之误。"]


def test_words_that_only_look_like_a_slip_are_no_fault(review: Review) -> None:
    assert _found(review, "1. 报告\n体系统一编号，应不少于3份，请等一下。\n") == []


def test_english_word_in_a_chinese_sentence_is_named(review: Review) -> None:
    assert _found(review, "1. 要求\n满足认证标准要求 and 体系文件规定。\n") == [
        "中文句子里有英文“and”。"
    ]


def test_traditional_characters_are_named(review: Review) -> None:
    assert _found(review, "1. 要求\n覆盖典型活动和服務。\n") == ["“服務”用了繁体字。"]


def test_name_of_the_system_cut_short_is_named(review: Review) -> None:
    text = "1. 范围\n1.1. 云服务信息安全管理体系。\n1.2. 云服务信息安全管理事故。\n"
    reviewed = review(text, title="云服务信息安全管理体系认证规则")
    assert [found.words for found in find(reviewed)] == [("云服务信息安全管理事故",)]


def test_document_numbers_written_in_two_ways_are_named(review: Review) -> None:
    text = "1. 引用\n1.1. CNAS-SC-170 适用。\n1.2. CNAS-SC175 和 CNAS-SC180 适用。\n"
    assert _found(review, text) == ["“CNAS-SC-170”与“CNAS-SC175”写法不一。"]
