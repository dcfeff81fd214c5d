"""Encoders: what turns texts into vectors of length one.

The bundled model is read with numpy alone, because importing sentence-transformers takes seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from indexes.opening import opening
from indexes.tokenizer import Tokenizer, default_tokenizer
from indexes.vocabulary import FILE as VOCABULARY_FILE
from indexes.vocabulary import Vocabulary

Vectors = NDArray[np.float32]

BUNDLED_MODEL = Path(__file__).parent / "model"
_WEIGHTS = "model.safetensors"
_ROWS = "embedding"


class Encoder(Protocol):
    """An embedding model. ``revision`` changes whenever its vectors may change."""

    @property
    def name(self) -> str:
        """What the model is called, the same on every machine."""
        ...

    @property
    def revision(self) -> str:
        """A commit or a hash."""
        ...

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        ...

    def encode_documents(self, texts: Sequence[str]) -> Vectors:
        """A row for each text of the documents or the bank, of length one (or zero)."""
        ...

    def encode_query(self, text: str) -> Vectors:
        """The vector of a question, of length one (or zero)."""
        ...


class StaticEncoder:
    """Reads a folder that ``ngram_embedding.NgramEmbedding`` was saved to."""

    def __init__(self, folder: Path = BUNDLED_MODEL, tokenizer: Tokenizer | None = None) -> None:
        self._folder = folder
        self._vocabulary = Vocabulary.load(folder, tokenizer or default_tokenizer())
        self._rows = load_file(folder / _WEIGHTS)[_ROWS]

    @property
    def name(self) -> str:
        """The name of the folder, the same on every machine."""
        return "bundled" if self._folder == BUNDLED_MODEL else self._folder.name

    @property
    def revision(self) -> str:
        """The sha256 of vocabulary and vectors."""
        return files_hash(self._folder / VOCABULARY_FILE, self._folder / _WEIGHTS)

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(self._rows.shape[1])

    def encode_documents(self, texts: Sequence[str]) -> Vectors:
        """A row for each text."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        return np.stack([self.encode_query(text) for text in texts])

    def encode_words(self, words: Sequence[str]) -> Vectors:
        """A row for each word."""
        return self.encode_documents(words)

    def encode_query(self, text: str) -> Vectors:
        """The sum of the rows of the text's features, at length one; zero where none is known."""
        rows = self._vocabulary.rows(text)
        total: Vectors = self._rows[rows].astype(np.float32).sum(axis=0)
        return unit_length(total)


class SentenceTransformerEncoder:
    """Any model that sentence-transformers can load, by name or folder, else UnreadableModel."""

    def __init__(self, name: str) -> None:
        with opening(name):
            from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - takes seconds

            self._model = SentenceTransformer(name)
        self.name = name
        folder = Path(name)
        if folder.is_dir():
            self.revision = files_hash(*sorted(p for p in folder.rglob("*") if p.is_file()))
        else:
            self.revision = _commit(self._model)

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    def encode_documents(self, texts: Sequence[str]) -> Vectors:
        """A row for each text, with the model's own prompt for documents if it has one."""
        return np.asarray(
            self._model.encode_document(list(texts), normalize_embeddings=True), dtype=np.float32
        ).reshape(len(texts), -1)

    def encode_query(self, text: str) -> Vectors:
        """The vector of a question, with the model's own prompt for queries if it has one."""
        vector = self._model.encode_query(text, normalize_embeddings=True)
        return np.asarray(vector, dtype=np.float32)


def open_encoder(name: str = "") -> Encoder:
    """The bundled encoder, or the model of this name or folder."""
    if not name:
        return StaticEncoder()
    if (Path(name) / VOCABULARY_FILE).exists() and (Path(name) / _WEIGHTS).exists():
        return StaticEncoder(Path(name))
    return SentenceTransformerEncoder(name)


def unit_length(vectors: Vectors) -> Vectors:
    """Vectors divided by their lengths; zero stays zero."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def files_hash(*files: Path) -> str:
    """The sha256 of the contents of some files, in their order."""
    digest = sha256()
    for file in files:
        digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _commit(model: object) -> str:
    """The commit of a model from the hub, empty where it is not recorded."""
    backbone = getattr(model[0], "auto_model", None)  # type: ignore[index]
    return str(getattr(getattr(backbone, "config", None), "_commit_hash", None) or "")
