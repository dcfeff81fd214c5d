"""The artefact: an index on disk, written whole, swapped in atomically, checked before use.

``<store>/<content hash>/`` holds ``clauses.jsonl``, ``vectors.faiss``, ``bm25/``, ``words.npz``
and, written last, ``manifest.json``; ``<store>/current`` names the folder that is in use.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from indexes.dense import DenseIndex
from indexes.encoder import Encoder, Vectors, unit_length
from indexes.lexical import LexicalIndex
from indexes.manifest import Manifest
from indexes.sources import Sources
from indexes.tokenizer import Tokenizer
from indexes.units import Unit
from indexes.word_matching import WordEncoder, WordIndex
from knowledge.clause import ClauseRef
from knowledge.errors import IndexMismatch
from knowledge.library import Library
from knowledge.question_bank import QuestionBank

CURRENT = "current"
_CLAUSES = "clauses.jsonl"
_VECTORS = "vectors.faiss"
_LEXICAL = "bm25"
_WORDS = "words.npz"
_PASSAGE_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Artefact:
    """A loaded index: row ``i`` of both rankings is unit ``refs[i]``.

    ``only_names`` marks the units that say no more than the title of another document; ``words``
    is None where the encoder gives no vectors of single words, and empty for documents with a bank.
    """

    manifest: Manifest
    refs: tuple[ClauseRef, ...]
    only_names: NDArray[np.bool_]
    lexical: LexicalIndex
    dense: DenseIndex
    words: WordIndex | None


@dataclass(frozen=True, slots=True)
class _Line:
    """What ``clauses.jsonl`` holds of a unit."""

    ref: ClauseRef
    sha256: str
    only_names: bool


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: the folder in use, and how many units were embedded or taken over."""

    folder: Path
    embedded: int
    reused: int


def build(
    store: Path, library: Library, bank: QuestionBank, encoder: Encoder, built_at: datetime
) -> BuildReport:
    """Build the index of these documents and make it the current one.

    Vectors of units that did not change are taken from the index in use, if the same model made
    them. A failure leaves the index in use as it was.
    """
    sources = Sources(library, bank, encoder)
    units = sources.units
    manifest = Manifest.describe(sources, built_at)
    known = _known_vectors(store, manifest)
    vectors, embedded = _vectors(units, sources.encoder, known)
    store.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix=".building-", dir=store))
    try:
        _write(building, sources, vectors)
        manifest.write(building)
        folder = _swap_in(store, building, manifest.content_hash)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return BuildReport(folder, embedded, len(units) - embedded)


def load(store: Path, library: Library, bank: QuestionBank, encoder: Encoder) -> Artefact:
    """Load the current index; IndexMismatch where any field of its manifest does not fit."""
    sources = Sources(library, bank, encoder)
    folder = current_folder(store)
    manifest = Manifest.read(folder)
    manifest.check(Manifest.describe(sources, datetime.min))
    lines = _read_clauses(folder)
    refs = tuple(line.ref for line in lines)
    artefact = Artefact(
        manifest,
        refs,
        np.array([line.only_names for line in lines], dtype=np.bool_),
        _loaded_lexical(folder, len(refs), sources.tokenizer),
        _loaded_dense(folder),
        _loaded_words(folder) if isinstance(encoder, WordEncoder) else None,
    )
    _check_counts(artefact)
    return artefact


def in_memory(library: Library, bank: QuestionBank, encoder: Encoder) -> Artefact:
    """An index of these documents that is not written anywhere, to measure with."""
    sources = Sources(library, bank, encoder)
    units = sources.units
    vectors, _ = _vectors(units, encoder, {})
    return Artefact(
        Manifest.describe(sources, datetime.min),
        tuple(unit.ref for unit in units),
        np.array([unit.only_names for unit in units], dtype=np.bool_),
        LexicalIndex.build([unit.text for unit in units], sources.tokenizer),
        DenseIndex.build(vectors),
        _words(sources),
    )


def current_folder(store: Path) -> Path:
    """The folder in use, or IndexMismatch where there is none."""
    pointer = store / CURRENT
    try:
        folder = store / pointer.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise IndexMismatch(CURRENT, "已建好的索引", "没有") from error
    if not folder.is_dir():
        raise IndexMismatch(CURRENT, "已建好的索引", f"{folder.name} 不存在")
    return folder


def _vectors(
    units: Sequence[Unit], encoder: Encoder, known: dict[str, Vectors]
) -> tuple[Vectors, int]:
    """A row for each unit, and how many of them had to be embedded."""
    fresh = [unit for unit in units if unit.sha256 not in known]
    made = dict(zip((unit.sha256 for unit in fresh), _embed(fresh, encoder), strict=True))
    rows = [known.get(unit.sha256, made.get(unit.sha256)) for unit in units]
    if not rows:
        return np.zeros((0, encoder.dimension), dtype=np.float32), 0
    return np.stack([row for row in rows if row is not None]), len(fresh)


def _embed(units: Sequence[Unit], encoder: Encoder) -> Vectors:
    """Passage and questions embedded one by one, so that a long question counts as a short one."""
    texts = [text for unit in units for text in unit.texts]
    vectors = encoder.encode_documents(texts)
    rows = np.zeros((len(units), encoder.dimension), dtype=np.float32)
    start = 0
    for row, unit in enumerate(units):
        end = start + 1 + len(unit.questions)
        rows[row] = _PASSAGE_WEIGHT * vectors[start]
        if unit.questions:
            rows[row] += vectors[start + 1 : end].mean(axis=0)
        start = end
    return unit_length(rows)


def _known_vectors(store: Path, manifest: Manifest) -> dict[str, Vectors]:
    """The vectors in use by the hash of their unit; none where another model made them."""
    try:
        folder = current_folder(store)
        found = Manifest.read(folder)
        if (found.model, found.tokenizer) != (manifest.model, manifest.tokenizer):
            return {}
        hashes = [line.sha256 for line in _read_clauses(folder)]
        vectors = _loaded_dense(folder).vectors
    except IndexMismatch:
        return {}
    return dict(zip(hashes, vectors, strict=True)) if len(hashes) == len(vectors) else {}


def _words(sources: Sources) -> WordIndex | None:
    if not isinstance(sources.encoder, WordEncoder):
        return None
    # Where questions lead to the clauses, they are found as well and sooner without.
    has_bank = {unit.ref.document for unit in sources.units if unit.questions}
    passages = ["" if unit.ref.document in has_bank else unit.passage for unit in sources.units]
    return WordIndex.build(passages, sources.tokenizer, sources.encoder)


def _write(folder: Path, sources: Sources, vectors: Vectors) -> None:
    units = sources.units
    text = "".join(json.dumps(_line(unit), ensure_ascii=False) + "\n" for unit in units)
    (folder / _CLAUSES).write_text(text, encoding="utf-8")
    DenseIndex.build(vectors).save(folder / _VECTORS)
    LexicalIndex.build([unit.text for unit in units], sources.tokenizer).save(folder / _LEXICAL)
    if words := _words(sources):
        words.save(folder / _WORDS)


def _swap_in(store: Path, building: Path, name: str) -> Path:
    """Give the finished folder its name, point ``current`` at it, remove the one it replaces."""
    folder = store / name
    if folder.exists():
        # The same content built again: the folder in use stays until the pointer has moved.
        folder = store / f"{name}-{building.name.rpartition('-')[2]}"
    building.chmod(0o755)
    building.rename(folder)
    pointer = store / f".{CURRENT}-{building.name}"
    pointer.write_text(folder.name + "\n", encoding="utf-8")
    pointer.replace(store / CURRENT)
    for other in store.iterdir():
        if other.is_dir() and other != folder and not other.name.startswith("."):
            shutil.rmtree(other, ignore_errors=True)
    return folder


def _line(unit: Unit) -> dict[str, str | bool]:
    return {
        "document": unit.ref.document,
        "clause": unit.ref.number,
        "sha256": unit.sha256,
        "only_names": unit.only_names,
    }


def _read_clauses(folder: Path) -> list[_Line]:
    try:
        lines = (folder / _CLAUSES).read_text(encoding="utf-8").splitlines()
        entries = [json.loads(line) for line in lines]
        return [
            _Line(ClauseRef(e["document"], e["clause"]), e["sha256"], e["only_names"])
            for e in entries
        ]
    except (OSError, json.JSONDecodeError, KeyError) as error:
        raise IndexMismatch(_CLAUSES, "完好的文件", "缺失或损坏") from error


def _loaded_dense(folder: Path) -> DenseIndex:
    try:
        return DenseIndex.load(folder / _VECTORS)
    except RuntimeError as error:
        raise IndexMismatch(_VECTORS, "完好的文件", "缺失或损坏") from error


def _loaded_lexical(folder: Path, size: int, tokenizer: Tokenizer) -> LexicalIndex:
    try:
        return LexicalIndex.load(folder / _LEXICAL, size, tokenizer)
    except (OSError, ValueError, KeyError) as error:
        raise IndexMismatch(_LEXICAL, "完好的文件", "缺失或损坏") from error


def _loaded_words(folder: Path) -> WordIndex:
    try:
        return WordIndex.load(folder / _WORDS)
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise IndexMismatch(_WORDS, "完好的文件", "缺失或损坏") from error


def _check_counts(artefact: Artefact) -> None:
    """The files of an index must agree with its manifest about how many units there are."""
    counted = sum(entry.units for entry in artefact.manifest.documents.values())
    held = [(_CLAUSES, len(artefact.refs)), (_VECTORS, len(artefact.dense))]
    held += [(_WORDS, len(artefact.words))] if artefact.words else []
    for field, found in held:
        if found != counted:
            raise IndexMismatch(field, f"{counted} 条", f"{found} 条")
    if artefact.dense.dimension != artefact.manifest.model.dimension:
        raise IndexMismatch(_VECTORS, artefact.manifest.model.dimension, artefact.dense.dimension)
