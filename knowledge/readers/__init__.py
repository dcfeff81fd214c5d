"""Readers turn the text of a document into a tree of clauses."""

from knowledge.readers.layout import Layout
from knowledge.readers.layouts import LAYOUTS
from knowledge.readers.reading import Reading, read

__all__ = ["LAYOUTS", "Layout", "Reading", "read"]
