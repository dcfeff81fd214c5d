from __future__ import annotations

import logging
from pathlib import Path

import pytest

from indexes.encoder import open_encoder
from indexes.opening import opening
from indexes.reranker import CrossEncoderReranker
from knowledge.errors import UnreadableModel

pytestmark = pytest.mark.model


@pytest.mark.parametrize("open_model", [open_encoder, CrossEncoderReranker])
@pytest.mark.parametrize("name", ["./nowhere", "/nowhere/at/all"])
def test_a_folder_that_is_not_there_is_said_to_be_so(open_model: type, name: str) -> None:
    with pytest.raises(UnreadableModel, match=f"打不开模型 {name}：没有这个文件夹。"):
        open_model(name)


@pytest.mark.parametrize("open_model", [open_encoder, CrossEncoderReranker])
def test_a_folder_without_a_model_is_said_to_be_so(open_model: type, tmp_path: Path) -> None:
    with pytest.raises(UnreadableModel, match="文件夹里没有完好的、能用的模型"):
        open_model(str(tmp_path))


def test_a_name_that_cannot_be_had_is_said_to_be_so() -> None:
    with pytest.raises(UnreadableModel, match="也下载不到这个名称的模型"), opening("some/model"):
        raise OSError("no network")


def test_libraries_are_silent_while_a_model_is_opened_and_speak_again_after() -> None:
    library = logging.getLogger("transformers")
    before = library.level
    with opening("some/model"):
        assert not library.isEnabledFor(logging.WARNING)
    assert library.level == before


def test_an_error_that_has_nothing_to_do_with_the_model_passes_through() -> None:
    with pytest.raises(ZeroDivisionError), opening("some/model"):
        raise ZeroDivisionError
