"""Checks of the documents themselves: faults that can be found without understanding the rules."""

from knowledge.checks.checking import CHECKS, LABELS, check_document
from knowledge.checks.finding import Finding
from knowledge.checks.on_record import is_found, records_of
from knowledge.checks.report import as_json, as_markdown, as_text

__all__ = [
    "CHECKS",
    "LABELS",
    "Finding",
    "as_json",
    "as_markdown",
    "as_text",
    "check_document",
    "is_found",
    "records_of",
]
