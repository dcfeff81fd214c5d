from __future__ import annotations

import pytest

from knowledge import Library

TB, RLAC, CNITSEC, ZQHX, WAL = (
    "TB-GZ-036",
    "RLAC-CSSMS",
    "CNITSEC-CLOUD-1",
    "ZQHX-ISMS-ITSMS",
    "WAL-QP-21",
)


@pytest.mark.parametrize(
    ("document", "typed", "number"),
    [
        (TB, "10.3.1第7条", "10.3.1 7)"),
        (TB, "10.3.1第七项", "10.3.1 7)"),
        (TB, "10.3.1 7）①", "10.3.1 7) ①"),
        (TB, "10.3.1.7", "10.3.1 7)"),
        (TB, "10.3.1-7", "10.3.1 7)"),
        (TB, "条款10.3.1", "10.3.1"),
        (TB, "第10.3.1条", "10.3.1"),
        (TB, "10.3.1.", "10.3.1"),
        (TB, "１０．３．１", "10.3.1"),
        (TB, "第5章", "5"),
        (TB, "5.4.5 3）②", "5.4.5 3) ②"),
        (TB, "5.4.5 3) 2", "5.4.5 3) ②"),
        (TB, "5.4.5 3)②", "5.4.5 3) ②"),
        (TB, "5.4.5 注", "5.4.5 3) 注"),
        (TB, "10.3.1 末段", "10.3.1 末段"),
        (TB, "10.3.1 最后一段", "10.3.1 末段"),
        (TB, "10.3.1第二段", "10.3.1 末段"),
        (TB, "10.3.1第1段", "10.3.1"),
        (TB, "附录A注4", "附录A 注④"),
        (TB, "附录a 注④", "附录A 注④"),
        (TB, "附 录 A", "附录A"),
        (TB, "附录A 66～85", "附录A 66-85"),
        (TB, "5.6.2 2) 末段 ②", "5.6.2 2) 末段 ②"),
        (TB, "TB-GZ-01", None),
        (TB, "16 tb-gz-01", "16 TB-GZ-01"),
        (RLAC, "4.1（5）", "4.1 (5)"),
        (RLAC, "7.3.1(2)", "7.3.1 (2)"),
        (RLAC, "4.3(2)4", "4.3 (2) 4"),
        (RLAC, "附录B 2451-4350", "附录B 2451～4350"),
        (RLAC, "附录B注2", "附录B 注2"),
        (RLAC, "附录A 04.11/1", "附录A 04.11/1"),
        (RLAC, "6.1", "6.1"),
        (RLAC, "6.1 再认证审核的策划", "6.1 (再认证审核的策划)"),
        (CNITSEC, "9.1", "9 1."),
        (CNITSEC, "第9章第1条", "9 1."),
        (CNITSEC, "5第三段", "5 第3段"),
        (CNITSEC, "5 末段", "5 第7段"),
        (CNITSEC, "3.2.3 5", "3.2.3 5."),
        (ZQHX, "4.1.2.6.2 b", "4.1.2.6.2 b)"),
        (ZQHX, "4.1.2.6.2b）第3项", "4.1.2.6.2 b) 第3项"),
        (ZQHX, "4.1.7.2（1）", "4.1.7.2 (1)"),
        (WAL, "附件 1 WAL- QP-21-16", "附件1 WAL-QP-21-16"),
        (WAL, "6.3 1)", "6.3 1)"),
        (WAL, "6.6第二段", "6.6 第2段"),
    ],
)
def test_number_is_found_as_people_type_it(
    library: Library, document: str, typed: str, number: str | None
) -> None:
    clause = library.find(document, typed)
    assert (clause.ref.number if clause else None) == number


@pytest.mark.parametrize(
    "typed", ["", "10.4.1", "99", "10.3.1 99)", "附录C", "监督审核", "5.3.2.2 ③"]
)
def test_number_that_is_not_there_is_not_found(library: Library, typed: str) -> None:
    assert library.find(TB, typed) is None
