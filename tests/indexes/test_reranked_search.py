from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from indexes.fusion import Scores
from indexes.reranked_search import RerankedSearch
from indexes.reranker import CrossEncoderReranker
from indexes.search import Search
from indexes.units import Unit, units_of
from knowledge.clause import ClauseRef
from knowledge.errors import UnknownDocument
from knowledge.library import Library
from knowledge.question_bank import QuestionBank
from tests.fakes.tiny_models import save_cross_encoder

QUESTION = "报名要多少钱"


@dataclass
class Prefers:
    """A reranker that likes passages with these words; remembers what it judged."""

    words: str
    judged: list[str] = field(default_factory=list)

    def scores(self, question: str, passages: Sequence[str]) -> Scores:
        self.judged.extend(passages)
        return np.array([float(self.words in passage) for passage in passages], dtype=np.float32)


@pytest.fixture
def units(library: Library, bank: QuestionBank) -> Sequence[Unit]:
    return units_of(library, bank)


def test_hits_come_in_the_order_of_first_stage_and_reranker_together(
    search: Search, units: Sequence[Unit]
) -> None:
    before = search.search("监督审核", limit=9)
    last = before[-1].ref
    words = next(unit.words for unit in units if unit.ref == last)
    after = RerankedSearch(search, Prefers(words), units).search("监督审核", limit=9)
    assert [hit.ref for hit in after].index(last) < len(before) - 1
    assert {hit.ref for hit in after} == {hit.ref for hit in before}
    assert [hit.score for hit in after] == sorted((hit.score for hit in after), reverse=True)


def test_a_reranker_without_an_opinion_leaves_the_order(
    search: Search, units: Sequence[Unit]
) -> None:
    undecided = RerankedSearch(search, Prefers("没有的话"), units)
    found = [[hit.ref for hit in each.search(QUESTION, limit=5)] for each in (search, undecided)]
    assert found[0] == found[1]


def test_what_speaks_for_a_clause_stays_what_the_first_stage_measured(
    search: Search, units: Sequence[Unit]
) -> None:
    measured = {hit.ref: hit.why for hit in search.search(QUESTION, limit=9)}
    reranked = RerankedSearch(search, Prefers("人日"), units).search(QUESTION, limit=9)
    assert {hit.ref: hit.why for hit in reranked} == measured


def test_a_clause_below_the_limit_can_rise_above_it(search: Search, units: Sequence[Unit]) -> None:
    second = search.search("监督审核", ["A"], limit=2)[1].ref
    words = next(unit.words for unit in units if unit.ref == second)
    (best,) = RerankedSearch(search, Prefers(words), units).search("监督审核", ["A"], limit=1)
    assert best.ref == second


def test_a_clause_is_judged_by_headings_and_words_without_the_questions(
    search: Search, units: Sequence[Unit]
) -> None:
    reranker = Prefers("")
    RerankedSearch(search, reranker, units).search(QUESTION, ["B"])
    assert "收费\n申请费每次2000元，不得减免。" in reranker.judged


def test_search_in_an_unknown_document_is_refused(search: Search, units: Sequence[Unit]) -> None:
    with pytest.raises(UnknownDocument):
        RerankedSearch(search, Prefers(""), units).search(QUESTION, ["Z"])


def test_nothing_found_is_not_judged(units: Sequence[Unit]) -> None:
    class Nothing:
        def search(self, *_: object, **__: object) -> tuple[()]:
            return ()

    reranker = Prefers("")
    assert RerankedSearch(Nothing(), reranker, units).search(QUESTION) == ()
    assert not reranker.judged


@pytest.mark.model
def test_a_cross_encoder_of_sentence_transformers_changes_the_order(
    tmp_path: Path, search: Search, units: Sequence[Unit]
) -> None:
    characters = "".join(unit.passage for unit in units)
    model = CrossEncoderReranker(save_cross_encoder(tmp_path, characters, favourite="停"))
    before = [hit.ref for hit in search.search("监督审核", ["A"], limit=9)]
    after = [hit.ref for hit in RerankedSearch(search, model, units).search("监督审核", ["A"], 9)]
    paused = ClauseRef("A", "3 (2)")
    assert after.index(paused) < before.index(paused)
