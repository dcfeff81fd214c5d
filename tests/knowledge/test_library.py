from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from knowledge import ClauseKind, ClauseRef, Library, Quote
from knowledge.errors import (
    DocumentDamaged,
    QuoteNotFound,
    UnknownClause,
    UnknownDocument,
    UnreadableDocument,
)
from knowledge.verbatim import compact

TB, RLAC, CNITSEC, ZQHX, WAL = (
    "TB-GZ-036",
    "RLAC-CSSMS",
    "CNITSEC-CLOUD-1",
    "ZQHX-ISMS-ITSMS",
    "WAL-QP-21",
)
INTERRUPTED = {"附录A", "附录A 表", "附录A 04", "附录A 04.08", "附录A 04.11", "附录B"}
ENTRY = """
[[document]]
id = "D"
file = "D.txt"
issuer = "某机构"
title = "某规则"
short = "某规则"
aliases = ["某"]
sha256 = "{digest}"
reader = "{reader}"
"""


def test_clause_has_its_words_without_number_and_its_kind(library: Library) -> None:
    clause = library.clause(ClauseRef(TB, "5.4.5 3) ②"))
    assert clause.text == "监督审核： $Y = 0.6 X$ ；"
    assert clause.kind is ClauseKind.ITEM


def test_ancestors_go_from_chapter_to_item(library: Library) -> None:
    above = library.ancestors(ClauseRef(TB, "5.3.1.1 3) ④ a."))
    assert [clause.ref.number for clause in above] == [
        "5",
        "5.3",
        "5.3.1",
        "5.3.1.1",
        "5.3.1.1 3)",
        "5.3.1.1 3) ④",
    ]


def test_descendants_are_everything_below(library: Library) -> None:
    below = library.descendants(ClauseRef(TB, "10.3.1 7)"))
    assert [clause.ref.number for clause in below] == [
        "10.3.1 7) ①",
        "10.3.1 7) ②",
        "10.3.1 7) ③",
    ]


@pytest.mark.parametrize(
    ("document", "number", "words"),
    [
        (TB, "10.3.2 1)", "1) 被注销或撤销法律地位证明文件的；"),
        (TB, "5.4.5 3) ③", "③ 再认证审核： $Y = 0.8 X$ 。"),
        (TB, "附录A 66-85", "66-85 6 2676-3450 17"),
        (TB, "附录A 2676-3450", "66-85 6 2676-3450 17"),
        (TB, "封面 版本号", "版本号：B/2"),
        (TB, "16 TB-GZ-01", "TB-GZ-01 《项目受理管理规定》"),
        (RLAC, "3.3", "3.3 参加公司或认可的外部组织的 ISO/IEC 27017 标准培训，培训不少于 8学时。"),
        (RLAC, "附录B 2451～4350", "66～85 11 2451～4350 24"),
        (
            CNITSEC,
            "9 1.",
            "1. 首次申请一级资质证书费用：\n43000（审核费用）+15000（三年年金）＝58000元。",
        ),
        (ZQHX, "4.1.2.6.2 b) 第2项", "--管理评审的结果；"),
        (WAL, "6.3 2)", "2) 认证活动报价，包括年度监督审核报价；"),
        (WAL, "5 第7项", "- 监督审核"),
    ],
)
def test_quote_is_the_clause_as_printed(
    library: Library, document: str, number: str, words: str
) -> None:
    assert library.quote(ClauseRef(document, number)) == Quote(ClauseRef(document, number), words)


def test_quote_of_a_section_begins_with_its_heading_line(library: Library) -> None:
    heading, first = library.quote(ClauseRef(TB, "10.3.3")).text.split("\n")
    assert heading == "10.3.3. 认证证书注销"
    assert first.startswith("获证组织主动申请不再保持认证证书时")


def test_quote_joins_a_sentence_that_a_page_break_cuts(library: Library) -> None:
    quote = library.quote(ClauseRef(TB, "5.4.5 4)"))
    assert "第二次监督审核选取的场所通常不同于第一次监督审核所选取的场所。" in quote.text


def test_quote_keeps_the_halves_of_an_interrupted_row_on_two_lines(library: Library) -> None:
    first, second = library.quote(ClauseRef(RLAC, "附录A 04.08")).text.split("\n")
    assert first.startswith("04.08 二 信息与通信技术")
    assert second == "服务， 数字版权保护等"


def test_quote_of_words_gives_the_words_of_the_source(library: Library) -> None:
    quote = library.quote(ClauseRef(RLAC, "4.4.1.3"), "可以减少20%的 审核时间")
    assert quote.text == "可以减少 20%的审核时间"


def test_quote_of_words_below_a_clause_is_found_from_the_clause(library: Library) -> None:
    quote = library.quote(ClauseRef(TB, "10.3.1"), "暂停期限最长不得超过6个月")
    assert quote == Quote(ClauseRef(TB, "10.3.1"), "暂停期限最长不得超过6个月")


@pytest.mark.parametrize("words", ["暂停期限最长不得超过三个月", "", " "])
def test_quote_of_words_that_are_not_there_is_refused(library: Library, words: str) -> None:
    with pytest.raises(QuoteNotFound, match="原文"):
        library.quote(ClauseRef(TB, "10.3.1"), words)


def test_quote_whole_has_a_line_for_each_clause_under_it(library: Library) -> None:
    lines = library.quote_whole(ClauseRef(TB, "10.3.2")).text.split("\n")
    assert lines[0] == "10.3.2. 认证证书撤销"
    assert lines[2] == "- 1) 被注销或撤销法律地位证明文件的；"
    assert len(lines) == 10


def test_quote_whole_prints_a_line_with_two_records_once(library: Library) -> None:
    lines = library.quote_whole(ClauseRef(TB, "附录A 表")).text.split("\n")
    assert lines.count("66-85 6 2676-3450 17") == 1
    assert len(lines) == 12


def test_every_quote_stands_in_one_piece_in_the_source_unless_it_is_interrupted(
    library: Library,
) -> None:
    for clause in library.clauses():
        if clause.ref.document == RLAC and clause.ref.number in INTERRUPTED:
            continue
        source = compact(library.source(clause.ref.document))
        assert compact(library.quote(clause.ref).text) in source
        assert compact(library.quote_whole(clause.ref).text) in source


def test_every_quote_is_held_by_its_document(library: Library) -> None:
    for clause in library.clauses():
        assert library.holds(library.quote(clause.ref))
        assert library.holds(library.quote_whole(clause.ref))


def test_a_quote_that_was_altered_is_not_held(library: Library) -> None:
    assert not library.holds(Quote(ClauseRef(TB, "10.3.1"), "暂停期限最长不得超过8个月"))


@pytest.mark.parametrize(
    ("document", "number", "heading"),
    [
        (TB, "10.3.2", "10.3.2. 认证证书撤销"),
        (TB, "10.3.2 1)", "10.3.2. 认证证书撤销"),
        (TB, "6.1.1 1)", "6.1. 监督审核频次与实施"),
        (RLAC, "附录B 66～85", "附录B 认证审核时间要求"),
        (CNITSEC, "9 1.", "9、 费用及周期"),
        (TB, "封面 版本号", ""),
    ],
)
def test_heading_is_the_heading_line_that_a_clause_stands_under(
    library: Library, document: str, number: str, heading: str
) -> None:
    assert library.heading(ClauseRef(document, number)) == heading


def test_unknown_document_names_those_that_are_there(library: Library) -> None:
    with pytest.raises(UnknownDocument, match="TB-GZ-036、RLAC-CSSMS"):
        library.clause(ClauseRef("TB-GZ-999", "1"))


def test_unknown_clause_names_the_number(library: Library) -> None:
    with pytest.raises(UnknownClause, match="10\\.4\\.1"):
        library.quote(ClauseRef(TB, "10.4.1"))


def _folder(folder: Path, text: bytes, digest: str | None = None, reader: str = "generic") -> Path:
    (folder / "documents").mkdir()
    (folder / "documents" / "D.txt").write_bytes(text)
    entry = ENTRY.format(digest=digest or sha256(text).hexdigest(), reader=reader)
    (folder / "catalogue.toml").write_text(entry, "utf-8")
    return folder


def test_library_of_another_folder_is_read_by_its_catalogue(tmp_path: Path) -> None:
    library = Library.load(_folder(tmp_path, "1. 目的\n规定监督审核。\n".encode()))
    assert library.quote(ClauseRef("D", "1")).text == "1. 目的\n规定监督审核。"


def test_changed_document_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentDamaged, match="sha256"):
        Library.load(_folder(tmp_path, b"1. ", digest="0" * 64))


def test_missing_document_is_refused(tmp_path: Path) -> None:
    folder = _folder(tmp_path, b"1. ")
    (folder / "documents" / "D.txt").unlink()
    with pytest.raises(DocumentDamaged, match="不可读"):
        Library.load(folder)


def test_text_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="UTF-8"):
        Library.load(_folder(tmp_path, "目的".encode("gb18030")))


def test_layout_that_nobody_has_described_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="reader"):
        Library.load(_folder(tmp_path, b"1. ", reader="unheard-of"))


def test_second_folder_adds_its_documents_to_the_bundled_ones(
    library: Library, tmp_path: Path
) -> None:
    both = Library.load(extra=_folder(tmp_path, "1. 目的\n规定监督审核。\n".encode()))
    assert [d.id for d in both.documents] == [*(d.id for d in library.documents), "D"]
    assert both.quote(ClauseRef("D", "1")).text == "1. 目的\n规定监督审核。"


def test_second_folder_that_is_not_there_adds_nothing(library: Library, tmp_path: Path) -> None:
    assert Library.load(extra=tmp_path / "nowhere").documents == library.documents


def test_id_in_both_folders_is_refused(tmp_path: Path) -> None:
    folder = _folder(tmp_path, b"1. ")
    with pytest.raises(UnreadableDocument, match="文件编号重复：D"):
        Library.load(folder, extra=folder)


def test_library_with_a_document_and_without_it_again(library: Library, tmp_path: Path) -> None:
    (document,) = Library.load(_folder(tmp_path, b"1. ")).documents
    larger = library.with_document(document, "1. 目的\n规定监督审核。\n")
    assert larger.find("D", "1") is not None
    assert larger.without("D").documents == library.documents
