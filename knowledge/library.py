"""The library: the documents, their clauses, and quotes from them that are word for word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from knowledge.catalogue import CATALOGUE, Document, read_catalogue, refuse_twins
from knowledge.clause import Clause, ClauseKind, ClauseRef, Quote, Span
from knowledge.errors import (
    DocumentDamaged,
    QuoteNotFound,
    UnknownClause,
    UnknownDocument,
    UnreadableDocument,
)
from knowledge.finder import Finder
from knowledge.quoting import heading_words, is_verbatim, whole_words, words_of
from knowledge.readers import LAYOUTS, Layout, Reading, read
from knowledge.readers.lines import is_heading
from knowledge.verbatim import compact, find_words


class Library:
    """The documents of one catalogue, read and indexed by clause number.

    The only place where a :class:`Quote` is made, so a quote that is not verbatim cannot exist.
    """

    def __init__(self, documents: tuple[Document, ...], sources: Mapping[str, str]) -> None:
        self.documents = documents
        self._sources = sources
        self._finders: dict[str, Finder] = {}
        self._own: dict[ClauseRef, Quote] = {}
        self._whole: dict[ClauseRef, Quote] = {}
        self._readings = {
            document.id: read(document.id, sources[document.id], _layout(document))
            for document in documents
        }
        self._clauses = {
            clause.ref: clause for reading in self._readings.values() for clause in reading.clauses
        }

    @classmethod
    def load(cls, folder: Path | None = None, extra: Path | None = None) -> Library:
        """Read ``catalogue.toml`` and the documents beside it; by default the bundled ones.

        ``extra`` is a folder of the same form with documents that staff added; one without a
        catalogue adds none. Raises DocumentDamaged where a file is not the one that its catalogue
        describes, UnreadableDocument where two documents have one id.
        """
        folders = [folder or Path(__file__).parent]
        if extra and (extra / CATALOGUE).exists():
            folders.append(extra)
        held = [(each, at) for at in folders for each in read_catalogue(at / CATALOGUE)]
        documents = tuple(document for document, _ in held)
        if extra:
            refuse_twins(documents, extra / CATALOGUE)
        return cls(documents, {document.id: _source(at, document) for document, at in held})

    def with_document(self, document: Document, source: str) -> Library:
        """This library and one more document, the last of it."""
        return Library((*self.documents, document), {**self._sources, document.id: source})

    def without(self, document_id: str) -> Library:
        """This library and not the document with this id, which must be in it."""
        gone = self.document(document_id)
        kept = tuple(document for document in self.documents if document is not gone)
        return Library(kept, self._sources)

    def document(self, document_id: str) -> Document:
        """The document with this id, or UnknownDocument."""
        for document in self.documents:
            if document.id == document_id:
                return document
        raise UnknownDocument(document_id, [document.id for document in self.documents])

    def source(self, document_id: str) -> str:
        """The text of a document exactly as it came."""
        return self._sources[self.document(document_id).id]

    def furniture(self, document_id: str) -> tuple[Span, ...]:
        """The places in the source that belong to no clause: contents pages, repeated headers."""
        return self._reading(document_id).furniture

    def clauses(self, document_id: str | None = None) -> tuple[Clause, ...]:
        """The clauses of one document or of all, in the order of the source."""
        if document_id is None:
            return tuple(self._clauses.values())
        return self._reading(document_id).clauses

    def clause(self, ref: ClauseRef) -> Clause:
        """The clause with exactly this number, or UnknownClause."""
        try:
            return self._clauses[ref]
        except KeyError:
            self.document(ref.document)
            raise UnknownClause(ref.document, ref.number) from None

    def find(self, document_id: str, number_as_typed: str) -> Clause | None:
        """The clause that a number typed by a person means: 「10.3.1第7条」, 「附录A注4」."""
        if document_id not in self._finders:
            self._finders[document_id] = Finder(self.clauses(document_id))
        return self._finders[document_id].find(number_as_typed)

    def ancestors(self, ref: ClauseRef) -> tuple[Clause, ...]:
        """The clauses above this one, outermost first."""
        above: list[Clause] = []
        parent = self.clause(ref).parent
        while parent is not None:
            above.insert(0, self.clause(parent))
            parent = above[0].parent
        return tuple(above)

    def descendants(self, ref: ClauseRef) -> tuple[Clause, ...]:
        """The clauses under this one, parents before children."""
        children = [self.clause(child) for child in self.clause(ref).children]
        return tuple(
            clause for child in children for clause in (child, *self.descendants(child.ref))
        )

    def quote(self, ref: ClauseRef, words: str | None = None) -> Quote:
        """The clause's own words with its number, or some ``words`` of it as the source has them.

        White space makes no difference between ``words`` and the source. Words are looked for in
        the clause itself, then in it with everything under it; QuoteNotFound where they are not.
        """
        if ref not in self._own:
            self._own[ref] = Quote(ref, words_of(self._sources[ref.document], self.clause(ref)))
        own = self._own[ref]
        if words is None:
            return own
        for text in (own.text, self.quote_whole(ref).text):
            place = find_words(text, words)
            if place:
                return Quote(ref, text[slice(*place)])
        raise QuoteNotFound(ref.document, ref.number, words)

    def quote_whole(self, ref: ClauseRef) -> Quote:
        """The clause with everything under it, a line for each clause."""
        if ref not in self._whole:
            clauses = (self.clause(ref), *self.descendants(ref))
            self._whole[ref] = Quote(ref, whole_words(self._sources[ref.document], clauses))
        return self._whole[ref]

    def heading(self, ref: ClauseRef) -> str:
        """The heading line that the clause stands under, with its number; its own if it has one."""
        for clause in (self.clause(ref), *reversed(self.ancestors(ref))):
            first = clause.text.partition("\n")[0]
            if clause.kind is ClauseKind.ANNEX or (
                clause.kind is ClauseKind.SECTION and is_heading(first)
            ):
                return heading_words(self._sources[ref.document], clause)
        return ""

    def holds(self, quote: Quote) -> bool:
        """Whether the words of the quote stand in its document, line by line."""
        return is_verbatim(self._compact[self.document(quote.ref.document).id], quote.text)

    def _reading(self, document_id: str) -> Reading:
        return self._readings[self.document(document_id).id]

    @cached_property
    def _compact(self) -> dict[str, str]:
        return {document: compact(source) for document, source in self._sources.items()}


def _layout(document: Document) -> Layout:
    if document.reader not in LAYOUTS:
        raise UnreadableDocument(document.file, f"目录中的 reader “{document.reader}” 不存在")
    return LAYOUTS[document.reader]


def _source(folder: Path, document: Document) -> str:
    path = folder / "documents" / document.file
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DocumentDamaged(document.id, f"{document.file} 不可读") from error
    if sha256(content).hexdigest() != document.sha256:
        raise DocumentDamaged(document.id, f"{document.file} 的 sha256 不同")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableDocument(document.file, "不是 UTF-8 文本") from error
