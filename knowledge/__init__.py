"""The documents, their clauses and verbatim quotes from them; everything else builds on this."""

from knowledge.catalogue import Document
from knowledge.clause import Clause, ClauseKind, ClauseRef, Quote, Span
from knowledge.library import Library

__all__ = ["Clause", "ClauseKind", "ClauseRef", "Document", "Library", "Quote", "Span"]
