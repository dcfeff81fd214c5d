"""The manifest: the passport of an index, compared field by field before the index is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from indexes.lexical import K1, B
from indexes.sources import Sources
from indexes.units import Unit
from knowledge.errors import IndexMismatch
from knowledge.library import Library

FORMAT_VERSION = 4
FILE = "manifest.json"
_LIBRARIES = ("bm25s", "faiss-cpu", "jieba", "numpy")


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class DocumentEntry(_Strict):
    """What the index holds of one document; ``content`` is a hash over all its units."""

    sha256: str
    clauses: int
    units: int
    content: str


class ModelEntry(_Strict):
    """The embedding model that made the vectors."""

    name: str
    revision: str
    dimension: int
    normalised: bool


class LexicalEntry(_Strict):
    """The parameters of BM25."""

    k1: float
    b: float


class Manifest(_Strict):
    """Everything that the answers of an index depend on, and when it was built (not compared)."""

    format_version: int
    documents: dict[str, DocumentEntry]
    model: ModelEntry
    tokenizer: dict[str, str]
    bm25: LexicalEntry
    libraries: dict[str, str]
    built_at: str

    @classmethod
    def describe(cls, sources: Sources, built_at: datetime) -> Self:
        """The manifest of an index built from these sources."""
        encoder = sources.encoder
        return cls(
            format_version=FORMAT_VERSION,
            documents=_documents(sources.library, sources.units),
            model=ModelEntry(
                name=encoder.name,
                revision=encoder.revision,
                dimension=encoder.dimension,
                normalised=True,
            ),
            tokenizer=sources.tokenizer.fingerprint,
            bm25=LexicalEntry(k1=K1, b=B),
            libraries={name: version(name) for name in _LIBRARIES},
            built_at=built_at.isoformat(timespec="seconds"),
        )

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read the manifest of an index; IndexMismatch where there is none or it is damaged."""
        file = folder / FILE
        try:
            return cls.model_validate_json(file.read_text(encoding="utf-8"))
        except OSError as error:
            raise IndexMismatch(FILE, "一个清单文件", "没有") from error
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(map(str, first["loc"])) or FILE
            raise IndexMismatch(field, "完好的清单", first["msg"]) from error

    def write(self, folder: Path) -> None:
        """Write the manifest into the folder of its index."""
        text = self.model_dump_json(indent=2) + "\n"
        (folder / FILE).write_text(text, encoding="utf-8")

    @property
    def content_hash(self) -> str:
        """Names the folder of the index: the same content, the same name."""
        content = self.model_copy(update={"built_at": ""})
        return sha256(content.model_dump_json().encode()).hexdigest()[:16]

    def check(self, expected: Manifest) -> None:
        """Raise IndexMismatch for the first field that differs from what is expected."""
        found_fields, expected_fields = _flat(self.model_dump()), _flat(expected.model_dump())
        for field in sorted(found_fields.keys() | expected_fields.keys()):
            found, wanted = found_fields.get(field, "没有"), expected_fields.get(field, "没有")
            if field != "built_at" and found != wanted:
                raise IndexMismatch(field, wanted, found)


def _documents(library: Library, units: Sequence[Unit]) -> dict[str, DocumentEntry]:
    counts = Counter(unit.ref.document for unit in units)
    return {
        document.id: DocumentEntry(
            sha256=document.sha256,
            clauses=len(library.clauses(document.id)),
            units=counts[document.id],
            content=_content(unit for unit in units if unit.ref.document == document.id),
        )
        for document in library.documents
    }


def _content(units: Iterable[Unit]) -> str:
    return sha256("".join(f"{unit.ref} {unit.sha256}\n" for unit in units).encode()).hexdigest()


def _flat(fields: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in fields.items():
        if isinstance(value, dict):
            flat.update(_flat(value, f"{prefix}{name}."))
        else:
            flat[f"{prefix}{name}"] = value
    return flat
