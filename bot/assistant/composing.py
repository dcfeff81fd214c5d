"""The words of an answer: the result first, then its steps, then what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot import wording
from bot.assistant.answer import Citation
from bot.assistant.figures import as_words
from calculators.calculation import Calculation
from calculators.comparison import Comparison
from calculators.person_day_variations import Variation
from knowledge.glossary import Replacement
from knowledge.library import Library


def result_line(library: Library, calculation: Calculation) -> str:
    """Scheme, what was computed, and its value with the unit."""
    scheme = library.document(calculation.document).short
    unit = "" if calculation.unit == "日" else f" {calculation.unit}"
    return f"{scheme} · {calculation.label}：{as_words(calculation.value)}{unit}"


def calculation_text(library: Library, calculations: Sequence[Calculation]) -> str:
    """Every calculation: its result, its numbered steps with their clauses, other readings."""
    parts = []
    for calculation in calculations:
        lines = [result_line(library, calculation), *_steps(calculation)]
        lines += [
            f"另一种读法：{as_words(other.value)}{_unit(calculation)}——{other.why}"
            for other in calculation.alternatives
        ]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def absent_text(library: Library, comparison: Comparison) -> str:
    """Which schemes of a comparison rule nothing, where they say so, and how to read the rest."""
    lines = [
        wording.absent_here(library.document(row.document).short, row.absent)
        for row in comparison.rows
        if row.absent
    ]
    return "\n".join((*lines, *comparison.notes))


def variations_text(variations: Iterable[Variation]) -> str:
    """What other facts would give, in one line of its own."""
    cases = [f"{each.label}{_is(each)} {as_words(each.value)} {each.unit}" for each in variations]
    return wording.if_otherwise(cases) if cases else ""


def _is(variation: Variation) -> str:
    return wording.STAYS if variation.is_same else wording.BECOMES


def _unit(calculation: Calculation) -> str:
    return "" if calculation.unit == "日" else f" {calculation.unit}"


def _steps(calculation: Calculation) -> Iterator[str]:
    for number, step in enumerate(calculation.steps, start=1):
        clause = f"（{step.quote.ref.number}）" if step.quote else ""
        yield f"{number}. {step.text}{clause}"


def quotes_text(citations: Iterable[Citation]) -> str:
    """The quotes as a person reads them, each with its source line."""
    return "\n\n".join(
        "\n".join(f"> {line}" for line in citation.quote.text.splitlines())
        + f"\n—— {citation.source}"
        for citation in citations
    )


def warnings_text(warnings: Iterable[str]) -> str:
    """The warnings, a line each."""
    return "\n".join(f"⚠️ {warning}" for warning in warnings)


def reading_text(replacements: Iterable[Replacement]) -> str:
    """Which words were read as which."""
    pairs = [wording.reads_as(each.said, each.means) for each in replacements]
    return f"（{'；'.join(pairs)}）" if pairs else ""


def joined(*parts: str) -> str:
    """The parts that say something, a blank line between them."""
    return "\n\n".join(part for part in parts if part)
