"""Each thing that can be wrong with a bank, in a small one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.bank_check import ENOUGH, BankFindings, check_bank
from bot.composition import question_reader
from indexes.evaluation import Misplaced
from knowledge.clause import ClauseRef
from knowledge.library import Library
from knowledge.question_bank import QuestionBank
from tests.fakes.small_library import small_library

FEE, REFUND = ClauseRef("A", "1.1"), ClauseRef("A", "1.2")
OTHER = ClauseRef("B", "1")
PLENTY = tuple(f"申请费问法{sign}" for sign in "甲乙丙丁戊己庚辛壬癸子丑")
OTHERS = tuple(f"退款问法{sign}" for sign in "甲乙丙丁戊己庚辛壬癸子丑")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    rules = "1. 收费\n1.1 申请费每次2000元。\n1.2 申请费不退。\n"
    return small_library(tmp_path, {"A": rules, "B": "1. 收费每年一次。\n"})


def found_in(
    library: Library, bank: dict[ClauseRef, tuple[str, ...]], *outside: str
) -> BankFindings:
    return check_bank(library, QuestionBank(bank), question_reader(library), outside)


def test_a_bank_with_enough_of_its_own_questions_is_fine(library: Library) -> None:
    """The heading over both clauses says nothing, and the other document has no bank at all."""
    assert len(PLENTY) == ENOUGH
    found = found_in(library, {FEE: PLENTY, REFUND: OTHERS}, "停证最长多久")
    assert found == BankFindings((), {}, (), ())
    assert found.is_fine


def test_a_clause_with_too_few_questions_is_found(library: Library) -> None:
    found = found_in(library, {FEE: PLENTY, REFUND: OTHERS[1:]})
    assert found.few == ((REFUND, ENOUGH - 1),)
    assert not found.is_fine


def test_a_question_of_two_clauses_or_twice_of_one_is_found(library: Library) -> None:
    found = found_in(
        library, {FEE: (*PLENTY, "报名费？", "退吗"), REFUND: (*OTHERS, "退吗？", "报名 费")}
    )
    assert found.twice == {"退吗": (FEE, REFUND), "报名费": (FEE, REFUND)}
    twice = found_in(library, {FEE: (*PLENTY, "报名费？", "报名费"), REFUND: OTHERS})
    assert twice.twice == {"报名费": (FEE, FEE)}
    assert not twice.is_fine


@pytest.mark.parametrize(("rank", "is_fine"), [(2, True), (3, True), (4, False), (None, False)])
def test_a_question_must_find_its_own_clause_among_three(
    library: Library, rank: int | None, is_fine: bool
) -> None:
    bare = found_in(library, {FEE: PLENTY, REFUND: OTHERS})
    found = replace(bare, elsewhere=(Misplaced(FEE, "退吗", rank, REFUND),))
    assert found.is_fine is is_fine
    assert bool(found.misleading) is not is_fine


def test_questions_that_must_stay_out_are_found(library: Library) -> None:
    bank = {FEE: (*PLENTY, "报名要交多少钱"), REFUND: OTHERS}
    found = found_in(library, bank, "规则A报名要交多少钱？", "请问报名要交多少钱呢")
    assert [(each.ref, each.outside) for each in found.same] == [(FEE, "规则A报名要交多少钱？")]
    assert not found.is_fine
    near = found_in(library, bank, "请问报名要交多少钱呢")
    assert (near.same, [each.question for each in near.nearly_same]) == ((), ["报名要交多少钱"])
    assert not near.is_fine


def test_a_question_about_another_scheme_is_not_compared(library: Library) -> None:
    bank = {FEE: (*PLENTY, "报名要交多少钱"), REFUND: OTHERS}
    assert found_in(library, bank, "规则B报名要交多少钱").alike == ()
