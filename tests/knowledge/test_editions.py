from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import ClauseRef, Library
from knowledge.candidate import Candidate
from knowledge.editions import Comparison, Edition, compare

OLD = """1. 总则
1.1 目的
规范认证活动。
2. 审核
2.1 监督审核
监督审核每12个月一次。
2.2 再认证
到期前3个月提出申请，下列材料应当齐全：
a) 申请书；
b) 证书；
c) 报告。
3. 证书
3.1 证书有效期3年。
"""


def _edition(folder: Path, name: str, text: str) -> Edition:
    (folder / f"{name}.txt").write_text(text, "utf-8")
    candidate = Candidate.of_file(folder / f"{name}.txt")
    return Edition(candidate.library, candidate.document)


def _compared(folder: Path, new: str, old: str = OLD) -> Comparison:
    return compare(_edition(folder, "old", old), _edition(folder, "new", new))


def _numbers(comparison: Comparison) -> dict[str, list[str]]:
    return {
        "reworded": [f"{p.old.ref.number} {p.new.ref.number}" for p in comparison.reworded],
        "renumbered": [f"{p.old.ref.number} {p.new.ref.number}" for p in comparison.renumbered],
        "added": [clause.ref.number for clause in comparison.added],
        "removed": [clause.ref.number for clause in comparison.removed],
    }


def test_same_text_has_no_changes(tmp_path: Path) -> None:
    comparison = _compared(tmp_path, OLD.replace("\n", "\n\n"))
    assert not any(_numbers(comparison).values())
    assert comparison.unchanged == 10


def test_other_words_in_place_are_a_rewording(tmp_path: Path) -> None:
    comparison = _compared(tmp_path, OLD.replace("12个月", "10个月"))
    assert _numbers(comparison)["reworded"] == ["2.1 2.1"]
    pieces = comparison.reworded[0].pieces
    assert [(p.old, p.new) for p in pieces if not p.is_same] == [("12", "10")]


def test_inserted_section_renumbers_those_after_it_and_what_is_under_them(tmp_path: Path) -> None:
    new = OLD.replace("2.2 再认证", "2.2 特殊审核\n接到投诉时进行。\n2.3 再认证")
    comparison = _compared(tmp_path, new)
    assert _numbers(comparison) == {
        "reworded": [],
        "renumbered": ["2.2 2.3", "2.2 a) 2.3 a)", "2.2 b) 2.3 b)", "2.2 c) 2.3 c)"],
        "added": ["2.2"],
        "removed": [],
    }
    assert [pair.follows for pair in comparison.renumbered] == [False, True, True, True]


def test_removed_item_renumbers_the_next_ones(tmp_path: Path) -> None:
    new = OLD.replace("a) 申请书；\nb) 证书；\nc) 报告。", "a) 申请书；\nb) 报告。")
    assert _numbers(_compared(tmp_path, new)) == {
        "reworded": [],
        "renumbered": ["2.2 c) 2.2 b)"],
        "added": [],
        "removed": ["2.2 b)"],
    }


def test_clause_that_moved_and_changed_a_little_is_found(tmp_path: Path) -> None:
    old = OLD.replace("证书有效期3年", "证书自认证决定之日起有效期3年，不得转让")
    new = old.replace(
        "3.1 证书自认证决定之日起有效期3年",
        "3.1 证书遗失的可以补发。\n3.2 证书自认证决定之日起有效期5年",
    )
    comparison = _compared(tmp_path, new, old)
    assert _numbers(comparison)["reworded"] == ["3.1 3.2"]
    assert _numbers(comparison)["added"] == ["3.1"]


def test_clause_written_anew_under_its_number_is_a_rewording(tmp_path: Path) -> None:
    comparison = _compared(
        tmp_path, OLD.replace("规范认证活动。", "另见合同。").replace("1.1 目的", "1.1 说明")
    )
    assert _numbers(comparison)["reworded"] == ["1.1 1.1"]


def test_equal_words_in_other_places_are_not_mixed_up(tmp_path: Path) -> None:
    old = "1. 初审\n1.1 总则\n每次两人。\n2. 监督\n2.1 总则\n每次一人。\n"
    new = "1. 申请\n1.1 总则\n书面提出。\n" + (
        "2. 初审\n2.1 总则\n每次两人。\n3. 监督\n3.1 总则\n每次一人。\n"
    )
    assert _numbers(_compared(tmp_path, new, old)) == {
        "reworded": [],
        "renumbered": ["1 2", "1.1 2.1", "2 3", "2.1 3.1"],
        "added": ["1", "1.1"],
        "removed": [],
    }


def test_clause_is_followed_into_the_new_edition(tmp_path: Path) -> None:
    comparison = _compared(tmp_path, OLD.replace("3. 证书\n3.1", "3. 费用\n按合同。\n4. 证书\n4.1"))
    now = comparison.now(ClauseRef("old", "3.1"))
    assert now is not None
    assert now.ref.number == "4.1"
    gone = _compared(tmp_path, OLD.partition("3. 证书")[0])
    assert gone.now(ClauseRef("old", "3.1")) is None


@pytest.mark.parametrize("document", ["TB-GZ-036", "WAL-QP-21", "ZQHX-ISMS-ITSMS"])
def test_bundled_document_is_the_same_as_itself(library: Library, document: str) -> None:
    edition = Edition(library, library.document(document))
    comparison = compare(edition, edition)
    assert comparison.unchanged == len(edition.clauses)
