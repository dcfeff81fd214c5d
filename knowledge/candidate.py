"""A file that may become a document: its text, and what the catalogue would say of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from knowledge.catalogue import Document
from knowledge.clause import Clause
from knowledge.ingestion import Extracted, extract
from knowledge.library import Library
from knowledge.readers import LAYOUTS, read
from knowledge.self_description import self_description


@dataclass(frozen=True)
class Candidate:
    """``document`` holds what the text says of itself; ``left_out`` what the file holds besides."""

    document: Document
    text: str
    left_out: tuple[str, ...]

    @classmethod
    def of_file(cls, path: Path, reader: str = "") -> Candidate:
        """Read a file, by the layout that suits its kind or by the one that is named.

        UnreadableDocument where the file is broken or holds no text.
        """
        extracted = extract(path)
        document = _document(path.stem, extracted, reader or extracted.reader)
        return cls(document, extracted.text, extracted.left_out)

    @cached_property
    def library(self) -> Library:
        """A library that holds it alone."""
        return Library((self.document,), {self.document.id: self.text})

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses, in the order of the text."""
        return self.library.clauses()

    def catalogued(self, **facts: Any) -> Candidate:
        """The same text, with these fields of the catalogue instead of what it says of itself."""
        document = replace(self.document, **facts)
        body = tuple(name for name in document.aliases if name in document.issuer)
        document = replace(document, file=f"{document.id}.txt", body_aliases=body)
        return replace(self, document=document)


def _document(stem: str, extracted: Extracted, reader: str) -> Document:
    said = self_description(read("", extracted.text, LAYOUTS[reader]).clauses)
    return Document(
        id=said.number or stem,
        file="",
        issuer=said.issuer,
        title=said.title or stem,
        short=said.title or stem,
        version=said.version,
        effective_from=said.effective_from,
        aliases=said.names,
        weak_aliases=(),
        body_aliases=(),
        beyond=(),
        sha256=sha256(extracted.text.encode()).hexdigest(),
        reader=reader,
    )
