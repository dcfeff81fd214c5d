"""Files that staff bring (TXT, Markdown, Word, PDF) become text that the general reader reads."""

from knowledge.ingestion.extracted import Extracted
from knowledge.ingestion.extraction import SUFFIXES, extract

__all__ = ["SUFFIXES", "Extracted", "extract"]
