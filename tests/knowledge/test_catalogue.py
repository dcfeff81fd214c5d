from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from knowledge import Library
from knowledge.catalogue import Document, catalogue_text, read_catalogue
from knowledge.errors import UnreadableDocument

ENTRY = {
    "id": '"D"',
    "file": '"D.txt"',
    "issuer": '"某机构"',
    "title": '"某规则"',
    "short": '"某"',
    "aliases": '["某机构"]',
    "sha256": '"0"',
    "reader": '"generic"',
}


def _written(folder: Path, *entries: dict[str, str]) -> Path:
    path = folder / "catalogue.toml"
    tables = ("\n".join(f"{key} = {value}" for key, value in entry.items()) for entry in entries)
    path.write_text("".join(f"[[document]]\n{table}\n" for table in tables), "utf-8")
    return path


def test_catalogue_states_version_and_date_where_the_document_does(library: Library) -> None:
    stated = {d.id: (d.version, d.effective_from) for d in library.documents}
    assert stated == {
        "TB-GZ-036": ("B/2", date(2026, 4, 23)),
        "RLAC-CSSMS": ("", None),
        "CNITSEC-CLOUD-1": ("", None),
        "ZQHX-ISMS-ITSMS": ("", None),
        "WAL-QP-21": ("2.0", None),
    }


def test_an_alias_names_one_scheme_only(library: Library) -> None:
    names = Counter(
        alias.casefold()
        for document in library.documents
        for alias in (*document.aliases, *document.weak_aliases)
    )
    assert [name for name, schemes in names.items() if schemes > 1] == []


def test_titles_are_those_that_the_documents_print(library: Library) -> None:
    printed = {"TB-GZ-036": "封面 标题", "ZQHX-ISMS-ITSMS": "封面", "WAL-QP-21": "封面"}
    for document, number in printed.items():
        clause = library.find(document, number)
        assert clause is not None
        assert clause.text.replace(" ", "") == library.document(document).title


def test_entry_without_version_and_date_is_complete(tmp_path: Path) -> None:
    (document,) = read_catalogue(_written(tmp_path, ENTRY))
    assert (document.version, document.effective_from, document.weak_aliases) == ("", None, ())


def test_entry_with_an_unknown_or_missing_field_is_refused(tmp_path: Path) -> None:
    wrong = {("editor" if key == "issuer" else key): value for key, value in ENTRY.items()}
    with pytest.raises(UnreadableDocument, match="D 的字段有误：editor、issuer"):
        read_catalogue(_written(tmp_path, wrong))


def test_two_entries_with_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="重复"):
        read_catalogue(_written(tmp_path, ENTRY, ENTRY))


@pytest.mark.parametrize("content", ["", "[[document]", 'title = "x"'])
def test_file_that_is_no_catalogue_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "catalogue.toml").write_text(content, "utf-8")
    with pytest.raises(UnreadableDocument, match="目录不可读"):
        read_catalogue(tmp_path / "catalogue.toml")


def test_catalogue_that_is_written_is_read_again_as_it_was(
    library: Library, tmp_path: Path
) -> None:
    odd = Document(
        id="ODD-1",
        file="ODD-1.txt",
        issuer="",
        title='他说"规则"\\\x7f\n',
        short="某",
        version="",
        effective_from=None,
        aliases=("甲", "乙"),
        weak_aliases=(),
        body_aliases=(),
        beyond=(),
        sha256="0",
        reader="generic",
    )
    documents = (*library.documents, odd)
    (tmp_path / "catalogue.toml").write_text(catalogue_text(documents), "utf-8")
    assert read_catalogue(tmp_path / "catalogue.toml") == documents


def test_catalogue_without_documents_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_text(catalogue_text(()), "utf-8")
    assert read_catalogue(tmp_path / "catalogue.toml") == ()
