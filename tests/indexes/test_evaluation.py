from __future__ import annotations

import pytest

from indexes.evaluation import AskedQuestion, asked, better_elsewhere, compare, evaluate, split
from indexes.fusion import Weights
from indexes.search import Search
from knowledge.clause import ClauseRef
from knowledge.question_bank import QuestionBank

FEE = ClauseRef("B", "1.1")


def test_evaluate_counts_first_and_among_three(search: Search) -> None:
    right = AskedQuestion("报名要多少钱", ("B",), "B", lambda hit: hit.ref == FEE)
    never = AskedQuestion("报名要多少钱", ("B",), "B", lambda hit: False)
    found = evaluate(search, [right, never])
    assert found.total.questions == 2
    assert found.total.first == found.total.among_three == 0.5
    assert found.total.mean_reciprocal_rank == 0.5
    assert [miss.question for miss in found.misses] == [never]


def test_evaluate_gathers_figures_by_group(search: Search, bank: QuestionBank) -> None:
    groups = evaluate(search, asked(bank.pairs())).groups
    assert {name: figures.questions for name, figures in groups.items()} == {"A": 4, "B": 2}


def test_a_miss_tells_rank_and_what_came_first(search: Search) -> None:
    second = search.search("报名要多少钱", ["B"])[1].ref
    question = AskedQuestion("报名要多少钱", ("B",), "B", lambda hit: hit.ref == second)
    found = evaluate(search, [question])
    (miss,) = found.misses
    assert (miss.rank, miss.found) == (2, FEE)
    assert (found.total.first, found.total.among_three) == (0, 1)


def test_compare_asks_in_each_way(search: Search, bank: QuestionBank) -> None:
    tried: list[Weights] = []

    def searches(weights: Weights) -> Search:
        tried.append(weights)
        return search

    assert set(compare(searches, asked(bank.pairs()))) == {"lexical", "dense", "fused"}
    assert Weights(dense=0.0, lexical=1.0) in tried


@pytest.mark.parametrize(("held_out", "expected"), [(1, 3), (2, 3)])
def test_split_leaves_each_clause_half_of_its_questions(
    bank: QuestionBank, held_out: int, expected: int
) -> None:
    kept, out = split(bank, held_out, seed=1)
    assert len(out) == expected
    assert len(kept) == len(bank) - expected
    assert {ref for ref, _ in kept.pairs()} == {ref for ref, _ in bank.pairs()}


def test_split_draws_the_same_for_the_same_seed(bank: QuestionBank) -> None:
    assert split(bank, 1, seed=3)[1] == split(bank, 1, seed=3)[1]


def test_better_elsewhere_finds_questions_that_fit_another_clause(
    search: Search, bank: QuestionBank
) -> None:
    misplaced = QuestionBank({ClauseRef("B", "1.2"): ("报名要多少钱",)})
    (miss,) = better_elsewhere(search, misplaced)
    assert (miss.ref, miss.question, miss.found) == (ClauseRef("B", "1.2"), "报名要多少钱", FEE)
    assert better_elsewhere(search, bank) == ()
