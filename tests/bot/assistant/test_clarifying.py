"""What is asked back for missing facts, and the legal values that are offered."""

from __future__ import annotations

from bot.assistant.clarifying import clarification_for
from knowledge.library import Library


def offered(library: Library, *names: str) -> list[tuple[str, str, str]]:
    options = clarification_for(names, library).options
    return [(option.name, option.value, option.label) for option in options]


def test_facts_are_asked_in_order_and_once(library: Library) -> None:
    found = clarification_for(["scheme", "headcount", "scheme"], library)
    assert found.ask == ("scheme", "headcount")
    assert found.prompt == "问的是哪个认证项目？体系覆盖的有效人数是多少？"


def test_words_told_instead_of_a_day_are_named_where_a_day_is_missing(library: Library) -> None:
    assert clarification_for(["issue_date"], library, (), ["月初"]).prompt == (
        "证书是哪天签发的？“月初”没有说到公历的哪一天，请写出日期，例如 2026-02-28。"
    )
    assert clarification_for(["issue_date"], library).prompt == "证书是哪天签发的？"
    assert clarification_for(["headcount"], library, (), ["月初"]).prompt == (
        "体系覆盖的有效人数是多少？"
    )


def test_scheme_offers_only_the_documents_that_have_the_rule(library: Library) -> None:
    found = clarification_for(["scheme"], library, ("TB-GZ-036", "RLAC-CSSMS"))
    assert [option.value for option in found.options] == ["TB-GZ-036", "RLAC-CSSMS"]


def test_audit_type_and_risk_offer_their_values_in_chinese(library: Library) -> None:
    assert offered(library, "audit_type") == [
        ("audit_type", "initial", "初次认证审核"),
        ("audit_type", "surveillance", "监督审核"),
        ("audit_type", "recertification", "再认证审核"),
    ]
    assert [label for _, _, label in offered(library, "risk_level")] == [
        "低风险",
        "中风险",
        "高风险",
    ]


def test_similarity_of_sites_offers_both(library: Library) -> None:
    assert [value for _, value, _ in offered(library, "site_similarity")] == [
        "similar",
        "dissimilar",
    ]


def test_numbers_and_dates_offer_nothing(library: Library) -> None:
    assert offered(library, "headcount", "issue_date", "site_count") == []


def test_fact_without_a_question_of_its_own_is_named(library: Library) -> None:
    assert clarification_for(["weather"], library).prompt == "还需要：weather。"
