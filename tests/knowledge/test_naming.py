from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge import Document, Library
from knowledge.errors import NameNotAllowed
from knowledge.naming import is_free, refuse_names


@pytest.fixture
def document(library: Library) -> Document:
    nothing: tuple[str, ...] = ()
    return replace(
        library.documents[0],
        id="NEW-1",
        aliases=("养老机构服务",),
        weak_aliases=nothing,
        body_aliases=nothing,
    )


def test_new_names_are_accepted(document: Document, library: Library) -> None:
    refuse_names(document, library.documents)


@pytest.mark.parametrize("document_id", ["", "新文件", "a/b", "../x", "-x", "a b", "x" * 65, "a\n"])
def test_id_that_cannot_be_a_file_name_is_refused(
    document: Document, library: Library, document_id: str
) -> None:
    with pytest.raises(NameNotAllowed, match="编号只能用字母"):
        refuse_names(replace(document, id=document_id), library.documents)


def test_id_of_another_document_is_refused_in_any_case(
    document: Document, library: Library
) -> None:
    with pytest.raises(NameNotAllowed, match="不能用“tb-gz-036”：已有这个编号的文件"):
        refuse_names(replace(document, id="tb-gz-036"), library.documents)


@pytest.mark.parametrize(
    ("alias", "other"),
    [
        ("网安联", "WAL-QP-21"),
        ("ｒｌａｃ", "RLAC-CSSMS"),
        ("ISO 27017", "RLAC-CSSMS"),
        ("云安全", "RLAC-CSSMS"),
    ],
)
def test_alias_of_another_scheme_is_refused(
    document: Document, library: Library, alias: str, other: str
) -> None:
    with pytest.raises(NameNotAllowed, match=f"已是 {other} 的叫法"):
        refuse_names(replace(document, aliases=(alias,)), library.documents)


def test_weak_alias_may_be_shared_with_weak_ones_only(document: Document, library: Library) -> None:
    refuse_names(replace(document, weak_aliases=("云安全",)), library.documents)
    with pytest.raises(NameNotAllowed, match="已是 RLAC-CSSMS 的叫法"):
        refuse_names(replace(document, weak_aliases=("CSSMS",)), library.documents)


def test_alias_of_one_character_is_refused(document: Document, library: Library) -> None:
    with pytest.raises(NameNotAllowed, match="至少要有两个字"):
        refuse_names(replace(document, aliases=("老",)), library.documents)


def test_name_is_free_where_nobody_has_it(library: Library) -> None:
    assert is_free("养老", library.documents)
    assert not is_free("云 安全", library.documents)
