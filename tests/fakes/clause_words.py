"""Reads the rule documents of ``tests/cases/added`` for comparison."""

from __future__ import annotations

from pathlib import Path

from knowledge.ingestion import Extracted
from knowledge.readers import LAYOUTS, read

ADDED = Path(__file__).parents[1] / "cases" / "added"


def numbers_and_words(extracted: Extracted) -> dict[str, str]:
    """The clauses of a text as the reader for its kind finds them; white space is no difference."""
    clauses = read("D", extracted.text, LAYOUTS[extracted.reader]).clauses
    return {clause.ref.number: "".join(clause.text.split()) for clause in clauses}
