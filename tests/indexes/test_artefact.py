from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from indexes import artefact
from indexes.search import Search
from knowledge.clause import ClauseRef
from knowledge.errors import IndexMismatch
from knowledge.library import Library
from knowledge.question_bank import QuestionBank
from tests.fakes.hash_embedder import HashEmbedder

from .conftest import BUILT, FEES, RULES, Documents, rewrite

ASKED = ["年审多久一次", "欠费停证吗", "申请费", "云服务"]


def test_a_loaded_index_finds_what_the_one_before_it_found(
    store: Path, library: Library, bank: QuestionBank, search: Search
) -> None:
    again = Search.load(store, library, HashEmbedder(), bank)
    assert [again.search(text) for text in ASKED] == [search.search(text) for text in ASKED]


def test_an_index_in_memory_finds_what_one_on_disk_finds(
    library: Library, bank: QuestionBank, embedder: HashEmbedder, search: Search
) -> None:
    held = Search(artefact.in_memory(library, bank, embedder), embedder)
    for text in ASKED:
        assert [hit.ref for hit in held.search(text)] == [hit.ref for hit in search.search(text)]


def test_a_changed_document_embeds_only_its_changed_clauses(
    store: Path, documents: Documents, bank: QuestionBank
) -> None:
    changed = documents.write({"A": RULES, "B": FEES.replace("2000", "3000")})
    embedder = HashEmbedder()
    report = artefact.build(store, changed, bank, embedder, BUILT)
    assert (report.embedded, report.reused) == (1, 7)
    assert embedder.embedded == [
        "收费\n申请费每次3000元，不得减免。",
        "报名要多少钱",
        "申请费能不能免",
    ]


def test_new_questions_embed_only_their_clause(
    store: Path, library: Library, bank: QuestionBank
) -> None:
    more = QuestionBank({**dict(grouped(bank)), ClauseRef("B", "1.2"): ("监督怎么收钱",)})
    assert artefact.build(store, library, more, HashEmbedder(), BUILT).embedded == 1


def test_another_model_embeds_everything(store: Path, library: Library, bank: QuestionBank) -> None:
    other = HashEmbedder(revision="2")
    assert artefact.build(store, library, bank, other, BUILT).reused == 0


def test_vectors_taken_over_are_those_embedded_afresh(
    tmp_path: Path, store: Path, documents: Documents, bank: QuestionBank
) -> None:
    changed = documents.write({"A": RULES, "B": FEES.replace("2000", "3000")})
    artefact.build(store, changed, bank, HashEmbedder(), BUILT)
    artefact.build(tmp_path / "afresh", changed, bank, HashEmbedder(), BUILT)
    taken_over = artefact.load(store, changed, bank, HashEmbedder())
    afresh = artefact.load(tmp_path / "afresh", changed, bank, HashEmbedder())
    assert (taken_over.dense.vectors == afresh.dense.vectors).all()


def test_the_folder_is_named_by_its_content(
    store: Path, library: Library, bank: QuestionBank
) -> None:
    before = artefact.current_folder(store).name
    report = artefact.build(store, library, bank, HashEmbedder(), BUILT.replace(year=2027))
    assert report.folder.name.startswith(before)


def test_the_folder_in_use_is_not_touched_while_the_same_content_is_built_again(
    store: Path, library: Library, bank: QuestionBank
) -> None:
    class Watching(HashEmbedder):
        def encode_documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
            artefact.load(store, library, bank, HashEmbedder())
            return super().encode_documents(texts)

    before = artefact.current_folder(store)
    report = artefact.build(store, library, bank, Watching(), BUILT)
    assert report.folder != before
    assert not before.exists()


def test_a_build_leaves_one_index_and_nothing_half_written(
    store: Path, documents: Documents, bank: QuestionBank
) -> None:
    artefact.build(store, documents.write({"A": RULES}), QuestionBank({}), HashEmbedder(), BUILT)
    names = {path.name for path in store.iterdir()}
    assert names == {"current", artefact.current_folder(store).name}


def test_a_build_that_fails_leaves_the_index_in_use(
    store: Path, library: Library, documents: Documents, bank: QuestionBank
) -> None:
    class Broken(HashEmbedder):
        def encode_documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
            raise RuntimeError

    changed = documents.write({"A": RULES + "4. 其他\n本规则自发布之日起实施。\n", "B": FEES})
    with pytest.raises(RuntimeError):
        artefact.build(store, changed, bank, Broken(), BUILT)
    assert artefact.load(store, library, bank, HashEmbedder()).refs


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("format_version", 0),
        ("documents__A__sha256", "0"),
        ("documents__A__clauses", 3),
        ("documents__A__units", 3),
        ("documents__A__content", "0"),
        ("model__name", "another"),
        ("model__revision", "2"),
        ("model__dimension", 32),
        ("model__normalised", False),
        ("tokenizer__jieba", "0.1"),
        ("tokenizer__domain_words", "0"),
        ("tokenizer__stop_words", "0"),
        ("tokenizer__common_words", "0"),
        ("bm25__k1", 9.0),
        ("bm25__b", 0.0),
        ("libraries__faiss-cpu", "0"),
        ("libraries__bm25s", "0"),
        ("libraries__numpy", "0"),
        ("libraries__jieba", "0"),
    ],
)
def test_a_manifest_that_differs_is_refused_with_field_and_remedy(
    store: Path, library: Library, bank: QuestionBank, field: str, value: object
) -> None:
    rewrite(artefact.current_folder(store) / "manifest.json", **{field: value})
    with pytest.raises(IndexMismatch, match="clausebot index build") as refused:
        artefact.load(store, library, bank, HashEmbedder())
    assert refused.value.field == field.replace("__", ".")
    assert str(refused.value.found) == str(value)


def test_when_it_was_built_is_not_compared(
    store: Path, library: Library, bank: QuestionBank
) -> None:
    rewrite(artefact.current_folder(store) / "manifest.json", built_at="long ago")
    assert artefact.load(store, library, bank, HashEmbedder()).refs


@pytest.mark.parametrize("file", ["manifest.json", "clauses.jsonl", "vectors.faiss"])
def test_a_damaged_file_is_refused(
    store: Path, library: Library, bank: QuestionBank, file: str
) -> None:
    (artefact.current_folder(store) / file).write_bytes(b"{")
    with pytest.raises(IndexMismatch, match="clausebot index build"):
        artefact.load(store, library, bank, HashEmbedder())


@pytest.mark.parametrize("file", ["manifest.json", "clauses.jsonl", "vectors.faiss"])
def test_a_missing_file_is_refused(
    store: Path, library: Library, bank: QuestionBank, file: str
) -> None:
    (artefact.current_folder(store) / file).unlink()
    with pytest.raises(IndexMismatch, match="clausebot index build"):
        artefact.load(store, library, bank, HashEmbedder())


def test_a_missing_lexical_index_is_refused(
    store: Path, library: Library, bank: QuestionBank
) -> None:
    for part in (artefact.current_folder(store) / "bm25").iterdir():
        part.unlink()
    with pytest.raises(IndexMismatch, match="bm25"):
        artefact.load(store, library, bank, HashEmbedder())


def test_fewer_clauses_than_the_manifest_says_are_refused(
    store: Path, library: Library, bank: QuestionBank
) -> None:
    file = artefact.current_folder(store) / "clauses.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(lines[1:]), encoding="utf-8")
    with pytest.raises(IndexMismatch, match=r"clauses\.jsonl"):
        artefact.load(store, library, bank, HashEmbedder())


def test_an_empty_store_is_refused(tmp_path: Path, library: Library, bank: QuestionBank) -> None:
    with pytest.raises(IndexMismatch, match="clausebot index build"):
        artefact.load(tmp_path / "nothing", library, bank, HashEmbedder())


def test_every_clause_of_the_artefact_has_its_own_line(store: Path) -> None:
    text = (artefact.current_folder(store) / "clauses.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    assert [(line["document"], line["clause"]) for line in lines][:2] == [("A", "1"), ("A", "2.1")]


def grouped(bank: QuestionBank) -> dict[ClauseRef, tuple[str, ...]]:
    return {ref: bank.questions(ref) for ref, _ in bank.pairs()}


class WordEmbedder(HashEmbedder):
    def encode_words(self, words: Sequence[str]) -> NDArray[np.float32]:
        return super().encode_documents(words)


@pytest.mark.parametrize("content", [b"{", None])
def test_words_that_are_damaged_or_missing_are_refused(
    tmp_path: Path, library: Library, bank: QuestionBank, content: bytes | None
) -> None:
    artefact.build(tmp_path / "index", library, bank, WordEmbedder(), BUILT)
    file = artefact.current_folder(tmp_path / "index") / "words.npz"
    file.unlink()
    if content:
        file.write_bytes(content)
    with pytest.raises(IndexMismatch, match=r"words\.npz"):
        artefact.load(tmp_path / "index", library, bank, WordEmbedder())


def test_an_encoder_without_vectors_of_words_has_none_in_its_index(
    store: Path, library: Library, bank: QuestionBank
) -> None:
    assert artefact.load(store, library, bank, HashEmbedder()).words is None
