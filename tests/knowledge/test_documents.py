"""Invariants of the five documents: unchanged, read completely, numbered without a gap."""

from __future__ import annotations

from collections import defaultdict
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

import knowledge
from knowledge import Clause, ClauseKind, Library
from knowledge.numbering import parts
from knowledge.verbatim import compact

SHA256 = {
    "CNITSEC-CLOUD-1": "7097a96ab8f7095e0e60d314b8886fac70c9387e4bc8f6d9ec31b84c74715c1d",
    "RLAC-CSSMS": "4f70019ca6cbe5172178c03101b0ca969950edd8a3b218a37a0c09835ac0d2e3",
    "TB-GZ-036": "45f8fdcab9158d3c48d5651e9213d47b695e187e1261c7f87af7adc0a5d1c7b6",
    "WAL-QP-21": "d46ba43f79dd43da97fb786f91fa62cca062a46594275ba6216f9b9e4b596238",
    "ZQHX-ISMS-ITSMS": "4229930830642cc1e44e73555bc91bd6626813eb5482ba81cce3b85b1e5e7430",
}
CLAUSES = {
    "CNITSEC-CLOUD-1": 118,
    "RLAC-CSSMS": 240,
    "TB-GZ-036": 662,
    "WAL-QP-21": 163,
    "ZQHX-ISMS-ITSMS": 196,
}
NUMBERING_FAULTS = {
    # Two clauses are printed with the number 6.1: 再认证审核, 再认证审核的策划.
    ("RLAC-CSSMS", "6", (1, 1, 2, 3, 4)),
    # The records are numbered as the forms of the body are; 6.1 to 6.4 and 6.6 are not among them.
    ("ZQHX-ISMS-ITSMS", "6", (5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)),
    # Thirty forms are known by their form numbers; the last two have none and count on.
    ("WAL-QP-21", "附件1", (31, 32)),
}
documents = pytest.mark.parametrize("document", sorted(SHA256))


@documents
def test_document_is_unchanged_to_the_byte(document: str) -> None:
    path = Path(knowledge.__file__).parent / "documents" / f"{document}.txt"
    assert sha256(path.read_bytes()).hexdigest() == SHA256[document]


@documents
def test_clauses_and_furniture_together_give_the_document_back(
    library: Library, document: str
) -> None:
    source = library.source(document)
    spans = [span for clause in library.clauses(document) for span in clause.spans]
    spans = sorted([*spans, *library.furniture(document)], key=lambda span: span.start)
    joined = "".join(source[span.start : span.end] for span in spans)
    assert compact(joined) == compact(source)


@documents
def test_no_two_clauses_share_a_character(library: Library, document: str) -> None:
    spans = [span for clause in library.clauses(document) for span in clause.spans]
    spans = sorted([*spans, *library.furniture(document)], key=lambda span: span.start)
    assert all(before.end <= after.start for before, after in pairwise(spans))


def test_furniture_is_contents_pages_and_a_repeated_table_group_and_nothing_else(
    library: Library,
) -> None:
    source = {document: library.source(document) for document in SHA256}
    lines = {
        document: [source[document][span.start : span.end] for span in library.furniture(document)]
        for document in SHA256
    }
    assert lines["RLAC-CSSMS"] == ["04"]
    assert lines["CNITSEC-CLOUD-1"] == lines["ZQHX-ISMS-ITSMS"] == []
    for document, contents in (("TB-GZ-036", 45), ("WAL-QP-21", 22)):
        title, *entries = lines[document]
        assert compact(title) == "目录"
        assert len(entries) == contents - 1
        assert all(entry[-1].isdigit() for entry in entries)


@documents
def test_number_of_clauses_stays_as_compared_by_hand(library: Library, document: str) -> None:
    assert len(library.clauses(document)) == CLAUSES[document]


@documents
def test_numbers_are_unique(library: Library, document: str) -> None:
    numbers = [clause.ref.number for clause in library.clauses(document)]
    assert len(numbers) == len(set(numbers))


@documents
def test_each_number_finds_its_clause(library: Library, document: str) -> None:
    for clause in library.clauses(document):
        assert library.find(document, clause.ref.number) is clause
        assert library.clause(clause.ref) is clause


@documents
def test_parents_and_children_name_each_other(library: Library, document: str) -> None:
    for clause in library.clauses(document):
        if clause.parent:
            assert clause.ref in library.clause(clause.parent).children
        for child in clause.children:
            assert library.clause(child).parent == clause.ref


def test_lists_and_chapters_count_without_a_gap_but_for_the_known_faults(library: Library) -> None:
    faults = set()
    for document in SHA256:
        for parent, ordinals in _lists(library, document):
            if ordinals != tuple(range(1, len(ordinals) + 1)):
                faults.add((document, parent, ordinals))
    assert faults == NUMBERING_FAULTS


def _lists(library: Library, document: str) -> list[tuple[str, tuple[int, ...]]]:
    """Parent number and ordinals of each run of numbered siblings."""
    runs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for clause in library.clauses(document):
        ordinal = _ordinal(clause)
        if ordinal is not None:
            parent = clause.parent.number if clause.parent else ""
            runs[parent, clause.kind].append(ordinal)
    return [(parent, tuple(ordinals)) for (parent, _), ordinals in runs.items()]


def _ordinal(clause: Clause) -> int | None:
    path = parts(clause.ref.number)
    last = path[-1]
    if clause.kind is ClauseKind.SECTION:
        number = path[0].rpartition(".")[2]
        return int(number) if number.isdigit() else None
    if clause.kind is ClauseKind.ITEM:
        return int(last) if last.isdigit() else ord(last) - ord("a") + 1 if len(last) == 1 else None
    return None
