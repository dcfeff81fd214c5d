"""The dense index: vectors in FAISS, searched exactly."""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from indexes.encoder import Vectors

Numbers = NDArray[np.int64]

# One question is searched at a time; waking a second thread costs more than the search.
faiss.omp_set_num_threads(1)


class DenseIndex:
    """Finds the units whose vectors have the greatest cosine with that of a question."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def build(cls, vectors: Vectors) -> DenseIndex:
        """Index these vectors (of length one); the row of a vector is its number."""
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(vectors)
        return cls(index)

    @classmethod
    def load(cls, file: Path) -> DenseIndex:
        """Read a file that :meth:`save` wrote."""
        return cls(faiss.read_index(str(file)))

    def save(self, file: Path) -> None:
        """Write the index to a file."""
        faiss.write_index(self._index, str(file))

    @property
    def vectors(self) -> Vectors:
        """All vectors, in the order of their numbers."""
        found: Vectors = self._index.reconstruct_n(0, self._index.ntotal)
        return found

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(self._index.d)

    def nearest(
        self, vector: Vectors, limit: int, among: faiss.IDSelector | None = None
    ) -> tuple[Numbers, Vectors]:
        """The numbers of the nearest units and their cosines, best first."""
        parameters = None
        if among is not None:
            parameters = faiss.SearchParameters()
            parameters.sel = among
        cosines, numbers = self._index.search(vector[None, :], limit, params=parameters)
        found = numbers[0] >= 0
        return numbers[0][found], cosines[0][found]


def only(numbers: Numbers) -> faiss.IDSelector:
    """A selector that narrows a search to these units."""
    return faiss.IDSelectorBatch(numbers)
