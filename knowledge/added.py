"""Documents that staff add: a folder with a catalogue of its own, changed whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.catalogue import CATALOGUE, Document, catalogue_text, read_catalogue

_DOCUMENTS = "documents"


class AddedDocuments:
    """The folder that :meth:`knowledge.library.Library.load` takes as ``extra``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents added so far."""
        path = self._folder / CATALOGUE
        return read_catalogue(path) if path.exists() else ()

    @contextmanager
    def adding(self, document: Document, text: str) -> Iterator[None]:
        """Store a document when the block ends; an error in it leaves the folder as it was.

        The hash in ``document`` must be that of the text in UTF-8.
        """
        stored = self._folder / _DOCUMENTS / document.file
        stored.parent.mkdir(parents=True, exist_ok=True)
        try:
            stored.write_bytes(text.encode())
            with self._swapping((*self.documents, document)):
                yield
        except BaseException:
            stored.unlink(missing_ok=True)
            raise

    @contextmanager
    def removing(self, document_id: str) -> Iterator[None]:
        """Forget a document when the block ends; an error in it leaves the folder as it was."""
        gone = [document for document in self.documents if document.id == document_id]
        with self._swapping(document for document in self.documents if document not in gone):
            yield
        for document in gone:
            (self._folder / _DOCUMENTS / document.file).unlink(missing_ok=True)

    @contextmanager
    def _swapping(self, documents: Iterable[Document]) -> Iterator[None]:
        """Write the catalogue beside the old one, and put it in its place after the block."""
        with tempfile.TemporaryDirectory(prefix=".writing-", dir=self._folder) as beside:
            fresh = Path(beside) / CATALOGUE
            fresh.write_text(catalogue_text(documents), encoding="utf-8")
            yield
            fresh.replace(self._folder / CATALOGUE)
