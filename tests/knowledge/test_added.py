from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from knowledge import Document, Library
from knowledge.added import AddedDocuments

TEXT = "1. 目的\n规定监督审核。\n"
DOCUMENT = Document(
    id="NEW-1",
    file="NEW-1.txt",
    issuer="某机构",
    title="某规则",
    short="某",
    version="",
    effective_from=None,
    aliases=("某规则",),
    weak_aliases=(),
    body_aliases=(),
    beyond=(),
    sha256=sha256(TEXT.encode()).hexdigest(),
    reader="generic",
)


@pytest.fixture
def added(tmp_path: Path) -> AddedDocuments:
    return AddedDocuments(tmp_path / "added")


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def _add(added: AddedDocuments, document: Document, text: str = TEXT) -> None:
    with added.adding(document, text):
        pass


def test_document_is_in_the_library_once_it_is_added(added: AddedDocuments, tmp_path: Path) -> None:
    _add(added, DOCUMENT)
    assert added.documents == (DOCUMENT,)
    assert Library.load(extra=tmp_path / "added").source("NEW-1") == TEXT


def test_document_is_not_there_before_the_block_has_ended(added: AddedDocuments) -> None:
    with added.adding(DOCUMENT, TEXT):
        assert added.documents == ()


def test_failure_while_adding_leaves_what_was_there(added: AddedDocuments, tmp_path: Path) -> None:
    _add(added, DOCUMENT)
    before = _files(tmp_path)
    with (
        pytest.raises(OSError, match="full"),
        added.adding(replace(DOCUMENT, id="B", file="B.txt"), TEXT),
    ):
        raise OSError("full")
    assert added.documents == (DOCUMENT,)
    assert _files(tmp_path) == before


def test_removed_document_leaves_no_file(added: AddedDocuments, tmp_path: Path) -> None:
    _add(added, DOCUMENT)
    with added.removing("NEW-1"):
        pass
    assert added.documents == ()
    assert _files(tmp_path) == ["catalogue.toml"]


def test_failure_while_removing_keeps_the_document(added: AddedDocuments, tmp_path: Path) -> None:
    _add(added, DOCUMENT)
    with pytest.raises(OSError, match="full"), added.removing("NEW-1"):
        raise OSError("full")
    assert Library.load(extra=tmp_path / "added").source("NEW-1") == TEXT
