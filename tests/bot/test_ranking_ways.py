"""The same questions in every way of ranking, over an index of two small documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.assistant.answer import Question
from bot.composition import question_reader
from bot.evaluation import Asked
from bot.ranking_ways import WITHOUT_BANK, RankingWays
from indexes import artefact
from indexes.evaluation import Evaluation
from knowledge.clause import ClauseRef
from knowledge.question_bank import QuestionBank
from tests.fakes.hash_embedder import HashEmbedder
from tests.fakes.small_library import small_library

RULES = """1. 监督
1.1 监督审核的间隔不超过12个月。
1.2 有下列情形之一的，暂停证书：
(1) 未按期接受监督审核；
(2) 不交费。
1.3 证书有效期三年。
"""
QUESTIONS = {ClauseRef("A", "1.1"): ("年检隔多长时间", "两回之间能拖多长时间")}


@pytest.fixture
def ways(tmp_path: Path) -> RankingWays:
    library = small_library(tmp_path, {"A": RULES, "B": "1. 收费\n1.1 申请费每次2000元。\n"})
    encoder = HashEmbedder()
    held = artefact.in_memory(library, QuestionBank(QUESTIONS), encoder)
    return RankingWays(library, question_reader(library), held, encoder)


def first(evaluation: Evaluation, kind: str) -> float:
    return evaluation.groups[kind].first


def asked(text: str, kind: str, **right: tuple[str, ...]) -> Asked:
    facts = {"any_of": (), "all_of": ()} | right
    question = Question(text, date(2026, 11, 24))
    return Asked("1", question, kind, frozenset({"A"}), facts["any_of"], facts["all_of"], {})


def test_every_way_is_measured_for_the_kinds_that_clauses_answer(ways: RankingWays) -> None:
    found = ways.compare(
        [
            asked("规则A监督审核的间隔", "lookup", any_of=("不超过12个月",)),
            asked("规则A没有这回事", "abstain"),
        ]
    )
    assert list(found) == ["lexical", "dense", "fused", WITHOUT_BANK]
    assert [set(evaluation.groups) for evaluation in found.values()] == [{"lookup"}] * 4
    assert first(found["lexical"], "lookup") == 1


def test_words_of_the_bank_alone_do_not_help_without_it(ways: RankingWays) -> None:
    found = ways.compare([asked("规则A能拖多长时间", "lookup", any_of=("不超过12个月",))])
    assert first(found["lexical"], "lookup") == 1
    assert found[WITHOUT_BANK].total.mean_reciprocal_rank < 1


def test_a_list_is_right_where_the_whole_of_it_is_shown(ways: RankingWays) -> None:
    whole = asked("规则A哪些情形暂停证书", "list", all_of=("未按期接受监督审核", "不交费"))
    more = asked("规则A哪些情形暂停证书", "list", all_of=("未按期接受监督审核", "有效期三年"))
    assert first(ways.compare([whole])["lexical"], "list") == 1
    assert ways.compare([more])["lexical"].total.mean_reciprocal_rank == 0


def test_nothing_is_measured_where_clauses_answer_no_question(ways: RankingWays) -> None:
    assert ways.compare([asked("规则A几个人天", "mandays")]) == {}
