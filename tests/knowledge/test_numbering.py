from __future__ import annotations

import pytest

from knowledge.numbering import parts


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("5.4.5 3) ②", ("5.4.5", "3", "2")),
        ("5.4.5 第3项（2）", ("5.4.5", "3", "2")),
        ("5.3.1.1 3) ④ a.", ("5.3.1.1", "3", "4", "a")),
        ("附录A 注④", ("附录a", "注4")),
        ("附件一", ("附件1",)),
        ("附录B 2451～4350", ("附录b", "2451-4350")),
        ("附录A ≤15", ("附录a", "≤15")),
        ("附录A 04.11/ 1", ("附录a", "04.11/1")),
        ("第十条 （三）", ("条10", "3")),
        ("第一百零二条", ("条102",)),
        ("第三章 第二节", ("章3", "章2")),
        ("10.3.1 末段", ("10.3.1", "末段")),
        ("5 第3段", ("5", "段3")),
        ("附件1 WAL-QP-21-05A", ("附件1", "wal-qp-21-05a")),
        ("附录B 注1 一是", ("附录b", "注1", "1")),
        ("封面 版本号", ("封面", "版本号")),
        ("", ()),
    ],
)
def test_parts_ignore_how_a_number_is_written(number: str, expected: tuple[str, ...]) -> None:
    assert parts(number) == expected
