from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from indexes.encoder import (
    BUNDLED_MODEL,
    SentenceTransformerEncoder,
    StaticEncoder,
    open_encoder,
    unit_length,
)
from tests.fakes.tiny_models import save_embedding_model

TEXTS = ["客户搬家了证书还能用吗", "ISO/IEC 27017 审核人日 3天", "major NC多久关？", "证\n书", ""]


@pytest.fixture(scope="module")
def bundled() -> StaticEncoder:
    return StaticEncoder()


def test_vectors_have_length_one(bundled: StaticEncoder) -> None:
    lengths = np.linalg.norm(bundled.encode_documents(TEXTS[:-1]), axis=1)
    assert lengths == pytest.approx(1, abs=1e-5)


def test_a_text_without_known_features_is_zero(bundled: StaticEncoder) -> None:
    assert not bundled.encode_query("").any()


def test_no_texts_make_no_rows(bundled: StaticEncoder) -> None:
    assert bundled.encode_documents([]).shape == (0, bundled.dimension)


def test_the_bundled_encoder_is_named_the_same_everywhere(bundled: StaticEncoder) -> None:
    assert bundled.name == "bundled"
    assert len(bundled.revision) == 64


def test_the_bundled_model_is_small_enough() -> None:
    size = sum(file.stat().st_size for file in BUNDLED_MODEL.rglob("*") if file.is_file())
    assert size <= 15 * 2**20


def test_open_encoder_without_a_name_opens_the_bundled_model() -> None:
    assert open_encoder().name == "bundled"


def test_unit_length_leaves_zero_as_it_is() -> None:
    vectors = np.array([[3, 4], [0, 0]], dtype=np.float32)
    assert unit_length(vectors).tolist() == pytest.approx(np.array([[0.6, 0.8], [0, 0]]))


@pytest.fixture(scope="module")
def sentence_transformers() -> ModuleType:
    """Imported late, because it takes seconds."""
    return import_module("sentence_transformers")


@pytest.mark.model
def test_sentence_transformers_reads_the_same_vectors(
    bundled: StaticEncoder, sentence_transformers: ModuleType
) -> None:
    model = sentence_transformers.SentenceTransformer(
        str(BUNDLED_MODEL), device="cpu", trust_remote_code=True
    )
    vectors = model.encode(TEXTS, normalize_embeddings=True)
    assert bundled.encode_documents(TEXTS) == pytest.approx(vectors, abs=1e-5)


@pytest.mark.model
def test_any_model_folder_of_sentence_transformers_opens(
    tmp_path: Path, sentence_transformers: ModuleType
) -> None:
    modules = import_module("sentence_transformers.sentence_transformer.modules")
    words = modules.BoW(["nc", "major"])
    sentence_transformers.SentenceTransformer(modules=[words], device="cpu").save(str(tmp_path))
    encoder = open_encoder(str(tmp_path))
    assert isinstance(encoder, SentenceTransformerEncoder)
    assert encoder.dimension == 2
    assert encoder.encode_query("major nc").tolist() == pytest.approx([0.5**0.5] * 2)
    assert encoder.encode_documents(["nc", "major"]).tolist() == [[1, 0], [0, 1]]
    assert len(encoder.revision) == 64


@pytest.mark.model
def test_a_question_gets_the_prompt_for_queries_that_the_model_brings(tmp_path: Path) -> None:
    prompt = "为这个句子生成表示："
    plain = open_encoder(save_embedding_model(tmp_path / "plain", f"年审{prompt}"))
    prompted = open_encoder(save_embedding_model(tmp_path / "prompted", "年审", 1, prompt))
    document = prompted.encode_documents(["年审"])[0]
    assert document == pytest.approx(plain.encode_documents(["年审"])[0], abs=1e-5)
    assert plain.encode_query("年审") == pytest.approx(document, abs=1e-5)
    assert prompted.encode_query("年审") != pytest.approx(document, abs=1e-5)
    with_prompt = prompted.encode_documents([f"{prompt}年审"])[0]
    assert prompted.encode_query("年审") == pytest.approx(with_prompt, abs=1e-5)
    assert plain.revision != prompted.revision
