from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from bot.register.errors import RegisterRefuses
from bot.register.exchange import tables
from bot.register.exchange.plan import Plan

Planning = Callable[..., Plan]
TEXT = "组织名称,证书编号,体系\n甲公司,1,腾标\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_csv_is_read_in_the_encodings_that_excel_writes(plan: Planning, encoding: str) -> None:
    assert plan(content=TEXT.encode(encoding)).new[0].organization == "甲公司"


@pytest.mark.parametrize("separator", [";", "\t"])
def test_csv_may_have_other_separators_and_quoted_lines(plan: Planning, separator: str) -> None:
    text = TEXT.replace(",", separator).replace("甲公司", '"甲\n公司"').replace("\n", "\r\n")
    assert plan(content=text.encode()).new[0].organization == "甲 公司"


def packed(*names: str) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as parts:
        for name in names:
            parts.writestr(name, "x")
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.xlsm", b"PK\x03\x04", "文件里有宏"),
        ("a.xlsx", packed("xl/workbook.xml", "xl/vbaProject.bin"), "文件里有宏"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "旧的 .xls 或加了密码"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0", "旧的 .xls 或加了密码"),
        ("a.xlsx", b"nonsense", "文件损坏"),
        ("a.xlsx", packed("a.txt"), "文件损坏"),
        ("a.xlsx", packed("a.txt")[:30], "文件损坏"),
        ("a.pdf", b"%PDF", "只能导入 .xlsx 和 .csv"),
        ("a.csv", b"\xff\x00\x81\xff", "编码认不出来"),
        ("a.csv", b"", "没有数据"),
        ("a.csv", b'"' + b"x" * 200_000, "文件损坏"),
        ("a.csv", b"x" * (tables.MOST_BYTES + 1), "文件有 20 MB，超过了 20 MB"),
    ],
    # The contents themselves differ from one second to the next.
    ids=str.split("xlsm macro xls xls-in-xlsx words zip cut-zip pdf binary empty cut too-large"),
)
def test_file_that_is_no_table_is_refused(
    plan: Planning, name: str, content: bytes, sentence: str
) -> None:
    with pytest.raises(RegisterRefuses, match=sentence):
        plan(name=name, content=content or b"\n")


def test_the_first_sheet_with_headings_is_read(
    plan: Planning, workbook: Callable[..., bytes]
) -> None:
    content = workbook(["说明"], [], ["组织名称", "证书编号", "体系"], ["甲公司", "1", "腾标"])
    assert plan(name="a.xlsx", content=content).new[0].line == 4
