from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from indexes import artefact
from indexes.dense import DenseIndex, only
from indexes.encoder import unit_length
from indexes.fusion import MEASURED
from indexes.search import Search
from knowledge.clause import ClauseRef
from knowledge.errors import UnknownDocument
from knowledge.library import Library
from knowledge.question_bank import QuestionBank
from tests.fakes.hash_embedder import HashEmbedder

from .conftest import BUILT, RULES, Documents


def test_a_question_of_the_bank_finds_its_clause(search: Search) -> None:
    assert search.search("年审多久一次")[0].ref == ClauseRef("A", "2.1")


def test_words_of_a_clause_find_it(search: Search) -> None:
    assert search.search("不少于初次审核的三分之一")[0].ref == ClauseRef("A", "2.2")


def test_search_narrowed_to_documents_finds_nothing_else(search: Search) -> None:
    hits = search.search("监督审核", documents=["B"], limit=99)
    assert {hit.ref.document for hit in hits} == {"B"}
    assert len(hits) == 2


def test_search_in_an_unknown_document_is_refused(search: Search) -> None:
    with pytest.raises(UnknownDocument, match="Z"):
        search.search("监督审核", documents=["Z"])


def test_hits_are_at_most_the_limit_best_first(search: Search) -> None:
    hits = search.search("监督审核多久一次", limit=3)
    assert len(hits) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_hit_says_how_much_of_the_question_its_words_cover(search: Search) -> None:
    covered = search.search("年审多久一次")[0].why.lexical
    foreign = search.search("年审多久一次 blockchain tokenomics")[0].why.lexical
    assert 0 < foreign < covered


def test_a_hit_says_how_near_its_meaning_is(search: Search) -> None:
    hit = search.search("申请费每次2000元，不得减免", documents=["B"])[0]
    assert 0.5 < hit.why.dense <= 1


def test_a_clause_that_says_what_to_do_comes_before_the_title_of_the_form(
    tmp_path: Path, documents: Documents, embedder: HashEmbedder
) -> None:
    forms = "4. 注销\n4.1 客户不再需要证书的，填写《注销申请书》。\n5. 《注销申请书》\n"
    library = documents.write({"A": RULES + forms})
    artefact.build(tmp_path / "index", library, QuestionBank({}), embedder, BUILT)
    search = Search.load(tmp_path / "index", library, embedder, QuestionBank({}))
    assert search.search("填注销申请书吗")[0].ref == ClauseRef("A", "4.1")


class WordEmbedder(HashEmbedder):
    def encode_words(self, words: Sequence[str]) -> NDArray[np.float32]:
        return super().encode_documents(words)


@pytest.mark.parametrize(("narrowed", "counts"), [(["B"], True), (None, False)])
def test_words_are_compared_only_where_every_document_searched_has_them(
    library: Library, narrowed: list[str] | None, counts: bool
) -> None:
    asked, encoder = QuestionBank({ClauseRef("A", "2.1"): ("年审多久一次",)}), WordEmbedder()
    held = artefact.in_memory(library, asked, encoder)
    without = Search(held, encoder, replace(MEASURED, word_by_word=0.0))
    question = "监督审核的费用"
    scores, plain = (
        [hit.score for hit in search.search(question, narrowed)]
        for search in (Search(held, encoder), without)
    )
    assert (scores != plain) is counts


@pytest.mark.parametrize("text", ["", "？！", "zzzz"])
def test_a_text_without_known_terms_still_gets_an_answer(search: Search, text: str) -> None:
    assert all(np.isfinite(hit.score) for hit in search.search(text))


@pytest.mark.parametrize("among", [None, [1, 5, 40]])
def test_faiss_finds_what_a_scan_of_all_vectors_finds(among: list[int] | None) -> None:
    draw = np.random.default_rng(1)
    vectors = unit_length(draw.standard_normal((50, 16), dtype=np.float32))
    question = unit_length(draw.standard_normal(16, dtype=np.float32))
    numbers = np.arange(50) if among is None else np.array(among)
    cosines = vectors[numbers] @ question
    selector = None if among is None else only(numbers)
    found, scores = DenseIndex.build(vectors).nearest(question, 3, selector)
    order = np.argsort(-cosines)[:3]
    assert found.tolist() == numbers[order].tolist()
    assert scores == pytest.approx(cosines[order], abs=1e-6)
