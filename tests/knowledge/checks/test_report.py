"""The report for the 技术部."""

from __future__ import annotations

import json

import pytest

from knowledge import ClauseRef, Document, Library
from knowledge.checks import Finding, as_json, as_markdown, as_text
from knowledge.errata import Errata, load_errata

REF = ClauseRef("TB-GZ-036", "6.1.1 3)")
KNOWN = Finding("references", "TB-GZ-036", (REF,), ("按10.4.1条暂停",), "引用的 10.4.1 不存在。")
MANY = Finding(
    "terminology",
    "TB-GZ-036",
    tuple(ClauseRef("TB-GZ-036", f"5.1.1 {number})") for number in range(1, 9)),
    ("人日|人天*",) * 8,
    "审核时间的单位有几个名称。",
)


@pytest.fixture(scope="module")
def document(library: Library) -> Document:
    return library.document("TB-GZ-036")


@pytest.fixture(scope="module")
def errata(library: Library) -> Errata:
    return load_errata(library)


def test_text_has_the_findings_by_check_with_clauses_and_words(
    document: Document, errata: Errata
) -> None:
    assert as_text(document, [KNOWN], errata) == (
        "TB-GZ-036 公有云保护个人可识别信息安全管理体系认证规则：查出 1 处，其中 1 处已有勘误\n"
        "\n"
        "条款引用（1）\n"
        "  引用的 10.4.1 不存在。（勘误 TB-reference-10.4.1）\n"
        "    6.1.1 3)　按10.4.1条暂停\n"
    )


def test_text_without_errata_says_nothing_of_them(document: Document) -> None:
    assert "勘误" not in as_text(document, [KNOWN])


def test_long_lists_of_places_are_cut_in_text(document: Document) -> None:
    assert as_text(document, [MANY]).endswith("    ……　另有 2 处\n")


def test_markdown_has_a_table_whose_cells_are_escaped(document: Document, errata: Errata) -> None:
    lines = as_markdown(document, [KNOWN, MANY], errata).splitlines()
    assert lines[0].startswith("# TB-GZ-036 ")
    assert (
        "| 引用的 10.4.1 不存在。（勘误 TB-reference-10.4.1） | 6.1.1 3) | 按10.4.1条暂停 |"
        in lines
    )
    assert lines[-1].count(r"人日\|人天\*") == 6
    assert lines[-1].replace(r"\|", "").count("|") == 4


def test_json_has_every_place_and_the_faults_on_record(document: Document, errata: Errata) -> None:
    report = json.loads(as_json(document, [KNOWN, MANY], errata))
    assert report["document"] == "TB-GZ-036"
    assert report["findings"][0] == {
        "check": "references",
        "sentence": "引用的 10.4.1 不存在。",
        "places": [{"clause": "6.1.1 3)", "words": "按10.4.1条暂停"}],
        "errata": ["TB-reference-10.4.1"],
    }
    assert len(report["findings"][1]["places"]) == 8


def test_document_without_findings_has_a_report_of_one_line(document: Document) -> None:
    assert as_text(document, []).endswith("：查出 0 处\n")
