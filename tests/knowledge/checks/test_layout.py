"""A part that another one interrupts."""

from __future__ import annotations

from knowledge import Library
from knowledge.checks.layout import find
from knowledge.checks.reviewed import ReviewedDocument


def test_interrupted_annex_is_named_with_what_comes_late(library: Library) -> None:
    found = list(find(ReviewedDocument(library, library.document("RLAC-CSSMS"))))
    assert [(one.clauses[0].number, len(one.clauses)) for one in found] == [
        ("附录A 04.08", 10),
        ("附录B 表", 24),
    ]


def test_document_in_order_has_no_fault(library: Library) -> None:
    for name in ("TB-GZ-036", "CNITSEC-CLOUD-1", "ZQHX-ISMS-ITSMS", "WAL-QP-21"):
        assert list(find(ReviewedDocument(library, library.document(name)))) == []
