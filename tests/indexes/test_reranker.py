from __future__ import annotations

from pathlib import Path

import pytest

from indexes.reranker import CrossEncoderReranker
from knowledge.errors import UnreadableModel
from tests.fakes.tiny_models import save_cross_encoder, save_embedding_model

pytestmark = pytest.mark.model

PASSAGES = ["年审不收费", "收费按人日算，费费费", "换证"]


@pytest.fixture(scope="module")
def reranker(tmp_path_factory: pytest.TempPathFactory) -> CrossEncoderReranker:
    folder = tmp_path_factory.mktemp("cross_encoder")
    return CrossEncoderReranker(save_cross_encoder(folder, "".join(PASSAGES), favourite="费"))


def test_passages_are_scored_as_the_model_judges_the_pairs(reranker: CrossEncoderReranker) -> None:
    some, much, none = reranker.scores("多少钱", PASSAGES)
    assert much > some > none


def test_the_question_takes_part_in_the_judgement(reranker: CrossEncoderReranker) -> None:
    assert reranker.scores("费", ["换证"])[0] > reranker.scores("证", ["换证"])[0]


def test_no_passages_have_no_scores(reranker: CrossEncoderReranker) -> None:
    assert reranker.scores("多少钱", []).shape == (0,)


def test_a_model_that_judges_no_pairs_is_refused(tmp_path: Path) -> None:
    embedding_model = save_embedding_model(tmp_path, "年审")
    with pytest.raises(UnreadableModel, match="不是给“问题与段落”打分的模型"):
        CrossEncoderReranker(embedding_model)


def test_a_model_that_sorts_pairs_into_classes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableModel, match="不是给“问题与段落”打分的模型"):
        CrossEncoderReranker(save_cross_encoder(tmp_path, "年审", favourite="费", labels=3))
