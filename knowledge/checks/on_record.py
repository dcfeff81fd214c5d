"""Which fault on record a finding is, and whether a check finds a fault by itself."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.checks.finding import Finding
from knowledge.clause import Quote
from knowledge.errata import Errata, Erratum
from knowledge.verbatim import compact


def records_of(finding: Finding, errata: Errata) -> tuple[Erratum, ...]:
    """The faults on record that this finding is, or a part of."""
    return tuple(
        erratum
        for erratum in errata.of_document(finding.document)
        if erratum.found_by == f"check:{finding.check}"
        and any(_shows(finding, quote) for quote in erratum.printed)
    )


def is_found(erratum: Erratum, findings: Iterable[Finding]) -> bool:
    """Whether the findings show every place of a fault."""
    of_check = [found for found in findings if erratum.found_by == f"check:{found.check}"]
    return all(any(_shows(found, quote) for found in of_check) for quote in erratum.printed)


def _shows(finding: Finding, quote: Quote) -> bool:
    """Whether the finding is in the same clause and about the same words, or words around them."""
    printed = compact(quote.text)
    return any(
        ref == quote.ref and (compact(words) in printed or printed in compact(words))
        for ref, words in zip(finding.clauses, finding.words, strict=True)
    )
