from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from knowledge.candidate import Candidate
from tests.fakes.clause_words import ADDED


@pytest.fixture
def candidate() -> Candidate:
    return Candidate.of_file(ADDED / "articles.txt")


def test_file_becomes_a_document_of_what_it_says(candidate: Candidate) -> None:
    document = candidate.document
    assert (document.id, document.title, document.reader) == (
        "SL-YL-01",
        "养老机构服务认证实施细则",
        "generic",
    )
    assert document.sha256 == sha256(candidate.text.encode()).hexdigest()


def test_file_that_says_nothing_is_called_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "通知.txt").write_text("监督审核每年一次。", "utf-8")
    document = Candidate.of_file(tmp_path / "通知.txt").document
    assert (document.id, document.title) == ("通知", "监督审核每年一次。")


def test_every_quote_of_the_candidate_is_verbatim(candidate: Candidate) -> None:
    library = candidate.library
    assert all(library.holds(library.quote(clause.ref)) for clause in candidate.clauses)


def test_catalogued_facts_win_and_names_of_the_issuer_are_set_apart(candidate: Candidate) -> None:
    document = candidate.catalogued(id="X-1", aliases=("养老认证", "山岭")).document
    assert (document.id, document.file, document.version) == ("X-1", "X-1.txt", "A/1")
    assert document.body_aliases == ("山岭",)


def test_file_is_read_by_the_layout_that_is_named() -> None:
    assert Candidate.of_file(ADDED / "articles.txt", "cnitsec").document.reader == "cnitsec"
