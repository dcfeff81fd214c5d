from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import UnreadableDocument
from knowledge.ingestion import extract
from tests.fakes.clause_words import ADDED, numbers_and_words
from tests.fakes.pdf_file import FONT, Block, pdf_file, wrapped

BANDS = [["人数", "人日"], ["1-10", "2"], ["11-25", "3"]]


def _text(folder: Path, *pages: list[Block]) -> str:
    return extract(pdf_file(pages, folder / "a.pdf")).text


def test_printed_document_has_the_clauses_of_its_text(
    tmp_path: Path, numeral_clauses: dict[str, str]
) -> None:
    lines = wrapped((ADDED / "chinese_numerals.txt").read_text("utf-8"), 36)
    pages = [lines[at : at + 33] for at in range(0, len(lines), 33)]
    printed = [["鹏程检测评价中心 文件", *page, str(n)] for n, page in enumerate(pages, 1)]
    assert len(pages) > 2
    assert numbers_and_words(extract(pdf_file(printed, tmp_path / "a.pdf"))) == numeral_clauses


def test_ruled_table_has_a_line_for_each_row(tmp_path: Path) -> None:
    assert _text(tmp_path, ["附录A 人日", BANDS, "注：取整。"]) == (
        "附录A 人日\n人数\t人日\n1-10\t2\n11-25\t3\n注：取整。\n"
    )


def test_table_that_goes_on_over_a_page_has_one_header(tmp_path: Path) -> None:
    pages = [["附录A 人日", BANDS], [[BANDS[0], ["26-45", "4"]], "注：取整。"]]
    assert list(numbers_and_words(extract(pdf_file(pages, tmp_path / "a.pdf")))) == [
        "附录A",
        "附录A 表",
        "附录A 1-10",
        "附录A 11-25",
        "附录A 26-45",
        "附录A 注",
    ]


def test_frame_around_a_text_is_no_table(tmp_path: Path) -> None:
    assert "\t" not in _text(tmp_path, [[["本页为封面"]], "1. 目的"])


def test_sentence_that_goes_on_over_a_page_has_no_page_number_in_it(tmp_path: Path) -> None:
    text = _text(tmp_path, ["1. 监督审核由审核部", "- 1 -"], ["安排，每年一次。", "- 2 -"])
    assert text == "1. 监督审核由审核部\n安排，每年一次。\n"


def test_page_without_text_is_reported(tmp_path: Path) -> None:
    page = ["1. 监督审核由审核部安排，每年一次。"]
    extracted = extract(pdf_file([page, [], page, []], tmp_path / "a.pdf"))
    assert extracted.left_out == ("第 2、4 页没有文字（可能是图片）",)


def test_scan_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="可能是扫描件"):
        extract(pdf_file([[], []], tmp_path / "a.pdf"))


def test_font_that_does_not_say_its_characters_is_refused(tmp_path: Path) -> None:
    unknown = FONT.replace(b"/UniGB-UCS2-H", b"/Identity-H").replace(b"(GB1)", b"(Identity)")
    page = ["监督审核由审核部安排每年一次"] * 5
    with pytest.raises(UnreadableDocument, match="乱码"):
        extract(pdf_file([page], tmp_path / "a.pdf", unknown))


def test_locked_file_is_named_as_such(tmp_path: Path) -> None:
    made = pdf_file([["1. 目的"]], tmp_path / "a.pdf")
    lock = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"28" * 32
        + b"> /U <"
        + b"5A" * 32
        + b"> >>"
        b" /ID [<00><00>] >>\nstartxref"
    )
    made.write_bytes(made.read_bytes().replace(b">>\nstartxref", lock))
    with pytest.raises(UnreadableDocument, match="设了打开密码"):
        extract(made)
