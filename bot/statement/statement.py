"""What a statement of audit time says, whatever file it is written to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot import wording
from bot.assistant.figures import as_words
from bot.statement import phrases
from calculators.audit_types import AuditType, RiskLevel
from calculators.calculation import Alternative, Calculation, Step
from calculators.person_day_request import Wanted
from knowledge.clause import Quote
from knowledge.library import Library

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuotedClause:
    """The words of a clause and where they stand."""

    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement (审核时间确定及理由): facts, steps, clauses, other readings, notes."""

    result: str
    facts: tuple[Row, ...]
    steps: tuple[Row, ...]
    clauses: tuple[QuotedClause, ...]
    readings: tuple[Row, ...]
    notes: tuple[str, ...]


def statement_of(calculation: Calculation, library: Library, today: date, person: str) -> Statement:
    """The statement of one person-day calculation, determined today for this person."""
    result = f"{as_words(calculation.value)} {calculation.unit}"
    return Statement(
        result=f"{calculation.label}：{result}",
        facts=tuple(_facts(calculation, library, today, person)),
        steps=tuple(_row(step, step.text) for step in calculation.steps),
        clauses=tuple(_clauses(_quotes(calculation), library)),
        readings=tuple(_row(other, other.why) for other in calculation.alternatives),
        notes=calculation.warnings,
    )


def _facts(calculation: Calculation, library: Library, today: date, person: str) -> Iterator[Row]:
    document = library.document(calculation.document)
    yield phrases.SCHEME, document.short
    yield phrases.DOCUMENT, f"《{document.title}》（{document.issuer}）"
    yield phrases.VERSION, document.version or phrases.EMPTY
    for name, value in calculation.inputs.items():
        if name in phrases.LABELS and value is not None:
            yield phrases.LABELS[name], _fact(value)
    yield phrases.RESULT, f"{as_words(calculation.value)} {calculation.unit}"
    yield phrases.DAY, today.isoformat()
    yield phrases.PERSON, person


def _fact(value: object) -> str:
    return value.label if isinstance(value, AuditType | RiskLevel | Wanted) else str(value)


def _row(step: Step | Alternative, words: str) -> Row:
    clause = step.quote.ref.number if step.quote else phrases.EMPTY
    return words, as_words(step.value), clause


def _quotes(calculation: Calculation) -> Iterator[Quote]:
    yield from calculation.quotes
    yield from (step.quote for step in calculation.steps if step.quote)
    yield from (other.quote for other in calculation.alternatives if other.quote)


def _clauses(quotes: Iterable[Quote], library: Library) -> Iterator[QuotedClause]:
    for ref in dict.fromkeys(quote.ref for quote in quotes):
        document = library.document(ref.document)
        source = wording.source_line(document.title, document.version, ref.number)
        yield QuotedClause(library.quote(ref).text, source)
