"""Models of the hub take the place of the bundled one, or order its hits, by a setting alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.assistant.answer import Answer, Question
from bot.cli.main import COULD_NOT, run
from bot.composition import load_assistant
from bot.indexing import build_index, is_current
from bot.settings import Settings
from knowledge.clause import ClauseRef
from knowledge.errors import IndexMismatch
from knowledge.library import Library
from tests.fakes.tiny_models import save_cross_encoder, save_embedding_model

pytestmark = pytest.mark.model

KEPT = "CNITSEC-CLOUD-1"
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def library() -> Library:
    """One of the bundled documents, so that a model of another make embeds it in seconds."""
    library = Library.load()
    for document in library.documents:
        if document.id != KEPT:
            library = library.without(document.id)
    return library


@pytest.fixture(scope="module")
def embedding_models(tmp_path_factory: pytest.TempPathFactory, library: Library) -> list[str]:
    characters = library.source(KEPT)
    folder = tmp_path_factory.mktemp("embedding_models")
    return [save_embedding_model(folder / f"{n}", characters, seed=n) for n in (1, 2)]


@pytest.fixture(scope="module")
def settings(
    tmp_path_factory: pytest.TempPathFactory, library: Library, embedding_models: list[str]
) -> Settings:
    """Settings with the first model, and its index."""
    folder = tmp_path_factory.mktemp("index")
    settings = Settings(index_folder=folder, embedding_model=embedding_models[0])
    build_index(settings, library)
    return settings


def answered(settings: Settings, library: Library, text: str) -> Answer:
    return load_assistant(settings, library).answer(Question(text, TODAY))


def test_a_question_is_answered_with_the_model_of_the_setting(
    settings: Settings, library: Library
) -> None:
    (fees,) = answered(settings, library, "收费标准").citations
    assert fees.quote.ref == ClauseRef(KEPT, "9")


def test_an_index_of_another_model_is_refused_with_the_command_that_mends_it(
    settings: Settings, library: Library, embedding_models: list[str]
) -> None:
    changed = settings.model_copy(update={"embedding_model": embedding_models[1]})
    assert not is_current(changed, library)
    with pytest.raises(IndexMismatch, match=r"索引的 model\..*请运行 clausebot index build。"):
        load_assistant(changed, library)


def test_a_reranker_brings_forward_the_clause_that_it_judges_best(
    tmp_path: Path, settings: Settings, library: Library
) -> None:
    text, favourite = "云计算安全服务要提交什么材料", "险"
    assert favourite not in answered(settings, library, text).citations[0].quote.text
    model = save_cross_encoder(tmp_path, library.source(KEPT), favourite)
    reranked = settings.model_copy(update={"reranker_model": model})
    assert favourite in answered(reranked, library, text).citations[0].quote.text


@pytest.mark.parametrize("setting", ["CLAUSEBOT_RERANKER_MODEL", "CLAUSEBOT_EMBEDDING_MODEL"])
def test_a_model_that_is_not_there_is_one_sentence(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    shared_index: Path,
    setting: str,
) -> None:
    monkeypatch.setenv("CLAUSEBOT_INDEX_FOLDER", str(shared_index))
    monkeypatch.setenv(setting, "./nowhere/model")
    assert run(["ask", "停证最长多久"]) == COULD_NOT
    assert capsys.readouterr().err == (
        "打不开模型 ./nowhere/model：没有这个文件夹。请核对设置里模型的名称或文件夹。\n"
    )
