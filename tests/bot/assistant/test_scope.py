"""Which documents a question is answered from, and when none of ours can answer it."""

from __future__ import annotations

from bot.assistant.answer import Question
from bot.assistant.scope import Scope, scheme_options, scope_of
from knowledge.library import Library
from tests.bot.assistant.conftest import TODAY, Read, ScopeOf


def in_channel(words: str, scheme: str, read: Read, library: Library) -> Scope:
    return scope_of(read(words), Question(words, TODAY, scheme), library)


def test_schemes_named_in_a_question_are_its_scope(scope: ScopeOf) -> None:
    assert scope("腾标和网安联的暂停期限").documents == ("TB-GZ-036", "WAL-QP-21")


def test_without_a_scheme_all_documents_are_meant(scope: ScopeOf) -> None:
    found = scope("暂停最长多久")
    assert found.documents == ()
    assert not found.is_named


def test_scheme_of_the_channel_counts_where_none_is_named(read: Read, library: Library) -> None:
    found = in_channel("暂停最长多久", "RLAC-CSSMS", read, library)
    assert found.documents == ("RLAC-CSSMS",)
    assert found.is_named


def test_named_scheme_wins_over_that_of_the_channel(read: Read, library: Library) -> None:
    assert in_channel("网安联暂停多久", "RLAC-CSSMS", read, library).documents == ("WAL-QP-21",)


def test_scheme_that_is_left_out_leaves_the_others(
    scope: ScopeOf, read: Read, library: Library
) -> None:
    others = tuple(each.id for each in library.documents if each.id != "TB-GZ-036")
    assert scope("除了腾标，暂停最长多久").documents == others
    assert in_channel("除了腾标，暂停最长多久", "TB-GZ-036", read, library).documents == others
    assert scope("不是腾标，是网安联的").documents == ("WAL-QP-21",)


def test_question_about_a_scheme_that_is_not_held_is_foreign(scope: ScopeOf) -> None:
    assert scope("ISO9001监督多久一次").is_foreign


def test_foreign_scheme_beside_one_of_ours_does_not_make_it_foreign(scope: ScopeOf) -> None:
    assert not scope("腾标公有云PII和ISO9001结合审核能减多少").is_foreign


def test_only_the_body_named_beside_a_foreign_scheme_is_foreign(scope: ScopeOf) -> None:
    found = scope("腾标的ISO9001监督多久一次")
    assert found.only_body_named
    assert found.is_foreign


def test_words_beyond_a_document_are_kept_for_the_clauses_to_match(scope: ScopeOf) -> None:
    assert scope("测评中心二级资质要什么条件").beyond == ("二级",)
    assert scope("测评中心一级资质要什么条件").beyond == ()


def test_options_offer_the_schemes_by_their_short_names(library: Library) -> None:
    options = scheme_options(library)
    assert [option.value for option in options] == [each.id for each in library.documents]
    assert options[0].label == "腾标公有云PII"
    assert {option.name for option in options} == {"scheme"}


def test_options_can_be_narrowed(library: Library) -> None:
    narrowed = scheme_options(library, ("WAL-QP-21", "TB-GZ-036"))
    assert [option.value for option in narrowed] == ["TB-GZ-036", "WAL-QP-21"]
